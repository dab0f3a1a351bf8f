"""Draws the recent past of one number as a small filled line."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from rendermanager.ui.theme.shapes import hairline, snapped
from rendermanager.ui.theme.tokens import Tokens, mix, qcolor

_LINE_PX: Final = 1.5
_FILL_SHARE: Final = 0.22


def paint_sparkline(
    painter: QPainter,
    rect: QRect,
    values: Sequence[float],
    tokens: Tokens,
    *,
    capacity: int = 60,
    colour: str = "accent",
) -> None:
    """Draw values from 0 to 1, the newest at the right edge.

    Time runs to the right in every language, as in any chart.

    Args:
        painter: Where to draw.
        rect: The room; 1 is its upper edge.
        values: The numbers, oldest first; more than `capacity` of them are cut.
        tokens: The colours.
        capacity: How many numbers fill the width.
        colour: The name of a token, or `#RRGGBB`.
    """
    area = snapped(painter, rect)
    line = tokens.colour(colour)
    points = _points(values[-capacity:], area, capacity)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if len(points) > 1:
        fill = QPainterPath(QPointF(points[0].x(), area.bottom()))
        for point in points:
            fill.lineTo(point)
        fill.lineTo(area.right(), area.bottom())
        painter.fillPath(fill, qcolor(mix(line, tokens.window, _FILL_SHARE)))
    _paint_floor(painter, area, tokens)
    if len(points) > 1:
        pen = QPen(qcolor(line), _LINE_PX)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
    painter.restore()


def _points(values: Sequence[float], area: QRectF, capacity: int) -> list[QPointF]:
    step = area.width() / max(1, capacity - 1)
    start = area.right() - step * (len(values) - 1)
    # Half a line below the edge, so that a full load is not cut.
    height = area.height() - _LINE_PX
    return [
        QPointF(
            start + index * step, area.bottom() - _LINE_PX / 2 - height * min(max(value, 0.0), 1.0)
        )
        for index, value in enumerate(values)
    ]


def _paint_floor(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
    width = hairline(painter)
    floor = QRectF(area.left(), area.bottom() - width, area.width(), width)
    painter.fillRect(floor, qcolor(tokens.border))
