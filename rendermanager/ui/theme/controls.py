"""Draws the bodies of buttons, fields and boxes from the tokens; the style calls it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QWidget

from rendermanager.ui.theme.icons import Icons
from rendermanager.ui.theme.shapes import fill_round_rect, paint_focus_ring
from rendermanager.ui.theme.tokens import (
    FOCUS_WIDTH_PX,
    RADIUS_PX,
    RADIUS_SMALL_PX,
    Tokens,
    mix,
    readable,
)

KIND_PROPERTY: Final = "kind"
"""The dynamic property of a button that holds a `ButtonKind`."""
INVALID_PROPERTY: Final = "invalid"
"""The dynamic property of a field whose text cannot be accepted."""
_State = QStyle.StateFlag
_BLACK: Final = "#000000"
_WHITE: Final = "#FFFFFF"


class ButtonKind(StrEnum):
    """How loudly a button speaks."""

    PRIMARY = "primary"
    """The one thing to do here; at most one in sight."""
    SECONDARY = "secondary"
    """Everything else with a frame."""
    QUIET = "quiet"
    """No frame until the pointer is there."""
    LINK = "link"
    """Text in the colour of a link, for a line of text."""
    DANGER = "danger"
    """Takes something away that undo cannot bring back."""


@dataclass(frozen=True, slots=True)
class ControlState:
    """What a control's look depends on."""

    enabled: bool = True
    hovered: bool = False
    pressed: bool = False
    focused: bool = False
    """The keyboard is here, and it got here by keyboard (or the control takes text)."""
    checked: bool = False
    partly: bool = False
    invalid: bool = False


FRAMELESS: Final = frozenset({ButtonKind.QUIET, ButtonKind.LINK})


def control_state(
    option: QStyleOption, widget: QWidget | None, *, takes_text: bool = False
) -> ControlState:
    """Read the state of a control from what Qt hands to a style.

    Args:
        option: What Qt says.
        widget: The control, asked whether its text is acceptable.
        takes_text: Show focus also when it was given by the mouse, as one types here.
    """
    flags = option.state
    enabled = bool(flags & _State.State_Enabled)
    by_keyboard = takes_text or bool(flags & _State.State_KeyboardFocusChange)
    return ControlState(
        enabled=enabled,
        hovered=enabled and bool(flags & _State.State_MouseOver),
        pressed=bool(flags & _State.State_Sunken),
        focused=bool(flags & _State.State_HasFocus) and by_keyboard,
        checked=bool(flags & _State.State_On),
        partly=bool(flags & _State.State_NoChange),
        invalid=widget is not None and bool(widget.property(INVALID_PROPERTY)),
    )


@dataclass(frozen=True, slots=True)
class ButtonColours:
    """The colours of a button in one state; None leaves the ground as it is."""

    fill: str | None
    border: str | None
    text: str


def button_colours(tokens: Tokens, kind: ButtonKind, state: ControlState) -> ButtonColours:
    """Return the colours of a button."""
    if kind is ButtonKind.PRIMARY:
        return _primary_colours(tokens, state)
    framed = kind not in FRAMELESS
    if not state.enabled:
        return ButtonColours(None, tokens.border if framed else None, tokens.text3)
    lift = 0.12 if state.pressed else 0.07 if state.hovered else 0.0
    fill: str | None = None
    if state.checked:
        fill = tokens.selection
    elif framed or lift:
        fill = mix(tokens.text, tokens.raised if framed else tokens.window, lift)
    border = (tokens.accent if state.checked else tokens.border) if framed else None
    return ButtonColours(fill, border, _ink(tokens, kind, fill))


def _ink(tokens: Tokens, kind: ButtonKind, fill: str | None) -> str:
    colours = {ButtonKind.LINK: tokens.link, ButtonKind.DANGER: tokens.failed}
    return readable(colours.get(kind, tokens.text), fill or tokens.raised, tokens.text)


