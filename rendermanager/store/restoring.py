"""Puts a saved queue in place of the current one."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import apsw

from rendermanager.core.errors import UserError
from rendermanager.store.migrations import APPLICATION_ID, VERSION


def restore_database(saved: Path, database: Path) -> Path | None:
    """Replace `database` by `saved`; where the old one is kept comes back, None if there was none.

    The caller owns the queue: nobody else may have it open.

    Raises:
        UserError: `saved` is no queue that this version can read; nothing was changed.
        OSError: A file cannot be copied or renamed.
    """
    _check(saved)
    partial = database.with_name(database.name + ".restoring")
    partial.unlink(missing_ok=True)
    # Made by us first, so that nobody else can ever read a part of it.
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    shutil.copyfile(saved, partial)
    kept = None
    if database.exists():
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        kept = database.with_name(f"{database.stem}.replaced-{stamp}{database.suffix}")
        database.replace(kept)
    for tail in ("-wal", "-shm"):
        log = database.with_name(database.name + tail)
        if log.exists():
            if kept is None:
                log.unlink()
            else:
                log.replace(kept.with_name(kept.name + tail))
    partial.replace(database)
    return kept


def _check(saved: Path) -> None:
    if not saved.is_file():
        raise UserError(f"“{saved}” does not exist.", "Name a file made with “backup”.")
    try:
        connection = apsw.Connection(str(saved), flags=apsw.SQLITE_OPEN_READONLY)
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
