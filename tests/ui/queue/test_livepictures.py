"""The frame that is being rendered: of what it is made, and when it is looked at."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from rendermanager.core.job import Job
from rendermanager.core.output import ExpectedOutput, Original, OutputKind
from rendermanager.core.progress import Observation, Progress
from rendermanager.services.session import Session
from rendermanager.store import queries
from rendermanager.ui.queue import livepictures as module
from rendermanager.ui.queue.livepictures import LivePictures, source_share
from tests.helpers.ui_session import Jobs
from tests.ui.queue.conftest import WAIT_MS
from tests.ui.queue.scene import film, still


@pytest.fixture
def pictures(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[LivePictures]:
    monkeypatch.setattr(module, "INTERVAL_S", 0.0)
    monkeypatch.setattr(module, "SHARE", 1e9)
    made = LivePictures(session)
    yield made
    made.close()


def job_of(session: Session, job_id: int) -> Job:
    found = session.store.read(lambda db: queries.job(db, job_id))
    assert found is not None
    return found


def settle(path: Path) -> Path:
    """As if it had been written a while ago."""
    os.utime(path, (time.time() - 60, time.time() - 60))
    return path


def hue(picture: QPixmap | None) -> int:
    assert picture is not None
    image = picture.toImage()
    return image.pixelColor(image.width() - 3, image.height() - 3).hue()


def look(pictures: LivePictures, job: Job, qtbot: QtBot) -> QPixmap | None:
    pictures.picture(job, is_large=True)
    qtbot.waitUntil(lambda: pictures.is_idle, timeout=WAIT_MS)
    return pictures._shown[job.id].large if job.id in pictures._shown else None


def see(session: Session, job_id: int, frame: int) -> None:
    live = session.board.get(job_id)
    assert live is not None
    session.board.see(live.attempt_id, Observation(frame=frame, frames=100), float(frame))


def expect(session: Session, job_id: int, expected: ExpectedOutput) -> None:
    live = session.board.get(job_id)
    assert live is not None
    session.board.expect(live.attempt_id, expected)


def frames(folder: Path) -> ExpectedOutput:
    return ExpectedOutput(f"{folder}/f_%04d.png", "/out/f_%04d.png", OutputKind.SEQUENCE)


def test_of_frames_it_is_the_newest(
    pictures: LivePictures, session: Session, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    job_id = jobs.rendering("shot", seen=Observation(frame=1, frames=100), active_s=1)
    expect(session, job_id, frames(tmp_path))
    job = job_of(session, job_id)
    settle(still(tmp_path / "f_0001.png", 20))
    told: list[int] = []
    pictures.ready.connect(told.append)
    first = look(pictures, job, qtbot)
    assert abs(hue(first) - 20) < 40
    assert told == [job_id]
    row = pictures.picture(job, is_large=False)
    assert row is not None
    assert row.devicePixelRatio() == 2.0
    settle(still(tmp_path / "f_0002.png", 200))
    os.utime(tmp_path / "f_0001.png", (1, 1))
    see(session, job_id, 2)
    assert abs(hue(look(pictures, job, qtbot)) - 200) < 60


def test_nobody_looks_again_while_nothing_has_moved(
    pictures: LivePictures,
    session: Session,
    jobs: Jobs,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    job_id = jobs.rendering("shot", seen=Observation(frame=1, frames=100), active_s=1)
    expect(session, job_id, frames(tmp_path))
    job = job_of(session, job_id)
    settle(still(tmp_path / "f_0001.png", 20))
    look(pictures, job, qtbot)
    pictures.picture(job, is_large=True)
    was_idle = pictures.is_idle
    see(session, job_id, 2)
    pictures.picture(job, is_large=True)
    assert (was_idle, pictures.is_idle) == (True, False)
    qtbot.waitUntil(lambda: pictures.is_idle, timeout=WAIT_MS)


def test_of_a_film_it_is_the_picture_of_its_source(
    pictures: LivePictures, session: Session, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    source = film(tmp_path / "a.mov", 120)
    job_id = jobs.rendering("film", seen=Observation(frame=50, frames=100), active_s=1)
    whole = ExpectedOutput(
        "/t/a.mp4", "/out/a.mp4", OutputKind.VIDEO, original=Original(str(source))
    )
    expect(session, job_id, whole)
    assert abs(hue(look(pictures, job_of(session, job_id), qtbot)) - 120) < 40


@pytest.mark.parametrize("kind", [OutputKind.VIDEO, OutputKind.AUDIO, OutputKind.FILE])
def test_where_there_is_nothing_to_see_none_is_shown(
    pictures: LivePictures, session: Session, jobs: Jobs, qtbot: QtBot, kind: OutputKind
) -> None:
    job_id = jobs.rendering("x", seen=Observation(frame=1, frames=9), active_s=1)
    job = job_of(session, job_id)
    assert look(pictures, job, qtbot) is None, "nobody has said yet what it is to leave"
    expect(session, job_id, ExpectedOutput("/t/a.mp4", "/out/a.mp4", kind))
    assert look(pictures, job, qtbot) is None


def test_a_job_that_has_ended_is_forgotten(
    pictures: LivePictures, session: Session, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    job_id = jobs.rendering("shot", seen=Observation(frame=1, frames=100), active_s=1)
    expect(session, job_id, frames(tmp_path))
    job = job_of(session, job_id)
    settle(still(tmp_path / "f_0001.png", 20))
    look(pictures, job, qtbot)
    live = session.board.get(job_id)
    assert live is not None
    session.board.close(live.attempt_id)
    assert pictures.picture(job, is_large=True) is None
    assert not pictures._shown


HALF = Progress(fraction=0.5)
FILM = ExpectedOutput("", "", OutputKind.VIDEO, duration_s=4, original=Original("/a.mov", 10))


@pytest.mark.parametrize(
    ("expected", "whole_s", "share"),
    [
        (FILM, 20, 0.6),
        (replace(FILM, duration_s=0), 20, 0.75),
        (FILM, 0, 0.5),
        (FILM, 11, 1.0),
        (replace(FILM, original=None), 20, 0.5),
    ],
)
def test_what_is_left_out_at_the_start_counts(
    expected: ExpectedOutput, whole_s: float, share: float
) -> None:
    assert source_share(HALF, expected, whole_s) == pytest.approx(share)
