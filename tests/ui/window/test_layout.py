"""Where the window is put, and what a damaged file does to that."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.ui.window.layout import (
    MIN_HEIGHT_PX,
    MIN_WIDTH_PX,
    Box,
    Layout,
    load_layout,
    placed,
    save_layout,
)

SCREEN = Box(0, 0, 1920, 1040)
SECOND = Box(1920, 0, 2560, 1400)
numbers = st.integers(-10_000, 10_000)


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    layout = Layout(
        frame=Box(10, 20, 1300, 800),
        maximized=True,
        inspector=False,
        inspector_width=400,
        gauges=False,
        view="history",
        columns={"widths": {"job": 300}},
    )
    save_layout(tmp_path / "layout.json", layout)
    assert load_layout(tmp_path / "layout.json") == layout


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"version": 99, "maximized": true}', b'{"frame": "left"}', b"\xff\xfe"],
    ids=["empty", "cut", "a list", "another version", "wrong type", "not text"],
)
def test_a_file_that_makes_no_sense_gives_the_usual_layout(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "layout.json"
    path.write_bytes(content)
    assert load_layout(path) == Layout()


def test_a_missing_file_gives_the_usual_layout(tmp_path: Path) -> None:
    assert load_layout(tmp_path / "layout.json") == Layout()


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    save_layout(tmp_path / "missing" / "layout.json", Layout())


def test_the_first_window_stands_in_the_middle_of_the_main_screen() -> None:
    assert placed(None, [SCREEN, SECOND]) == Box(280, 110, 1360, 820)


def test_a_small_screen_is_filled_and_not_exceeded() -> None:
    assert placed(None, [Box(0, 24, 1024, 600)]) == Box(0, 24, 1024, 600)


def test_a_window_stays_where_it_was() -> None:
    box = Box(2000, 100, 1360, 820)
    assert placed(box, [SCREEN, SECOND]) == box


def test_a_window_on_a_screen_that_is_gone_comes_to_the_main_one() -> None:
    assert placed(Box(2500, 100, 1360, 820), [SCREEN]) == Box(280, 110, 1360, 820)


def test_a_window_below_its_least_size_grows() -> None:
    box = placed(Box(0, 0, 10, 10), [SCREEN])
    assert (box.width, box.height) == (MIN_WIDTH_PX, MIN_HEIGHT_PX)


@given(numbers, numbers, st.integers(1, 6000), st.integers(1, 6000))
def test_the_title_bar_can_always_be_caught(x: int, y: int, width: int, height: int) -> None:
    box = placed(Box(x, y, width, height), [SCREEN, SECOND])
    assert any(
        screen.y <= box.y <= screen.y + screen.height - 100
        and box.x + box.width >= screen.x + 100
        and box.x <= screen.x + screen.width - 100
        for screen in (SCREEN, SECOND)
    )
