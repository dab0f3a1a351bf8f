"""One curve of the resources with its name and its newest value, drawn by pyqtgraph."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rendermanager.core.usage import Point
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_1_PX, qcolor
from rendermanager.ui.widgets import LabelKind, Tone, text_label

_FILL_ALPHA = 48
_MISSING_SPANS = 7
"""So many spans without a point are a gap: less than that is the slow pace while nothing runs."""


class Curve(QWidget):
    """The past of one number; the newest stands at the right edge in every language."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Draw nothing yet.

        Args:
            theme: Colours.
            name: What is measured, for people.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._value = text_label("–", LabelKind.HEADING)
        row = QHBoxLayout()
        row.addWidget(text_label(name, LabelKind.SMALL, Tone.SECONDARY))
        row.addStretch(1)
        row.addWidget(self._value)
        self.plot = pg.PlotWidget()
        self.plot.setMouseEnabled(False, False)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.hideAxis("left")
        self.plot.hideAxis("bottom")
        self.plot.setMinimumHeight(64)
        self._line = self.plot.plot([], [], antialias=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1_PX)
        column.addLayout(row)
        column.addWidget(self.plot, 1)
        theme.changed.connect(self._dress)
        self._dress()
        self.set_value("–")

    @property
    def value(self) -> str:
        """The newest value as it is shown."""
        return self._value.text()

    def set_value(self, text: str) -> None:
        """Show the newest value; screen readers hear it with the name."""
        self._value.setText(text)
        self.plot.setAccessibleName(f"{self._name}: {text}")

    def show_points(
        self, points: Sequence[Point], now: datetime, length: timedelta, span_s: int, top: float
    ) -> None:
        """Draw these.

        Args:
            points: The oldest first.
            now: The right edge.
            length: How far the left edge is back.
            span_s: How many seconds each point stands for.
            top: The value at the upper edge.
        """
        at, mean = with_gaps(points, span_s)
        self._line.setData(at, mean, connect="finite")
        self.plot.setXRange(-length.total_seconds(), 0, padding=0)
        self.plot.setYRange(0, top, padding=0.02)
        self._line.setPos(-now.timestamp(), 0)

    def _dress(self) -> None:
        tokens = self._theme.tokens
        self.plot.setBackground(qcolor(tokens.surface))
        line = qcolor(tokens.accent)
        fill = QColor(line)  # a copy: the colours of the theme are shared
        fill.setAlpha(_FILL_ALPHA)
        self._line.setPen(pg.mkPen(line, width=1.5))
        self._line.setFillLevel(0)
        self._line.setFillBrush(fill)


def with_gaps(points: Sequence[Point], span_s: int) -> tuple[np.ndarray, np.ndarray]:
    """Times and means of points, with a NaN wherever nothing was measured for long."""
    at = np.array([point.at_s for point in points], dtype=float)
    mean = np.array([point.mean for point in points], dtype=float)
    after = np.flatnonzero(np.diff(at) > _MISSING_SPANS * span_s) + 1
    return np.insert(at, after, at[after - 1] + span_s), np.insert(mean, after, np.nan)
