"""Renders that outlive the app are taken over by the next start, and never run twice."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.config.paths import Paths
from rendermanager.config.settings import Settings, save_settings
from rendermanager.core.job import Attempt, JobSpec
from rendermanager.core.status import JobStatus, TaskState
from rendermanager.machine.orphans import read_outcome
from rendermanager.machine.processes import is_alive, tagged
from rendermanager.store import intents, queries, submission
from rendermanager.store.store import Store
from rendermanager.store.submission import NewJob
from tests.helpers.engine_room import Room
from tests.helpers.processes import is_held, pid_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
PATIENCE_S = 30.0


def wait(condition: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < until, "it did not come true"
        time.sleep(0.01)


class Scene:
    """A render in its own folder that waits for a file named `go`, and an app that dies."""

    def __init__(self, folder: Path, bot: QtBot) -> None:
        self.folder = folder
        self.paths = Paths(folder / "home")
        self.paths.make()
        self._bot = bot
        self._rooms: list[Room] = []

    def submit(self, script: str, **changes: object) -> int:
        wait_for_go = f"cd {self.folder}; touch begun; while [ ! -e go ]; do sleep 0.02; done; "
        argv = ("/bin/sh", "-c", wait_for_go + script)
        spec = JobSpec(engine="command", name="job", argv=argv, **changes)  # type: ignore[arg-type]
        store = Store(self.paths.database)
        (job_id,) = store.change(lambda txn: submission.submit(txn, [NewJob(spec, checked=True)]))
        store.close()
        return job_id

    def app_dies(self, policy: str = "finish") -> Attempt:
        """Let an app start the render and kill it; the attempt that is left open."""
        save_settings(self.paths.settings, Settings(if_app_dies=policy))
        words = [sys.executable, "-m", "rendermanager", "--data-dir", str(self.paths.home), "serve"]
        app = subprocess.Popen(words)
        store = Store(self.paths.database)
        try:
            wait((self.folder / "begun").exists)
            wait(lambda: self._owner() == app.pid)
            wait(lambda: store.read(queries.open_attempts)[0].state is TaskState.RUNNING)
            return store.read(queries.open_attempts)[0]
        finally:
            app.kill()
            app.wait()
            store.close()

    def _owner(self) -> int:
        try:
            return int(json.loads(self.paths.owner.read_text())["pid"])
        except (OSError, ValueError):
            return 0

    def next_start(self, slots: int = 1, **options: object) -> Room:
        room = Room(self.paths.home, self._bot)
        self._rooms.append(room)
        room.start(slots, **options)
        return room

    def close(self) -> None:
        for room in self._rooms:
            room.close()

    def go(self) -> None:
        (self.folder / "go").touch()

    def whoever_is_left(self) -> list[str]:
        store = Store(self.paths.database)
        uid = store.read(queries.store_uid)
        store.close()
        return tagged(f"{uid}-", prefix=True)


@pytest.fixture
def scene(tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(tmp_path, qtbot)
    yield made
    made.close()
    assert made.whoever_is_left() == []


def attempts_of(room: Room, job_id: int) -> list[Attempt]:
    return room.session.store.read(lambda db: queries.attempts_of(db, job_id))


def test_a_render_that_goes_on_is_taken_over_and_published(scene: Scene, tmp_path: Path) -> None:
    result = tmp_path / "result.txt"
    job_id = scene.submit(
        f"echo 'openjd_progress: 40'; echo film > {result}", expects=(str(result),)
    )
    attempt = scene.app_dies()
    room = scene.next_start()
    assert room.session.dispatcher.running == (job_id,)
    assert is_alive(attempt.process)
    scene.go()
    job = room.wait_end(job_id)
    assert job.status is JobStatus.COMPLETED, job.failure
    assert job.artifacts[0].final == str(result)
    (only,) = attempts_of(room, job_id)
    assert (only.id, only.outcome, only.exit_code) == (attempt.id, "completed", 0)
    room.wait(lambda: room.session.dispatcher.is_settled)
    room.session.background.drain()
    assert [path.name for path in Path(attempt.log).parent.iterdir()] == [Path(attempt.log).name]


def test_its_progress_is_shown(scene: Scene) -> None:
    second = "while [ ! -e end ]; do sleep 0.02; done"
    job_id = scene.submit(f"echo 'openjd_progress: 40'; {second}")
    scene.app_dies()
    room = scene.next_start()
    live = room.session.board.get
    assert live(job_id) is not None
    scene.go()
    room.wait(lambda: room.room.live()[job_id][0]["progress"] == 0.4)
    (scene.folder / "end").touch()
    assert room.wait_end(job_id).status is JobStatus.COMPLETED


def test_a_result_that_nobody_heard_of_is_taken_over(scene: Scene) -> None:
    job_id = scene.submit("echo done")
    attempt = scene.app_dies()
    scene.go()
    wait(lambda: not is_alive(attempt.supervisor))
    assert read_outcome(attempt.log) is not None
    room = scene.next_start()
    assert room.wait_end(job_id).status is JobStatus.COMPLETED
    assert len(attempts_of(room, job_id)) == 1


def test_a_promised_file_that_was_written_meanwhile_is_its_own(
    scene: Scene, tmp_path: Path
) -> None:
    result = tmp_path / "result.txt"
    job_id = scene.submit(f"echo film > {result}", expects=(str(result),))
    attempt = scene.app_dies()
    scene.go()
    wait(lambda: not is_alive(attempt.supervisor))
    room = scene.next_start()
    job = room.wait_end(job_id)
    assert job.status is JobStatus.COMPLETED, job.failure


def test_a_promised_file_from_before_is_not_taken_for_its_own(scene: Scene, tmp_path: Path) -> None:
    result = tmp_path / "result.txt"
    result.write_text("old")
    os.utime(result, (1_700_000_000, 1_700_000_000))
    job_id = scene.submit("echo nothing", expects=(str(result),), max_attempts=1)
    attempt = scene.app_dies()
    scene.go()
    wait(lambda: not is_alive(attempt.supervisor))
    room = scene.next_start()
    job = room.wait_end(job_id)
    assert job.status is JobStatus.FAILED
    assert "result.txt" in (job.failure.message if job.failure else "")


def test_a_failure_that_nobody_heard_of_is_explained(scene: Scene) -> None:
    job_id = scene.submit("echo 'openjd_fail: no more film' >&2; exit 4", max_attempts=1)
    attempt = scene.app_dies()
    scene.go()
    wait(lambda: not is_alive(attempt.supervisor))
    room = scene.next_start()
    job = room.wait_end(job_id)
    assert job.failure is not None
    assert job.failure.message == "The program gave up: no more film"
    assert attempts_of(room, job_id)[0].exit_code == 4


def test_it_takes_a_slot(scene: Scene) -> None:
    first = scene.submit("echo done")
    second = scene.submit("echo done")
    store = Store(scene.paths.database)
    store.change(lambda txn: intents.pause(txn, [second]))
    store.close()
    scene.app_dies()
    room = scene.next_start(1)
    room.control.ask("resume", [second])
    room.wait(lambda: second in room.session.dispatcher.waiting)
    assert room.session.dispatcher.running == (first,)
    scene.go()
    room.wait_end(first)
    assert room.wait_end(second).status is JobStatus.COMPLETED


def test_it_can_be_cancelled(scene: Scene) -> None:
    job_id = scene.submit("echo done")
    attempt = scene.app_dies()
    room = scene.next_start()
    room.control.ask("cancel", [job_id])
    assert room.wait_end(job_id).status is JobStatus.CANCELLED
    assert not is_alive(attempt.process)
    room.wait(lambda: not is_alive(attempt.supervisor))


def test_it_can_be_paused_and_resumed(scene: Scene) -> None:
    job_id = scene.submit("echo done")
    attempt = scene.app_dies()
    room = scene.next_start()
    room.control.ask("pause", [job_id])
    room.wait(lambda: is_held(pid_of(attempt.process)))
    scene.go()
    room.control.ask("resume", [job_id])
    assert room.wait_end(job_id).status is JobStatus.COMPLETED


def test_a_pause_that_was_asked_for_in_between_is_honoured(scene: Scene) -> None:
    job_id = scene.submit("echo done")
    attempt = scene.app_dies()
    store = Store(scene.paths.database)
    store.change(lambda txn: intents.pause(txn, [job_id]))
    store.close()
    room = scene.next_start()
    room.wait(lambda: is_held(pid_of(attempt.process)))
    assert room.status(job_id) is JobStatus.PAUSED
    room.control.ask("cancel", [job_id])
    assert room.wait_end(job_id).status is JobStatus.CANCELLED


def test_the_death_of_its_supervisor_is_a_loss(scene: Scene) -> None:
    job_id = scene.submit("echo done")
    attempt = scene.app_dies()
    room = scene.next_start()
    os.kill(pid_of(attempt.supervisor), signal.SIGKILL)
    room.wait(lambda: attempts_of(room, job_id)[0].outcome == "lost")
    assert not is_alive(attempt.process)
    scene.go()
    assert room.wait_end(job_id).status is JobStatus.COMPLETED


def test_one_that_was_ended_from_outside_runs_again(scene: Scene) -> None:
    job_id = scene.submit("echo done")
    attempt = scene.app_dies()
    os.kill(pid_of(attempt.supervisor), signal.SIGTERM)
    wait(lambda: not is_alive(attempt.supervisor))
    scene.go()
    room = scene.next_start()
    assert room.wait_end(job_id).status is JobStatus.COMPLETED
    assert [each.outcome for each in attempts_of(room, job_id)] == ["lost", "completed"]


def test_an_ordered_quit_interrupts_it(scene: Scene) -> None:
    job_id = scene.submit("echo done")
    attempt = scene.app_dies()
    scene.next_start()
    scene.close()
    scene._rooms.clear()
    assert not is_alive(attempt.process)
    room = Room(scene.paths.home, scene._bot)
    assert attempts_of(room, job_id)[0].outcome == "interrupted"
    assert room.status(job_id) is JobStatus.QUEUED
    room.close()


def test_a_command_that_was_called_for_other_jobs_leaves_it_alone(scene: Scene) -> None:
    job_id = scene.submit("echo done")
    attempt = scene.app_dies()
    room = scene.next_start(2, first_job=job_id + 1)
    assert room.session.dispatcher.running == (job_id,)
    scene.close()
    scene._rooms.clear()
    assert is_alive(attempt.process)
    scene.go()
    wait(lambda: not is_alive(attempt.supervisor))
    room = scene.next_start()
    assert room.wait_end(job_id).status is JobStatus.COMPLETED
    assert len(attempts_of(room, job_id)) == 1


def test_the_app_may_die_again_and_again(scene: Scene) -> None:
    """No loss is counted while the render goes on."""
    job_id = scene.submit("echo done")
    first = scene.app_dies()
    for _ in range(3):
        assert scene.app_dies().id == first.id
    scene.go()
    room = scene.next_start()
    assert room.wait_end(job_id).status is JobStatus.COMPLETED
    assert len(attempts_of(room, job_id)) == 1


def test_with_the_other_policy_it_is_ended_and_runs_again(scene: Scene) -> None:
    job_id = scene.submit("echo done")
    attempt = scene.app_dies("stop")
    wait(lambda: not is_alive(attempt.process))
    scene.go()
    room = scene.next_start()
    assert room.wait_end(job_id).status is JobStatus.COMPLETED
    assert [each.outcome for each in attempts_of(room, job_id)] == ["lost", "completed"]
    assert not Path(f"{attempt.log}.result").exists()


def test_its_limit_was_stored_when_it_began(scene: Scene) -> None:
    job_id = scene.submit("echo done", timeout_s=900.0)
    assert scene.app_dies().limit_s == 900.0
    scene.go()
    assert scene.next_start().wait_end(job_id).status is JobStatus.COMPLETED


def test_it_keeps_the_limit_of_its_command(scene: Scene) -> None:
    """Some commands set one that the job does not know of."""
    job_id = scene.submit("echo done", max_attempts=1)
    attempt = scene.app_dies()
    store = Store(scene.paths.database)
    store.change(lambda txn: txn.run("UPDATE attempt SET limit_s = 0.5 WHERE id = ?", attempt.id))
    store.close()
    room = scene.next_start()
    job = room.wait_end(job_id)
    assert job.failure is not None
    assert job.failure.message == "It took longer than its limit of 0 seconds."
