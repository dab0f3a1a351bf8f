"""What becomes of the app and the computer once the queue has finished: chosen for one time."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot

from rendermanager.core.events import Event, EventKind
from rendermanager.core.status import ENDED_JOBS
from rendermanager.engine.bus import Bus
from rendermanager.machine.power import Power

_ENDS = frozenset(status.value for status in ENDED_JOBS)


class Finish(StrEnum):
    """What to do then."""

    NOTHING = "nothing"
    """Wait for more."""
    QUIT = "quit"
    """End the app."""
    LOCK = "lock"
    """Lock the screen."""
    SLEEP = "sleep"
    """Let the computer sleep."""
    HIBERNATE = "hibernate"
    """Let it hibernate."""
    SHUT_DOWN = "shut_down"
    """Switch it off."""

    @property
    def power(self) -> Power | None:
        """What it does with the computer, if anything."""
        return Power(self.value) if self.value in set(Power) else None


class WhenFinished(QObject):
    """Waits for the end of the queue once something was chosen.

    An end that came before the choice does not count: something has to end after it.

    Signals:
        changed: Another `Finish` was chosen, or the one that was has been carried out.
        due: The queue has finished; the `Finish` is to be carried out. It is not chosen any more.
    """

    changed = Signal()
    due = Signal(object)

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        """Do nothing in the end."""
        super().__init__(parent)
        self._choice = Finish.NOTHING
        self._has_ended = False
        bus.committed.connect(self._on_committed)
        bus.settled.connect(self._on_settled)

    @property
    def choice(self) -> Finish:
        """What is going to happen."""
        return self._choice

    def choose(self, choice: Finish) -> None:
        """Have this happen, once."""
        self._has_ended = False
        if choice is not self._choice:
            self._choice = choice
            self.changed.emit()

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        if self._choice is Finish.NOTHING or self._has_ended:
            return
        self._has_ended = any(
            event.kind is EventKind.MOVED and not event.task_id and event.new in _ENDS
            for event in events
        )

    @Slot()
    def _on_settled(self) -> None:
        choice = self._choice
        if choice is Finish.NOTHING or not self._has_ended:
            return
        self.choose(Finish.NOTHING)
        self.due.emit(choice)
