"""The gauge strip: the machine's load as numbers with their recent past."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rendermanager.ui.paint.sparkline import paint_sparkline
from rendermanager.ui.paint.text import Line, Side, mirrored, paint_text, text_width
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import (
    PAGE_PADDING_PX,
    SPACE_2_PX,
    SPACE_6_PX,
    TypeSize,
    TypeWeight,
    qcolor,
)

HISTORY_LENGTH: Final = 60
"""How many values a tile remembers: a minute at 1 Hz."""
_HEIGHT_PX: Final = 76
_COMPACT_HEIGHT_PX: Final = 28
_NAME_HEIGHT_PX: Final = 18
_LINE_HEIGHT_PX: Final = 32
_TOP_PX: Final = 10
_NARROWEST_NAME_PX: Final = 28


@dataclass(frozen=True, slots=True)
class Gauge:
    """One thing that is measured."""

    id: str
    label: str


class GaugeStrip(QWidget):
    """A row of tiles with label, value and the last minute; the caller pushes the numbers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tiles: dict[str, _Tile] = {}
        self._is_compact = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PAGE_PADDING_PX, 0, PAGE_PADDING_PX, 0)
        self._row.setSpacing(SPACE_6_PX)
        self.setAccessibleName(self.tr("Load of this computer"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def is_compact(self) -> bool:
        """Whether it is only one line of text."""
        return self._is_compact

    def set_gauges(self, gauges: Sequence[Gauge]) -> None:
        """Show these gauges; one that was there keeps its past."""
        kept = {gauge.id: self._tiles.pop(gauge.id, None) for gauge in gauges}
        for tile in self._tiles.values():
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = {}
        for gauge in gauges:
            tile = kept[gauge.id] or _Tile(self._theme, self)
            tile.set_label(gauge.label)
            tile.set_compact(compact=self._is_compact)
            self._row.addWidget(tile, 1)
            self._tiles[gauge.id] = tile

    def push(self, gauge_id: str, value: str, fraction: float | None) -> None:
        """Add the newest value of a gauge.

        Args:
            gauge_id: Which one; an unknown one is passed over.
            value: The number as it is shown, with its unit.
            fraction: The same from 0 to 1, or None where it is not known.
        """
        tile = self._tiles.get(gauge_id)
        if tile is not None:
            tile.push(value, fraction)

    def set_compact(self, compact: bool) -> None:
        """Show one line of text instead of tiles."""
        if compact == self._is_compact:
            return
        self._is_compact = compact
        for tile in self._tiles.values():
            tile.set_compact(compact=compact)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = _COMPACT_HEIGHT_PX if self._is_compact else _HEIGHT_PX
        return QSize(super().sizeHint().width(), self._theme.scaled(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), qcolor(tokens.window))
        painter.fillRect(QRect(0, 0, self.width(), 1), qcolor(tokens.border))
        painter.end()


class _Tile(QWidget):
    """One gauge."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = ""
        self._value = "–"
        self._past: deque[float] = deque(maxlen=HISTORY_LENGTH)
        self._is_compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_label(self, label: str) -> None:
        self._label = label
        self._describe()

    def set_compact(self, *, compact: bool) -> None:
        self._is_compact = compact
        self.update()

    def push(self, value: str, fraction: float | None) -> None:
        if fraction is not None:
            self._past.append(fraction)
        if value != self._value:
            self._value = value
            self._describe()
        self.update()

    def minimumSizeHint(self) -> QSize:
        value = self._value_line()
        return QSize(text_width(value.font, value.text) + SPACE_2_PX + _NARROWEST_NAME_PX, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self._theme.scaled(_NAME_HEIGHT_PX)
        if self._is_compact:
            self._paint_names(painter, self.rect(), together=True)
        else:
            self._paint_names(painter, QRect(0, _TOP_PX, self.width(), height), together=False)
            bottom = self.height() - _TOP_PX
            chart = QRect(0, bottom - _LINE_HEIGHT_PX, self.width(), _LINE_HEIGHT_PX)
            past = list(self._past)
            paint_sparkline(painter, chart, past, self._theme.tokens, capacity=HISTORY_LENGTH)
        painter.end()

    def _paint_names(self, painter: QPainter, room: QRect, *, together: bool) -> None:
        """Draw label and value; the label gives way where there is no room for both."""
        direction = self.layoutDirection()
        value, label = self._value_line(), self._label_line()
        value_width = text_width(value.font, value.text)
        label_width = min(
            text_width(label.font, label.text), room.width() - value_width - SPACE_2_PX
        )
        first = QRect(room.left(), room.top(), max(0, label_width), room.height())
        paint_text(painter, mirrored(direction, room, first), label, direction)
        if together:
            second = first.translated(label_width + SPACE_2_PX, 0)
            second.setWidth(min(value_width, room.width()))
            paint_text(painter, mirrored(direction, room, second), value, direction)
        else:
            end = Line(value.text, value.font, value.colour, Side.END)
            paint_text(painter, room, end, direction)

    def _label_line(self) -> Line:
        return Line(self._label, self._theme.font(TypeSize.SMALL), self._theme.tokens.text2)

    def _value_line(self) -> Line:
        size = TypeSize.SMALL if self._is_compact else TypeSize.BODY
        font = self._theme.font(size, TypeWeight.SEMIBOLD)
        return Line(self._value, font, self._theme.tokens.text)

    def _describe(self) -> None:
        self.setAccessibleName(f"{self._label} {self._value}")
        self.setToolTip(f"{self._label}: {self._value}")
