"""Draws what stands in the cells of a row: picture and name, pill, progress, time."""

import time
from functools import lru_cache, partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont

from rendermanager.core.job import Job
from rendermanager.core.source import SourceKind
from rendermanager.ui.paint import (
    Bar,
    fill_round_rect,
    line_height,
    paint_bar,
    paint_pill,
    paint_thumbnail,
    text_width,
)
from rendermanager.ui.paint.pill import PILL_HEIGHT_PX
from rendermanager.ui.queue.cell import LINE_GAP_PX, Cell
from rendermanager.ui.queue.rows import RowView
from rendermanager.ui.queue.stamps import Stamps
from rendermanager.ui.queue.texts import DOT, BarKind
from rendermanager.ui.queue.thumbnails import Thumbnails
from rendermanager.ui.theme import Theme
from rendermanager.ui.theme.tokens import BAR_HEIGHT_PX, RADIUS_SMALL_PX, mix

PAD_PX: Final = 8
FIRST_PAD_PX: Final = 16
"""From the edge of the table to the first picture; the header's first word stands there, too."""
PROGRESS_END_PX: Final = 16
THUMB_PX: Final = QSize(71, 40)
COMPACT_THUMB_PX: Final = QSize(43, 24)
THUMB_GAP_PX: Final = 12
PHASE_S: Final = 1.6
"""How long the moving segment of a bar takes from end to end."""
DIMMED: Final = 0.55
# The ends of names tell them apart: versions, sizes, file types.
_MIDDLE: Final = Qt.TextElideMode.ElideMiddle
_ICONS: Final = {
    SourceKind.SEQUENCE: "images",
    SourceKind.IMAGE: "file-image",
    SourceKind.NONE: "terminal",
    SourceKind.PROJECT: "clapperboard",
}


