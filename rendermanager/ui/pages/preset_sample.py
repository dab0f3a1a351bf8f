"""Finds out off the main thread how the sample would be rendered with a preset."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.renderers.api import Preset
from rendermanager.services.presetcommand import sample_command
from rendermanager.services.session import Session
from rendermanager.ui.language.said import said_error

_DELAY_MS: Final = 300


class SampleCommand(QObject):
    """Asked anew while somebody types, it answers for the newest preset alone.

    Signals:
        found: The command, or why there is none.
    """

    found = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self._session = session
        self._wanted: Preset | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._ask)

    def ask(self, preset: Preset | None) -> None:
        """Ask for this preset now."""
        self._wanted = preset
        self._ask()

    def ask_soon(self, preset: Preset | None) -> None:
        """Ask for this preset when nobody types for a moment."""
        self._wanted = preset
        self._timer.start()

    @Slot()
    def _ask(self) -> None:
        self._timer.stop()
        preset, session = self._wanted, self._session
        if preset is None:
            return
        work = partial(sample_command, session.registry, session.programs, session.media, preset)
        session.background.run(
            session.background.io,
            work,
            partial(self._on_command, preset),
            partial(self._on_no_command, preset),
        )

    def _on_command(self, preset: Preset, text: str) -> None:
        if preset == self._wanted:
            nothing = self.tr("What is run depends on the project: the sample is a film.")
            self.found.emit(text or nothing)

    def _on_no_command(self, preset: Preset, error: Exception) -> None:
        if preset == self._wanted:
            self.found.emit(said_error(error))
