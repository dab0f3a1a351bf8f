"""Results get their names without ever replacing what they must not, whatever happens between."""

import errno
import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import av
import pytest
from pytestqt.qtbot import QtBot

from rendermanager.core.errors import BadInput
from rendermanager.core.job import IfExists
from rendermanager.core.output import Artifact
from rendermanager.core.status import JobStatus
from rendermanager.engine import publication
from rendermanager.engine.prepare import FOLDER_PREFIX
from rendermanager.engine.publishing import Own, beside_others, make_folders, put_in_place
from rendermanager.engine.recover import recover
from rendermanager.media.presence import source_numbers
from rendermanager.store import endings, queries
from rendermanager.store.store import Store
from tests.helpers import queue
from tests.helpers.engine_room import PROGRAMS, Room


def made(folder: Path, name: str = "a.mp4", content: bytes = b"new") -> Artifact:
    temporary = folder / ".temporary"
    temporary.mkdir(exist_ok=True)
    (temporary / name).write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    return Artifact(str(temporary / name), str(folder / name), len(content), digest)


# --- the rename itself


def test_a_file_that_comes_at_the_last_moment_is_kept(tmp_path: Path) -> None:
    artifact = made(tmp_path)
    Path(artifact.final).write_bytes(b"somebody's")
    with pytest.raises(FileExistsError):
        put_in_place([artifact])
    assert Path(artifact.final).read_bytes() == b"somebody's"
    assert Path(artifact.written).read_bytes() == b"new"


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP])
def test_volumes_without_second_names_are_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", refuse)
    artifact = made(tmp_path)
    put_in_place([artifact])
    assert Path(artifact.final).read_bytes() == b"new"
    again = made(tmp_path, content=b"newer")
    with pytest.raises(FileExistsError):
        put_in_place([again])
    assert Path(artifact.final).read_bytes() == b"new"


def test_a_rename_cut_off_between_its_two_names_is_finished(tmp_path: Path) -> None:
    artifact = made(tmp_path)
    os.link(artifact.written, artifact.final)
    assert beside_others([artifact]) == [artifact]
    put_in_place([artifact])
    assert not Path(artifact.written).exists()
    assert Path(artifact.final).read_bytes() == b"new"


def test_of_several_results_each_gets_a_name_that_is_free(tmp_path: Path) -> None:
    files = [made(tmp_path, name) for name in ("a.mp4", "a_v002.mp4", "b.zip")]
    for name in ("a.mp4", "b.zip"):
        (tmp_path / name).write_bytes(b"somebody's")
    found = beside_others(files)
    assert [Path(each.final).name for each in found] == ["a_v003.mp4", "a_v002.mp4", "b_v002.zip"]
    frames = [made(tmp_path, f"f_{number}.png") for number in range(3)]
    (tmp_path / "f_1.png").write_bytes(b"somebody's")
    with pytest.raises(FileExistsError):
        beside_others([*frames, files[2]])


def test_part_of_a_sequence_never_stays_behind(tmp_path: Path) -> None:
    frames = [made(tmp_path, f"f_{number}.png") for number in range(4)]
    (tmp_path / "f_2.png").write_bytes(b"somebody's")
    with pytest.raises(FileExistsError):
        put_in_place(frames)
    assert [path.name for path in tmp_path.glob("*.png")] == ["f_2.png"]
    assert all(Path(frame.written).exists() for frame in frames)


@pytest.mark.parametrize("way", ["same", "symlink", "hard link", "folder"])
def test_the_source_is_never_replaced(tmp_path: Path, way: str) -> None:
    source = tmp_path / "source.mp4"
    source.write_bytes(b"precious")
    final = tmp_path / "a.mp4"
    if way == "same":
        final = source
    elif way == "symlink":
        final.symlink_to(source)
    elif way == "hard link":
        os.link(source, final)
    else:
        (tmp_path / "door").symlink_to(tmp_path)
        final = tmp_path / "door" / "source.mp4"
    artifact = made(tmp_path)
    artifact = Artifact(artifact.written, str(final), artifact.size_bytes, artifact.sha256)
    with pytest.raises(BadInput, match="is the source itself"):
        put_in_place([artifact], may_replace=True, sources=source_numbers(str(source)))
    assert source.read_bytes() == b"precious"


