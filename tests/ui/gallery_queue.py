"""The queue of the gallery: invented jobs in a table whose cells the shared painters draw."""

# ruff: noqa: N802 -- Qt names the methods that are overridden

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rendermanager.ui.paint import (
    Bar,
    Line,
    Pill,
    Segments,
    Side,
    mirrored,
    paint_bar,
    paint_pill,
    paint_segments,
    paint_text,
    paint_thumbnail,
)
from rendermanager.ui.theme import StateColour, Theme, TypeSize, TypeWeight
from rendermanager.ui.theme.tokens import qcolor, readable

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    source: str
    preset: str
    pill: Pill
    progress: str
    fraction: float | None
    time: tuple[str, str]
    hue: int | None
    segments: Segments | None = None


def _pill(icon: str, text: str, state: StateColour, *, dimmed: bool = False) -> Pill:
    return Pill(icon, text, state, dimmed)


_S = StateColour
ROWS: Final = (
    Row(
        "SummerSale — 1080x1080",
        "AE comp “Sale_1x1” · nexrender",
        "ProRes 422 HQ",
        _pill("loader-circle", "Rendering", _S.RENDERING),
        "Frame 951 of 1,500",
        0.63,
        ("7 min left", "done at 14:35"),
        150,
    ),
    Row(
        "City fly-through, shot 040",
        "city_flythrough.blend · Cycles",
        "EXR 16-bit half",
        _pill("loader-circle", "Rendering", _S.RENDERING),
        "Loading project…",
        None,
        ("1 h 12 min left", "done at 15:40"),
        190,
    ),
    Row(
        "Campaign Spring — nine sizes",
        "9 sizes · nexrender",
        "H.264 Social",
        _pill("package-check", "Finishing", _S.RENDERING),
        "4 of 9 done",
        0.5,
        ("12 min left", "done at 15:52"),
        100,
        Segments(4, 2, 1, 2),
    ),
    Row(
        "SummerSale — 1080x1920",
        "AE comp “Sale_9x16” · nexrender",
        "H.264 Social",
        _pill("clock-3", "Queued", _S.QUEUED),
        "Next",
        -1,
        ("about 9 min", "ends about 14:44"),
        None,
    ),
    Row(
        "SummerSale — 1920x1080",
        "AE comp “Sale_16x9” · nexrender",
        "H.264 Social",
        _pill("link", "Waiting", _S.WAITING),
        "After “1080 × 1920”",
        -1,
        ("about 8 min", "ends about 14:52"),
        None,
    ),
    Row(
        "Credits v7",
        "credits_v7.aep · comp “MAIN”",
        "ProRes 4444",
        _pill("circle-pause", "Paused", _S.PAUSED),
        "Frame 2,310 of 3,000",
        0.77,
        ("Paused 12:41", ""),
        240,
    ),
    Row(
        "Logo sting",
        "logo_sting.json · nexrender",
        "MP4 1080p",
        _pill("circle-x", "Failed", _S.FAILED),
        "Missing font “Gotham Bold”",
        0.42,
        ("Attempt 3 of 3", ""),
        160,
    ),
    Row(
        "Interview A001 proxy",
        "A001_C003_0412.mov · ffmpeg",
        "DNxHR LB",
        _pill("circle-check", "Done", _S.DONE),
        "2 min 14 s · 1.2 GB",
        -1,
        ("Finished 13:52", ""),
        300,
    ),
    Row(
        "Interview A002 proxy",
        "A002_C001_0412.mov · ffmpeg",
        "DNxHR LB",
        _pill("circle-slash", "Skipped", _S.QUEUED, dimmed=True),
        "Unchanged",
        -1,
        ("Finished 13:50", ""),
        350,
    ),
)
_COLUMNS: Final = ("Job", "Preset", "Status", "Progress", "Time")


