"""The icon in the system's tray: how things stand, and the few things one wants from there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from rendermanager.core.events import Event, EventKind
from rendermanager.core.status import JobStatus
from rendermanager.services.session import Session
from rendermanager.ui.theme.app_icon import TrayMood, tray_icon
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.window.queue_state import QueueState

MESSAGE_MS = 8_000
_HARMLESS = str.maketrans("<>&", "()+")
"""Who shows a balloon may read markup or not, so nothing that looks like it is handed over."""


def is_tray_available() -> bool:
    """Whether this desktop has a place for such icons."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """Make it only where `is_tray_available`.

    Signals:
        show_wanted: The window is to come to the front.
        quit_wanted: The app is to end.
    """

    show_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        """Put the icon up."""
        super().__init__(parent)
        self._session = session
        self._failed = False
        self._mood = TrayMood.IDLE
        self._on_click: Callable[[], None] | None = None
        self._state = QueueState(session, self)
        self._state.changed.connect(self._on_changed)
        self._menu = QMenu()
        self._show_action = self._add(self.tr("Show Render Manager"), self.show_wanted.emit)
        self._menu.addSeparator()
        self._pause_action = self._add(self.tr("Pause queue"), self._on_pause)
        self._menu.addSeparator()
        self._quit_action = self._add(self.tr("Quit"), self.quit_wanted.emit)
        self._menu.setDefaultAction(self._show_action)
        self._pause_action.setIcon(theme.icon("pause"))
        self._quit_action.setIcon(theme.icon("log-out"))
        self._theme = theme
        self._icon = QSystemTrayIcon(tray_icon(self._mood), self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self._on_message_clicked)
        session.bus.committed.connect(self._on_committed)
        self._on_changed()
        self._icon.show()

    @property
    def mood(self) -> TrayMood:
        """What the icon says."""
        return self._mood

    @property
    def menu(self) -> QMenu:
        """The menu of the icon."""
        return self._menu

    def show_message(self, title: str, text: str, on_click: Callable[[], None]) -> None:
        """Show a balloon.

        Args:
            title: One short line.
            text: A sentence or two.
            on_click: Called when the balloon is clicked; only the newest one's is.
        """
        self._on_click = on_click
        title, text = title.translate(_HARMLESS), text.translate(_HARMLESS)
        self._icon.showMessage(title, text, tray_icon(self._mood), MESSAGE_MS)

    def has_been_seen(self) -> None:
        """Somebody has looked at what failed: the dot goes."""
        if self._failed:
            self._failed = False
            self._on_changed()

    def close(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    def _add(self, text: str, slot: Callable[[], None]) -> QAction:
        action = self._menu.addAction(text)
        action.triggered.connect(slot)
        return action

    def _wanted_mood(self) -> TrayMood:
        if self._failed:
            return TrayMood.ATTENTION
        busy = self._state.counts.of(JobStatus.RENDERING) > 0
        return TrayMood.BUSY if busy else TrayMood.IDLE

    @Slot()
    def _on_changed(self) -> None:
        mood = self._wanted_mood()
        if mood is not self._mood:
            self._mood = mood
            self._icon.setIcon(tray_icon(mood))
        paused = bool(self._state.paused)
        self._pause_action.setText(self.tr("Resume queue") if paused else self.tr("Pause queue"))
        self._pause_action.setIcon(self._theme.icon("play" if paused else "pause"))
        self._icon.setToolTip(self._tip())

    def _tip(self) -> str:
        counts = self._state.counts
        parts = [self.tr("Render Manager")]
        for words, number in (
            (self.tr("{number} rendering"), counts.of(JobStatus.RENDERING)),
            (self.tr("{number} waiting"), counts.waiting),
            (self.tr("{number} failed"), counts.of(JobStatus.FAILED)),
        ):
            if number:
                parts.append(words.format(number=number))
        return " · ".join(parts)

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        if any(
            event.kind is EventKind.MOVED and not event.task_id and event.new == JobStatus.FAILED
            for event in events
        ):
            self._failed = True
            self._on_changed()

    @Slot()
    def _on_pause(self) -> None:
        control = self._session.control("tray")
        if self._state.paused:
            control.resume_queue()
        else:
            control.pause_queue()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        clicks = {
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        }
        if reason in clicks:
            self.show_wanted.emit()

    @Slot()
    def _on_message_clicked(self) -> None:
        if self._on_click is not None:
            self._on_click()
