"""All processes of one renderer, which a Job Object holds together on Windows."""

from abc import ABC, abstractmethod

from rendermanager.machine.supervising.tree import Tree
from rendermanager.machine.supervising.windows.codes import KILLED

#: Rounds of looking for new processes before a tree that grows faster is left half suspended.
FREEZE_ROUNDS = 50


class Members(ABC):
    """What a tree asks of its Job Object."""

    __slots__ = ()

    @abstractmethod
    def pids(self) -> list[int]:
        """Who is in it now."""

    @abstractmethod
    def suspend(self, pid: int) -> bool:
        """Have one of them not run; False when it has gone."""

    @abstractmethod
    def resume(self, pid: int) -> bool:
        """Let one of them go on; False when it has gone."""

    @abstractmethod
    def interrupt(self, group: int) -> bool:
        """Send Ctrl-Break to a group of processes; False when nobody of them has a console."""

    @abstractmethod
    def terminate(self, code: int) -> None:
        """End them all at once, with this exit code."""


class JobTree(Tree):
    """Everybody in the renderer's Job Object, which nobody can leave."""

    __slots__ = ("_born_s", "_held", "_job")

    def __init__(self, pid: int, born_s: float, job: Members) -> None:
        """Take what Windows says of the renderer's start, in seconds since 1970."""
        super().__init__(pid)
        self._born_s = born_s
        self._job = job
        self._held: set[int] = set()

    def born(self) -> str:
        return f"{self.pid}:{self._born_s:.2f}:clock"

    def lower(self, nice: int) -> None:
        """It was started so: children take over what their parent has."""

    def gone(self, *, childless: bool) -> bool:
        return childless

    def alive(self) -> list[int]:
        return self._job.pids()

    def suspend(self) -> list[int]:
        # Windows counts: who is suspended twice has to be resumed twice.
        self._held &= set(self._job.pids())
        for _ in range(FREEZE_ROUNDS):
            new = [pid for pid in self._job.pids() if pid not in self._held]
            taken = [pid for pid in new if self._job.suspend(pid)]
            self._held.update(taken)
            if not taken:
                break
        return sorted(self._held)

    def resume(self) -> list[int]:
        held, self._held = self._held, set()
        return sorted(pid for pid in held if self._job.resume(pid))

    def terminate(self) -> None:
        self._job.interrupt(self.pid)

    def kill(self) -> None:
        self._job.terminate(KILLED)
