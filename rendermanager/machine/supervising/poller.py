"""File descriptors and what to do when they have something, by `poll()`."""

import os
import select
import sys
from collections.abc import Callable

from rendermanager.machine.supervising.watcher import READ, Watcher
from rendermanager.machine.supervising.wire import READ_BYTES

assert sys.platform != "win32"  # noqa: S101 - there it is queuepoller.QueuePoller


class Poller(Watcher):
    """`poll()` with a function for each descriptor; they must not block."""

    __slots__ = ("_actions", "_poll")

    def __init__(self) -> None:
        self._poll = select.poll()
        self._actions: dict[int, Callable[[], object]] = {}

    def watch(self, fd: int, action: Callable[[], object], events: int = READ) -> None:
        self._poll.register(fd, events)
        self._actions[fd] = action

    def unwatch(self, fd: int) -> None:
        if self._actions.pop(fd, None):
            self._poll.unregister(fd)

    def wait(self, timeout_s: float | None) -> None:
        # Rounded up: a deadline must have passed when we come back for it.
        timeout_ms = None if timeout_s is None else int(max(0.0, timeout_s) * 1000) + 1
        for fd, _ in self._poll.poll(timeout_ms):
            # An earlier action of this round may have closed it.
            if action := self._actions.get(fd):
                action()

    def read(self, fd: int, wait_s: float = 0.0) -> bytes:  # noqa: ARG002 - it is here at once
        return os.read(fd, READ_BYTES)

    def write(self, fd: int, data: bytes | bytearray) -> int:
        return os.write(fd, data)

    def finish(self, fd: int, limit_s: float) -> None:
        """What was handed over is in the pipe."""

    def close(self, fd: int) -> None:
        self.unwatch(fd)
        os.close(fd)
