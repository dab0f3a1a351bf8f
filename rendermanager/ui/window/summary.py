"""The line below the title and the line in the status bar, from what is known of the queue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from rendermanager.core.status import JobStatus
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.store.queries import Counts
from rendermanager.ui.language.said import said
from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.amounts import Here

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The queue at one moment, as far as these lines tell of it.

    Attributes:
        counts: Jobs in each status.
        slots: Renders allowed at once.
        running: Slots that are held.
        paused: How the queue is paused: empty, ``after`` or ``now``.
        resting: Why renders keep out of the artist's way; empty when they do not.
        held_off: Why nothing more starts while what runs goes on; empty when something may.
        waiting: Why ready jobs have not started, by job.
        trouble: What keeps the queue from working; empty when all is well.
        leaving: The app ends as soon as the current renders have ended.
    """

    counts: Counts
    slots: int = 0
    running: int = 0
    paused: str = ""
    resting: str = ""
    held_off: str = ""
    waiting: Mapping[int, Reason] | None = None
    trouble: str = ""
    leaving: bool = False


@dataclass(frozen=True, slots=True)
class StatusLine:
    """What the status bar says.

    Attributes:
        text: One sentence or a few words.
        wrong: Whether it is something to act upon.
    """

    text: str
    wrong: bool = False


def summary(counts: Counts, all_done: datetime | None, here: Here) -> str:
    """``2 rendering · 2 waiting · 1 failed — all done about 15:40``.

    Args:
        counts: Jobs in each status.
        all_done: When everything will be done; None while that is not known.
        here: The moment and the place in which it is said.
    """
    locale = here.locale
    parts = [
        words.format(number=amounts.number(number, locale))
        for number, words in (
            (counts.of(JobStatus.RENDERING), translate("Window", "{number} rendering")),
            (counts.waiting, translate("Window", "{number} waiting")),
            (counts.of(JobStatus.PAUSED), translate("Window", "{number} paused")),
            (counts.of(JobStatus.FAILED), translate("Window", "{number} failed")),
            (counts.of(JobStatus.COMPLETED), translate("Window", "{number} done")),
        )
        if number
    ]
    text = " · ".join(parts)
    if not parts or all_done is None:
        return text
    away = (all_done - here.now).total_seconds()
    end = amounts.clock(amounts.rounded(all_done, away), here)
    return translate("Window", "{counts} — all done about {time}").format(counts=text, time=end)


def status_line(now: Standing, here: Here) -> StatusLine:
    """What is going on or, when nothing starts, why not."""
    if now.trouble:
        return StatusLine(said(now.trouble), wrong=True)
    if now.leaving:
        text = translate("Window", "Render Manager quits when the current renders are done")
        return StatusLine(text)
    use = _use(now, here)
    if now.paused == "now":
        return StatusLine(_with(translate("Window", "Everything is paused"), use))
    if now.paused:
        return StatusLine(_with(translate("Window", "Queue paused: nothing new starts"), use))
    if now.resting:
        return StatusLine(_with(translate("Window", "Renders rest while you work"), use))
    if now.held_off and now.counts.waiting:
        return StatusLine(_with(said(now.held_off), use))
    if now.running:
        return StatusLine(_with(translate("Window", "Queue running"), use))
    held = _held(now.waiting or {})
    if held:
        text = translate("Window", "Nothing starts: {reason}").format(reason=held)
        return StatusLine(text, wrong=True)
    if now.counts.waiting:
        return StatusLine(translate("Window", "Queue running"))
    return StatusLine(translate("Window", "Ready"))


def _use(now: Standing, here: Here) -> str:
    if not now.running:
        return ""
    most = max(now.slots, now.running)
    return translate("Window", "{used} of {most} slots in use").format(
        used=amounts.number(now.running, here.locale), most=amounts.number(most, here.locale)
    )


def _with(text: str, use: str) -> str:
    return f"{text} · {use}" if use else text


def _held(waiting: Mapping[int, Reason]) -> str:
    """The first reason other than that it is not a job's turn yet."""
    for reason in sorted(waiting.values(), key=lambda each: each.place):
        if reason.why not in (Why.TURN, Why.QUEUE_PAUSED):
            return said(reason.text)
    return ""
