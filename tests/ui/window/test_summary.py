"""The line below the title and the line in the status bar."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from rendermanager.core.status import JobStatus
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.store.queries import Counts
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.window.summary import Standing, status_line, summary

HERE = Here(datetime(2026, 5, 4, 15, 0, tzinfo=UTC), QLocale("en_GB"), UTC)
NONE = Counts({})


def counts(**numbers: int) -> Counts:
    return Counts({JobStatus(name): number for name, number in numbers.items()})


def test_the_summary_names_what_there_is_and_nothing_else() -> None:
    found = summary(counts(rendering=2, queued=1, pending=1, failed=1), None, HERE)
    assert found == "2 rendering · 2 waiting · 1 failed"
    assert summary(NONE, None, HERE) == ""
    assert summary(NONE, HERE.now, HERE) == ""


@pytest.mark.parametrize(
    ("away_s", "end"), [(2370, "15:40"), (7300, "17:00"), (86_400, "tomorrow 15:00")]
)
def test_the_end_of_all_is_named_where_it_is_known(away_s: int, end: str) -> None:
    found = summary(counts(rendering=2), HERE.now + timedelta(seconds=away_s), HERE)
    assert found == f"2 rendering — all done about {end}"


MISSING = Reason(Why.ENGINE_MISSING, "FFmpeg was not found on this machine.")


@pytest.mark.parametrize(
    ("now", "text", "wrong"),
    [
        (Standing(counts=NONE), "Ready", False),
        (
            Standing(counts=NONE, running=2, slots=2),
            "Queue running · 2 of 2 slots in use",
            False,
        ),
        (
            Standing(counts=NONE, running=3, slots=2),
            "Queue running · 3 of 3 slots in use",
            False,
        ),
        (Standing(counts=NONE, paused="after"), "Queue paused: nothing new starts", False),
        (
            Standing(counts=NONE, paused="after", running=1, slots=2),
            "Queue paused: nothing new starts · 1 of 2 slots in use",
            False,
        ),
        (
            Standing(counts=NONE, paused="now", running=1, slots=2),
            "Everything is paused · 1 of 2 slots in use",
            False,
        ),
        (
            Standing(counts=NONE, resting="You are at work", running=1, slots=2),
            "Renders rest while you work · 1 of 2 slots in use",
            False,
        ),
        (Standing(counts=NONE, held_off="Quiet hours: goes on at 22:00"), "Ready", False),
        (
            Standing(counts=counts(queued=1), held_off="Quiet hours: goes on at 22:00"),
            "Quiet hours: goes on at 22:00",
            False,
        ),
        (
            Standing(
                counts=counts(queued=1),
                held_off="Quiet hours: goes on at 22:00",
                waiting={7: Reason(Why.HOURS, "Quiet hours: goes on at 22:00")},
                running=1,
                slots=2,
            ),
            "Quiet hours: goes on at 22:00 · 1 of 2 slots in use",
            False,
        ),
        (
            Standing(counts=NONE, waiting={7: MISSING}),
            "Nothing starts: FFmpeg was not found on this machine.",
            True,
        ),
        (Standing(counts=NONE, waiting={7: Reason(Why.TURN, "Next")}), "Ready", False),
        (Standing(counts=counts(queued=1)), "Queue running", False),
        (
            Standing(counts=NONE, trouble="The disk with the queue is full.", running=1),
            "The disk with the queue is full.",
            True,
        ),
        (
            Standing(counts=NONE, leaving=True, running=1),
            "Render Manager quits when the current renders are done",
            False,
        ),
    ],
)
def test_the_status_bar_says_what_goes_on_or_why_nothing_does(
    now: Standing, text: str, wrong: bool
) -> None:
    line = status_line(now, HERE)
    assert (line.text, line.wrong) == (text, wrong)
