"""A list of places to go to: model, delegate and view."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rendermanager.ui.paint.text import Line, Side, mirrored, paint_text
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import fill_round_rect, paint_focus_ring
from rendermanager.ui.theme.tokens import (
    NAV_ICON_PX,
    NAV_ROW_HEIGHT_PX,
    RADIUS_PX,
    SPACE_1_PX,
    SPACE_2_PX,
    SPACE_3_PX,
    TypeSize,
    TypeWeight,
    mix,
)

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_ID_ROLE: Final = Qt.ItemDataRole.UserRole
_ICON_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_BADGE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_DOT_PX: Final = 8
_MOST_COUNTED: Final = 99
_DOT_GAP_PX: Final = 2


@dataclass(frozen=True, slots=True)
class NavItem:
    """One place to go to."""

    id: str
    icon: str
    text: str
    is_view: bool = True
    """It stays marked while it is shown; otherwise it opens something and nothing stays."""


class _NavModel(QAbstractListModel):
    def __init__(self, items: Sequence[NavItem], parent: QWidget) -> None:
        super().__init__(parent)
        self._items = tuple(items)
        self._badges: dict[str, int] = {}
        self._shows_tips = False

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        badge = self._badges.get(item.id, 0)
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("%1, %n new", "", badge).replace("%1", item.text) if badge else item.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.text if self._shows_tips else None
        return {_ID_ROLE: item.id, _ICON_ROLE: item.icon, _BADGE_ROLE: badge}.get(role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if index.isValid() and self._items[index.row()].is_view:
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags

    def item(self, index: _Index) -> NavItem:
        return self._items[index.row()]

    def find(self, item_id: str) -> QModelIndex:
        for row, item in enumerate(self._items):
            if item.id == item_id:
                return self.index(row)
        return QModelIndex()

    def set_badge(self, item_id: str, count: int) -> None:
        index = self.find(item_id)
        if index.isValid():
            self._badges[item_id] = count
            self.dataChanged.emit(index, index)

    def set_tips(self, *, shown: bool) -> None:
        self._shows_tips = shown


class _NavDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.collapsed = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._theme.scaled(NAV_ROW_HEIGHT_PX) + SPACE_1_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = self._theme.tokens
        direction = option.direction
        row = option.rect.adjusted(SPACE_2_PX, SPACE_1_PX // 2, -SPACE_2_PX, -SPACE_1_PX // 2)
        chosen = bool(option.state & _State.State_Selected)
        hovered = bool(option.state & _State.State_MouseOver)
        if chosen:
            fill_round_rect(painter, row, RADIUS_PX, tokens.selection)
        elif hovered:
            fill_round_rect(painter, row, RADIUS_PX, mix(tokens.text, tokens.window, 0.06))
        if self._shows_ring(option):
            paint_focus_ring(painter, row, RADIUS_PX, tokens.focus)
        side = self._theme.scaled(NAV_ICON_PX)
        inset = (row.width() - side) // 2 if self.collapsed else SPACE_3_PX
        icon = QRect(row.left() + inset, row.top(), side, row.height())
        colour = tokens.text if chosen or hovered else tokens.text2
        where = mirrored(direction, row, icon)
        self._theme.icons.paint(painter, where, index.data(_ICON_ROLE), colour)
        badge = index.data(_BADGE_ROLE)
        if badge:
            self._paint_dot(painter, where, tokens.selection if chosen else tokens.window)
        if not self.collapsed:
            x = icon.right() + 1 + SPACE_2_PX
            text = QRect(x, row.top(), row.right() - SPACE_1_PX - x, row.height())
            if badge:
                text.setRight(text.right() - self._paint_count(painter, option, text, badge))
            weight = TypeWeight.SEMIBOLD if chosen else TypeWeight.MEDIUM
            line = Line(index.data(), self._theme.font(TypeSize.BODY, weight), colour)
            paint_text(painter, mirrored(direction, row, text), line, direction)

    def _paint_count(
        self, painter: QPainter, option: QStyleOptionViewItem, text: QRect, count: int
    ) -> int:
        """Draw how many are new at the end of the row; tells how much room that takes."""
        words = option.locale.toString(count) if count <= _MOST_COUNTED else f"{_MOST_COUNTED}+"
        font = self._theme.font(TypeSize.SMALL, TypeWeight.SEMIBOLD)
        line = Line(words, font, self._theme.tokens.text, Side.END)
        room = text.adjusted(0, 0, -SPACE_2_PX, 0)
        paint_text(painter, mirrored(option.direction, option.rect, room), line, option.direction)
        return QFontMetrics(font).horizontalAdvance(words) + 2 * SPACE_2_PX

    def _paint_dot(self, painter: QPainter, icon: QRect, ground: str) -> None:
        dot = QRect(0, 0, _DOT_PX, _DOT_PX)
        dot.moveCenter(QPoint(icon.right() - 1, icon.center().y() - icon.width() // 2 + 2))
        gap = _DOT_GAP_PX
        around = dot.adjusted(-gap, -gap, gap, gap)
        fill_round_rect(painter, around, around.height() / 2, ground)
        fill_round_rect(painter, dot, dot.height() / 2, self._theme.tokens.accent)

    def _shows_ring(self, option: QStyleOptionViewItem) -> bool:
        widget = option.widget
        if not option.state & _State.State_HasFocus or not isinstance(widget, QWidget):
            return False
        return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


class NavList(QListView):
    """A list as high as its items.

    Signals:
        chosen: An item's id, and whether it is a view that stays marked.
    """

    chosen = Signal(str, bool)

    def __init__(self, theme: Theme, items: Sequence[NavItem], parent: QWidget) -> None:
        super().__init__(parent)
        self._items = _NavModel(items, self)
        self._delegate = _NavDelegate(theme, self)
        self.setObjectName("navigation")
        self.setModel(self._items)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)

    def mark(self, item_id: str) -> None:
        """Mark one view; no item of this list when it has none of this id."""
        index = self._items.find(item_id)
        command = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if index.isValid() and self._items.item(index).is_view:
            self.selectionModel().setCurrentIndex(index, command)
        else:
            self.selectionModel().clearSelection()

    def set_badge(self, item_id: str, count: int) -> None:
        """Put a dot on an item, or take it away at 0."""
        self._items.set_badge(item_id, count)

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Show icons only."""
        self._delegate.collapsed = collapsed
        self._items.set_tips(shown=collapsed)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        height = self._delegate.sizeHint(QStyleOptionViewItem(), QModelIndex())
        return QSize(0, height.height() * self._items.rowCount())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), 2 * NAV_ROW_HEIGHT_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(before)
            return
        super().keyPressEvent(event)
        after = self.currentIndex()
        if after != before and after.isValid() and self._items.item(after).is_view:
            self._choose(after)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            item = self._items.item(index)
            self.chosen.emit(item.id, item.is_view)

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
