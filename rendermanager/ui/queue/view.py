"""The list of jobs: a table whose rows are chosen, sorted, dragged and read as wholes."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from rendermanager.core.job import Job
from rendermanager.ui.queue.arranging import Columns
from rendermanager.ui.queue.choosing import Choice
from rendermanager.ui.queue.columns import Column, next_sort
from rendermanager.ui.queue.delegates import QueueDelegate
from rendermanager.ui.queue.dragging import begin_drag, chip, packed, paint_insertion_line
from rendermanager.ui.queue.header import QueueHeader
from rendermanager.ui.queue.hovering import Hover
from rendermanager.ui.queue.landing import Landing
from rendermanager.ui.queue.model import QueueModel
from rendermanager.ui.queue.moving import Motion
from rendermanager.ui.queue.rows import RowView
from rendermanager.ui.queue.thumbnails import Thumbnails
from rendermanager.ui.theme import Theme

DRAGGED_FILES: Final = 500
"""Files of more jobs than this are not put into a drag."""
_Move = QAbstractItemView.CursorAction


class QueueView(QTableView):
    """Shows a `QueueModel`; what is asked by keyboard and pointer is announced, not done.

    Signals:
        selection_changed: `list[int]`: the chosen jobs, in the order shown.
        current_changed: The job the keyboard is at; 0 for none.
        quick_look: Space was pressed on a job.
        default_wanted: Return or a double click on a job.
        menu_wanted: Where a menu for the chosen jobs is to open, in global coordinates.
        dropped: Paths that were dropped, and the id of the job before which they go, or None.
        reorder_wanted: Jobs that were dragged, and the id of the job before which they go, or None.
    """

    selection_changed = Signal(object)
    current_changed = Signal(int)
    quick_look = Signal(int)
    default_wanted = Signal(int)
    menu_wanted = Signal(QPoint)
    dropped = Signal(object, object)
    reorder_wanted = Signal(object, object)

    def __init__(
        self,
        model: QueueModel,
        theme: Theme,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        """Show a model.

        Args:
            model: The rows.
            theme: The look.
            thumbnails: Pictures of the jobs.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._queue = model
        self._theme = theme
        self._hover = Hover(self)
        self._delegate = QueueDelegate(theme, thumbnails, self, self)
        self._header = QueueHeader(theme, self)
        self._columns = Columns(self, self._header, theme)
        self._landing = Landing(self, model)
        self._choice = Choice(self, model)
        self._motion = Motion(self, model)
        self._set_up()
        self.setModel(model)
        self._connect(thumbnails)
        self._columns.begin()

    # ------------------------------------------------------------------ for the window

    def selected_ids(self) -> list[int]:
        """The chosen jobs, in the order shown."""
        return self._choice.ids()

    def current_id(self) -> int:
        """The job the keyboard is at; 0 for none."""
        return self._choice.current()

    def select_job(self, job_id: int) -> bool:
        """Choose a job and scroll to it; one that is not there yet is chosen when it comes."""
        return self._choice.take(job_id)

    def set_window_width(self, width_px: int) -> None:
        """Tell how wide the window is: below 1000 px the Preset column gives way."""
        self._columns.set_window_width(width_px)

    def set_compact(self, compact: bool) -> None:
        """Make the rows low, or as high as usual."""
        if compact != self._delegate.compact:
            self._delegate.set_compact(compact)
            self._apply_heights()

    def set_takes_files(self, takes: bool) -> None:
        """Take files that are dropped between rows, or leave them to the window."""
        self._landing.takes_files = takes

    def drop_target(self, where: QPoint) -> int | None:
        """The job before which a drop at this global point would insert; None for the end."""
        return self._landing.job_at(self._landing.row_at(self.viewport().mapFromGlobal(where).y()))

    def show_column(self, column: Column, shown: bool) -> None:
        """Show or hide a column; Job is always there."""
        self._columns.show_column(column, shown)

    def save_state(self) -> dict[str, Any]:
        """Widths, order and hidden columns, for `restore_state`."""
        return self._columns.save()

    def restore_state(self, state: Mapping[str, Any]) -> None:
        """Arrange the columns as they were; what makes no sense is passed over."""
        self._columns.restore(state)

    # ------------------------------------------------------------------ for the delegate

    def is_hovered(self, row: int) -> bool:
        """Whether the pointer is over this row."""
        return row == self._hover.row

    def shows_ring(self, row: int) -> bool:
        """Whether the keyboard is in this row, and somebody uses it."""
        if row != self.currentIndex().row() or not self.hasFocus():
            return False
        return self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)

    def span(self) -> tuple[int, int]:
        """First and last x of a whole row, in the coordinates of the viewport."""
        length = self._header.length()
        if self.isRightToLeft():
            right = self.viewport().width() - 1 + self._header.offset()
            return right - length + 1, right
        left = -self._header.offset()
        return left, left + length - 1

    def leading_column(self) -> int:
        """The column in which reading a row begins."""
        return self._columns.leading()

    def drawn_at(self, row: int) -> tuple[RowView, Job] | None:
        """What is drawn of a row; None while it is being read."""
        return self._queue.drawn_at(row)

    # ------------------------------------------------------------------ Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        self._delegate.begin()
        super().paintEvent(event)
        if self._landing.row is not None:
            painter = QPainter(self.viewport())
            left, right = self.span()
            y = self._landing.y_of(self._landing.row)
            paint_insertion_line(painter, left, right, y, self._theme, self.layoutDirection())
            painter.end()
        if self._delegate.drew_moving:
            self._motion.go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._columns.fit()
        self._tell_visible()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._tell_visible()
        self._hover.look()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._tell_visible()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.default_wanted.emit(self._queue.id_at(index.row()))
            event.accept()
            return
        super().mouseDoubleClickEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self.clearSelection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            where = self.viewport().mapToGlobal(rect.center())
        if self.selected_ids():
            self.menu_wanted.emit(where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = (
            event.key(),
            event.modifiers()
            in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ),
        )
        current = self.current_id()
        if current and plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.default_wanted.emit(current)
        elif current and plain and key == Qt.Key.Key_Space:
            self.quick_look.emit(current)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _typed: str) -> None:
        """Looking through 100,000 rows for a letter would load them all: the filter is for that."""

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        row, last = self.currentIndex().row(), self._queue.shown - 1
        if action in (_Move.MoveLeft, _Move.MoveRight):
            bar = self.horizontalScrollBar()
            forward = (action == _Move.MoveRight) != self.isRightToLeft()
            bar.setValue(bar.value() + bar.singleStep() * (1 if forward else -1))
            return self._queue.index(row, Column.JOB) if row >= 0 else QModelIndex()
        if action == _Move.MoveHome:
            return self._queue.index(0, Column.JOB)
        if action == _Move.MoveEnd:
            return self._queue.index(last, Column.JOB)
        # Whole rows are read out, so the keyboard stays in the column that says them.
        target = super().moveCursor(action, modifiers).row()
        return self._queue.index(max(target, 0), Column.JOB)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.LanguageChange):
            self._columns.fit()
        return super().event(event)

    # ------------------------------------------------------------------ dragging

    def startDrag(self, _actions: Qt.DropAction) -> None:
        ids = self.selected_ids()
        if not ids:
            return
        jobs = [job for i in ids[:DRAGGED_FILES] if (job := self._queue.job(i)) is not None]
        data = packed(ids, jobs)
        if not data.hasUrls() and not self._queue.is_run_order:
            return
        text = jobs[0].name if len(ids) == 1 and jobs else self._count(len(ids))
        ratio, direction = self.devicePixelRatioF(), self.layoutDirection()
        begin_drag(self, data, chip(self._theme, text, ratio, direction))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take_drag(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        if self._landing.leave():
            self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        landed = self._landing.land(event)
        self.viewport().update()
        if landed is not None and landed.ids:
            self.reorder_wanted.emit(list(landed.ids), landed.before)
        elif landed is not None:
            self.dropped.emit(list(landed.paths), landed.before)

    def _take_drag(self, event: QDragMoveEvent) -> None:
        if self._landing.hover(event):
            self.viewport().update()
        y, margin = event.position().toPoint().y(), self.autoScrollMargin()
        if event.isAccepted() and not margin <= y <= self.viewport().height() - margin:
            self.startAutoScroll()

    def _count(self, count: int) -> str:
        return self.tr("{count} jobs").format(count=self.locale().toString(count))

    # ------------------------------------------------------------------ rows

    def _on_section_clicked(self, section: int) -> None:
        self._queue.set_sort(next_sort(Column(section), self._queue.sort_state))
        self._header.set_sort(self._queue.sort_state)

    def _on_picture(self, job_id: int) -> None:
        row = self._queue.row_of(job_id)
        if row >= 0:
            self._redraw(row, Column.JOB)

    @Slot()
    def _tell_visible(self) -> None:
        first = self.rowAt(0)
        if first < 0:
            return
        last = self.rowAt(self.viewport().height() - 1)
        self._queue.set_visible(first, last if last >= 0 else self._queue.shown - 1)

    def _redraw(self, row: int, column: Column) -> None:
        self.viewport().update(self.visualRect(self._queue.index(row, column)))

    # ------------------------------------------------------------------ set-up

    def _set_up(self) -> None:
        self.setObjectName("queue")
        self.setAccessibleName(self.tr("Jobs"))
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._header)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._delegate.row_height)

    def _connect(self, thumbnails: Thumbnails) -> None:
        model = self._queue
        self._header.sectionClicked.connect(self._on_section_clicked)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(self._tell_visible)
        model.arranged.connect(self._on_arranged)
        self._choice.begin()
        self._choice.changed.connect(self.selection_changed)
        self._choice.current_changed.connect(self.current_changed)
        thumbnails.ready.connect(self._on_picture)
        self._theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_arranged(self) -> None:
        self._header.set_sort(self._queue.sort_state)
        self.scrollToTop()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._apply_heights()

    def _apply_heights(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self._header.updateGeometry()
        self.updateGeometries()
        self.viewport().update()
