"""Whom a render that somebody waits for tells how it goes."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from rendermanager.core.status import JobStatus
from rendermanager.scheduling.admission import Why
from rendermanager.services.views import View


class Report(Protocol):
    """Where a render tells how it goes, whether this process runs it or another one."""

    def added(self, jobs: Sequence[tuple[int, str]]) -> None:
        """These jobs (id, name) are queued."""
        ...

    def moved(self, views: Sequence[View]) -> None:
        """Renders have moved on; each view has at least ``id`` and the progress fields."""
        ...

    def changed(self, job_id: int, status: JobStatus, reason: str) -> None:
        """A job stands elsewhere now, but has not ended."""
        ...

    def waits(self, job_ids: Sequence[int], reason: str) -> None:
        """Jobs wait for something that may not come by itself: room, a drive, an engine."""
        ...

    def ended(self, view: View) -> None:
        """A job came to an end; the view is whole."""
        ...

    def close(self) -> None:
        """Nothing more comes."""
        ...


class Waits:
    """Tells of each cause of waiting once, and again only after a job has started meanwhile."""

    def __init__(self, report: Report) -> None:
        """Nobody was told of anything."""
        self._report = report
        self._told: set[str] = set()

    def look(self, reasons: Mapping[int, tuple[str, str]]) -> None:
        """Tell what is new.

        Args:
            reasons: By job why it waits: the word of a `Why`, and a sentence.
        """
        causes: dict[str, list[int]] = {}
        for job_id, (why, _) in reasons.items():
            if why != Why.TURN:
                causes.setdefault(why, []).append(job_id)
        for why, job_ids in causes.items():
            if why not in self._told:
                self._told.add(why)
                self._report.waits(job_ids, reasons[job_ids[0]][1])

    def started(self) -> None:
        """A job has started: whoever waits from now on waits anew."""
        self._told.clear()
