"""The list of what has happened: batches open, and every row has what one does next."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from rendermanager.services.batches import Entry, NoteAction
from rendermanager.ui.pages.notes_delegate import NoteDelegate
from rendermanager.ui.pages.notes_model import NotesModel
from rendermanager.ui.theme.manager import Theme


class NotesView(QListView):
    """The list.

    Signals:
        opened: The `Note` that was clicked, or chosen with Return.
        acted: An `Entry`, and the `NoteAction` that is wanted for it.
    """

    opened = Signal(object)
    acted = Signal(object, object)

    def __init__(self, model: NotesModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(parent)
        self._notes = model
        self._kept: tuple[Entry | None, int] = (None, 0)
        self._pressed = QModelIndex()
        self._delegate = NoteDelegate(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Notifications"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.modelReset.connect(self._on_reset)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def button_at(self, where: QPoint) -> tuple[int, NoteAction] | None:
        """Row and action of the button at a place of the viewport."""
        index = self.indexAt(where)
        if not index.isValid():
            return None
        rect, direction = self.visualRect(index), self.layoutDirection()
        for room, action in self._delegate.buttons(rect, direction, index):
            if room.contains(where):
                return index.row(), action
        return None

    def menu_of(self, row: int) -> QMenu:
        """Everything that can be done about a row."""
        entry = self._notes.entry(row)
        menu = QMenu(self)
        if entry.is_batch:
            is_open = self._notes.is_open(row)
            text = self.tr("Show failures only") if is_open else self.tr("Show all")
            menu.addAction(text, partial(self._notes.set_open, row, is_open=not is_open))
        for action in entry.actions:
            text = self._notes.action_text(action, entry)
            menu.addAction(text, partial(self.acted.emit, entry, action))
        return menu

    # ------------------------------------------------------------------ Qt

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.button_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self.indexAt(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        where = event.position().toPoint()
        is_click = event.button() == Qt.MouseButton.LeftButton
        if not is_click or self._pressed != self.indexAt(where):
            return
        button = self.button_at(where)
        if button is not None:
            row, action = button
            self.acted.emit(self._notes.entry(row), action)
        else:
            self._open(self.indexAt(where))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(index)
            return
        if index.isValid() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = Qt.Key.Key_Right
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                forward = Qt.Key.Key_Left
            self._notes.set_open(index.row(), is_open=event.key() == forward)
            return
        super().keyPressEvent(event)

    # ------------------------------------------------------------------ what happens

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = index.row()
        if self._notes.entry(row).is_batch:
            self._notes.set_open(row, is_open=not self._notes.is_open(row))
        else:
            self.opened.emit(self._notes.note(row))

    def _hover(self, button: tuple[int, NoteAction] | None) -> None:
        if button != self._delegate.hovered:
            self._delegate.hovered = button
            shape = Qt.CursorShape
            self.viewport().setCursor(shape.PointingHandCursor if button else shape.ArrowCursor)
            self.viewport().update()

    @Slot(QPoint)
    def _on_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if not index.isValid():
            index = self.currentIndex()
        if index.isValid():
            menu = self.menu_of(index.row())
            menu.aboutToHide.connect(menu.deleteLater)
            if not menu.isEmpty():
                menu.popup(self.viewport().mapToGlobal(where))

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        index = self.currentIndex()
        entry = self._notes.entry(index.row()) if index.isValid() else None
        self._kept = (entry, self.verticalScrollBar().value())

    @Slot()
    def _on_reset(self) -> None:
        entry, scrolled = self._kept
        row = self._notes.row_of(entry) if entry is not None else -1
        if row >= 0:
            self.setCurrentIndex(self._notes.index(row))
        self.verticalScrollBar().setValue(scrolled)
