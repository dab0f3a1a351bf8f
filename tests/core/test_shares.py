"""What each task is of its job."""

import pytest

from rendermanager.core.progress import Progress, Stage, joined
from rendermanager.core.tasks import ALL, Share, TaskSpec, shares

CHUNKS = [TaskSpec(frames="1-10"), TaskSpec(frames="11-15"), TaskSpec(step="encode")]


def test_the_one_task_of_a_job_is_all_of_it() -> None:
    assert shares([TaskSpec()], [False]) == [ALL]


def test_chunks_weigh_as_much_as_they_have_frames() -> None:
    first, second, encode = shares(CHUNKS, [False] * 3)
    assert first.weight == pytest.approx(10 / 16)
    assert second.weight == pytest.approx(5 / 16)
    assert encode.weight == pytest.approx(1 / 16)
    assert {(each.frames, each.of) for each in (first, second, encode)} == {(15, 3)}


def test_a_step_without_frames_counts_for_little() -> None:
    *_, encode = shares([TaskSpec(frames="1-1000"), TaskSpec()], [False, False])
    assert encode.weight == pytest.approx(50 / 1050)


def test_what_others_have_finished_is_told_and_not_what_one_has_finished_itself() -> None:
    first, second, encode = shares(CHUNKS, [True, False, False])
    assert (first.done, first.frames_done) == (0, 0)
    assert second.done == encode.done == pytest.approx(10 / 16)
    assert second.frames_done == 10


def test_a_job_is_as_far_as_its_tasks_together() -> None:
    one = Share(weight=0.25, done=0.5, frames_done=10, frames=20, of=4)
    parts = [
        (one, Progress(stage=Stage.RENDER, fraction=0.5, frame=2, fps=3.0)),
        (one, Progress(stage=Stage.VERIFY, fraction=1.0, frame=5, fps=4.0, step="saving")),
    ]
    whole = joined(Progress(), parts, 2.0)
    assert whole.fraction == pytest.approx(0.5 + 0.125 + 0.25)
    assert (whole.frame, whole.frames, whole.fps) == (17, 20, 7.0)
    assert (whole.stage, whole.step, whole.active_s) == (Stage.RENDER, "saving", 2.0)


def test_a_job_is_paused_when_all_its_tasks_are() -> None:
    share = Share(weight=0.5, of=2)
    paused, running = Progress(paused=True), Progress()
    assert joined(Progress(), [(share, paused), (share, paused)], 0.0).paused
    assert not joined(Progress(), [(share, paused), (share, running)], 0.0).paused


def test_a_job_that_verifies_alone_says_so() -> None:
    verifying = Progress(stage=Stage.VERIFY)
    assert joined(Progress(), [(ALL, verifying)], -1.0).stage is Stage.VERIFY
