"""Measures the machine and the process trees of renders, each time against the look before."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rendermanager.core.usage import Sample, TreeLoad
from rendermanager.machine.cards import CardReader
from rendermanager.machine.drives import DriveMeter
from rendermanager.machine.processors import CpuTimes, cpu_times, load_between
from rendermanager.machine.trees import Tree, trees_of


@dataclass(frozen=True, slots=True)
class _Seen:
    """A tree at the look before.

    Attributes:
        at_s: When, by the clock that only goes forward.
        tree: As it was then.
        cpu_s: Processor time seen of it so far, that of ended processes included.
    """

    at_s: float
    tree: Tree
    cpu_s: float


class Meter:
    """Remembers the last look; use it on one thread."""

    def __init__(
        self,
        folders: Callable[[], Sequence[Path]] = tuple,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Nothing was seen yet: the first sample tells no loads.

        Args:
            folders: Where results go; their volumes are told in this order.
            clock: Seconds on a clock that only goes forward.
        """
        self._clock = clock
        self._cores: list[CpuTimes] = []
        self._trees: dict[int, _Seen] = {}
        self._cards = CardReader()
        self._drives = DriveMeter(folders, clock)

    def sample(self, now: datetime, trees: Mapping[int, int]) -> Sample:
        """What the machine does.

        Args:
            now: Aware; becomes the time of the sample.
            trees: Pid of the supervisor of each running attempt, by the attempt's number.
        """
        import psutil  # noqa: PLC0415 - slow to import, and this is asked off the main thread

        before, self._cores = self._cores, cpu_times()
        loads: tuple[float, ...] = ()
        if len(before) == len(self._cores):
            pairs = zip(before, self._cores, strict=True)
            loads = tuple(load_between(old, new) or 0.0 for old, new in pairs)
        memory = psutil.virtual_memory()
        cards = self._cards.read()
        return Sample(
            at=now,
            cpu=sum(loads) / len(loads) if loads else None,
            cores=loads,
            memory_used=memory.total - memory.available,
            memory_total=memory.total,
            cards=cards,
            volumes=self._drives.read(),
            renders=self._look_at(trees, self._cards.held() if cards and trees else {}),
        )

    def close(self) -> None:
        """Let go of the driver of the graphics cards."""
        self._cards.close()

    def _look_at(self, trees: Mapping[int, int], held: Mapping[int, int]) -> dict[int, TreeLoad]:
        found = trees_of(trees.values())
        at_s, before = self._clock(), self._trees
        loads = {}
        self._trees = {}
        for attempt_id, pid in trees.items():
            old, tree = before.get(attempt_id), found[pid]
            # Processes that have ended took their time along, unless their parent had waited.
            used = max(0.0, tree.cpu_s - (old.tree.cpu_s if old else 0.0))
            seen = _Seen(at_s, tree, used + (old.cpu_s if old else 0.0))
            self._trees[attempt_id] = seen
            loads[attempt_id] = _load(seen, old, held)
        return loads


def _load(seen: _Seen, old: _Seen | None, held: Mapping[int, int]) -> TreeLoad:
    tree = seen.tree
    cores = moved = None
    if old is not None and (passed := seen.at_s - old.at_s) > 0:
        cores = (seen.cpu_s - old.cpu_s) / passed
        more = tree.read + tree.written - old.tree.read - old.tree.written
        moved = max(0, more) / passed
    return TreeLoad(
        cores=cores,
        memory=tree.memory,
        read=tree.read,
        written=tree.written,
        moved_per_s=moved,
        card_memory=sum(held.get(pid, 0) for pid, _ in tree.members),
        cpu_s=seen.cpu_s,
        processes=len(tree.members),
    )
