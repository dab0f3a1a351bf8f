"""What the Time column says, and how calm it is about it."""

from datetime import timedelta
from typing import Any

import pytest

from rendermanager.core.job import Job
from rendermanager.core.progress import Progress, Stage
from rendermanager.core.status import JobStatus
from rendermanager.ui.queue.pace import Pace, TimeLeft
from rendermanager.ui.queue.states import Shown
from rendermanager.ui.queue.times import Clockwork, Outlook, TimeCell, Tone, time_cell
from tests.ui.queue.values import FONT, HERE, NOW, make_job


def left(seconds: float, low: float | None = None, high: float | None = None) -> TimeLeft:
    ends = NOW + timedelta(seconds=seconds)
    return TimeLeft(seconds, low or seconds, high or seconds, ends)


def running(**known: Any) -> TimeCell:
    return time_cell(make_job(JobStatus.RENDERING), Shown.RENDERING, Clockwork(**known), HERE)


def of(job: Job, shown: Shown, **known: Any) -> TimeCell:
    return time_cell(job, shown, Clockwork(**known), HERE)


@pytest.mark.parametrize(
    ("known", "first", "second", "tone"),
    [
        ({}, "Estimating…", "", Tone.QUIET),
        ({"left": left(420)}, "7 min left", "done at 14:37", Tone.PLAIN),
        ({"left": left(4_320)}, "1 h 12 min left", "done at 15:40", Tone.PLAIN),
        ({"left": left(40_000)}, "11 h left", "done tomorrow 01:35", Tone.PLAIN),
        ({"left": left(29)}, "Almost done", "", Tone.PLAIN),
        ({"left": left(31)}, "1 min left", "done at 14:31", Tone.PLAIN),
        ({"left": left(900, 600, 1_500)}, "10–25 min left", "done about 14:45", Tone.PLAIN),
        ({"left": left(900, 800, 1_200)}, "15 min left", "done at 14:45", Tone.PLAIN),
        (
            {"left": left(60), "active_s": 1_260, "usual_s": 600},
            "Taking longer",
            "than usual (2.1×)",
            Tone.PLAIN,
        ),
        ({"active_s": 700, "usual_s": 600}, "Estimating…", "", Tone.QUIET),
        ({"left": left(420), "stuck_s": 190}, "No progress", "for 3 min", Tone.ALERT),
    ],
)
def test_the_time_of_a_running_job(
    known: dict[str, Any], first: str, second: str, tone: Tone
) -> None:
    assert running(**known) == TimeCell(first, second, tone)


def test_a_job_that_waits_says_what_past_ones_took() -> None:
    assert of(make_job(), Shown.QUEUED) == TimeCell()
    assert of(make_job(), Shown.QUEUED, outlook=Outlook(540)).first == "about 9 min"
    cell = of(make_job(), Shown.QUEUED, outlook=Outlook(540, NOW + timedelta(seconds=840)))
    assert cell == TimeCell("about 9 min", "ends about 14:44")
    cell = of(make_job(), Shown.QUEUED, outlook=Outlook(540, NOW + timedelta(hours=12)))
    assert cell == TimeCell("about 9 min", "ends tomorrow 02:30")


def test_a_paused_job_says_since_when_and_with_whom() -> None:
    job = make_job(JobStatus.PAUSED)
    since = NOW - timedelta(minutes=109)
    assert of(job, Shown.PAUSED, paused_since=since) == TimeCell("Paused 12:41")
    assert of(job, Shown.PAUSED) == TimeCell("Paused")
    assert of(job, Shown.PAUSED, with_queue=True) == TimeCell("Paused", "with the queue")


def test_a_retry_counts_down() -> None:
    job = make_job(retry_at=NOW + timedelta(seconds=25), attempts=1, failure=FONT)
    assert of(job, Shown.RETRYING) == TimeCell("Again in 25 s", "Attempt 2 of 3")
    due = make_job(retry_at=NOW - timedelta(seconds=2), attempts=1, failure=FONT)
    assert of(due, Shown.RETRYING).first == "Again now"


def test_an_ended_job_says_when() -> None:
    assert of(make_job(JobStatus.COMPLETED), Shown.DONE) == TimeCell("Finished 13:52")
    assert of(make_job(JobStatus.CANCELLED), Shown.CANCELLED) == TimeCell("Cancelled 13:52")
    old = make_job(JobStatus.COMPLETED, ended=NOW - timedelta(days=1))
    assert of(old, Shown.DONE) == TimeCell("Finished", "yesterday 14:30")
    failed = make_job(JobStatus.FAILED, ended=NOW - timedelta(days=1), attempts=2)
    assert of(failed, Shown.FAILED) == TimeCell("Failed", "yesterday 14:30")


