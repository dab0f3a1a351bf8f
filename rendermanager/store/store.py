"""The store: one thread that writes in group commits, any thread that reads."""

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

import apsw

from rendermanager.core.errors import StoreUnusable
from rendermanager.core.events import Event
from rendermanager.store.database import back_up, open_database, open_reader
from rendermanager.store.txn import Txn

T = TypeVar("T")
Listener = Callable[[Sequence[Event]], None]

MAX_GROUP: Final = 256
"""Most functions that share one commit."""

_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The time of day, aware UTC."""
    return datetime.now(UTC)


@dataclass(slots=True)
class _Write:
    run: Callable[[Txn], Any]
    actor: str
    durable: bool
    future: "Future[Any]"


class Store:
    """The queue on disk.

    Functions handed to `write` run on one thread, each inside a savepoint; those that wait
    together share one `BEGIN IMMEDIATE … COMMIT`, so that a burst of moves costs one sync. A
    function that raises is rolled back alone. Futures resolve, and listeners hear the events,
    only after the commit.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime] = utc_now) -> None:
        """Open (or create) the database at `path` and start the writer.

        Raises:
            StoreUnusable: See `open_database`.
        """
        self.path = path
        self._clock = clock
        self._database = open_database(path)
        # Handed from hand to hand, never kept per thread: a Qt pool gives each function a new
        # thread state, and what was local to the old one is destroyed in the middle of nowhere.
        self._readers: list[apsw.Connection] = []
        self._listeners: list[Listener] = []
        self._writes: queue.SimpleQueue[_Write | None] = queue.SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="store writer", daemon=True)
        self._thread.start()

    def now(self) -> datetime:
        """The time by the store's clock, aware UTC."""
        return self._clock()

    def listen(self, listener: Listener) -> None:
        """Call `listener` with the events of each commit, on the writer thread."""
        self._listeners.append(listener)

    def write(
        self, run: Callable[[Txn], T], *, actor: str = "", durable: bool = True
    ) -> "Future[T]":
        """Run `run` inside a transaction, soon, on the writer thread.

        Args:
            run: Reads and changes rows through the `Txn`; must be quick.
            actor: Who asks, for the audit log.
            durable: Whether the commit must survive a power cut. Progress may do without.
        """
        future: Future[T] = Future()
        if self._closed:
            future.set_exception(StoreUnusable("The queue is closed."))
            return future
        self._writes.put(_Write(run, actor, durable, future))
        return future

    def change(self, run: Callable[[Txn], T], *, actor: str = "", durable: bool = True) -> T:
        """Like `write`, and wait for the commit. Never call it on the main thread of the app."""
        return self.write(run, actor=actor, durable=durable).result()

    def read(self, run: Callable[[apsw.Connection], T]) -> T:
        """Run `run` with a connection that nobody else uses meanwhile; it can only read.

        Raises:
            StoreUnusable: The database cannot be read.
        """
        try:
            connection = self._readers.pop()
        except IndexError:
            connection = None
        try:
            connection = connection or open_reader(self.path)
            return run(connection)
        except apsw.Error as error:
            raise StoreUnusable(f"The queue cannot be read: {error}.") from error
        finally:
            self._keep(connection)

    def _keep(self, connection: apsw.Connection | None) -> None:
        if connection is None:
            return
        if self._closed:
            connection.close()
        else:
            self._readers.append(connection)

    def close(self) -> None:
        """Finish what was handed in, then close. Harmless when called twice."""
        if self._closed:
            return
        self._closed = True
        self._writes.put(None)
        self._thread.join()
        while self._readers:
            self._readers.pop().close()

    def back_up(self, target: Path) -> None:
        """Write a consistent copy to `target` while work goes on.

        Raises:
            OSError: The target cannot be written.
            StoreUnusable: The database cannot be read.
        """
        self.read(lambda connection: back_up(connection, target))

    def _work(self) -> None:
        connection: apsw.Connection = self._database.connection()
        full = False
        ended = False
        while not ended:
            group, ended = self._next_group()
            if not group:
                continue
            durable = any(write.durable for write in group)
            if durable is not full:
                connection.pragma("synchronous", "FULL" if durable else "NORMAL")
                full = durable
            self._commit(connection, group)
        self._database.close()

    def _next_group(self) -> tuple[list[_Write], bool]:
        first = self._writes.get()
        if first is None:
            return [], True
        group = [first]
        while len(group) < MAX_GROUP:
            try:
                more = self._writes.get_nowait()
            except queue.Empty:
                break
            if more is None:
                return group, True
            group.append(more)
        return group, False

    def _commit(self, connection: apsw.Connection, group: list[_Write]) -> None:
        events: list[Event] = []
        done: list[tuple[Future[Any], Any]] = []
        try:
            connection.execute("BEGIN IMMEDIATE")
            now = self._clock()
            for write in group:
                txn = Txn(connection, now, write.actor)
                try:
                    with connection:  # a savepoint
                        result = write.run(txn)
                        stored = txn.store_events()
                except Exception as error:  # noqa: BLE001 - goes to the one who asked
                    write.future.set_exception(_plain(error))
                    continue
                events += stored
                done.append((write.future, result))
            connection.execute("COMMIT")
        except Exception as error:  # noqa: BLE001 - goes to everyone who asked
            self._undo(connection)
            for write in group:
                if not write.future.done():
                    write.future.set_exception(_plain(error))
            return
        self._announce(events)
        for future, result in done:
            future.set_result(result)

    @staticmethod
    def _undo(connection: apsw.Connection) -> None:
        if connection.in_transaction:
            connection.execute("ROLLBACK")

    def _announce(self, events: list[Event]) -> None:
        if not events:
            return
        for listener in self._listeners:
            try:
                listener(events)
            except Exception:  # noqa: BLE001 - the commit stands, and the others want to hear
                _log.exception("a listener of the store failed")


def _plain(error: Exception) -> Exception:
    if isinstance(error, apsw.FullError):
        return StoreUnusable(
            "The disk with the queue is full.", "Make room; nothing new starts until then."
        )
    if isinstance(error, apsw.ConstraintError):
        return error
    if isinstance(error, apsw.Error):
        return StoreUnusable(f"The queue cannot be written: {error}.")
    return error
