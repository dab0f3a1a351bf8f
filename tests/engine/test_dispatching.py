"""The dispatcher starts what comes first, and carries out what is asked of running jobs."""

import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.core.failure import FailureKind
from rendermanager.core.job import Attempt
from rendermanager.core.status import JobStatus, Priority, TaskState
from rendermanager.machine.processes import tagged
from rendermanager.store import queries
from tests.helpers.engine_room import Room
from tests.helpers.processes import pid_of, state_of


def attempts_of(room: Room, job_id: int) -> list[Attempt]:
    return room.session.store.read(lambda db: queries.attempts_of(db, job_id))


def order_of_starts(room: Room) -> list[int]:
    rows = room.session.store.read(
        lambda db: list(db.execute("SELECT job_id FROM attempt ORDER BY id"))
    )
    return [row[0] for row in rows]


def running_pid(room: Room, job_id: int) -> int:
    """The pid of a job's program, once it is recorded."""
    room.wait(lambda: bool(attempts_of(room, job_id)) and attempts_of(room, job_id)[-1].process)
    return pid_of(attempts_of(room, job_id)[-1].process)


def kill_supervisor(room: Room, job_id: int) -> int:
    """End the process that watches a job as a crash would; the pid of the job's program."""
    pid = running_pid(room, job_id)
    os.kill(pid_of(attempts_of(room, job_id)[-1].supervisor), signal.SIGKILL)
    return pid


def test_commands_run_to_completion_with_their_output_in_the_log(running: Room) -> None:
    job_id = running.add("/bin/echo", "hello", "wörld")
    job = running.wait_end(job_id)
    assert (job.status, job.progress, job.attempts) == (JobStatus.COMPLETED, 1.0, 1)
    assert "hello wörld\n" in running.log_of(job_id)


def test_the_log_begins_with_a_line_that_can_be_pasted(running: Room) -> None:
    job_id = running.add("/bin/echo", "two words", "--token=hush", name="a\nb")
    running.wait_end(job_id)
    head = [line for line in running.log_of(job_id).splitlines() if line.startswith("# ")]
    assert head[-1] == "# /bin/echo 'two words' --token=…"
    assert len(head) == 4


def test_a_hundred_jobs_each_run_exactly_once(running: Room) -> None:
    ids = [running.add("/bin/true") for _ in range(100)]
    for job_id in ids:
        assert running.wait_end(job_id).status is JobStatus.COMPLETED
    assert sorted(order_of_starts(running)) == ids


def test_urgent_goes_before_normal_and_equals_keep_their_order(room: Room) -> None:
    first = room.add("/bin/true")
    second = room.add("/bin/true")
    urgent = room.add("/bin/true", priority=Priority.URGENT)
    room.start(1)
    for job_id in (first, second, urgent):
        room.wait_end(job_id)
    assert order_of_starts(room) == [urgent, first, second]


def test_only_as_many_run_as_there_are_slots(running: Room) -> None:
    ids = [running.add_program("sleeps.py", 600) for _ in range(3)]
    running.wait(lambda: len(running.session.dispatcher.running) == 2)
    running.wait(lambda: ids[2] in running.session.dispatcher.waiting)
    assert running.session.dispatcher.waiting[ids[2]].text == "Next"
    running.control.ask("cancel", ids)
    for job_id in ids:
        assert running.wait_end(job_id).status is JobStatus.CANCELLED


def test_more_slots_start_more_and_fewer_end_nothing(running: Room) -> None:
    ids = [running.add_program("sleeps.py", 600) for _ in range(3)]
    running.wait(lambda: len(running.session.dispatcher.running) == 2)
    running.session.dispatcher.set_slots(3)
    running.wait(lambda: len(running.session.dispatcher.running) == 3)
    running.session.dispatcher.set_slots(1)
    assert len(running.session.dispatcher.running) == 3
    running.control.ask("cancel", ids)
    for job_id in ids:
        running.wait_end(job_id)
    done = running.add("/bin/true")
    assert running.wait_end(done).status is JobStatus.COMPLETED


def test_a_cancelled_job_leaves_no_process(running: Room) -> None:
    job_id = running.add_program("spawns_grandchild.py")
    pid = running_pid(running, job_id)
    assert state_of(pid)
    running.control.ask("cancel", [job_id])
    assert running.wait_end(job_id).status is JobStatus.CANCELLED
    uid = running.session.store.read(queries.store_uid)
    assert tagged(f"{uid}-", prefix=True) == []


