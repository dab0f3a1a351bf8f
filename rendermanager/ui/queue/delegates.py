"""Draws the rows of the queue: picture and name, preset, pill, progress, time."""

import time
from typing import Final, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rendermanager.core.job import Job
from rendermanager.core.source import SourceKind
from rendermanager.ui.paint import (
    Bar,
    Line,
    Side,
    fill_round_rect,
    mirrored,
    paint_bar,
    paint_focus_ring,
    paint_pill,
    paint_text,
    paint_thumbnail,
    text_width,
)
from rendermanager.ui.queue.columns import SPECS, Column
from rendermanager.ui.queue.model import JOB_ROLE, ROW_ROLE
from rendermanager.ui.queue.rows import RowView
from rendermanager.ui.queue.texts import DOT, BarKind
from rendermanager.ui.queue.thumbnails import Thumbnails
from rendermanager.ui.queue.times import Tone
from rendermanager.ui.theme import Theme, TypeSize, TypeWeight
from rendermanager.ui.theme.shapes import hairline
from rendermanager.ui.theme.tokens import (
    BAR_HEIGHT_PX,
    COMPACT_ROW_HEIGHT_PX,
    RADIUS_SMALL_PX,
    ROW_HEIGHT_PX,
    mix,
    qcolor,
    readable,
)

EDGE_PX: Final = 3
"""Width of the mark of a selected row."""
PAD_PX: Final = 8
FIRST_PAD_PX: Final = 16
"""From the edge of the table to the first picture; the header's first word stands there, too."""
PROGRESS_END_PX: Final = 16
THUMB_PX: Final = QSize(71, 40)
COMPACT_THUMB_PX: Final = QSize(43, 24)
THUMB_GAP_PX: Final = 12
LINE_GAP_PX: Final = 3
BAR_GAP_PX: Final = 5
PHASE_S: Final = 1.6
"""How long the moving segment of a bar takes from end to end."""
DIMMED: Final = 0.55
_Index = QModelIndex | QPersistentModelIndex
# As numbers: Python's enums are slow, and this is looked at for every cell.
_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_ACTIVE: Final = QStyle.StateFlag.State_Active.value
# The ends of names tell them apart: versions, sizes, file types.
_MIDDLE: Final = Qt.TextElideMode.ElideMiddle
_ICONS: Final = {
    SourceKind.SEQUENCE: "images",
    SourceKind.IMAGE: "file-image",
    SourceKind.NONE: "terminal",
    SourceKind.PROJECT: "clapperboard",
}


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


