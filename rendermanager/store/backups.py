"""The copies that are made by themselves: their names, how many are kept, and what is in them."""

import errno
import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import apsw

from rendermanager.store.database import open_viewer
from rendermanager.store.store import Store

NEWEST_KEPT: Final = 3
HOURLY_FOR: Final = timedelta(days=1)
DAILY_FOR: Final = timedelta(days=7)
MOST_BYTES: Final = 1_000_000_000
"""All copies together; the newest one is kept whatever its size."""
SPARE_BYTES: Final = 20_000_000
"""A copy leaves at least this much of the disk free."""

_NAME: Final = re.compile(r"queue-(\d{8}-\d{6})\.db")
_STAMP: Final = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of the queue.

    Attributes:
        path: The file.
        at: When it was made, aware UTC.
        size_bytes: Its size.
    """

    path: Path
    at: datetime
    size_bytes: int


def backups_in(folder: Path) -> list[Backup]:
    """The copies in this folder, the newest one first."""
    found = []
    for path in folder.glob("queue-*.db"):
        named = _NAME.fullmatch(path.name)
        try:
            at = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC) if named else None
            if at is not None:
                found.append(Backup(path, at, path.stat().st_size))
        except (ValueError, OSError):
            continue
    return sorted(found, key=lambda each: each.at, reverse=True)


def make_backup(store: Store, folder: Path) -> Path:
    """Copy the queue into this folder while work goes on, and drop the copies that are too many.

    Raises:
        OSError: There is no room, or the folder cannot be written.
        StoreUnusable: The queue cannot be read.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    needed = 2 * store.path.stat().st_size + SPARE_BYTES
    if shutil.disk_usage(folder).free < needed:
        # What room is left belongs to the renders, and to the queue itself.
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
    now = store.now()
    target = folder / f"queue-{now.astimezone(UTC).strftime(_STAMP)}.db"
    store.back_up(target)
    for each in surplus(backups_in(folder), now):
        each.path.unlink(missing_ok=True)
    return target


def surplus(found: Sequence[Backup], now: datetime) -> list[Backup]:
    """Those that may go: beyond the newest, one for each hour of a day and each day of a week.

    Args:
        found: The newest one first.
        now: Aware UTC.
    """
    kept: set[Path] = {each.path for each in found[:NEWEST_KEPT]}
    hours: set[str] = set()
    days: set[str] = set()
    for each in found:
        hour, day = each.at.strftime("%Y%m%d%H"), each.at.strftime("%Y%m%d")
        if now - each.at <= HOURLY_FOR and hour not in hours:
            kept.add(each.path)
        if now - each.at <= DAILY_FOR and day not in days:
            kept.add(each.path)
        hours.add(hour)
        days.add(day)
    gone, total = [], 0
    for number, each in enumerate(found):
        total += each.size_bytes
        if each.path not in kept or (number and total > MOST_BYTES):
            gone.append(each)
            total -= each.size_bytes
    return gone


def jobs_in(saved: Path) -> int | None:
    """How many jobs are listed in a copy; None when it cannot be read."""
    try:
        connection = open_viewer(saved)
        try:
            number = connection.execute("SELECT count(*) FROM job WHERE removed IS NULL").get
        finally:
            connection.close()
    except (apsw.Error, OSError):
        return None
    return int(number)
