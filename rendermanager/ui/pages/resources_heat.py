"""The load of each processor over time, as rows of coloured cells."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rendermanager.core.points import Point
from rendermanager.ui.queue import amounts
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_1_PX, qcolor

COLUMNS: Final = 120
"""The time shown is cut into so many columns."""
_ROW_PX: Final = 10
_MOST_PX: Final = 96
"""Of many processors each gets a thinner row."""
_GAP_S: Final = 7.0
"""It is measured every second, or every five while nothing runs: shorter gaps are none."""
_LEFT_PX: Final = 64
"""The edge of the curve above."""


class HeatStrip(QWidget):
    """One row for each processor, the newest column at the right edge in every language."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._rows: list[list[float | None]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def rows(self) -> Sequence[Sequence[float | None]]:
        """By processor, the share in which it worked in each column; None for not measured."""
        return self._rows

    def show_cores(
        self, cores: Sequence[Sequence[Point]], now: datetime, length: timedelta
    ) -> None:
        """Draw these.

        Args:
            cores: The points of each processor, the oldest first.
            now: The right edge.
            length: How far the left edge is back.
        """
        before = len(self._rows)
        self._rows = [columns_of(points, now, length) for points in cores]
        if len(self._rows) != before:
            self.updateGeometry()
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        height = min(_MOST_PX, _ROW_PX * len(self._rows))
        return QSize(_LEFT_PX + 2 * COLUMNS, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        cold, hot = qcolor(self._theme.tokens.track), qcolor(self._theme.tokens.accent)
        width = (self.width() - _LEFT_PX) / COLUMNS
        height = self.height() / len(self._rows)
        gap = 1.0 if height > SPACE_1_PX else 0.0
        for at, row in enumerate(self._rows):
            for column, share in enumerate(row):
                if share is None:
                    continue
                left = _LEFT_PX + column * width
                room = QRectF(left, at * height, width + 0.5, height - gap)
                painter.fillRect(room, _between(cold, hot, share))
        painter.setPen(qcolor(self._theme.tokens.text2))
        room = QRectF(0, 0, _LEFT_PX - SPACE_1_PX, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, flags, self.tr("Cores"))
        painter.end()

    def _tell(self) -> None:
        """Screen readers hear the newest load of each processor."""
        locale = QLocale()
        newest = [
            next((each for each in reversed(row) if each is not None), 0.0) for row in self._rows
        ]
        shares = ", ".join(amounts.load(each, locale) for each in newest)
        self.setAccessibleName(self.tr("Load of each processor"))
        self.setAccessibleDescription(shares)


def columns_of(points: Sequence[Point], now: datetime, length: timedelta) -> list[float | None]:
    """The mean of what lies in each column of the time shown; None where nothing was measured.

    A point that stands for more than one column fills those that it covers.
    """
    since, width = now.timestamp() - length.total_seconds(), length.total_seconds() / COLUMNS
    sums, counts = [0.0] * COLUMNS, [0] * COLUMNS
    for point in points:
        column = int((point.at_s - since) / width)
        if 0 <= column < COLUMNS:
            sums[column] += point.mean
            counts[column] += 1
    found = [total / count if count else None for total, count in zip(sums, counts, strict=True)]
    filled, last, age = list(found), None, 0
    for column, share in enumerate(found):
        last, age = (share, 0) if share is not None else (last, age + 1)
        if share is None and age * width <= _GAP_S:
            filled[column] = last
    return filled


def _between(cold: QColor, hot: QColor, share: float) -> QColor:
    part = min(1.0, max(0.0, share))
    mixed = [
        round(one + (other - one) * part)
        for one, other in (
            (cold.red(), hot.red()),
            (cold.green(), hot.green()),
            (cold.blue(), hot.blue()),
        )
    ]
    return QColor(*mixed)
