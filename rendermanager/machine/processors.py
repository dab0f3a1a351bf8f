"""How busy the processors of this machine were between two looks."""

from dataclasses import dataclass
from typing import Any, Final

_IDLE_FIELDS: Final = ("idle", "iowait")
_COUNTED_TWICE: Final = ("guest", "guest_nice")
"""Linux adds these to `user` and `nice`, too."""


@dataclass(frozen=True, slots=True)
class CpuTimes:
    """What one processor did since the machine started.

    Attributes:
        busy: Seconds of work.
        total: Seconds of work and of rest.
    """

    busy: float
    total: float


def cpu_times() -> list[CpuTimes]:
    """What each processor did so far."""
    import psutil  # noqa: PLC0415 - slow to import, and this is asked off the main thread

    return [times_of(each) for each in psutil.cpu_times(percpu=True)]


def times_of(times: Any) -> CpuTimes:
    """What psutil tells of one processor."""
    found = times._asdict()
    total = sum(value for name, value in found.items() if name not in _COUNTED_TWICE)
    idle = sum(found.get(name, 0.0) for name in _IDLE_FIELDS)
    return CpuTimes(total - idle, total)


def load_between(before: CpuTimes, after: CpuTimes) -> float | None:
    """Share of the processor that worked in between, 0 to 1; None when no time has passed."""
    total = after.total - before.total
    if total <= 0:
        return None
    return min(1.0, max(0.0, (after.busy - before.busy) / total))
