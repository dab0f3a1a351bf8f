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
import msgspec

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
        connection = open_database(path)
        # Handed from hand to hand, never kept per thread: a Qt pool gives each function a new
        # thread state, and what was local to the old one is destroyed in the middle of nowhere.
        self._readers: list[apsw.Connection] = []
        self._listeners: list[Listener] = []
        self._writes: queue.SimpleQueue[_Write | None] = queue.SimpleQueue()
        self._closed = False
        self._durable: bool | None = None
        self._gate = threading.Lock()
        self._thread = threading.Thread(
            target=self._work, args=(connection,), name="store writer", daemon=True
        )
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
        with self._gate:  # or it could stand behind the end, where nobody serves it
            if not self._closed:
                self._writes.put(_Write(run, actor, durable, future))
                return future
        future.set_exception(_closed())
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
            connection = self._reader()
            try:
                answer = run(connection)
            except BaseException:
                # A cursor that was left in the middle would show the next one an old state.
                connection.close(force=True)
                raise
        except (apsw.Error, msgspec.DecodeError, UnicodeDecodeError) as error:
            raise StoreUnusable(f"The queue cannot be read: {error}.") from error
        self._keep(connection)
        return answer

    def _reader(self) -> apsw.Connection:
        with self._gate:
            if self._closed:
                raise _closed()
            if self._readers:
                return self._readers.pop()
        return open_reader(self.path)

    def _keep(self, connection: apsw.Connection) -> None:
        with self._gate:
            if not self._closed:
                self._readers.append(connection)
                return
        connection.close()

    def close(self) -> None:
        """Finish what was handed in, then close. Harmless when called twice."""
        with self._gate:
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

    def _work(self, connection: apsw.Connection) -> None:
        ended = False
        while not ended:
            group, ended = self._next_group()
            # From here on nobody can take it back any more.
            group = [write for write in group if write.future.set_running_or_notify_cancel()]
            if group:
                self._commit(connection, group)
        connection.close()

    def _set_durable(self, connection: apsw.Connection, durable: bool) -> None:
        if durable is not self._durable:
            connection.pragma("synchronous", "FULL" if durable else "NORMAL")
            self._durable = durable

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
            self._set_durable(connection, any(write.durable for write in group))
            connection.execute("BEGIN IMMEDIATE")
            now = self._clock()
            for write in group:
                txn = Txn(connection, now, write.actor)
                try:
                    result, stored = self._run(connection, txn, write.run)
                except Exception as error:
                    if not connection.in_transaction:
                        raise  # out of room or memory, SQLite ends more than the savepoint
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
    def _run(
        connection: apsw.Connection, txn: Txn, run: Callable[[Txn], T]
    ) -> tuple[T, list[Event]]:
        """Run one function inside a savepoint."""
        connection.execute("SAVEPOINT one")
        try:
            result = run(txn)
            stored = txn.store_events()
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK TO one; RELEASE one")
            raise
        connection.execute("RELEASE one")
        return result, stored

    @staticmethod
    def _undo(connection: apsw.Connection) -> None:
        try:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        except apsw.Error:
            _log.exception("a transaction could not be rolled back")

    def _announce(self, events: list[Event]) -> None:
        if not events:
            return
        for listener in self._listeners:
            try:
                listener(events)
            except Exception:  # noqa: BLE001 - the commit stands, and the others want to hear
                _log.exception("a listener of the store failed")


def _closed() -> StoreUnusable:
    return StoreUnusable("The queue is closed.")


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
