"""Jobs that are rendered in many tasks, several at once."""

from pathlib import Path
from typing import Any

import av
import pytest

from rendermanager.core.status import JobStatus, TaskState
from rendermanager.engine.prepare import FOLDER_PREFIX
from rendermanager.store import queries
from rendermanager.store.rows import TASK_COLUMNS, task_from
from tests.helpers.chunky import ChunkyEngine
from tests.helpers.engine_room import Room


@pytest.fixture
def chunky(room: Room, tmp_path: Path) -> Room:
    room.session.registry._engines["chunky"] = ChunkyEngine()
    (tmp_path / "scene.chunky").write_text("frames")
    return room


def add(room: Room, folder: Path, **settings: Any) -> int:
    (job_id,) = room.render(
        [str(folder / "scene.chunky")],
        engine="chunky",
        output=f"{folder}/out/",
        settings=settings,
    )
    return job_id


def states(room: Room, job_id: int) -> list[TaskState]:
    rows = room.session.store.read(
        lambda db: list(
            db.execute(
                f"SELECT {TASK_COLUMNS} FROM task WHERE job_id = ? ORDER BY number", (job_id,)
            )
        )
    )
    return [task_from(row).state for row in rows]


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


FRAMES = [f"frame_{number:04d}.png" for number in range(1, 7)]


def test_chunks_become_one_sequence(chunky: Room, tmp_path: Path) -> None:
    chunky.start(2)
    job = chunky.wait_end(add(chunky, tmp_path))
    assert (job.status, job.failure, job.tasks) == (JobStatus.COMPLETED, None, 3)
    assert [Path(each.final).name for each in job.artifacts] == FRAMES
    assert (job.progress, job.attempts) == (1, 1)
    chunky.wait(lambda: names(tmp_path / "out") == FRAMES)
    parts = chunky.session.store.read(lambda db: queries.part_names(db, job.id))
    assert list(parts.values()) == ["frames 1-2", "frames 3-4", "frames 5-6"]


def test_several_chunks_run_at_once_and_the_job_knows_how_far_it_is(
    chunky: Room, tmp_path: Path
) -> None:
    chunky.start(2)
    gate = tmp_path / "gate"
    job_id = add(chunky, tmp_path, mode="waits", argument=str(gate))
    running = TaskState.STARTING, TaskState.RUNNING
    chunky.wait(lambda: sum(state in running for state in states(chunky, job_id)) == 2)
    seen: list[tuple[float, int, int]] = []
    chunky.session.bus.progressed.connect(
        lambda live: seen.extend(
            (each.progress.fraction or 0, each.progress.frame, each.progress.frames)
            for each in live
        )
    )
    gate.touch()
    assert chunky.wait_end(job_id).status is JobStatus.COMPLETED
    shares = [fraction for fraction, _, _ in seen]
    assert shares == sorted(shares)
    assert {frames for _, _, frames in seen} <= {0, 6}
    assert max(frame for _, frame, _ in seen) <= 6


def test_a_film_is_encoded_when_all_its_chunks_are_done(chunky: Room, tmp_path: Path) -> None:
    chunky.start(2)
    job = chunky.wait_end(add(chunky, tmp_path, movie=True))
    assert (job.status, job.failure) == (JobStatus.COMPLETED, None)
    assert [Path(each.final).name for each in job.artifacts] == ["film.mp4"]
    with av.open(job.artifacts[0].final) as film:
        assert sum(1 for _ in film.decode(video=0)) == 6
    # What only the tasks needed is gone.
    chunky.wait(lambda: names(tmp_path / "out") == ["film.mp4"])
    story = chunky.session.store.read(lambda db: queries.events_of(db, job.id))
    begun = [each.task_id for each in story if each.new == TaskState.STARTING]
    assert begun[-1] == max(begun)


def test_what_the_program_doubts_is_told_of_a_good_result(chunky: Room, tmp_path: Path) -> None:
    chunky.start(1)
    job = chunky.wait_end(add(chunky, tmp_path, mode="doubts", argument="lamp"))
    assert (job.status, job.reason) == (JobStatus.COMPLETED, "done, with warnings")
    assert job.warnings == ("“lamp” is not lit.",)


def test_a_cancel_ends_all_tasks_and_leaves_nothing_unfinished(
    chunky: Room, tmp_path: Path
) -> None:
    chunky.start(2)
    job_id = add(chunky, tmp_path, movie=True, mode="waits", argument=str(tmp_path / "never"))
    chunky.wait(lambda: chunky.status(job_id) is JobStatus.RENDERING)
    chunky.wait(lambda: states(chunky, job_id)[:2] == [TaskState.RUNNING] * 2)
    chunky.control.ask("cancel", [job_id])
    assert chunky.wait_end(job_id).status is JobStatus.CANCELLED
    assert set(states(chunky, job_id)) == {TaskState.CANCELLED}
    chunky.wait(lambda: not names(tmp_path / "out"))


