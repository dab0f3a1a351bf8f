"""The resources: how busy this computer was lately, as curves that go on while they are seen."""

from datetime import timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QLocale, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from rendermanager.core.points import Point, level_for
from rendermanager.core.usage import CPU, MEMORY, Sample
from rendermanager.services.session import Session
from rendermanager.store.samples import points_of
from rendermanager.ui.pages.header import PageHeader
from rendermanager.ui.pages.resources_curve import Curve, Limit, Scale
from rendermanager.ui.queue import amounts
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_4_PX
from rendermanager.ui.widgets import SearchField

INTERVAL_MS: Final = 1_000
_RANGES_S: Final = (60, 600, 3_600, 86_400)
_PARTS: Final = 4
"""The time axis has so many parts."""

_Past = tuple[tuple[Point, ...], tuple[Point, ...]]


class ResourcesPage(QWidget):
    """Processors and memory over the last minute, or up to a day; nothing is read while hidden."""

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
        self.memory = Curve(theme, self.tr("Memory"))
        body = QVBoxLayout()
        body.setContentsMargins(*[PAGE_PADDING_PX] * 4)
        body.setSpacing(SPACE_4_PX)
        body.addWidget(self.cpu, 1)
        body.addWidget(self.memory, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(body, 1)
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
        length = timedelta(seconds=self.range.currentData())
        work = partial(_read, self._session, length)
        background = self._session.background
        background.run(background.reads, work, partial(self._on_read, length), self._on_failed)

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

    def _on_read(self, length: timedelta, past: _Past) -> None:
        self._asking = False
        if length.total_seconds() != self.range.currentData():
            self.refresh()
            return
        now, newest = self._session.store.now(), self._session.sampling.newest
        cpu, memory = past
        span_s = level_for(length).span_s
        ages = self._ages(length.total_seconds())
        locale = QLocale()
        shares = [(part / 2, f"{locale.toString(part * 50)}\u00a0%") for part in range(3)]
        self.cpu.show_points(cpu, now, length, span_s, Scale(1.0, shares, ages))
        if newest is None:
            self.cpu.set_value(self.tr("Nothing measured yet"))
            self.memory.set_value(self.tr("Nothing measured yet"))
            return
        whole = newest.memory_total
        sizes = [(part * whole / 2, amounts.size(part * whole // 2, locale)) for part in range(3)]
        ceiling = Limit(
            whole * self._session.preferences.memory_ceiling(),
            self.tr("No render is started that would go above"),
        )
        scale = Scale(float(whole), sizes, ages, ceiling)
        self.memory.show_points(memory, now, length, span_s, scale)
        self._say(newest)

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
            self.cpu.set_value(locale.toString(round(newest.cpu * 100)) + "\u00a0%")
        used = amounts.size(newest.memory_used, locale)
        whole = amounts.size(newest.memory_total, locale)
        self.memory.set_value(self.tr("{used} of {total}").format(used=used, total=whole))

    def _on_failed(self, _error: Exception) -> None:
        """The history says itself why it cannot be read; the next round asks again."""
        self._asking = False


def _read(session: Session, length: timedelta) -> _Past:
    path, since, level = session.sampling.path, session.store.now() - length, level_for(length)
    return points_of(path, CPU, level, since), points_of(path, MEMORY, level, since)
