"""The main job: a source becomes a verified file under its final name."""

from pathlib import Path

import av
import pytest

from rendermanager.core.errors import StaleMove
from rendermanager.core.failure import FailureKind
from rendermanager.core.job import IfExists
from rendermanager.core.status import JobStatus
from rendermanager.engine.board import Live
from rendermanager.engine.prepare import FOLDER_PREFIX
from rendermanager.store import endings
from tests.helpers.engine_room import Room


def leftovers(folder: Path) -> list[str]:
    if not folder.exists():
        return []
    return [each.name for each in folder.iterdir() if each.name.startswith(FOLDER_PREFIX)]


def test_a_clip_becomes_a_verified_file(running: Room, clip: Path, tmp_path: Path) -> None:
    (job_id,) = running.render([str(clip)], preset="h264", output=f"{tmp_path}/out/")
    job = running.wait_end(job_id)
    assert job.status is JobStatus.COMPLETED, job.failure
    (artifact,) = job.artifacts
    assert artifact.final == str(tmp_path / "out" / "clip_h264.mp4")
    with av.open(artifact.final) as container:
        assert sum(1 for _ in container.decode(video=0)) == 25
    running.wait(lambda: not leftovers(tmp_path / "out"))


def test_progress_rises_and_never_falls(running: Room, clip: Path, tmp_path: Path) -> None:
    seen: list[float] = []
    frames: set[int] = set()

    def look(live: tuple[Live, ...]) -> None:
        for each in live:
            seen.append(each.progress.fraction or 0.0)
            frames.add(each.progress.frames)

    running.session.bus.progressed.connect(look)
    (job_id,) = running.render(
        [str(clip)], preset="h264", output=f"{tmp_path}/out/", settings={"speed": "veryslow"}
    )
    running.wait_end(job_id)
    running.session.bus.progressed.disconnect(look)
    assert seen == sorted(seen)
    assert max(seen) < 1.0
    assert 25 in frames


def test_an_existing_file_is_never_overwritten(running: Room, clip: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "clip_h264.mp4").write_text("precious")
    (job_id,) = running.render([str(clip)], preset="h264", output=f"{out}/")
    job = running.wait_end(job_id)
    assert job.artifacts[0].final == str(out / "clip_h264_v002.mp4")
    assert (out / "clip_h264.mp4").read_text() == "precious"


def test_a_file_that_appears_meanwhile_is_not_overwritten(
    room: Room, clip: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    (job_id,) = room.render([str(clip)], preset="h264", output=f"{out}/")
    out.mkdir()
    (out / "clip_h264.mp4").write_text("precious")
    room.start(1)
    job = room.wait_end(job_id)
    assert job.status is JobStatus.COMPLETED
    assert job.artifacts[0].final == str(out / "clip_h264_v002.mp4")
    assert (out / "clip_h264.mp4").read_text() == "precious"


def test_replacing_puts_the_new_file_there_only_when_it_is_good(
    running: Room, clip: Path, tmp_path: Path
) -> None:
    target = tmp_path / "result.mp4"
    target.write_text("old")
    wish = {"preset": "h264", "output": str(target), "if_exists": IfExists.REPLACE}
    (job_id,) = running.render([str(clip)], **wish)
    assert running.wait_end(job_id).status is JobStatus.COMPLETED
    with av.open(str(target)) as container:
        assert container.streams.video[0].width == 128


def test_a_text_file_named_mp4_fails_with_a_sentence(running: Room, tmp_path: Path) -> None:
    fake = tmp_path / "fake.mp4"
    fake.write_text("this is no film")
    (job_id,) = running.render([str(fake)], preset="h264")
    job = running.wait_end(job_id)
    assert job.status is JobStatus.FAILED
    assert job.attempts == 0
    assert job.failure is not None
    assert job.failure.kind is FailureKind.INVALID_INPUT
    assert "fake.mp4" in job.failure.message


def test_a_source_that_is_gone_at_the_start_fails_and_leaves_nothing(
    room: Room, clip: Path, tmp_path: Path
) -> None:
    source = tmp_path / "source.mov"
    source.write_bytes(clip.read_bytes())
    (job_id,) = room.render([str(source)], preset="h264", output=f"{tmp_path}/out/")
    source.unlink()
    room.start(1)
    job = room.wait_end(job_id)
    assert job.status is JobStatus.FAILED
    assert job.failure is not None
    assert "source.mov" in job.failure.message
    assert not (tmp_path / "out").exists()


def test_frames_become_a_film_and_a_film_becomes_frames(
    running: Room, clip: Path, tmp_path: Path
) -> None:
    (job_id,) = running.render([str(clip)], preset="png-sequence", output=f"{tmp_path}/frames/")
    job = running.wait_end(job_id)
    assert job.status is JobStatus.COMPLETED, job.failure
    assert len(job.artifacts) == 25
    frames = sorted(str(each) for each in (tmp_path / "frames").rglob("*.png"))
    assert len(frames) == 25
    (back,) = running.render(frames, preset="h264", output=f"{tmp_path}/back/")
    job = running.wait_end(back)
    assert job.status is JobStatus.COMPLETED, job.failure
    with av.open(job.artifacts[0].final) as container:
        assert sum(1 for _ in container.decode(video=0)) == 25


def test_cancelling_a_render_leaves_no_file(running: Room, clip: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (job_id,) = running.render(
        [str(clip)],
        preset="h265",
        output=f"{out}/",
        settings={"speed": "veryslow", "width": 1920, "height": 1440},
    )
    running.wait(lambda: running.session.board.get(job_id) is not None and bool(leftovers(out)))
    running.control.ask("cancel", [job_id])
    assert running.wait_end(job_id).status is JobStatus.CANCELLED
    running.wait(lambda: not out.exists())


def test_an_attempt_that_lost_its_task_frees_its_slot(
    running: Room, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"

    def stale(*_: object) -> None:
        raise StaleMove("somebody else has it")

    monkeypatch.setattr(endings, "verify", stale)
    running.render([str(clip)], preset="h264", output=f"{out}/")
    dispatcher = running.session.dispatcher
    running.wait(lambda: dispatcher.running)
    running.wait(lambda: not dispatcher.running)
    running.wait(lambda: not leftovers(out))
    assert not list(out.iterdir())
    # Of its own accord it is neither done nor failed: whoever took it says so.
    monkeypatch.undo()
    (job_id,) = running.render([str(clip)], preset="gif", output=f"{out}/")
    assert running.wait_end(job_id).status is JobStatus.COMPLETED
