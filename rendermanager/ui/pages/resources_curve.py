"""One curve of the resources with its name and its newest value, drawn by pyqtgraph."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rendermanager.core.points import Point
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_1_PX, qcolor
from rendermanager.ui.widgets import LabelKind, Tone, text_label

_FILL_ALPHA = 48
_LEFT_PX = 64
_BOTTOM_PX = 24
_HEAD_PX = 8
_BELOW = [(0, 0), (0, 0)]
"""The words of a limit hang from its line: above it there is little room."""
_MISSING_SPANS = 7
"""So many spans without a point are a gap: less than that is the slow pace while nothing runs."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A value from which on something happens.

    Attributes:
        value: Where the line is drawn.
        text: What happens there.
    """

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """What stands at the edges of a curve.

    Attributes:
        top: The value at the upper edge.
        values: Values with their words, from below to above.
        ages: Seconds back from now with their words.
        limit: A line across; None for none.
    """

    top: float
    values: Sequence[tuple[float, str]] = ()
    ages: Sequence[tuple[float, str]] = ()
    limit: Limit | None = None


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
        self.plot.setMinimumHeight(64)
        # Half a line of words stands above the value at the upper edge.
        self.plot.getPlotItem().setContentsMargins(0, _HEAD_PX, 0, 0)
        self.left, self.bottom = (self.plot.getAxis(side) for side in ("left", "bottom"))
        self.left.setWidth(_LEFT_PX)
        self.bottom.setHeight(_BOTTOM_PX)
        for axis in (self.left, self.bottom):
            axis.setStyle(tickLength=0, tickTextOffset=4)
        self._line = self.plot.plot([], [], antialias=True)
        self._second = self.plot.plot([], [], antialias=True)
        self._limit = pg.InfiniteLine(
            angle=0, movable=False, label="", labelOpts={"position": 0.02, "anchors": _BELOW}
        )
        self._limit.hide()
        self.plot.addItem(self._limit)
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

    @property
    def limit_text(self) -> str:
        """What the line across says; empty where there is none."""
        return str(self._limit.label.format) if self._limit.isVisible() else ""

    def set_value(self, text: str) -> None:
        """Show the newest value; screen readers hear it with the name."""
        self._value.setText(text)
        self.plot.setAccessibleName(f"{self._name}: {text}")

    def show_points(
        self,
        points: Sequence[Point],
        now: datetime,
        length: timedelta,
        span_s: int,
        scale: Scale,
        second: Sequence[Point] = (),
    ) -> None:
        """Draw these.

        Args:
            points: The oldest first.
            now: The right edge.
            length: How far the left edge is back.
            span_s: How many seconds each point stands for.
            scale: What stands at the edges.
            second: Another curve on the same scale.
        """
        for line, drawn in ((self._line, points), (self._second, second)):
            line.setData(*with_gaps(drawn, span_s), connect="finite")
            line.setPos(-now.timestamp(), 0)
        self.plot.setXRange(-length.total_seconds(), 0, padding=0)
        self.plot.setYRange(0, scale.top, padding=0.02)
        self.left.setTicks([list(scale.values)])
        self.bottom.setTicks([[(-age_s, text) for age_s, text in scale.ages]])
        self._limit.setVisible(scale.limit is not None)
        if scale.limit is not None:
            self._limit.setPos(scale.limit.value)
            self._limit.label.setFormat(scale.limit.text)

    def _dress(self) -> None:
        tokens = self._theme.tokens
        self.plot.setBackground(qcolor(tokens.surface))
        for axis in (self.left, self.bottom):
            axis.setPen(qcolor(tokens.border))
            axis.setTextPen(qcolor(tokens.text2))
            axis.setTickFont(self.font())
        self._limit.setPen(pg.mkPen(qcolor(tokens.waiting), width=1, style=Qt.PenStyle.DashLine))
        self._limit.label.setColor(qcolor(tokens.waiting))
        self._limit.label.setFont(self.font())
        line = qcolor(tokens.accent)
        fill = QColor(line)  # a copy: the colours of the theme are shared
        fill.setAlpha(_FILL_ALPHA)
        self._line.setPen(pg.mkPen(line, width=1.5))
        self._line.setFillLevel(0)
        self._line.setFillBrush(fill)
        other = qcolor(tokens.done)
        weak = QColor(other)
        weak.setAlpha(_FILL_ALPHA)
        self._second.setPen(pg.mkPen(other, width=1.5))
        self._second.setFillLevel(0)
        self._second.setFillBrush(weak)


def with_gaps(points: Sequence[Point], span_s: int) -> tuple[np.ndarray, np.ndarray]:
    """Times and means of points, with a NaN wherever nothing was measured for long."""
    at = np.array([point.at_s for point in points], dtype=float)
    mean = np.array([point.mean for point in points], dtype=float)
    after = np.flatnonzero(np.diff(at) > _MISSING_SPANS * span_s) + 1
    return np.insert(at, after, at[after - 1] + span_s), np.insert(mean, after, np.nan)
