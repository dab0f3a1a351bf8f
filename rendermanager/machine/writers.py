"""Which files other programs have open for writing, as far as the system tells us."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_PROC: Final = Path("/proc")
_FLAGS: Final = b"flags:"
_ACCESS_MODE: Final = 0o3
"""O_ACCMODE, which Windows has no name for."""
_NO_FILES: Final = ("/dev/", "/proc/", "/sys/", "/memfd:")


def written_files(proc: Path = _PROC) -> frozenset[str]:
    """Real paths of the files that other processes of this person have open for writing.

    Only Linux says, and only of processes that we may look at; elsewhere there are none. Links
    are read, never followed: a file on a drive that does not answer cannot hold us up.
    """
    own = str(os.getpid())
    return frozenset(
        file
        for process in _names(proc)
        if process.isdecimal() and process != own
        for file in _written_by(proc / process)
    )


def has_writer(file: Path, written: frozenset[str] | None = None) -> bool:
    """Whether another process has `file` open for writing.

    Args:
        file: It may be a link.
        written: What `written_files` said; asked anew without it.
    """
    return os.path.realpath(file) in (written_files() if written is None else written)


def _written_by(process: Path) -> Iterator[str]:
    folder = process / "fd"
    for handle in _names(folder):
        try:
            file = os.readlink(folder / handle)  # noqa: PTH115 - thousands of them
        except OSError:
            continue  # closed meanwhile
        is_file = file.startswith("/") and not file.startswith(_NO_FILES)
        if is_file and _may_write(process / "fdinfo" / handle):
            yield file


def _may_write(info: Path) -> bool:
    try:
        lines = info.read_bytes().splitlines()
    except OSError:
        return False
    for line in lines:
        if line.startswith(_FLAGS):
            return int(line[len(_FLAGS) :], 8) & _ACCESS_MODE != os.O_RDONLY
    return False


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names alone, of many processes
    except OSError:
        return []
