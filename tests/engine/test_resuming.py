"""A chunk that was cut off goes on at the first frame that is missing."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.core.job import Attempt, Job
from rendermanager.core.status import JobStatus
from rendermanager.engine.prepare import FOLDER_PREFIX
from rendermanager.store import queries
from tests.helpers.chunky import ChunkyEngine
from tests.helpers.engine_room import Room

WHOLE = 3
"""Frames that the program draws before it halts in the middle of the next one."""


@pytest.fixture
def chunky(room: Room, tmp_path: Path) -> Room:
    room.session.registry._engines["chunky"] = ChunkyEngine()
    (tmp_path / "scene.chunky").write_text("frames")
    return room


def add(room: Room, folder: Path, mode: str = "halts", **settings: Any) -> int:
    (job_id,) = room.render(
        [str(folder / "scene.chunky")],
        engine="chunky",
        output=f"{folder}/out/",
        settings={
            "frames": 6,
            "chunk": 6,
            "mode": mode,
            # No path of its own: a file that settings name counts as one that it is made of.
            "argument": f"@{folder / 'gate'}",
            **settings,
        },
        max_attempts=1,
    )
    return job_id


def attempts_of(room: Room, job_id: int) -> list[Attempt]:
    return room.session.store.read(lambda db: queries.attempts_of(db, job_id))


def log_of(attempt: Attempt) -> str:
    path = Path(attempt.log)
    return path.read_text() if path.exists() else ""


def drawn(attempt: Attempt) -> list[int]:
    """The frames that an attempt has rendered whole."""
    return [int(line[6:]) for line in log_of(attempt).splitlines() if line.startswith("saved ")]


def left(folder: Path) -> list[str]:
    out = folder / "out"
    return sorted(each.name for each in out.iterdir()) if out.exists() else []


def is_halted(room: Room, job_id: int) -> bool:
    found = attempts_of(room, job_id)
    return bool(found) and "half a frame" in log_of(found[-1])


def kill_supervisor(room: Room, job_id: int) -> None:
    (blade,) = room.session.dispatcher._slots.of(job_id)
    blade._process.close()  # type: ignore[union-attr]


FRAMES = [f"frame_{number:04d}.png" for number in range(1, 7)]


def test_only_missing_frames_are_rendered_after_the_supervisor_has_died(
    chunky: Room, tmp_path: Path
) -> None:
    chunky.start(1)
    job_id = add(chunky, tmp_path)
    chunky.wait(lambda: is_halted(chunky, job_id))
    kill_supervisor(chunky, job_id)
    (tmp_path / "gate").touch()
    expect_no_frame_twice(chunky, tmp_path, job_id)


def test_a_half_written_frame_is_rendered_again(chunky: Room, tmp_path: Path) -> None:
    chunky.start(1)
    job_id = add(chunky, tmp_path, "stumbles")
    assert chunky.wait_end(job_id).status is JobStatus.FAILED
    # The failed job keeps what is whole, and nothing else.
    chunky.wait(lambda: [names(each) for each in kept(tmp_path)] == [FRAMES[:WHOLE]])
    (tmp_path / "gate").touch()
    chunky.control.ask("retry", [job_id])
    chunky.wait_for(job_id, JobStatus.COMPLETED)
    first, second = attempts_of(chunky, job_id)
    assert (drawn(first), drawn(second)) == ([1, 2, 3], [4, 5, 6])
    assert second.had == "1-3"
    chunky.wait(lambda: left(tmp_path) == FRAMES)


def kept(folder: Path) -> list[Path]:
    out = folder / "out"
    return [each for each in out.iterdir() if each.is_dir()] if out.exists() else []


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def change_source(room: Room, folder: Path, job_id: int) -> None:
    (folder / "scene.chunky").write_text("other frames")


def change_texture(room: Room, folder: Path, job_id: int) -> None:
    (folder / "texture.png").write_text("another brick")


def change_settings(room: Room, folder: Path, job_id: int) -> None:
    room.session.store.change(
        lambda txn: txn.run(
            "UPDATE job SET spec = json_set(spec, '$.settings.mode', 'waits') WHERE id = ?", job_id
        )
    )


def spoil_frames(room: Room, folder: Path, job_id: int) -> None:
    (place,) = kept(folder)
    for file in place.iterdir():
        data = bytearray(file.read_bytes())
        data[60] ^= 0xFF
        file.write_bytes(data)


@pytest.mark.parametrize("change", [change_source, change_texture, change_settings, spoil_frames])
def test_frames_that_may_be_wrong_are_rendered_again(
    chunky: Room, tmp_path: Path, change: Callable[[Room, Path, int], None]
) -> None:
    chunky.start(1)
    job_id = add(chunky, tmp_path, "stumbles")
    assert chunky.wait_end(job_id).status is JobStatus.FAILED
    chunky.wait(lambda: [names(each) for each in kept(tmp_path)] == [FRAMES[:WHOLE]])
    change(chunky, tmp_path, job_id)
    (tmp_path / "gate").touch()
    chunky.control.ask("retry", [job_id])
    chunky.wait_for(job_id, JobStatus.COMPLETED)
    last = attempts_of(chunky, job_id)[-1]
    assert (drawn(last), last.had) == ([1, 2, 3, 4, 5, 6], "")
    chunky.wait(lambda: left(tmp_path) == FRAMES)


@pytest.mark.parametrize("order", ["remove", "cancel"])
def test_what_is_given_up_leaves_no_frames(chunky: Room, tmp_path: Path, order: str) -> None:
    chunky.start(1)
    job_id = add(chunky, tmp_path, "stumbles" if order == "remove" else "halts")
    if order == "remove":
        assert chunky.wait_end(job_id).status is JobStatus.FAILED
        chunky.wait(lambda: [names(each) for each in kept(tmp_path)] == [FRAMES[:WHOLE]])
    else:
        chunky.wait(lambda: is_halted(chunky, job_id))
    chunky.control.ask(order, [job_id])
    chunky.wait(lambda: not left(tmp_path))


def test_a_start_after_the_app_was_closed_renders_only_missing_frames(
    tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "scene.chunky").write_text("frames")
    first_room = with_chunky(tmp_path, qtbot)
    job_id = add(first_room, tmp_path)
    first_room.wait(lambda: is_halted(first_room, job_id))
    first_room.close()
    (tmp_path / "gate").touch()
    again = with_chunky(tmp_path, qtbot)
    try:
        expect_no_frame_twice(again, tmp_path, job_id)
    finally:
        again.close()


def with_chunky(folder: Path, bot: QtBot) -> Room:
    made = Room(folder / "home", bot)
    made.session.registry._engines["chunky"] = ChunkyEngine()
    made.start(1)
    return made


def expect_no_frame_twice(room: Room, folder: Path, job_id: int) -> None:
    job = room.wait_end(job_id)
    assert (job.status, job.failure) == (JobStatus.COMPLETED, None)
    first, second = attempts_of(room, job_id)
    assert set(drawn(first)) | set(drawn(second)) == set(range(1, 7))
    assert not set(drawn(first)) & set(drawn(second))
    assert len(drawn(first)) >= WHOLE
    assert f"# {len(drawn(first))} of 6 frames were there already" in log_of(second)
    room.wait(lambda: left(folder) == FRAMES)


@pytest.fixture(params=[JobStatus.CANCELLED, JobStatus.FAILED])
def ended(request: pytest.FixtureRequest, chunky: Room, tmp_path: Path) -> int:
    """A job that was cancelled, or has failed, with one of its three chunks published."""
    chunky.start(1)
    if request.param is JobStatus.CANCELLED:
        job_id = add(chunky, tmp_path, "holds", chunk=2)
        chunky.wait(lambda: len(attempts_of(chunky, job_id)) == 2)
        chunky.control.ask("cancel", [job_id])
    else:
        job_id = add(chunky, tmp_path, "breaks", chunk=2)
    assert chunky.wait_end(job_id).status is request.param
    chunky.wait(lambda: published(tmp_path) == FRAMES[:2])
    (tmp_path / "gate").touch()
    return job_id


def published(folder: Path) -> list[str]:
    return [name for name in left(folder) if not name.startswith(FOLDER_PREFIX)]


def drawn_again(room: Room, folder: Path, job_id: int, order: str) -> list[int]:
    """The frames that are rendered when a job that has ended is run again."""
    before = {each.id for each in attempts_of(room, job_id)}
    room.control.ask(order, [job_id])
    room.wait_for(job_id, JobStatus.COMPLETED)
    job = room.wait_end(job_id)
    assert job.failure is None
    assert [Path(each.final).name for each in job.artifacts] == FRAMES
    room.wait(lambda: left(folder) == FRAMES)
    later = [each for each in attempts_of(room, job_id) if each.id not in before]
    return sorted(number for each in later for number in drawn(each))


def test_a_job_that_is_run_again_goes_on(chunky: Room, tmp_path: Path, ended: int) -> None:
    frame = tmp_path / "out" / FRAMES[0]
    before = frame.stat()
    assert drawn_again(chunky, tmp_path, ended, "retry") == [3, 4, 5, 6]
    assert (frame.stat().st_ino, frame.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    # Nothing was started for the chunk that is there.
    (known,) = [each for each in attempts_of(chunky, ended) if each.had == "1-2"]
    assert log_of(known) == ""


def test_a_job_goes_on_where_a_file_can_have_one_name_alone(
    chunky: Room, tmp_path: Path, ended: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert drawn_again(chunky, tmp_path, ended, "retry") == [3, 4, 5, 6]


def test_a_frame_that_was_deleted_since_is_rendered_again(
    chunky: Room, tmp_path: Path, ended: int
) -> None:
    (tmp_path / "out" / FRAMES[1]).unlink()
    assert drawn_again(chunky, tmp_path, ended, "retry") == [2, 3, 4, 5, 6]


@pytest.mark.parametrize("change", [change_source, change_texture])
def test_frames_of_an_ended_job_whose_scene_has_changed_are_rendered_again(
    chunky: Room, tmp_path: Path, ended: int, change: Callable[[Room, Path, int], None]
) -> None:
    change(chunky, tmp_path, ended)
    assert drawn_again(chunky, tmp_path, ended, "retry") == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("changed", [False, True])
def test_a_part_of_one_file_is_made_again_only_where_the_scene_has_changed(
    chunky: Room, tmp_path: Path, changed: bool
) -> None:
    chunky.start(1)
    job_id = add(chunky, tmp_path, "breaks", movie=True, title=True)
    assert chunky.wait_end(job_id).status is JobStatus.FAILED
    before = attempts_of(chunky, job_id)
    if changed:
        change_source(chunky, tmp_path, job_id)
    (tmp_path / "gate").touch()
    chunky.control.ask("retry", [job_id])
    chunky.wait_for(job_id, JobStatus.COMPLETED)
    later = attempts_of(chunky, job_id)[len(before) :]
    title = [each for each in later if each.task_id == before[-1].task_id]
    assert [drawn(each) for each in title] == ([[1]] if changed else [[]])
    chunky.wait(lambda: left(tmp_path) == ["film.mp4"])


def run_again(room: Room, folder: Path, job_id: int, source: str) -> Job:
    """Let a job that has ended run again, with this in its source."""
    (folder / "scene.chunky").write_text(source)
    known = room.job(job_id).ended
    room.control.ask("retry", [job_id])

    def ended() -> bool:
        job = room.job(job_id)
        return job.status.is_ended and job.ended != known

    room.wait(ended)
    return room.job(job_id)


def test_a_job_that_is_run_again_renders_what_its_source_holds_now(
    chunky: Room, tmp_path: Path, ended: int
) -> None:
    job = run_again(chunky, tmp_path, ended, "5")
    assert (job.status, job.failure) == (JobStatus.COMPLETED, None)
    assert [Path(each.final).name for each in job.artifacts] == FRAMES[:5]


def test_a_job_whose_source_would_make_other_parts_says_so_when_it_is_run_again(
    chunky: Room, tmp_path: Path, ended: int
) -> None:
    job = run_again(chunky, tmp_path, ended, "8")
    assert job.status is JobStatus.FAILED
    assert job.failure is not None
    assert job.failure.message.startswith("“scene.chunky” has changed since this job was added")
    # With the source as it was it is the same job again.
    assert run_again(chunky, tmp_path, ended, "frames").status is JobStatus.COMPLETED


def test_whoever_wants_it_renders_an_ended_job_from_the_start(
    chunky: Room, tmp_path: Path, ended: int
) -> None:
    every = [1, 2, 3, 4, 5, 6]
    assert drawn_again(chunky, tmp_path, ended, "retry_from_start") == every


def test_a_job_that_is_done_is_rendered_anew(chunky: Room, tmp_path: Path) -> None:
    chunky.start(1)
    job_id = add(chunky, tmp_path, "", chunk=3)
    chunky.wait_for(job_id, JobStatus.COMPLETED)
    chunky.control.ask("retry", [job_id])
    chunky.wait(lambda: len(attempts_of(chunky, job_id)) == 4)
    chunky.wait_for(job_id, JobStatus.COMPLETED)
    assert [drawn(each) for each in attempts_of(chunky, job_id)[2:]] == [[1, 2, 3], [4, 5, 6]]
