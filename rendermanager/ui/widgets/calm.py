"""Fields that the wheel scrolls past: a page that is scrolled must not change what it shows."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox


class ChoiceBox(QComboBox):
    """One of several; its open list can be scrolled, the closed box goes with the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberBox(QSpinBox):
    """A number that is typed, or changed with its arrows and keys."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
