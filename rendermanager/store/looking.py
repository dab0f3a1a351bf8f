"""Reads a queue that must not be changed, whatever its version."""

from pathlib import Path

import apsw

from rendermanager.store.database import open_viewer
from rendermanager.store.migrations import VERSION, migrate


def open_looker(path: Path) -> apsw.Connection:
    """A connection that can only read; an older queue is brought up to date in memory.

    Raises:
        apsw.Error: It cannot be opened.
    """
    connection = open_viewer(path)
    if not 0 < int(connection.pragma("user_version")) < VERSION:
        return connection
    try:
        return _up_to_date(connection)
    finally:
        connection.close()


def _up_to_date(old: apsw.Connection) -> apsw.Connection:
    copy = apsw.Connection(":memory:")
    with copy.backup("main", old, "main") as backup:
        backup.step()
    migrate(copy)
    copy.pragma("query_only", 1)
    return copy
