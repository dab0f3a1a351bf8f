"""Counts down to something that cannot be taken back, and lets a person stop it."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from rendermanager.ui.dialogs.frame import DialogFrame

_WIDTH_PX = 440
SECOND_MS = 1_000


class CountdownDialog(DialogFrame):
    """Stands over the window until the time is up or somebody decides.

    Signals:
        agreed: The time is up, or a person did not want to wait.
    """

    agreed = Signal()

    def __init__(self, parent: QWidget | None, title: str, now: str, seconds: int) -> None:
        """Begin to count.

        Args:
            parent: The window.
            title: What is going to happen, as a sentence.
            now: What the button says that does it at once.
            seconds: How long there is to stop it.
        """
        super().__init__(parent, title)
        self._title = title
        self._left = seconds
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.keep_width(_WIDTH_PX)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, seconds)
        self._bar.setAccessibleName(self.tr("Time left"))
        self.body.addWidget(self._bar)
        self.stop = self.add_cancel(self.tr("Stay as it is"))
        self._go = self.add_primary(now)
        self._go.clicked.connect(self._on_agreed)
        # Whoever types on while it appears must not switch the computer off.
        self._go.setDefault(False)
        self._go.setAutoDefault(False)
        self.stop.setDefault(True)
        self.stop.setFocus()
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self._on_second)
        self._timer.start()
        self._show()

    @property
    def left(self) -> int:
        """Seconds that are left."""
        return self._left

    def _show(self) -> None:
        self._bar.setValue(self._left)
        one = self._left == 1
        words = self.tr("In 1 second") if one else self.tr("In %n seconds", "", self._left)
        self.set_heading(self._title, words)

    @Slot()
    def _on_second(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._on_agreed()
        else:
            self._show()

    @Slot()
    def _on_agreed(self) -> None:
        self._timer.stop()
        self.accept()
        self.agreed.emit()

    def reject(self) -> None:
        """Nothing happens."""
        self._timer.stop()
        super().reject()
