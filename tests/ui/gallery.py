"""Shows every base widget and painter in one place; run it to write pictures of all of it.

python -m tests.ui.gallery FOLDER
"""

import math
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QSlider,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTabWidget,
    QVBoxLayout,
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
from rendermanager.ui.theme import StateColour, Theme, ThemeMode, TypeSize, TypeWeight
from rendermanager.ui.theme.app_icon import TrayMood, app_icon, tray_icon
from rendermanager.ui.theme.controls import INVALID_PROPERTY
from rendermanager.ui.theme.colour import qcolor, readable
from rendermanager.ui.widgets import (
    Banner,
    BannerKind,
    Chip,
    DropOverlay,
    ElidedLabel,
    EmptyState,
    Gauge,
    GaugeStrip,
    KeyValueList,
    LabelKind,
    NavItem,
    SearchField,
    Sidebar,
    SplitButton,
    Toast,
    ToastMessage,
    Tone,
    danger_button,
    field_label,
    icon_button,
    link_button,
    primary_button,
    quiet_button,
    secondary_button,
    TextLabel,
)

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
    Row("SummerSale — 1080x1080", "AE comp “Sale_1x1” · nexrender", "ProRes 422 HQ", _pill("loader-circle", "Rendering", _S.RENDERING), "Frame 951 of 1,500", 0.63, ("7 min left", "done at 14:35"), 150),
    Row("City fly-through, shot 040", "city_flythrough.blend · Cycles", "EXR 16-bit half", _pill("loader-circle", "Rendering", _S.RENDERING), "Loading project…", None, ("1 h 12 min left", "done at 15:40"), 190),
    Row("Campaign Spring — nine sizes", "9 sizes · nexrender", "H.264 Social", _pill("package-check", "Finishing", _S.RENDERING), "4 of 9 done", 0.5, ("12 min left", "done at 15:52"), 100, Segments(4, 2, 1, 2)),
    Row("SummerSale — 1080x1920", "AE comp “Sale_9x16” · nexrender", "H.264 Social", _pill("clock-3", "Queued", _S.QUEUED), "Next", -1, ("about 9 min", "ends about 14:44"), None),
    Row("SummerSale — 1920x1080", "AE comp “Sale_16x9” · nexrender", "H.264 Social", _pill("link", "Waiting", _S.WAITING), "After “1080 × 1920”", -1, ("about 8 min", "ends about 14:52"), None),
    Row("Credits v7", "credits_v7.aep · comp “MAIN”", "ProRes 4444", _pill("circle-pause", "Paused", _S.PAUSED), "Frame 2,310 of 3,000", 0.77, ("Paused 12:41", ""), 240),
    Row("Logo sting", "logo_sting.json · nexrender", "MP4 1080p", _pill("circle-x", "Failed", _S.FAILED), "Missing font “Gotham Bold”", 0.42, ("Attempt 3 of 3", ""), 160),
    Row("Interview A001 proxy", "A001_C003_0412.mov · ffmpeg", "DNxHR LB", _pill("circle-check", "Done", _S.DONE), "2 min 14 s · 1.2 GB", -1, ("Finished 13:52", ""), 300),
    Row("Interview A002 proxy", "A002_C001_0412.mov · ffmpeg", "DNxHR LB", _pill("circle-slash", "Skipped", _S.QUEUED, dimmed=True), "Unchanged", -1, ("Finished 13:50", ""), 350),
)  # fmt: skip
_COLUMNS: Final = ("Job", "Preset", "Status", "Progress", "Time")
_NAV: Final = (
    NavItem("queue", "list-video", "Queue"),
    NavItem("history", "history", "History"),
    NavItem("resources", "gauge", "Resources"),
    NavItem("analytics", "chart-column", "Analytics"),
    NavItem("presets", "sliders-horizontal", "Presets"),
    NavItem("watch", "folder-search", "Watch folders"),
    NavItem("schedules", "calendar-clock", "Schedules"),
)
_FOOT: Final = (
    NavItem("notifications", "bell", "Notifications", is_view=False),
    NavItem("settings", "settings", "Settings"),
)


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


class _Model(QAbstractTableModel):
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


class _Delegate(QStyledItemDelegate):
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


