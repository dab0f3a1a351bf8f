"""The list as it is drawn: themes, directions, heights, and what colour says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from rendermanager.ui.theme import ThemeMode
from rendermanager.ui.theme.tokens import DARK, LIGHT, Tokens
from tests.helpers.pixels import colours_of
from tests.ui.queue.scene import SHOTS, Shot, take

BY_NAME = {shot.name: shot for shot in SHOTS}
HEADER, ROW = 30, 60


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def tokens(shot: Shot) -> Tokens:
    return DARK if shot.mode is ThemeMode.DARK else LIGHT


def at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def colours(image: QImage, left: int, top: int, right: int, bottom: int) -> set[str]:
    return colours_of(image.copy(left, top, right - left, bottom - top))


# The others are looked at more closely below.
@pytest.mark.parametrize("name", sorted(BY_NAME.keys() - {"dark", "light", "rtl"}))
def test_every_way_to_show_the_list_can_be_drawn(
    app: QApplication, tmp_path: Path, name: str
) -> None:
    shot = BY_NAME[name]
    image = take(shot, app, tmp_path)
    assert (image.width(), image.height()) == shot.size
    everywhere = colours(image, 0, 0, image.width(), image.height())
    assert tokens(shot).window.upper() in everywhere
    assert tokens(shot).surface.upper() in everywhere


@pytest.mark.parametrize("name", ["dark", "light"])
def test_a_chosen_row_has_its_ground_and_its_edge(
    app: QApplication, tmp_path: Path, name: str
) -> None:
    shot = BY_NAME[name]
    image = take(shot, app, tmp_path)
    middle = HEADER + ROW // 2
    assert at(image, 1, middle) == tokens(shot).accent
    assert at(image, 8, middle) == tokens(shot).selection
    assert at(image, 8, middle + ROW) == tokens(shot).surface
    assert at(image, 400, HEADER + ROW - 1) == tokens(shot).border


def test_everything_is_mirrored_where_reading_goes_left(app: QApplication, tmp_path: Path) -> None:
    image = take(BY_NAME["rtl"], app, tmp_path)
    right, middle = image.width() - 1, HEADER + ROW // 2
    assert at(image, right - 1, middle) == DARK.accent
    assert at(image, right - 8, middle) == DARK.selection
    # The picture stands at the right, the bar grows from the right.
    thumb = colours(image, right - 80, middle - 15, right - 20, middle + 15)
    assert len(thumb) > 50
    bar = HEADER + 39
    filled = [x for x in range(140, 330) if at(image, x, bar) == DARK.rendering]
    empty = [x for x in range(152, 330) if x not in filled and x < min(filled)]
    assert filled[-1] - filled[0] == len(filled) - 1
    assert empty


def test_states_are_told_by_their_colours(app: QApplication, tmp_path: Path) -> None:
    image = take(BY_NAME["dark"], app, tmp_path)
    everywhere = colours(image, 380, HEADER, 720, image.height())
    for colour in (DARK.rendering, DARK.paused, DARK.failed, DARK.done, DARK.waiting, DARK.queued):
        assert colour in everywhere
