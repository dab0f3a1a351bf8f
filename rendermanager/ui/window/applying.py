"""Puts changed settings about the look in force at once."""

from PySide6.QtCore import QObject, Slot

from rendermanager.config.settings import Settings
from rendermanager.services.session import Session
from rendermanager.ui.queue import QueueView
from rendermanager.ui.theme.manager import Theme, ThemeMode


class Applying(QObject):
    """Listens to the preferences; what did not change is left alone."""

    def __init__(
        self, session: Session, theme: Theme, view: QueueView, parent: QObject | None = None
    ) -> None:
        """Take what is in force from the session as it stands."""
        super().__init__(parent)
        self._theme = theme
        self._view = view
        session.preferences.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, settings: Settings) -> None:
        self._theme.set_mode(ThemeMode(settings.theme))
        self._view.set_compact(settings.compact_rows)
