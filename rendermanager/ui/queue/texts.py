"""What stands in the Progress column and below the name, and what a screen reader says of a row."""

from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import QCoreApplication

from rendermanager.core.job import Job
from rendermanager.core.progress import Progress, Stage
from rendermanager.core.source import SourceInfo
from rendermanager.core.status import JobStatus
from rendermanager.engine.board import Live
from rendermanager.log import masked, masked_words
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.ui.language.said import said
from rendermanager.ui.queue.amounts import Here, duration, full_time, number, percent, size
from rendermanager.ui.queue.states import Shown, label_of
from rendermanager.ui.queue.times import TimeCell, Tone

translate = QCoreApplication.translate

DOT: Final = " · "


class BarKind(Enum):
    """Whether and how a bar is drawn."""

    NONE = "none"
    """Words alone."""
    KNOWN = "known"
    """A share of the whole."""
    MOVING = "moving"
    """Something happens, nobody knows how far it is."""


@dataclass(frozen=True, slots=True)
class ProgressCell:
    """How far a job is, or why it is not going on.

    Attributes:
        text: What is to be read.
        second: A second line, where no bar is drawn.
        percent: The share in words; empty when it is not known.
        fraction: The share, 0 to 1, in thousandths.
        bar: Whether a bar is drawn.
        colour: The token of the bar's colour.
        tone: Of the text.
    """

    text: str = ""
    second: str = ""
    percent: str = ""
    fraction: float = 0.0
    bar: BarKind = BarKind.NONE
    colour: str = "rendering"
    tone: Tone = Tone.QUIET


def progress_cell(
    job: Job, live: Live | None, reason: Reason | None, shown: Shown, here: Here
) -> ProgressCell:
    """The texts and the bar for one job."""
    if shown in (Shown.RENDERING, Shown.FINISHING, Shown.CANCELLING):
        return _moving(job, live, shown, here)
    if shown is Shown.PAUSED:
        return _held(job, live, here)
    if shown is Shown.FAILED:
        return _failed(job, here)
    if shown is Shown.RETRYING:
        return ProgressCell(_cause(job))
    if shown is Shown.DONE_WITH_WARNINGS:
        return ProgressCell(said(job.warnings[0]), second=_result(job, here), tone=Tone.PLAIN)
    if shown is Shown.DONE:
        return ProgressCell(_result(job, here))
    if shown is Shown.CANCELLED:
        return ProgressCell(_given_up(job, here))
    return ProgressCell(_waiting(job, reason, shown, here))


def source_line(job: Job, here: Here) -> str:
    """The line below the name: the file or command, or what is inside a file of that name."""
    spec = job.spec
    if not spec.source:
        words = masked_words(spec.argv)
        return " ".join([PurePath(words[0]).name, *words[1:]]) if words else ""
    path = PurePath(spec.source)
    if job.name in (path.name, path.stem) and job.source is not None:
        return _facts(job.source, here) or path.name
    return path.name


def _facts(source: SourceInfo, here: Here) -> str:
    parts = []
    if source.width and source.height:
        parts.append(f"{source.width} × {source.height}")
    if source.duration_s > 0:
        parts.append(duration(source.duration_s, here.locale))
    return DOT.join(parts)


def spoken(job: Job, shown: Shown, progress: ProgressCell, time: TimeCell) -> str:
    """A row as a screen reader says it: ``SummerSale, Rendering, 63 percent, 7 min left``."""
    parts = [job.name, label_of(shown)]
    if progress.percent:
        share = progress.percent.rstrip("%\u00a0 ")
        parts.append(translate("Queue", "{number} percent").format(number=share))
    elif progress.text:
        parts.append(progress.text)
    if shown is Shown.FAILED and progress.percent:
        parts.append(progress.text)
    parts += [time.first, time.second]
    return ", ".join(part for part in parts if part)


def tip(job: Job, shown: Shown, here: Here) -> str:
    """What a hovering pointer is told of a row, line by line and in plain text."""
    lines = [job.name, _story(job, shown)]
    if job.failure is not None and shown in (Shown.FAILED, Shown.RETRYING):
        lines += [said(job.failure.message), said(job.failure.hint)]
    lines += map(said, job.warnings)
    if job.spec.source:
        lines.append(translate("Queue", "Source: {path}").format(path=job.spec.source))
    for path in output_paths(job)[:3]:
        lines.append(translate("Queue", "Output: {path}").format(path=path))
    lines.append(translate("Queue", "Added: {time}").format(time=full_time(job.created, here)))
    return "\n".join(line for line in lines if line)


def output_paths(job: Job) -> list[str]:
    """What was published, or what is going to be."""
    if job.artifacts:
        return [artifact.final for artifact in job.artifacts]
    return [*filter(None, (job.spec.output,)), *job.spec.expects]


def output_size(job: Job) -> int:
    """Bytes that were published."""
    return sum(artifact.size_bytes for artifact in job.artifacts)


