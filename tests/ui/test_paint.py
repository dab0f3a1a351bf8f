"""The shared painters: mirrored, sharp, and true to their numbers."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from rendermanager.ui.paint import (
    Bar,
    Line,
    Pill,
    Segments,
    Side,
    paint_bar,
    paint_pill,
    paint_segments,
    paint_sparkline,
    paint_text,
    paint_thumbnail,
    pill_width,
    reads_right_to_left,
    text_width,
)
from rendermanager.ui.theme import StateColour, Theme, ThemeMode, TypeSize, TypeWeight
from rendermanager.ui.theme.tokens import DARK, LIGHT

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
RENDERING = Pill("loader-circle", "Rendering", StateColour.RENDERING)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, ThemeMode.DARK, prefer_bundled_font=True)
    theme.apply()
    yield theme
    theme.deleteLater()


def drawn(size: QSize, paint: Callable[[QPainter], object], ground: str = DARK.surface) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


class TestBar:
    ROOM = QRect(0, 0, 100, 6)

    def shares(self, bar: Bar, way: Qt.LayoutDirection) -> list[str]:
        image = drawn(self.ROOM.size(), lambda p: paint_bar(p, self.ROOM, bar, DARK, way))
        return [colour(image, x, 3) for x in (10, 50, 90)]

    def test_it_grows_from_where_reading_starts(self) -> None:
        full, rest = DARK.rendering, DARK.track
        assert self.shares(Bar(0.63), LTR) == [full, full, rest]
        assert self.shares(Bar(0.63), RTL) == [rest, full, full]

    @pytest.mark.parametrize(("fraction", "expected"), [(-1.0, DARK.track), (7.0, DARK.rendering)])
    def test_a_number_out_of_range_stays_inside(self, fraction: float, expected: str) -> None:
        assert self.shares(Bar(fraction), LTR) == [expected] * 3

    def test_an_unknown_end_is_a_segment_that_comes_and_goes(self) -> None:
        full, rest = DARK.rendering, DARK.track
        assert self.shares(Bar(None, phase=0.0), LTR) == [rest] * 3
        assert self.shares(Bar(None, phase=0.5), LTR) == [rest, full, rest]
        assert self.shares(Bar(None, phase=1.0), LTR) == [rest] * 3

    def test_the_first_frame_can_be_seen(self) -> None:
        image = drawn(self.ROOM.size(), lambda p: paint_bar(p, self.ROOM, Bar(0.001), DARK))
        assert colour(image, 3, 3) == DARK.rendering

    def test_the_rest_is_seen_on_a_selected_row(self) -> None:
        ground = LIGHT.selection_inactive
        image = drawn(
            QSize(100, 10),
            lambda p: paint_bar(p, QRect(0, 2, 100, 6), Bar(0.0, ground=ground), LIGHT),
            ground,
        )
        assert colour(image, 50, 5) != colour(image, 50, 0)


class TestSegments:
    ROOM = QRect(0, 0, 200, 6)

    def test_each_part_is_as_wide_as_its_share(self) -> None:
        segments = Segments(done=5, running=2, failed=1, waiting=2)
        image = drawn(self.ROOM.size(), lambda p: paint_segments(p, self.ROOM, segments, DARK))
        assert colour(image, 40, 3) == DARK.done
        assert colour(image, 120, 3) == DARK.rendering
        assert colour(image, 150, 3) == DARK.failed
        assert colour(image, 190, 3) == DARK.track

    def test_it_mirrors(self) -> None:
        segments = Segments(done=5, waiting=5)
        image = drawn(self.ROOM.size(), lambda p: paint_segments(p, self.ROOM, segments, DARK, RTL))
        assert colour(image, 40, 3) == DARK.track
        assert colour(image, 160, 3) == DARK.done

    def test_one_failure_in_a_thousand_can_be_seen(self) -> None:
        segments = Segments(done=999, failed=1)
        image = drawn(self.ROOM.size(), lambda p: paint_segments(p, self.ROOM, segments, DARK))
        assert DARK.failed in {colour(image, x, 3) for x in range(200)}

    def test_an_empty_group_is_an_empty_bar(self) -> None:
        image = drawn(self.ROOM.size(), lambda p: paint_segments(p, self.ROOM, Segments(), DARK))
        assert colour(image, 100, 3) == DARK.track


class TestPill:
    def place(self, theme: Theme, room: QRect, way: Qt.LayoutDirection) -> QRect:
        placed: list[QRect] = []
        drawn(QSize(300, 60), lambda p: placed.append(paint_pill(p, room, RENDERING, theme, way)))
        return placed[0]

    def test_it_stands_where_reading_starts(self, theme: Theme) -> None:
        room = QRect(20, 0, 200, 60)
        width = pill_width(theme, RENDERING)
        assert self.place(theme, room, LTR) == QRect(20, 18, width, 24)
        assert self.place(theme, room, RTL) == QRect(220 - width, 18, width, 24)

    def test_only_the_icon_stays_in_a_narrow_column(self, theme: Theme) -> None:
        assert self.place(theme, QRect(0, 0, 40, 60), LTR).width() == 30

    def test_no_row_shines_through(self, theme: Theme) -> None:
        room = QRect(0, 0, 200, 60)
        for ground in (DARK.surface, DARK.selection):
            image = drawn(
                QSize(200, 60), lambda p: paint_pill(p, room, RENDERING, theme, LTR), ground
            )
            assert colour(image, 26, 20) == DARK.pill(StateColour.RENDERING)


class TestText:
    @pytest.mark.parametrize("way", [LTR, RTL])
    def test_numbers_keep_their_order_between_arabic_labels(
        self, theme: Theme, way: Qt.LayoutDirection
    ) -> None:
        font = theme.font(TypeSize.BODY, TypeWeight.SEMIBOLD)
        room = QRect(0, 0, text_width(font, "12345 %"), 20)
        line = Line("12345 %", font, DARK.text)
        image = drawn(room.size(), lambda p: paint_text(p, room, line, way))
        inked = [
            x
            for x in range(room.width())
            if any(colour(image, x, y) != DARK.surface for y in range(20))
        ]
        start, end = max(pairwise(inked), key=lambda pair: pair[1] - pair[0])
        # The space stands after the number, so right of the middle.
        assert (start + end) / 2 > room.width() * 0.6

    @pytest.mark.parametrize(
        ("side", "way", "at_left"),
        [
            (Side.START, LTR, True),
            (Side.START, RTL, False),
            (Side.END, LTR, False),
            (Side.END, RTL, True),
        ],
    )
    def test_a_line_stands_on_its_side(
        self, theme: Theme, side: Side, way: Qt.LayoutDirection, at_left: bool
    ) -> None:
        line = Line("Frame 951", theme.font(), DARK.text, side)
        image = drawn(QSize(300, 20), lambda p: paint_text(p, QRect(0, 0, 300, 20), line, way))
        inked = [
            x for x in range(300) if any(colour(image, x, y) != DARK.surface for y in range(20))
        ]
        assert (max(inked) < 150) == at_left
        assert (min(inked) > 150) != at_left

    def test_a_long_line_is_shortened_to_its_room(self, theme: Theme) -> None:
        line = Line("A very long name of a job", theme.font(), DARK.text)
        used: list[int] = []
        drawn(QSize(200, 20), lambda p: used.append(paint_text(p, QRect(0, 0, 80, 20), line, LTR)))
        assert QFontMetrics(line.font).horizontalAdvance(line.text) > 80 >= used[0] > 60

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("71 %", False), ("“Sale” ", False), ("دور", True), ("12 דקות", True), ("", False)],
    )
    def test_the_first_letter_decides(self, text: str, expected: bool) -> None:
        assert reads_right_to_left(text) == expected


class TestThumbnail:
    def picture(self, theme: Theme, pixmap: QPixmap | None) -> QImage:
        room = QRect(0, 0, 71, 40)
        return drawn(room.size(), lambda p: paint_thumbnail(p, room, pixmap, theme))

    def test_its_corners_are_round(self, theme: Theme) -> None:
        frame = QPixmap(142, 80)
        frame.fill(QColor("#FF8800"))
        image = self.picture(theme, frame)
        assert colour(image, 0, 0) == DARK.surface
        assert colour(image, 35, 20) == "#FF8800"

    def test_a_tall_picture_is_cut_and_not_pressed(self, theme: Theme) -> None:
        frame = QPixmap(100, 400)
        frame.fill(QColor("#0000FF"))
        painter = QPainter(frame)
        painter.fillRect(0, 180, 100, 40, QColor("#FF8800"))
        painter.end()
        image = self.picture(theme, frame)
        assert colour(image, 35, 20) == "#FF8800"
        assert colour(image, 35, 2) == "#0000FF"

    @pytest.mark.parametrize("pixmap", [None, "null"])
    def test_a_missing_picture_has_a_place(self, theme: Theme, pixmap: str | None) -> None:
        image = self.picture(theme, QPixmap() if pixmap else None)
        assert colour(image, 6, 20) == DARK.sunken
        assert DARK.text3 in {colour(image, x, y) for x in range(71) for y in range(40)}


class TestSparkline:
    ROOM = QRect(0, 0, 60, 30)

    def heights(self, values: list[float]) -> list[int]:
        image = drawn(
            self.ROOM.size(),
            lambda p: paint_sparkline(p, self.ROOM, values, DARK, capacity=60),
            DARK.window,
        )
        return [
            next((y for y in range(28) if colour(image, x, y) != DARK.window), 30)
            for x in range(60)
        ]

    def test_the_newest_value_is_at_the_right(self) -> None:
        tops = self.heights([0.0] * 30 + [1.0] * 30)
        assert tops[10] > 20
        assert tops[55] <= 1

    def test_a_short_past_starts_in_the_middle(self) -> None:
        tops = self.heights([0.5] * 20)
        assert tops[20] == 30
        assert 10 < tops[50] < 20

    @pytest.mark.parametrize("values", [[], [0.4], [5.0, -3.0] * 60])
    def test_odd_numbers_do_no_harm(self, values: list[float]) -> None:
        assert len(self.heights(values)) == 60
