"""Opening the database file: pragmas, refusals in plain words, migrations with a backup before."""

import logging
import os
from pathlib import Path
from typing import Final

import apsw
from playhouse.apsw_ext import APSWDatabase

from rendermanager.core.errors import StoreUnusable
from rendermanager.store.migrations import APPLICATION_ID, VERSION, migrate
from rendermanager.store.models import MODELS

BUSY_TIMEOUT_S: Final = 10.0
"""How long a connection waits for another process's transaction."""

_log = logging.getLogger(__name__)


def open_database(path: Path) -> APSWDatabase:
    """The database at `path`, created or brought up to date if need be.

    Raises:
        StoreUnusable: It is damaged, newer than this app, not ours, or cannot be written.
    """
    database = APSWDatabase(
        str(path),
        timeout=BUSY_TIMEOUT_S,
        pragmas={"journal_mode": "wal", "synchronous": "normal", "foreign_keys": 1},
    )
    database.bind(MODELS, bind_refs=False, bind_backrefs=False)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = not path.exists() or path.stat().st_size == 0
        if fresh:
            # The file is made by us, not by SQLite, so that nobody else can ever read it.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        connection: apsw.Connection = database.connection()
        _bring_up_to_date(path, connection, fresh=fresh)
    except OSError as error:
        raise StoreUnusable(
            f"The queue in “{path.parent}” cannot be opened: {error.strerror or error}.",
            "Check that the folder exists and may be written, or choose another --data-dir.",
        ) from error
    except apsw.Error as error:
        raise StoreUnusable(f"The queue “{path}” cannot be opened: {error}.", _advice(error)) from (
            error
        )
    finally:
        if not database.is_closed():
            # The writer opens its own: a connection of peewee's belongs to one thread.
            database.close()
    return database


def open_reader(path: Path) -> apsw.Connection:
    """A connection that can only read.

    Raises:
        apsw.Error: It cannot be opened.
    """
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.set_busy_timeout(int(BUSY_TIMEOUT_S * 1000))
    connection.pragma("query_only", 1)
    return connection


def _bring_up_to_date(path: Path, connection: apsw.Connection, *, fresh: bool) -> None:
    version = int(connection.pragma("user_version"))
    if version > VERSION:
        raise StoreUnusable(
            f"The queue “{path}” was written by a newer Render Manager.",
            "Install that version again, or start with another --data-dir.",
        )
    if not fresh and int(connection.pragma("application_id")) != APPLICATION_ID:
        tables = connection.execute("SELECT count(*) FROM sqlite_master").get
        if tables:
            raise StoreUnusable(
                f"“{path}” is not a Render Manager queue.", "Choose another --data-dir."
            )
    if version < VERSION:
        if version:
            keep = path.with_name(f"{path.stem}.before-{VERSION}{path.suffix}")
            back_up(connection, keep)
            _log.info("kept the queue as it was in %s", keep)
        migrate(connection)


def back_up(connection: apsw.Connection, target: Path) -> None:
    """Write a consistent copy of an open database to `target`, which appears whole or not at all.

    Raises:
        OSError: The target cannot be written.
        apsw.Error: The copy failed.
    """
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    connection.execute("VACUUM INTO ?", (str(partial),))
    partial.chmod(0o600)
    with partial.open("rb") as written:
        os.fsync(written.fileno())
    partial.replace(target)


def _advice(error: apsw.Error) -> str:
    if isinstance(error, apsw.NotADBError | apsw.CorruptError):
        return "The file is damaged: put it aside and restore a backup with “restore FILE”."
    if isinstance(error, apsw.BusyError):
        return "Another program holds it: close that one and try again."
    if isinstance(error, apsw.FullError):
        return "The disk is full: make room and try again."
    return "Check the folder's permissions and the disk, or choose another --data-dir."


def sqlite_version() -> str:
    """The SQLite in use."""
    return apsw.sqlite_lib_version()


def sqlite_is_safe() -> bool:
    """Whether the SQLite in use is free of the WAL-reset bug (fixed in 3.51.3)."""
    return tuple(int(part) for part in sqlite_version().split(".")) >= (3, 51, 3)