def test_pausing_a_job_stops_its_process_and_resuming_lets_it_go_on(running: Room) -> None:
    job_id = running.add_program("prints_progress.py", 100_000, 0.01)
    pid = running_pid(running, job_id)
    running.control.ask("pause", [job_id])
    running.wait(lambda: state_of(pid) == "T")
    assert running.status(job_id) is JobStatus.PAUSED
    running.control.ask("resume", [job_id])
    running.wait(lambda: state_of(pid) in ("S", "R"))
    assert running.status(job_id) is JobStatus.RENDERING
    running.control.ask("cancel", [job_id])
    running.wait_end(job_id)


def test_a_paused_waiting_job_does_not_start(running: Room) -> None:
    running.control.pause_queue().result()
    job_id = running.add("/bin/true")
    running.control.ask("pause", [job_id]).result()
    running.control.resume_queue().result()
    other = running.add("/bin/true")
    running.wait_end(other)
    assert running.status(job_id) is JobStatus.PAUSED
    running.control.ask("resume", [job_id])
    assert running.wait_end(job_id).status is JobStatus.COMPLETED


def test_a_paused_queue_starts_nothing_and_lets_what_runs_go_on(running: Room) -> None:
    runs = running.add_program("sleeps.py", 600)
    pid = running_pid(running, runs)
    running.control.pause_queue().result()
    waits = running.add("/bin/true")
    running.wait(lambda: waits in running.session.dispatcher.waiting)
    assert running.session.dispatcher.waiting[waits].text == "The queue is paused"
    assert state_of(pid) != "T"
    assert running.status(waits) is JobStatus.QUEUED
    running.control.ask("cancel", [runs])
    running.wait_end(runs)
    running.control.resume_queue()
    running.wait_end(waits)


def test_pausing_the_queue_now_suspends_what_runs(running: Room) -> None:
    job_id = running.add_program("sleeps.py", 600)
    pid = running_pid(running, job_id)
    running.control.pause_queue(now=True)
    running.wait(lambda: state_of(pid) == "T")
    running.control.resume_queue()
    running.wait(lambda: state_of(pid) == "S")
    running.control.ask("cancel", [job_id])
    running.wait_end(job_id)


def test_a_program_that_fails_says_so_with_its_exit_code(running: Room) -> None:
    job_id = running.add("/bin/sh", "-c", "echo something odd; exit 3")
    job = running.wait_end(job_id)
    assert job.status is JobStatus.FAILED
    assert job.failure is not None
    assert job.failure.kind is FailureKind.SYSTEM_ERROR
    assert "3" in job.failure.message
    (attempt,) = attempts_of(running, job_id)
    assert (attempt.exit_code, attempt.outcome) == (3, "failed")


def test_a_crash_is_tried_once_more_after_a_pause(running: Room) -> None:
    job_id = running.add("/bin/sh", "-c", "kill -SEGV $$")
    running.wait(lambda: running.job(job_id).retry_at is not None)
    assert running.status(job_id) is JobStatus.QUEUED
    assert not running.session.dispatcher.is_settled
    running.control.ask("retry", [job_id])
    running.wait(lambda: len(attempts_of(running, job_id)) == 2)
    running.control.ask("cancel", [job_id])
    running.wait_end(job_id)


def test_a_retry_that_is_due_starts_by_itself(running: Room, tmp_path: Path) -> None:
    flag = tmp_path / "flag"
    job_id = running.add("/bin/sh", "-c", f"test -e {flag} || {{ touch {flag}; kill -SEGV $$; }}")
    running.wait(lambda: running.job(job_id).retry_at is not None)
    running.session.store.change(
        lambda txn: txn.run("UPDATE task SET retry_at = ? WHERE job_id = ?", txn.stamp, job_id)
    )
    running.session.dispatcher.look_for_retries()
    job = running.wait_end(job_id)
    assert (job.status, job.attempts) == (JobStatus.COMPLETED, 2)


def test_a_job_that_takes_longer_than_its_limit_is_ended(running: Room) -> None:
    job_id = running.add_program("ignores_sigterm.py", timeout_s=0.3)
    job = running.wait_end(job_id)
    assert job.status is JobStatus.FAILED
    assert job.failure is not None
    assert job.failure.kind is FailureKind.TIMEOUT


def test_exit_0_without_the_promised_file_is_a_failure(running: Room, tmp_path: Path) -> None:
    promised = tmp_path / "result.txt"
    job_id = running.add("/bin/true", expects=(str(promised),), max_attempts=1)
    job = running.wait_end(job_id)
    assert job.status is JobStatus.FAILED
    assert job.failure is not None
    assert "result.txt" in job.failure.message


