"""Jobs wait for sources that are still being copied and for room, and go on by themselves."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rendermanager.core.consumption import Usage
from rendermanager.core.job import JobSpec
from rendermanager.core.status import JobStatus
from rendermanager.engine import checking, waits
from rendermanager.machine.memory import MemoryNow
from rendermanager.machine.volumes import Volume
from rendermanager.scheduling.admission import Why
from rendermanager.store import consumption, queries
from tests.helpers.engine_room import Room
from tests.helpers.writing import Writer

Write = Callable[[Path], Writer]


@pytest.fixture
def write() -> Iterator[Write]:
    """Start programs that hold files open for writing."""
    started: list[Writer] = []

    def begin(file: Path) -> Writer:
        started.append(Writer(file))
        return started[-1]

    yield begin
    for each in started:
        each.end()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look again soon; before the room is built, which sets its timers."""
    monkeypatch.setattr(checking, "LOOK_INTERVAL_MS", 50)
    monkeypatch.setattr(waits, "LOOK_INTERVAL_MS", 50)


def reason(room: Room, job_id: int) -> str:
    found = room.session.dispatcher.waiting.get(job_id)
    return found.text if found else ""


def test_a_file_that_is_still_being_copied_is_waited_for(
    room: Room, clip: Path, tmp_path: Path, write: Write
) -> None:
    content, copy = clip.read_bytes(), tmp_path / "copy.mov"
    half = len(content) // 2
    writer = write(copy)
    writer.write(content[:half])
    (job_id,) = room.render([str(copy)])
    room.start()
    room.wait(lambda: "still being copied" in reason(room, job_id))
    assert room.status(job_id) is JobStatus.PENDING
    writer.write(content[half:])
    room.wait(lambda: "growing" in reason(room, job_id) or "so far" in reason(room, job_id))
    writer.end()
    job = room.wait_end(job_id)
    assert (job.status, job.attempts) == (JobStatus.COMPLETED, 1)
    assert job.source is not None
    assert job.source.size_bytes == len(content)


def test_the_wait_is_recorded_once_and_with_its_reason(
    room: Room, clip: Path, tmp_path: Path, write: Write
) -> None:
    copy = tmp_path / "copy.mov"
    copy.write_bytes(clip.read_bytes())
    writer = write(copy)
    writer.write(b"\0")
    (job_id,) = room.render([str(copy)])
    room.start()
    room.wait(lambda: reason(room, job_id))
    room.wait(lambda: "still being copied" in room.job(job_id).reason)
    for _ in range(3):
        writer.write(b"\0")
        room.bot.wait(60)  # a few looks
    events = room.session.store.read(lambda db: queries.events_of(db, job_id))
    assert len([each for each in events if "copied" in each.reason]) == 1
    writer.end()
    room.wait_end(job_id)


def test_others_go_on_while_one_is_being_copied(
    room: Room, clip: Path, tmp_path: Path, write: Write
) -> None:
    copies = [tmp_path / f"copy{number}.mov" for number in range(3)]
    for copy in copies:
        write(copy).write(clip.read_bytes()[:2000])
    room.render([str(copy) for copy in copies])
    (ready,) = room.render([str(clip)], output=str(tmp_path / "out.mp4"))
    room.start()
    assert room.wait_end(ready).status is JobStatus.COMPLETED
    assert not room.session.dispatcher.is_settled


def test_a_paused_job_is_not_waited_for_any_more(room: Room, tmp_path: Path, write: Write) -> None:
    write(tmp_path / "copy.mov").write(b"half a film")
    (job_id,) = room.render([str(tmp_path / "copy.mov")])
    room.start()
    room.wait(lambda: reason(room, job_id))
    room.control.ask("pause", [job_id]).result()
    room.wait(lambda: room.session.dispatcher.is_settled)
    assert reason(room, job_id) == "" or room.status(job_id) is JobStatus.PAUSED


def test_a_damaged_fresh_file_fails_after_a_second_look(room: Room, tmp_path: Path) -> None:
    bad = tmp_path / "bad.mov"
    bad.write_bytes(b"this is no film")
    (job_id,) = room.render([str(bad)])
    room.start()
    job = room.wait_end(job_id)
    assert job.failure is not None
    assert "not a media file" in job.failure.message


