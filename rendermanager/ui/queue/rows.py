"""One row of the queue as it is drawn, put together from everything that is known of its job."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from rendermanager.core.job import Job
from rendermanager.core.status import Priority
from rendermanager.engine.board import Live
from rendermanager.scheduling.admission import Reason
from rendermanager.ui.paint import Pill
from rendermanager.ui.queue.amounts import Here, clock, duration, number, size
from rendermanager.ui.queue.columns import Column
from rendermanager.ui.queue.states import Shown, label_of, pill_of, shown_of, translate
from rendermanager.ui.queue.texts import (
    DOT,
    ProgressCell,
    output_paths,
    output_size,
    progress_cell,
    source_line,
    spoken,
)
from rendermanager.ui.queue.times import Clockwork, TimeCell, time_cell


@dataclass(frozen=True, slots=True)
class RowView:
    """What the delegate draws of one job; two equal ones look the same.

    Attributes:
        job_id: The job.
        name: First line of the Job column.
        source: Second line of it: the file, or what is inside.
        engine: What works on it; said after the source where there is room.
        preset: The preset's label.
        shown: The state.
        pill: The state as it is drawn.
        progress: The Progress column.
        time: The Time column.
        spoken: The row as a screen reader says it.
    """

    job_id: int
    name: str
    source: str
    engine: str
    preset: str
    shown: Shown
    pill: Pill
    progress: ProgressCell
    time: TimeCell
    spoken: str


@dataclass(frozen=True, slots=True)
class Names:
    """How engines and presets are called by people.

    Attributes:
        engine: The label of the engine of this name.
        preset: The label of the preset of this name and engine.
    """

    engine: Callable[[str], str]
    preset: Callable[[str, str], str]


def row_view(
    job: Job,
    live: Live | None,
    reason: Reason | None,
    known: Clockwork,
    names: Names,
    here: Here,
) -> RowView:
    """The row of one job.

    Args:
        job: As stored.
        live: Its running attempt.
        reason: Why it has not started.
        known: What is known of its time.
        names: How engines and presets are called.
        here: Moment and place.
    """
    shown = shown_of(job, live, reason)
    progress = progress_cell(job, live, reason, shown, here)
    time = time_cell(job, shown, known, here)
    spec = job.spec
    return RowView(
        job_id=job.id,
        name=job.name,
        source=source_line(job, here),
        engine=names.engine(spec.engine),
        preset=names.preset(spec.preset, spec.engine) if spec.preset else "",
        shown=shown,
        pill=pill_of(shown),
        progress=progress,
        time=time,
        spoken=spoken(job, shown, progress, time),
    )


def changed_columns(before: RowView | None, now: RowView) -> list[tuple[Column, Column]]:
    """The columns that look different now, as first and last of neighbours."""
    if before is None:
        return [(Column.JOB, Column.SIZE)]
    if before == now:
        return []
    looks = (
        (Column.JOB, _first_cell(before), _first_cell(now)),
        (Column.PRESET, before.preset, now.preset),
        (Column.STATUS, before.pill, now.pill),
        (Column.PROGRESS, before.progress, now.progress),
        (Column.TIME, before.time, now.time),
    )
    # What the plain columns say is not kept: it changes only together with something else.
    return [
        *((column, column) for column, old, new in looks if old != new),
        (Column.NUMBER, Column.SIZE),
    ]


def _first_cell(view: RowView) -> tuple[object, ...]:
    return view.name, view.source, view.engine, view.shown


def cell_text(column: Column, view: RowView, job: Job, live: Live | None, here: Here) -> str:
    """The text of one cell, as it is read out, copied, or drawn in a plain column."""
    if column is Column.JOB:
        return view.name
    if column is Column.PRESET:
        return view.preset
    if column is Column.STATUS:
        return label_of(view.shown)
    if column is Column.PROGRESS:
        return DOT.join(each for each in (view.progress.text, view.progress.percent) if each)
    if column is Column.TIME:
        return DOT.join(each for each in (view.time.first, view.time.second) if each)
    if column is Column.ENGINE:
        return view.engine
    return _PLAIN[column](job, live, here)


def priority_word(priority: Priority) -> str:
    """A priority by its name."""
    words = {
        Priority.URGENT: translate("Queue", "Urgent"),
        Priority.HIGH: translate("Queue", "High"),
        Priority.NORMAL: translate("Queue", "Normal"),
        Priority.LOW: translate("Queue", "Low"),
        Priority.SYSTEM: translate("Queue", "System"),
    }
    return words[priority]


_Text = Callable[[Job, Live | None, Here], str]


def _elapsed(job: Job, live: Live | None, here: Here) -> str:
    seconds = live.progress.active_s if live is not None else job.elapsed_s
    return duration(seconds, here.locale) if seconds > 0 else ""


def _output(job: Job, _live: Live | None, _here: Here) -> str:
    paths = output_paths(job)
    return paths[0] if paths else ""


def _size(job: Job, _live: Live | None, here: Here) -> str:
    return size(output_size(job), here.locale) if output_size(job) else ""


_PLAIN: Final[dict[Column, _Text]] = {
    Column.NUMBER: lambda job, _live, here: number(job.id, here.locale),
    Column.PRIORITY: lambda job, _live, _here: priority_word(job.priority),
    Column.OUTPUT: _output,
    Column.ELAPSED: _elapsed,
    Column.STARTED: lambda job, _live, here: clock(job.started, here) if job.started else "",
    Column.ADDED: lambda job, _live, here: clock(job.created, here),
    Column.ATTEMPTS: lambda job, _live, here: (
        number(job.attempts, here.locale) if job.attempts else ""
    ),
    Column.SIZE: _size,
}
