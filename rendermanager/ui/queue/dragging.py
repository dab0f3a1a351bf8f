"""What is dragged out of the queue and into it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.ui.paint import Line, fill_round_rect, mirrored, paint_text, text_width
from rendermanager.ui.theme import Theme, TypeSize, TypeWeight
from rendermanager.ui.theme.tokens import RADIUS_PX, SPACE_2_PX, SPACE_3_PX, qcolor

JOBS_TYPE: Final = "application/x-rendermanager-jobs"
"""Ids of jobs, separated by commas; understood by the list they come from alone."""
_CHIP_HEIGHT_PX: Final = 32
_CHIP_WIDTH_PX: Final = 260
_ICON_PX: Final = 16
_LINE_PX: Final = 2
_DOT_PX: Final = 8


def packed(ids: Sequence[int], jobs: Sequence[Job]) -> QMimeData:
    """What a drag carries: the jobs themselves, and the files of those that are done."""
    data = QMimeData()
    data.setData(JOBS_TYPE, ",".join(map(str, ids)).encode())
    files = [
        artifact.final
        for job in jobs
        if job.status is JobStatus.COMPLETED
        for artifact in job.artifacts
    ]
    if files:
        data.setUrls([QUrl.fromLocalFile(path) for path in files])
    return data


def ids_in(data: QMimeData) -> list[int]:
    """The jobs that a drag from this list carries."""
    text = bytes(data.data(JOBS_TYPE).data()).decode("ascii", "ignore")
    return [int(part) for part in text.split(",") if part.isdigit()]


def files_in(data: QMimeData) -> list[str]:
    """The local files and folders that a drag carries."""
    if not data.hasUrls():
        return []
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def chip(theme: Theme, text: str, ratio: float, direction: Qt.LayoutDirection) -> QPixmap:
    """The small label that hangs on the pointer while jobs are dragged."""
    tokens = theme.tokens
    font = theme.font(TypeSize.BODY, TypeWeight.SEMIBOLD)
    height = theme.scaled(_CHIP_HEIGHT_PX)
    inside = text_width(font, text) + 1
    width = min(_CHIP_WIDTH_PX, SPACE_3_PX + _ICON_PX + SPACE_2_PX + inside + SPACE_3_PX)
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    whole = QRect(0, 0, width, height)
    painter = QPainter(pixmap)
    fill_round_rect(painter, whole, RADIUS_PX, tokens.raised, tokens.accent)
    icon = QRect(SPACE_3_PX, 0, _ICON_PX, height)
    theme.icons.paint(painter, mirrored(direction, whole, icon), "grip-vertical", "text2")
    x = icon.right() + 1 + SPACE_2_PX
    words = mirrored(direction, whole, QRect(x, 0, width - x - SPACE_2_PX, height))
    paint_text(painter, words, Line(text, font, tokens.text), direction)
    painter.end()
    return pixmap


def begin_drag(source: QWidget, data: QMimeData, picture: QPixmap) -> None:
    """Drag until it is dropped; blocks, as Qt has it."""
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(picture)
    drag.setHotSpot(QPoint(-12, -8))
    # A move would have the other program believe that it may delete the result.
    drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.CopyAction)


def paint_insertion_line(
    painter: QPainter, left: int, right: int, y: int, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    """Draw the line between two rows where something is going to be dropped.

    Args:
        painter: Of the viewport.
        left: First x of a row.
        right: Last x of a row.
        y: Of the gap between the rows.
        theme: Colours.
        direction: The dot stands where reading starts.
    """
    accent = theme.tokens.accent
    y = max(_DOT_PX // 2, y)
    row = QRect(left, y - _DOT_PX // 2, right - left + 1, _DOT_PX)
    line = QRect(row.left() + _DOT_PX, y - _LINE_PX // 2, row.width() - _DOT_PX, _LINE_PX)
    painter.fillRect(mirrored(direction, row, line), qcolor(accent))
    dot = QRect(row.topLeft() + QPoint(1, 0), row.bottomLeft() + QPoint(_DOT_PX, 0))
    dot.setSize(QRect(0, 0, _DOT_PX, _DOT_PX).size())
    fill_round_rect(painter, mirrored(direction, row, dot), _DOT_PX / 2, None, accent, _LINE_PX)
