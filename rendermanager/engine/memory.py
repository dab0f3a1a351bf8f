"""Keeps memory for the tasks that run, and tells the others what they wait for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from rendermanager.core.needs import Needs
from rendermanager.machine.memory import MemoryNow
from rendermanager.scheduling.memory import Ahead, Memory, Taken, shortage

USUAL_CEILING: Final = 0.8
"""Share of the memory up to which tasks are started where nobody has set anything."""


class MemoryDesk:
    """What running tasks were given of the memory, and what those need that wait for some.

    Used on the main thread alone.
    """

    def __init__(self, ceiling: Callable[[], float]) -> None:
        """Keep nothing yet.

        Args:
            ceiling: Tells up to which share of the memory tasks are started.
        """
        self._ceiling = ceiling
        self._given: dict[int, int] = {}
        self._short: dict[int, int] = {}
        self._first = 0
        self._passed: set[int] = set()

    def ask(
        self,
        task_id: int,
        needs: Needs,
        now: MemoryNow,
        running: Mapping[int, int],
        earlier: Sequence[int],
    ) -> str:
        """Keep memory for a task, or say why it has to wait for some.

        Args:
            task_id: The task.
            needs: What it takes at its peak.
            now: The memory, with what the trees of `running` hold.
            running: Pids of their supervisors, by the tasks that run or are about to.
            earlier: Tasks that stand before it in the queue.
        """
        others = {task: pid for task, pid in running.items() if task != task_id}
        self._given = {task: self._given[task] for task in others if task in self._given}
        taken = [
            Taken(self._given.get(task, 0), now.trees.get(pid, 0)) for task, pid in others.items()
        ]
        memory = Memory(now.total, int(now.total * self._ceiling()), now.used)
        first = next((task for task in earlier if task in self._short), 0)
        ahead = self._ahead(first, {task: taken[at].counted for at, task in enumerate(others)})
        reason = shortage(needs.memory_bytes, memory, taken, ahead)
        if reason:
            self._short[task_id] = needs.memory_bytes
            return reason
        self._short.pop(task_id, None)
        self._given[task_id] = needs.memory_bytes
        if first:
            self._passed.add(task_id)
        return ""

    def _ahead(self, first: int, counted: Mapping[int, int]) -> Ahead | None:
        """The task that is waited with, and what has passed it already."""
        if not first:
            return None
        if first != self._first:
            self._first, self._passed = first, set()
        self._passed &= counted.keys()
        return Ahead(self._short[first], sum(counted[task] for task in self._passed))

    def forget(self, task_id: int) -> None:
        """A task starts nothing, or waits for something else."""
        self._short.pop(task_id, None)
        self._given.pop(task_id, None)
