"""Which notifications belong together: pure decisions, given the notes, the newest first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from rendermanager.services.notes import HEARD, Note, NoteKind

TOGETHER_S: Final = 900.0
"""Ends that nobody has called a batch are one when they follow each other so closely."""
LEAST: Final = 3
"""So many of these make a batch."""
SHOWN_FAILURES: Final = 3
"""Failures that are seen while a batch is closed."""


class NoteAction(StrEnum):
    """What one does next about a note."""

    OPEN_FOLDER = "open-folder"
    """See the result in its folder."""
    SHOW_JOB = "show-job"
    """Go to the job."""
    VIEW_LOG = "view-log"
    """Read what the program said."""
    RUN_AGAIN = "run-again"
    """Render what has failed once more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the notification centre: a note by itself, or a batch.

    Attributes:
        note: The note; of a batch the one that says that it is over, or its newest.
        members: Of a batch its notes, the newest first; of anything else empty.
    """

    note: Note
    members: tuple[Note, ...] = ()

    @property
    def is_batch(self) -> bool:
        """Whether it can be opened."""
        return bool(self.members)

    @property
    def key(self) -> int:
        """By this a batch is known again: the event with which it began."""
        return self.members[-1].event_id if self.members else 0

    def of(self, *kinds: NoteKind) -> list[Note]:
        """Those of a batch that are of these kinds."""
        return [each for each in self.members if each.kind in kinds]

    @property
    def concerned(self) -> list[Note]:
        """The notes that its actions are about."""
        return list(self.members) if self.members else [self.note]

    @property
    def failed_jobs(self) -> list[int]:
        """Jobs of it that have failed."""
        return [each.job_id for each in self.concerned if each.kind is NoteKind.FAILED]

    @property
    def outputs(self) -> list[str]:
        """Files of it that were made."""
        return [each.output for each in self.concerned if each.output]

    @property
    def actions(self) -> tuple[NoteAction, ...]:
        """What one does next about it, the first one most likely."""
        if self.is_batch:
            found = (
                (NoteAction.RUN_AGAIN, bool(self.failed_jobs)),
                (NoteAction.OPEN_FOLDER, bool(self.outputs)),
            )
            return tuple(action for action, possible in found if possible)
        return _ACTIONS.get(self.note.kind, ()) if self.note.job_id else ()


_ACTIONS: Final = {
    NoteKind.DONE: (NoteAction.OPEN_FOLDER, NoteAction.SHOW_JOB),
    NoteKind.WARNED: (NoteAction.SHOW_JOB, NoteAction.OPEN_FOLDER),
    NoteKind.FAILED: (NoteAction.RUN_AGAIN, NoteAction.VIEW_LOG, NoteAction.SHOW_JOB),
    NoteKind.FINISHED: (NoteAction.SHOW_JOB,),
    NoteKind.WAITS: (NoteAction.SHOW_JOB,),
}


def in_batches(notes: Sequence[Note]) -> list[Entry]:
    """The notes with those of one batch in one entry, the newest first.

    A batch is what ended until the queue stood still, where that was seen; else ends that follow
    each other closely.
    """
    taken: set[int] = set()
    entries = []
    for at, note in enumerate(notes):
        if note.event_id in taken:
            continue
        members = _members(notes[at:], note, taken)
        taken.update(each.event_id for each in members)
        entries.append(Entry(note, tuple(members)))
    return entries


def rows_of(entries: Sequence[Entry], opened: Collection[int]) -> list[tuple[Entry, bool]]:
    """The rows that are seen, and whether each stands below the batch that it belongs to.

    Args:
        entries: What `in_batches` has made.
        opened: Keys of the batches of which everything is seen; of others only some failures.
    """
    rows = []
    for entry in entries:
        rows.append((entry, False))
        seen: Sequence[Note] = entry.members
        if entry.key not in opened:
            seen = entry.of(NoteKind.FAILED)[:SHOWN_FAILURES]
        rows += [(Entry(note), True) for note in seen]
    return rows


def _members(notes: Sequence[Note], first: Note, taken: Collection[int]) -> list[Note]:
    """What belongs to the first of these notes, if it is of a batch."""
    ends = [each for each in notes if each.kind not in HEARD and each.event_id not in taken]
    if first.kind is NoteKind.FINISHED and first.since:
        return [each for each in ends if each.event_id >= first.since]
    if first.kind in HEARD:
        return []
    # Batches follow each other: what ended before the last one was over belongs to an older one.
    over = max((each.at for each in notes if each.since), default=None)
    run = [first]
    for newer, older in pairwise(ends):
        is_apart = (newer.at - older.at).total_seconds() > TOGETHER_S
        if is_apart or (over is not None and older.at <= over):
            break
        run.append(older)
    return run if len(run) >= LEAST else []
