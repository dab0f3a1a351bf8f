"""Small pictures are read as what they are, and nobody else is asked about them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from rendermanager.ui.queue.picturefiles import decoded

WIDTH, HEIGHT = 160, 90


class Listening(QTranslator):
    """Translates nothing and keeps who has asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def translate(
        self, context: str, text: str, _about: str | None = None, _number: int = -1
    ) -> str:
        self.asked.append(context)
        return text

    def isEmpty(self) -> bool:  # noqa: N802 - Qt calls it
        return False


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[Listening]:
    listening = Listening()
    qapp.installTranslator(listening)
    listening.asked.clear()  # the application itself asks for its direction
    yield listening
    qapp.removeTranslator(listening)


@pytest.fixture(params=["png", "jpg"])
def picture(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    file = tmp_path / "picture.img"
    assert image.save(str(file), request.param)
    return file


def test_a_picture_is_read_whatever_its_name_says(picture: Path) -> None:
    image = decoded(picture, is_large=True)
    assert image is not None
    assert (image.width(), image.height()) == (WIDTH, HEIGHT)
    row = decoded(picture, is_large=False)
    assert row is not None
    assert row.width() < WIDTH
    colour = row.pixelColor(5, 5)
    assert colour.blue() > colour.green() > colour.red()


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n and no more"])
def test_what_cannot_be_read_goes(tmp_path: Path, translator: Listening, data: bytes) -> None:
    file = tmp_path / "picture.img"
    file.write_bytes(data)
    assert decoded(file, is_large=False) is None
    assert not file.exists()
    # Another reader than the one of this format can bring everything to a stop.
    assert set(translator.asked) <= {"QImageReader"}


def test_a_picture_that_has_gone_is_none(tmp_path: Path) -> None:
    assert decoded(tmp_path / "gone.img", is_large=True) is None


def test_no_other_reader_is_asked_about_a_picture(picture: Path, translator: Listening) -> None:
    decoded(picture, is_large=False)
    assert translator.asked == []
