"""What stands in the Time column: how long it takes, when it ends, since when it waits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication

from rendermanager.core.job import Job
from rendermanager.ui.queue.amounts import (
    HOUR_S,
    Here,
    clock,
    duration,
    is_today,
    number,
    rough,
    rough_range,
    rounded,
)
from rendermanager.ui.queue.pace import TimeLeft
from rendermanager.ui.queue.states import Shown

translate = QCoreApplication.translate

ALMOST_DONE_S: Final = 30.0
WIDE_RANGE: Final = 1.6
"""From this ratio of the slow to the quick guess on, both are said."""
OVERDUE: Final = 1.5
"""From this many times the usual duration on, a render is said to take longer."""


class Tone(Enum):
    """How much a text wants to be seen."""

    PLAIN = "text"
    """It changes while one looks."""
    QUIET = "text2"
    """It stands still."""
    ALERT = "paused"
    """Somebody should have a look."""
    FAILED = "failed"
    """It says what went wrong."""


@dataclass(frozen=True, slots=True)
class TimeCell:
    """Two lines of text; the second may be empty.

    Attributes:
        first: What matters.
        second: What follows from it.
        tone: Of the first line.
    """

    first: str = ""
    second: str = ""
    tone: Tone = Tone.QUIET


@dataclass(frozen=True, slots=True)
class Outlook:
    """What past renders tell of a job that has not started.

    Attributes:
        seconds: How long it is going to take.
        ends: When it will be done, with all that runs before it; None when that is unknown.
    """

    seconds: float
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clockwork:
    """What is known of the time of one job, besides what is stored.

    Attributes:
        left: Time left of a running render.
        stuck_s: Seconds of silence of a render that should have moved; 0 when all is well.
        active_s: Seconds of work of the running attempt.
        usual_s: How long such a job takes; 0 when unknown.
        outlook: What is expected of a job that waits.
        paused_since: When it was paused.
        with_queue: It is suspended because the whole queue is.
    """

    left: TimeLeft | None = None
    stuck_s: float = 0.0
    active_s: float = 0.0
    usual_s: float = 0.0
    outlook: Outlook | None = None
    paused_since: datetime | None = None
    with_queue: bool = False


def time_cell(job: Job, shown: Shown, known: Clockwork, here: Here) -> TimeCell:
    """The texts for one job."""
    if shown is Shown.RENDERING:
        return _running(known, here)
    if shown is Shown.FINISHING:
        return TimeCell(translate("Queue", "Almost done"), tone=Tone.PLAIN)
    if shown is Shown.PAUSED:
        return _paused(known, here)
    if shown is Shown.RETRYING:
        return _retrying(job, here)
    if shown in (Shown.QUEUED, Shown.WAITING):
        return _expected(known.outlook, here)
    return _ended(job, shown, here)


def attempt_of(job: Job, count: int, here: Here) -> str:
    """Which attempt of how many; without the limit where interrupted ones went beyond it."""
    limit = job.spec.max_attempts
    if count > limit:
        return translate("Queue", "Attempt {number}").format(number=number(count, here.locale))
    return translate("Queue", "Attempt {number} of {limit}").format(
        number=number(count, here.locale), limit=number(limit, here.locale)
    )


def _running(known: Clockwork, here: Here) -> TimeCell:
    left = known.left
    ends = "" if left is None else _done_at(left, here)
    if known.stuck_s > 0:
        silence = rough(known.stuck_s, here.locale)
        second = translate("Queue", "for {time}").format(time=silence)
        return TimeCell(translate("Queue", "No progress"), second, Tone.ALERT)
    if known.usual_s > 0 and known.active_s > OVERDUE * known.usual_s:
        times = here.locale.toString(known.active_s / known.usual_s, "f", 1)
        second = translate("Queue", "than usual ({times}×)").format(times=times)
        return TimeCell(translate("Queue", "Taking longer"), second, Tone.PLAIN)
    if left is None:
        return TimeCell(translate("Queue", "Estimating…"))
    if left.seconds < ALMOST_DONE_S:
        return TimeCell(translate("Queue", "Almost done"), tone=Tone.PLAIN)
    if left.low_s > 0 and left.high_s / left.low_s > WIDE_RANGE:
        time = rough_range(left.low_s, left.high_s, here.locale)
        # Beside a wide range, a time to the minute would promise what nobody knows.
        ends = _done_about(left, here)
    else:
        time = rough(left.seconds, here.locale)
    return TimeCell(translate("Queue", "{time} left").format(time=time), ends, Tone.PLAIN)


def _done_at(left: TimeLeft, here: Here) -> str:
    moment = rounded(left.ends, left.seconds)
    if is_today(moment, here):
        return translate("Queue", "done at {time}").format(time=clock(moment, here))
    return translate("Queue", "done {day_and_time}").format(day_and_time=clock(moment, here))


def _done_about(left: TimeLeft, here: Here) -> str:
    moment = rounded(left.ends, HOUR_S)
    return translate("Queue", "done about {time}").format(time=clock(moment, here))


def _expected(outlook: Outlook | None, here: Here) -> TimeCell:
    if outlook is None:
        return TimeCell()
    about = translate("Queue", "about {time}").format(time=rough(outlook.seconds, here.locale))
    if outlook.ends is None:
        return TimeCell(about)
    moment = rounded(outlook.ends, (outlook.ends - here.now).total_seconds())
    if is_today(moment, here):
        return TimeCell(
            about, translate("Queue", "ends about {time}").format(time=clock(moment, here))
        )
    ends = translate("Queue", "ends {day_and_time}").format(day_and_time=clock(moment, here))
    return TimeCell(about, ends)


def _paused(known: Clockwork, here: Here) -> TimeCell:
    second = translate("Queue", "with the queue") if known.with_queue else ""
    since = known.paused_since
    if since is None:
        return TimeCell(translate("Queue", "Paused"), second)
    if not is_today(since, here):
        return TimeCell(translate("Queue", "Paused"), clock(since, here))
    text = translate("Queue", "Paused {time}").format(time=clock(since, here))
    return TimeCell(text, second)


def _retrying(job: Job, here: Here) -> TimeCell:
    second = attempt_of(job, job.attempts + 1, here)
    wait = 0.0 if job.retry_at is None else (job.retry_at - here.now).total_seconds()
    if wait < 1:
        return TimeCell(translate("Queue", "Again now"), second)
    text = translate("Queue", "Again in {time}").format(time=duration(wait, here.locale))
    return TimeCell(text, second)


def _ended(job: Job, shown: Shown, here: Here) -> TimeCell:
    if job.ended is None or shown not in _ENDS:
        return TimeCell()
    time = clock(job.ended, here)
    if not is_today(job.ended, here):
        # A day makes the line too long: it goes below.
        return TimeCell(_ENDS[shown](), time)
    if shown is Shown.FAILED:
        first = translate("Queue", "Failed {time}").format(time=time)
        return TimeCell(first, attempt_of(job, job.attempts, here) if job.attempts else "")
    if shown is Shown.CANCELLED:
        return TimeCell(translate("Queue", "Cancelled {time}").format(time=time))
    return TimeCell(translate("Queue", "Finished {time}").format(time=time))


_ENDS: Final[Mapping[Shown, Callable[[], str]]] = {
    Shown.DONE: lambda: translate("Queue", "Finished"),
    Shown.DONE_WITH_WARNINGS: lambda: translate("Queue", "Finished"),
    Shown.FAILED: lambda: translate("Queue", "Failed"),
    Shown.CANCELLED: lambda: translate("Queue", "Cancelled"),
}
