"""Opens a file by a path that must not have a link in it, and lets nobody swap it meanwhile."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

CHANGED: Final = "it lies elsewhere than when it was looked at: something of its path is a link now"
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
# A folder that may be passed through need not be readable.
_FOLDER: Final = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_PATH", 0)
_STEPWISE: Final = os.name == "posix" and os.open in os.supports_dir_fd
_MOUNT_POINT: Final = 0xA0000003
"""What Windows calls its junctions, and drives that are shown as folders."""

Link = Callable[[str], None]
"""Gives the opened file a second name; raises OSError where the volume has none."""


class Elsewhere(Exception):
    """A path leads elsewhere than it did when it was looked at."""


@contextmanager
def opened(path: str) -> Iterator[tuple[int, Link]]:
    """A descriptor of an ordinary file, and how to link to it.

    Args:
        path: Absolute, with no link in it.

    Raises:
        Elsewhere: There is a link in it now, or it is no ordinary file.
        OSError: It cannot be opened.
    """
    folder, name = os.path.split(path)
    held = _held(folder)
    try:
        descriptor = _file(path, name, held)
        try:
            info = os.fstat(descriptor)
            if not stat.S_ISREG(info.st_mode):
                raise Elsewhere("it is no ordinary file any more")
            if held < 0 and not _is_there(path, info):
                raise Elsewhere(CHANGED)
            yield descriptor, _linker(path, name, held, info)
        finally:
            os.close(descriptor)
    finally:
        if held >= 0:
            os.close(held)


def _file(path: str, name: str, held: int) -> int:
    # A pipe without a writer must not hold us up.
    flags = _FLAGS | _NO_LINK | getattr(os, "O_NONBLOCK", 0)
    try:
        return os.open(name, flags, dir_fd=held) if held >= 0 else os.open(path, flags)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise Elsewhere(CHANGED) from error
        raise


def _held(folder: str) -> int:
    """The folder of a file, opened; -1 where the system cannot do that."""
    if not _STEPWISE:
        return -1
    try:
        return _folder(folder)
    except PermissionError:
        # Some systems open no folder for passing through that may not be listed.
        return -1


def _folder(path: str) -> int:
    """A folder, opened name by name from the root, so that no link can stand in between."""
    held = os.open("/", os.O_RDONLY | _FOLDER)
    for part in filter(None, path.split("/")):
        try:
            step = os.open(part, os.O_RDONLY | _FOLDER | _NO_LINK, dir_fd=held)
        except OSError as error:
            is_link = error.errno in (errno.ELOOP, errno.ENOTDIR) and _is_link(part, held)
            os.close(held)
            if is_link:
                raise Elsewhere(CHANGED) from error
            raise
        os.close(held)
        held = step
    return held


def _is_link(name: str, folder: int) -> bool:
    try:
        return stat.S_ISLNK(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
    except OSError:
        return False


def _is_there(path: str, info: os.stat_result) -> bool:
    """Whether an open file is the one that this path names, without any link in it."""
    named = Path(path)
    for step in (named, *named.parents):
        if _leads_on(step):
            return False
    return os.path.samestat(named.lstat(), info)


def _leads_on(step: Path) -> bool:
    """Whether a name stands for another place; a drive that is shown as a folder does not."""
    found = step.lstat()
    if stat.S_ISLNK(found.st_mode):
        return True
    is_junction = getattr(found, "st_reparse_tag", 0) == _MOUNT_POINT
    return is_junction and not str(step.readlink()).startswith("\\\\?\\Volume{")


def _linker(path: str, name: str, held: int, info: os.stat_result) -> Link:
    def link(to: str) -> None:
        if held >= 0:
            os.link(name, to, src_dir_fd=held, follow_symlinks=False)
        else:
            os.link(path, to)
        if not os.path.samestat(os.lstat(to), info):
            Path(to).unlink()
            raise Elsewhere(CHANGED)

    return link
