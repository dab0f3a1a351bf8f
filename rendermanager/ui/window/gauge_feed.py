"""Feeds the gauge strip once a second with what was measured off the main thread."""

import logging
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QObject, QThreadPool, QTimer, Slot

from rendermanager.config.paths import absolute
from rendermanager.machine.gauges import CpuTimes, Gauges, GpuReader, sample
from rendermanager.machine.volumes import Volume, volume_of
from rendermanager.services.session import Session
from rendermanager.store import queries
from rendermanager.ui.queue import amounts
from rendermanager.ui.widgets import Gauge, GaugeStrip

INTERVAL_MS: Final = 1_000
VOLUME_EVERY: Final = 5
"""The room on a disk changes slowly, and asking a share is dear."""
_CPU, _MEMORY, _DISK = "cpu", "memory", "disk"

_log = logging.getLogger(__name__)


class GaugeFeed(QObject):
    """Measures only while the strip can be seen.

    A share that does not answer holds up its own number, never the others: it is asked on a
    thread of its own.
    """

    def __init__(self, session: Session, strip: GaugeStrip, parent: QObject | None = None) -> None:
        """Show processors, memory and disk; graphics cards join when they are found."""
        super().__init__(parent)
        self._session = session
        self._strip = strip
        self._gpus = GpuReader()
        self._before: CpuTimes | None = None
        self._measuring = False
        self._asking = False
        self._round = 0
        self._shown = True
        self._seen = False
        self._disk_label = self.tr("Disk")
        self._gpu_count = 0
        self._machine = self._pool()
        self._volumes = self._pool()
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
        if not (self._shown and self._seen):
            self._timer.stop()
        elif not self._timer.isActive():
            self._before = None
            self._round = 0
            self._timer.start()
            self._on_timeout()

    def close(self) -> None:
        """Let go of the graphics driver once the last measuring is over."""
        self._shown = False
        self._timer.stop()
        self._machine.waitForDone()
        self._gpus.close()

    def _pool(self) -> QThreadPool:
        pool = QThreadPool(self)
        pool.setMaxThreadCount(1)
        return pool

    @Slot()
    def _on_timeout(self) -> None:
        background = self._session.background
        if not self._measuring:
            self._measuring = True
            work = partial(_measure, self._gpus, self._before)
            background.run(self._machine, work, self._on_measured, self._on_failed)
        if not self._asking and self._round % VOLUME_EVERY == 0:
            self._asking = True
            work_on_disk = partial(_look_at_volume, self._session)
            background.run(self._volumes, work_on_disk, self._on_volume, self._on_volume_failed)
        self._round += 1

    def _on_measured(self, found: Gauges) -> None:
        self._measuring = False
        self._before = found.times
        if len(found.gpus) != self._gpu_count:
            self._gpu_count = len(found.gpus)
            self._show_gauges()
        locale = QLocale()
        if found.cpu is not None:
            self._strip.push(_CPU, _whole(found.cpu, locale), found.cpu)
        share = found.memory_used / found.memory_total if found.memory_total else None
        text = self._of(found.memory_used, found.memory_total, locale)
        self._strip.push(_MEMORY, text, share)
        for at, gpu in enumerate(found.gpus):
            if gpu.load is not None:
                self._strip.push(f"gpu{at}", _whole(gpu.load, locale), gpu.load)
            if gpu.memory_total:
                text = self._of(gpu.memory_used, gpu.memory_total, locale)
                self._strip.push(f"vram{at}", text, gpu.memory_used / gpu.memory_total)

    def _on_failed(self, error: Exception) -> None:
        self._measuring = False
        _log.warning("the machine could not be measured: %s", error)
        self._timer.stop()

    def _on_volume(self, volume: Volume | None) -> None:
        self._asking = False
        label = self.tr("Disk")
        if volume is None:
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

    def _on_volume_failed(self, error: Exception) -> None:
        self._asking = False
        _log.info("the room on the disk is not known: %s", error)

    def _show_gauges(self) -> None:
        gauges = [Gauge(_CPU, self.tr("CPU")), Gauge(_MEMORY, self.tr("Memory"))]
        several = self._gpu_count > 1
        for at in range(self._gpu_count):
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


def _whole(share: float, locale: QLocale) -> str:
    """A load in percent; unlike the share of a render it may well be 100."""
    return locale.toString(round(share * 100)) + "\u00a0%"


def _measure(gpus: GpuReader, before: CpuTimes | None) -> Gauges:
    return sample(before, gpus.read())


def _look_at_volume(session: Session) -> Volume | None:
    return volume_of(_output_folder(session))


def _output_folder(session: Session) -> Path:
    """Where the next results go: beside the first job's output, else as set, else at home."""
    first = session.store.read(lambda db: queries.jobs(db, limit=1))
    if first and first[0].spec.output:
        return Path(first[0].spec.output).parent
    chosen = session.preferences.value.output_folder
    return Path(absolute(chosen)) if chosen else Path.home()
