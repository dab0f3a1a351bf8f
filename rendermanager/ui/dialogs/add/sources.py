"""The list of what is going to be rendered, in the add dialog."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rendermanager.services.sources import SAMPLE
from rendermanager.ui.theme.controls import ControlState, paint_field
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import FIELD_PADDING_PX, ICON_PX, SPACE_1_PX, SPACE_2_PX
from rendermanager.ui.widgets import icon_button
from rendermanager.ui.widgets.tips import plain

_ROLE: Final = Qt.ItemDataRole.UserRole
_ROW_PX: Final = 26
_MOST_ROWS: Final = 4
_EDGE_PX: Final = 3


class _List(QListWidget):
    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)


class Well(QFrame):
    """The frame of a field around a list."""

    def __init__(self, theme: Theme, inside: QWidget) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        edge = FIELD_PADDING_PX - SPACE_1_PX
        column.setContentsMargins(edge, _EDGE_PX, edge, _EDGE_PX)
        column.addWidget(inside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_field(painter, self.rect(), self._theme.tokens, ControlState())
        painter.end()


class SourceList(QWidget):
    """Files and folders, each once.

    Signals:
        changed: There are other ones now.
        add_wanted: The person wants to add files.
    """

    changed = Signal()
    add_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._list = _List()
        # By this name the sheet leaves the ground to what lies below.
        self._list.setObjectName("navigation")
        self._list.setAccessibleName(self.tr("Sources"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.setIconSize(QSize(ICON_PX, ICON_PX))
        self._list.delete_pressed.connect(self._on_remove)
        self._list.itemSelectionChanged.connect(self._on_selected)
        self._add = icon_button(theme.icon("plus"), self.tr("Add files…"))
        self._add.clicked.connect(self.add_wanted)
        self._remove = icon_button(theme.icon("minus"), self.tr("Take out of the list"))
        self._remove.clicked.connect(self._on_remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2_PX)
        row.addWidget(Well(theme, self._list), 1)
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        self._fit()

    @property
    def inputs(self) -> tuple[str, ...]:
        """What is in the list."""
        return tuple(self._list.item(row).data(_ROLE) for row in range(self._list.count()))

    @Slot(list)
    def add(self, inputs: Sequence[str]) -> None:
        """Put these at the end; what is there already is passed over."""
        known = set(self.inputs)
        fresh = [each for each in dict.fromkeys(inputs) if each not in known]
        for each in fresh:
            item = QListWidgetItem(self._icon(each), self._name(each))
            item.setData(_ROLE, each)
            item.setToolTip(plain(each))
            item.setSizeHint(QSize(0, self._theme.scaled(_ROW_PX)))
            self._list.addItem(item)
        if fresh:
            self._fit()
            self.changed.emit()

    def _name(self, path: str) -> str:
        return self.tr("Sample job") if path == SAMPLE else Path(path).name or path

    def _icon(self, path: str) -> QIcon:
        return self._theme.icon("sparkles" if path == SAMPLE else "file-video", "text2")

    def _fit(self) -> None:
        rows = min(_MOST_ROWS, max(1, self._list.count()))
        self._list.setFixedHeight(rows * self._theme.scaled(_ROW_PX))
        self._on_selected()

    @Slot()
    def _on_selected(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))

    @Slot()
    def _on_remove(self) -> None:
        chosen = self._list.selectedItems()
        for item in chosen:
            self._list.takeItem(self._list.row(item))
        if chosen:
            self._fit()
            self.changed.emit()
