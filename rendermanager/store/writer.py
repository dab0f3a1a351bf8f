"""The one thread that changes the queue, in group commits; moves that must not be lost wait here.

A write may be *patient*: while the disk is full, read-only or locked it is not refused but kept,
in order, and tried again until it is stored. So whoever must record what has happened, such as the
end of a render, need not know what to do when that is impossible.
"""

import logging
import os
import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import apsw

from rendermanager.core.errors import StoreBlocked, StoreDamaged, StoreUnusable
from rendermanager.core.events import Event
from rendermanager.store.refusals import refusal
from rendermanager.store.txn import Txn

MAX_GROUP: Final = 256
"""Most functions that share one commit."""
RETRY_INTERVAL_S: Final = 1.0
"""How often it is tried whether the queue can be written again."""
ROOM_BYTES: Final = 256 * 1024
"""So much must fit on the disk before it counts as having room again."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Write:
    """One function that changes rows, and who wants to know what came of it.

    Attributes:
        run: The function.
        actor: Who asks.
        durable: Whether it must survive a power cut.
        patient: Whether it waits until it can be stored.
        future: Resolves after the commit.
    """

    run: Callable[[Txn], Any]
    actor: str
    durable: bool
    patient: bool
    future: "Future[Any]"


class Writer:
    """Runs every change on a thread of its own.

    Attributes:
        trouble: Why nothing can be stored; None while all is well. Read on any thread.
    """

    def __init__(
        self,
        path: Path,
        connection: apsw.Connection,
        clock: Callable[[], datetime],
        announce: Callable[[Sequence[Event]], None],
        troubled: Callable[[StoreUnusable | None], None],
    ) -> None:
        """Start the thread.

        Args:
            path: The queue.
            connection: Can write it; from now on this thread's own.
            clock: Tells the time, aware UTC.
            announce: Told the events of each commit before its futures resolve.
            troubled: Told when `trouble` changes.
        """
        self._path = path
        self._clock = clock
        self._announce = announce
        self._troubled = troubled
        self._writes: queue.SimpleQueue[Write | None] = queue.SimpleQueue()
        self._kept: list[Write] = []
        self._durable: bool | None = None
        self._looked = 0.0
        self._waits = True
        self.trouble: StoreUnusable | None = None
        self._thread = threading.Thread(
            target=self._work, args=(connection,), name="store writer", daemon=True
        )
        self._thread.start()

    def put(self, write: Write) -> None:
        """Run a function soon."""
        self._writes.put(write)

    def stop(self) -> None:
        """Finish what was handed in, then end; what cannot be stored now is refused."""
        self._writes.put(None)
        self._thread.join()

    def stop_waiting(self) -> None:
        """Try what is kept once more; from now on nothing is patient."""
        self._waits = False
        nothing: Future[None] = Future()
        self.put(Write(lambda _txn: None, "", False, False, nothing))

    def damaged(self, error: StoreDamaged) -> None:
        """Change nothing any more: what is there makes no sense. From any thread."""
        self._set_trouble(error)

    def _work(self, connection: apsw.Connection) -> None:
        ended = False
        while not ended:
            fresh, ended = self._next_group()
            # From here on nobody can take it back any more.
            group = [write for write in fresh if write.future.set_running_or_notify_cancel()]
            group, self._kept = self._kept + group, []
            if isinstance(self.trouble, StoreDamaged):
                self._refuse(group, self.trouble)
            elif group:
                self._commit(connection, group)
            if not ended:
                self._look(connection)
        for write in self._kept:
            write.future.set_exception(self.trouble or StoreUnusable("The queue is closed."))
        connection.close()

    def _next_group(self) -> tuple[list[Write], bool]:
        try:
            first = self._writes.get(timeout=RETRY_INTERVAL_S if self.trouble else None)
        except queue.Empty:
            return [], False
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

    def _commit(self, connection: apsw.Connection, group: list[Write]) -> None:
        events: list[Event] = []
        done: list[tuple[Future[Any], Any]] = []
        try:
            self._set_durable(connection, any(write.durable for write in group))
            connection.execute("BEGIN IMMEDIATE")
            now = self._clock()
            for write in group:
                txn = Txn(connection, now, write.actor)
                try:
                    result, stored = _run(connection, txn, write.run)
                except Exception as error:
                    # Out of room or memory, SQLite ends more than the savepoint. And a patient
                    # one that finds no room takes its group along: nobody overtakes it.
                    if not connection.in_transaction or (write.patient and _is_blocked(error)):
                        raise
                    self._refuse([write], error)
                    continue
                events += stored
                done.append((write.future, result))
            connection.execute("COMMIT")
        except Exception as error:  # noqa: BLE001 - goes to everyone who asked
            undo(connection)
            self._refuse([write for write in group if not write.future.done()], error)
            return
        self._announce(events)
        for future, result in done:
            future.set_result(result)

    def _set_durable(self, connection: apsw.Connection, durable: bool) -> None:
        if durable is not self._durable:
            connection.pragma("synchronous", "FULL" if durable else "NORMAL")
            self._durable = durable

    def _refuse(self, group: Sequence[Write], error: Exception) -> None:
        """Tell everyone why not; the patient ones are kept where it may pass."""
        plain = _plain(error)
        waits = isinstance(plain, StoreBlocked | StoreDamaged)
        if isinstance(plain, StoreUnusable) and waits:
            self._set_trouble(plain)
        for write in group:
            if waits and write.patient and self._waits:
                # One that failed alone meets its group again when that fails as a whole.
                if write not in self._kept:
                    self._kept.append(write)
            else:
                write.future.set_exception(plain)

    def _set_trouble(self, trouble: StoreUnusable | None) -> None:
        if isinstance(self.trouble, StoreDamaged):
            return  # nothing mends it but a new start
        changed = str(trouble) != str(self.trouble)
        self.trouble = trouble
        if changed:
            self._troubled(trouble)

    def _look(self, connection: apsw.Connection) -> None:
        """Find out whether what was in the way is gone."""
        if not isinstance(self.trouble, StoreBlocked) or self._kept:
            return
        if time.monotonic() - self._looked < RETRY_INTERVAL_S:
            return
        self._looked = time.monotonic()
        try:
            _try_room(self._path)
            connection.execute("BEGIN IMMEDIATE; ROLLBACK")
        except (OSError, apsw.Error):
            undo(connection)
        else:
            self._set_trouble(None)


def _run(
    connection: apsw.Connection, txn: Txn, run: Callable[[Txn], Any]
) -> tuple[Any, list[Event]]:
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


def undo(connection: apsw.Connection) -> None:
    """End an open transaction without its changes."""
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    except apsw.Error:
        _log.exception("a transaction could not be rolled back")


def _try_room(database: Path) -> None:
    """Write something of some size beside the queue: small changes fit on a full disk, too.

    Raises:
        OSError: There is no room, or nothing may be written.
    """
    trial = database.with_name(database.name + ".room")
    try:
        with trial.open("wb") as file:
            file.write(bytes(ROOM_BYTES))
            file.flush()
            os.fsync(file.fileno())
    finally:
        trial.unlink(missing_ok=True)


def _is_blocked(error: Exception) -> bool:
    return isinstance(_plain(error), StoreBlocked)


def _plain(error: Exception) -> Exception:
    if isinstance(error, apsw.ConstraintError) or not isinstance(error, apsw.Error):
        return error
    return refusal(error, "The queue cannot be written")
