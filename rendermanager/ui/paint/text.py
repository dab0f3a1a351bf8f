"""Draws one line of text, shortened to its room and on the right side in both directions."""

import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from rendermanager.ui.theme.tokens import qcolor

_Align = Qt.AlignmentFlag
_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
_KEPT: Final = 4096
"""Texts whose measures are kept: those of a few dozen screens."""


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
    if direction != _RIGHT_TO_LEFT:
        return rect
    return QStyle.visualRect(direction, bounds, rect)


@lru_cache(maxsize=_KEPT)
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


@lru_cache(maxsize=_KEPT)
def text_width(font: QFont, text: str) -> int:
    """Return the width of a line, in device-independent pixels."""
    return QFontMetrics(font).horizontalAdvance(text)


@lru_cache(maxsize=64)
def line_height(font: QFont) -> int:
    """Return the height of a line, in device-independent pixels."""
    return QFontMetrics(font).height()


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
    shown, width = line.text, text_width(line.font, line.text)
    if width > rect.width():
        shown, width = _shortened(line.font, shown, line.elide, rect.width())
    painter.setFont(line.font)
    painter.setPen(qcolor(line.colour))
    painter.drawText(rect, _flags(line.side, direction, reads_right_to_left(line.text)), shown)
    return width


@lru_cache(maxsize=_KEPT)
def _shortened(font: QFont, text: str, elide: Qt.TextElideMode, room_px: int) -> tuple[str, int]:
    """A text as it fits into its room, and its width."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, elide, room_px)
    return shown, metrics.horizontalAdvance(shown)


@lru_cache(maxsize=64)
def _flags(side: Side, direction: Qt.LayoutDirection, is_right_to_left: bool) -> int:
    """How Qt is to place a text; as a number, since its enums are slow."""
    force = (
        Qt.TextFlag.TextForceRightToLeft if is_right_to_left else Qt.TextFlag.TextForceLeftToRight
    )
    align = _alignment(side, direction)
    return align.value | force.value | Qt.TextFlag.TextSingleLine.value


def _alignment(side: Side, direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    if side is Side.CENTRE:
        return _Align.AlignHCenter | _Align.AlignVCenter
    at_left = (side is Side.START) != (direction == _RIGHT_TO_LEFT)
    horizontal = _Align.AlignLeft if at_left else _Align.AlignRight
    return horizontal | _Align.AlignAbsolute | _Align.AlignVCenter
