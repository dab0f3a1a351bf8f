"""Fixtures for tests of the interface: import them in a conftest.py."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rendermanager.core.job import JobSpec
from rendermanager.services.session import Session
from rendermanager.store.submission import NewJob
from rendermanager.ui.theme import Theme, ThemeMode
from rendermanager.ui.window import MainWindow
from rendermanager.ui.window.layout import DESIGN_HEIGHT_PX, DESIGN_WIDTH_PX
from tests.helpers.ui_session import Jobs, open_session

__all__ = ["WAIT_MS", "jobs", "running", "session", "theme", "until", "window"]

WAIT_MS = 20_000
"""Longest wait for something that happens at once on a healthy machine."""
PROGRAMS = Path(__file__).parent.parent / "programs"

Until = Callable[[Callable[[], object]], None]


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The dark theme, in force."""
    made = Theme(qapp, ThemeMode.DARK, prefer_bundled_font=True)
    made.apply()
    return made


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """A session whose dispatcher is held."""
    with open_session(tmp_path / "home") as made:
        yield made


@pytest.fixture
def running(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """A session whose dispatcher works, two jobs at a time."""
    with open_session(tmp_path / "home", start=True) as made:
        yield made


@pytest.fixture
def jobs(session: Session, tmp_path: Path) -> Jobs:
    """Puts jobs into states."""
    return Jobs(session, tmp_path)


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    """Lets events happen until a condition holds."""

    def wait(condition: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT_MS)

    return wait


@pytest.fixture
def window(session: Session, theme: Theme, until: Until) -> Iterator[MainWindow]:
    """The main window, shown, with an empty queue."""
    made = full_window(session, theme)
    # The screen of the offscreen platform is smaller than the design.
    made.resize(DESIGN_WIDTH_PX, DESIGN_HEIGHT_PX)
    made.show()
    until(lambda: made.page.pane.model.is_loaded)
    yield made
    end_window(made, session)


def full_window(session: Session, theme: Theme) -> MainWindow:
    """The window with everything in it, not shown yet."""
    window = MainWindow(theme, session.paths.home)
    window.fill(session)
    return window


def end_window(window: MainWindow, session: Session) -> None:
    """Close a window as the app does, and destroy it on this thread."""
    window.allow_close()
    window.close()
    # What is under way calls back into the window, and may begin the next step: it has to be there.
    for _ in range(8):
        session.background.drain()
    shiboken6.delete(window)


def add_program(session: Session, name: str, *arguments: object) -> int:
    """Queue one of `tests/programs`; the job's id."""
    import sys

    words = (sys.executable, str(PROGRAMS / name), *(str(each) for each in arguments))
    spec = JobSpec(engine="command", name=name, argv=words)
    return session.control("test").submit([NewJob(spec, checked=True)]).result()[0]
