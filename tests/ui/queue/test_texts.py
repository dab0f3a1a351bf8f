"""What the cells of a row say."""

from dataclasses import replace
from typing import Any

import pytest

from rendermanager.core.job import Job
from rendermanager.core.progress import Stage
from rendermanager.core.ripple import Intent
from rendermanager.core.status import JobStatus
from rendermanager.engine.board import Live
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.ui.queue import texts
from rendermanager.ui.queue.states import Shown, shown_of
from rendermanager.ui.queue.texts import BarKind, ProgressCell
from rendermanager.ui.queue.times import TimeCell, Tone
from rendermanager.ui.widgets.tips import plain
from tests.ui.queue.values import FONT, HERE, NOW, RESULT, VIDEO, make_job, make_live


def cell(job: Job, live: Live | None = None, reason: Reason | None = None) -> ProgressCell:
    return texts.progress_cell(job, live, reason, shown_of(job, live, reason), HERE)


def running(**progress: Any) -> ProgressCell:
    return cell(make_job(JobStatus.RENDERING), make_live(**progress))


def test_frames_are_counted_and_the_share_stands_beside_them() -> None:
    found = running(fraction=0.634, frame=951, frames=1500)
    assert (found.text, found.percent, found.fraction) == ("Frame 951 of 1,500", "63\u00a0%", 0.634)
    assert (found.bar, found.colour) == (BarKind.KNOWN, "rendering")


def test_without_frames_the_time_of_the_result_is_said() -> None:
    found = running(fraction=0.4, position_s=72, duration_s=180)
    assert found.text == "1 min 12 s of 3 min"


def test_an_unknown_total_has_a_moving_bar_and_no_percent() -> None:
    found = running(step="Loading project…")
    assert (found.text, found.percent, found.bar) == ("Loading project…", "", BarKind.MOVING)


def test_frames_of_an_unknown_total_are_counted_alone() -> None:
    assert running(frame=12, frames=0).text == "Frame 12"


@pytest.mark.parametrize(
    ("stage", "text"),
    [
        (Stage.PREPARE, "Preparing…"),
        (Stage.RENDER, "Starting…"),
        (Stage.VERIFY, "Checking the result…"),
        (Stage.PUBLISH, "Saving…"),
    ],
)
def test_a_stage_without_numbers_is_named(stage: Stage, text: str) -> None:
    assert running(stage=stage).text == text


def test_the_bar_is_never_full_before_the_job_is_done() -> None:
    assert running(stage=Stage.PUBLISH, fraction=1.0).percent == "99\u00a0%"


def test_tiny_steps_do_not_change_the_cell() -> None:
    assert running(fraction=0.50001, step="x") == running(fraction=0.50003, step="x")


def test_a_paused_job_keeps_its_bar_in_the_colour_of_pause() -> None:
    live = make_live(fraction=0.77, frame=2310, frames=3000, paused=True)
    found = cell(make_job(JobStatus.PAUSED), live)
    assert (found.text, found.colour) == ("Frame 2,310 of 3,000", "paused")


def test_a_job_paused_before_it_started_says_so() -> None:
    assert cell(make_job(JobStatus.PAUSED)) == ProgressCell("Not started yet")


def test_a_failed_job_says_why_beside_how_far_it_came() -> None:
    found = cell(make_job(JobStatus.FAILED, failure=FONT, progress=0.42))
    assert (found.text, found.percent, found.tone) == (FONT.message, "42\u00a0%", Tone.FAILED)
    assert (found.bar, found.colour) == (BarKind.KNOWN, "failed")


def test_a_job_that_failed_at_once_says_why_and_what_to_do() -> None:
    found = cell(make_job(JobStatus.FAILED, failure=FONT))
    assert (found.text, found.second, found.bar) == (FONT.message, FONT.hint, BarKind.NONE)


def test_a_done_job_says_how_long_it_took_and_how_large_it_is() -> None:
    found = cell(make_job(JobStatus.COMPLETED, elapsed_s=134, artifacts=RESULT))
    assert found.text == "2 min 14 s · 1.2 GB"


def test_a_warning_is_told_in_place_of_the_numbers() -> None:
    done = make_job(JobStatus.COMPLETED, elapsed_s=134, artifacts=RESULT, warnings=("It is dark.",))
    assert cell(done).text == "It is dark."
    assert cell(done).second == "2 min 14 s · 1.2 GB"


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (None, "In line"),
        (Reason(Why.TURN, "x", 0), "Next"),
        (Reason(Why.TURN, "x", 1_233), "1,234 in line"),
        (Reason(Why.QUEUE_PAUSED, "x"), "The queue is paused"),
        (Reason(Why.ENGINE_MISSING, "Blender was not found."), "Blender was not found."),
    ],
)
def test_a_waiting_job_says_what_it_waits_for(reason: Reason | None, text: str) -> None:
    assert cell(make_job(), None, reason).text == text


def test_the_other_states_have_a_word_too() -> None:
    assert cell(make_job(JobStatus.VALIDATING)).text == "Looking inside the file…"
    assert cell(make_job(JobStatus.PENDING)).text == "Its file is checked soon"
    assert cell(make_job(JobStatus.BLOCKED, reason="after “A”")).text == "after “A”"
    assert cell(make_job(JobStatus.CANCELLED)).text == "Not rendered"
    assert cell(make_job(JobStatus.CANCELLED, elapsed_s=12)).text == "After 12 s"
    retrying = make_job(JobStatus.QUEUED, retry_at=NOW, failure=FONT)
    assert cell(retrying).text == FONT.message
    ending = make_job(JobStatus.RENDERING, intent=Intent(cancel=True))
    assert cell(ending, make_live(fraction=0.5)).text == "Ending its processes…"


def test_the_second_line_is_the_file_or_what_is_inside_a_file_of_that_name() -> None:
    assert texts.source_line(make_job(), HERE) == "sale.mov"
    same = make_job(spec={"name": "sale.mov"})
    assert texts.source_line(same, HERE) == "sale.mov"
    assert texts.source_line(replace(same, source=VIDEO), HERE) == "1920 × 1080 · 1 min"


def test_a_command_shows_itself() -> None:
    job = make_job(spec={"source": "", "argv": ("/usr/bin/blender", "-b", "a.blend")})
    assert texts.source_line(job, HERE) == "blender -b a.blend"


def test_a_row_reads_as_a_sentence() -> None:
    job = make_job(JobStatus.RENDERING)
    progress = running(fraction=0.634, frame=951, frames=1500)
    said = texts.spoken(job, Shown.RENDERING, progress, TimeCell("7 min left"))
    assert said == "SummerSale, Rendering, 63 percent, 7 min left"


def test_a_failed_row_says_its_cause() -> None:
    job = make_job(JobStatus.FAILED, failure=FONT, progress=0.42)
    said = texts.spoken(job, Shown.FAILED, cell(job), TimeCell("Failed 13:52"))
    assert said == "SummerSale, Failed, 42 percent, Missing font “Gotham”., Failed 13:52"


def test_the_tip_tells_what_the_row_has_no_room_for() -> None:
    job = make_job(JobStatus.FAILED, failure=FONT)
    lines = texts.tip(job, Shown.FAILED, HERE).splitlines()
    assert lines[:4] == ["SummerSale", "Failed", FONT.message, FONT.hint]
    assert "Source: /media/sale.mov" in lines
    assert "Output: /out/sale.mp4" in lines


def test_names_are_never_taken_for_markup() -> None:
    assert plain("<b>x</b>\n\ny & z") == "<qt>&lt;b&gt;x&lt;/b&gt;<br>y &amp; z</qt>"
    assert plain(" \n") == ""
