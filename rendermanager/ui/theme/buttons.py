"""Draws and measures push buttons and tool buttons from what Qt says about them."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStyleOptionToolButton, QWidget

from rendermanager.ui.theme.controls import (
    FRAMELESS,
    KIND_PROPERTY,
    ButtonKind,
    ControlState,
    button_colours,
    control_state,
    paint_button,
)
from rendermanager.ui.theme.geometry import MENU_COLUMN_PX, control_height
from rendermanager.ui.theme.icons import Icons
from rendermanager.ui.theme.labels import ButtonLabel, bolder, label_size, paint_label
from rendermanager.ui.theme.shapes import hairline, snapped
from rendermanager.ui.theme.tokens import SPACE_2_PX, SPACE_3_PX, TypeWeight, mix, qcolor

_Part = QStyle.SubControl
_State = QStyle.StateFlag
_PushFeature = QStyleOptionButton.ButtonFeature
_ToolFeature = QStyleOptionToolButton.ToolButtonFeature
_ARROW_PX: Final = 14
_NARROWEST_PX: Final = 72


def button_kind(widget: QWidget | None, default: ButtonKind) -> ButtonKind:
    """Return the kind a button was given, or the one its class starts with."""
    value = widget.property(KIND_PROPERTY) if widget is not None else None
    return ButtonKind(value) if value else default


# ---------------------------------------------------------------------- push buttons


def push_button_size(option: QStyleOptionButton, widget: QWidget | None) -> QSize:
    """Return the size that a push button asks for."""
    label = _push_label(option, widget)
    size = label_size(label)
    quiet = _push_kind(option, widget) in FRAMELESS
    padding = SPACE_2_PX if quiet or not label.text else SPACE_3_PX
    width = size.width() + 2 * padding
    if label.text and not quiet:
        width = max(width, _NARROWEST_PX)
    height = control_height(QFontMetrics(label.font).height())
    return QSize(max(width, height), height)


def paint_push_button(
    painter: QPainter, option: QStyleOptionButton, widget: QWidget | None, icons: Icons
) -> None:
    """Draw a push button: body, icon, text and menu arrow."""
    kind = _push_kind(option, widget)
    state = control_state(option, widget)
    paint_button(painter, option.rect, icons.tokens, kind, state)
    label = _push_label(option, widget)
    inner = option.rect.adjusted(SPACE_2_PX, 0, -SPACE_2_PX, 0) if label.text else option.rect
    colour = button_colours(icons.tokens, kind, state).text
    paint_label(painter, inner, label, icons, colour, option.direction)


def _push_kind(option: QStyleOptionButton, widget: QWidget | None) -> ButtonKind:
    flat = option.features & _PushFeature.Flat
    return button_kind(widget, ButtonKind.QUIET if flat else ButtonKind.SECONDARY)


def _push_label(option: QStyleOptionButton, widget: QWidget | None) -> ButtonLabel:
    kind = _push_kind(option, widget)
    return ButtonLabel(
        option.text,
        option.icon,
        option.iconSize,
        _weighted(_font_of(widget), kind),
        enabled=bool(option.state & _State.State_Enabled),
        has_arrow=bool(option.features & _PushFeature.HasMenu),
        shows_mnemonic=_underlines(widget),
    )


# ---------------------------------------------------------------------- tool buttons


def tool_button_size(option: QStyleOptionToolButton, widget: QWidget | None) -> QSize:
    """Return the size that a tool button asks for; one with only an icon is a square."""
    label = _tool_label(option, widget)
    height = control_height(QFontMetrics(label.font).height())
    padding = SPACE_3_PX if label.text else SPACE_2_PX
    width = max(height, label_size(label).width() + 2 * padding)
    if option.features & _ToolFeature.MenuButtonPopup:
        width += MENU_COLUMN_PX
    return QSize(width, height)


def paint_tool_button(
    painter: QPainter,
    option: QStyleOptionToolButton,
    widget: QWidget | None,
    icons: Icons,
    menu: QRect,
) -> None:
    """Draw a tool button; `menu` is the part that opens the menu, or empty."""
    kind = button_kind(widget, ButtonKind.QUIET)
    state = control_state(option, widget)
    colours = button_colours(icons.tokens, kind, state)
    if menu.isEmpty():
        paint_button(painter, option.rect, icons.tokens, kind, state)
        face = option.rect
    else:
        face = _paint_halves(painter, option, kind, icons, menu)
    label = _tool_label(option, widget)
    inner = face.adjusted(SPACE_2_PX, 0, -SPACE_2_PX, 0) if label.text else face
    paint_label(painter, inner, label, icons, colours.text, option.direction)


def _paint_halves(
    painter: QPainter, option: QStyleOptionToolButton, kind: ButtonKind, icons: Icons, menu: QRect
) -> QRect:
    face = option.rect.adjusted(0, 0, -menu.width(), 0)
    face = QStyle.visualRect(option.direction, option.rect, face)
    for part, where in ((_Part.SC_ToolButton, face), (_Part.SC_ToolButtonMenu, menu)):
        painter.save()
        painter.setClipRect(where)
        state = _half_state(option, part)
        paint_button(painter, option.rect, icons.tokens, kind, state)
        painter.restore()
    colours = button_colours(icons.tokens, kind, control_state(option, None))
    _paint_divider(
        painter, option, menu, mix(colours.text, colours.fill or icons.tokens.window, 0.3)
    )
    arrow = QRect(0, 0, _ARROW_PX, _ARROW_PX)
    arrow.moveCenter(menu.center())
    icons.paint(painter, arrow, "chevron-down", colours.text)
    return face


def _half_state(option: QStyleOptionToolButton, part: QStyle.SubControl) -> ControlState:
    whole = control_state(option, None)
    active = bool(option.activeSubControls & part)
    return ControlState(
        enabled=whole.enabled,
        hovered=whole.hovered and (active or not option.activeSubControls),
        pressed=whole.pressed and active,
        focused=whole.focused,
        checked=whole.checked,
    )


def _paint_divider(
    painter: QPainter, option: QStyleOptionToolButton, menu: QRect, colour: str
) -> None:
    width = hairline(painter)
    x = menu.left() if option.direction == Qt.LayoutDirection.LeftToRight else menu.right() + 1
    line = snapped(painter, QRectF(x, menu.top() + 6, width, menu.height() - 12))
    painter.fillRect(line, qcolor(colour))


def _tool_label(option: QStyleOptionToolButton, widget: QWidget | None) -> ButtonLabel:
    kind = button_kind(widget, ButtonKind.QUIET)
    icon_only = option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonIconOnly
    text_only = option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonTextOnly
    text = "" if icon_only and not option.icon.isNull() else option.text
    has_menu = bool(option.features & _ToolFeature.HasMenu)
    split = bool(option.features & _ToolFeature.MenuButtonPopup)
    return ButtonLabel(
        text,
        QIcon() if text_only else option.icon,
        option.iconSize,
        _weighted(_font_of(widget), kind),
        enabled=bool(option.state & _State.State_Enabled),
        has_arrow=has_menu and not split and bool(text),
        shows_mnemonic=_underlines(widget),
    )


def _weighted(font: QFont, kind: ButtonKind) -> QFont:
    heavy = kind in {ButtonKind.PRIMARY, ButtonKind.LINK}
    return bolder(font, TypeWeight.SEMIBOLD if heavy else TypeWeight.MEDIUM)


def _font_of(widget: QWidget | None) -> QFont:
    return widget.font() if widget is not None else QFont()


def _underlines(widget: QWidget | None) -> bool:
    if widget is None:
        return False
    hint = QStyle.StyleHint.SH_UnderlineShortcut
    return bool(widget.style().styleHint(hint, None, widget))
