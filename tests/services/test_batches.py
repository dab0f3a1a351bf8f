"""Which notifications are one entry: pure decisions about notes."""

from datetime import UTC, datetime, timedelta

from rendermanager.services.batches import (
    SHOWN_FAILURES,
    TOGETHER_S,
    Entry,
    NoteAction,
    in_batches,
    rows_of,
)
from rendermanager.services.notes import Note, NoteKind

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def note(number: int, kind: NoteKind = NoteKind.DONE, *, at_s: float = 0.0, since: int = 0) -> Note:
    """A note whose number is its event's."""
    at = AT + timedelta(seconds=at_s or number)
    output = f"/out/{number}.mp4" if kind is NoteKind.DONE else ""
    return Note(kind, at, f"note {number}", "", number, number, output, since)


def shape(entries: list[Entry]) -> list[tuple[int, list[int]]]:
    return [(each.note.event_id, [one.event_id for one in each.members]) for each in entries]


def test_what_ended_until_the_queue_stood_still_is_one_entry() -> None:
    notes = [
        note(9, NoteKind.FINISHED, since=6),
        note(8),
        note(7, NoteKind.TROUBLE),
        note(6, NoteKind.FAILED),
        note(5, NoteKind.FINISHED, since=2),
        note(4),
        note(2),
        note(1),
    ]
    assert shape(in_batches(notes)) == [(9, [8, 6]), (7, []), (5, [4, 2]), (1, [])]


def test_ends_in_a_row_that_nobody_has_called_a_batch_are_one() -> None:
    far = TOGETHER_S + 10
    notes = [note(9), note(8), note(7), note(3, at_s=-far), note(2, at_s=-far - 1)]
    assert shape(in_batches(notes)) == [(9, [9, 8, 7]), (3, []), (2, [])]


def test_a_batch_that_is_over_is_no_part_of_the_next_one() -> None:
    notes = [note(9), note(8), note(7, NoteKind.FINISHED, since=4), note(6), note(5), note(4)]
    assert shape(in_batches(notes)) == [(9, []), (8, []), (7, [6, 5, 4])]


def test_a_batch_shows_some_failures_until_it_is_opened() -> None:
    failed = [note(number, NoteKind.FAILED) for number in range(9, 3, -1)]
    (entry,) = in_batches([*failed, note(3)])
    closed, opened = rows_of([entry], ()), rows_of([entry], {3})
    assert [below for _, below in closed] == [False, *[True] * SHOWN_FAILURES]
    assert len(opened) == 8
    assert entry.key == 3


def test_actions_are_about_what_there_is() -> None:
    (batch,) = in_batches([note(9), note(8, NoteKind.FAILED), note(7)])
    assert batch.actions == (NoteAction.RUN_AGAIN, NoteAction.OPEN_FOLDER)
    assert batch.failed_jobs == [8]
    assert batch.outputs == ["/out/9.mp4", "/out/7.mp4"]
    assert Entry(note(1, NoteKind.FAILED)).actions[0] is NoteAction.RUN_AGAIN
    trouble = Note(NoteKind.TROUBLE, AT, "The queue needs attention")
    assert Entry(trouble).actions == ()
