"""Which other program has a file open for writing, as far as the system tells us."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_PROC: Final = Path("/proc")
_FLAGS: Final = b"flags:"


def has_writer(file: Path, proc: Path = _PROC) -> bool:
    """Whether another process of this person has `file` open for writing.

    Only Linux says, and only of processes that we may look at; elsewhere the answer is no. Links
    are read, never followed: a file on a drive that does not answer cannot hold us up.
    """
    wanted = os.path.realpath(file)
    own = str(os.getpid())
    for process in _names(proc):
        if process.isdecimal() and process != own:
            for handle in _handles(proc / process, wanted):
                if _may_write(proc / process / "fdinfo" / handle):
                    return True
    return False


def _handles(process: Path, wanted: str) -> Iterator[str]:
    folder = process / "fd"
    for handle in _names(folder):
        try:
            if os.readlink(folder / handle) == wanted:  # noqa: PTH115 - thousands of them
                yield handle
        except OSError:
            continue  # closed meanwhile


def _may_write(info: Path) -> bool:
    try:
        lines = info.read_bytes().splitlines()
    except OSError:
        return False
    for line in lines:
        if line.startswith(_FLAGS):
            return int(line[len(_FLAGS) :], 8) & os.O_ACCMODE != os.O_RDONLY
    return False


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names alone, of many processes
    except OSError:
        return []