def _primary_colours(tokens: Tokens, state: ControlState) -> ButtonColours:
    if not state.enabled:
        return ButtonColours(tokens.track, None, tokens.text3)
    fill = tokens.accent
    if state.pressed:
        fill = mix(_BLACK, fill, 0.12)
    elif state.hovered:
        fill = mix(_WHITE if tokens.is_dark else _BLACK, fill, 0.1)
    return ButtonColours(fill, None, tokens.on_accent)


def paint_button(
    painter: QPainter, rect: QRect | QRectF, tokens: Tokens, kind: ButtonKind, state: ControlState
) -> None:
    """Draw the body of a button, without its label."""
    colours = button_colours(tokens, kind, state)
    body = QRectF(rect)
    if not state.focused:
        fill_round_rect(painter, body, RADIUS_PX, colours.fill, colours.border)
        return
    # Ring, gap, body: on a blue button a blue ring alone could not be told from it.
    gap = FOCUS_WIDTH_PX + 1
    fill_round_rect(
        painter, body.adjusted(gap, gap, -gap, -gap), RADIUS_PX - gap, colours.fill, colours.border
    )
    paint_focus_ring(painter, body, RADIUS_PX, tokens.focus)


def paint_field(
    painter: QPainter, rect: QRect | QRectF, tokens: Tokens, state: ControlState
) -> None:
    """Draw the ground and frame of a field: line edit, combo box, spin box."""
    if not state.enabled:
        fill_round_rect(painter, rect, RADIUS_PX, tokens.window, tokens.border)
        return
    line = tokens.failed if state.invalid else tokens.border_strong
    if state.hovered and not state.invalid:
        line = mix(tokens.text, line, 0.35)
    fill_round_rect(painter, rect, RADIUS_PX, tokens.field, line)
    if state.focused:
        ring = tokens.failed if state.invalid else tokens.focus
        paint_focus_ring(painter, rect, RADIUS_PX, ring)


def paint_check_box(
    painter: QPainter, rect: QRect, tokens: Tokens, icons: Icons, state: ControlState
) -> None:
    """Draw the box of a check box."""
    filled = state.checked or state.partly
    fill, line = _box_colours(tokens, state, filled=filled)
    fill_round_rect(painter, rect, RADIUS_SMALL_PX, fill, line)
    if filled:
        mark = tokens.on_accent if state.enabled else tokens.text3
        icons.paint(
            painter, rect.adjusted(2, 2, -2, -2), "minus" if state.partly else "check", mark
        )
    if state.focused:
        paint_focus_ring(painter, QRectF(rect), RADIUS_SMALL_PX, _ring(tokens, filled=filled))


def paint_radio_button(painter: QPainter, rect: QRect, tokens: Tokens, state: ControlState) -> None:
    """Draw the circle of a radio button."""
    fill, line = _box_colours(tokens, state, filled=state.checked)
    box = QRectF(rect)
    fill_round_rect(painter, box, box.height() / 2, fill, line)
    if state.checked:
        inset = round(box.height() / 3)
        dot = box.adjusted(inset, inset, -inset, -inset)
        colour = tokens.on_accent if state.enabled else tokens.text3
        fill_round_rect(painter, dot, dot.height() / 2, colour)
    if state.focused:
        paint_focus_ring(painter, box, box.height() / 2, _ring(tokens, filled=state.checked))


def _box_colours(tokens: Tokens, state: ControlState, *, filled: bool) -> tuple[str, str]:
    if not state.enabled:
        return (tokens.track if filled else tokens.window), tokens.border
    if filled:
        fill = mix(tokens.text, tokens.accent, 0.1 if state.hovered else 0.0)
        return fill, fill
    return tokens.field, mix(tokens.text, tokens.border_strong, 0.35 if state.hovered else 0.0)


def _ring(tokens: Tokens, *, filled: bool) -> str:
    return tokens.text if filled else tokens.focus
