"""Paints a scene or composition that can be chosen: a box, its name, and what is known of it."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rendermanager.ui.paint import Line, Side, fill_round_rect, mirrored, paint_text
from rendermanager.ui.theme.controls import ControlState, paint_check_box
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import (
    RADIUS_SMALL_PX,
    SPACE_1_PX,
    SPACE_2_PX,
    TypeSize,
    TypeWeight,
    readable,
)

DETAILS_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""What is known of it."""
WARNING_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""What it misses."""
HEAD_ROW_PX: Final = 26
ROW_PX: Final = 42
_BOX_PX: Final = 18
_TOGGLES: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Select})


class PartDelegate(QStyledItemDelegate):
    """A row without a check state is the name of the file whose parts follow."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Paint in this theme."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        is_head = index.data(Qt.ItemDataRole.CheckStateRole) is None
        return QSize(0, self._theme.scaled(HEAD_ROW_PX if is_head else ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        tokens, direction = self._theme.tokens, option.direction
        row = option.rect.adjusted(0, 1, 0, -1)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        if state is None:
            font = self._theme.font(TypeSize.SMALL, TypeWeight.SEMIBOLD)
            self._write(painter, option, row, Line(name, font, tokens.text2))
            return
        ground = self._ground(option)
        if ground is not None:
            fill_round_rect(painter, row, RADIUS_SMALL_PX, ground)
        ground = ground or tokens.sunken
        side = self._theme.scaled(_BOX_PX)
        top = row.top() + (row.height() - side) // 2
        box = mirrored(direction, row, QRect(row.left() + SPACE_1_PX, top, side, side))
        is_checked = Qt.CheckState(state) == Qt.CheckState.Checked
        paint_check_box(painter, box, tokens, self._theme.icons, ControlState(checked=is_checked))
        text = row.adjusted(SPACE_1_PX + side + SPACE_2_PX, 0, -SPACE_1_PX, 0)
        ink = readable(tokens.text, ground, tokens.text)
        shown = str(index.data(DETAILS_ROLE) or "")
        warning = str(index.data(WARNING_ROLE) or "")
        line = Line(name, self._theme.font(), ink, elide=Qt.TextElideMode.ElideMiddle)
        if not shown and not warning:
            self._write(painter, option, text, line, row)
            return
        half = text.height() // 2
        self._write(painter, option, text.adjusted(0, 2, 0, -half + 2), line, row)
        below = text.adjusted(0, half - 2, 0, -2)
        small = self._theme.font(TypeSize.SMALL)
        if warning:
            tone = readable(tokens.paused, ground, tokens.text)
            mark = Line(warning, small, tone, Side.END)
            used = self._write(painter, option, below, mark, row)
            below = below.adjusted(0, 0, -used - SPACE_2_PX, 0)
        quiet = readable(tokens.text2, ground, tokens.text)
        self._write(painter, option, below, Line(shown, small, quiet), row)

    def editorEvent(  # type: ignore[override]
        self,
        event: QEvent,
        model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        index: QModelIndex,
    ) -> bool:
        """The whole row is the button of its box."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None or not (_clicks(event) or _presses(event)):
            return False
        is_checked = Qt.CheckState(state) == Qt.CheckState.Checked
        other = Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked
        return model.setData(index, other, Qt.ItemDataRole.CheckStateRole)

    def _ground(self, option: QStyleOptionViewItem) -> str | None:
        tokens, state = self._theme.tokens, option.state
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            return tokens.selection
        return tokens.hover if state & QStyle.StateFlag.State_MouseOver else None

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        line: Line,
        row: QRect | None = None,
    ) -> int:
        bounds = row if row is not None else rect
        where = mirrored(option.direction, bounds, rect)
        return paint_text(painter, where, line, option.direction)


def _clicks(event: QEvent) -> bool:
    released = event.type() == QEvent.Type.MouseButtonRelease
    return (
        released and isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton
    )


def _presses(event: QEvent) -> bool:
    return (
        event.type() == QEvent.Type.KeyPress
        and isinstance(event, QKeyEvent)
        and event.key() in _TOGGLES
    )
