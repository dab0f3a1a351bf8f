"""What stands in the notification centre: what is told, in which words, and not twice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rendermanager.core.events import Event, EventKind
from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.output import Artifact
from rendermanager.core.status import JobStatus
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.services.notes import (
    HEARD,
    REPEATED_S,
    TROUBLE_TITLE,
    Note,
    NoteKind,
    heard_note,
    is_repeated,
    note_of_end,
    notes_of_waiting,
    numbered,
    record,
)
from rendermanager.store.store import Store
from rendermanager.store.told import told_since
from tests.ui.queue.values import make_job

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
FAILURE = Failure(FailureKind.INVALID_INPUT, "The font is missing.", "Install it.", Retry.AFTER_FIX)


def ended(status: JobStatus) -> Event:
    return Event(
        kind=EventKind.MOVED, job_id=7, new=status.value, reason="exit code 1", at=AT, id=40
    )


@pytest.mark.parametrize(
    ("status", "values", "kind", "title", "text"),
    [
        (
            JobStatus.COMPLETED,
            {"artifacts": (Artifact("", "/out/a.mp4", 1, ""),)},
            NoteKind.DONE,
            "“Promo” is done",
            "/out/a.mp4",
        ),
        (JobStatus.COMPLETED, {}, NoteKind.DONE, "“Promo” is done", ""),
        (
            JobStatus.COMPLETED,
            {"warnings": ("It is black.", "It is silent.")},
            NoteKind.WARNED,
            "“Promo” is done with warnings",
            "It is black.",
        ),
        (
            JobStatus.FAILED,
            {"failure": FAILURE},
            NoteKind.FAILED,
            "“Promo” failed",
            "The font is missing.",
        ),
        (JobStatus.FAILED, {}, NoteKind.FAILED, "“Promo” failed", "exit code 1"),
    ],
    ids=["done", "done without a file", "warned", "failed", "failed, and runs again"],
)
def test_an_end_is_told_in_words(
    status: JobStatus, values: dict[str, Any], kind: NoteKind, title: str, text: str
) -> None:
    job = make_job(status, 7, spec={"name": "Promo"}, **values)
    output = job.artifacts[0].final if job.artifacts else ""
    wanted = Note(kind, AT, title, text, 7, 40, output)
    assert note_of_end(ended(status), job) == wanted


@pytest.mark.parametrize(
    "note",
    [
        Note(NoteKind.TROUBLE, AT, TROUBLE_TITLE, "The disk is full."),
        Note(NoteKind.FINISHED, AT, "The queue has finished", "2 done · 1 failed", since=31),
        *notes_of_waiting(
            {
                3: Reason(Why.ENGINE_MISSING, "Blender was not found."),
                4: Reason(Why.SPACE, "needs 3 GB"),
                5: Reason(Why.STOPPED, "FFmpeg has failed again and again"),
            },
            AT,
        ),
    ],
    ids=lambda note: note.title,
)
def test_what_was_heard_is_kept_in_the_store_and_comes_back(note: Note, tmp_path: Path) -> None:
    store = Store(tmp_path / "queue.db")
    try:
        store.change(lambda txn: record(txn, note))
        told = store.read(lambda db: told_since(db, 0, 10, HEARD))
    finally:
        store.close()
    (event,) = told.events
    assert (told.jobs, told.newest) == ({}, event.id)
    back = heard_note(event)
    assert back == replace(note, at=event.at, event_id=event.id)
    assert numbered([note, note], event) == [replace(note, event_id=event.id), note]


def test_other_events_are_no_notes_of_ours() -> None:
    other = Event(kind=EventKind.NOTED, job_id=3, reason="no sign of life", at=AT, id=9)
    assert heard_note(other) is None
    assert heard_note(ended(JobStatus.FAILED)) is None
    note = Note(NoteKind.TROUBLE, AT, TROUBLE_TITLE, "The disk is full.")
    assert numbered([note], other) == [note]


def test_what_needs_somebody_is_told_once_for_each_cause() -> None:
    reasons = {
        1: Reason(Why.TURN, "in line"),
        2: Reason(Why.ENGINE_MISSING, "Blender was not found."),
        3: Reason(Why.ENGINE_MISSING, "Blender was not found."),
        4: Reason(Why.ENGINE_MISSING, "Manim was not found."),
        5: Reason(Why.SPACE, "needs 3 GB, and 1 GB is free"),
        6: Reason(Why.SPACE, "needs 4 GB, and 1 GB is free"),
    }
    found = notes_of_waiting(reasons, AT)
    assert [(note.job_id, note.text) for note in found] == [
        (2, "Blender was not found."),
        (4, "Manim was not found."),
        (5, "Needs 3 GB, and 1 GB is free"),
    ]


@pytest.mark.parametrize(
    ("why", "text", "later_s", "repeated"),
    [
        (Why.ENGINE_MISSING, "Blender was not found.", 10, True),
        (Why.ENGINE_MISSING, "Manim was not found.", 10, False),
        (Why.ENGINE_MISSING, "Blender was not found.", REPEATED_S, False),
    ],
    ids=["the same", "another program", "much later"],
)
def test_the_same_is_not_told_again_at_once(
    why: Why, text: str, later_s: float, repeated: bool
) -> None:
    told = notes_of_waiting({1: Reason(Why.ENGINE_MISSING, "Blender was not found.")}, AT)
    (note,) = notes_of_waiting({1: Reason(why, text)}, AT + timedelta(seconds=later_s))
    assert is_repeated(note, told) is repeated


def test_other_numbers_about_the_same_disk_are_no_news() -> None:
    told = notes_of_waiting({1: Reason(Why.SPACE, "needs 3 GB")}, AT)
    (note,) = notes_of_waiting({1: Reason(Why.SPACE, "needs 4 GB")}, AT + timedelta(seconds=9))
    assert is_repeated(note, told)