def _moving(job: Job, live: Live | None, shown: Shown, here: Here) -> ProgressCell:
    if live is None:
        fraction = job.progress or None
        text = _stage_word(Stage.RENDER)
    else:
        fraction = live.progress.fraction
        text = said(live.note) or _doing(live.progress, here)
    if shown is Shown.CANCELLING:
        text = translate("Queue", "Ending its processes…")
    return _with_bar(text, fraction, "rendering", here)


def _held(job: Job, live: Live | None, here: Here) -> ProgressCell:
    if live is not None:
        return _with_bar(_doing(live.progress, here), live.progress.fraction or 0.0, "paused", here)
    if job.progress > 0:
        return _with_bar(_stopped_at(job), job.progress, "paused", here)
    return ProgressCell(translate("Queue", "Not started yet"))


def _failed(job: Job, here: Here) -> ProgressCell:
    if job.progress > 0:
        cell = _with_bar(_cause(job), job.progress, "failed", here)
        return ProgressCell(
            text=cell.text,
            percent=cell.percent,
            fraction=cell.fraction,
            bar=cell.bar,
            colour=cell.colour,
            tone=Tone.FAILED,
        )
    return ProgressCell(_cause(job), second=_hint(job), tone=Tone.FAILED)


def _with_bar(text: str, fraction: float | None, colour: str, here: Here) -> ProgressCell:
    if fraction is None:
        return ProgressCell(text, bar=BarKind.MOVING, colour=colour)
    return ProgressCell(
        text,
        percent=percent(min(fraction, 0.999), here.locale),
        # No pixel more: what does not change the picture does not cause a repaint.
        fraction=round(fraction, 3),
        bar=BarKind.KNOWN,
        colour=colour,
    )


def _doing(progress: Progress, here: Here) -> str:
    """What it does, in numbers if there are any."""
    if progress.stage is not Stage.RENDER:
        return _stage_word(progress.stage)
    if progress.frame and progress.frames >= progress.frame:
        return translate("Queue", "Frame {frame} of {frames}").format(
            frame=number(progress.frame, here.locale), frames=number(progress.frames, here.locale)
        )
    if progress.duration_s > 0 and progress.position_s > 0 and not progress.frame:
        return translate("Queue", "{time} of {whole}").format(
            time=duration(min(progress.position_s, progress.duration_s), here.locale),
            whole=duration(progress.duration_s, here.locale),
        )
    if progress.frame:
        return translate("Queue", "Frame {frame}").format(frame=number(progress.frame, here.locale))
    return step_words(progress) or _stage_word(Stage.RENDER)


def step_words(progress: Progress) -> str:
    """What the engine says it does, as it may be shown; empty when it says nothing."""
    text = said(masked(progress.step))
    return text[:1].upper() + text[1:]


def _stage_word(stage: Stage) -> str:
    words = {
        Stage.PREPARE: translate("Queue", "Preparing…"),
        Stage.RENDER: translate("Queue", "Starting…"),
        Stage.VERIFY: translate("Queue", "Checking the result…"),
        Stage.PUBLISH: translate("Queue", "Saving…"),
    }
    return words[stage]


def _stopped_at(job: Job) -> str:
    return translate("Queue", "Stopped in the middle") if job.progress < 1 else ""


def _cause(job: Job) -> str:
    return said(job.failure.message if job.failure is not None else job.reason)


def _hint(job: Job) -> str:
    return said(job.failure.hint) if job.failure is not None else ""


def _result(job: Job, here: Here) -> str:
    parts = []
    if job.elapsed_s > 0:
        parts.append(duration(job.elapsed_s, here.locale))
    if output_size(job):
        parts.append(size(output_size(job), here.locale))
    return DOT.join(parts)


def _given_up(job: Job, here: Here) -> str:
    if job.elapsed_s <= 0:
        return translate("Queue", "Not rendered")
    return translate("Queue", "After {time}").format(time=duration(job.elapsed_s, here.locale))


def _waiting(job: Job, reason: Reason | None, shown: Shown, here: Here) -> str:
    if shown is Shown.CHECKING:
        if job.status is JobStatus.VALIDATING:
            return translate("Queue", "Looking inside the file…")
        return translate("Queue", "Its file is checked soon")
    if reason is None:
        return said(job.reason) if shown is Shown.WAITING else translate("Queue", "In line")
    if reason.why is Why.TURN:
        if reason.place == 0:
            return translate("Queue", "Next")
        place = number(reason.place + 1, here.locale)
        return translate("Queue", "{place} in line").format(place=place)
    if reason.why is Why.QUEUE_PAUSED:
        return translate("Queue", "The queue is paused")
    return said(reason.text)


def _story(job: Job, shown: Shown) -> str:
    """The state and, where that does not say it, why the job stands there."""
    label = label_of(shown)
    told = job.failure is not None or shown in (Shown.DONE, Shown.RENDERING, Shown.QUEUED)
    return label if told or not job.reason else f"{label}{DOT}{said(job.reason)}"
