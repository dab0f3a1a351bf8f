"""A verified result whose folder goes away is kept, and published when the folder is back."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.config.paths import Paths
from rendermanager.config.settings import Settings, save_settings
from rendermanager.core.job import Attempt
from rendermanager.core.output import Artifact, Kept, Origin
from rendermanager.core.retry import RetryPolicy
from rendermanager.core.status import JobStatus
from rendermanager.engine import before, healing, publication
from rendermanager.engine.publishing import put_in_place
from rendermanager.engine.recover import recover
from rendermanager.store import endings, leftovers, queries
from rendermanager.store.store import Store
from tests.helpers import queue
from tests.helpers.chunky import ChunkyEngine
from tests.helpers.engine_room import PROGRAMS, Room
from tests.helpers.queue import rows
from tests.helpers.small_disk import small_disk

FRAMES = [f"frame_{number:04d}.png" for number in range(1, 7)]
PATIENT = RetryPolicy(first_delay_s=3_000, max_delay_s=4_000)
"""Nothing is tried again by the clock alone."""
HASTY = RetryPolicy(first_delay_s=0.01, max_delay_s=0.01)


@pytest.fixture(autouse=True)
def _without_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publication, "PUBLISH_WAITS_S", ())
    monkeypatch.setattr(healing, "LOOK_INTERVAL_MS", 20)


def opened(folder: Path, bot: QtBot, policy: RetryPolicy = PATIENT) -> Room:
    """An engine at work that has one slot and knows chunky scenes."""
    paths = Paths(folder / "home")
    paths.make()
    save_settings(paths.settings, Settings(retries={"ffmpeg": policy, "chunky": policy}))
    room = Room(paths.home, bot)
    room.session.registry._engines["chunky"] = ChunkyEngine()
    room.start(1)
    return room


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    made = opened(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def hasty(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    made = opened(tmp_path, qtbot, HASTY)
    yield made
    made.close()


class Drive:
    """A folder for results which trouble comes to right before the first rename.

    Attributes:
        out: The folder.
        away: What it is called while it is away.
    """

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.out, self.away = folder / "out", folder / "away"
        self.trouble: Callable[[], None] = self.leave
        monkeypatch.setattr(publication, "put_in_place", self._put)

    def _put(self, artifacts: Sequence[Artifact], **options: Any) -> None:
        self.trouble()
        put_in_place(artifacts, **options)

    def leave(self) -> None:
        """It is not there any more."""
        self.out.rename(self.away)
        self.trouble = _no_trouble

    def come_back(self) -> None:
        """It is there again, as it was."""
        self.away.rename(self.out)

    def fail(self, number: int = errno.EROFS) -> None:
        """It is there, and refuses every rename, until `trouble` is another."""

        def refuse() -> None:
            raise OSError(number, os.strerror(number), str(self.out))

        self.trouble = refuse

    def mend(self) -> None:
        """All is well."""
        self.trouble = _no_trouble

    def names(self) -> list[str]:
        """What is in it."""
        return sorted(each.name for each in self.out.iterdir())

    def kept(self) -> list[Path]:
        """Hidden folders of attempts in it."""
        return [each for each in self.out.iterdir() if each.is_dir()]


def _no_trouble() -> None:
    """Nothing happens."""


@pytest.fixture
def drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Drive:
    return Drive(tmp_path, monkeypatch)


def film(room: Room, clip: Path, folder: Path, **wish: Any) -> int:
    (job_id,) = room.render([str(clip)], preset="h264", output=f"{folder}/", **wish)
    return job_id


def frames(room: Room, clip: Path, folder: Path, **wish: Any) -> int:
    scene = clip.parent / "scene.chunky"
    scene.write_text("frames")
    (job_id,) = room.render(
        [str(scene)], engine="chunky", output=f"{folder}/", settings={"chunk": 6}, **wish
    )
    return job_id


def attempts_of(room: Room, job_id: int) -> list[Attempt]:
    return room.session.store.read(lambda db: queries.attempts_of(db, job_id))


def renders(room: Room, job_id: int) -> int:
    """How often the program of a job has run: it leaves a log each time."""
    return sum(Path(log).exists() for log in {each.log for each in attempts_of(room, job_id)})


def is_kept(room: Room, job_id: int) -> bool:
    reason = room.job(job_id).reason
    return reason.startswith("waiting for its folder: ") and "is rendered and verified" in reason


def keeper(room: Room, job_id: int) -> Attempt:
    """The attempt that keeps the result of a job, once nothing runs."""
    room.wait(lambda: is_kept(room, job_id) and not room.session.dispatcher.running)
    task_id = attempts_of(room, job_id)[0].task_id
    found = room.session.store.read(lambda db: leftovers.result_of(db, task_id))
    assert found is not None
    return found


def end_pause(room: Room) -> None:
    """Have the next attempt made now, whatever its folder looks like."""
    over = "UPDATE task SET retry_at = 0 WHERE state = 'retry_wait'"
    room.session.store.change(lambda txn: txn.run(over))
    room.session.dispatcher.look_for_retries()


def expect_published_once(room: Room, job_id: int, drive: Drive, names: Sequence[str]) -> None:
    job = room.wait_end(job_id)
    assert (job.status, job.failure) == (JobStatus.COMPLETED, None)
    assert renders(room, job_id) == 1
    assert [Path(each.final).name for each in job.artifacts] == list(names)
    assert job.elapsed_s > 0
    room.wait(lambda: drive.names() == list(names))
    room.wait(lambda: all(not each.folder for each in attempts_of(room, job_id)))


Add = Callable[..., int]
KINDS = pytest.mark.parametrize(
    ("add", "names"), [(film, ["clip_h264.mp4"]), (frames, FRAMES)], ids=["film", "sequence"]
)


@KINDS
def test_a_result_whose_folder_goes_away_is_published_when_it_is_back(
    room: Room, drive: Drive, clip: Path, add: Add, names: list[str]
) -> None:
    job_id = add(room, clip, drive.out)
    room.wait(lambda: is_kept(room, job_id))
    job = room.job(job_id)
    assert job.failure is not None
    assert job.failure.message == (
        f"“{names[0]}” is rendered and verified; it is kept in "
        f"“{drive.out}/.rendermanager-{job_id}-1” until “{drive.out}” can be written to: "
        "No such file or directory."
    )
    assert not drive.out.exists()
    drive.come_back()
    expect_published_once(room, job_id, drive, names)


@KINDS
def test_waiting_goes_on_for_as_long_as_the_folder_is_away(
    hasty: Room, drive: Drive, clip: Path, add: Add, names: list[str]
) -> None:
    job_id = add(hasty, clip, drive.out)
    hasty.wait(lambda: len(attempts_of(hasty, job_id)) >= 3)
    assert rows(hasty.session.store, "SELECT tries FROM task") == [(0,)]
    drive.come_back()
    expect_published_once(hasty, job_id, drive, names)


def test_a_folder_that_is_read_only_for_a_while(
    room: Room, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(32) as disk:
        drive = Drive(disk.path, monkeypatch)
        drive.out.mkdir()
        closed = disk.read_only_folder(drive.out)

        def close() -> None:
            drive.mend()
            closed.__enter__()

        drive.trouble = close
        job_id = film(room, clip, drive.out)
        room.wait(lambda: is_kept(room, job_id))
        assert "Read-only file system" in room.job(job_id).reason
        closed.__exit__(None, None, None)
        expect_published_once(room, job_id, drive, ["clip_h264.mp4"])


def test_lack_of_room_for_another_render_keeps_no_result_back(
    hasty: Room, drive: Drive, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive.fail(errno.ENOSPC)
    job_id = film(hasty, clip, drive.out)
    hasty.wait(lambda: is_kept(hasty, job_id))
    monkeypatch.setattr(before, "room_problem", lambda *_: "there is no room at all")
    drive.mend()
    expect_published_once(hasty, job_id, drive, ["clip_h264.mp4"])


@KINDS
def test_it_outlives_the_app(
    drive: Drive, clip: Path, tmp_path: Path, qtbot: QtBot, add: Add, names: list[str]
) -> None:
    first = opened(tmp_path, qtbot)
    job_id = add(first, clip, drive.out)
    first.wait(lambda: is_kept(first, job_id))
    first.close()
    # While it is away, and when it is back: no start sweeps it up.
    for change in (_no_trouble, drive.come_back):
        change()
        store = Store(tmp_path / "home" / "queue.db")
        recover(store)
        store.close()
    assert [each.name for each in drive.kept()] == [f".rendermanager-{job_id}-1"]
    again = opened(tmp_path, qtbot)
    try:
        expect_published_once(again, job_id, drive, names)
    finally:
        again.close()


def test_an_app_that_closes_while_the_folder_is_away_keeps_it(
    drive: Drive, clip: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publication, "PUBLISH_WAITS_S", (3_000.0,))
    monkeypatch.setattr(publication, "WAIT_STEP_MS", 10)
    first = opened(tmp_path, qtbot)
    job_id = film(first, clip, drive.out)
    first.wait(drive.away.exists)
    first.close()
    again = opened(tmp_path, qtbot)
    try:
        again.wait(lambda: is_kept(again, job_id))
        drive.come_back()
        expect_published_once(again, job_id, drive, ["clip_h264.mp4"])
    finally:
        again.close()


@pytest.mark.parametrize("order", ["cancel", "remove"])
def test_what_is_given_up_is_freed(room: Room, drive: Drive, clip: Path, order: str) -> None:
    drive.fail()
    job_id = film(room, clip, drive.out)
    room.wait(lambda: is_kept(room, job_id))
    room.wait(drive.kept)
    room.control.ask("cancel", [job_id])
    if order == "remove":
        room.wait_end(job_id)
        room.control.ask("remove", [job_id])
    room.wait(lambda: not drive.out.exists())


def changed_source(room: Room, drive: Drive, source: Path, job_id: int) -> None:
    os.utime(source, ns=(0, 0))


def changed_settings(room: Room, drive: Drive, source: Path, job_id: int) -> None:
    spec = "json_set(spec, '$.settings.crf', 30)"
    room.session.store.change(
        lambda txn: txn.run(f"UPDATE job SET spec = {spec} WHERE id = ?", job_id)
    )


def damaged(room: Room, drive: Drive, source: Path, job_id: int) -> None:
    (folder,) = drive.kept()
    (file,) = folder.glob("*.mp4")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)


def deleted(room: Room, drive: Drive, source: Path, job_id: int) -> None:
    (folder,) = drive.kept()
    for file in folder.iterdir():
        file.unlink()


@pytest.mark.parametrize("change", [changed_source, changed_settings, damaged, deleted])
def test_what_would_be_another_result_or_is_none_any_more_is_rendered_again(
    room: Room, drive: Drive, clip: Path, tmp_path: Path, change: Callable[..., None]
) -> None:
    source = tmp_path / "source.mov"
    source.write_bytes(clip.read_bytes())
    drive.fail(errno.EIO)
    job_id = film(room, source, drive.out)
    room.wait(lambda: is_kept(room, job_id))
    room.wait(lambda: not room.session.dispatcher.running)
    drive.mend()
    change(room, drive, source, job_id)
    end_pause(room)
    job = room.wait_end(job_id)
    assert (job.status, job.failure) == (JobStatus.COMPLETED, None)
    assert renders(room, job_id) == 2
    room.wait(lambda: drive.names() == ["source_h264.mp4"])


def test_a_source_that_is_gone_does_not_spoil_what_is_verified(
    room: Room, drive: Drive, clip: Path, tmp_path: Path
) -> None:
    source = tmp_path / "source.mov"
    source.write_bytes(clip.read_bytes())
    job_id = film(room, source, drive.out)
    room.wait(lambda: is_kept(room, job_id))
    source.unlink()
    drive.come_back()
    expect_published_once(room, job_id, drive, ["source_h264.mp4"])


def test_a_failure_to_be_mended_by_hand_is_only_published_when_run_again(
    hasty: Room, drive: Drive, clip: Path
) -> None:
    stranger = drive.out / FRAMES[2]

    def appear() -> None:
        stranger.write_text("precious")
        drive.mend()

    drive.trouble = appear
    job_id = frames(hasty, clip, drive.out, max_attempts=1)
    assert hasty.wait_end(job_id).status is JobStatus.FAILED
    assert stranger.read_text() == "precious"
    stranger.unlink()
    hasty.control.ask("retry", [job_id])
    hasty.wait_for(job_id, JobStatus.COMPLETED)
    expect_published_once(hasty, job_id, drive, FRAMES)


def test_its_warnings_wait_with_it(room: Room, drive: Drive, clip: Path, tmp_path: Path) -> None:
    drive.fail()
    job_id = film(room, clip, drive.out)
    room.wait(lambda: is_kept(room, job_id))
    attempt = keeper(room, job_id)
    doubt = """json_set(kept, '$.warnings', json('["It is black."]'))"""
    room.session.store.change(
        lambda txn: txn.run(f"UPDATE attempt SET kept = {doubt} WHERE id = ?", attempt.id)
    )
    drive.mend()
    end_pause(room)
    job = room.wait_end(job_id)
    assert (job.status, job.warnings) == (JobStatus.COMPLETED, ("It is black.",))


FIRST = ("before-it-is-kept", "within-its-record", "after-its-record")
LATER = (
    *("before-it-is-taken", "before-it-is-verified-again", "within-the-taking"),
    *("before-the-rename", "after-the-rename", "within-completing", "before-cleaning"),
)


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
@pytest.mark.parametrize("gap", [*FIRST, *LATER])
def test_a_kill_at_any_step_costs_no_second_render(
    clip: Path, tmp_path: Path, qtbot: QtBot, gap: str
) -> None:
    out, away = tmp_path / "out", tmp_path / "away"
    home = ["--data-dir", str(tmp_path / "home")]
    render = ["render", str(clip), "-p", "h264", "-o", f"{out}/"]
    first = gap if gap in FIRST else "after-its-record"
    die(first, away, [*home, *render])
    away.rename(out)
    if gap in LATER:
        end_pauses(tmp_path / "home")
        die(gap, None, [*home, "serve", "--exit-when-idle"])
    room = opened(tmp_path, qtbot)
    try:
        (job,) = room.session.store.read(lambda db: queries.jobs(db, []))
        room.wait_end(job.id)
        assert room.status(job.id) is JobStatus.COMPLETED
        assert renders(room, job.id) == 1
        room.wait(lambda: [each.name for each in out.iterdir()] == ["clip_h264.mp4"])
    finally:
        room.close()


def end_pauses(home: Path) -> None:
    """The pause between two attempts is over."""
    store = Store(home / "queue.db")
    store.change(lambda txn: txn.run("UPDATE task SET retry_at = 0 WHERE state = 'retry_wait'"))
    store.close()


def die(gap: str, away: Path | None, words: Sequence[str]) -> None:
    """Have an app do this until it kills itself."""
    program = [sys.executable, "-m", "tests.programs.dies_while_waiting"]
    died = subprocess.run(
        [*program, gap, str(away or "-"), *words],
        cwd=PROGRAMS.parent.parent,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr


def test_a_start_while_the_folder_is_away_is_no_death_of_its_render(tmp_path: Path) -> None:
    """Two in a row would have it put aside."""
    store = Store(tmp_path / "queue.db")
    attempt = queue.verifying(store)
    folder = tmp_path / "gone" / ".rendermanager-1-1"
    artifact = Artifact(str(folder / "a.mp4"), str(tmp_path / "gone" / "a.mp4"), 3, "ab")
    kept = Kept(Origin("order"))
    store.change(lambda txn: endings.publish(txn, attempt, (artifact,), (), kept))
    sql = "UPDATE attempt SET folder = ? WHERE id = ?"
    store.change(lambda txn: txn.run(sql, str(folder), attempt.id))
    assert recover(store).interrupted == (attempt.job_id,)
    assert queue.last_attempt(store, attempt.job_id).outcome == "interrupted"
    assert store.read(lambda db: leftovers.result_of(db, attempt.task_id)) is not None
    store.close()
