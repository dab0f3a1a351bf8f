"""What works behind the window: the engine room, the tray, the notifications."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from rendermanager.app.collector import Collector
from rendermanager.app.engineroom import EngineRoom
from rendermanager.app.reopening import Reopening
from rendermanager.app.signals import StopSignals
from rendermanager.config.paths import Paths
from rendermanager.services.notify import Notifier
from rendermanager.ui.language.said import said
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.tray import DockProgress, Tray, is_tray_available
from rendermanager.ui.window import MainWindow


class Desktop(QObject):
    """Joins the engine room, the window, the tray and the notifications.

    Attributes:
        reopening: What is to be done when this has ended; None when that is the end.
    """

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        theme: Theme,
        paths: Paths,
        inputs: Sequence[str],
    ) -> None:
        """Take the queue, fill the window and start the work.

        Raises:
            NotPossibleNow: The queue belongs to another process, or cannot be opened.
        """
        super().__init__()
        self.reopening: Reopening | None = None
        self._app = app
        self._window = window
        self._room = room = EngineRoom(paths, may_look=True)
        session = room.session
        self._window.fill(session)
        self._tray = Tray(session, theme) if is_tray_available() else None
        if self._tray is not None:
            self._window.attach_tray(self._tray)
        self._notifier = Notifier(session, self._window.is_watched, self._tray, self, say=said)
        self._notifier.clicked.connect(self._on_notice_clicked)
        self._dock = DockProgress(session, self._window.state, self)
        self._signals = StopSignals(self)
        self._signals.asked.connect(self._on_quit)
        self._window.quit_requested.connect(self._on_quit)
        self._window.reopen_requested.connect(self._on_reopen)
        room.stopped.connect(self._on_stopped)
        room.handed_over.connect(self._on_handed_over)
        self._collector = Collector()
        room.start()
        if inputs:
            self._window.add_inputs(list(inputs))

    def close(self) -> None:
        """End what this object made, in reverse."""
        self._collector.stop()
        self._signals.restore()
        self._notifier.close()
        self._dock.close()
        if self._tray is not None:
            self._tray.close()
        self._window.allow_close()
        self._window.close()
        self._room.close()
        for each in (self._window, self._room, self):
            each.deleteLater()

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

    @Slot(object)
    def _on_reopen(self, backup: Path | None) -> None:
        self.reopening = Reopening(backup)
        self._on_quit()

    @Slot()
    def _on_quit(self) -> None:
        self._window.setEnabled(False)
        self._room.stop()

    @Slot()
    def _on_stopped(self) -> None:
        # Qt asks every window before it quits; this one must not ask the person again.
        self._window.allow_close()
        self._app.exit(0)
