"""Where the parts of fields and split buttons lie, and how large fields are."""

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QStyleOptionToolButton,
)

from rendermanager.ui.theme.sliders import HANDLE_PX, handle_rect
from rendermanager.ui.theme.tokens import CONTROL_HEIGHT_PX, FIELD_PADDING_PX, SPACE_3_PX

_Complex = QStyle.ComplexControl
_Part = QStyle.SubControl
_Contents = QStyle.ContentsType
_Step = QAbstractSpinBox.StepEnabledFlag

ARROW_COLUMN_PX: Final = 32
"""The end of a combo box that holds its arrow."""
MENU_COLUMN_PX: Final = 28
"""The end of a split button that opens its menu."""
STEPPER_COLUMN_PX: Final = 26
STEPPER_ARROW_PX: Final = 12
STEPPERS: Final = (
    (_Part.SC_SpinBoxUp, "chevron-up", _Step.StepUpEnabled),
    (_Part.SC_SpinBoxDown, "chevron-down", _Step.StepDownEnabled),
)
# Qt's line edit keeps this much to itself on either side.
_EDIT_MARGIN_PX: Final = 2
_EDGE_PX: Final = 2


def control_height(text_height: int) -> int:
    """Return the height of a control, which grows with the text when that is large."""
    return max(CONTROL_HEIGHT_PX, text_height + SPACE_3_PX)


def field_size(kind: QStyle.ContentsType, option: QStyleOption, size: QSize) -> QSize | None:
    """Return the size of a field around its contents, or None for what is not a field."""
    height = control_height(option.fontMetrics.height())
    if kind == _Contents.CT_LineEdit:
        return QSize(size.width() + 2 * FIELD_PADDING_PX, height)
    if kind == _Contents.CT_ComboBox:
        return QSize(
            size.width() + FIELD_PADDING_PX + 2 * _EDIT_MARGIN_PX + ARROW_COLUMN_PX, height
        )
    if kind == _Contents.CT_Slider:
        return size.expandedTo(QSize(HANDLE_PX, HANDLE_PX))
    if kind == _Contents.CT_SpinBox:
        return QSize(size.width() + FIELD_PADDING_PX + STEPPER_COLUMN_PX, height)
    return None


def part(
    control: QStyle.ComplexControl, option: QStyleOptionComplex, which: QStyle.SubControl
) -> QRect | None:
    """Return where a part lies, or None for what Fusion knows better."""
    if control == _Complex.CC_ComboBox and which != _Part.SC_ComboBoxListBoxPopup:
        return combo_box_part(option, which)
    if control == _Complex.CC_SpinBox:
        return spin_box_part(option, which)
    if isinstance(option, QStyleOptionSlider) and which == _Part.SC_SliderHandle:
        return handle_rect(option) if control == _Complex.CC_Slider else None
    if control == _Complex.CC_ToolButton and isinstance(option, QStyleOptionToolButton):
        return tool_button_part(option, which)
    return None


def combo_box_part(option: QStyleOptionComplex, which: QStyle.SubControl) -> QRect:
    """Return where a part of a combo box lies."""
    rect = option.rect
    if which == _Part.SC_ComboBoxArrow:
        return _at_end(option, rect, ARROW_COLUMN_PX)
    if which == _Part.SC_ComboBoxEditField:
        editable = isinstance(option, QStyleOptionComboBox) and option.editable
        # The text of every field starts at the same place; an edit inside has its own margin.
        start = FIELD_PADDING_PX + (1 if editable else _EDIT_MARGIN_PX)
        inner = rect.adjusted(start, _EDGE_PX, -ARROW_COLUMN_PX, -_EDGE_PX)
        return QStyle.visualRect(option.direction, rect, inner)
    return rect


def spin_box_part(option: QStyleOptionComplex, which: QStyle.SubControl) -> QRect:
    """Return where a part of a spin box lies."""
    rect = option.rect
    column = _at_end(option, rect, STEPPER_COLUMN_PX)
    half = rect.height() // 2
    if which == _Part.SC_SpinBoxUp:
        return column.adjusted(0, 3, 0, half - rect.height())
    if which == _Part.SC_SpinBoxDown:
        return column.adjusted(0, half, 0, -3)
    if which == _Part.SC_SpinBoxEditField:
        inner = rect.adjusted(FIELD_PADDING_PX + 1, _EDGE_PX, -STEPPER_COLUMN_PX, -_EDGE_PX)
        return QStyle.visualRect(option.direction, rect, inner)
    return rect


def tool_button_part(option: QStyleOptionToolButton, which: QStyle.SubControl) -> QRect:
    """Return where a part of a tool button lies; without a split, all of it is the button."""
    rect = option.rect
    if not option.features & QStyleOptionToolButton.ToolButtonFeature.MenuButtonPopup:
        return rect if which == _Part.SC_ToolButton else QRect()
    menu = _at_end(option, rect, MENU_COLUMN_PX)
    if which == _Part.SC_ToolButtonMenu:
        return menu
    return QStyle.visualRect(option.direction, rect, rect.adjusted(0, 0, -MENU_COLUMN_PX, 0))


def _at_end(option: QStyleOption, rect: QRect, width: int) -> QRect:
    column = QRect(rect.right() + 1 - width, rect.top(), width, rect.height())
    return QStyle.visualRect(option.direction, rect, column)
