"""Rectangles with sharp edges at every pixel ratio, and the focus ring."""

import math
from typing import Final

from PySide6.QtCore import QMarginsF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from rendermanager.ui.theme.tokens import FOCUS_WIDTH_PX, qcolor

_SLACK: Final = 0.01
"""How far from a whole device pixel an edge may be by rounding alone."""


def device_ratio(painter: QPainter) -> float:
    """Return how many device pixels a logical pixel has, where the painter draws now.

    The device alone does not tell when a widget is rendered into a picture.
    """
    return abs(painter.deviceTransform().m11()) or 1.0


def snapped(painter: QPainter, rect: QRect | QRectF) -> QRectF:
    """Move the edges of a rectangle onto whole device pixels.

    At 150 % an edge often falls between two pixels and looks blurred.
    """
    to_device = painter.deviceTransform()
    back, invertible = to_device.inverted()
    if not invertible:
        return QRectF(rect)
    device = to_device.mapRect(QRectF(rect))
    # Inwards: outside may be cut off by the edge of the widget.
    left, top = math.ceil(device.left() - _SLACK), math.ceil(device.top() - _SLACK)
    right, bottom = math.floor(device.right() + _SLACK), math.floor(device.bottom() + _SLACK)
    return back.mapRect(QRectF(QPointF(left, top), QPointF(right, bottom)))


def hairline(painter: QPainter, width_px: int = 1) -> float:
    """Return the width of a line that covers whole device pixels, in logical pixels."""
    ratio = device_ratio(painter)
    return max(1, math.floor(width_px * ratio + 0.01)) / ratio


def fill_round_rect(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: str | None,
    border: str | None = None,
    border_px: int = 1,
) -> None:
    """Fill a rounded rectangle, with a border inside of its edge.

    Args:
        painter: Where to draw.
        rect: The outer edge.
        radius: The radius of its corners.
        fill: `#RRGGBB`, or None to leave the inside as it is.
        border: `#RRGGBB`, or None for no border.
        border_px: The width of the border.
    """
    outer = snapped(painter, rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if border is None:
        if fill is not None:
            painter.setBrush(qcolor(fill))
            painter.drawRoundedRect(outer, radius, radius)
        painter.restore()
        return
    width = hairline(painter, border_px)
    inner = outer.marginsRemoved(QMarginsF(width, width, width, width))
    inner_radius = max(0.0, radius - width)
    if fill is not None:
        # A little under the border, so that no ground shines through between the two.
        under = outer.marginsRemoved(QMarginsF(width / 2, width / 2, width / 2, width / 2))
        painter.setBrush(qcolor(fill))
        painter.drawRoundedRect(under, max(0.0, radius - width / 2), max(0.0, radius - width / 2))
    ring = QPainterPath()
    ring.setFillRule(Qt.FillRule.OddEvenFill)
    ring.addRoundedRect(outer, radius, radius)
    ring.addRoundedRect(inner, inner_radius, inner_radius)
    painter.fillPath(ring, qcolor(border))
    painter.restore()


def paint_focus_ring(painter: QPainter, rect: QRect | QRectF, radius: float, colour: str) -> None:
    """Draw the ring that shows where the keyboard is, inside of the rectangle."""
    fill_round_rect(painter, rect, radius, None, colour, FOCUS_WIDTH_PX)
