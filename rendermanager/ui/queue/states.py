"""The state of a job as it is shown: word, icon and colour."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication

from rendermanager.core.job import Job
from rendermanager.core.progress import Stage
from rendermanager.core.status import JobStatus
from rendermanager.engine.board import Live
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.ui.paint import Pill
from rendermanager.ui.theme import StateColour

translate = QCoreApplication.translate


class Shown(Enum):
    """The states that a person tells apart; each value is its icon and its colour."""

    CHECKING = ("search-check", StateColour.QUEUED)
    """Its files are being looked at."""
    QUEUED = ("clock-3", StateColour.QUEUED)
    """Ready, in line."""
    SCHEDULED = ("calendar-clock", StateColour.QUEUED)
    """Not before a time."""
    WAITING = ("link", StateColour.WAITING)
    """Something has to happen first; it is named."""
    RENDERING = ("loader-circle", StateColour.RENDERING)
    """Its program runs."""
    FINISHING = ("package-check", StateColour.RENDERING)
    """The program has ended; the result is checked and gets its name."""
    PAUSED = ("circle-pause", StateColour.PAUSED)
    """Suspended, or kept back."""
    RETRYING = ("rotate-cw", StateColour.PAUSED)
    """Failed, and is about to be tried again."""
    DONE = ("circle-check", StateColour.DONE)
    """The result is verified."""
    DONE_WITH_WARNINGS = ("circle-alert", StateColour.DONE)
    """The result is verified, and something about it should be known."""
    FAILED = ("circle-x", StateColour.FAILED)
    """It will not go on by itself."""
    CANCELLING = ("square", StateColour.QUEUED)
    """Its processes are being ended."""
    CANCELLED = ("circle-slash", StateColour.QUEUED)
    """Ended by a person."""

    @property
    def icon(self) -> str:
        """The name of its icon."""
        return self.value[0]

    @property
    def colour(self) -> StateColour:
        """The token of its colour."""
        return self.value[1]

    @property
    def is_put_aside(self) -> bool:
        """Whether it is drawn dimmed."""
        return self is Shown.CANCELLED

    @property
    def is_moving(self) -> bool:
        """Whether its numbers change by themselves."""
        return self in _MOVING


_MOVING: Final = frozenset({Shown.RENDERING, Shown.FINISHING, Shown.RETRYING})
_HELD_BY: Final = frozenset(
    {Why.ENGINE_MISSING, Why.ENGINE_LIMIT, Why.SOURCE, Why.SPACE, Why.MEMORY, Why.STORE}
)
"""Reasons that name something other than the job's turn or a paused queue."""
_FINISHING: Final = frozenset({Stage.VERIFY, Stage.PUBLISH})


def shown_of(job: Job, live: Live | None = None, reason: Reason | None = None) -> Shown:
    """The state to show for a job.

    Args:
        job: As stored.
        live: What its attempt is doing, while it runs.
        reason: Why it has not started, while it could.
    """
    fixed = _FIXED.get(job.status)
    if job.status is JobStatus.COMPLETED and job.warnings:
        return Shown.DONE_WITH_WARNINGS
    if fixed is Shown.CHECKING and reason is not None and reason.why is Why.SOURCE:
        return Shown.WAITING
    if fixed is not None:
        return fixed
    if job.intent.cancel:
        return Shown.CANCELLING
    if job.status is JobStatus.PAUSED or (live is not None and live.progress.paused):
        return Shown.PAUSED
    if job.status is JobStatus.RENDERING:
        stage = live.progress.stage if live is not None else job.stage
        return Shown.FINISHING if stage in _FINISHING else Shown.RENDERING
    if job.retry_at is not None:
        return Shown.RETRYING
    return Shown.WAITING if reason is not None and reason.why in _HELD_BY else Shown.QUEUED


_FIXED: Final = {
    JobStatus.COMPLETED: Shown.DONE,
    JobStatus.FAILED: Shown.FAILED,
    JobStatus.CANCELLED: Shown.CANCELLED,
    JobStatus.PENDING: Shown.CHECKING,
    JobStatus.VALIDATING: Shown.CHECKING,
    JobStatus.SCHEDULED: Shown.SCHEDULED,
    JobStatus.BLOCKED: Shown.WAITING,
}


def word_of(shown: Shown) -> str:
    """The word on the pill: short, so that the column can be narrow."""
    if shown is Shown.DONE_WITH_WARNINGS:
        return translate("Queue", "Done")
    return label_of(shown)


def label_of(shown: Shown) -> str:
    """The whole name of the state, for tooltips and screen readers."""
    words = {
        Shown.CHECKING: translate("Queue", "Checking"),
        Shown.QUEUED: translate("Queue", "Queued"),
        Shown.SCHEDULED: translate("Queue", "Scheduled"),
        Shown.WAITING: translate("Queue", "Waiting"),
        Shown.RENDERING: translate("Queue", "Rendering"),
        Shown.FINISHING: translate("Queue", "Finishing"),
        Shown.PAUSED: translate("Queue", "Paused"),
        Shown.RETRYING: translate("Queue", "Retrying"),
        Shown.DONE: translate("Queue", "Done"),
        Shown.DONE_WITH_WARNINGS: translate("Queue", "Done with warnings"),
        Shown.FAILED: translate("Queue", "Failed"),
        Shown.CANCELLING: translate("Queue", "Cancelling"),
        Shown.CANCELLED: translate("Queue", "Cancelled"),
    }
    return words[shown]


def pill_of(shown: Shown) -> Pill:
    """The pill of a state."""
    return Pill(shown.icon, word_of(shown), shown.colour, dimmed=shown.is_put_aside)
