"""The line below the title and the line in the status bar."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from rendermanager.core.progress import Progress
from rendermanager.core.status import JobStatus
from rendermanager.engine.board import Live
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.store.queries import Counts
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.window.summary import Standing, status_line, summary

HERE = Here(datetime(2026, 5, 4, 15, 0, tzinfo=UTC), QLocale("en_GB"), UTC)
NONE = Counts({})


def live(job_id: int, left_s: float | None, *, paused: bool = False) -> Live:
    pace = 0.0 if left_s is None else 0.5 / left_s
    return Live(job_id, 1, Progress(fraction=0.5, pace=pace, active_s=60, paused=paused), "")


def counts(**numbers: int) -> Counts:
    return Counts({JobStatus(name): number for name, number in numbers.items()})


def test_the_summary_names_what_there_is_and_nothing_else() -> None:
    found = summary(counts(rendering=2, queued=1, pending=1, failed=1), [], HERE)
    assert found == "2 rendering · 2 waiting · 1 failed"
    assert summary(NONE, [], HERE) == ""


def test_the_end_of_all_is_named_when_every_render_tells_its_own() -> None:
    found = summary(counts(rendering=2, failed=1), [live(1, 600), live(2, 2400)], HERE)
    assert found == "2 rendering · 1 failed — all done about 15:40"


@pytest.mark.parametrize(
    ("jobs", "lives"),
    [
        ({"rendering": 1, "queued": 1}, [live(1, 600)]),
        ({"rendering": 2}, [live(1, 600)]),
        ({"rendering": 1}, [live(1, None)]),
        ({"rendering": 1}, [live(1, 600, paused=True)]),
        ({"completed": 3}, []),
    ],
    ids=["one waits", "one is silent", "no pace yet", "suspended", "nothing runs"],
)
def test_the_end_of_all_is_left_out_while_nobody_knows_it(
    jobs: dict[str, int], lives: list[Live]
) -> None:
    assert "all done" not in summary(counts(**jobs), lives, HERE)


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
