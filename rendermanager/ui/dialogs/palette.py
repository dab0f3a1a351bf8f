"""The command palette: every action by a few letters of its name."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rendermanager.ui.paint import Line, Side, fill_round_rect, mirrored, paint_text
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import (
    ICON_PX,
    RADIUS_SMALL_PX,
    SPACE_2_PX,
    SPACE_3_PX,
    TypeSize,
    qcolor,
    readable,
)
from rendermanager.ui.widgets import SearchField

_Index = QModelIndex | QPersistentModelIndex
_WIDTH_PX: Final = 520
_HEIGHT_PX: Final = 400
_ROW_PX: Final = 34
_ACTION_ROLE: Final = Qt.ItemDataRole.UserRole


NAME_PROPERTY: Final = "palette"
"""The dynamic property of an action whose text makes sense only below its menu's title."""


def plain_text(action: QAction) -> str:
    """The words of an action without mnemonic and dots."""
    text = str(action.property(NAME_PROPERTY) or action.text())
    return text.replace("&", "").rstrip("…")


def ranked(actions: Sequence[QAction], words: str) -> list[QAction]:
    """The actions in which all words occur, those that begin with them first; usable ones first."""
    wanted = words.casefold().split()
    found = [
        action
        for action in actions
        if action.isVisible() and all(word in plain_text(action).casefold() for word in wanted)
    ]

    def rank(action: QAction) -> tuple[bool, bool, str]:
        text = plain_text(action).casefold()
        return (not action.isEnabled(), bool(wanted) and not text.startswith(wanted[0]), text)

    return sorted(found, key=rank)


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: list[QAction] = []

    def show(self, actions: Sequence[QAction]) -> None:
        self.beginResetModel()
        self._actions = list(actions)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._actions)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self._actions[index.row()].isEnabled():
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        action = self._actions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain_text(action)
        if role == Qt.ItemDataRole.ToolTipRole:
            return action.toolTip()
        return action if role == _ACTION_ROLE else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._theme.scaled(_ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        action: QAction = index.data(_ACTION_ROLE)
        tokens, direction = self._theme.tokens, option.direction
        row = option.rect.adjusted(0, 1, 0, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = tokens.selection if chosen else tokens.raised
        if chosen:
            fill_round_rect(painter, row, RADIUS_SMALL_PX, ground)
        colour = tokens.text if action.isEnabled() else tokens.text3
        icon = QRect(row.left() + SPACE_2_PX, row.top(), ICON_PX, row.height())
        action.icon().paint(painter, mirrored(direction, row, icon))
        text = row.adjusted(SPACE_2_PX + ICON_PX + SPACE_3_PX, 0, -SPACE_2_PX, 0)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        quiet = readable(tokens.text2, ground, tokens.text)
        used = paint_text(
            painter,
            mirrored(direction, row, text),
            Line(keys, self._theme.font(TypeSize.SMALL), quiet, Side.END),
            direction,
        )
        words = text.adjusted(0, 0, -used - SPACE_3_PX, 0)
        line = Line(plain_text(action), self._theme.font(), readable(colour, ground, colour))
        paint_text(painter, mirrored(direction, row, words), line, direction)


class CommandPalette(QDialog):
    """A field and a list; Return does what is marked."""

    def __init__(self, parent: QWidget, theme: Theme, actions: Sequence[QAction]) -> None:
        """Offer these actions."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Command palette"))
        self._actions = list(actions)
        self._field = SearchField(theme, self.tr("What do you want to do?"))
        self._field.textChanged.connect(self._on_typed)
        self._field.installEventFilter(self)
        self._model = _Model(self)
        self._list = QListView()
        self._list.setObjectName("navigation")
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(theme, self._list))
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._run)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[SPACE_3_PX] * 4)
        column.setSpacing(SPACE_2_PX)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        self.resize(theme.scaled(_WIDTH_PX), theme.scaled(_HEIGHT_PX))
        self._on_typed("")

    def open_over(self, window: QWidget) -> None:
        """Show it in the upper part of a window."""
        corner = window.mapToGlobal(window.rect().topLeft())
        x = corner.x() + (window.width() - self.width()) // 2
        self.move(x, corner.y() + window.height() // 8)
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), qcolor(tokens.border_strong))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), qcolor(tokens.raised))
        painter.end()

    @property
    def found(self) -> list[QAction]:
        """What the words leave, in order."""
        rows = range(self._model.rowCount())
        return [self._model.index(row).data(_ACTION_ROLE) for row in rows]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and watched is self._field
        if pressed and isinstance(event, QKeyEvent) and self._on_key(event.key()):
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps:
            row = self._list.currentIndex().row() + steps[Qt.Key(key)]
            if 0 <= row < self._model.rowCount():
                self._list.setCurrentIndex(self._model.index(row))
            return True
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run(self._list.currentIndex())
            return True
        return False

    @Slot(str)
    def _on_typed(self, words: str) -> None:
        self._model.show(ranked(self._actions, words))
        self._list.setCurrentIndex(self._model.index(0))

    @Slot(QModelIndex)
    def _run(self, index: QModelIndex) -> None:
        action = index.data(_ACTION_ROLE)
        if isinstance(action, QAction) and action.isEnabled():
            self.close()
            action.trigger()
