"""What keeps everything from starting because the store is in trouble, and when to look again."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.engine.bus import Bus

PAUSE_MS: Final = 2_000
"""After the store could not be read or written, nothing starts for this long."""


class StoreTrouble(QObject):
    """The sentence that tells of it, on the bus and for admission.

    Signals:
        over: The store is to be tried again.
    """

    over = Signal()

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        """There is none."""
        super().__init__(parent)
        self._bus = bus
        self._lasting = ""
        self._passing = ""

    @property
    def sentence(self) -> str:
        """What is wrong; empty while nothing is."""
        return self._lasting or self._passing

    def set_lasting(self, sentence: str) -> None:
        """It lasts until it is said, with an empty sentence, that it is over."""
        self._lasting = sentence
        self._bus.trouble.emit(self.sentence)
        self.over.emit()

    @Slot(str)
    def say(self, sentence: str) -> None:
        """One try has failed: look again in a while."""
        self._passing = sentence
        self._bus.trouble.emit(self.sentence)
        QTimer.singleShot(PAUSE_MS, self, self._on_pause_over)

    @Slot()
    def _on_pause_over(self) -> None:
        self._passing = ""
        self._bus.trouble.emit(self.sentence)
        self.over.emit()