class QueueDelegate(QStyledItemDelegate):
    """Draws a cell from the `RowView` of its row; colours come from the tokens alone.

    Attributes:
        compact: Whether rows are low.
        drew_moving: Set when a bar was drawn that has to be drawn again soon.
    """

    def __init__(self, theme: Theme, thumbnails: Thumbnails, rows: Rows, parent: QWidget) -> None:
        """Draw for one view."""
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._rows = rows
        self.compact = False
        self.drew_moving = False

    @property
    def row_height(self) -> int:
        """How high rows are."""
        return self._theme.scaled(COMPACT_ROW_HEIGHT_PX if self.compact else ROW_HEIGHT_PX)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        ground = self._paint_ground(painter, option, index)
        view = index.data(ROW_ROLE)
        cell = _Cell(painter, option, self._theme, ground)
        column = Column(index.column())
        if isinstance(view, RowView):
            self._paint_cell(cell, column, view, index)
        elif column in (Column.JOB, Column.PROGRESS):
            self._paint_placeholder(cell, column)
        if self._rows.shows_ring(index.row()):
            left, right = self._rows.span()
            row = QRect(left, option.rect.top(), right - left + 1, option.rect.height() - 1)
            paint_focus_ring(painter, row, RADIUS_SMALL_PX, self._theme.tokens.focus)
        painter.restore()

    # ------------------------------------------------------------------ ground

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> str:
        """Fill the cell's part of the row, and tell with which colour."""
        tokens = self._theme.tokens
        ground = tokens.surface
        state = option.state.value
        chosen, active = bool(state & _SELECTED), bool(state & _ACTIVE)
        if chosen:
            ground = tokens.selection if active else tokens.selection_inactive
        elif self._rows.is_hovered(index.row()):
            ground = tokens.hover
        painter.fillRect(option.rect, qcolor(ground))
        line = hairline(painter)
        bottom = option.rect.bottom() + 1 - line
        rule = QRectF(option.rect.left(), bottom, option.rect.width(), line)
        painter.fillRect(rule, qcolor(tokens.border))
        if chosen and index.column() == self._rows.leading_column():
            edge = QRect(option.rect.left(), option.rect.top(), EDGE_PX, option.rect.height())
            colour = tokens.accent if active else tokens.border_strong
            painter.fillRect(mirrored(option.direction, option.rect, edge), qcolor(colour))
        return ground

    def _paint_placeholder(self, cell: "_Cell", column: Column) -> None:
        """A quiet sketch of a row that is being read."""
        tokens = self._theme.tokens
        tint = mix(tokens.text3, cell.ground, 0.16)
        if column is Column.PROGRESS:
            bar = cell.area(PAD_PX, PROGRESS_END_PX)
            bar.setTop(bar.center().y() - BAR_HEIGHT_PX // 2)
            bar.setHeight(BAR_HEIGHT_PX)
            fill_round_rect(cell.painter, cell.place(bar), BAR_HEIGHT_PX / 2, tint)
            return
        thumb = self._thumb(cell)
        fill_round_rect(cell.painter, cell.place(thumb), RADIUS_SMALL_PX, tint)
        text = cell.area(thumb.right() + 1 + THUMB_GAP_PX - cell.rect.left(), PAD_PX)
        bars = [text.height() // 2 - 5] if self.compact else [18, 35]
        for number, top in enumerate(bars):
            width = min(text.width(), 150 - 40 * number)
            bar = QRect(text.left(), text.top() + top, width, 9)
            fill_round_rect(cell.painter, cell.place(bar), 4, tint)

    # ------------------------------------------------------------------ columns

    def _paint_cell(self, cell: "_Cell", column: Column, view: RowView, index: _Index) -> None:
        if column is Column.JOB:
            self._paint_job(cell, view, index)
        elif column is Column.PRESET:
            cell.one_line(view.preset, cell.area(PAD_PX, PAD_PX), cell.quiet)
        elif column is Column.STATUS:
            area = cell.place(cell.area(PAD_PX, 0))
            paint_pill(cell.painter, area, view.pill, self._theme, cell.direction)
        elif column is Column.PROGRESS:
            self._paint_progress(cell, view)
        elif column is Column.TIME:
            self._paint_time(cell, view)
        else:
            side = Side.END if SPECS[column].is_number else Side.START
            elide = _MIDDLE if column is Column.OUTPUT else Qt.TextElideMode.ElideRight
            cell.one_line(
                index.data(), cell.area(PAD_PX, PAD_PX), cell.quiet, side=side, elide=elide
            )

    def _thumb(self, cell: "_Cell") -> QRect:
        size = COMPACT_THUMB_PX if self.compact else THUMB_PX
        width, height = self._theme.scaled(size.width()), self._theme.scaled(size.height())
        top = cell.rect.top() + (cell.rect.height() - height) // 2
        return QRect(cell.rect.left() + FIRST_PAD_PX, top, width, height)

    def _paint_job(self, cell: "_Cell", view: RowView, index: _Index) -> None:
        thumb = self._thumb(cell)
        job = index.data(JOB_ROLE)
        picture = None
        icon = "film"
        if isinstance(job, Job):
            picture = self._thumbnails.row_picture(job)
            icon = icon_of(job)
        if view.shown.is_put_aside:
            cell.painter.setOpacity(DIMMED)
        paint_thumbnail(cell.painter, cell.place(thumb), picture, self._theme, icon=icon)
        cell.painter.setOpacity(1.0)
        text = cell.area(thumb.right() + 1 + THUMB_GAP_PX - cell.rect.left(), PAD_PX)
        name_colour = cell.quiet if view.shown.is_put_aside else cell.strong
        if not self.compact:
            first, second = cell.lines(text)
            cell.text(first, view.name, cell.name_font, name_colour, elide=_MIDDLE)
            source = _with_engine(view, cell.small_font, second.width())
            cell.text(second, source, cell.small_font, cell.quiet, elide=_MIDDLE)
            return
        used = cell.text(text, view.name, cell.name_font, name_colour, elide=_MIDDLE)
        rest = text.adjusted(used + THUMB_GAP_PX, 0, 0, 0)
        # On the line of the name there is room for a whole source or for none.
        if text_width(cell.small_font, view.source) <= rest.width():
            cell.text(rest, view.source, cell.small_font, cell.quiet)

    def _paint_progress(self, cell: "_Cell", view: RowView) -> None:
        progress = view.progress
        area = cell.area(PAD_PX, PROGRESS_END_PX)
        colour = cell.toned(progress.tone)
        if progress.bar is BarKind.NONE:
            upper, lower = progress.text, progress.second
            if not lower and not self.compact:
                upper, lower = _wrapped(upper, cell.small_font, area.width())
            if not lower or self.compact:
                cell.text(area, progress.text, cell.small_font, colour)
                return
            first, second = cell.lines(area, small=True)
            cell.text(first, upper, cell.small_font, colour)
            cell.text(second, lower, cell.small_font, cell.quiet if progress.second else colour)
            return
        words, bar = self._progress_parts(cell, area)
        room = QRect(words)
        if progress.percent:
            width = text_width(cell.count_font, progress.percent)
            end = QRect(words.right() + 1 - width, words.top(), width, words.height())
            cell.text(end, progress.percent, cell.count_font, cell.strong)
            room.setRight(end.left() - 1 - PAD_PX)
        cell.text(room, progress.text, cell.small_font, colour)
        moving = progress.bar is BarKind.MOVING
        self.drew_moving = self.drew_moving or moving
        shown = Bar(
            None if moving else progress.fraction,
            progress.colour,
            (time.monotonic() / PHASE_S) % 1.0 if moving else 0.0,
            cell.ground,
        )
        paint_bar(cell.painter, cell.place(bar), shown, self._theme.tokens, cell.direction)

    def _progress_parts(self, cell: "_Cell", area: QRect) -> tuple[QRect, QRect]:
        """Where the words and the bar lie."""
        words, second = cell.lines(area)
        if self.compact:
            height = QFontMetrics(cell.small_font).height()
            whole = height + LINE_GAP_PX + BAR_HEIGHT_PX
            top = area.top() + (area.height() - whole) // 2
            words = QRect(area.left(), top, area.width(), height)
            return words, QRect(
                area.left(), top + height + LINE_GAP_PX, area.width(), BAR_HEIGHT_PX
            )
        top = second.top() + (second.height() - BAR_HEIGHT_PX) // 2
        return words, QRect(area.left(), top, area.width(), BAR_HEIGHT_PX)

    def _paint_time(self, cell: "_Cell", view: RowView) -> None:
        area = cell.area(PAD_PX, PAD_PX)
        colour = cell.toned(view.time.tone)
        if not view.time.second or self.compact:
            cell.one_line(view.time.first, area, colour)
            return
        first, second = cell.lines(area)
        cell.text(first, view.time.first, cell.body_font, colour)
        cell.text(second, view.time.second, cell.small_font, cell.quiet)


class _Cell:
    """One cell while it is drawn: its room, fonts and colours, mirrored where reading goes left."""

    def __init__(
        self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme, ground: str
    ) -> None:
        self.painter = painter
        self.rect: QRect = option.rect
        self.direction = option.direction
        self.ground = ground
        self._theme = theme
        self.name_font = theme.font(TypeSize.BODY, TypeWeight.SEMIBOLD)
        self.body_font = theme.font(TypeSize.BODY)
        self.small_font = theme.font(TypeSize.SMALL)
        self.count_font = theme.font(TypeSize.SMALL, TypeWeight.SEMIBOLD)

    @property
    def strong(self) -> str:
        return self._theme.tokens.text

    @property
    def quiet(self) -> str:
        tokens = self._theme.tokens
        return readable(tokens.text2, self.ground, tokens.text)

    def toned(self, tone: Tone) -> str:
        """The colour of a tone, readable on this ground."""
        tokens = self._theme.tokens
        return readable(tokens.colour(tone.value), self.ground, tokens.text)

    def area(self, start: int, end: int) -> QRect:
        """The cell without its paddings, laid out from left to right."""
        return self.rect.adjusted(start, 0, -end, 0)

    def place(self, rect: QRect) -> QRect:
        """Where a rectangle, laid out from left to right, lies in this direction."""
        return mirrored(self.direction, self.rect, rect)

    def lines(self, area: QRect, *, small: bool = False) -> tuple[QRect, QRect]:
        """The rooms of two lines of text, the same in every column."""
        first = QFontMetrics(self.small_font if small else self.body_font).height()
        second = QFontMetrics(self.small_font).height()
        top = area.top() + (area.height() - first - LINE_GAP_PX - second) // 2
        return (
            QRect(area.left(), top, area.width(), first),
            QRect(area.left(), top + first + LINE_GAP_PX, area.width(), second),
        )

    def text(
        self,
        area: QRect,
        text: str,
        font: QFont,
        colour: str,
        *,
        side: Side = Side.START,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> int:
        """Draw one line, and tell its width."""
        line = Line(text, font, colour, side, elide)
        return paint_text(self.painter, self.place(area), line, self.direction)

    def one_line(
        self,
        text: str,
        area: QRect,
        colour: str,
        *,
        side: Side = Side.START,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        """Draw the only line of a cell."""
        self.text(area, text, self.body_font, colour, side=side, elide=elide)


def _with_engine(view: RowView, font: QFont, width: int) -> str:
    """The second line of a job; the engine is named only where nothing is shortened for it."""
    whole = DOT.join(each for each in (view.source, view.engine) if each)
    return whole if QFontMetrics(font).horizontalAdvance(whole) <= width else view.source


def _wrapped(text: str, font: QFont, width: int) -> tuple[str, str]:
    """A text on two lines, broken between words; the second is empty when one is enough."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return text, ""
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        upper = " ".join(words[:count])
        if metrics.horizontalAdvance(upper) <= width:
            return upper, " ".join(words[count:])
    return text, ""


def icon_of(job: Job) -> str:
    """What stands in place of a picture."""
    if job.source is not None:
        return _ICONS.get(job.source.kind, "film")
    if not job.spec.source:
        return "terminal"
    return "images" if "%" in job.spec.source else "film"
