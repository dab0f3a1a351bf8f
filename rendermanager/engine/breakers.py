"""Watches what was stopped after failing again and again: when it may be tried, when it is well."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.core.circuit import Circuit
from rendermanager.engine.healing import Healing
from rendermanager.engine.workshop import Workshop


class Breakers(QObject):
    """Keeps the circuits of engines and folders in step with time and with the folders.

    Signals:
        changed: Something was stopped, works again or may be tried.
    """

    changed = Signal()

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._store = workshop.store
        self._circuits = workshop.circuits
        self._circuits.changed = self._on_changed
        self._is_open = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_changed)
        self._healing = Healing(workshop.background, self)
        self._healing.healed.connect(self._on_healed)

    def start(self) -> None:
        """Watch from now on."""
        self._is_open = True

    def stop(self) -> None:
        """Watch nothing any more."""
        self._is_open = False
        self._timer.stop()
        self._healing.watch(())

    def stopped(self) -> Mapping[Circuit, str]:
        """What nothing starts for now, and why in words."""
        return self._circuits.stopped(self._store.now())

    def probes(self) -> frozenset[Circuit]:
        """What one task may try now."""
        return self._circuits.probes(self._store.now())

    def close_all(self) -> None:
        """A person has done something: all deserve another try."""
        self._circuits.close_all()

    @Slot()
    def _on_changed(self) -> None:
        """Look now, and at the next moment."""
        now = self._store.now()
        due = self._circuits.next_moment(now)
        if due is None:
            self._timer.stop()
        elif self._is_open:
            self._timer.start(max(1, int((due - now).total_seconds() * 1000) + 1))
        stopped = self._circuits.open_folders(now) if self._is_open else ()
        self._healing.watch(stopped, self._circuits.take_closed())
        self.changed.emit()

    @Slot(object)
    def _on_healed(self, folder: Circuit) -> None:
        self._circuits.healed(folder, self._store.now())
