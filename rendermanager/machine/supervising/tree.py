"""All processes that one renderer has started, as something to pause and to end."""


class Tree:
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

    def born(self) -> str:
        """The renderer's identity, as `processes.is_alive` reads it."""
        raise NotImplementedError

    def lower(self, nice: int) -> None:
        """Give way to the desktop, and be the first to go when memory runs out."""
        raise NotImplementedError

    def look(self) -> None:
        """Remember who belongs to it now."""

    def gone(self, *, childless: bool) -> bool:
        """Whether nobody is left; `childless` is what the last attempt to collect has said."""
        raise NotImplementedError

    def alive(self) -> list[int]:
        """The pids that are known and not dead."""
        raise NotImplementedError

    def suspend(self) -> list[int]:
        """Have nobody run; the pids of those who were told."""
        raise NotImplementedError

    def resume(self) -> list[int]:
        """Let everybody go on; the pids of those who were told."""
        raise NotImplementedError

    def terminate(self) -> None:
        """Ask everybody to end."""
        raise NotImplementedError

    def kill(self) -> None:
        """End everybody who is there now."""
        raise NotImplementedError
