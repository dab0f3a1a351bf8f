"""How long jobs are going to take and when they will be done, judged by those before them."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median
from typing import Final

from rendermanager.store.past import Sample, Workload
from rendermanager.ui.queue.times import Outlook

NEWEST: Final = 20
"""Of each engine and preset, so many jobs are looked at."""
FEWEST: Final = 2
"""From one job alone nothing is concluded."""
_Kind = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Habits:
    """How fast engines have been with their presets.

    Attributes:
        paces: Seconds of work for each picture, or for each second of the source.
    """

    paces: Mapping[_Kind, float] = field(default_factory=dict)

    def seconds(self, work: Workload) -> float | None:
        """How long this is going to take, or None when nothing like it was done before."""
        for unit, amount in _units(work):
            pace = self.paces.get((work.engine, work.preset, unit))
            if pace is not None:
                return pace * amount
        return None


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is expected of the queue.

    Attributes:
        outlooks: Of jobs that wait.
        all_done: When everything will be done; None when that cannot be said.
    """

    outlooks: Mapping[int, Outlook] = field(default_factory=dict)
    all_done: datetime | None = None


def habits(samples: Iterable[Sample]) -> Habits:
    """What was learnt from finished jobs, the latest ones first."""
    seen: defaultdict[_Kind, list[float]] = defaultdict(list)
    for sample in samples:
        for unit, amount in _units(sample.work):
            found = seen[sample.work.engine, sample.work.preset, unit]
            if len(found) < NEWEST:
                found.append(sample.seconds / amount)
    return Habits({kind: median(paces) for kind, paces in seen.items() if len(paces) >= FEWEST})


def forecast(
    waiting: Sequence[Workload],
    known: Habits,
    running_s: Sequence[float | None],
    slots: int,
    now: datetime | None,
) -> Forecast:
    """What is expected of the jobs that wait.

    Args:
        waiting: In the order in which they will run.
        known: How fast things go.
        running_s: Seconds left of each running job; None when that is unknown.
        slots: Jobs that run at once.
        now: The time of day; None while the queue stands still, so that nothing has an end.
    """
    is_sure = now is not None and None not in running_s
    free = [left or 0.0 for left in running_s] + [0.0] * max(0, slots - len(running_s))
    heapq.heapify(free)
    outlooks = {}
    last = max(free, default=0.0)
    for work in waiting:
        seconds = known.seconds(work)
        # Behind a job of unknown length no end is known any more.
        is_sure = is_sure and seconds is not None and bool(free)
        if seconds is None:
            continue
        ends = None
        if is_sure and now is not None:
            end_s = heapq.heappop(free) + seconds
            heapq.heappush(free, end_s)
            last = max(last, end_s)
            ends = now + timedelta(seconds=end_s)
        outlooks[work.job_id] = Outlook(seconds, ends)
    busy = bool(waiting) or bool(running_s)
    all_done = now + timedelta(seconds=last) if is_sure and busy and now is not None else None
    return Forecast(outlooks, all_done)


def _units(work: Workload) -> list[tuple[str, float]]:
    """By what a job is measured, the surer one first."""
    units = []
    if work.frames > 0:
        units.append(("frames", float(work.frames)))
    if work.duration_s > 0:
        units.append(("seconds", work.duration_s))
    return units