def test_a_promised_file_is_hashed_and_listed(running: Room, tmp_path: Path) -> None:
    promised = tmp_path / "result.txt"
    job_id = running.add("/bin/sh", "-c", f"echo x > {promised}", expects=(str(promised),))
    job = running.wait_end(job_id)
    assert job.status is JobStatus.COMPLETED
    (artifact,) = job.artifacts
    assert (artifact.final, artifact.size_bytes, len(artifact.sha256)) == (str(promised), 2, 64)


def test_a_program_that_is_not_there_is_a_clear_failure(running: Room, tmp_path: Path) -> None:
    job_id = running.add(str(tmp_path / "nothing"))
    job = running.wait_end(job_id)
    assert job.status is JobStatus.FAILED
    assert job.failure is not None
    assert "nothing" in job.failure.message


@pytest.mark.allow_warnings("orphan", "supervisor", "ended", "QProcess")
def test_a_render_whose_supervisor_dies_runs_again_and_costs_no_try(running: Room) -> None:
    job_id = running.add_program("sleeps.py", 600)
    pid = kill_supervisor(running, job_id)
    running.wait(lambda: len(attempts_of(running, job_id)) == 2)
    first = attempts_of(running, job_id)[0]
    assert first.outcome == "lost"
    assert state_of(pid) in ("", "Z")
    tries = running.session.store.read(
        lambda db: db.execute("SELECT tries FROM task WHERE job_id = ?", (job_id,)).get
    )
    assert tries == 0
    running.control.ask("cancel", [job_id])
    running.wait_end(job_id)


@pytest.mark.allow_warnings("orphan", "supervisor", "ended", "QProcess")
def test_a_render_that_kills_its_supervisor_twice_is_put_aside(running: Room) -> None:
    job_id = running.add_program("sleeps.py", 600)
    first = kill_supervisor(running, job_id)
    running.wait(lambda: len(attempts_of(running, job_id)) == 2)
    second = kill_supervisor(running, job_id)
    job = running.wait_for(job_id, JobStatus.FAILED)
    assert job.failure is not None
    assert job.failure.kind is FailureKind.SYSTEM_ERROR
    assert "twice in a row" in job.failure.message
    assert {state_of(first), state_of(second)} <= {"", "Z"}
    running.control.ask("retry", [job_id])
    running.wait(lambda: len(attempts_of(running, job_id)) == 3)
    running_pid(running, job_id)
    running.control.ask("cancel", [job_id])
    assert running.wait_end(job_id).status is JobStatus.CANCELLED


def test_stopping_the_app_puts_running_jobs_back(tmp_path: Path, qtbot: QtBot) -> None:
    room = Room(tmp_path / "home", qtbot)
    room.start(1)
    job_id = room.add_program("sleeps.py", 600)
    pid = running_pid(room, job_id)
    room.close()
    assert state_of(pid) in ("", "Z")
    again = Room(tmp_path / "home", qtbot)
    assert again.status(job_id) is JobStatus.QUEUED
    assert attempts_of(again, job_id)[0].state is TaskState.QUEUED
    again.close()


def test_lower_numbered_jobs_are_left_alone_when_asked(room: Room) -> None:
    old = room.add("/bin/true")
    new = room.add("/bin/true")
    room.start(1, first_job=new)
    room.wait_end(new)
    assert room.status(old) is JobStatus.QUEUED


def test_the_environment_of_a_render_holds_nothing_that_bends_programs(
    running: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NODE_OPTIONS", "--require /tmp/evil.js")
    monkeypatch.setenv("LD_PRELOAD_TEST", "x")
    job_id = running.add(sys.executable, "-c", "import os; print(sorted(os.environ))")
    running.wait_end(job_id)
    log = running.log_of(job_id)
    assert "PATH" in log
    assert "RENDERMANAGER_ATTEMPT" in log
    assert "NODE_OPTIONS" not in log
    assert "LD_PRELOAD_TEST" not in log


def test_an_idle_queue_is_told_even_when_the_check_for_new_sources_answers_last(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    others_are_done = threading.Event()
    look = queries.pending_checks

    def look_late(*arguments: Any) -> Any:
        others_are_done.wait(20)
        return look(*arguments)

    monkeypatch.setattr(queries, "pending_checks", look_late)
    room.start(1)
    dispatcher = room.session.dispatcher
    room.wait(
        lambda: (
            dispatcher._slots.free
            and not (
                dispatcher._retries.is_waiting
                or dispatcher._ready.is_reading
                or dispatcher._ready.is_stale
            )
        )
    )
    with room.bot.waitSignal(room.session.bus.settled, timeout=20_000):
        others_are_done.set()
