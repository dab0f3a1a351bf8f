"""Feeds the gauge strip once a second with what the sampler has measured."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QLocale, QObject, QTimer, Slot

from rendermanager.core.usage import Card, Sample, VolumeLoad
from rendermanager.services.session import Session
from rendermanager.ui.queue import amounts
from rendermanager.ui.widgets import Gauge, GaugeStrip

INTERVAL_MS: Final = 500
"""Twice as often as the machine is measured, so that no measurement is missed."""
_CPU, _MEMORY, _DISK = "cpu", "memory", "disk"


class GaugeFeed(QObject):
    """Has the machine measured only while the strip can be seen."""

    def __init__(self, session: Session, strip: GaugeStrip, parent: QObject | None = None) -> None:
        """Show processors, memory and disk; graphics cards join when they are found."""
        super().__init__(parent)
        self._sampling = session.sampling
        self._strip = strip
        self._last: datetime | None = None
        self._shown = True
        self._seen = False
        self._disk_label = self.tr("Disk")
        self._card_count = 0
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._show_gauges()

    @property
    def is_running(self) -> bool:
        """Whether it measures."""
        return self._timer.isActive()

    @property
    def is_shown(self) -> bool:
        """Whether the person wants to see the strip."""
        return self._shown

    def set_shown(self, shown: bool) -> None:
        """Show the strip, or hide it and measure nothing."""
        self._shown = shown
        self._strip.setVisible(shown)
        self._follow()

    def set_seen(self, *, seen: bool) -> None:
        """Tell whether the window can be seen."""
        self._seen = seen
        self._follow()

    def _follow(self) -> None:
        seen = self._shown and self._seen
        self._sampling.watch("gauges", watched=seen)
        if not seen:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
            self._on_timeout()

    def close(self) -> None:
        """Look at nothing any more."""
        self._shown = False
        self._follow()

    @Slot()
    def _on_timeout(self) -> None:
        sample = self._sampling.newest
        if sample is None or sample.at == self._last:
            return
        self._last = sample.at
        if len(sample.cards) != self._card_count:
            self._card_count = len(sample.cards)
            self._show_gauges()
        self._show_machine(sample)
        for at, card in enumerate(sample.cards):
            self._show_card(at, card)
        self._show_volume(sample.volumes[0] if sample.volumes else None)

    def _show_machine(self, sample: Sample) -> None:
        locale = QLocale()
        if sample.cpu is not None:
            self._strip.push(_CPU, amounts.load(sample.cpu, locale), sample.cpu)
        share = sample.memory_used / sample.memory_total if sample.memory_total else None
        self._strip.push(_MEMORY, self._of(sample.memory_used, sample.memory_total, locale), share)

    def _show_card(self, at: int, card: Card) -> None:
        locale = QLocale()
        if card.load is not None:
            self._strip.push(f"gpu{at}", amounts.load(card.load, locale), card.load)
        if card.memory_total:
            text = self._of(card.memory_used, card.memory_total, locale)
            self._strip.push(f"vram{at}", text, card.memory_used / card.memory_total)

    def _show_volume(self, volume: VolumeLoad | None) -> None:
        """The volume of the next result; it may be unknown yet, gone, or not answer."""
        label = self.tr("Disk")
        if volume is None or volume.free is None:
            self._strip.push(_DISK, "–", None)
            return
        if volume.mount != "/":
            label = self.tr("Disk {volume}").format(volume=volume.mount)
        if label != self._disk_label:
            self._disk_label = label
            self._show_gauges()
        free = self.tr("{size} free").format(size=amounts.size(volume.free, QLocale()))
        used = 1 - volume.free / volume.total if volume.total else None
        self._strip.push(_DISK, free, used)

    def _show_gauges(self) -> None:
        gauges = [Gauge(_CPU, self.tr("CPU")), Gauge(_MEMORY, self.tr("Memory"))]
        several = self._card_count > 1
        for at in range(self._card_count):
            number = f" {at + 1}" if several else ""
            gauges.append(Gauge(f"gpu{at}", self.tr("GPU") + number))
            gauges.append(Gauge(f"vram{at}", self.tr("VRAM") + number))
        gauges.append(Gauge(_DISK, self._disk_label))
        self._strip.set_gauges(gauges)

    def _of(self, used: int, total: int, locale: QLocale) -> str:
        """``34.6 of 64 GB``: the unit stands once."""
        whole = amounts.size(total, locale)
        part = amounts.size(used, locale)
        number, _, unit = part.partition(" ")
        if unit and whole.endswith(f" {unit}"):
            part = number
        return self.tr("{used} of {total}").format(used=part, total=whole)
