"""The table of ended jobs and how its rows are drawn."""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.log import masked_words
from rendermanager.ui.language.said import said
from rendermanager.ui.pages.history_model import (
    ENDED,
    ENTRY_ROLE,
    JOB,
    PRESET,
    SIZE,
    STATUS,
    TOOK,
    Day,
    HistoryModel,
)
from rendermanager.ui.paint import Line, mirrored, paint_pill, paint_text, paint_thumbnail
from rendermanager.ui.queue import Thumbnails
from rendermanager.ui.queue.drawing import icon_of
from rendermanager.ui.queue.states import pill_of, shown_of
from rendermanager.ui.queue.texts import output_paths
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import hairline
from rendermanager.ui.theme.tokens import (
    HEADER_HEIGHT_PX,
    PAGE_PADDING_PX,
    ROW_HEIGHT_PX,
    SPACE_2_PX,
    SPACE_3_PX,
    TypeSize,
    TypeWeight,
    qcolor,
    readable,
)

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_THUMB: Final = QSize(71, 40)
_GAP_PX: Final = 3
_DAY_PX: Final = 36
_EDGE_PX: Final = 3
_WIDTHS_PX: Final = {PRESET: 150, STATUS: 120, TOOK: 110, SIZE: 90, ENDED: 90}
_LEAST_JOB_PX: Final = 260
_NARROW_PX: Final = 780


