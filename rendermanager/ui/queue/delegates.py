"""Draws the rows of the queue: their grounds, and each column's cell on top."""

from typing import Final, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rendermanager.core.job import Job
from rendermanager.ui.paint import Side, mirrored, paint_focus_ring
from rendermanager.ui.queue.cell import Cell, Fonts
from rendermanager.ui.queue.columns import SPECS, Column
from rendermanager.ui.queue.drawing import PAD_PX, CellPainter
from rendermanager.ui.queue.rows import RowView
from rendermanager.ui.queue.thumbnails import Thumbnails
from rendermanager.ui.theme import Theme
from rendermanager.ui.theme.shapes import hairline
from rendermanager.ui.theme.tokens import (
    COMPACT_ROW_HEIGHT_PX,
    RADIUS_SMALL_PX,
    ROW_HEIGHT_PX,
    qcolor,
)

EDGE_PX: Final = 3
"""Width of the mark of a selected row."""
_Index = QModelIndex | QPersistentModelIndex
# As numbers: Python's enums are slow, and this is looked at for every cell.
_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_ACTIVE: Final = QStyle.StateFlag.State_Active.value
_COLUMNS: Final = tuple(Column)


class Rows(Protocol):
    """What the delegate asks of its view."""

    def is_hovered(self, row: int) -> bool:
        """Whether the pointer is over this row."""
        ...

    def shows_ring(self, row: int) -> bool:
        """Whether the keyboard is in this row."""
        ...

    def span(self) -> tuple[int, int]:
        """First and last x of a whole row, in the coordinates of the viewport."""
        ...

    def leading_column(self) -> int:
        """The column in which reading a row begins."""
        ...

    def drawn_at(self, row: int) -> tuple[RowView, Job] | None:
        """What is drawn of a row; None while it is being read."""
        ...


class QueueDelegate(QStyledItemDelegate):
    """Draws a cell from the `RowView` of its row; colours come from the tokens alone."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, rows: Rows, parent: QWidget) -> None:
        """Draw for one view."""
        super().__init__(parent)
        self._theme = theme
        self._rows = rows
        self._cells = CellPainter(theme, thumbnails)
        self._fonts = Fonts.of(theme)
        theme.changed.connect(self._on_theme_changed)

    @property
    def compact(self) -> bool:
        """Whether rows are low."""
        return self._cells.compact

    def set_compact(self, compact: bool) -> None:
        """Make rows low, or as high as usual."""
        self._cells.compact = compact

    @property
    def row_height(self) -> int:
        """How high rows are."""
        return self._theme.scaled(COMPACT_ROW_HEIGHT_PX if self.compact else ROW_HEIGHT_PX)

    def begin(self) -> None:
        """A new picture of the rows is about to be drawn."""
        self._cells.drew_moving = False

    @property
    def drew_moving(self) -> bool:
        """Whether a bar was drawn since `begin` that has to be drawn again soon."""
        return self._cells.drew_moving

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, column = index.row(), _COLUMNS[index.column()]
        rect, tokens = option.rect, self._theme.tokens
        painter.save()
        painter.setClipRect(rect)
        ground = self._paint_ground(painter, option, row, column)
        cell = Cell(painter, rect, option.direction, ground, self._fonts, tokens)
        drawn = self._rows.drawn_at(row)
        if drawn is not None:
            self._paint_cell(cell, column, drawn, index)
        elif column is Column.JOB:
            self._cells.job_sketch(cell)
        elif column is Column.PROGRESS:
            self._cells.progress_sketch(cell)
        if self._rows.shows_ring(row):
            left, right = self._rows.span()
            whole = QRect(left, rect.top(), right - left + 1, rect.height() - 1)
            paint_focus_ring(painter, whole, RADIUS_SMALL_PX, tokens.focus)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: Column
    ) -> str:
        """Fill the cell's part of the row, and tell with which colour."""
        tokens, rect = self._theme.tokens, option.rect
        ground = tokens.surface
        state = option.state.value
        chosen, active = bool(state & _SELECTED), bool(state & _ACTIVE)
        if chosen:
            ground = tokens.selection if active else tokens.selection_inactive
        elif self._rows.is_hovered(row):
            ground = tokens.hover
        painter.fillRect(rect, qcolor(ground))
        line = hairline(painter)
        rule = QRectF(rect.left(), rect.bottom() + 1 - line, rect.width(), line)
        painter.fillRect(rule, qcolor(tokens.border))
        if chosen and column == self._rows.leading_column():
            edge = QRect(rect.left(), rect.top(), EDGE_PX, rect.height())
            colour = tokens.accent if active else tokens.border_strong
            painter.fillRect(mirrored(option.direction, rect, edge), qcolor(colour))
        return ground

    def _paint_cell(
        self, cell: Cell, column: Column, drawn: tuple[RowView, Job], index: _Index
    ) -> None:
        view, job = drawn
        if column is Column.JOB:
            self._cells.job(cell, view, job)
        elif column is Column.PRESET:
            cell.one_line(view.preset, cell.area(PAD_PX, PAD_PX), cell.quiet)
        elif column is Column.STATUS:
            self._cells.status(cell, view)
        elif column is Column.PROGRESS:
            self._cells.progress(cell, view)
        elif column is Column.TIME:
            self._cells.time(cell, view)
        else:
            side = Side.END if SPECS[column].is_number else Side.START
            # The ends of paths tell them apart.
            middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
            elide = middle if column is Column.OUTPUT else right
            area = cell.area(PAD_PX, PAD_PX)
            cell.one_line(index.data(), area, cell.quiet, side=side, elide=elide)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._fonts = Fonts.of(self._theme)
        self._cells.forget()
