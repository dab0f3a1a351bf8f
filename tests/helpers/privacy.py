"""Finds files that others may read."""

import stat
from pathlib import Path


def open_to_others(folder: Path) -> list[str]:
    """What below a folder somebody else might read or write."""
    found = []
    for path in (folder, *folder.rglob("*")):
        status = path.lstat()
        wanted = 0o700 if stat.S_ISDIR(status.st_mode) else 0o600
        if not stat.S_ISLNK(status.st_mode) and stat.S_IMODE(status.st_mode) & ~wanted:
            found.append(f"{stat.filemode(status.st_mode)} {path}")
    return found
