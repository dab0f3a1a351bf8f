"""One open transaction, as the functions see it that change rows."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import apsw

from rendermanager.core.events import Event, EventKind

Row = tuple[Any, ...]


class Txn:
    """Runs SQL inside the writer's transaction and gathers the events it causes.

    Attributes:
        now: Time of this transaction, aware UTC.
        stamp: The same as seconds since 1970, as the rows hold it.
        actor: Who asked.
    """

    __slots__ = ("_connection", "_events", "actor", "now", "stamp")

    def __init__(self, connection: apsw.Connection, now: datetime, actor: str) -> None:
        """Wrap the writer's connection for one function."""
        self._connection = connection
        self._events: list[tuple[EventKind, int, int, str, str, str]] = []
        self.now = now
        self.stamp = now.timestamp()
        self.actor = actor

    def run(self, sql: str, *values: Any) -> int:
        """Execute one statement; the number of rows it changed."""
        self._connection.execute(sql, values)
        return self._connection.changes()

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute one statement for each row of values."""
        self._connection.executemany(sql, rows)

    def one(self, sql: str, *values: Any) -> Row | None:
        """The first row, or None."""
        return next(iter(self._connection.execute(sql, values)), None)

    def all(self, sql: str, *values: Any) -> list[Row]:
        """Every row."""
        return list(self._connection.execute(sql, values))

    def record(
        self,
        kind: EventKind,
        job_id: int = 0,
        *,
        task_id: int = 0,
        old: str = "",
        new: str = "",
        reason: str = "",
    ) -> None:
        """Note an event; it is stored with this transaction and announced after the commit."""
        self._events.append((kind, job_id, task_id, old, new, reason))

    def store_events(self) -> list[Event]:
        """Write the gathered events; they come back with the numbers they got."""
        if not self._events:
            return []
        self.many(
            "INSERT INTO event (at, kind, job_id, task_id, old, new, reason, actor) "
            "VALUES (?,?,?,?,?,?,?,?)",
            ((self.stamp, *told, self.actor) for told in self._events),
        )
        # Nobody else can write in between, so the numbers follow one another.
        first = self._connection.last_insert_rowid() - len(self._events) + 1
        return [
            Event(
                id=event_id,
                kind=kind,
                job_id=job_id,
                task_id=task_id,
                old=old,
                new=new,
                reason=reason,
                actor=self.actor,
                at=self.now,
            )
            for event_id, (kind, job_id, task_id, old, new, reason) in enumerate(
                self._events, start=first
            )
        ]
