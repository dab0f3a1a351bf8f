"""Pipes and what to do when they have something: what the loop asks for on every system."""

from abc import ABC, abstractmethod
from collections.abc import Callable

#: As `select` numbers them: there is something to read, there is room to write.
READ, WRITE = 1, 4


class Watcher(ABC):
    """Calls a function for each pipe that has something; `wait` is where a supervisor rests."""

    __slots__ = ()

    @abstractmethod
    def watch(self, fd: int, action: Callable[[], object], events: int = READ) -> None:
        """Call `action` when `fd` can be read (or written, as `events` says) or has ended."""

    @abstractmethod
    def unwatch(self, fd: int) -> None:
        """Watch it no more."""

    @abstractmethod
    def wait(self, timeout_s: float | None) -> None:
        """Wait for the first event or the time-out, and run the actions."""

    @abstractmethod
    def read(self, fd: int, wait_s: float = 0.0) -> bytes:
        """One piece of what has come; nothing at the end.

        Args:
            fd: A pipe that is watched, or was.
            wait_s: How long a piece that was written already may take to get here.

        Raises:
            BlockingIOError: Nothing has come.
        """

    @abstractmethod
    def write(self, fd: int, data: bytes | bytearray) -> int:
        """Hand over what the pipe takes without waiting; returns how many bytes that were.

        Raises:
            BlockingIOError: It takes nothing at the moment.
            OSError: It takes nothing any more.
        """

    @abstractmethod
    def finish(self, fd: int, limit_s: float) -> None:
        """Wait until what was handed over is in the pipe."""

    @abstractmethod
    def close(self, fd: int) -> None:
        """Watch it no more, and close it."""
