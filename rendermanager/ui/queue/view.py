"""The list of jobs: a table whose rows are chosen, sorted, dragged and read as wholes."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDrag,
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
    QMenu,
    QStyle,
    QTableView,
    QWidget,
)

from rendermanager.ui.queue.columns import SPECS, Column, fit, next_sort
from rendermanager.ui.queue.delegates import QueueDelegate
from rendermanager.ui.queue.diffing import runs
from rendermanager.ui.queue.dragging import chip, files_in, ids_in, packed, paint_insertion_line
from rendermanager.ui.queue.header import QueueHeader
from rendermanager.ui.queue.model import QueueModel
from rendermanager.ui.queue.texts import BarKind
from rendermanager.ui.queue.thumbnails import Thumbnails
from rendermanager.ui.theme import Theme

NARROW_PX: Final = 1_000
"""Below this width of the window, the Preset column gives way."""
FRAME_MS: Final = 60
"""Between two pictures of a moving bar."""
DRAGGED_FILES: Final = 500
"""Files of more jobs than this are not put into a drag."""
_Flag = QItemSelectionModel.SelectionFlag
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
        self._wished: dict[Column, int] = {}
        self._hidden = {column for column in Column if not SPECS[column].shown}
        self._is_narrow = False
        self._fitting = False
        self._hovered = -1
        self._awaited = 0
        self._drop_row: int | None = None
        self._takes_files = True
        self._kept: tuple[list[int], int] = ([], 0)
        self._delegate = QueueDelegate(theme, thumbnails, self, self)
        self._header = QueueHeader(theme, self)
        self._announcing = self._single_shot(0, self._on_announcing)
        self._animation = self._single_shot(FRAME_MS, self._on_frame)
        self._set_up()
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self.setModel(model)
        self._connect(thumbnails)
        self._apply_columns()

    # ------------------------------------------------------------------ for the window

    def selected_ids(self) -> list[int]:
        """The chosen jobs, in the order shown."""
        ids = self._queue.ids()
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(place) for place in range(chosen.count()))
        rows = sorted((each.top(), each.bottom()) for each in ranges)
        found = [ids[row] for top, bottom in rows for row in range(top, min(bottom + 1, len(ids)))]
        return list(dict.fromkeys(found))

    def current_id(self) -> int:
        """The job the keyboard is at; 0 for none."""
        return self._queue.id_at(self.currentIndex().row())

    def select_job(self, job_id: int) -> bool:
        """Choose a job and scroll to it; one that is not there yet is chosen when it comes."""
        row = self._queue.row_of(job_id)
        if row < 0:
            self._awaited = job_id
            return False
        self._awaited = 0
        index = self._queue.index(row, Column.JOB)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)
        return True

    def set_window_width(self, width_px: int) -> None:
        """Tell how wide the window is: below 1000 px the Preset column gives way."""
        narrow = width_px < NARROW_PX
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._apply_columns()

    def set_compact(self, compact: bool) -> None:
        """Make the rows low, or as high as usual."""
        if compact != self._delegate.compact:
            self._delegate.compact = compact
            self._apply_heights()

    def set_takes_files(self, takes: bool) -> None:
        """Take files that are dropped between rows, or leave them to the window."""
        self._takes_files = takes

    def drop_target(self, where: QPoint) -> int | None:
        """The job before which a drop at this global point would insert; None for the end."""
        row = self._row_for_drop(self.viewport().mapFromGlobal(where).y())
        return self._id_before(row)

    def save_state(self) -> dict[str, Any]:
        """Widths, order and hidden columns, for `restore_state`."""
        order = sorted(Column, key=self._header.visualIndex)
        return {
            "widths": {column.name.lower(): width for column, width in self._wished.items()},
            "hidden": sorted(column.name.lower() for column in self._hidden),
            "order": [column.name.lower() for column in order],
        }

    def restore_state(self, state: Mapping[str, Any]) -> None:
        """Arrange the columns as they were; what makes no sense is passed over."""
        by_name = {column.name.lower(): column for column in Column}
        widths = state.get("widths", {})
        if isinstance(widths, Mapping):
            self._wished = {
                by_name[name]: max(SPECS[by_name[name]].min_px, width)
                for name, width in widths.items()
                if name in by_name and isinstance(width, int)
            }
        hidden = state.get("hidden")
        if isinstance(hidden, list):
            self._hidden = {by_name[each] for each in hidden if each in by_name} - {Column.JOB}
        order = state.get("order")
        if isinstance(order, list):
            for place, name in enumerate(each for each in order if each in by_name):
                self._header.moveSection(self._header.visualIndex(by_name[name]), place)
        self._apply_columns()

    def show_column(self, column: Column, shown: bool) -> None:
        """Show or hide a column; Job is always there."""
        if column is Column.JOB:
            return
        if shown:
            self._hidden.discard(column)
        else:
            self._hidden.add(column)
        self._apply_columns()

    # ------------------------------------------------------------------ for the delegate

    def is_hovered(self, row: int) -> bool:
        """Whether the pointer is over this row."""
        return row == self._hovered

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
        for place in range(self._header.count()):
            section = self._header.logicalIndex(place)
            if not self._header.isSectionHidden(section):
                return section
        return Column.JOB

    # ------------------------------------------------------------------ Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        self._delegate.drew_moving = False
        super().paintEvent(event)
        if self._drop_row is not None:
            painter = QPainter(self.viewport())
            left, right = self.span()
            y = (
                self.rowViewportPosition(self._drop_row)
                if self._drop_row < self._queue.shown
                else (self._end_of_rows())
            )
            paint_insertion_line(painter, left, right, y, self._theme, self.layoutDirection())
            painter.end()
        if self._delegate.drew_moving and not self._animation.isActive() and self._animates():
            self._animation.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._tell_visible()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._tell_visible()
        if dy and self._hovered >= 0:
            self._hover(self.viewport().mapFromGlobal(QCursor.pos()))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._tell_visible()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered(-1)

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
            self._fit_columns()
        return super().event(event)

    # ------------------------------------------------------------------ dragging

    def startDrag(self, _actions: Qt.DropAction) -> None:
        ids = self.selected_ids()
        if not ids:
            return
        jobs = [job for i in ids[:DRAGGED_FILES] if (job := self._queue.job(i)) is not None]
        data = packed(ids, jobs)
        if not data.hasUrls() and not self._can_reorder():
            return
        name = jobs[0].name if len(ids) == 1 and jobs else self.tr("{count} jobs")
        text = name.replace("{count}", self.locale().toString(len(ids)))
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(chip(self._theme, text, self.devicePixelRatioF(), self.layoutDirection()))
        drag.setHotSpot(QPoint(-12, -8))
        # Other programs get a copy: a move would have them delete the result.
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take_drag(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._show_drop_row(None)

    def dropEvent(self, event: QDropEvent) -> None:
        data, row = event.mimeData(), self._drop_row
        self._show_drop_row(None)
        if row is None or not self._wants(event):
            event.ignore()
            return
        before = self._id_before(row)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.source() is self:
            self.reorder_wanted.emit(ids_in(data), before)
        else:
            self.dropped.emit(files_in(data), before)

    def _take_drag(self, event: QDragMoveEvent) -> None:
        if not self._wants(event):
            self._show_drop_row(None)
            event.ignore()
            return
        y = event.position().toPoint().y()
        self._show_drop_row(self._row_for_drop(y))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        margin = self.autoScrollMargin()
        if y < margin or y > self.viewport().height() - margin:
            self.startAutoScroll()

    def _wants(self, event: QDropEvent) -> bool:
        data: QMimeData = event.mimeData()
        if event.source() is self:
            return self._can_reorder() and any(self._waits(each) for each in ids_in(data))
        return self._takes_files and self._can_reorder() and bool(files_in(data))

    def _can_reorder(self) -> bool:
        return self._queue.is_run_order

    def _waits(self, job_id: int) -> bool:
        first, end = self._queue.waiting_span()
        return first <= self._queue.row_of(job_id) < end

    def _row_for_drop(self, y: int) -> int:
        """The row before which a drop at this height inserts: one of those that wait."""
        row = self.rowAt(y)
        if row < 0:
            row = self._queue.shown
        elif y > self.rowViewportPosition(row) + self.rowHeight(row) // 2:
            row += 1
        first, end = self._queue.waiting_span()
        return min(max(row, first), end)

    def _id_before(self, row: int) -> int | None:
        _first, end = self._queue.waiting_span()
        return self._queue.id_at(row) if row < end else None

    def _show_drop_row(self, row: int | None) -> None:
        if row != self._drop_row:
            self._drop_row = row
            self.viewport().update()

    def _end_of_rows(self) -> int:
        last = self._queue.shown - 1
        return self.rowViewportPosition(last) + self.rowHeight(last) if last >= 0 else 0

    # ------------------------------------------------------------------ columns

    def _apply_columns(self) -> None:
        for column in Column:
            gives_way = column is Column.PRESET and self._is_narrow
            self.setColumnHidden(column, column in self._hidden or gives_way)
        self._fit_columns()

    def _fit_columns(self) -> None:
        shown = [column for column in Column if not self.isColumnHidden(column)]
        scale = max(1.0, self._theme.text_scale)
        self._fitting = True
        for column, width in fit(self.viewport().width(), self._wished, shown, scale).items():
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        self._fitting = False

    def _on_section_resized(self, section: int, _old: int, new: int) -> None:
        if self._fitting or not new:
            return
        column = Column(section)
        self._wished[column] = max(new, SPECS[column].min_px)
        self._fit_columns()

    def _on_section_clicked(self, section: int) -> None:
        state = next_sort(Column(section), self._queue.sort_state)
        self._queue.set_sort(state)
        self._header.set_sort(state)

    def _on_columns_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._header.fill_menu(menu)
        menu.triggered.connect(self._on_column_chosen)
        menu.popup(where)

    def _on_column_chosen(self, action: Any) -> None:
        self.show_column(Column(action.data()), action.isChecked())

    # ------------------------------------------------------------------ rows

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._kept = (self.selected_ids(), self.current_id())

    @Slot()
    def _on_reset(self) -> None:
        chosen, current = self._kept
        rows = [row for job_id in chosen if (row := self._queue.row_of(job_id)) >= 0]
        last = len(Column) - 1
        selection = QItemSelection()
        for top, bottom in runs(rows):
            selection.select(self._queue.index(top, 0), self._queue.index(bottom, last))
        model = self.selectionModel()
        model.select(selection, _Flag.ClearAndSelect)
        row = self._queue.row_of(current) if current else -1
        if row >= 0:
            model.setCurrentIndex(self._queue.index(row, Column.JOB), _Flag.NoUpdate)
        self._on_rows_changed()

    @Slot()
    def _on_rows_changed(self) -> None:
        self._tell_visible()
        self._announcing.start()
        if self._awaited and self._queue.row_of(self._awaited) >= 0:
            self.select_job(self._awaited)

    @Slot()
    def _on_announcing(self) -> None:
        self.selection_changed.emit(self.selected_ids())

    @Slot()
    def _on_current_changed(self) -> None:
        self.current_changed.emit(self.current_id())

    def _on_picture(self, job_id: int) -> None:
        row = self._queue.row_of(job_id)
        if row >= 0:
            self.viewport().update(self._rect_of(row, Column.JOB))

    def _tell_visible(self) -> None:
        first = self.rowAt(0)
        if first < 0:
            return
        last = self.rowAt(self.viewport().height() - 1)
        self._queue.set_visible(first, last if last >= 0 else self._queue.shown - 1)

    def _hover(self, where: QPoint) -> None:
        inside = self.viewport().rect().contains(where)
        self._set_hovered(self.rowAt(where.y()) if inside else -1)

    def _set_hovered(self, row: int) -> None:
        before, self._hovered = self._hovered, row
        for each in {before, row} - {-1}:
            self.viewport().update(self._rect_of(each))
        if before == row:
            return

    def _rect_of(self, row: int, column: Column | None = None) -> QRect:
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        if column is None:
            return QRect(0, top, self.viewport().width(), height)
        return QRect(self.columnViewportPosition(column), top, self.columnWidth(column), height)

    # ------------------------------------------------------------------ motion

    def _animates(self) -> bool:
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return bool(self.style().styleHint(hint, None, self))

    @Slot()
    def _on_frame(self) -> None:
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        for row in range(max(0, first), (last if last >= 0 else self._queue.shown - 1) + 1):
            view = self._queue.row_at(row)
            if view is not None and view.progress.bar is BarKind.MOVING:
                self.viewport().update(self._rect_of(row, Column.PROGRESS))

    # ------------------------------------------------------------------ set-up

    def _single_shot(self, interval_ms: int, slot: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _set_up(self) -> None:
        self.setObjectName("queue")
        self.setAccessibleName(self.tr("Jobs"))
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._header)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
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
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._header.setSectionResizeMode(Column.JOB, QHeaderView.ResizeMode.Fixed)
        self._header.sectionResized.connect(self._on_section_resized)
        self._header.sectionClicked.connect(self._on_section_clicked)
        self._header.menu_wanted.connect(self._on_columns_menu)
        model.modelReset.connect(self._on_reset)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(self._on_rows_changed)
        model.arranged.connect(self._on_arranged)
        selection = self.selectionModel()
        selection.selectionChanged.connect(self._announcing.start)
        selection.currentChanged.connect(self._on_current_changed)
        thumbnails.ready.connect(self._on_picture)
        self._theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_arranged(self) -> None:
        self._header.set_sort(self._queue.sort_state)
        self.scrollToTop()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._apply_heights()
        self._fit_columns()

    def _apply_heights(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self._header.updateGeometry()
        self.updateGeometries()
        self.viewport().update()
