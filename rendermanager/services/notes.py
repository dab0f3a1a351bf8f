"""What stands in the notification centre: pure decisions, given what happened and when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from rendermanager.core.events import Event, EventKind
from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.log import masked
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.store.txn import Txn


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
        output: The file that was made; empty for none.
        since: Of a batch that has finished: number of the event with which it began; else 0.
    """

    kind: NoteKind
    at: datetime
    title: str
    text: str = ""
    job_id: int = 0
    event_id: int = 0
    output: str = ""
    since: int = 0


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
TROUBLE_TITLE: Final = "The queue needs attention"
HEARD: Final = (NoteKind.FINISHED, NoteKind.WAITS, NoteKind.TROUBLE)
"""Notes of these kinds have no end of a job behind them: they get an event of their own."""
_NEEDS_SOMEBODY: Final = {
    Why.ENGINE_MISSING: "A program was not found",
    Why.STOPPED: "Renders were stopped",
    Why.SPACE: "A result has no place to go",
}


def note_of_end(event: Event, job: Job) -> Note:
    """The note for a job that was done or failed."""
    name = masked(job.name)
    output = job.artifacts[0].final if job.artifacts else ""
    if event.new == JobStatus.FAILED.value:
        # A job that runs again by now has no failure any more; the event keeps the reason.
        text = job.failure.message if job.failure else event.reason
        return _of(NoteKind.FAILED, event, f"“{name}” failed", text)
    if job.warnings:
        title = f"“{name}” is done with warnings"
        return replace(_of(NoteKind.WARNED, event, title, job.warnings[0]), output=output)
    return replace(_of(NoteKind.DONE, event, f"“{name}” is done", output), output=output)


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


def record(txn: Txn, note: Note) -> None:
    """Keep a note that was only heard, as an event; `heard_note` makes it again."""
    text = note.text
    if note.kind is NoteKind.FINISHED:
        text, about = f"{note.title}: {note.text}", str(note.since)
    else:
        about = _why_of(note)
    # A batch is about many jobs; it has no place in the story of one of them.
    job_id = note.job_id if note.kind is NoteKind.WAITS else 0
    txn.record(EventKind.NOTED, job_id, old=about, new=note.kind.value, reason=text)


def heard_note(event: Event) -> Note | None:
    """The note that an event was made from; None when it is another one."""
    if event.kind is not EventKind.NOTED or event.new not in HEARD:
        return None
    kind, text, since = NoteKind(event.new), event.reason, 0
    title = TROUBLE_TITLE
    if kind is NoteKind.FINISHED:
        title, _, text = text.partition(": ")
        since = int(event.old) if event.old.isdecimal() else 0
    elif kind is NoteKind.WAITS:
        titles = {why.value: words for why, words in _NEEDS_SOMEBODY.items()}
        title = titles.get(event.old, TROUBLE_TITLE)
    return replace(_of(kind, event, title, text), since=since)


def numbered(notes: Sequence[Note], event: Event) -> list[Note]:
    """The notes; the newest of them that is kept by this event knows its number."""
    kept, found = heard_note(event), list(notes)
    if kept is not None:
        wanted = (kept.kind, kept.title, kept.text, 0)
        told = [(each.kind, each.title, each.text, each.event_id) for each in found]
        if wanted in told:
            at = told.index(wanted)
            found[at] = replace(found[at], event_id=event.id)
    return found


def _why_of(note: Note) -> str:
    return next((why.value for why, title in _NEEDS_SOMEBODY.items() if title == note.title), "")


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
