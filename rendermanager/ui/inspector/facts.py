"""What the inspector says about a job, as lines and pairs of words."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QLocale

from rendermanager.core.job import Attempt, Job
from rendermanager.core.progress import Progress, Stage
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.core.status import JobStatus
from rendermanager.log import masked_words
from rendermanager.ui.language.said import said
from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.queue.rows import priority_word
from rendermanager.ui.queue.texts import step_words
from rendermanager.ui.queue.times import ALMOST_DONE_S

translate = QCoreApplication.translate

Pair = tuple[str, str]


def joined(parts: Iterable[str]) -> str:
    """Parts of a line with dots between them; empty ones are passed over."""
    return " · ".join(part for part in parts if part)


def headline(job: Job, progress: Progress | None, here: Here) -> str:
    """The one line of facts below a job's name.

    Args:
        job: As stored.
        progress: Where its attempt stands; None when none runs.
        here: The moment and the place in which it is said.
    """
    locale = here.locale
    if progress is not None:
        return joined(_running(progress, locale))
    if job.status is JobStatus.COMPLETED:
        size = sum(artifact.size_bytes for artifact in job.artifacts)
        return joined(
            (
                amounts.duration(job.elapsed_s, locale) if job.elapsed_s else "",
                amounts.size(size, locale) if size else "",
                _at(translate("Inspector", "finished {time}"), job.ended, here),
            )
        )
    if job.status is JobStatus.FAILED:
        return joined(
            (_tries(job, locale), _at(translate("Inspector", "failed {time}"), job.ended, here))
        )
    if job.status is JobStatus.CANCELLED:
        return _at(translate("Inspector", "Cancelled {time}"), job.ended, here)
    return source_line(job.source, locale)


def _running(progress: Progress, locale: QLocale) -> Iterable[str]:
    if progress.stage is Stage.VERIFY:
        yield translate("Inspector", "Checking the output")
        return
    if progress.stage is Stage.PUBLISH:
        yield translate("Inspector", "Moving the output into place")
        return
    if progress.frames and progress.frame:
        yield translate("Inspector", "Frame {frame} of {frames}").format(
            frame=amounts.number(progress.frame, locale),
            frames=amounts.number(progress.frames, locale),
        )
    elif progress.fraction:
        yield amounts.percent(progress.fraction, locale)
    else:
        yield step_words(progress) or translate("Inspector", "Preparing…")
    if progress.paused:
        yield translate("Inspector", "paused")
        return
    if progress.fps:
        number = locale.toString(progress.fps, "f", 1)
        yield translate("Inspector", "{number} fps").format(number=number)
    if progress.time_left_s is not None and progress.time_left_s < ALMOST_DONE_S:
        yield translate("Inspector", "almost done")
    elif progress.time_left_s is not None:
        words = amounts.rough(progress.time_left_s, locale)
        yield translate("Inspector", "{time} left").format(time=words)


def _tries(job: Job, locale: QLocale) -> str:
    if not job.attempts:
        return translate("Inspector", "Not started")
    most = max(job.attempts, job.spec.max_attempts)
    return translate("Inspector", "Attempt {number} of {most}").format(
        number=amounts.number(job.attempts, locale), most=amounts.number(most, locale)
    )


def _at(words: str, moment: datetime | None, here: Here) -> str:
    return "" if moment is None else words.format(time=amounts.clock(moment, here))


def source_line(source: SourceInfo | None, locale: QLocale) -> str:
    """Size, rate and length of a source; empty before it was looked at."""
    if source is None or source.kind is SourceKind.NONE:
        return ""
    length = amounts.duration(source.duration_s, locale) if source.duration_s else ""
    return joined((_picture(source, locale), length))


def _picture(source: SourceInfo, locale: QLocale) -> str:
    size = f"{source.width} × {source.height}" if source.width and source.height else ""
    fps = source.fps
    return joined((size, _fps(float(fps), locale) if fps is not None else ""))


def _about_source(source: SourceInfo | None, locale: QLocale) -> list[Pair]:
    if source is None or source.kind is SourceKind.NONE:
        return []
    codecs = (source.video_codec.upper(), source.audio_codec.upper())
    return [
        (translate("Inspector", "Picture"), _picture(source, locale)),
        (
            translate("Inspector", "Length"),
            amounts.duration(source.duration_s, locale) if source.duration_s else "",
        ),
        (translate("Inspector", "Codec"), ", ".join(codec for codec in codecs if codec)),
    ]


def _fps(value: float, locale: QLocale) -> str:
    number = locale.toString(round(value, 3), "g", 6)
    return translate("Inspector", "{number} fps").format(number=number)


def details(job: Job, preset_label: Callable[[str, str], str], here: Here) -> list[Pair]:
    """Everything worth knowing about a job, as (name, value).

    Args:
        job: As stored.
        preset_label: Tells what people call a preset, from its name and its engine.
        here: The moment and the place in which it is said.
    """
    spec, locale = job.spec, here.locale
    size = sum(artifact.size_bytes for artifact in job.artifacts)
    pairs = [
        (translate("Inspector", "Source"), spec.source),
        *_about_source(job.source, locale),
        (translate("Inspector", "Missing"), job.source.missing_frames if job.source else ""),
        (translate("Inspector", "Command"), " ".join(masked_words(spec.argv))),
        (
            translate("Inspector", "Preset"),
            preset_label(spec.preset, spec.engine),
        ),
        (translate("Inspector", "Output"), spec.output),
        (translate("Inspector", "Size"), amounts.size(size, locale) if size else ""),
        (translate("Inspector", "Reason"), _reason(job)),
        (translate("Inspector", "Priority"), priority_word(spec.priority)),
        (translate("Inspector", "Added"), _clock(job.created, here)),
        (translate("Inspector", "Started"), _clock(job.started, here)),
        (translate("Inspector", "Ended"), _clock(job.ended, here)),
        (
            translate("Inspector", "Took"),
            amounts.duration(job.elapsed_s, locale) if job.ended and job.elapsed_s else "",
        ),
        (
            translate("Inspector", "Attempts"),
            amounts.number(job.attempts, locale) if job.attempts else "",
        ),
        (translate("Inspector", "Project"), spec.project),
        (translate("Inspector", "Tags"), ", ".join(spec.tags)),
        (translate("Inspector", "Notes"), spec.notes),
        (translate("Inspector", "Added by"), spec.submitter),
        (translate("Inspector", "Number"), str(job.id)),
    ]
    return [(name, value) for name, value in pairs if value]


def _reason(job: Job) -> str:
    waits = not job.status.is_ended and job.status is not JobStatus.RENDERING
    return said(job.reason) if waits else ""


def _clock(moment: datetime | None, here: Here) -> str:
    return "" if moment is None else amounts.clock(moment, here)


def outcome_word(attempt: Attempt) -> str:
    """How an attempt ended, in a word."""
    words = {
        "": translate("Inspector", "Running"),
        "completed": translate("Inspector", "Done"),
        "failed": translate("Inspector", "Failed"),
        "cancelled": translate("Inspector", "Cancelled"),
        "interrupted": translate("Inspector", "Interrupted"),
        "lost": translate("Inspector", "Cut off"),
    }
    return words.get(attempt.outcome, attempt.outcome)


def file_name(path: str) -> str:
    """The last part of a path."""
    return PurePath(path).name or path


def failure_details(job: Job) -> str:
    """Everything about a failure for somebody who can help, in the words of the command line."""
    failure = job.failure
    if failure is None:
        return ""
    lines = (
        f"{job.name} (job {job.id}, {job.spec.engine} {job.spec.preset}".rstrip() + ")",
        f"{failure.message} {failure.hint}".strip(),
        f"kind: {failure.kind.value}, attempts: {job.attempts}",
        f"said: {failure.detail}" if failure.detail else "",
    )
    return "\n".join(line for line in lines if line)
