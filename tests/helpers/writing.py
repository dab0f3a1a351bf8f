"""Another program that writes a file while the tests look on."""

import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).parent.parent / "programs" / "holds_open.py"


class Writer:
    """Holds a file open in a process of its own until `end`."""

    def __init__(self, file: Path, mode: str = "write") -> None:
        self._child = subprocess.Popen(
            [sys.executable, str(PROGRAM), str(file), mode],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._hear()

    def write(self, data: bytes) -> None:
        """Append, and wait until it is in the file."""
        assert self._child.stdin is not None
        self._child.stdin.write(data.hex() + "\n")
        self._child.stdin.flush()
        self._hear()

    def end(self) -> None:
        """Close the file and end."""
        if self._child.poll() is None:
            self._child.communicate("end\n")

    def _hear(self) -> None:
        assert self._child.stdout is not None
        assert self._child.stdout.readline()
