"""Finds the newest whole picture in a folder that a renderer writes into."""

import os
import time
from pathlib import Path
from typing import Final

from rendermanager.media.kinds import IMAGE_EXTENSIONS

SETTLED_S: Final = 2.0
"""A picture that was not touched for so long is whole, even if none follows it."""


def newest_picture(folder: Path, now: float | None = None) -> Path | None:
    """The picture that was finished last; the one after it may still be half written.

    Args:
        folder: Where pictures appear one after the other.
        now: Seconds since 1970; by default the clock's.

    Returns:
        None where there is none yet, or the folder is gone.
    """
    latest: list[tuple[int, str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if Path(entry.name).suffix.lower() not in IMAGE_EXTENSIONS:
                    continue
                found = entry.stat(follow_symlinks=False)
                if found.st_size:
                    latest = sorted([*latest, (found.st_mtime_ns, entry.path)])[-2:]
    except OSError:
        return None
    if not latest:
        return None
    age_s = (time.time() if now is None else now) - latest[-1][0] / 1e9
    if age_s >= SETTLED_S:
        return Path(latest[-1][1])
    return Path(latest[0][1]) if len(latest) > 1 else None