def test_a_failed_job_says_which_attempt_it_was() -> None:
    third = make_job(JobStatus.FAILED, attempts=3)
    assert of(third, Shown.FAILED) == TimeCell("Failed 13:52", "Attempt 3 of 3")
    interrupted = make_job(JobStatus.FAILED, attempts=5)
    assert of(interrupted, Shown.FAILED).second == "Attempt 5"
    unchecked = make_job(JobStatus.FAILED, attempts=0)
    assert of(unchecked, Shown.FAILED).second == ""


def progress(fraction: float, active_s: float, pace: float, **more: Any) -> Progress:
    return Progress(stage=Stage.RENDER, fraction=fraction, active_s=active_s, pace=pace, **more)


def test_the_number_stands_still_for_two_seconds() -> None:
    pace = Pace(1, 0.0)
    first = pace.time_left(progress(0.5, 100, 0.005), 10.0, NOW)
    assert first is not None
    assert first.seconds == pytest.approx(100)
    assert pace.time_left(progress(0.5, 100, 0.001), 11.9, NOW) is first


def test_small_changes_are_not_shown_until_a_minute_has_passed() -> None:
    pace = Pace(1, 0.0)
    first = pace.time_left(progress(0.5, 100, 0.005), 10.0, NOW)
    assert pace.time_left(progress(0.54, 108, 0.005), 18.0, NOW) is first
    later = pace.time_left(progress(0.54, 108, 0.005), 70.0, NOW)
    assert later is not None
    assert later.seconds == pytest.approx(92)


def test_large_changes_are_shown() -> None:
    pace = Pace(1, 0.0)
    pace.time_left(progress(0.5, 100, 0.005), 10.0, NOW)
    later = pace.time_left(progress(0.6, 120, 0.005), 30.0, NOW)
    assert later is not None
    assert later.seconds == pytest.approx(80)
    assert later.ends == NOW + timedelta(seconds=80)


def test_a_number_once_shown_does_not_vanish() -> None:
    pace = Pace(1, 0.0)
    first = pace.time_left(progress(0.5, 100, 0.005), 10.0, NOW)
    assert pace.time_left(progress(0.5, 100, 0.0), 40.0, NOW) is first


def test_an_uneven_pace_gives_a_range() -> None:
    pace = Pace(1, 0.0)
    found = None
    for step in range(20):
        speed = 0.002 if step % 2 else 0.0005
        found = pace.time_left(progress(0.1, 100, speed), 10.0 + 61 * step, NOW)
    assert found is not None
    assert found.high_s / found.low_s > 1.6


def test_an_even_pace_gives_none() -> None:
    pace = Pace(1, 0.0)
    found = None
    for step in range(20):
        done = 0.1 + 0.01 * step
        found = pace.time_left(progress(done, 1000 * done, 0.001), 10.0 + 61 * step, NOW)
    assert found is not None
    assert found.high_s / found.low_s < 1.1


def test_a_render_is_stuck_when_nothing_moves_for_a_minute() -> None:
    pace = Pace(1, 0.0)
    at = progress(0.5, 100, 0.005, frame=1000)
    pace.see(at, 0.0)
    assert not pace.is_stuck(at, 59.0)
    assert pace.is_stuck(at, 61.0)
    assert pace.silent_s(61.0) == pytest.approx(61)


def test_slow_frames_are_not_taken_for_silence() -> None:
    pace = Pace(1, 0.0)
    at = progress(0.1, 300, 0.0003, frame=10)  # half a minute each
    pace.see(at, 0.0)
    assert not pace.is_stuck(at, 179.0)
    assert pace.is_stuck(at, 181.0)


def test_anything_that_moves_ends_the_silence() -> None:
    pace = Pace(1, 0.0)
    pace.see(progress(0.5, 100, 0.005), 0.0)
    moved = progress(0.5, 100, 0.005, step="Writing the index")
    pace.see(moved, 50.0)
    assert not pace.is_stuck(moved, 70.0)


def test_suspended_time_is_not_silence() -> None:
    pace = Pace(1, 0.0)
    at = progress(0.5, 100, 0.005)
    held = progress(0.5, 100, 0.005, paused=True)
    pace.see(at, 0.0)
    pace.see(held, 10.0)
    assert pace.silent_s(500.0) == 0.0
    pace.see(at, 500.0)
    assert pace.silent_s(510.0) == pytest.approx(20)