def sample_frame(hue: int, size: QSize) -> QPixmap:
    pixmap = QPixmap(size)
    painter = QPainter(pixmap)
    gradient = QLinearGradient(0, 0, size.width(), size.height())
    gradient.setColorAt(0, QColor.fromHsv((hue - 30) % 360, 190, 80))
    gradient.setColorAt(1, QColor.fromHsv((hue + 40) % 360, 150, 200))
    painter.fillRect(pixmap.rect(), gradient)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(4):
        painter.setBrush(QColor(255, 255, 255, 34))
        radius = size.height() * (0.3 + 0.1 * step)
        centre = QRect(0, 0, int(radius * 2), int(radius * 2))
        centre.moveCenter(
            QRect(size.width() * step // 4, size.height() * (step % 3) // 3, 40, 40).center()
        )
        painter.drawEllipse(centre)
    painter.end()
    return pixmap


class JobModel(QAbstractTableModel):
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(ROWS)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        row = ROWS[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return (row.name, row.preset, row.pill.text, row.progress, row.time[0])[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _COLUMNS[section]
        return None


class JobDelegate(QStyledItemDelegate):
    """Paints rows with the shared painters, as the queue does."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._frames = {
            row.hue: sample_frame(row.hue, QSize(284, 160)) for row in ROWS if row.hue is not None
        }

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = self._theme.tokens
        row = ROWS[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        active = bool(option.state & QStyle.StateFlag.State_Active)
        ground = tokens.surface
        if chosen:
            ground = tokens.selection if active else tokens.selection_inactive
        painter.fillRect(option.rect, qcolor(ground))
        line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(line, qcolor(tokens.border))
        if chosen and index.column() == 0:
            bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1)
            bar = mirrored(option.direction, option.rect, bar)
            painter.fillRect(bar, qcolor(tokens.accent))
        cell = option.rect.adjusted(8, 0, -8, -1)
        paint = (self._job, self._preset, self._status, self._progress, self._time)[index.column()]
        paint(painter, cell, row, option.direction, ground)

    def _two_lines(
        self, painter: QPainter, room: QRect, lines: tuple[Line, Line], way: Qt.LayoutDirection
    ) -> None:
        middle = room.center().y()
        paint_text(painter, QRect(room.left(), middle - 19, room.width(), 20), lines[0], way)
        paint_text(painter, QRect(room.left(), middle + 1, room.width(), 18), lines[1], way)

    def _job(
        self, painter: QPainter, cell: QRect, row: Row, way: Qt.LayoutDirection, _ground: str
    ) -> None:
        tokens = self._theme.tokens
        picture = QRect(cell.left() + 6, cell.center().y() - 19, 71, 40)
        frame = None if row.hue is None else self._frames[row.hue]
        paint_thumbnail(painter, mirrored(way, cell, picture), frame, self._theme)
        room = QRect(cell)
        room.setLeft(picture.right() + 12)
        bold = self._theme.font(TypeSize.BODY, TypeWeight.SEMIBOLD)
        lines = (
            Line(row.name, bold, tokens.text),
            Line(row.source, self._theme.font(TypeSize.SMALL), tokens.text2),
        )
        self._two_lines(painter, mirrored(way, cell, room), lines, way)

    def _preset(
        self, painter: QPainter, cell: QRect, row: Row, way: Qt.LayoutDirection, _ground: str
    ) -> None:
        font = self._theme.font(TypeSize.BODY)
        paint_text(painter, cell, Line(row.preset, font, self._theme.tokens.text2), way)

    def _status(
        self, painter: QPainter, cell: QRect, row: Row, way: Qt.LayoutDirection, _ground: str
    ) -> None:
        paint_pill(painter, cell, row.pill, self._theme, way)

    def _progress(
        self, painter: QPainter, cell: QRect, row: Row, way: Qt.LayoutDirection, ground: str
    ) -> None:
        tokens = self._theme.tokens
        small = self._theme.font(TypeSize.SMALL)
        failed = row.pill.state is StateColour.FAILED
        ink = readable(tokens.failed if failed else tokens.text2, ground, tokens.text)
        if row.fraction is not None and row.fraction < 0:
            paint_text(painter, cell, Line(row.progress, small, ink), way)
            return
        top = QRect(cell.left(), cell.center().y() - 20, cell.width(), 20)
        bar = QRect(cell.left(), cell.center().y() + 5, cell.width(), 6)
        used = 0
        if row.fraction is not None and row.segments is None:
            strong = self._theme.font(TypeSize.SMALL, TypeWeight.SEMIBOLD)
            percent = Line(f"{row.fraction:.0%}".replace("%", " %"), strong, tokens.text, Side.END)
            used = paint_text(painter, top, percent, way) + 8
        rest = mirrored(way, top, top.adjusted(0, 0, -used, 0))
        paint_text(painter, rest, Line(row.progress, small, ink), way)
        if row.segments is not None:
            paint_segments(painter, bar, replace(row.segments, ground=ground), tokens, way)
        else:
            colour = row.pill.state.value
            paint_bar(painter, bar, Bar(row.fraction, colour, 0.6, ground), tokens, way)

    def _time(
        self, painter: QPainter, cell: QRect, row: Row, way: Qt.LayoutDirection, _ground: str
    ) -> None:
        tokens = self._theme.tokens
        first = Line(row.time[0], self._theme.font(TypeSize.BODY), tokens.text)
        second = Line(row.time[1], self._theme.font(TypeSize.SMALL), tokens.text2)
        if row.time[1]:
            self._two_lines(painter, cell, (first, second), way)
        else:
            paint_text(painter, cell, Line(first.text, first.font, tokens.text2), way)
