"""Draws sliders: a thin line, filled up to a round handle."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionSlider

from rendermanager.ui.theme.controls import ControlState
from rendermanager.ui.theme.shapes import fill_round_rect, paint_focus_ring
from rendermanager.ui.theme.tokens import Tokens, mix

HANDLE_PX: Final = 20
_LINE_PX: Final = 4
_RING_PX: Final = 3


def handle_rect(option: QStyleOptionSlider) -> QRect:
    """Return where the handle of a slider lies."""
    rect = option.rect
    box = QRect(0, 0, HANDLE_PX, HANDLE_PX)
    steps = max(1, option.maximum - option.minimum)
    share = (option.sliderPosition - option.minimum) / steps
    if option.upsideDown:
        share = 1 - share
    half = HANDLE_PX // 2
    if option.orientation == Qt.Orientation.Horizontal:
        x = rect.left() + round((rect.width() - HANDLE_PX) * share)
        box.moveTopLeft(QPoint(x, rect.center().y() + 1 - half))
    else:
        y = rect.top() + round((rect.height() - HANDLE_PX) * share)
        box.moveTopLeft(QPoint(rect.center().x() + 1 - half, y))
    return box


def paint_slider(
    painter: QPainter, option: QStyleOptionSlider, tokens: Tokens, state: ControlState
) -> None:
    """Draw a slider; the line is filled on the side of the smaller values."""
    handle = handle_rect(option)
    line = _line(option)
    filled = QRectF(line)
    horizontal = option.orientation == Qt.Orientation.Horizontal
    middle = QRectF(handle).center()
    if horizontal and option.upsideDown:
        filled.setLeft(middle.x())
    elif horizontal:
        filled.setRight(middle.x())
    elif option.upsideDown:
        filled.setTop(middle.y())
    else:
        filled.setBottom(middle.y())
    colour = tokens.accent if state.enabled else tokens.text3
    fill_round_rect(painter, line, _LINE_PX / 2, tokens.track)
    fill_round_rect(painter, filled, _LINE_PX / 2, colour)
    knob = mix(tokens.text, colour, 0.2 if state.hovered or state.pressed else 0.0)
    # A ring in the colour of the ground sets the handle off from the line.
    fill_round_rect(painter, handle, HANDLE_PX / 2, tokens.window)
    inner = QRectF(handle).adjusted(_RING_PX, _RING_PX, -_RING_PX, -_RING_PX)
    fill_round_rect(painter, inner, inner.height() / 2, knob)
    if state.focused:
        paint_focus_ring(painter, handle, HANDLE_PX / 2, tokens.focus)


def _line(option: QStyleOptionSlider) -> QRectF:
    rect = QRectF(option.rect)
    inset = _RING_PX
    if option.orientation == Qt.Orientation.Horizontal:
        y = rect.center().y() - _LINE_PX / 2
        return QRectF(rect.left() + inset, y, rect.width() - 2 * inset, _LINE_PX)
    x = rect.center().x() - _LINE_PX / 2
    return QRectF(x, rect.top() + inset, _LINE_PX, rect.height() - 2 * inset)