class CellPainter:
    """Draws the cells of the columns that hold more than one plain line.

    Attributes:
        compact: Whether rows are low.
        drew_moving: Set when a bar was drawn that has to be drawn again soon.
    """

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        """Draw in one theme."""
        self._theme = theme
        self._thumbnails = thumbnails
        self._stamps = Stamps()
        self.compact = False
        self.drew_moving = False

    def forget(self) -> None:
        """The theme has changed: what was drawn before looks different now."""
        self._stamps.clear()

    def job(self, cell: Cell, view: RowView, job: Job | None) -> None:
        """Draw the picture, the name and the source."""
        thumb = self._thumb(cell)
        self._picture(cell, thumb, job, is_dimmed=view.shown.is_put_aside)
        text = cell.area(thumb.right() + 1 + THUMB_GAP_PX - cell.rect.left(), PAD_PX)
        fonts = cell.fonts
        name_colour = cell.quiet if view.shown.is_put_aside else cell.strong
        if not self.compact:
            first, second = cell.lines(text)
            cell.text(first, view.name, fonts.name, name_colour, elide=_MIDDLE)
            source = _with_engine(view, fonts.small, second.width())
            cell.text(second, source, fonts.small, cell.quiet, elide=_MIDDLE)
            return
        used = cell.text(text, view.name, fonts.name, name_colour, elide=_MIDDLE)
        rest = text.adjusted(used + THUMB_GAP_PX, 0, 0, 0)
        # On the line of the name there is room for a whole source or for none.
        if text_width(fonts.small, view.source) <= rest.width():
            cell.text(rest, view.source, fonts.small, cell.quiet)

    def status(self, cell: Cell, view: RowView) -> None:
        """Draw the pill."""
        area = cell.area(PAD_PX, 0)
        height = min(self._theme.scaled(PILL_HEIGHT_PX), area.height())
        # No higher than the pill: the line below the row is drawn already.
        area = QRect(area.left(), area.top() + (area.height() - height) // 2, area.width(), height)
        pill, direction = view.pill, cell.direction
        draw = partial(paint_pill, pill=pill, theme=self._theme, direction=direction)
        self._stamps.paint(cell.painter, cell.place(area), (pill, direction), cell.ground, draw)

    def progress(self, cell: Cell, view: RowView) -> None:
        """Draw frames and bar, or the reason why nothing moves."""
        progress = view.progress
        area = cell.area(PAD_PX, PROGRESS_END_PX)
        if progress.bar is BarKind.NONE:
            self._reason(cell, view, area)
            return
        words, bar = self._progress_parts(cell, area)
        room = QRect(words)
        fonts = cell.fonts
        if progress.percent:
            width = text_width(fonts.count, progress.percent)
            end = QRect(words.right() + 1 - width, words.top(), width, words.height())
            cell.text(end, progress.percent, fonts.count, cell.strong)
            room.setRight(end.left() - 1 - PAD_PX)
        cell.text(room, progress.text, fonts.small, cell.toned(progress.tone))
        moving = progress.bar is BarKind.MOVING
        self.drew_moving = self.drew_moving or moving
        shown = Bar(
            None if moving else progress.fraction,
            progress.colour,
            (time.monotonic() / PHASE_S) % 1.0 if moving else 0.0,
            cell.ground,
        )
        paint_bar(cell.painter, cell.place(bar), shown, cell.tokens, cell.direction)

    def time(self, cell: Cell, view: RowView) -> None:
        """Draw the time left, or when it ended."""
        area = cell.area(PAD_PX, PAD_PX)
        colour = cell.toned(view.time.tone)
        if not view.time.second or self.compact:
            cell.one_line(view.time.first, area, colour)
            return
        first, second = cell.lines(area)
        cell.text(first, view.time.first, cell.fonts.body, colour)
        cell.text(second, view.time.second, cell.fonts.small, cell.quiet)

    def job_sketch(self, cell: Cell) -> None:
        """Draw a quiet sketch of picture and name of a row that is being read."""
        tint = _tint(cell)
        thumb = self._thumb(cell)
        fill_round_rect(cell.painter, cell.place(thumb), RADIUS_SMALL_PX, tint)
        text = cell.area(thumb.right() + 1 + THUMB_GAP_PX - cell.rect.left(), PAD_PX)
        bars = [text.height() // 2 - 5] if self.compact else [18, 35]
        for number, top in enumerate(bars):
            width = min(text.width(), 150 - 40 * number)
            bar = QRect(text.left(), text.top() + top, width, 9)
            fill_round_rect(cell.painter, cell.place(bar), 4, tint)

    def progress_sketch(self, cell: Cell) -> None:
        """Draw a quiet sketch of the bar of a row that is being read."""
        bar = cell.area(PAD_PX, PROGRESS_END_PX)
        bar.setTop(bar.center().y() - BAR_HEIGHT_PX // 2)
        bar.setHeight(BAR_HEIGHT_PX)
        fill_round_rect(cell.painter, cell.place(bar), BAR_HEIGHT_PX / 2, _tint(cell))

    def _thumb(self, cell: Cell) -> QRect:
        size = COMPACT_THUMB_PX if self.compact else THUMB_PX
        width, height = self._theme.scaled(size.width()), self._theme.scaled(size.height())
        top = cell.rect.top() + (cell.rect.height() - height) // 2
        return QRect(cell.rect.left() + FIRST_PAD_PX, top, width, height)

    def _picture(self, cell: Cell, thumb: QRect, job: Job | None, *, is_dimmed: bool) -> None:
        picture = None if job is None else self._thumbnails.row_picture(job)
        icon = "film" if job is None else icon_of(job)
        place = cell.place(thumb)
        if picture is None and not is_dimmed:
            draw = partial(paint_thumbnail, pixmap=None, theme=self._theme, icon=icon)
            self._stamps.paint(cell.painter, place, icon, cell.ground, draw)
            return
        if is_dimmed:
            cell.painter.setOpacity(DIMMED)
        paint_thumbnail(cell.painter, place, picture, self._theme, icon=icon)
        cell.painter.setOpacity(1.0)

    def _reason(self, cell: Cell, view: RowView, area: QRect) -> None:
        progress, small = view.progress, cell.fonts.small
        colour = cell.toned(progress.tone)
        upper, lower = progress.text, progress.second
        if not lower and not self.compact:
            upper, lower = _wrapped(upper, small, area.width())
        if not lower or self.compact:
            cell.text(area, progress.text, small, colour)
            return
        first, second = cell.lines(area, small=True)
        cell.text(first, upper, small, colour)
        cell.text(second, lower, small, cell.quiet if progress.second else colour)

    def _progress_parts(self, cell: Cell, area: QRect) -> tuple[QRect, QRect]:
        """Where the words and the bar lie."""
        words, second = cell.lines(area)
        if self.compact:
            height = line_height(cell.fonts.small)
            whole = height + LINE_GAP_PX + BAR_HEIGHT_PX
            top = area.top() + (area.height() - whole) // 2
            words = QRect(area.left(), top, area.width(), height)
            return words, QRect(
                area.left(), top + height + LINE_GAP_PX, area.width(), BAR_HEIGHT_PX
            )
        top = second.top() + (second.height() - BAR_HEIGHT_PX) // 2
        return words, QRect(area.left(), top, area.width(), BAR_HEIGHT_PX)


def _tint(cell: Cell) -> str:
    return mix(cell.tokens.text3, cell.ground, 0.16)


def _with_engine(view: RowView, font: QFont, width: int) -> str:
    """The second line of a job; the engine is named only where nothing is shortened for it."""
    whole = DOT.join(each for each in (view.source, view.engine) if each)
    return whole if text_width(font, whole) <= width else view.source


@lru_cache(maxsize=1024)
def _wrapped(text: str, font: QFont, width: int) -> tuple[str, str]:
    """A text on two lines, broken between words; the second is empty when one is enough."""
    if text_width(font, text) <= width:
        return text, ""
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        upper = " ".join(words[:count])
        if text_width(font, upper) <= width:
            return upper, " ".join(words[count:])
    return text, ""


def icon_of(job: Job) -> str:
    """What stands in place of a picture."""
    if job.source is not None:
        return _ICONS.get(job.source.kind, "film")
    if not job.spec.source:
        return "terminal"
    return "images" if "%" in job.spec.source else "film"
