"""File descriptors and what to do when they have something."""

import select
from collections.abc import Callable


class Poller:
    """`poll()` with a function for each descriptor."""

    __slots__ = ("_actions", "_poll")

    def __init__(self) -> None:
        self._poll = select.poll()
        self._actions: dict[int, Callable[[], object]] = {}

    def watch(self, fd: int, action: Callable[[], object], events: int = select.POLLIN) -> None:
        """Call `action` when `fd` can be read (or written, as `events` says) or has ended."""
        self._poll.register(fd, events)
        self._actions[fd] = action

    def unwatch(self, fd: int) -> None:
        if self._actions.pop(fd, None):
            self._poll.unregister(fd)

    def wait(self, timeout_s: float | None) -> None:
        """Wait for the first event or the time-out, and run the actions."""
        # Rounded up: a deadline must have passed when we come back for it.
        timeout_ms = None if timeout_s is None else int(max(0.0, timeout_s) * 1000) + 1
        for fd, _ in self._poll.poll(timeout_ms):
            # An earlier action of this round may have closed it.
            if action := self._actions.get(fd):
                action()
