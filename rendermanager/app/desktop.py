"""The app with its window, from the first pixel to the last closed file."""

import logging
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from rendermanager import __version__
from rendermanager.app.collector import Collector
from rendermanager.app.engineroom import EngineRoom
from rendermanager.app.signals import StopSignals
from rendermanager.config.paths import Paths
from rendermanager.core.errors import NotPossibleNow
from rendermanager.services.link import find_owner
from rendermanager.services.notify import Notifier
from rendermanager.ui.theme.manager import Theme, ThemeMode
from rendermanager.ui.tray import Tray, is_tray_available
from rendermanager.ui.window import MainWindow

APP_ID: Final = "rendermanager"

_log = logging.getLogger(__name__)


class Desktop(QObject):
    """Joins the engine room, the window, the tray and the notifications."""

    def __init__(self, app: QApplication, room: EngineRoom, inputs: Sequence[str]) -> None:
        """Show the window and start the work."""
        super().__init__()
        self._app = app
        self._room = room
        session = room.session
        self._theme = Theme(app, ThemeMode(session.preferences.value.theme))
        self._theme.apply()
        self._window = MainWindow(session, self._theme)
        self._tray = Tray(session, self._theme) if is_tray_available() else None
        if self._tray is not None:
            self._window.attach_tray(self._tray)
        self._notifier = Notifier(session, self._window.isActiveWindow, self._tray, self)
        self._notifier.clicked.connect(self._on_notice_clicked)
        self._signals = StopSignals(self)
        self._signals.asked.connect(self._on_quit)
        self._window.quit_requested.connect(self._on_quit)
        room.stopped.connect(self._on_stopped)
        room.handed_over.connect(self._on_handed_over)
        self._window.show()
        room.start()
        if inputs:
            self._window.add_inputs(list(inputs))

    def close(self) -> None:
        """End what this object made, in reverse."""
        self._signals.restore()
        self._notifier.close()
        if self._tray is not None:
            self._tray.close()
        self._window.allow_close()
        self._window.close()

    @Slot(object)
    def _on_handed_over(self, inputs: list[str]) -> None:
        self._window.raise_window()
        if inputs:
            self._window.add_inputs(inputs)

    @Slot(int)
    def _on_notice_clicked(self, job_id: int) -> None:
        if job_id:
            self._window.raise_job(job_id)
        else:
            self._window.raise_window()

    @Slot()
    def _on_quit(self) -> None:
        self._window.setEnabled(False)
        self._room.stop()

    @Slot()
    def _on_stopped(self) -> None:
        # Qt asks every window before it quits; this one must not ask the person again.
        self._window.allow_close()
        self._app.exit(0)


def run(paths: Paths, inputs: Sequence[str]) -> int:
    """Open the window, or hand the inputs to the one that is open already.

    Returns:
        The exit code.

    Raises:
        NotPossibleNow: The queue is owned by a process that does not answer, or cannot be opened.
    """
    owner = find_owner(paths)
    if owner is not None:
        owner.perform("open", inputs=list(inputs))
        owner.close()
        return 0
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP_ID)
    app.setApplicationDisplayName("Render Manager")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP_ID)
    app.setQuitOnLastWindowClosed(False)
    sys.excepthook = _log_unexpected
    try:
        room = EngineRoom(paths)
    except NotPossibleNow:
        if owner := find_owner(paths):
            # Two starts at the same moment: the other one was faster.
            owner.perform("open", inputs=list(inputs))
            return 0
        raise
    desktop = Desktop(app, room, inputs)
    collector = Collector()
    code = app.exec()
    collector.stop()
    desktop.close()
    room.close()
    return code


def _log_unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """A bug of ours: write it down and go on; losing the app would lose more."""
    _log.error("unexpected", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
