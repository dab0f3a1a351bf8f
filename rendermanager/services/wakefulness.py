"""Keeps the computer awake while something renders, and only then."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from rendermanager.engine.background import Background
from rendermanager.engine.board import Board
from rendermanager.engine.bus import Bus
from rendermanager.machine.awake import Awake, awake

LOOK_DELAY_MS: Final = 5_000
"""After a change: the computer is not let go between two renders, nor held for a moment's work."""
WHY: Final = "Renders are running"


class Wakefulness(QObject):
    """Holds the computer awake while a render goes on that is not paused."""

    def __init__(
        self,
        bus: Bus,
        board: Board,
        background: Background,
        may: Callable[[], bool],
        parent: QObject | None = None,
        *,
        system: Awake | None = None,
    ) -> None:
        """Listen for renders.

        Args:
            bus: Tells of changes.
            board: Knows what renders.
            background: Asks the system on its pool for files.
            may: Whether the person wants it.
            parent: Qt parent.
            system: Whom to ask.
        """
        super().__init__(parent)
        self._board = board
        self._background = background
        self._may = may
        self._system = system or awake()
        self._wanted = False
        self._holds = False
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_DELAY_MS)
        self._timer.timeout.connect(self._on_timeout)
        bus.committed.connect(self.look_soon)
        bus.progressed.connect(self.look_soon)

    @Slot()
    def look_soon(self) -> None:
        """Something may render now that did not, or the other way round."""
        if not self._timer.isActive():
            self._timer.start()

    def close(self) -> None:
        """Let the computer sleep; what is still being asked ends with the process."""
        self._timer.stop()
        self._busy = True
        self._system.release()

    @Slot()
    def _on_timeout(self) -> None:
        renders = any(not live.progress.paused for live in self._board.all())
        self._wanted = renders and self._may()
        self._ask()

    def _ask(self) -> None:
        """One question at a time, so that the last wish wins."""
        if self._busy or self._wanted == self._holds:
            return
        self._busy = True
        self._holds = wanted = self._wanted
        self._background.run(
            self._background.io,
            lambda: self._system.hold(WHY) if wanted else self._system.release(),
            self._on_asked,
            self._on_asked,
        )

    def _on_asked(self, _: object) -> None:
        # Where nobody can be asked it counts as held: it is not tried again all the time.
        self._busy = False
        self._ask()
