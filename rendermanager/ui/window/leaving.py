"""Closing the window: asks what becomes of running renders, and waits for them where wished."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from rendermanager.services.session import Session
from rendermanager.ui.dialogs.quit import QuitChoice, QuitDialog
from rendermanager.ui.window.queue_state import QueueState


class Leaving(QObject):
    """Decides whether the window may close.

    Signals:
        quit_now: The app is to end.
        hide_wanted: The window is to be hidden; the tray keeps the app.
        staying: The wish to quit was taken back.
    """

    quit_now = Signal()
    hide_wanted = Signal()
    staying = Signal()

    def __init__(
        self,
        session: Session,
        state: QueueState,
        window: QWidget,
        has_tray: Callable[[], bool],
    ) -> None:
        """Watch over this window."""
        super().__init__(window)
        self._session = session
        self._state = state
        self._window = window
        self._has_tray = has_tray
        self._dialog: QuitDialog | None = None
        self._leaving = False
        session.dispatcher.emptied.connect(self._on_emptied)

    @property
    def is_leaving(self) -> bool:
        """Whether the app ends when the current renders have ended."""
        return self._leaving

    def may_close(self) -> bool:
        """Whether the close button may close at once; otherwise it is seen to.

        The tray keeps the app only where there is one: the only window never vanishes for good.
        """
        if self._session.preferences.value.close_to_tray and self._has_tray():
            self.hide_wanted.emit()
            return False
        return self.may_quit()

    def may_quit(self) -> bool:
        """Whether the app may end at once; otherwise the person is asked."""
        running = len(self._session.dispatcher.running)
        if not running:
            return True
        if self._dialog is None:
            self._ask(running)
        else:
            self._dialog.raise_()
            self._dialog.activateWindow()
        return False

    def stay(self) -> None:
        """Take back that the app ends after the current renders."""
        if not self._leaving:
            return
        self._leaving = False
        dispatcher = self._session.dispatcher
        dispatcher.start(dispatcher.slots, self._state.paused)
        self._state.set_leaving(leaving=False)
        self.staying.emit()

    def _ask(self, running: int) -> None:
        self._dialog = QuitDialog(self._window, running, has_tray=self._has_tray())
        self._dialog.chosen.connect(self._on_chosen)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self._dialog = None

    @Slot(object)
    def _on_chosen(self, choice: QuitChoice) -> None:
        if choice is QuitChoice.BACKGROUND:
            self.hide_wanted.emit()
        elif choice is QuitChoice.STOP:
            self.quit_now.emit()
        else:
            self._finish()

    def _finish(self) -> None:
        self._leaving = True
        self._session.dispatcher.hold()
        self._state.set_leaving(leaving=True)
        if not self._session.dispatcher.running:
            self._on_emptied()

    @Slot()
    def _on_emptied(self) -> None:
        if self._leaving:
            self._leaving = False
            self.quit_now.emit()
