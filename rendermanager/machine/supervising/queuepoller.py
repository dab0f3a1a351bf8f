"""Pipes and what to do when they have something, where nothing can wait for several at once.

A thread for each pipe reads or writes it and says so in one place, where the main thread waits.
Windows needs this; it works on every system, and is tested on each.
"""

import errno
import os
import threading
import time
from collections import deque
from collections.abc import Callable

from rendermanager.machine.supervising.watcher import READ, WRITE, Watcher
from rendermanager.machine.supervising.wire import READ_BYTES

#: Pieces of one pipe that wait for the main thread before its reader stops reading.
MAX_PIECES = 4


class _Source:
    """A pipe that a thread reads: what has come, and whether that was all."""

    __slots__ = ("closing", "ended", "pieces")

    def __init__(self) -> None:
        self.pieces: deque[bytes] = deque()
        self.ended = False
        self.closing = False


class _Sink:
    """A pipe that a thread writes: what it is about to write, and whether it takes no more."""

    __slots__ = ("broken", "piece")

    def __init__(self) -> None:
        self.piece = b""
        self.broken = False


class QueuePoller(Watcher):
    """A thread for each pipe, and `call` for what other threads want the main thread to do."""

    __slots__ = ("_actions", "_calls", "_changed", "_sinks", "_sources")

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._actions: dict[int, tuple[Callable[[], object], int]] = {}
        self._calls: deque[Callable[[], object]] = deque()
        self._sources: dict[int, _Source] = {}
        self._sinks: dict[int, _Sink] = {}

    def call(self, action: Callable[[], object]) -> None:
        """Have the main thread call this; for any thread."""
        with self._changed:
            self._calls.append(action)
            self._changed.notify_all()

    def watch(self, fd: int, action: Callable[[], object], events: int = READ) -> None:
        with self._changed:
            self._actions[fd] = (action, events)
            if events & READ and fd not in self._sources:
                self._sources[fd] = source = _Source()
                _start(self._pump, fd, source)

    def unwatch(self, fd: int) -> None:
        with self._changed:
            self._actions.pop(fd, None)

    def wait(self, timeout_s: float | None) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._calls or self._due(), timeout_s)
            calls, due = list(self._calls), self._due()
            self._calls.clear()
        for call in calls:
            call()
        for fd in due:
            # An earlier action of this round may have closed it.
            if found := self._actions.get(fd):
                found[0]()

    def _due(self) -> list[int]:
        return [fd for fd, (_, events) in self._actions.items() if self._is_due(fd, events)]

    def _is_due(self, fd: int, events: int) -> bool:
        source = self._sources.get(fd)
        if source and (source.ended if not source.pieces else events & READ):
            return True
        sink = self._sinks.get(fd)
        return bool(events & WRITE) and not (sink and sink.piece)

    def read(self, fd: int, wait_s: float = 0.0) -> bytes:
        with self._changed:
            source = self._sources[fd]
            if wait_s:
                self._changed.wait_for(lambda: source.pieces or source.ended, wait_s)
            if source.pieces:
                self._changed.notify_all()
                return source.pieces.popleft()
            if source.ended:
                return b""
        raise BlockingIOError(errno.EAGAIN, "nothing has come")

    def write(self, fd: int, data: bytes | bytearray) -> int:
        with self._changed:
            sink = self._sinks.get(fd)
            if sink is None:
                self._sinks[fd] = sink = _Sink()
                _start(self._feed, fd, sink)
            if sink.broken:
                raise BrokenPipeError(errno.EPIPE, "nobody reads")
            if sink.piece:
                raise BlockingIOError(errno.EAGAIN, "the last piece is not written yet")
            sink.piece = bytes(data[:READ_BYTES])
            self._changed.notify_all()
            return len(sink.piece)

    def finish(self, fd: int, limit_s: float) -> None:
        with self._changed:
            if sink := self._sinks.get(fd):
                self._changed.wait_for(lambda: not sink.piece, max(0.0, limit_s))

    def close(self, fd: int) -> None:
        with self._changed:
            self._actions.pop(fd, None)
            if sink := self._sinks.pop(fd, None):
                sink.broken = True
                self._changed.notify_all()
            source = self._sources.pop(fd, None)
            if source and not source.ended:
                # Closing under a thread that reads would wait for it; so it closes it itself.
                source.closing = True
                self._changed.notify_all()
                return
        os.close(fd)

    def _pump(self, fd: int, source: _Source) -> None:
        """Read one pipe to its end; in a thread of its own."""
        data = b"?"
        while data and not source.closing:
            try:
                data = os.read(fd, READ_BYTES)
            except BlockingIOError:
                time.sleep(0.01)  # somebody else has made it so; a pipe of ours waits
                continue
            except OSError:
                data = b""  # Windows says so when the other end has gone
            with self._changed:
                if data:
                    source.pieces.append(data)
                self._changed.notify_all()
                self._changed.wait_for(lambda: source.closing or len(source.pieces) < MAX_PIECES)
        with self._changed:
            source.ended = True
            self._changed.notify_all()
            if source.closing:
                os.close(fd)

    def _feed(self, fd: int, sink: _Sink) -> None:
        """Write one pipe, piece by piece; in a thread of its own."""
        while not sink.broken:
            with self._changed:
                self._changed.wait_for(lambda: sink.piece or sink.broken)
            data, broken = sink.piece, False
            try:
                while data:
                    data = data[os.write(fd, data) :]
            except OSError:
                broken = True
            with self._changed:
                if broken:
                    sink.broken = True
                sink.piece = b""
                self._changed.notify_all()


def _start(work: Callable[..., None], *args: object) -> None:
    # A daemon: one that waits for a pipe must not keep the process alive.
    threading.Thread(target=work, args=args, daemon=True).start()