def test_a_job_of_many_tasks_takes_one_place_in_line_and_several_slots(
    chunky: Room, tmp_path: Path
) -> None:
    chunky.start(2)
    gate = tmp_path / "gate"
    many = add(chunky, tmp_path, mode="waits", argument=str(gate))
    dispatcher = chunky.session.dispatcher
    chunky.wait(lambda: dispatcher.slots_in_use == 2)
    behind = chunky.add("/bin/true")
    chunky.wait(lambda: {many, behind} <= dispatcher.waiting.keys())
    assert (dispatcher.waiting[many].place, dispatcher.waiting[behind].place) == (0, 1)
    chunky.wait(lambda: dispatcher.running == (many,))
    gate.touch()
    assert chunky.wait_end(many).status is JobStatus.COMPLETED


def test_what_was_cancelled_after_some_chunks_can_be_run_again(
    chunky: Room, tmp_path: Path
) -> None:
    chunky.start(1)
    gate = tmp_path / "gate"
    job_id = add(chunky, tmp_path, mode="holds", argument=str(gate))
    chunky.wait(lambda: states(chunky, job_id)[:2] == [TaskState.COMPLETED, TaskState.RUNNING])
    chunky.control.ask("cancel", [job_id])
    assert chunky.wait_end(job_id).status is JobStatus.CANCELLED
    chunky.wait(lambda: names(tmp_path / "out") == FRAMES[:2])
    gate.touch()
    chunky.control.ask("retry", [job_id])
    chunky.wait(lambda: chunky.status(job_id) is not JobStatus.CANCELLED)
    job = chunky.wait_end(job_id)
    assert (job.status, job.failure) == (JobStatus.COMPLETED, None)
    chunky.wait(lambda: names(tmp_path / "out") == FRAMES)


def test_a_pause_holds_every_task(chunky: Room, tmp_path: Path) -> None:
    chunky.start(2)
    gate = tmp_path / "gate"
    job_id = add(chunky, tmp_path, movie=True, mode="waits", argument=str(gate))
    chunky.wait(lambda: states(chunky, job_id)[:2] == [TaskState.RUNNING] * 2)
    chunky.control.ask("pause", [job_id])
    live = chunky.session.board.get
    chunky.wait(lambda: (now := live(job_id)) and now.progress.paused)
    assert states(chunky, job_id)[2:] == [TaskState.HELD] * 2
    gate.touch()
    chunky.control.ask("resume", [job_id])
    assert chunky.wait_end(job_id).status is JobStatus.COMPLETED


def test_a_chunk_that_fails_keeps_the_film_from_being_encoded_and_the_rest_goes_on(
    chunky: Room, tmp_path: Path
) -> None:
    chunky.start(1)
    job_id = add(chunky, tmp_path, movie=True, mode="fails", argument="3")
    job = chunky.wait_end(job_id)
    assert job.status is JobStatus.FAILED
    assert job.failure
    assert job.failure.message == "Frame 3 cannot be drawn."
    assert job.reason == "some of its tasks have failed"
    completed, failed, skipped = TaskState.COMPLETED, TaskState.FAILED, TaskState.SKIPPED
    assert states(chunky, job_id) == [completed, failed, completed, skipped]
    assert 0 < job.progress < 1
    chunky.wait(lambda: names(tmp_path / "out") == [f"{FOLDER_PREFIX}{job_id}-shared"])


def test_a_job_that_failed_goes_on_where_it_was(chunky: Room, tmp_path: Path) -> None:
    chunky.start(2)
    job_id = add(chunky, tmp_path, movie=True, mode="fails", argument="3")
    assert chunky.wait_end(job_id).status is JobStatus.FAILED
    attempts = chunky.job(job_id).attempts
    mend(chunky, job_id)
    chunky.control.ask("retry", [job_id])
    job = chunky.wait_for(job_id, JobStatus.COMPLETED)
    assert (job.failure, job.attempts) == (None, attempts + 1)
    chunky.wait(lambda: names(tmp_path / "out") == ["film.mp4"])


def mend(room: Room, job_id: int) -> None:
    """Let the job's program draw every frame from now on."""
    room.session.store.change(
        lambda txn: txn.run(
            "UPDATE job SET spec = json_set(spec, '$.settings.mode', '') WHERE id = ?", job_id
        )
    )


def test_when_many_tasks_fail_the_rest_is_not_tried(chunky: Room, tmp_path: Path) -> None:
    chunky.start(1)
    settings = {"frames": 12, "chunk": 1, "mode": "fails"}
    engine = chunky.session.registry._engines["chunky"]
    assert isinstance(engine, ChunkyEngine)
    job_id = add(chunky, tmp_path, **settings, argument="all")
    assert chunky.wait_end(job_id).status is JobStatus.FAILED
    found = states(chunky, job_id)
    assert found.count(TaskState.FAILED) == 3
    assert found.count(TaskState.SKIPPED) == 9


def test_after_a_crash_only_what_was_cut_off_is_rendered_again(
    chunky: Room, tmp_path: Path
) -> None:
    chunky.start(1)
    gate = tmp_path / "gate"
    job_id = add(chunky, tmp_path, movie=True, mode="waits", argument=str(gate))
    chunky.wait(lambda: states(chunky, job_id)[0] is TaskState.RUNNING)
    # Its supervisor dies, as in a crash of the machine's memory.
    (blade,) = chunky.session.dispatcher._slots.of(job_id)
    blade._process.close()  # type: ignore[union-attr]
    gate.touch()
    job = chunky.wait_end(job_id)
    assert (job.status, job.failure) == (JobStatus.COMPLETED, None)
    chunky.wait(lambda: names(tmp_path / "out") == ["film.mp4"])
