"""Draws one line of text, shortened to its room and on the right side in both directions."""

import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from rendermanager.ui.theme.tokens import qcolor

_Align = Qt.AlignmentFlag
_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


class Side(Enum):
    """Where a line stands in its room, as seen by a reader."""

    START = "start"
    """Where reading starts: left in English, right in Arabic."""
    END = "end"
    """Where reading ends."""
    CENTRE = "centre"
    """In the middle."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of plain text and its look."""

    text: str
    font: QFont
    colour: str
    """`#RRGGBB`."""
    side: Side = Side.START
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    """Where it is shortened when its room is too narrow."""


def mirrored(direction: Qt.LayoutDirection, bounds: QRect, rect: QRect) -> QRect:
    """Return a rectangle laid out from left to right as it lies in this direction."""
    return QStyle.visualRect(direction, bounds, rect)


@lru_cache(maxsize=4096)
def reads_right_to_left(text: str) -> bool:
    """Say whether a text is written from right to left: its first letter decides."""
    if text.isascii():
        return False
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"R", "AL"}:
            return True
        if kind == "L":
            return False
    return False


def text_width(font: QFont, text: str) -> int:
    """Return the width of a line, in device-independent pixels."""
    return QFontMetrics(font).horizontalAdvance(text)


def paint_text(
    painter: QPainter,
    rect: QRect,
    line: Line,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> int:
    """Draw one line in the vertical middle of a rectangle.

    The order of the words follows the text itself, not the interface: "71 %" stays "71 %" between
    Arabic labels.

    Args:
        painter: Where to draw.
        rect: The room, already mirrored.
        line: What to draw, and how.
        direction: The direction of the interface.

    Returns:
        The width that was used, in device-independent pixels.
    """
    if rect.width() <= 0 or not line.text:
        return 0
    metrics = QFontMetrics(line.font)
    shown = line.text
    width = metrics.horizontalAdvance(shown)
    if width > rect.width():
        shown = metrics.elidedText(shown, line.elide, rect.width())
        width = metrics.horizontalAdvance(shown)
    force = (
        Qt.TextFlag.TextForceRightToLeft
        if reads_right_to_left(line.text)
        else Qt.TextFlag.TextForceLeftToRight
    )
    align = _alignment(line.side, direction)
    painter.setFont(line.font)
    painter.setPen(qcolor(line.colour))
    painter.drawText(rect, align.value | force.value | Qt.TextFlag.TextSingleLine.value, shown)
    return width


def _alignment(side: Side, direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    if side is Side.CENTRE:
        return _Align.AlignHCenter | _Align.AlignVCenter
    at_left = (side is Side.START) != (direction == _RIGHT_TO_LEFT)
    horizontal = _Align.AlignLeft if at_left else _Align.AlignRight
    return horizontal | _Align.AlignAbsolute | _Align.AlignVCenter
