"""Opening the database file: pragmas, refusals in plain words, migrations with a backup before."""

import errno
import logging
import os
from pathlib import Path
from typing import Final

import apsw

from rendermanager.core.errors import StoreUnusable
from rendermanager.store.migrations import APPLICATION_ID, VERSION, migrate

BUSY_TIMEOUT_S: Final = 10.0
"""How long a connection waits for another process's transaction."""

_log = logging.getLogger(__name__)


def open_database(path: Path) -> apsw.Connection:
    """A connection that can write the database at `path`, made or brought up to date if need be.

    Raises:
        StoreUnusable: It is damaged, newer than this app, not ours, or cannot be written.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists() or path.stat().st_size == 0:
            # The file is made by us, not by SQLite, so that nobody else can ever read it.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            path.chmod(0o600)
        connection = _up_to_date(path)
    except OSError as error:
        raise StoreUnusable(
            f"The queue in “{path.parent}” cannot be opened: {error.strerror or error}.",
            "Check that the folder exists and may be written, or choose another --data-dir.",
        ) from error
    except apsw.Error as error:
        raise StoreUnusable(f"The queue “{path}” cannot be opened: {error}.", _advice(error)) from (
            error
        )
    return connection


def open_reader(path: Path) -> apsw.Connection:
    """A connection that can only read.

    Raises:
        apsw.Error: It cannot be opened.
    """
    connection = _open(path)
    connection.pragma("query_only", 1)
    return connection


def _open(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.set_busy_timeout(int(BUSY_TIMEOUT_S * 1000))
    return connection


def _up_to_date(path: Path) -> apsw.Connection:
    connection = _open(path)
    try:
        version = _version_of_ours(path, connection)
        # Only now: in a file of somebody else's, this would already change something.
        connection.pragma("journal_mode", "wal")
        if 0 < version < VERSION:
            keep = path.with_name(f"{path.stem}.before-{VERSION}{path.suffix}")
            back_up(connection, keep)
            _log.info("kept the queue as it was in %s", keep)
        migrate(connection)
        connection.pragma("foreign_keys", 1)
    except BaseException:
        connection.close()
        raise
    return connection


def _version_of_ours(path: Path, connection: apsw.Connection) -> int:
    """The version of a queue, 0 when it is still empty.

    Raises:
        StoreUnusable: It is not ours, or of a version that we do not know.
    """
    with connection:  # one look at all three, whatever another process does meanwhile
        tables = connection.execute("SELECT count(*) FROM sqlite_master").get
        version = int(connection.pragma("user_version"))
        owner = int(connection.pragma("application_id"))
    if owner != APPLICATION_ID and (tables or version or owner):
        raise StoreUnusable(
            f"“{path}” is not a Render Manager queue.", "Choose another --data-dir."
        )
    if version > VERSION:
        raise StoreUnusable(
            f"The queue “{path}” was written by a newer Render Manager.",
            "Install that version again, or start with another --data-dir.",
        )
    return version


def back_up(connection: apsw.Connection, target: Path) -> None:
    """Write a consistent copy of an open database to `target`, which appears whole or not at all.

    Raises:
        OSError: The target cannot be written.
        apsw.Error: The copy failed.
    """
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    # SQLite fills an empty file that exists, so that nobody else can read even a part of it.
    descriptor = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    try:
        _copy(connection, partial)
        os.fsync(descriptor)
    except BaseException:
        os.close(descriptor)
        partial.unlink(missing_ok=True)
        raise
    os.close(descriptor)
    partial.replace(target)


def _copy(connection: apsw.Connection, target: Path) -> None:
    read_only = connection.pragma("query_only")
    connection.pragma("query_only", 0)
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    except apsw.FullError as error:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target)) from error
    finally:
        connection.pragma("query_only", read_only)


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
    """Whether the SQLite in use is free of the WAL-reset bug.

    It was mended in 3.53.0 and, for those who stay on an older line, in 3.51.3, 3.50.7 and 3.44.6.
    """
    major, minor, patch = (int(part) for part in sqlite_version().split("."))
    mended = {(3, 44): 6, (3, 50): 7, (3, 51): 3}.get((major, minor))
    return (major, minor) >= (3, 53) or (mended is not None and patch >= mended)
