"""How often and how patiently the jobs of one engine are tried: three numbers in a row."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from rendermanager.core.retry import LONGEST_DELAY_S, MAX_ATTEMPTS, RetryPolicy
from rendermanager.ui.theme.tokens import SPACE_2_PX
from rendermanager.ui.widgets import NumberBox

_LONGEST_FIRST_S: Final = 3_600


class RetryControl(QWidget):
    """Attempts in all, the first pause and the longest one.

    Signals:
        changed: The name of the engine and its new `RetryPolicy`.
    """

    changed = Signal(str, object)

    def __init__(self, engine: str, label: str) -> None:
        """Show nothing yet.

        Args:
            engine: Name of the engine.
            label: How it is called, for screen readers.
        """
        super().__init__()
        self._engine = engine
        self._policy = RetryPolicy()
        self.attempts = self._box(1, MAX_ATTEMPTS, self.tr(" attempts"))
        self.attempts.setAccessibleName(self.tr("{label}: attempts").format(label=label))
        self.first = self._box(0, _LONGEST_FIRST_S, self.tr(" s"), self.tr("first pause "))
        self.first.setAccessibleName(self.tr("{label}: first pause").format(label=label))
        self.longest = self._box(1, int(LONGEST_DELAY_S), self.tr(" s"), self.tr("up to "))
        self.longest.setAccessibleName(self.tr("{label}: longest pause").format(label=label))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2_PX)
        for box in (self.attempts, self.first, self.longest):
            row.addWidget(box)

    def show_policy(self, policy: RetryPolicy) -> None:
        """Show what is set."""
        self._policy = policy
        for box, value in (
            (self.attempts, policy.max_attempts),
            (self.first, policy.first_delay_s),
            (self.longest, policy.max_delay_s),
        ):
            blocker = QSignalBlocker(box)
            box.setValue(round(value))
            blocker.unblock()

    def _box(self, least: int, most: int, suffix: str, prefix: str = "") -> QSpinBox:
        box = NumberBox()
        box.setRange(least, most)
        box.setPrefix(prefix)
        box.setSuffix(suffix)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._on_changed)
        return box

    @Slot()
    def _on_changed(self) -> None:
        first = self.first.value()
        policy = replace(
            self._policy,
            max_attempts=self.attempts.value(),
            first_delay_s=float(first),
            # The longest pause follows the first one; it cannot be shorter.
            max_delay_s=float(max(first, self.longest.value())),
        )
        self.changed.emit(self._engine, policy)