def test_no_picture_of_a_source_sequence_is_replaced(tmp_path: Path) -> None:
    for number in (1001, 1002):
        (tmp_path / f"s_{number}.png").write_bytes(b"precious")
    sources = source_numbers(str(tmp_path / "s_%04d.png"))
    assert len(sources) == 2
    with pytest.raises(BadInput):
        put_in_place([made(tmp_path, "s_1002.png")], may_replace=True, sources=sources)
    assert source_numbers("") == source_numbers(str(tmp_path / "none.mp4")) == frozenset()


def test_new_folders_are_made_with_all_above_them(tmp_path: Path) -> None:
    make_folders(tmp_path / "a" / "b" / "c")
    make_folders(tmp_path / "a" / "b" / "c")
    assert (tmp_path / "a" / "b" / "c").is_dir()


# --- a whole attempt


def test_a_name_taken_during_the_rename_gets_a_version(
    running: Room, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"

    def late(artifacts: list[Artifact], **options: Any) -> None:
        stranger = out / "clip_h264.mp4"
        if not stranger.exists():
            stranger.write_text("precious")
        put_in_place(artifacts, **options)

    monkeypatch.setattr(publication, "put_in_place", late)
    (job_id,) = running.render([str(clip)], preset="h264", output=f"{out}/")
    job = running.wait_end(job_id)
    assert job.status is JobStatus.COMPLETED, job.failure
    assert job.artifacts[0].final == str(out / "clip_h264_v002.mp4")
    assert (out / "clip_h264.mp4").read_text() == "precious"
    assert (out / "clip_h264_v002.mp4").is_file()


@pytest.mark.parametrize("when", ["before the start", "before the rename"])
def test_a_name_that_becomes_the_source_later_is_refused(
    room: Room, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    source, final = tmp_path / "clip.mov", tmp_path / "out.mp4"
    source.write_bytes(clip.read_bytes())
    wish = {"output": str(final), "if_exists": IfExists.REPLACE, "max_attempts": 1}
    (job_id,) = room.render([str(source)], preset="h264", **wish)

    def becomes_the_source(*arguments: Any, **options: Any) -> None:
        os.link(source, final)
        put_in_place(*arguments, **options)

    if when == "before the start":
        os.link(source, final)
    else:
        monkeypatch.setattr(publication, "put_in_place", becomes_the_source)
    room.start(1)
    job = room.wait_end(job_id)
    assert job.status is JobStatus.FAILED
    assert job.failure is not None
    assert job.failure.message == "“out.mp4” is the source itself."
    assert source.read_bytes() == final.read_bytes() == clip.read_bytes()


def is_recorded(room: Room, job_id: int) -> bool:
    """Whether it was verified, and is about to be renamed."""
    found = room.session.store.read(lambda db: queries.attempts_of(db, job_id))
    return any(attempt.artifacts for attempt in found)


def gone(*_: object, **__: object) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO), "/share/clip.mp4")