class HistoryDelegate(QStyledItemDelegate):
    """Draws headings of days, and jobs as the queue does."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget) -> None:
        """Draw for one table."""
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails

    def row_height(self, entry: object) -> int:
        """How high the row of an entry is."""
        return self._theme.scaled(_DAY_PX if isinstance(entry, Day) else ROW_HEIGHT_PX)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, self.row_height(index.data(ENTRY_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setClipRect(option.rect)
        if isinstance(entry, Day):
            self._paint_day(painter, option, entry, index.column())
        else:
            self._paint_job(painter, option, index, entry)
        painter.restore()

    def _paint_day(
        self, painter: QPainter, option: QStyleOptionViewItem, day: Day, column: int
    ) -> None:
        tokens = self._theme.tokens
        painter.fillRect(option.rect, qcolor(tokens.surface))
        self._rule(painter, option.rect)
        if column != JOB:
            return
        room = option.rect.adjusted(PAGE_PADDING_PX, SPACE_2_PX, 0, 0)
        font = self._theme.font(TypeSize.SMALL, TypeWeight.SEMIBOLD)
        line = Line(day.title, font, tokens.text2)
        paint_text(painter, mirrored(option.direction, option.rect, room), line, option.direction)

    def _paint_job(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, job: Job
    ) -> None:
        tokens = self._theme.tokens
        ground = tokens.surface
        chosen = bool(option.state & _State.State_Selected)
        active = bool(option.state & _State.State_Active)
        if chosen:
            ground = tokens.selection if active else tokens.selection_inactive
        painter.fillRect(option.rect, qcolor(ground))
        self._rule(painter, option.rect)
        if chosen and index.column() == JOB:
            edge = QRect(option.rect.left(), option.rect.top(), _EDGE_PX, option.rect.height())
            colour = tokens.accent if active else tokens.border_strong
            painter.fillRect(mirrored(option.direction, option.rect, edge), qcolor(colour))
        quiet = readable(tokens.text2, ground, tokens.text)
        if index.column() == JOB:
            self._paint_name(painter, option, job, quiet)
        elif index.column() == STATUS:
            room = option.rect.adjusted(SPACE_2_PX, 0, 0, 0)
            pill = pill_of(shown_of(job))
            where = mirrored(option.direction, option.rect, room)
            paint_pill(painter, where, pill, self._theme, option.direction)
        else:
            room = option.rect.adjusted(SPACE_2_PX, 0, -SPACE_2_PX, 0)
            line = Line(str(index.data()), self._theme.font(), quiet)
            where = mirrored(option.direction, option.rect, room)
            paint_text(painter, where, line, option.direction)

    def _paint_name(
        self, painter: QPainter, option: QStyleOptionViewItem, job: Job, quiet: str
    ) -> None:
        rect, direction = option.rect, option.direction
        thumb = QRect(rect.left() + PAGE_PADDING_PX, 0, _THUMB.width(), _THUMB.height())
        thumb.moveTop(rect.top() + (rect.height() - thumb.height()) // 2)
        picture = self._thumbnails.row_picture(job)
        where = mirrored(direction, rect, thumb)
        paint_thumbnail(painter, where, picture, self._theme, icon=icon_of(job))
        name_font = self._theme.font(TypeSize.BODY, TypeWeight.SEMIBOLD)
        small = self._theme.font(TypeSize.SMALL)
        first, second = QFontMetrics(name_font).height(), QFontMetrics(small).height()
        left = thumb.right() + 1 + SPACE_3_PX
        top = rect.top() + (rect.height() - first - _GAP_PX - second) // 2
        width = rect.right() - SPACE_2_PX - left
        name = QRect(left, top, width, first)
        below = QRect(left, top + first + _GAP_PX, width, second)
        text = self._theme.tokens.text
        self._line(painter, option, name, Line(job.name, name_font, text))
        colour = quiet
        about = _about(job)
        if job.status is JobStatus.FAILED:
            colour = readable(self._theme.tokens.failed, self._theme.tokens.surface, text)
        middle = Qt.TextElideMode.ElideMiddle
        elide = Qt.TextElideMode.ElideRight if job.failure else middle
        self._line(painter, option, below, Line(about, small, colour, elide=elide))

    def _line(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, line: Line
    ) -> None:
        where = mirrored(option.direction, option.rect, room)
        paint_text(painter, where, line, option.direction)

    def _rule(self, painter: QPainter, rect: QRect) -> None:
        line = hairline(painter)
        rule = QRectF(rect.left(), rect.bottom() + 1 - line, rect.width(), line)
        painter.fillRect(rule, qcolor(self._theme.tokens.border))


def _about(job: Job) -> str:
    """Below the name: why it failed, or what came out; of a command itself."""
    if job.status is JobStatus.FAILED and job.failure is not None:
        return said(job.failure.message)
    paths = output_paths(job)
    return paths[0] if paths else job.spec.source or " ".join(masked_words(job.spec.argv))


class HistoryView(QTableView):
    """A table without grid; the Job column takes what the others leave."""

    def __init__(
        self, model: HistoryModel, theme: Theme, thumbnails: Thumbnails, parent: QWidget
    ) -> None:
        """Show this model."""
        super().__init__(parent)
        self._theme = theme
        self._history = model
        self._rows = HistoryDelegate(theme, thumbnails, self)
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(self.tr("Ended jobs"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(ROW_HEIGHT_PX))
        self.verticalHeader().setMinimumSectionSize(theme.scaled(_DAY_PX))
        header = self.horizontalHeader()
        header.setFixedHeight(theme.scaled(HEADER_HEIGHT_PX))
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._pad_header()
        thumbnails.ready.connect(self._on_picture)
        self._kept: tuple[list[int], int] = ([], 0)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._fit_rows)
        model.modelReset.connect(self._bring_back)
        model.rowsInserted.connect(self._fit_rows)
        theme.changed.connect(self._on_theme_changed)

    def chosen(self) -> list[Job]:
        """The jobs that are selected, in the order shown."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        return self._history.jobs_at(rows)

    @Slot()
    def _keep(self) -> None:
        """Jobs end while somebody looks: what is chosen, and what is in sight, is to stay."""
        chosen = [job.id for job in self.chosen()]
        self._kept = chosen, self.verticalScrollBar().value()

    @Slot()
    def _bring_back(self) -> None:
        chosen, place = self._kept
        self._kept = [], 0
        rows = [row for row in map(self._history.row_of, chosen) if row >= 0]
        if rows:
            self.selectRow(rows[0])
            flags = QItemSelectionModel.SelectionFlag
            for row in rows[1:]:
                index = self._history.index(row, 0)
                self.selectionModel().select(index, flags.Select | flags.Rows)
        self.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._pad_header()

    def _pad_header(self) -> None:
        """The first word stands over the pictures."""
        side = "left" if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else "right"
        rule = f"QHeaderView::section:first {{ padding-{side}: {PAGE_PADDING_PX}px; }}"
        self.horizontalHeader().setStyleSheet(rule)

    def _fit_columns(self) -> None:
        width = self.viewport().width()
        self.setColumnHidden(SIZE, width < _NARROW_PX)
        used = 0
        for column, wanted in _WIDTHS_PX.items():
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, self._theme.scaled(wanted))
                used += self._theme.scaled(wanted)
        self.setColumnWidth(JOB, max(_LEAST_JOB_PX, width - used))

    @Slot()
    def _fit_rows(self) -> None:
        for row in range(self._history.rowCount()):
            if isinstance(self._history.entry(row), Day):
                self.setRowHeight(row, self._theme.scaled(_DAY_PX))

    @Slot(int)
    def _on_picture(self, job_id: int) -> None:
        row = self._history.row_of(job_id)
        if row >= 0:
            self.update(self._history.index(row, JOB))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.horizontalHeader().setFixedHeight(self._theme.scaled(HEADER_HEIGHT_PX))
        self._fit_rows()
        self.viewport().update()
