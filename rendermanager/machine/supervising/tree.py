"""All processes that one renderer has started, as something to pause and to end."""

from abc import ABC, abstractmethod


class Tree(ABC):
    """What a render asks of its processes, on every system.

    Attributes:
        pid: The renderer, which leads a group of its own.
        leader_held: The renderer is alive or not yet collected, so its number is not another's.
        look_s: Time between two calls of `look`; 0 where nobody can get lost meanwhile.
    """

    __slots__ = ("leader_held", "pid")

    look_s = 0.0

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.leader_held = True

    @abstractmethod
    def born(self) -> str:
        """The renderer's identity, as `processes.is_alive` reads it."""

    @abstractmethod
    def lower(self, nice: int) -> None:
        """Give way to the desktop, and be the first to go when memory runs out."""

    def look(self) -> None:  # noqa: B027 - most systems let nobody get lost
        """Remember who belongs to it now."""

    @abstractmethod
    def gone(self, *, childless: bool) -> bool:
        """Whether nobody is left; `childless` is what the last attempt to collect has said."""

    @abstractmethod
    def alive(self) -> list[int]:
        """The pids that are known and not dead."""

    @abstractmethod
    def suspend(self) -> list[int]:
        """Have nobody run; the pids of those who were told."""

    @abstractmethod
    def resume(self) -> list[int]:
        """Let everybody go on; the pids of those who were told."""

    @abstractmethod
    def terminate(self) -> None:
        """Ask everybody to end."""

    @abstractmethod
    def kill(self) -> None:
        """End everybody who is there now."""
