"""One open transaction, as the functions see it that change rows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
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
        self._events: list[Event] = []
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
        self._events.append(
            Event(
                kind=kind,
                job_id=job_id,
                task_id=task_id,
                old=old,
                new=new,
                reason=reason,
                actor=self.actor,
                at=self.now,
            )
        )

    def store_events(self) -> list[Event]:
        """Write the gathered events; they come back with the numbers they got."""
        if not self._events:
            return []
        row = self.one("SELECT coalesce(max(id), 0) FROM event")
        first = (row[0] if row else 0) + 1
        events = [replace(event, id=first + at) for at, event in enumerate(self._events)]
        self.many(
            "INSERT INTO event VALUES (?,?,?,?,?,?,?,?,?)",
            (
                (e.id, self.stamp, e.kind, e.job_id, e.task_id, e.old, e.new, e.reason, e.actor)
                for e in events
            ),
        )
        return events
