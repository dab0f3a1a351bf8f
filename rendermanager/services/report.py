"""Whom a render that somebody waits for tells how it goes."""

from collections.abc import Sequence
from typing import Protocol

from rendermanager.core.status import JobStatus
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

    def ended(self, view: View) -> None:
        """A job came to an end; the view is whole."""
        ...

    def close(self) -> None:
        """Nothing more comes."""
        ...
