"""Which row each job stands in, and what is known of jobs that are not loaded."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

from rendermanager.core.events import Event, EventKind
from rendermanager.core.status import JobStatus
from rendermanager.store.listing import Listed
from rendermanager.ui.queue.diffing import Step, apply
from rendermanager.ui.queue.fetching import Order

_WAITING: Final = 1
_PARTS: Final = {
    JobStatus.RENDERING: 0,
    JobStatus.FAILED: 2,
    JobStatus.COMPLETED: 3,
    JobStatus.CANCELLED: 3,
}
"""The parts of the run order from top to bottom; everybody else waits."""


class Places:
    """The rows, as ids.

    Attributes:
        ids: In the order shown; not to be changed from outside.
        total: Jobs in the queue, whatever the filter.
    """

    def __init__(self) -> None:
        """Have no rows."""
        self.ids: list[int] = []
        self.total = 0
        self._listed = Listed([], "", 0, 0)
        self._row_of: Mapping[int, int] = {}
        self._moved_to: dict[int, JobStatus] = {}

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.ids)

    def id_at(self, row: int) -> int:
        """The id of a row's job; 0 when there is no such row."""
        return self.ids[row] if 0 <= row < len(self.ids) else 0

    def ids_in(self, first: int, last: int) -> list[int]:
        """The ids of these rows, as far as they exist."""
        return self.ids[max(0, first) : last + 1]

    def row_of(self, job_id: int) -> int:
        """The row of a job; -1 when it has none."""
        row = self._row_of.get(job_id, -1)
        if 0 <= row < len(self.ids) and self.ids[row] == job_id:
            return row
        # Between two steps of a change the map is not up to date.
        return self.ids.index(job_id) if job_id in self.ids else -1

    def status_of(self, job_id: int) -> JobStatus | None:
        """The status of a job as far as it is known; None for one without a row."""
        row = self._row_of.get(job_id)
        if row is None:
            return None
        return self._moved_to.get(job_id) or self._listed.status_at(row)

    def waiting_span(self) -> tuple[int, int]:
        """First row of those that wait in run order, and the row after the last."""
        return self._first_of(_WAITING), self._first_of(_WAITING + 1)

    def may_move(self, event: Event, is_run_order: bool) -> bool:
        """Whether a row may come, go or change its place because of this; notes a new status.

        Within its part of the run order a job stays where it is: pausing 1,000 moves nobody.
        """
        if event.kind is not EventKind.MOVED:
            return event.kind in (EventKind.ADDED, EventKind.EDITED, EventKind.REMOVED)
        if event.task_id:
            return False
        before, now = self.status_of(event.job_id), JobStatus(event.new)
        if not is_run_order or before is None or _part(before) != _part(now):
            return True
        self._moved_to[event.job_id] = now
        return False

    def step(self, step: Step) -> None:
        """Carry out one step of a change; `take` follows after the last one."""
        apply(self.ids, step)

    def take(self, order: Order) -> None:
        """Stand as this order says."""
        self.ids = order.listed.ids
        self.total = order.listed.total
        self._listed, self._row_of = order.listed, order.row_of
        self._moved_to.clear()

    def _first_of(self, part: int) -> int:
        return bisect_left(self.ids, part, key=lambda job_id: _part(self.status_of(job_id)))


def _part(status: JobStatus | None) -> int:
    return _WAITING if status is None else _PARTS.get(status, _WAITING)
