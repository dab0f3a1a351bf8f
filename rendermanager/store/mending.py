"""Brings a damaged queue back: puts it aside, restores the newest sound backup, or saves a part."""

import logging
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import apsw

from rendermanager.store.backups import Backup, backups_in, jobs_in
from rendermanager.store.database import open_viewer
from rendermanager.store.examining import damage_in
from rendermanager.store.migrations import migrate
from rendermanager.store.restoring import new_file, put_in_place
from rendermanager.store.salvage import salvage

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Mended:
    """What was done about a damaged queue.

    Attributes:
        why: What was wrong with it.
        kept: Where it is now, as it was; None where there was nothing to keep.
        backup: What was restored; None when there was no sound backup.
        jobs: Jobs that are in the queue now.
        whole: Whether nothing is missing: its tables were sound, and the rest is made of them.
    """

    why: str
    kept: Path | None
    backup: Backup | None
    jobs: int
    whole: bool = False

    @property
    def sentence(self) -> str:
        """What happened, and what may be missing."""
        kept = f" The damaged one is kept as “{self.kept}”." if self.kept else ""
        jobs = "1 job" if self.jobs == 1 else f"{self.jobs} jobs"
        if self.whole:
            said = f"The queue was damaged. {jobs.capitalize()} could be read: nothing is missing."
        elif self.backup is not None:
            when = self.backup.at.astimezone().strftime("%Y-%m-%d %H:%M")
            said = (
                f"The queue was damaged. The backup of {when} with {jobs} was restored; "
                "what was added or changed after that may be missing."
            )
        elif self.jobs:
            said = (
                f"The queue was damaged, and there was no backup. What could be read, {jobs} that "
                "had not ended, is back and paused: look it over, then resume it."
            )
        else:
            said = "The queue was damaged, and there was no backup. It begins anew, empty."
        return said + kept


def mend(database: Path, backups: Path, *, is_known: bool = False) -> Mended | None:
    """Put something sound in place of a damaged queue; None when it is sound after all.

    The caller owns the queue: nobody else may have it open.

    Args:
        database: The queue.
        backups: Where its backups are.
        is_known: It made no sense while it was used. SQLite's own check does not see everything,
            such as a row too many in an index of some rows only: then all indexes are made anew.

    Raises:
        OSError: The disk is full, or may not be written; the damaged queue is still in its place.
        StoreUnusable: The same.
    """
    partial = database.with_name(database.name + ".restoring")
    why = damage_in(database)
    if not why:
        if not is_known or not _is_good_rebuild(database, partial):
            return None
        why = "its indexes do not fit its tables"
        _log.error("the queue is damaged: %s", why)
        jobs = jobs_in(partial) or 0
        return Mended(why, put_in_place(partial, database, "damaged"), None, jobs, whole=True)
    _log.error("the queue is damaged: %s", why)
    for backup in backups_in(backups):
        if _is_good_copy(backup.path, partial):
            jobs = jobs_in(partial) or 0
            kept = put_in_place(partial, database, "damaged")
            return Mended(why, kept, backup, jobs)
        _log.error("the backup “%s” is damaged, too", backup.path)
    jobs = salvage(database, partial)
    return Mended(why, put_in_place(partial, database, "damaged"), None, jobs)


def _is_good_rebuild(database: Path, partial: Path) -> bool:
    """Copy a queue and make all its indexes anew; whether the result is sound."""
    new_file(partial)
    try:
        with closing(open_viewer(database)) as whole:
            whole.execute("VACUUM INTO ?", (str(partial),))
        # Copying takes indexes over as they are.
        writes = apsw.SQLITE_OPEN_READWRITE
        with closing(apsw.Connection(str(partial), flags=writes)) as copy:
            copy.execute("REINDEX")
    except apsw.Error as error:
        _log.error("the queue cannot be written anew: %s", error)
        return False
    return not damage_in(partial)


def _is_good_copy(saved: Path, partial: Path) -> bool:
    """Copy a backup and bring it up to date; whether it is sound then."""
    new_file(partial)
    shutil.copyfile(saved, partial)
    try:
        connection = apsw.Connection(str(partial), flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            migrate(connection)
        finally:
            connection.close()
    except apsw.Error:
        return False
    return not damage_in(partial)
