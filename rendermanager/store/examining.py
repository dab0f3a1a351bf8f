"""Looks through a whole database for damage, down to the meaning of every row."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import apsw

from rendermanager.core.errors import StoreUnusable
from rendermanager.store import rows
from rendermanager.store.database import TABLES, open_viewer
from rendermanager.store.migrations import APPLICATION_ID, VERSION

READERS: Final[dict[str, tuple[str, Callable[[rows.Row], Any]]]] = {
    "job": (rows.JOB_COLUMNS, rows.job_from),
    "task": (rows.TASK_COLUMNS, rows.task_from),
    "attempt": (rows.ATTEMPT_COLUMNS, rows.attempt_from),
    "event": (rows.EVENT_COLUMNS, rows.event_from),
}


def damage_in(database: Path) -> str:
    """What is wrong with a database, in a few words; empty for a sound one.

    Reads every page and every row: a second for 20,000 jobs. Nothing is changed.
    """
    try:
        connection = open_viewer(database)
        try:
            return next(_problems(connection), "")
        finally:
            connection.close()
    except (apsw.Error, StoreUnusable, OSError, UnicodeDecodeError) as error:
        return str(getattr(error, "message", error))


def _problems(connection: apsw.Connection) -> Iterator[str]:
    if connection.pragma("application_id") != APPLICATION_ID:
        yield "it is not marked as a queue"
    version = int(connection.pragma("user_version"))
    if not 0 < version <= VERSION:
        yield "its version makes no sense"
    for (said,) in connection.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield str(said).splitlines()[-1]
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield f"a row of “{table}” belongs to nothing"
    for table, columns in TABLES.items() if version == VERSION else ():
        # An older one is brought up to date before its rows can be read.
        wanted, read = READERS.get(table, (columns, tuple))
        for row in connection.execute(f"SELECT {wanted} FROM {table}"):
            read(row)
    if not connection.execute("SELECT 1 FROM setting WHERE name = 'uid'").get:
        yield "it has no name"


def is_quickly_sound(database: Path) -> bool:
    """Whether the pages fit together; for every start, hence without a look at each row.

    A newer queue, or none at all, is nobody's damage. Nothing is changed.
    """
    try:
        connection = open_viewer(database)
        try:
            if connection.pragma("application_id") != APPLICATION_ID:
                return True  # judged by whoever opens it
            return bool(connection.execute("PRAGMA quick_check(1)").get == "ok")
        finally:
            connection.close()
    except (apsw.CorruptError, apsw.NotADBError):
        return False
    except (apsw.Error, OSError):
        return True
