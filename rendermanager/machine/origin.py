"""Tells who could have written a file, as far as the file system knows."""

import contextlib
import stat
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Origin:
    """Who may have written a file, and when.

    Attributes:
        owner: Name of the account that it belongs to; empty when that cannot be told.
        changed: When its content was written last; None when that cannot be told.
        others_may_write: Whether other accounts of this machine may change it.
    """

    owner: str = ""
    changed: datetime | None = None
    others_may_write: bool = False


def origin_of(file: Path) -> Origin:
    """What the file system knows; never raises."""
    try:
        status = file.stat()
    except (OSError, ValueError):
        return Origin()
    owner, changed = "", None
    # An account may be gone, and Windows has no such names.
    with contextlib.suppress(OSError, KeyError, NotImplementedError):
        owner = file.owner()
    with contextlib.suppress(OSError, OverflowError, ValueError):
        changed = datetime.fromtimestamp(status.st_mtime, UTC)
    # On Windows these bits say nothing about other accounts.
    others = sys.platform != "win32" and bool(status.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
    return Origin(owner, changed, others)
