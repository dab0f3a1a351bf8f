"""Draws a state as a pill: icon, word and colour."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from rendermanager.ui.paint.text import Line, mirrored, paint_text, text_width
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import fill_round_rect
from rendermanager.ui.theme.tokens import StateColour, Tokens, TypeSize, TypeWeight, readable

PILL_HEIGHT_PX: Final = 24
_ICON_PX: Final = 14
_START_PX: Final = 8
_GAP_PX: Final = 6
_END_PX: Final = 12


@dataclass(frozen=True, slots=True)
class Pill:
    """What a pill shows."""

    icon: str
    text: str
    state: StateColour
    dimmed: bool = False
    """Put aside: cancelled or skipped."""


def pill_width(theme: Theme, pill: Pill) -> int:
    """Return the width a pill needs, in device-independent pixels."""
    text = text_width(theme.font(TypeSize.SMALL, TypeWeight.SEMIBOLD), pill.text)
    return _START_PX + theme.scaled(_ICON_PX) + _GAP_PX + text + _END_PX


def paint_pill(
    painter: QPainter,
    rect: QRect,
    pill: Pill,
    theme: Theme,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> QRect:
    """Draw a pill where reading starts in a rectangle, in its vertical middle.

    Its word is shortened where there is no room, and left out where only the icon fits.

    Returns:
        The rectangle of the pill.
    """
    height = min(theme.scaled(PILL_HEIGHT_PX), rect.height())
    side = theme.scaled(_ICON_PX)
    icon_only = _START_PX + side + _START_PX
    width = min(pill_width(theme, pill), rect.width())
    has_word = width > icon_only + _GAP_PX + _END_PX
    box = QRect(rect.left(), rect.top() + (rect.height() - height) // 2, width, height)
    if not has_word:
        box.setWidth(min(icon_only, rect.width()))
    outer = mirrored(direction, rect, box)
    ink = _ink(theme.tokens, pill)
    fill_round_rect(painter, outer, height / 2, theme.tokens.pill(pill.state))
    icon = QRect(box.left() + _START_PX, box.top(), side, height)
    theme.icons.paint(painter, mirrored(direction, rect, icon), pill.icon, ink)
    if has_word:
        x = icon.right() + 1 + _GAP_PX
        word = QRect(x, box.top(), box.right() + 1 - _END_PX // 2 - x, height)
        font = theme.font(TypeSize.SMALL, TypeWeight.SEMIBOLD)
        where = mirrored(direction, rect, word)
        paint_text(painter, where, Line(pill.text, font, ink), direction)
    return outer


def _ink(tokens: Tokens, pill: Pill) -> str:
    ground = tokens.pill(pill.state)
    colour = tokens.text3 if pill.dimmed else tokens.colour(pill.state)
    return readable(colour, ground, tokens.text)
