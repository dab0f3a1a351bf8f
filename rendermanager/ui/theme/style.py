"""The style: Fusion, with the controls that a style sheet cannot draw well drawn from tokens."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QProxyStyle,
    QSlider,
    QStyle,
    QStyledItemDelegate,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionHeader,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QStyleOptionToolButton,
    QWidget,
)

from rendermanager.ui.theme import geometry
from rendermanager.ui.theme.buttons import (
    paint_push_button,
    paint_tool_button,
    push_button_size,
    tool_button_size,
)
from rendermanager.ui.theme.controls import (
    control_state,
    paint_check_box,
    paint_field,
    paint_radio_button,
)
from rendermanager.ui.theme.icons import Icons
from rendermanager.ui.theme.shapes import paint_focus_ring
from rendermanager.ui.theme.sliders import paint_slider
from rendermanager.ui.theme.tokens import FIELD_PADDING_PX, RADIUS_SMALL_PX, Tokens

_State = QStyle.StateFlag
_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Part = QStyle.SubControl
_Contents = QStyle.ContentsType

_ARROW_PX: Final = 14
_ARROWS: Final = {
    _Primitive.PE_IndicatorArrowUp: "chevron-up",
    _Primitive.PE_IndicatorArrowDown: "chevron-down",
    _Primitive.PE_IndicatorArrowLeft: "chevron-left",
    _Primitive.PE_IndicatorArrowRight: "chevron-right",
}
_STANDARD_ICONS: Final = {
    QStyle.StandardPixmap.SP_MessageBoxInformation: ("info", "rendering"),
    QStyle.StandardPixmap.SP_MessageBoxQuestion: ("circle-question-mark", "rendering"),
    QStyle.StandardPixmap.SP_MessageBoxWarning: ("triangle-alert", "paused"),
    QStyle.StandardPixmap.SP_MessageBoxCritical: ("circle-x", "failed"),
    QStyle.StandardPixmap.SP_ArrowLeft: ("chevron-left", "text2"),
    QStyle.StandardPixmap.SP_ArrowRight: ("chevron-right", "text2"),
    QStyle.StandardPixmap.SP_LineEditClearButton: ("x", "text2"),
    QStyle.StandardPixmap.SP_TitleBarCloseButton: ("x", "text2"),
    QStyle.StandardPixmap.SP_ToolBarHorizontalExtensionButton: ("chevron-right", "text2"),
}

_Draw = Callable[[QStyleOption, QPainter, QWidget | None], None]


class RenderStyle(QProxyStyle):
    """Fusion with our buttons, fields, boxes and arrows.

    Nothing is drawn from a palette here: the tokens are read at each drawing, so that a change of
    theme is a repaint.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__("Fusion")
        self._icons = icons
        self._primitives: dict[QStyle.PrimitiveElement, _Draw] = {
            _Primitive.PE_IndicatorCheckBox: self._draw_check_box,
            _Primitive.PE_IndicatorItemViewItemCheck: self._draw_check_box,
            _Primitive.PE_IndicatorRadioButton: self._draw_radio_button,
            _Primitive.PE_IndicatorMenuCheckMark: self._draw_menu_check,
            _Primitive.PE_IndicatorHeaderArrow: self._draw_header_arrow,
            _Primitive.PE_IndicatorBranch: self._draw_branch,
            _Primitive.PE_PanelLineEdit: self._draw_line_edit,
            _Primitive.PE_FrameLineEdit: self._draw_nothing,
            _Primitive.PE_FrameFocusRect: self._draw_focus,
        }

    @property
    def _tokens(self) -> Tokens:
        return self._icons.tokens

    # ------------------------------------------------------------------ what Qt asks

    def polish(self, target: Any) -> None:
        """Prepare a widget; Qt calls this with the application and its palette, too."""
        super().polish(target)
        if isinstance(target, QLineEdit):
            target.setAttribute(Qt.WidgetAttribute.WA_Hover)
            if target.hasFrame() and target.textMargins().isNull():
                target.setTextMargins(FIELD_PADDING_PX, 0, FIELD_PADDING_PX, 0)
        elif isinstance(target, QComboBox) and target.itemDelegate().parent() is not target:
            # Qt's own delegate for combo boxes ignores the style sheet's `::item`.
            target.setItemDelegate(QStyledItemDelegate(target))
        elif isinstance(target, QHeaderView) and target.orientation() == Qt.Orientation.Horizontal:
            target.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        elif isinstance(target, QAbstractItemView):
            # A view that was scrolled before it was shown has measured its rows without the sheet.
            target.scheduleDelayedItemsLayout()

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = self._primitives.get(element)
        if draw is not None:
            draw(option, painter, widget)
            return
        arrow = _ARROWS.get(element)
        if arrow is not None:
            self._draw_arrow(arrow, option, painter)
            return
        super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _Control.CE_PushButton and isinstance(option, QStyleOptionButton):
            paint_push_button(painter, option, widget, self._icons)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == _Complex.CC_ToolButton and isinstance(option, QStyleOptionToolButton):
            menu = geometry.tool_button_part(option, _Part.SC_ToolButtonMenu)
            paint_tool_button(painter, option, widget, self._icons, menu)
        elif control == _Complex.CC_ComboBox:
            self._draw_combo_box(option, painter, widget)
        elif control == _Complex.CC_Slider and isinstance(option, QStyleOptionSlider):
            paint_slider(painter, option, self._tokens, control_state(option, widget))
        elif control == _Complex.CC_SpinBox and isinstance(option, QStyleOptionSpinBox):
            self._draw_spin_box(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def standardIcon(
        self,
        which: QStyle.StandardPixmap,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        ours = _STANDARD_ICONS.get(which)
        if ours is not None:
            return self._icons.icon(*ours)
        return super().standardIcon(which, option, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        found = geometry.part(control, option, part)
        if found is not None:
            return found
        # The stub of QProxyStyle forgets that there may be no widget.
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        if kind == _Contents.CT_PushButton and isinstance(option, QStyleOptionButton):
            return push_button_size(option, widget)
        if kind == _Contents.CT_ToolButton and isinstance(option, QStyleOptionToolButton):
            return tool_button_size(option, widget)
        found = geometry.field_size(kind, option, size)
        if found is not None:
            return found
        return super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]

    # ------------------------------------------------------------------ primitives

    def _draw_nothing(
        self, _option: QStyleOption, _painter: QPainter, _widget: QWidget | None
    ) -> None:
        """Leave a frame out that is part of another drawing."""

    def _draw_check_box(
        self, option: QStyleOption, painter: QPainter, widget: QWidget | None
    ) -> None:
        state = control_state(option, widget)
        paint_check_box(painter, option.rect, self._tokens, self._icons, state)

    def _draw_radio_button(
        self, option: QStyleOption, painter: QPainter, widget: QWidget | None
    ) -> None:
        paint_radio_button(painter, option.rect, self._tokens, control_state(option, widget))

    def _draw_menu_check(
        self, option: QStyleOption, painter: QPainter, _widget: QWidget | None
    ) -> None:
        if option.state & _State.State_On:
            self._icons.paint(painter, option.rect, "check", self._ink(option))

    def _draw_header_arrow(
        self, option: QStyleOption, painter: QPainter, _widget: QWidget | None
    ) -> None:
        if not isinstance(option, QStyleOptionHeader):
            return
        # Qt calls the arrow of an ascending order "down".
        ascending = option.sortIndicator == QStyleOptionHeader.SortIndicator.SortDown
        self._draw_arrow("chevron-up" if ascending else "chevron-down", option, painter)

    def _draw_branch(
        self, option: QStyleOption, painter: QPainter, _widget: QWidget | None
    ) -> None:
        if not option.state & _State.State_Children:
            return
        closed = (
            "chevron-right"
            if option.direction == Qt.LayoutDirection.LeftToRight
            else "chevron-left"
        )
        self._draw_arrow(
            "chevron-down" if option.state & _State.State_Open else closed, option, painter
        )

    def _draw_arrow(self, name: str, option: QStyleOption, painter: QPainter) -> None:
        box = QRect(0, 0, _ARROW_PX, _ARROW_PX)
        box.moveCenter(option.rect.center())
        self._icons.paint(painter, box, name, self._ink(option))

    def _draw_line_edit(
        self, option: QStyleOption, painter: QPainter, widget: QWidget | None
    ) -> None:
        # The edit inside of a combo or spin box has no frame: the box draws the field.
        if isinstance(option, QStyleOptionFrame) and option.lineWidth > 0:
            state = control_state(option, widget, takes_text=True)
            paint_field(painter, option.rect, self._tokens, state)

    def _draw_focus(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        # Buttons draw the ring themselves, a selected row is seen without one.
        drawn = isinstance(widget, QAbstractButton | QSlider)
        if drawn or option.state & _State.State_Selected:
            return
        if not option.state & _State.State_KeyboardFocusChange:
            return
        paint_focus_ring(painter, option.rect, RADIUS_SMALL_PX, self._tokens.focus)

    # ------------------------------------------------------------------ fields with parts

    def _draw_combo_box(
        self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None
    ) -> None:
        editable = isinstance(widget, QComboBox) and widget.isEditable()
        state = control_state(option, widget, takes_text=editable)
        paint_field(painter, option.rect, self._tokens, state)
        box = geometry.combo_box_part(option, _Part.SC_ComboBoxArrow)
        arrow = QRect(0, 0, _ARROW_PX, _ARROW_PX)
        arrow.moveCenter(box.center())
        self._icons.paint(painter, arrow, "chevron-down", self._ink(option))

    def _draw_spin_box(
        self, option: QStyleOptionSpinBox, painter: QPainter, widget: QWidget | None
    ) -> None:
        paint_field(
            painter, option.rect, self._tokens, control_state(option, widget, takes_text=True)
        )
        for part, name, step in geometry.STEPPERS:
            box = geometry.spin_box_part(option, part)
            usable = bool(option.stepEnabled & step) and bool(option.state & _State.State_Enabled)
            active = bool(option.activeSubControls & part)
            colour = "text3" if not usable else "text" if active else "text2"
            arrow = QRect(0, 0, geometry.STEPPER_ARROW_PX, geometry.STEPPER_ARROW_PX)
            arrow.moveCenter(box.center())
            self._icons.paint(painter, arrow, name, colour)

    def _ink(self, option: QStyleOption) -> str:
        return "text2" if option.state & _State.State_Enabled else "text3"
