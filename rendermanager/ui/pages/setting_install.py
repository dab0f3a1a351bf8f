"""The button that installs what an engine needs."""

import threading
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QPushButton

from rendermanager.services.installing import Installation, install_engine
from rendermanager.services.session import Session
from rendermanager.ui.language.said import said, said_error
from rendermanager.ui.widgets import secondary_button


class Installing(QObject):
    """Installs off the main thread, as `engines --install` does; the button then stops it.

    Attributes:
        button: To be put somewhere.

    Signals:
        said: A sentence about what goes on or went wrong, and whether it went wrong.
        done: Something new is installed.
    """

    said = Signal(str, bool)
    done = Signal()

    def __init__(self, session: Session, name: str, label: str, parent: QObject) -> None:
        """Do nothing yet.

        Args:
            session: Whose threads are used.
            name: Of the engine.
            label: What the program is called.
            parent: Whom it belongs to.
        """
        super().__init__(parent)
        self._session = session
        self._name = name
        self._text = self.tr("Install {program}").format(program=label)
        self._stop: threading.Event | None = None
        self.button: QPushButton = secondary_button(self._text)
        self.button.clicked.connect(self._on_clicked)
        app = QCoreApplication.instance()
        if app is not None:
            # Nobody waits for npm when the app is quit.
            app.aboutToQuit.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Whether something is being installed."""
        return self._stop is not None

    @Slot()
    def stop(self) -> None:
        """End it soon; what was there before stays."""
        if self._stop is not None:
            self._stop.set()
            self.button.setEnabled(False)

    @Slot()
    def _on_clicked(self) -> None:
        if self._stop is not None:
            self.stop()
            return
        stop = self._stop = threading.Event()
        self.button.setText(self.tr("Stop"))
        background = self._session.background
        say = partial(background.post, self._on_said)
        background.run(
            background.io,
            partial(install_engine, self._name, say, is_wanted=lambda: not stop.is_set()),
            self._on_done,
            self._on_failed,
        )

    def _on_said(self, sentence: str) -> None:
        self.said.emit(said(sentence), False)

    def _on_done(self, _: Installation) -> None:
        self._end()
        self.done.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.said.emit(said_error(error), True)

    def _end(self) -> None:
        self._stop = None
        self.button.setText(self._text)
        self.button.setEnabled(True)
