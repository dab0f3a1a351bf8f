"""The pages of the gallery that look like the main window."""

import math
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMainWindow,
    QMenu,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from rendermanager.ui.theme import Theme
from rendermanager.ui.widgets import (
    DropOverlay,
    ElidedLabel,
    Gauge,
    GaugeStrip,
    KeyValueList,
    LabelKind,
    NavItem,
    SearchField,
    Sidebar,
    SplitButton,
    TextLabel,
    Toast,
    ToastMessage,
    Tone,
    secondary_button,
)
from tests.ui.gallery_parts import Preview
from tests.ui.gallery_queue import JobDelegate, JobModel

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


class WindowPages:
    """Pages that look like the main window."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

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
        column = bare_column(centre)
        column.addWidget(self._header())
        column.addWidget(rule())
        body = QHBoxLayout()
        body.setSpacing(0)
        table = self.table()
        body.addWidget(table, 1)
        if not small:
            body.addWidget(rule(vertical=True))
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
        table.setFocus()
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
        table.setModel(JobModel(table))
        table.setItemDelegate(JobDelegate(self.theme, table))
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
        return table

    def _inspector(self) -> QWidget:
        theme = self.theme
        panel = QWidget()
        panel.setFixedWidth(344)
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(8)
        column.addWidget(Preview(theme))
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
        column = bare_column(page)
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


def bare_column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def rule(*, vertical: bool = False) -> QFrame:
    rule = QFrame()
    rule.setFrameShape(QFrame.Shape.VLine if vertical else QFrame.Shape.HLine)
    return rule
