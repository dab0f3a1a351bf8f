"""A picture of the week: what is allowed in each of its hours."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rendermanager.core.hours import DAY_MIN, NOTHING, USUAL, OnlyIdle, Rule, Window
from rendermanager.scheduling.hours import Span, spans_of
from rendermanager.ui.language.hours_words import day_name, rule_mark, span_words, week, week_words
from rendermanager.ui.paint.text import Line, Side, mirrored, paint_text, text_width
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import fill_round_rect, snapped
from rendermanager.ui.theme.tokens import (
    RADIUS_SMALL_PX,
    SPACE_1_PX,
    SPACE_2_PX,
    Tokens,
    TypeSize,
    mix,
    qcolor,
)

_ROW_PX: Final = 20
_GAP_PX: Final = 2
_HOURS: Final = (0, 6, 12, 18, 24)
"""Those that are named above the days."""
_TINT: Final = 0.4
_NOW_PX: Final = 2


class WeekGrid(QWidget):
    """Seven days from midnight to midnight; a line stands at this moment."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show a week that is all as usual."""
        super().__init__(parent)
        self._theme = theme
        self._windows: Sequence[Window] = ()
        self._now: tuple[int, int] | None = None
        self.setAccessibleName(self.tr("What is allowed in each hour of the week"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_windows(self, windows: Sequence[Window]) -> None:
        """Show this week."""
        self._windows = tuple(windows)
        self.setAccessibleDescription(week_words(self._windows, QLocale()))
        self.update()

    def set_now(self, day: int, minute: int) -> None:
        """Mark this minute; day 0 is Monday."""
        if (day, minute) != self._now:
            self._now = (day, minute)
            self.update()

    def sizeHint(self) -> QSize:
        height = self._head_px + 7 * self._row_px
        return QSize(self._theme.scaled(480), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(240), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Say what is allowed in the hour below the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)

    def words_at(self, place: QPoint) -> str:
        """What is allowed in the hour that is drawn there; empty outside of the hours."""
        locale = QLocale()
        for row, day in enumerate(week(locale)):
            for span in spans_of(self._windows, day):
                if self._place(row, span.start, span.end).contains(place):
                    return span_words(day, span, locale)
        return ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        locale, tokens = QLocale(), self._theme.tokens
        self._paint_hours(painter, locale)
        for row, day in enumerate(week(locale)):
            name = QRect(0, self._top(row), self._names_px, self._row_px - _GAP_PX)
            line = Line(day_name(day, locale), self._theme.font(TypeSize.SMALL), tokens.text2)
            paint_text(painter, self._seen(name), line, self.layoutDirection())
            for span in spans_of(self._windows, day):
                self._paint_span(painter, row, span, locale)
            if self._now is not None and day == self._now[0]:
                self._paint_now(painter, row, self._now[1])
        painter.end()

    def _paint_hours(self, painter: QPainter, locale: QLocale) -> None:
        font, tokens = self._theme.font(TypeSize.SMALL), self._theme.tokens
        for hour in _HOURS:
            text = locale.toString(hour)
            width = text_width(font, text) + SPACE_1_PX
            middle = self._x(hour * 60)
            left = min(middle - width // 2, self.width() - width)
            place = QRect(max(self._names_px, left), 0, width, self._head_px)
            side = Side.END if hour == _HOURS[-1] else Side.START if hour == 0 else Side.CENTRE
            line = Line(text, font, tokens.text3, side)
            paint_text(painter, self._seen(place), line, self.layoutDirection())

    def _paint_span(self, painter: QPainter, row: int, span: Span, locale: QLocale) -> None:
        tokens, place = self._theme.tokens, self._place(row, span.start, span.end)
        fill = _colour(span.rule, tokens)
        fill_round_rect(painter, snapped(painter, place), RADIUS_SMALL_PX, fill)
        font, mark = self._theme.font(TypeSize.SMALL), rule_mark(span.rule, locale)
        if text_width(font, mark) + SPACE_1_PX <= place.width():
            paint_text(painter, place, Line(mark, font, tokens.text, Side.CENTRE))

    def _paint_now(self, painter: QPainter, row: int, minute: int) -> None:
        line = QRect(self._x(minute), self._top(row), _NOW_PX, self._row_px - _GAP_PX)
        painter.fillRect(snapped(painter, self._seen(line)), qcolor(self._theme.tokens.text))

    def _place(self, row: int, start: int, end: int) -> QRect:
        left, right = self._x(start), self._x(end)
        width = max(1, right - left - 1)
        return self._seen(QRect(left, self._top(row), width, self._row_px - _GAP_PX))

    def _seen(self, rect: QRect) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), rect)

    def _x(self, minute: int) -> int:
        room = self.width() - self._names_px
        return self._names_px + round(room * minute / DAY_MIN)

    def _top(self, row: int) -> int:
        return self._head_px + row * self._row_px

    @property
    def _row_px(self) -> int:
        return self._theme.scaled(_ROW_PX)

    @property
    def _head_px(self) -> int:
        return self._theme.scaled(_ROW_PX)

    @property
    def _names_px(self) -> int:
        font, locale = self._theme.font(TypeSize.SMALL), QLocale()
        return max(text_width(font, day_name(day, locale)) for day in range(7)) + SPACE_2_PX


def _colour(rule: Rule, tokens: Tokens) -> str:
    if rule == USUAL:
        return tokens.track_on(tokens.window)
    if rule == NOTHING:
        return mix(tokens.paused, tokens.window, _TINT)
    over = tokens.waiting if isinstance(rule, OnlyIdle) else tokens.rendering
    return mix(over, tokens.window, _TINT)