def test_a_verified_result_waits_for_its_drive(
    running: Room, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[list[Artifact]] = []

    def flaky(artifacts: list[Artifact], **options: Any) -> None:
        calls.append(artifacts)
        if len(calls) < 3:
            gone()
        put_in_place(artifacts, **options)

    monkeypatch.setattr(publication, "put_in_place", flaky)
    monkeypatch.setattr(publication, "PUBLISH_WAITS_S", (0.01, 0.01, 0.01))
    monkeypatch.setattr(publication, "WAIT_STEP_MS", 10)
    (job_id,) = running.render([str(clip)], preset="h264", output=f"{tmp_path}/out/")
    job = running.wait_end(job_id)
    assert job.status is JobStatus.COMPLETED, job.failure
    assert job.attempts == 1
    assert len(calls) == 3


def test_a_result_that_waits_can_be_cancelled(
    running: Room, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publication, "put_in_place", gone)
    monkeypatch.setattr(publication, "WAIT_STEP_MS", 10)
    (job_id,) = running.render([str(clip)], preset="h264", output=f"{tmp_path}/out/")
    running.wait(
        lambda: running.session.store.read(lambda db: queries.attempts_of(db, job_id))[-1:]
    )
    running.wait(
        lambda: running.session.store.read(lambda db: queries.attempts_of(db, job_id))[-1].artifacts
    )
    running.control.ask("cancel", [job_id])
    assert running.wait_end(job_id).status is JobStatus.CANCELLED
    # The folder was made for this job alone.
    running.wait(lambda: not (tmp_path / "out").exists())


def test_an_app_that_closes_leaves_it_to_the_next_start(
    qtbot: QtBot, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room(tmp_path / "home", qtbot)
    room.start(1)
    monkeypatch.setattr(publication, "put_in_place", gone)
    monkeypatch.setattr(publication, "WAIT_STEP_MS", 10)
    (job_id,) = room.render([str(clip)], preset="h264", output=f"{tmp_path}/out/")
    room.wait(lambda: is_recorded(room, job_id))
    room.close()
    store = Store(tmp_path / "home" / "queue.db")
    found = recover(store)
    assert found.finished == (job_id,)
    assert queue.status(store, job_id) is JobStatus.COMPLETED
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["clip_h264.mp4"]
    store.close()


# --- a start after a crash


def published(tmp_path: Path, *warnings: str, **spec: object) -> tuple[Store, Artifact, int]:
    store = Store(tmp_path / "queue.db")
    attempt = queue.verifying(store, **spec)
    artifact = made(tmp_path)
    store.change(lambda txn: endings.publish(txn, attempt, (artifact,), warnings))
    return store, artifact, attempt.job_id


@pytest.mark.allow_warnings("could not be removed yet")
def test_what_went_away_with_its_folder_is_swept_up_when_it_is_back(
    running: Room, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publication, "put_in_place", gone)
    monkeypatch.setattr(publication, "WAIT_STEP_MS", 10)
    out, away = tmp_path / "out", tmp_path / "away"
    (job_id,) = running.render([str(clip)], preset="h264", output=f"{out}/")
    running.wait(lambda: is_recorded(running, job_id))
    out.rename(away)
    running.control.ask("cancel", [job_id])
    running.wait_end(job_id)
    running.wait(lambda: running.session.dispatcher.is_settled)
    away.rename(out)
    assert [each.name for each in out.iterdir()] == [f"{FOLDER_PREFIX}{job_id}-1"]
    recover(running.session.store)
    assert not out.exists()


def test_warnings_outlast_a_crash(tmp_path: Path) -> None:
    store, _, job_id = published(tmp_path, "It is black.")
    recover(store)
    job = store.read(lambda db: queries.job(db, job_id))
    assert job is not None
    assert (job.status, job.warnings) == (JobStatus.COMPLETED, ("It is black.",))
    assert job.reason == "done, with warnings"
    store.close()


@pytest.mark.allow_warnings("could not be published")
def test_what_was_damaged_since_replaces_nothing(tmp_path: Path) -> None:
    store, artifact, job_id = published(tmp_path, if_exists=IfExists.REPLACE)
    Path(artifact.final).write_bytes(b"good old")
    Path(artifact.written).write_bytes(b"nex")
    assert recover(store).interrupted == (job_id,)
    assert Path(artifact.final).read_bytes() == b"good old"
    store.close()


def test_a_name_taken_while_nobody_was_there_gets_a_version(tmp_path: Path) -> None:
    store, artifact, job_id = published(tmp_path)
    Path(artifact.final).write_bytes(b"somebody's")
    assert recover(store).finished == (job_id,)
    assert Path(artifact.final).read_bytes() == b"somebody's"
    assert (tmp_path / "a_v002.mp4").read_bytes() == b"new"
    job = store.read(lambda db: queries.job(db, job_id))
    assert job is not None
    assert [each.final for each in job.artifacts] == [str(tmp_path / "a_v002.mp4")]
    store.close()


GAPS = {
    "before-verifying": JobStatus.QUEUED,
    "before-the-record": JobStatus.QUEUED,
    "within-the-record": JobStatus.QUEUED,
    "before-the-rename": JobStatus.COMPLETED,
    "between-two-names": JobStatus.COMPLETED,
    "before-the-folder-is-flushed": JobStatus.COMPLETED,
    "after-the-rename": JobStatus.COMPLETED,
    "within-completing": JobStatus.COMPLETED,
    "before-cleaning": JobStatus.COMPLETED,
}
"""At which step the app is killed, and where the job stands after the next start."""


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
@pytest.mark.parametrize(("gap", "status"), GAPS.items(), ids=list(GAPS))
def test_a_kill_at_any_step_loses_nothing(
    clip: Path, tmp_path: Path, gap: str, status: JobStatus
) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    program = [sys.executable, str(PROGRAMS / "dies_while_publishing.py"), gap]
    words = ["--data-dir", str(home), "render", str(clip), "-p", "h264", "-o", f"{out}/"]
    died = subprocess.run([*program, *words], capture_output=True, timeout=120, check=False)
    assert died.returncode == -signal.SIGKILL, died.stderr
    results = [path for path in out.iterdir() if not path.name.startswith(FOLDER_PREFIX)]
    for result in results:
        # Half a file never stands under the final name, not even for a moment.
        with av.open(str(result)) as container:
            assert sum(1 for _ in container.decode(video=0)) == 25
    store = Store(home / "queue.db")
    recover(store)
    (job,) = store.read(lambda db: queries.jobs(db, []))
    assert job.status is status
    names = [path.name for path in out.iterdir()]
    assert names == (["clip_h264.mp4"] if status is JobStatus.COMPLETED else [])
    ends = [
        event
        for event in store.read(lambda db: queries.events_of(db, job.id))
        if event.new == "completed" and not event.task_id
    ]
    assert len(ends) == (status is JobStatus.COMPLETED)
    store.close()


# --- once more


def own(*artifacts: Artifact) -> Own:
    return Own(lambda: artifacts)


def test_frames_of_the_job_itself_give_way_to_newer_ones(tmp_path: Path) -> None:
    first = [made(tmp_path, f"f_{number}.png") for number in range(3)]
    put_in_place(first)
    again = [made(tmp_path, f"f_{number}.png", content=b"better") for number in range(3)]
    assert beside_others(again, own(*first)) == again
    put_in_place(again, own=own(*first))
    assert {Path(each.final).read_bytes() for each in again} == {b"better"}


def test_frames_that_somebody_has_changed_since_do_not(tmp_path: Path) -> None:
    first = [made(tmp_path, f"f_{number}.png") for number in range(3)]
    put_in_place(first)
    (tmp_path / "f_1.png").write_bytes(b"retouched by hand")
    again = [made(tmp_path, f"f_{number}.png", content=b"better") for number in range(3)]
    with pytest.raises(FileExistsError, match="there now"):
        beside_others(again, own(*first))
    with pytest.raises(FileExistsError):
        put_in_place(again, own=own(*first))
    assert (tmp_path / "f_1.png").read_bytes() == b"retouched by hand"
    # What had taken the place of an earlier frame stays: both are the job's own.
    assert (tmp_path / "f_0.png").read_bytes() == b"better"


def test_a_sequence_that_is_run_again_takes_the_place_of_its_own_frames(
    running: Room, clip: Path, tmp_path: Path
) -> None:
    (job_id,) = running.render(
        [str(clip)], preset="png-sequence", output=f"{tmp_path}/out/", settings={"end": "0.2"}
    )
    first = running.wait_end(job_id)
    assert (first.status, first.failure) == (JobStatus.COMPLETED, None)
    before = {each.final: Path(each.final).stat().st_ino for each in first.artifacts}
    running.control.ask("retry", [job_id])
    running.wait(lambda: running.job(job_id).attempts > first.attempts)
    again = running.wait_end(job_id)
    assert (again.status, again.failure) == (JobStatus.COMPLETED, None)
    after = {each.final: Path(each.final).stat().st_ino for each in again.artifacts}
    assert after.keys() == before.keys()
    assert not set(after.values()) & set(before.values())
