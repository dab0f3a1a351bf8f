"""What media a folder holds."""

import os
import stat
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rendermanager.media.kinds import is_media
from rendermanager.media.sequences import Found, group

DEFAULT_LIMIT: Final = 100_000
"""Media files that a scan collects before it stops."""
_HIDES_BY_FLAG: Final = sys.platform in {"win32", "darwin"}


@dataclass(frozen=True, slots=True)
class Scan:
    """What a look through a folder gave.

    Attributes:
        found: Media files and sequences, sorted naturally.
        unreadable: Folders that could not be listed.
        cut_off: Whether the limit was reached, so that there may be more.
    """

    found: tuple[Found, ...]
    unreadable: tuple[Path, ...] = ()
    cut_off: bool = False


def scan_folder(
    folder: Path,
    recursive: bool = True,
    limit: int = DEFAULT_LIMIT,
    also: Callable[[Path], bool] = lambda _: False,
) -> Scan:
    """Media files and sequences in a folder, going by their names; hidden ones are left out.

    Folders reached through several links, or through themselves, are looked at once.

    Args:
        folder: Where to look.
        recursive: Whether folders inside it are looked at, too.
        limit: Most media files to collect, single frames counted.
        also: Tells of a file that is no media whether it counts all the same.
    """
    files: list[Path] = []
    unreadable: list[Path] = []
    seen: set[tuple[int, int]] = set()
    waiting = deque([folder])
    while waiting:
        current = waiting.popleft()
        try:
            identity = _identity(current)
            if identity in seen:
                continue
            seen.add(identity)
            entries = _entries(current)
        except OSError:
            unreadable.append(current)
            continue
        for entry in entries:
            if _is_folder(entry):
                if recursive:
                    waiting.append(Path(entry.path))
            elif _is_file(entry) and (is_media(Path(entry.name)) or also(Path(entry.path))):
                if len(files) >= limit:
                    return Scan(tuple(group(files)), tuple(unreadable), cut_off=True)
                files.append(Path(entry.path))
    return Scan(tuple(group(files)), tuple(unreadable))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted((item for item in entries if not _is_hidden(item)), key=lambda e: e.name)


def _identity(folder: Path) -> tuple[int, int]:
    info = folder.stat()
    return info.st_dev, info.st_ino


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return True
    if not _HIDES_BY_FLAG:
        return False
    try:
        info = entry.stat(follow_symlinks=False)
    except OSError:
        return False
    attributes: int = getattr(info, "st_file_attributes", 0)
    flags: int = getattr(info, "st_flags", 0)
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN or flags & stat.UF_HIDDEN)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False
