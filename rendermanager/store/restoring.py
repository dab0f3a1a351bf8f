"""Puts a saved queue in place of the current one, which is kept; no moment without a queue."""

import contextlib
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import apsw

from rendermanager.core.errors import UserError
from rendermanager.store.database import open_viewer
from rendermanager.store.migrations import APPLICATION_ID, VERSION

LOGS: Final = ("-wal", "-shm")
FENCES_SKIPPED: Final = 1000
"""A restored task may have been claimed since; no later claim may look like one of those."""
NUMBERS_SKIPPED: Final = 10_000
"""Where nobody knows how many jobs there were, the next ones are counted from here on."""
ABSURD_NUMBER: Final = 1_000_000_000


def restore_database(saved: Path, database: Path) -> Path | None:
    """Replace `database` by `saved`; where the old one is kept comes back, None if there was none.

    The caller owns the queue: nobody else may have it open.

    Raises:
        UserError: `saved` is no queue that this version can read; nothing was changed.
        OSError: A file cannot be copied or renamed.
    """
    _check(saved)
    _empty_log(database)
    partial = new_file(database.with_name(database.name + ".restoring"))
    shutil.copyfile(saved, partial)
    return put_in_place(partial, database, "replaced")


def new_file(path: Path) -> Path:
    """Make an empty file that nobody else can ever read a part of."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return path


def put_in_place(partial: Path, database: Path, word: str) -> Path | None:
    """Let `partial` be the queue; the one before is kept beside it, under a name with this word.

    At every moment one of them stands under the name of the queue.

    Raises:
        OSError: A file cannot be copied or renamed.
    """
    go_on_from(partial, database)
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    kept = keep_aside(database, word)
    for tail in LOGS:
        # Mixed into another queue, the log would destroy that.
        database.with_name(database.name + tail).unlink(missing_ok=True)
    partial.replace(database)
    _sync_folder(database.parent)
    return kept


def keep_aside(database: Path, word: str) -> Path | None:
    """Keep a queue and its log, as they are, under another name too; None where there is none."""
    if not database.exists():
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    kept = database.with_name(f"{database.stem}.{word}-{stamp}{database.suffix}")
    number = 2
    while os.path.lexists(kept):
        kept = database.with_name(f"{database.stem}.{word}-{stamp}-{number}{database.suffix}")
        number += 1
    for tail in ("", LOGS[0]):
        source = database.with_name(database.name + tail)
        if source.exists():
            _also_as(source, kept.with_name(kept.name + tail))
    return kept


def _also_as(source: Path, name: Path) -> None:
    try:
        name.hardlink_to(source)
    except OSError:  # not every file system has links
        shutil.copyfile(source, new_file(name))


def _empty_log(database: Path) -> None:
    """Bring what lies in the log into the database, so that neither is kept without the other."""
    if not database.exists() or not database.stat().st_size:
        return
    with contextlib.suppress(apsw.Error):
        connection = apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def go_on_from(partial: Path, database: Path) -> None:
    """See to it that no number is given a second time: logs and folders are called by them."""
    before = _numbers(database)
    connection = apsw.Connection(str(partial), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        with connection:
            for name, last in before.items():
                connection.execute(
                    "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, name)
                )
                if not connection.changes():
                    connection.execute("INSERT INTO sqlite_sequence VALUES (?,?)", (name, last))
            skip = (FENCES_SKIPPED,)
            connection.execute("UPDATE task SET fence = fence + ?", skip)
            connection.execute("UPDATE attempt SET fence = fence + ? WHERE outcome = ''", skip)
        connection.pragma("journal_mode", "delete")
    finally:
        connection.close()


def _numbers(database: Path) -> dict[str, int]:
    """The last number given in each table that is counted; a guess where it cannot be read."""
    if not database.exists():
        return {}
    with contextlib.suppress(apsw.Error, ValueError, TypeError, OSError):
        connection = open_viewer(database)
        try:
            found = connection.execute(
                "SELECT name, seq FROM sqlite_sequence WHERE name IN ('job', 'attempt')"
            )
            numbers = {str(name): int(seq) for name, seq in found}
        finally:
            connection.close()
        if all(0 <= number < ABSURD_NUMBER for number in numbers.values()):
            return numbers
    return {"job": NUMBERS_SKIPPED, "attempt": NUMBERS_SKIPPED}


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _check(saved: Path) -> None:
    if not saved.is_file():
        raise UserError(f"“{saved}” does not exist.", "Name a file made with “backup”.")
    try:
        connection = open_viewer(saved)
        try:
            ours = connection.pragma("application_id") == APPLICATION_ID
            version = int(connection.pragma("user_version"))
            sound = connection.pragma("quick_check") == "ok"
        finally:
            connection.close()
    except apsw.Error as error:
        raise UserError(f"“{saved}” is not a queue: {error}.", "Name another file.") from error
    if not ours or not sound:
        raise UserError(f"“{saved}” is not a sound queue.", "Name another file.")
    if version > VERSION:
        raise UserError(f"“{saved}” was saved by a newer Render Manager.", "Update this one.")
