"""Measures the machine and the process trees of renders, each time against the look before."""

import sys
import time
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from rendermanager.core.usage import Sample, TreeLoad
from rendermanager.machine.gauges import CpuTimes, load_between, times_of
from rendermanager.machine.processes import TreeUsage, tree_usage
from rendermanager.machine.supervising import procfs

_PAGES_HELD: Final = 1
"""Where `statm` tells how many pages are in memory."""


class Meter:
    """Remembers the last look; use it on one thread."""

    def __init__(self) -> None:
        """Nothing was seen yet: the first sample tells no loads."""
        self._cores: list[CpuTimes] = []
        self._trees: dict[int, tuple[float, float]] = {}

    def sample(self, now: datetime, trees: Mapping[int, int]) -> Sample:
        """What the machine does.

        Args:
            now: Aware; becomes the time of the sample.
            trees: Pid of the supervisor of each running attempt, by the attempt's number.
        """
        import psutil  # noqa: PLC0415 - slow to import, and the first sample is taken off the main thread

        before, self._cores = self._cores, [times_of(each) for each in psutil.cpu_times(True)]
        loads: tuple[float, ...] = ()
        if len(before) == len(self._cores):
            loads = tuple(
                load_between(old, new) or 0.0 for old, new in zip(before, self._cores, strict=True)
            )
        memory = psutil.virtual_memory()
        return Sample(
            at=now,
            cpu=sum(loads) / len(loads) if loads else None,
            cores=loads,
            memory_used=memory.total - memory.available,
            memory_total=memory.total,
            renders=self._look_at(usages_of(trees)),
        )

    def _look_at(self, usages: Mapping[int, TreeUsage]) -> dict[int, TreeLoad]:
        at_s = time.monotonic()
        found = {}
        for attempt_id, usage in usages.items():
            found[attempt_id] = _load(usage, at_s, self._trees.get(attempt_id))
        self._trees = {attempt_id: (at_s, usage.cpu_s) for attempt_id, usage in usages.items()}
        return found


def usages_of(trees: Mapping[int, int]) -> dict[int, TreeUsage]:
    """What the descendants of each of these processes use, by one look at the process table."""
    if not trees:
        return {}
    if sys.platform != "linux":
        return {key: tree_usage(pid, with_root=False) for key, pid in trees.items()}
    table = procfs.scan()
    return {key: _usage(procfs.descendants([pid], table)) for key, pid in trees.items()}


def _load(usage: TreeUsage, at_s: float, before: tuple[float, float] | None) -> TreeLoad:
    cores = None
    if before is not None and at_s > before[0]:
        # Processes that have ended took their time along, unless their parent had waited for them.
        cores = max(0.0, usage.cpu_s - before[1]) / (at_s - before[0])
    return TreeLoad(
        cores=cores,
        memory=usage.rss_bytes,
        read=usage.read_bytes,
        written=usage.written_bytes,
        processes=usage.processes,
    )


def _usage(tree: list[procfs.Stat]) -> TreeUsage:
    alive = [stat for stat in tree if stat.alive]
    held = read = written = 0
    for stat in alive:
        pages = procfs.read_bytes(f"/proc/{stat.pid}/statm")
        held += int(pages.split()[_PAGES_HELD]) if pages else 0
        for line in (procfs.read_bytes(f"/proc/{stat.pid}/io") or b"").splitlines():
            if line.startswith(b"read_bytes:"):
                read += int(line.split()[1])
            elif line.startswith(b"write_bytes:"):
                written += int(line.split()[1])
    cpu_s = sum(stat.ticks for stat in alive) / procfs.ticks_per_s()
    return TreeUsage(cpu_s, held * procfs.page_bytes(), read, written, len(alive))
