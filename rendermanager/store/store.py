"""The store: one thread that writes in group commits, any thread that reads."""

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

import apsw
import msgspec

from rendermanager.core.errors import StoreDamaged, StoreUnusable
from rendermanager.core.events import Event
from rendermanager.store.database import back_up, open_database, open_reader
from rendermanager.store.looking import open_looker
from rendermanager.store.refusals import refusal
from rendermanager.store.rows import unreadable
from rendermanager.store.txn import Txn
from rendermanager.store.writer import Write, Writer

T = TypeVar("T")
Listener = Callable[[Sequence[Event]], None]
Watcher = Callable[[StoreUnusable | None], None]

DAMAGE_LOOK_S: Final = 0.2
"""How often one who waits for a patient write looks whether it can still come."""

_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The time of day, aware UTC."""
    return datetime.now(UTC)


class Store:
    """The queue on disk.

    Functions handed to `write` run on one thread, each inside a savepoint; those that wait
    together share one `BEGIN IMMEDIATE … COMMIT`, so that a burst of moves costs one sync. A
    function that raises is rolled back alone. Futures resolve, and listeners hear the events,
    only after the commit.
    """

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime] = utc_now,
        *,
        only_look: StoreUnusable | None = None,
    ) -> None:
        """Open (or create) the database at `path` and start the writer.

        Args:
            path: The file.
            clock: Tells the time, aware UTC.
            only_look: Why nothing may be changed: every write is refused with this, and the
                database is opened without touching it, whatever its version.

        Raises:
            StoreUnusable: See `open_database`.
        """
        self.path = path
        self.only_look = only_look
        self._clock = clock
        # Handed from hand to hand, never kept per thread: a Qt pool gives each function a new
        # thread state, and what was local to the old one is destroyed in the middle of nowhere.
        self._readers: list[apsw.Connection] = []
        self._listeners: list[Listener] = []
        self._watchers: list[Watcher] = []
        self._closed = False
        self._gate = threading.Lock()
        self._writer: Writer | None = None
        if only_look is None:
            connection = open_database(path)
            self._writer = Writer(path, connection, clock, self._announce, self._on_trouble)

    def now(self) -> datetime:
        """The time by the store's clock, aware UTC."""
        return self._clock()

    def listen(self, listener: Listener) -> None:
        """Call `listener` with the events of each commit, on the writer thread."""
        self._listeners.append(listener)

    @property
    def trouble(self) -> StoreUnusable | None:
        """Why nothing can be stored at the moment; None while all is well."""
        return self._writer.trouble if self._writer else self.only_look

    def watch(self, watcher: Watcher) -> None:
        """Call `watcher` with `trouble` whenever that changes, on any thread."""
        self._watchers.append(watcher)

    def write(
        self,
        run: Callable[[Txn], T],
        *,
        actor: str = "",
        durable: bool = True,
        patient: bool = False,
    ) -> "Future[T]":
        """Run `run` inside a transaction, soon, on the writer thread.

        Args:
            run: Reads and changes rows through the `Txn`; must be quick.
            actor: Who asks, for the audit log.
            durable: Whether the commit must survive a power cut. Progress may do without.
            patient: Wait for as long as the disk is full or the queue locked; `run` may be called
                several times then. For what has happened and must be recorded.
        """
        future: Future[T] = Future()
        with self._gate:  # or it could stand behind the end, where nobody serves it
            if self.only_look is not None:
                future.set_exception(self.only_look)
                return future
            if not self._closed and self._writer is not None:
                self._writer.put(Write(run, actor, durable, patient, future))
                return future
        future.set_exception(_closed())
        return future

    def change(
        self,
        run: Callable[[Txn], T],
        *,
        actor: str = "",
        durable: bool = True,
        patient: bool = False,
    ) -> T:
        """Like `write`, and wait for the commit. Never call it on the main thread of the app.

        Raises:
            StoreDamaged: Not even a patient one waits here for what nothing mends.
        """
        future = self.write(run, actor=actor, durable=durable, patient=patient)
        while True:
            done, _ = wait([future], DAMAGE_LOOK_S if patient else None)
            if done:
                return future.result()
            if isinstance(self.trouble, StoreDamaged):
                raise self.trouble

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
        except apsw.Error as error:
            raise self._judged(refusal(error, "The queue cannot be read")) from error
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise self._judged(unreadable(error)) from error
        except StoreDamaged as error:
            raise self._judged(error) from error.__cause__
        self._keep(connection)
        return answer

    def _reader(self) -> apsw.Connection:
        with self._gate:
            if self._closed:
                raise _closed()
            if self._readers:
                return self._readers.pop()
        return open_looker(self.path) if self._writer is None else open_reader(self.path)

    def _keep(self, connection: apsw.Connection) -> None:
        with self._gate:
            if not self._closed:
                self._readers.append(connection)
                return
        connection.close()

    def stop_waiting(self) -> None:
        """Refuse patient writes, too, if they cannot be stored now: the end is near."""
        with self._gate:
            if self._writer is not None and not self._closed:
                self._writer.stop_waiting()

    def close(self) -> None:
        """Finish what was handed in, then close. Harmless when called twice."""
        with self._gate:
            if self._closed:
                return
            self._closed = True
        if self._writer is not None:
            self._writer.stop()
        while self._readers:
            self._readers.pop().close()

    def back_up(self, target: Path) -> None:
        """Write a consistent copy to `target` while work goes on.

        Raises:
            OSError: The target cannot be written.
            StoreUnusable: The database cannot be read.
        """
        self.read(lambda connection: back_up(connection, target))

    def _judged(self, error: StoreUnusable) -> StoreUnusable:
        """Stop writing when a read has shown damage; what a newer version wrote is none."""
        if self._writer is None:
            return self.only_look or error
        if isinstance(error, StoreDamaged):
            self._writer.damaged(error)
        return error

    def _announce(self, events: Sequence[Event]) -> None:
        if not events:
            return
        for listener in self._listeners:
            try:
                listener(events)
            except Exception:  # noqa: BLE001 - the commit stands, and the others want to hear
                _log.exception("a listener of the store failed")

    def _on_trouble(self, trouble: StoreUnusable | None) -> None:
        for watcher in self._watchers:
            watcher(trouble)


def _closed() -> StoreUnusable:
    return StoreUnusable("The queue is closed.")
