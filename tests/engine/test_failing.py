"""What fails is read, tried again differently, and left alone when it is broken for all."""

from pathlib import Path

import pytest

from rendermanager.core.adaptation import Adaptation
from rendermanager.core.failure import Cause, FailureKind
from rendermanager.core.job import Attempt
from rendermanager.core.status import JobStatus
from rendermanager.scheduling import breaker
from rendermanager.scheduling.admission import Why
from rendermanager.store import queries
from tests.helpers.engine_room import Room
from tests.helpers.queue import task

NO_LICENCE = "echo Your license has expired; exit 1"


def attempts_of(room: Room, job_id: int) -> list[Attempt]:
    return room.session.store.read(lambda db: queries.attempts_of(db, job_id))


def make_due(room: Room, job_id: int) -> None:
    """End the pause before a job's next attempt."""
    room.wait(lambda: room.job(job_id).retry_at is not None)
    room.session.store.change(
        lambda txn: txn.run("UPDATE task SET retry_at = ? WHERE job_id = ?", txn.stamp, job_id)
    )
    room.session.dispatcher.look_for_retries()


@pytest.mark.parametrize(
    ("program", "line", "message"),
    [
        ("blender", "Error: Cannot render, no camera", "The scene has no active camera."),
        ("aerender", "No comp was found with the given name.", "The composition was renamed"),
        ("manim", "Intro is not in the script", "The scene is not in the script."),
        ("nexrender-cli", "couldn't parse json job format", "The job file is not valid JSON."),
    ],
)
def test_a_command_is_read_by_the_rules_of_the_program_it_runs(
    running: Room, tmp_path: Path, program: str, line: str, message: str
) -> None:
    path = tmp_path / program
    path.write_text(f'#!/bin/sh\necho "{line}"\nexit 1\n')
    path.chmod(0o755)
    job = running.wait_end(running.add(str(path)))
    assert job.failure is not None
    assert job.failure.message.startswith(message)
    assert (job.failure.kind, job.failure.detail) == (FailureKind.INVALID_INPUT, line)


def test_after_memory_ran_out_the_next_attempt_has_nothing_beside_it(
    running: Room, tmp_path: Path
) -> None:
    flag = tmp_path / "flag"
    script = f"test -e {flag} || {{ touch {flag}; echo MemoryError; exit 1; }}"
    job_id = running.add("/bin/sh", "-c", script)
    make_due(running, job_id)
    assert "trying again with nothing beside it: Memory ran out." in {
        event.reason
        for event in running.session.store.read(lambda db: queries.events_of(db, job_id))
    }
    job = running.wait_end(job_id)
    assert (job.status, job.attempts) == (JobStatus.COMPLETED, 2)
    assert [each.adaptation for each in attempts_of(running, job_id)] == [
        Adaptation(),
        Adaptation(alone=True),
    ]


def test_an_engine_that_fails_three_times_in_a_row_is_left_alone_until_a_person_acts(
    running: Room,
) -> None:
    for _ in range(3):
        running.wait_end(running.add("/bin/sh", "-c", NO_LICENCE))
    waits = running.add("/bin/sh", "-c", "exit 0")
    other = running.add("/bin/true")
    running.wait_end(other)
    dispatcher = running.session.dispatcher
    running.wait(lambda: waits in dispatcher.waiting)
    reason = dispatcher.waiting[waits]
    assert reason.why is Why.STOPPED
    assert reason.text.startswith("sh is stopped until ")
    assert "licence" in reason.text
    assert list(dispatcher.stopped) == [reason.text]
    running.control.try_now().result()
    assert running.wait_end(waits).status is JobStatus.COMPLETED
    assert not dispatcher.stopped


def test_jobs_that_are_at_fault_themselves_stop_nobody(running: Room) -> None:
    for _ in range(4):
        running.wait_end(running.add("/bin/sh", "-c", "echo x: No such file or directory; exit 1"))
    assert running.wait_end(running.add("/bin/sh", "-c", "exit 0")).status is JobStatus.COMPLETED
    assert running.session.dispatcher.stopped == ()


def test_a_folder_that_is_not_there_uses_no_attempt_up(running: Room, tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.write_text("not mounted")
    job_id = running.add("/bin/true", output=str(share / "out" / "a.mov"), max_attempts=1)
    running.wait(lambda: running.job(job_id).retry_at is not None)
    job = running.job(job_id)
    assert job.status is JobStatus.QUEUED
    assert job.reason.startswith("waiting for its folder: ")
    assert job.failure is not None
    assert job.failure.cause is Cause.GONE
    waiting = task(running.session.store, job_id)
    assert (waiting.tries, waiting.postponed) == (0, 1)
    share.unlink()
    make_due(running, job_id)
    assert running.wait_end(job_id).status is JobStatus.COMPLETED


def test_a_film_that_the_graphics_card_refuses_is_encoded_by_the_processor(
    running: Room, clip: Path, tmp_path: Path
) -> None:
    # AMD brings this encoder with a driver of its own that hardly any Linux machine has.
    wish = {"settings": {"encoder": "h264_amf"}, "output": f"{tmp_path}/out/"}
    (job_id,) = running.render([str(clip)], preset="h264", **wish)
    make_due(running, job_id)
    job = running.wait_end(job_id)
    assert (job.status, job.attempts) == (JobStatus.COMPLETED, 2)
    first, second = attempts_of(running, job_id)
    assert first.failure is not None
    assert first.failure.cause is Cause.GRAPHICS
    assert second.adaptation == Adaptation(software=True)


def test_after_the_pause_one_job_tries_and_its_success_lets_the_others_go_on(
    running: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(breaker, "FIRST_PAUSE_S", 0.3)
    for _ in range(3):
        running.wait_end(running.add("/bin/sh", "-c", NO_LICENCE))
    mended = [running.add("/bin/sh", "-c", "exit 0") for _ in range(4)]
    for job_id in mended:
        assert running.wait_end(job_id).status is JobStatus.COMPLETED
    assert not running.session.dispatcher.stopped
