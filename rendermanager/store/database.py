"""Opening the database file: pragmas, refusals in plain words, migrations with a backup before."""

import errno
import logging
import os
import time
from pathlib import Path
from typing import Final
from urllib.parse import quote

import apsw

from rendermanager.core.errors import StoreBlocked, StoreDamaged, StoreNewer, StoreUnusable
from rendermanager.store.migrations import APPLICATION_ID, VERSION, migrate
from rendermanager.store.refusals import refusal
from rendermanager.store.rows import ATTEMPT_COLUMNS, EVENT_COLUMNS, JOB_COLUMNS, TASK_COLUMNS

BUSY_TIMEOUT_S: Final = 10.0
"""How long a connection waits for another process's transaction."""
AT_ONCE_S: Final = 60.0
"""Copies of an old queue that are made within so many seconds belong to one moment."""

ABSURD_VERSION: Final = 10_000
"""No release will ever have made so many steps."""
TABLES: Final = {
    "job": f"{JOB_COLUMNS}, priority, reserves, removed, checked, name_key, size_bytes",
    "job_text": "job_id, words",
    "consumption": "attempt_id, kind, seconds, cpu_s, memory, card_memory, read, written",
    "task": f"{TASK_COLUMNS}, priority, position",
    "attempt": ATTEMPT_COLUMNS,
    "event": EVENT_COLUMNS,
    "reservation": "path, job_id",
    "setting": "name, value",
}
"""What every queue has, whatever else."""

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
        raise StoreBlocked(
            f"The queue in “{path.parent}” cannot be opened: {error.strerror or error}.",
            "Check that the folder exists and may be written, or choose another --data-dir.",
        ) from error
    except apsw.Error as error:
        raise refusal(error, f"The queue “{path}” cannot be opened") from error
    return connection


def open_viewer(path: Path) -> apsw.Connection:
    """A connection that leaves everything as it is, of any version, also on a read-only disk.

    The caller sees to it that nobody changes the file meanwhile.

    Raises:
        apsw.Error: It cannot be opened.
    """
    log = path.with_name(path.name + "-wal")
    # Without a log there is nothing to wait for, and then SQLite need not write beside the file.
    how = "mode=ro" if log.exists() and log.stat().st_size else "immutable=1"
    name = f"file:{quote(str(path.absolute()))}?{how}"
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    connection = apsw.Connection(name, flags=flags)
    connection.set_busy_timeout(int(BUSY_TIMEOUT_S * 1000))
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
            _keep_as_it_was(path, connection, version)
        migrate(connection)
        _check_tables(path, connection)
        connection.pragma("foreign_keys", 1)
    except BaseException:
        connection.close()
        raise
    return connection


def _keep_as_it_was(path: Path, connection: apsw.Connection, version: int) -> None:
    """Put a copy of an older queue beside it, under a name that tells what it was made before.

    Others may open the queue at the same moment. Each copies for itself, and the oldest copy stays:
    the others were made when somebody had begun to bring the queue up to date.
    """
    keep = path.with_name(f"{path.stem}.before-{VERSION}{path.suffix}")
    mine = keep.with_name(f"{keep.name}.{os.getpid()}")
    back_up(connection, mine)
    if _version_in(mine) > version or _is_being_kept(keep, version):
        mine.unlink()
    else:
        mine.replace(keep)
        _log.info("kept the queue as it was in %s", keep)


def _is_being_kept(keep: Path, version: int) -> bool:
    """Whether another process has just put an older copy there."""
    try:
        is_fresh = keep.stat().st_mtime > time.time() - AT_ONCE_S
        return is_fresh and _version_in(keep) < version
    except (OSError, apsw.Error):
        return False


def _version_in(path: Path) -> int:
    copy = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return int(copy.pragma("user_version"))
    finally:
        copy.close()


def _version_of_ours(path: Path, connection: apsw.Connection) -> int:
    """The version of a queue, 0 when it is still empty.

    Raises:
        StoreUnusable: It is not ours, or of a version that we do not know, or damaged.
    """
    with connection:  # one look at all three, whatever another process does meanwhile
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        version = int(connection.pragma("user_version"))
        owner = int(connection.pragma("application_id"))
    ours = owner == APPLICATION_ID or TABLES.keys() <= tables
    if not ours and (tables or version or owner):
        raise StoreUnusable(
            f"“{path}” is not a Render Manager queue.", "Choose another --data-dir."
        )
    if ours and (owner != APPLICATION_ID or not 0 < version < ABSURD_VERSION):
        raise damaged(path, "its head makes no sense")
    if version > VERSION:
        raise StoreNewer(
            f"The queue “{path}” was written by a newer Render Manager.",
            "Install that version again, or start with another --data-dir.",
        )
    return version


def _check_tables(path: Path, connection: apsw.Connection) -> None:
    try:
        for name, columns in TABLES.items():
            connection.execute(f"SELECT {columns} FROM {name} LIMIT 0")
    except apsw.SQLError as error:
        raise damaged(path, str(error)) from error


def damaged(path: Path, why: str) -> StoreDamaged:
    """The error for a queue that SQLite can read but that is none any more."""
    return StoreDamaged(
        f"The queue “{path}” cannot be opened: {why}.",
        "The file is damaged: the next start puts it aside and restores the newest backup.",
    )


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


def may_be_looked_at(error: StoreUnusable) -> bool:
    """Whether a queue that cannot be opened can still be read without changing anything."""
    if isinstance(error, StoreNewer):
        return True
    # Whoever holds a lock may be about to change what is read.
    held = isinstance(error.__cause__, apsw.BusyError | apsw.LockedError)
    return isinstance(error, StoreBlocked) and not held


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
