"""Pictures of jobs: made once, kept, and honest where there is none."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.core.job import Job
from rendermanager.core.output import Artifact
from rendermanager.core.status import JobStatus
from rendermanager.media.reader import MediaReader
from rendermanager.services.session import Session
from rendermanager.ui.queue import Thumbnails
from rendermanager.ui.queue import thumbnails as module
from tests.ui.queue.conftest import WAIT_MS
from tests.ui.queue.scene import film, still
from tests.ui.queue.values import make_job

FRONT = Path(__file__).parents[2] / "renderers/blends/front-3.4.blend"


@pytest.fixture
def thumbnails(session: Session) -> Iterator[Thumbnails]:
    thumbnails = Thumbnails(session)
    yield thumbnails
    thumbnails.close()


@pytest.fixture
def ready(thumbnails: Thumbnails, qtbot: QtBot) -> Callable[[], None]:
    """Waits until nothing is being made."""
    return lambda: qtbot.waitUntil(lambda: thumbnails.is_idle, timeout=WAIT_MS)


def reading(source: Path, job_id: int = 7) -> Job:
    return make_job(job_id=job_id, spec={"source": str(source)})


def hue(picture: object) -> int:
    image = picture.toImage()  # type: ignore[attr-defined]
    return int(image.pixelColor(image.width() - 3, image.height() - 3).hue())


def test_a_picture_is_made_when_it_is_asked_for(
    thumbnails: Thumbnails, ready: Callable[[], None], tmp_path: Path
) -> None:
    job = reading(film(tmp_path / "a.mov", 200))
    told: list[int] = []
    thumbnails.ready.connect(told.append)
    assert thumbnails.row_picture(job) is None
    ready()
    picture = thumbnails.row_picture(job)
    assert picture is not None
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (142, 80, 2.0)
    assert told == [7]


def test_the_preview_is_large(
    thumbnails: Thumbnails, ready: Callable[[], None], tmp_path: Path
) -> None:
    job = reading(film(tmp_path / "a.mov", 200))
    thumbnails.large_picture(job)
    ready()
    picture = thumbnails.large_picture(job)
    assert picture is not None
    assert (picture.width(), picture.height()) == (640, 360)


def test_a_picture_on_disk_is_used_again_until_the_file_changes(
    session: Session, thumbnails: Thumbnails, ready: Callable[[], None], tmp_path: Path
) -> None:
    source = film(tmp_path / "a.mov", 200)
    thumbnails.row_picture(reading(source))
    ready()
    kept = list(session.paths.thumbnails.glob("*.img"))
    again = Thumbnails(session)
    again.row_picture(reading(source))
    thumbnails.large_picture(reading(source))
    ready()
    assert list(session.paths.thumbnails.glob("*.img")) == kept
    film(source, 20)
    fresh = Thumbnails(session)
    fresh.large_picture(reading(source))
    ready()
    session.background.drain()
    assert len(list(session.paths.thumbnails.glob("*.img"))) == 2
    again.close()
    fresh.close()


def test_two_jobs_of_one_source_share_the_work(
    thumbnails: Thumbnails, ready: Callable[[], None], tmp_path: Path
) -> None:
    source = film(tmp_path / "a.mov", 200)
    told: list[int] = []
    thumbnails.ready.connect(told.append)
    thumbnails.row_picture(reading(source, 1))
    thumbnails.row_picture(reading(source, 2))
    ready()
    assert told == [1, 2]


def test_a_finished_job_shows_its_result_and_its_source_when_that_is_gone(
    thumbnails: Thumbnails, ready: Callable[[], None], tmp_path: Path
) -> None:
    source, result = film(tmp_path / "a.mov", 200), film(tmp_path / "b.mov", 20)
    job = make_job(
        JobStatus.COMPLETED,
        spec={"source": str(source)},
        artifacts=(Artifact("", str(result), 9),),
    )
    gone = replace(job, id=8, artifacts=(Artifact("", str(tmp_path / "c.mov"), 9),))
    for _ in range(2):
        thumbnails.row_picture(job)
        thumbnails.row_picture(gone)
        ready()
    assert abs(hue(thumbnails.row_picture(job)) - 20) < 40
    assert abs(hue(thumbnails.row_picture(gone)) - 200) < 60


def test_a_sequence_shows_its_first_frame(
    thumbnails: Thumbnails, ready: Callable[[], None], tmp_path: Path
) -> None:
    still(tmp_path / "shot.0010.png", 120)
    for number in range(11, 20):
        still(tmp_path / f"shot.{number:04}.png", 240)
    job = reading(tmp_path / "shot.%04d.png")
    thumbnails.row_picture(job)
    ready()
    assert abs(hue(thumbnails.row_picture(job)) - 120) < 40


@pytest.mark.parametrize("name", ["gone.mov", "text.mov"])
def test_where_there_is_no_picture_it_is_not_tried_again_and_again(
    thumbnails: Thumbnails, ready: Callable[[], None], tmp_path: Path, name: str
) -> None:
    (tmp_path / "text.mov").write_text("no film")
    job = reading(tmp_path / name)
    told: list[int] = []
    thumbnails.ready.connect(told.append)
    thumbnails.row_picture(job)
    ready()
    assert thumbnails.row_picture(job) is None
    assert thumbnails.is_idle
    assert thumbnails.has_none(job)
    assert told == [7]


def test_a_job_without_media_asks_for_nothing(thumbnails: Thumbnails) -> None:
    command = make_job(spec={"source": "", "argv": ("x",), "output": ""})
    assert thumbnails.row_picture(command) is None
    assert thumbnails.is_idle


def test_the_newest_wish_goes_first_and_old_ones_are_forgotten(
    session: Session,
    thumbnails: Thumbnails,
    ready: Callable[[], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(module, "AT_ONCE", 1)
    monkeypatch.setattr(module, "MAX_WISHES", 3)

    def note(_media: MediaReader, source: Path, target: Path, *_: object) -> Path:
        asked.append(source.stem)
        still(target.with_suffix(".png"), 10).rename(target)
        return target

    monkeypatch.setattr(MediaReader, "thumbnail", note)
    for number in range(8):
        path = tmp_path / f"{number}.mov"
        path.write_bytes(b"x")
        thumbnails.row_picture(reading(path, number + 1))
    ready()
    assert asked == ["0", "7", "6", "5"]


def test_old_pictures_are_swept_off_the_disk(
    session: Session,
    thumbnails: Thumbnails,
    ready: Callable[[], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "FILES_KEPT", 10)
    for number in range(20):
        (session.paths.thumbnails / f"{number}.img").write_bytes(b"old")
    (session.paths.thumbnails / "other.txt").write_bytes(b"not ours")
    thumbnails.row_picture(reading(film(tmp_path / "a.mov", 200)))
    ready()
    session.background.drain()
    assert len(list(session.paths.thumbnails.glob("*.img"))) == 8
    assert (session.paths.thumbnails / "other.txt").exists()


def test_nothing_is_made_after_the_end(thumbnails: Thumbnails, tmp_path: Path) -> None:
    thumbnails.close()
    thumbnails.row_picture(reading(tmp_path / "a.mov"))
    assert thumbnails.is_idle


def test_a_project_shows_the_picture_that_it_keeps(
    session: Session, thumbnails: Thumbnails, ready: Callable[[], None]
) -> None:
    job = reading(FRONT)
    thumbnails.large_picture(job)
    ready()
    picture = thumbnails.large_picture(job)
    assert picture is not None
    assert (picture.width(), picture.height()) == (128, 128)
    assert [each.suffix for each in session.paths.thumbnails.iterdir()] == [".img"]


def test_a_project_that_keeps_none_is_not_asked_again(
    thumbnails: Thumbnails, ready: Callable[[], None]
) -> None:
    job = reading(FRONT.with_name("saved-3.4.blend"))
    thumbnails.row_picture(job)
    ready()
    assert thumbnails.has_none(job)
    assert thumbnails.row_picture(job) is None
    assert thumbnails.is_idle
