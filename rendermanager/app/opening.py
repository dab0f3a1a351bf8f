"""Opens the app: its window stands on the screen before what works behind it is even imported."""

import logging
import os
import sys
import time
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from rendermanager import __version__
from rendermanager.config.paths import Paths
from rendermanager.config.settings import load_settings
from rendermanager.core.errors import NotPossibleNow
from rendermanager.services.link import find_owner
from rendermanager.ui.language.speaking import VARIABLE, speak
from rendermanager.ui.theme.manager import Theme, ThemeMode
from rendermanager.ui.window import MainWindow

if TYPE_CHECKING:
    from rendermanager.app.desktop import Desktop
    from rendermanager.app.reopening import Reopening

APP_ID: Final = "rendermanager"
PAINT_LIMIT_S: Final = 0.15
"""A window that is not on the screen by then (another desktop, minimised) is not waited for."""

_log = logging.getLogger(__name__)


def run(paths: Paths, inputs: Sequence[str]) -> int:
    """Open the window, or hand the inputs to the one that is open already.

    Returns:
        The exit code.

    Raises:
        NotPossibleNow: The queue is owned by a process that does not answer, or cannot be opened.
    """
    if _handed_over(paths, inputs):
        return 0
    app = _application()
    settings = load_settings(paths.settings)
    speak(app, (os.environ.get(VARIABLE, ""), settings.language))
    theme = Theme(app, ThemeMode(settings.theme))
    theme.apply()
    code, reopening = _shown(app, theme, paths, inputs)
    while reopening is not None:
        code, reopening = _shown(app, theme, paths, (), reopening.carry_out(paths))
    return code


def _shown(
    app: QApplication, theme: Theme, paths: Paths, inputs: Sequence[str], notice: str = ""
) -> "tuple[int, Reopening | None]":
    """Show the window until it is closed; the exit code, and whether to open the queue again."""
    window = MainWindow(theme, paths.home)
    window.show()
    _paint(app, window)
    try:
        desktop = _furnished(app, window, theme, paths, inputs)
    except NotPossibleNow:
        window.hide()
        # Two starts at the same moment: the other one was faster.
        if _handed_over(paths, inputs):
            return 0, None
        raise
    if notice:
        window.notice.say(notice)
    code = app.exec()
    desktop.close()
    return code, desktop.reopening


def _application() -> QApplication:
    # By the first word, window managers know whose windows these are.
    app = QApplication([APP_ID])
    app.setApplicationName(APP_ID)
    app.setApplicationDisplayName("Render Manager")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP_ID)
    app.setQuitOnLastWindowClosed(False)
    sys.excepthook = _log_unexpected
    return app


def _paint(app: QApplication, window: MainWindow) -> None:
    """Let the frame be painted; without this it would be black until all is there."""
    until = time.monotonic() + PAINT_LIMIT_S
    while not window.windowHandle().isExposed() and time.monotonic() < until:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    app.processEvents()


def _furnished(
    app: QApplication, window: MainWindow, theme: Theme, paths: Paths, inputs: Sequence[str]
) -> "Desktop":
    # Imported only now, which takes longer than everything until here.
    from rendermanager.app.desktop import Desktop

    return Desktop(app, window, theme, paths, inputs)


def _handed_over(paths: Paths, inputs: Sequence[str]) -> bool:
    """Whether another process owns the queue and has taken the inputs."""
    owner = find_owner(paths)
    if owner is None:
        return False
    owner.perform("open", inputs=list(inputs))
    owner.close()
    return True


def _log_unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """A bug of ours: write it down and go on; losing the app would lose more."""
    _log.error("unexpected", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
