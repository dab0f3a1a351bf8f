"""What stands in the notification centre: pure decisions, given what happened and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from rendermanager.core.events import Event
from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.log import masked
from rendermanager.scheduling.admission import Reason, Why


class NoteKind(StrEnum):
    """What a note is about."""

    DONE = "done"
    """A job is done."""
    WARNED = "warned"
    """A job is done, and something about its result is doubtful."""
    FAILED = "failed"
    """A job failed."""
    FINISHED = "finished"
    """The queue has nothing left to do."""
    WAITS = "waits"
    """Jobs cannot start until somebody does something."""
    TROUBLE = "trouble"
    """The queue itself cannot work."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that happened.

    Attributes:
        kind: What it is about.
        at: When, aware.
        title: One short line.
        text: A sentence or two; may be empty.
        job_id: The job it leads to; 0 for none.
        event_id: The event that it was made from; 0 for what is not stored.
    """

    kind: NoteKind
    at: datetime
    title: str
    text: str = ""
    job_id: int = 0
    event_id: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """How far somebody has read, for the next start.

    Attributes:
        seen: Number of the newest event when the notes were last looked at; -1 for never.
        cleared: Notes of events up to this one were cleared away.
    """

    seen: int = -1
    cleared: int = 0


MOST: Final = 200
"""Notes that are kept; the oldest ones go."""
REPEATED_S: Final = 300.0
"""What comes and goes is told again only after so long."""
_NEEDS_SOMEBODY: Final = {
    Why.ENGINE_MISSING: "A program was not found",
    Why.STOPPED: "Renders were stopped",
    Why.SPACE: "A result has no place to go",
}


def note_of_end(event: Event, job: Job) -> Note:
    """The note for a job that was done or failed."""
    name = masked(job.name)
    if event.new == JobStatus.FAILED.value:
        # A job that runs again by now has no failure any more; the event keeps the reason.
        text = job.failure.message if job.failure else event.reason
        return _of(NoteKind.FAILED, event, f"“{name}” failed", text)
    if job.warnings:
        return _of(NoteKind.WARNED, event, f"“{name}” is done with warnings", job.warnings[0])
    text = job.artifacts[0].final if job.artifacts else ""
    return _of(NoteKind.DONE, event, f"“{name}” is done", text)


def notes_of_waiting(reasons: Mapping[int, Reason], at: datetime) -> list[Note]:
    """A note for each kind of reason that somebody has to do something about, the first job's."""
    found: dict[tuple[Why, str], Note] = {}
    for job_id, reason in reasons.items():
        title = _NEEDS_SOMEBODY.get(reason.why)
        if title is None:
            continue
        # Sentences about room name numbers that change all the time; programs differ.
        key = (reason.why, reason.text if reason.why is Why.ENGINE_MISSING else "")
        text = masked(reason.text[:1].upper() + reason.text[1:])
        found.setdefault(key, Note(NoteKind.WAITS, at, title, text, job_id))
    return list(found.values())


def is_repeated(note: Note, notes: Iterable[Note]) -> bool:
    """Whether the same was told a short while ago, as with a disk that is full again and again."""
    by_text = note.title not in (_NEEDS_SOMEBODY[Why.SPACE], _NEEDS_SOMEBODY[Why.STOPPED])
    return any(
        each.kind is note.kind
        and each.title == note.title
        and (not by_text or each.text == note.text)
        and (note.at - each.at).total_seconds() < REPEATED_S
        for each in notes
    )


def _of(kind: NoteKind, event: Event, title: str, text: str) -> Note:
    return Note(kind, event.at, title, masked(text), event.job_id, event.id)