class Gallery:
    """Builds the pages; each is a widget of its own."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    # ------------------------------------------------------------------ the window

    def window(self, *, small: bool = False, drop: str = "") -> QMainWindow:
        theme = self.theme
        window = QMainWindow()
        window.resize(1000 if small else 1360, 677 if small else 820)
        for name in ("&File", "&Edit", "&Job", "&Queue", "&View", "&Help"):
            window.menuBar().addMenu(name)
        sidebar = Sidebar(theme, _NAV, _FOOT)
        sidebar.set_current("queue")
        sidebar.set_badge("notifications", 2)
        sidebar.set_collapsed(small)
        strip = self.gauges(compact=small)
        centre = QWidget()
        column = _column(centre)
        column.addWidget(self._header())
        column.addWidget(_rule())
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.table(), 1)
        if not small:
            body.addWidget(_rule(vertical=True))
            body.addWidget(self._inspector())
        column.addLayout(body, 1)
        column.addWidget(strip)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(sidebar)
        row.addWidget(centre, 1)
        window.setCentralWidget(whole)
        window.statusBar().setSizeGripEnabled(False)
        window.statusBar().addWidget(QLabel("Queue running · 2 of 2 slots in use"))
        window.statusBar().addPermanentWidget(QLabel("When finished: notify me"))
        toast = Toast(theme, centre)
        toast.set_bottom_inset(strip.sizeHint().height())
        if drop:
            DropOverlay(theme, window).show_outcome(
                drop, detail="Drop between rows to insert there"
            )
        else:
            toast.show_message(
                ToastMessage("Removed “Promo teaser v2”", icon="trash-2", action="Undo")
            )
        return window

    def _header(self) -> QWidget:
        theme = self.theme
        header = QWidget()
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(TextLabel("Queue", LabelKind.TITLE))
        summary = "2 rendering · 2 waiting · 1 failed — all done about 15:40"
        titles.addWidget(ElidedLabel(summary, LabelKind.SMALL, Tone.SECONDARY))
        row.addLayout(titles, 1)
        row.addWidget(SearchField(theme, "Filter jobs"))
        row.addWidget(secondary_button("Add", theme.icon("plus")))
        menu = QMenu(header)
        menu.addAction("After current jobs")
        row.addWidget(SplitButton("Pause queue", theme.icon("pause"), menu))
        return header

    def table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName("Jobs")
        table.setModel(_Model(table))
        table.setItemDelegate(_Delegate(self.theme, table))
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.theme.scaled(60))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 120), (2, 116), (3, 200), (4, 120)):
            table.setColumnWidth(column, self.theme.scaled(width))
        table.selectRow(0)
        table.setFocus()
        return table

    def _inspector(self) -> QWidget:
        theme = self.theme
        panel = QWidget()
        panel.setFixedWidth(344)
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(8)
        column.addWidget(_Preview(theme))
        column.addSpacing(4)
        column.addWidget(ElidedLabel("SummerSale — 1080x1080", LabelKind.HEADING))
        column.addWidget(
            ElidedLabel(
                "Frame 951 of 1,500 · 2.4 fps · 7 min left", LabelKind.SMALL, Tone.SECONDARY
            )
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for name, icon in (("Pause", "pause"), ("Cancel", "x"), ("Open folder", "folder-open")):
            buttons.addWidget(secondary_button(name, theme.icon(icon)))
        buttons.addStretch(1)
        column.addLayout(buttons)
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.addTab(self.facts(), "Details")
        for name in ("Log", "Files", "Attempts", "Usage"):
            tabs.addTab(QWidget(), name)
        column.addWidget(tabs, 1)
        return panel

    def facts(self) -> QWidget:
        facts = KeyValueList()
        facts.set_rows(
            [
                ("Source", "D:/Projects/Summer/sale.aep"),
                ("Composition", "Sale_1x1 · 25 fps"),
                ("Preset", "ProRes 422 HQ"),
                ("Output", "D:/Renders/Summer/2026/Campaign/Final/sale_1x1_v003_final.mov"),
                ("Priority", "Normal"),
                ("Started", "14:05:12"),
            ]
        )
        page = QWidget()
        column = _column(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(facts)
        column.addStretch(1)
        return page

    def gauges(self, *, compact: bool = False) -> GaugeStrip:
        strip = GaugeStrip(self.theme)
        strip.set_gauges(
            [
                Gauge("cpu", "CPU"),
                Gauge("memory", "Memory"),
                Gauge("gpu", "GPU"),
                Gauge("vram", "VRAM"),
                Gauge("disk", "Disk D:"),
            ]
        )
        strip.set_compact(compact)
        shown = ("71 %", "34.6 of 64 GB", "93 %", "18.2 of 24 GB", "412 GB free")
        for place, (tile, text) in enumerate(
            zip(("cpu", "memory", "gpu", "vram", "disk"), shown, strict=True)
        ):
            for step in range(60):
                wave = (
                    0.55 + 0.08 * place * math.sin(step / 4 + place) + 0.05 * math.sin(step * 2.1)
                )
                strip.push(tile, text, wave)
        return strip

    # ------------------------------------------------------------------ the controls

    def controls(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        page.resize(1100, 860)
        grid = QGridLayout(page)
        grid.setContentsMargins(24, 24, 24, 24)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(16)
        grid.addWidget(TextLabel("Controls", LabelKind.TITLE), 0, 0)
        grid.addLayout(self._buttons(), 1, 0, 1, 2)
        grid.addLayout(self._fields(), 2, 0)
        grid.addLayout(self._boxes(), 2, 1)
        grid.addLayout(self._banners(), 3, 0, 1, 2)
        grid.addWidget(self._tabs(), 4, 0)
        grid.addWidget(self._log(), 4, 1)
        grid.setRowStretch(4, 1)
        return page

    def _buttons(self) -> QVBoxLayout:
        icon = self.theme.icon
        column = QVBoxLayout()
        column.setSpacing(8)
        for enabled in (True, False):
            row = QHBoxLayout()
            row.setSpacing(8)
            menu = QMenu(None)
            with_menu = secondary_button("More", icon("more-horizontal"))
            with_menu.setMenu(menu)
            for button in (
                primary_button("Add 3 jobs"),
                primary_button("Start", icon("play")),
                secondary_button("Cancel"),
                secondary_button("Open folder", icon("folder-open")),
                with_menu,
                quiet_button("Show details", icon("info")),
                link_button("Undo"),
                danger_button("Delete files", icon("trash-2")),
                icon_button(icon("refresh-cw", "text2"), "Refresh"),
                SplitButton("Start queue", icon("play"), QMenu(with_menu)),
            ):
                button.setEnabled(enabled)
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        return column

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        combo = QComboBox()
        combo.addItems(["H.264 Social — 12 Mbit/s", "ProRes 422 HQ", "DNxHR LB"])
        editable = QComboBox()
        editable.setEditable(True)
        editable.addItem("29.97")
        line = QLineEdit("D:/Renders/SummerSale")
        bad = QLineEdit("{project}_{nothing}")
        bad.setProperty(INVALID_PROPERTY, True)
        off = QLineEdit("Not now")
        off.setEnabled(False)
        empty = QLineEdit()
        empty.setPlaceholderText("Placeholder")
        spin = QSpinBox()
        spin.setRange(0, 100)
        spin.setValue(100)
        search = SearchField(self.theme, "Filter jobs")
        search.setText("status:failed")
        for name, field in (
            ("Preset", combo),
            ("Frame rate", editable),
            ("Save in", line),
            ("File name", bad),
            ("Disabled", off),
            ("Empty", empty),
            ("Number", spin),
            ("Search", search),
        ):
            form.addRow(field_label(name, field), field)
        return form

    def _boxes(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        partly = QCheckBox("Partly")
        partly.setTristate(True)
        partly.setCheckState(Qt.CheckState.PartiallyChecked)
        checked = QCheckBox("Rerun up to 3 times if it fails")
        checked.setChecked(True)
        locked = QCheckBox("Checked and disabled")
        locked.setChecked(True)
        locked.setEnabled(False)
        radio = QRadioButton("Version number")
        radio.setChecked(True)
        other = QRadioButton("Skip")
        bar = QProgressBar()
        bar.setValue(63)
        bar.setAccessibleName("Progress")
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setValue(40)
        slider.setAccessibleName("Slider")
        for widget in (checked, QCheckBox("Unchecked"), partly, locked, radio, other, bar, slider):
            column.addWidget(widget)
        column.addWidget(_Bars(self.theme))
        column.addStretch(1)
        return column

    def _banners(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        font = "Font “Gotham Bold” is used in this project but is not installed. Text may change."
        theme = self.theme
        column.addWidget(Banner(theme, BannerKind.INFO, "Sorted by name, not in run order.", action="Show run order", dismissable=True))  # fmt: skip  # noqa: E501
        column.addWidget(Banner(theme, BannerKind.WARNING, font, action="Show details"))
        column.addWidget(Banner(theme, BannerKind.ERROR, "The disk is full: nothing starts."))
        return column

    def _tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.addTab(self.facts(), "Details")
        tabs.addTab(QWidget(), "Log")
        tabs.addTab(QWidget(), "Attempts")
        tabs.setTabEnabled(2, False)
        return tabs

    def _log(self) -> QPlainTextEdit:
        log = QPlainTextEdit()
        log.setAccessibleName("Log")
        log.setReadOnly(True)
        log.setFont(self.theme.mono_font())
        log.setPlainText("\n".join(f"frame={n} fps=24 q=28.0 size=1024kB" for n in range(60)))
        return log

    def menu(self) -> QMenu:
        icon = self.theme.icon
        menu = QMenu()
        menu.addAction(icon("play"), "Start now").setShortcut("Ctrl+Return")
        menu.addAction(icon("pause"), "Pause").setShortcut("P")
        menu.addSeparator()
        sub = menu.addMenu(icon("copy"), "Copy")
        sub.addAction("Output path")
        follow = menu.addAction("Follow running job")
        follow.setCheckable(True)
        follow.setChecked(True)
        menu.addAction(icon("folder-open"), "Open output").setEnabled(False)
        menu.addSeparator()
        menu.addAction(icon("trash-2"), "Remove").setShortcut("Del")
        return menu

    # ------------------------------------------------------------------ the rest

    def empty(self) -> QWidget:
        page = QFrame()
        page.setObjectName("surface")
        page.setStyleSheet(f"QFrame#surface {{ background: {self.theme.tokens.surface}; }}")
        page.resize(1000, 620)
        state = EmptyState(
            self.theme,
            "clapperboard",
            "Drop something to render",
            "After Effects projects, nexrender jobs, Blender scenes, videos, image sequences, "
            "folders, or a CSV of variations.",
        )
        state.add_primary("Add files…", "plus")
        state.add_secondary("Try a sample job", "sparkles")
        state.set_chips(
            [
                Chip("ae", "After Effects", "2026 found", "circle-check", "done"),
                Chip("ffmpeg", "ffmpeg", "8.1 found", "circle-check", "done"),
                Chip("nexrender", "nexrender", "not found — set up", "circle-alert", "failed", acts=True),
                Chip("blender", "Blender", "not installed", "circle-dashed"),
            ]
        )  # fmt: skip
        _column(page).addWidget(state)
        return page

    def icons(self) -> QWidget:
        return _IconSheet(self.theme)


class _Preview(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._frame = sample_frame(150, QSize(640, 360))
        self.setFixedHeight(168)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        paint_thumbnail(painter, self.rect(), self._frame, self._theme, radius=6)
        painter.end()


class _Bars(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(80)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        y = 0
        for fraction, colour in ((0.0, "rendering"), (0.01, "rendering"), (1.0, "done"), (None, "rendering")):  # fmt: skip  # noqa: E501
            rect = QRect(0, y, self.width(), 12)
            paint_bar(painter, rect, Bar(fraction, colour, 0.5), tokens, self.layoutDirection())
            y += 16
        paint_segments(painter, QRect(0, y, self.width(), 12), Segments(40, 2, 1, 57), tokens)
        painter.end()


class _IconSheet(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        folder = Path(__file__).resolve().parents[2] / "resources" / "icons"
        self._names = sorted(p.stem for p in folder.glob("*.svg") if p.stem != "rendermanager")
        self.resize(960, 620)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), qcolor(tokens.window))
        font = self._theme.font(TypeSize.SMALL)
        for place, name in enumerate(self._names):
            x, y = 16 + place % 6 * 156, 16 + place // 6 * 32
            self._theme.icons.paint(painter, QRect(x, y, 16, 16), name, "text")
            self._theme.icons.paint(painter, QRect(x + 22, y - 1, 18, 18), name, "text2")
            line = Line(name, font, tokens.text3)
            paint_text(painter, QRect(x + 46, y - 2, 106, 20), line)
        x = 16
        for icon in (app_icon(), *(tray_icon(mood) for mood in TrayMood)):
            for side in (16, 22, 32, 64):
                icon.paint(painter, QRect(x, self.height() - 80, side, side))
                x += side + 12
        app_icon().paint(painter, QRect(self.width() - 144, self.height() - 144, 128, 128))
        painter.end()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _rule(*, vertical: bool = False) -> QFrame:
    rule = QFrame()
    rule.setFrameShape(QFrame.Shape.VLine if vertical else QFrame.Shape.HLine)
    return rule


def write_pictures(app: QApplication, theme: Theme, folder: Path) -> list[Path]:
    """Write every page in both themes and both directions, at the pixel ratio of the program."""
    written: list[Path] = []
    gallery = Gallery(theme)
    pages: list[tuple[str, Callable[[], QWidget]]] = [
        ("window", gallery.window),
        ("small", lambda: gallery.window(small=True)),
        ("drop", lambda: gallery.window(drop="Add 12 files at the end")),
        ("controls", gallery.controls),
        ("empty", gallery.empty),
        ("icons", gallery.icons),
        ("menu", gallery.menu),
    ]
    for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
        theme.set_mode(mode)
        for way, suffix in (
            (Qt.LayoutDirection.LeftToRight, ""),
            (Qt.LayoutDirection.RightToLeft, "_rtl"),
        ):
            app.setLayoutDirection(way)
            for name, build in pages:
                page = build()
                page.show()
                page.activateWindow()
                app.processEvents()
                ratio = page.devicePixelRatioF()
                mark = "" if ratio == 1.0 else f"@{ratio:g}x"
                path = folder / f"{name}_{mode.value}{suffix}{mark}.png"
                if not page.grab().save(str(path)):
                    raise OSError(path)
                written.append(path)
                page.close()
                page.deleteLater()
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return written


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme = Theme(app, ThemeMode.DARK, prefer_bundled_font=True)
    theme.apply()
    for path in write_pictures(app, theme, folder):
        print(path)


if __name__ == "__main__":
    main()
