"""Keeps how the machine fared in a file of its own, so that its loss never harms the queue."""

import logging
import os
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import quote

import apsw

from rendermanager.core.points import LEVELS, Fineness, Point, fold, kept_from
from rendermanager.core.usage import Sample

PRUNE_EVERY_S: Final = 60
BUSY_TIMEOUT_MS: Final = 200
"""Nobody else writes here; whoever looks into the file may hold it for a moment."""
VERSION: Final = 1
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS point (
    series TEXT NOT NULL, span_s INTEGER NOT NULL, at_s INTEGER NOT NULL,
    mean REAL NOT NULL, most REAL NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (span_s, series, at_s)
) WITHOUT ROWID, STRICT;
"""
_KEEP: Final = "INSERT OR REPLACE INTO point (series, span_s, at_s, mean, most, count)"
_DAMAGE: Final = (apsw.CorruptError, apsw.NotADBError)

_log = logging.getLogger(__name__)


class SampleHistory:
    """The past of the machine; use it on one thread.

    Whatever the disk does, nothing is raised: history is a comfort, and the renders are not to
    suffer for it. What could not be kept is left out.
    """

    def __init__(self, path: Path) -> None:
        """Open nothing yet."""
        self._path = path
        self._connection: apsw.Connection | None = None
        self._open: dict[tuple[str, int], Point] = {}
        self._pruned_s = 0
        self._complained = False

    def add(self, sample: Sample) -> bool:
        """Keep a sample; False when it could not be kept."""
        try:
            self._add(sample)
        except _DAMAGE as error:
            self._set_aside(error)
            return False
        except (apsw.Error, OSError) as error:
            self._complain(error)
            return False
        self._complained = False
        return True

    def close(self) -> None:
        """Let go of the file."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            connection.close()
        except apsw.Error as error:
            self._complain(error)

    def _add(self, sample: Sample) -> None:
        connection = self._connected()
        rows = []
        for series, value in sample.series().items():
            for level in LEVELS:
                key = series, level.span_s
                point = fold(self._open.get(key), sample.at, value, level.span_s)
                self._open[key] = point
                rows.append((*key, point.at_s, point.mean, point.most, point.count))
        with connection:
            connection.executemany(f"{_KEEP} VALUES (?, ?, ?, ?, ?, ?)", rows)
            self._prune(connection, sample.at)

    def _prune(self, connection: apsw.Connection, now: datetime) -> None:
        # Either way: a clock that was put back must not stop it.
        if abs(now.timestamp() - self._pruned_s) < PRUNE_EVERY_S:
            return
        self._pruned_s = int(now.timestamp())
        for level in LEVELS:
            bound = level.span_s, kept_from(level, now)
            connection.execute("DELETE FROM point WHERE span_s = ? AND at_s < ?", bound)

    def _connected(self) -> apsw.Connection:
        if self._connection is None:
            if not self._path.exists():
                os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = _connect(self._path)
            self._open.clear()
        return self._connection

    def _set_aside(self, error: apsw.Error) -> None:
        """Begin anew, and keep what was there for whoever wants to look into it."""
        self.close()
        aside = self._path.with_name(f"{self._path.name}.damaged")
        try:
            self._path.replace(aside)
            for tail in ("-wal", "-shm"):
                self._path.with_name(self._path.name + tail).unlink(missing_ok=True)
        except OSError as trouble:
            self._complain(trouble)
            return
        _log.warning(
            "The history of the computer's load in “%s” is damaged (%s). It was set aside as “%s”,"
            " and a new one is begun.",
            self._path,
            error,
            aside.name,
        )

    def _complain(self, error: Exception) -> None:
        """Once for each trouble: this is tried again every second."""
        if not self._complained:
            self._complained = True
            _log.info("the history of the computer's load is not kept for now: %s", error)


def points_of(
    path: Path, series: Collection[str], level: Fineness, since: datetime
) -> dict[str, tuple[Point, ...]]:
    """What is kept of some series since then, the oldest first; empty where nothing can be read.

    May be called from any thread, while the history is being written.
    """
    points: dict[str, list[Point]] = {name: [] for name in series}
    try:
        flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        connection = apsw.Connection(f"file:{quote(str(path.absolute()))}?mode=ro", flags=flags)
        try:
            connection.set_busy_timeout(BUSY_TIMEOUT_MS)
            for name, found in points.items():
                rows = connection.execute(
                    "SELECT at_s, mean, most, count FROM point"
                    " WHERE span_s = ? AND series = ? AND at_s >= ? ORDER BY at_s",
                    (level.span_s, name, int(since.timestamp())),
                )
                found.extend(Point(*row) for row in rows)
        finally:
            connection.close()
    except apsw.Error as error:
        _log.info("the history of the computer's load cannot be read: %s", error)
    return {name: tuple(found) for name, found in points.items()}


def _connect(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.set_busy_timeout(BUSY_TIMEOUT_MS)
        connection.pragma("journal_mode", "wal")
        # A power cut may cost the history; the disk is not to be held up once a second for it.
        connection.pragma("synchronous", "off")
        connection.execute(_SCHEMA)
        connection.pragma("user_version", VERSION)
    except BaseException:
        connection.close()
        raise
    return connection
