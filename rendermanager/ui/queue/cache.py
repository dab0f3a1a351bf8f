"""Keeps the jobs of the rows that were seen lately, with what was drawn of them."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from rendermanager.core.job import Job
from rendermanager.ui.queue.rows import RowView

LIMIT: Final = 2_048
"""Jobs kept; a few hundred screens."""


@dataclass(slots=True)
class Entry:
    """One job and its row.

    Attributes:
        job: As stored when it was read.
        paused_since: When it was paused, if it is.
        view: Its row; None when it has to be put together anew.
    """

    job: Job
    paused_since: datetime | None = None
    view: RowView | None = None


class JobCache:
    """A bounded number of jobs by id; the ones not asked for longest go first."""

    def __init__(self, limit: int = LIMIT) -> None:
        """Keep nothing yet."""
        self._limit = limit
        self._entries: OrderedDict[int, Entry] = OrderedDict()

    def __contains__(self, job_id: int) -> bool:
        """Whether this job is kept."""
        return job_id in self._entries

    def get(self, job_id: int) -> Entry | None:
        """The entry of a job, which counts as asked for."""
        entry = self._entries.get(job_id)
        if entry is not None:
            self._entries.move_to_end(job_id)
        return entry

    def ids(self) -> frozenset[int]:
        """Every job that is kept."""
        return frozenset(self._entries)

    def put(self, jobs: Mapping[int, Job], paused: Mapping[int, datetime]) -> set[int]:
        """Keep these jobs; the ids of those that are new or differ come back."""
        changed = set()
        for job_id, job in jobs.items():
            entry = self._entries.get(job_id)
            since = paused.get(job_id)
            if entry is not None and entry.job == job and entry.paused_since == since:
                continue
            self._entries[job_id] = Entry(job, since)
            self._entries.move_to_end(job_id)
            changed.add(job_id)
        while len(self._entries) > self._limit:
            self._entries.popitem(last=False)
        return changed

    def drop(self, job_ids: Iterable[int]) -> None:
        """Forget these jobs."""
        for job_id in job_ids:
            self._entries.pop(job_id, None)
