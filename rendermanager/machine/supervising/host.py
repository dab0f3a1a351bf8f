"""What a supervisor needs of the system it runs on, and which system that is."""

import sys
from abc import ABC, abstractmethod
from collections.abc import Callable

from rendermanager.machine.supervising.orders import Start
from rendermanager.machine.supervising.spawned import Spawned
from rendermanager.machine.supervising.tree import Tree
from rendermanager.machine.supervising.watcher import Watcher

#: Words that come from outside the control pipe.
END, SUSPEND, RESUME = "stop", "suspend", "resume"


class Ended:
    """A child of ours that has ended.

    Attributes:
        pid: Which one.
        code: Its exit code; below zero the signal that ended it.
        cpu_s: Seconds of processor time; on Windows those of its whole job.
        rss_bytes: Its largest memory; on Windows that of the largest process of its job.
    """

    __slots__ = ("code", "cpu_s", "pid", "rss_bytes")

    def __init__(self, pid: int, code: int, cpu_s: float, rss_bytes: int) -> None:
        self.pid = pid
        self.code = code
        self.cpu_s = cpu_s
        self.rss_bytes = rss_bytes


class Host(ABC):
    """One system's way to start a renderer and to hear of its end.

    Attributes:
        watcher: Waits for pipes and for what `listen` has asked for.
        has_signals: Whether somebody without the control pipe can reach us by a signal.
    """

    __slots__ = ("has_signals", "watcher")

    def __init__(self, watcher: Watcher, *, has_signals: bool) -> None:
        self.watcher = watcher
        self.has_signals = has_signals

    @abstractmethod
    def listen(self, on_ended: Callable[[], None], on_word: Callable[[str], None]) -> None:
        """Call `on_ended` when a process may have ended, `on_word` for END, SUSPEND, RESUME."""

    @abstractmethod
    def spawn(self, order: Start) -> tuple[Spawned, Tree]:
        """Start the program of `order`.

        Raises:
            Refused: It cannot be started; nothing is left behind.
        """

    @abstractmethod
    def collect(self) -> tuple[list[Ended], bool]:
        """Children that have ended since the last call, and whether none is left."""


def this_host() -> Host:
    """The system that we run on; this process becomes what owns a tree there."""
    if sys.platform == "win32":
        from rendermanager.machine.supervising.windows import host  # noqa: PLC0415 - one of two

        return host.WindowsHost()
    else:
        from rendermanager.machine.supervising.poller import Poller  # noqa: PLC0415 - as above
        from rendermanager.machine.supervising.posix import PosixHost  # noqa: PLC0415 - as above

        return PosixHost(Poller())
