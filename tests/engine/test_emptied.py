"""A job that comes to nothing leaves no empty folder that was made for it."""

from pathlib import Path

import pytest

from rendermanager.core.job import IfExists
from rendermanager.core.status import JobStatus
from rendermanager.engine import emptied
from rendermanager.engine.recover import recover
from rendermanager.store import endings, made
from rendermanager.store.made import Made
from rendermanager.store.store import Store
from tests.helpers import queue
from tests.helpers.chunky import ChunkyEngine
from tests.helpers.engine_room import Room


@pytest.fixture
def chunky(room: Room, tmp_path: Path) -> Room:
    room.session.registry._engines["chunky"] = ChunkyEngine()
    (tmp_path / "scene.chunky").write_text("frames")
    return room


def sequence(room: Room, folder: Path, output: Path, **settings: object) -> int:
    (job_id,) = room.render(
        [str(folder / "scene.chunky")],
        engine="chunky",
        output=f"{output}/",
        settings={"chunk": 6, **settings},
        max_attempts=1,
    )
    return job_id


def fails(room: Room, folder: Path, output: Path) -> int:
    return sequence(room, folder, output, mode="fails", argument="all")


def test_a_sequence_that_fails_leaves_nothing(chunky: Room, tmp_path: Path) -> None:
    out = tmp_path / "shots" / "one" / "png"
    chunky.start(1)
    job_id = fails(chunky, tmp_path, out)
    assert chunky.wait_end(job_id).status is JobStatus.FAILED
    chunky.wait(lambda: not (tmp_path / "shots").exists())


def test_a_folder_that_was_there_before_stays(chunky: Room, tmp_path: Path) -> None:
    there = tmp_path / "shots"
    there.mkdir()
    chunky.start(1)
    job_id = fails(chunky, tmp_path, there / "one")
    chunky.wait_end(job_id)
    chunky.wait(lambda: list(there.iterdir()) == [])
    assert there.is_dir()


def test_a_folder_that_holds_something_by_now_stays(chunky: Room, tmp_path: Path) -> None:
    out = tmp_path / "shots" / "one"
    chunky.start(1)
    job_id = sequence(chunky, tmp_path, out, mode="stumbles", argument=str(tmp_path / "never"))
    chunky.wait(lambda: list(out.glob(".rendermanager-*")))
    (out / "notes.txt").write_text("precious")
    assert chunky.wait_end(job_id).status is JobStatus.FAILED
    chunky.control.ask("remove", [job_id])
    chunky.wait(lambda: [each.name for each in out.iterdir()] == ["notes.txt"])


def test_what_is_cancelled_before_it_is_done_leaves_nothing(chunky: Room, tmp_path: Path) -> None:
    out = tmp_path / "shots"
    chunky.start(1)
    job_id = sequence(chunky, tmp_path, out, mode="waits", argument=str(tmp_path / "never"))
    chunky.wait(lambda: list(out.glob(".rendermanager-*/draw.py")))
    chunky.control.ask("cancel", [job_id])
    assert chunky.wait_end(job_id).status is JobStatus.CANCELLED
    chunky.wait(lambda: not out.exists())


def test_a_result_keeps_its_folder(chunky: Room, tmp_path: Path) -> None:
    out = tmp_path / "shots"
    chunky.start(1)
    job_id = sequence(chunky, tmp_path, out)
    chunky.wait_for(job_id, JobStatus.COMPLETED)
    for frame in out.glob("*.png"):
        frame.unlink()
    # It is the person's from then on, though it is empty, and though another render fails.
    again = fails(chunky, tmp_path, out)
    chunky.wait_end(again)
    chunky.wait(lambda: list(out.iterdir()) == [])
    assert out.is_dir()


def test_what_a_crash_has_left_goes_with_the_next_end(tmp_path: Path) -> None:
    store = Store(tmp_path / "queue.db")
    out = tmp_path / "new" / "deeper"
    out.mkdir(parents=True)
    output = str(out / "a.mp4")
    attempt = queue.run(store, output=output, if_exists=IfExists.VERSION)
    store.change(lambda txn: made.making(txn, attempt.job_id, str(tmp_path / "new")))
    recover(store)
    assert out.is_dir()
    again = queue.claim_next(store).attempt
    store.change(lambda txn: endings.fail(txn, again, queue.BROKEN))
    recover(store)
    assert not (tmp_path / "new").exists()
    assert store.read(made.in_vain) == []
    store.close()


def test_what_is_away_with_its_drive_is_looked_for_again(tmp_path: Path) -> None:
    what = Made(1, str(tmp_path / "drive" / "new"), str(tmp_path / "drive" / "new" / "a.mp4"))
    assert not emptied._remove(what)
    (tmp_path / "drive" / "new").mkdir(parents=True)
    assert emptied._remove(what)
    assert list((tmp_path / "drive").iterdir()) == []
