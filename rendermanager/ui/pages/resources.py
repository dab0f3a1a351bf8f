"""The resources: how busy this computer was lately, and what each render takes of it."""

from datetime import timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from rendermanager.core.usage import CORE, CPU, MEMORY, RENDERS, Sample
from rendermanager.services.session import Session
from rendermanager.ui.pages.header import PageHeader
from rendermanager.ui.pages.resources_curve import Curve, Limit, Scale
from rendermanager.ui.pages.resources_heat import HeatStrip
from rendermanager.ui.pages.resources_panels import HEIGHT_PX, Panels, shares
from rendermanager.ui.pages.resources_read import Past, read_past
from rendermanager.ui.pages.resources_renders import RendersTable
from rendermanager.ui.queue import amounts
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_2_PX, SPACE_4_PX
from rendermanager.ui.widgets import SearchField

INTERVAL_MS: Final = 1_000
_RANGES_S: Final = (60, 600, 3_600, 86_400)
_PARTS: Final = 4
"""The time axis has so many parts."""


class ResourcesPage(QWidget):
    """The machine over the last minute, or up to a day, and the renders that run now.

    Nothing is read while it is hidden.

    Signals:
        job_wanted: Id of the job that is to be shown in the queue.
    """

    job_wanted = Signal(int)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the last minute.

        Args:
            session: What measures, and reads off the main thread.
            theme: Colours and icons.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._session = session
        self._asking = False
        self.header = PageHeader(theme, self.tr("Resources"))
        self.range = QComboBox()
        self.range.setAccessibleName(self.tr("Period shown"))
        names = (
            self.tr("1 minute"),
            self.tr("10 minutes"),
            self.tr("1 hour"),
            self.tr("24 hours"),
        )
        for name, seconds in zip(names, _RANGES_S, strict=True):
            self.range.addItem(name, seconds)
        self.range.currentIndexChanged.connect(self._on_range_changed)
        self.header.add_tool(self.range)
        self.cpu = Curve(theme, self.tr("CPU"))
        self.heat = HeatStrip(theme)
        self.memory = Curve(theme, self.tr("Memory"))
        self.panels = Panels(theme)
        self.renders = RendersTable()
        self.renders.job_wanted.connect(self.job_wanted)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.refresh)

    @property
    def widget(self) -> QWidget:
        """The page itself."""
        return self

    @property
    def search_field(self) -> SearchField | None:
        """There is none: nothing here is searched."""
        return None

    def take_focus(self) -> None:
        """Move the keyboard to the period."""
        self.range.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def refresh(self) -> None:
        """Read what was measured, off the main thread; one question at a time."""
        if self._asking:
            return
        self._asking = True
        board, length = self._session.board, timedelta(seconds=self.range.currentData())
        jobs = {each: board.job_of(each) for each in self._session.sampling.renders}
        paused = frozenset(live.job_id for live in board.all() if live.progress.paused)
        work = partial(read_past, self._session, length, jobs, paused)
        background = self._session.background
        background.run(background.reads, work, self._on_read, self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.sampling.watch("resources", watched=True)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._session.sampling.watch("resources", watched=False)

    @Slot()
    def _on_range_changed(self) -> None:
        self.refresh()

    def _lay_out(self) -> None:
        self.cpu.setMinimumHeight(HEIGHT_PX)
        self.memory.setMinimumHeight(HEIGHT_PX)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(*[PAGE_PADDING_PX] * 4)
        inside.setSpacing(SPACE_4_PX)
        processors = QVBoxLayout()
        processors.setSpacing(SPACE_2_PX)
        processors.addWidget(self.cpu, 1)
        processors.addWidget(self.heat)
        inside.addLayout(processors, 1)
        inside.addWidget(self.memory, 1)
        inside.addWidget(self.panels, 1)
        inside.addWidget(self.renders)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(scroll, 1)

    def _on_read(self, past: Past) -> None:
        self._asking = False
        if past.length.total_seconds() != self.range.currentData():
            self.refresh()
            return
        ages = self._ages(past.length.total_seconds())
        now, length, span_s = past.now, past.length, past.level.span_s
        self.cpu.show_points(past.of(CPU), now, length, span_s, Scale(1.0, shares(QLocale()), ages))
        newest = past.newest
        if newest is None:
            self.cpu.set_value(self.tr("Nothing measured yet"))
            self.memory.set_value(self.tr("Nothing measured yet"))
            return
        cores = [past.of(f"{CORE}{at}") for at in range(len(newest.cores))]
        self.heat.show_cores(cores, now, length)
        scale = self._memory_scale(newest, ages)
        self.memory.show_points(past.of(MEMORY), now, length, span_s, scale, past.of(RENDERS))
        self.panels.show_past(past, ages)
        self.renders.show_renders(past.renders)
        self._say(newest)

    def _memory_scale(self, newest: Sample, ages: list[tuple[float, str]]) -> Scale:
        locale, whole = QLocale(), newest.memory_total
        sizes = [(part * whole / 2, amounts.size(part * whole // 2, locale)) for part in range(3)]
        ceiling = Limit(
            whole * self._session.preferences.memory_ceiling(),
            self.tr("No render is started that would go above"),
        )
        return Scale(float(whole), sizes, ages, ceiling)

    def _ages(self, length_s: float) -> list[tuple[float, str]]:
        """How long ago, at a few places."""
        locale = QLocale()
        steps = [length_s * part / _PARTS for part in range(1, _PARTS)]
        told = [(age_s, amounts.duration(age_s, locale)) for age_s in steps]
        words = self.tr("{time} ago")
        return [(age_s, words.format(time=time)) for age_s, time in told]

    def _say(self, newest: Sample) -> None:
        locale = QLocale()
        if newest.cpu is not None:
            self.cpu.set_value(amounts.load(newest.cpu, locale))
        used = amounts.size(newest.memory_used, locale)
        whole = amounts.size(newest.memory_total, locale)
        text = self.tr("{used} of {total}").format(used=used, total=whole)
        held = sum(each.memory for each in newest.renders.values())
        if held:
            size = amounts.size(held, locale)
            text += " · " + self.tr("{size} of it by renders").format(size=size)
        self.memory.set_value(text)

    def _on_failed(self, _error: Exception) -> None:
        """The history says itself why it cannot be read; the next round asks again."""
        self._asking = False