def test_a_source_that_vanishes_before_the_start_is_told(
    room: Room, clip: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.mov"
    copy.write_bytes(clip.read_bytes())
    room.control.pause_queue().result()
    (job_id,) = room.render([str(copy)])
    room.start()
    room.wait_for(job_id, JobStatus.QUEUED)
    copy.unlink()
    room.control.resume_queue().result()
    job = room.wait_end(job_id)
    assert job.failure is not None
    assert job.failure.message == f"“{copy}” does not exist."


def test_without_room_a_job_waits_with_numbers_until_there_is(
    room: Room, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = [1_000_000]
    monkeypatch.setattr(
        "rendermanager.engine.room.volume_of", lambda _: Volume("/mnt/x", free[0], 10**12)
    )
    (job_id,) = room.render([str(clip)], output=str(tmp_path / "out.mp4"))
    (other,) = [room.add("/bin/true")]
    room.start(1)
    room.wait(lambda: reason(room, job_id).startswith("needs about "))
    assert reason(room, job_id).endswith(", 1.0 MB free on /mnt/x")
    assert room.session.dispatcher.waiting[job_id].why is Why.SPACE
    assert room.wait_end(other).status is JobStatus.COMPLETED
    assert room.job(job_id).attempts == 0
    assert not room.session.dispatcher.is_settled
    free[0] = 10**11
    assert room.wait_end(job_id).status is JobStatus.COMPLETED


def test_many_that_wait_for_room_are_looked_at_in_turn_and_go_on_together(
    room: Room, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waits, "LOOKS_AT_ONCE", 2)
    free, looks = [1_000_000], []

    def volume(folder: Path) -> Volume:
        looks.append(folder)
        return Volume("/mnt/x", free[0], 10**12)

    monkeypatch.setattr("rendermanager.engine.room.volume_of", volume)
    folders = [tmp_path / str(number) for number in range(5)]
    ids = [room.render([str(clip)], output=str(folder / "out.mp4"))[0] for folder in folders]
    room.start(1)
    room.wait(lambda: all(reason(room, job_id) for job_id in ids))
    looks.clear()
    room.wait(lambda: all(looks.count(folder) >= 3 for folder in folders))
    monkeypatch.setattr(waits, "LOOKS_AT_ONCE", 1)
    free[0] = 10**11
    for job_id in ids:
        assert room.wait_end(job_id).status is JobStatus.COMPLETED


def test_a_source_that_is_copied_over_before_the_start_is_waited_for(
    room: Room, clip: Path, tmp_path: Path, write: Write
) -> None:
    copy = tmp_path / "copy.mov"
    copy.write_bytes(clip.read_bytes())
    room.control.pause_queue().result()
    (job_id,) = room.render([str(copy)])
    room.start()
    room.wait_for(job_id, JobStatus.QUEUED)
    writer = write(copy)
    writer.write(b"\0")
    room.control.resume_queue().result()
    room.wait(lambda: "copy.mov” is still being copied" in reason(room, job_id))
    assert room.job(job_id).attempts == 0
    writer.end()
    assert room.wait_end(job_id).status is JobStatus.COMPLETED


def test_what_is_to_stay_free_is_left_alone(
    room: Room, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    volume = Volume("/mnt/x", 5_000_000_000, 10**12)
    monkeypatch.setattr("rendermanager.engine.room.volume_of", lambda _: volume)
    room.session.preferences.change(disk_floor_mb=5_000)
    (job_id,) = room.render([str(clip)], output=str(tmp_path / "out.mp4"))
    room.start()
    room.wait(lambda: reason(room, job_id))
    assert reason(room, job_id).endswith("5.0 GB free on /mnt/x, 5.0 GB are to stay free")
    room.session.preferences.change(disk_floor_mb=0)
    assert room.wait_end(job_id).status is JobStatus.COMPLETED


def test_the_end_of_the_app_does_not_wait_for_a_look(
    room: Room, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rendermanager.engine.room.volume_of", lambda _: Volume("/mnt/x", 0, 10))
    room.control.submit(room.session.submitter().plan_inputs([str(clip)], JobSpec()).jobs).result()
    room.start()
    room.wait(lambda: room.session.dispatcher.waiting)


def test_what_does_not_fit_into_memory_starts_when_another_render_has_ended(
    room: Room, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waits, "memory_now", lambda _: MemoryNow(150_000_000, 10_000_000))
    first = room.add_program("sleeps.py", 600, memory_mb=100)
    room.start(3)
    room.wait_for(first, JobStatus.RENDERING)
    ids = [
        room.render([str(clip)], output=str(tmp_path / f"out{number}.mp4"))[0]
        for number in range(3)
    ]
    waiting = room.session.dispatcher
    room.wait(lambda: ids[-1] in waiting.waiting)
    room.wait(lambda: {waiting.waiting[job_id].why for job_id in ids} == {Why.MEMORY})
    assert reason(room, ids[0]).startswith("needs ")
    assert reason(room, ids[0]).endswith("10.0 MB is free below the ceiling")
    room.control.ask("cancel", [first])
    for job_id in ids:
        job = room.wait_end(job_id)
        assert (job.status, job.attempts) == (JobStatus.COMPLETED, 1)


def keep_usage(room: Room, job_id: int, usage: Usage) -> None:
    (attempt,) = room.session.store.read(lambda db: queries.attempts_of(db, job_id))
    room.session.store.change(lambda txn: consumption.keep(txn, attempt.id, usage))


def test_what_others_of_its_kind_took_says_more_than_the_prediction(
    room: Room, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waits, "memory_now", lambda _: MemoryNow(10_000_000_000, 1_000_000_000))
    done = [
        room.render([str(clip)], output=str(tmp_path / f"done{number}.mp4"))[0]
        for number in range(3)
    ]
    room.start(1)
    for job_id in done:
        room.wait_end(job_id)
    usage = Usage(seconds=1.0, cpu_s=1.0, memory=7_000_000_000)
    for job_id in done:
        keep_usage(room, job_id, usage)
    first = room.add_program("sleeps.py", 600, memory_mb=1000)
    room.session.dispatcher.set_slots(2)
    room.wait_for(first, JobStatus.RENDERING)
    (late,) = room.render([str(clip)], output=str(tmp_path / "late.mp4"))
    room.wait(lambda: reason(room, late))
    assert reason(room, late) == "needs 7.7 GB of memory, 6.0 GB is free below the ceiling"
    room.control.ask("cancel", [first])
    assert room.wait_end(late).status is JobStatus.COMPLETED
