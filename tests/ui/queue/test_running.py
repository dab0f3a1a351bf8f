"""The list over a dispatcher at work: real programs start, are suspended, ended and finished."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rendermanager.core.job import JobSpec
from rendermanager.services.session import Session
from rendermanager.ui.queue import QueuePane, Thumbnails
from rendermanager.ui.queue.states import Shown
from rendermanager.ui.theme import Theme
from tests.helpers.ui_session import open_session
from tests.ui.queue.conftest import WAIT_MS
from tests.ui.queue.test_view import Heard

PROGRAMS = Path(__file__).parents[2] / "programs"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="suspends real processes")


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    with open_session(tmp_path / "home", start=True, slots=1) as session:
        yield session


@pytest.fixture
def pane(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[QueuePane]:
    thumbnails = Thumbnails(session)
    pane = QueuePane(session, theme, thumbnails)
    qtbot.addWidget(pane)
    pane.resize(900, 400)
    pane.show()
    yield pane
    pane.model.close()
    pane.following.close()
    thumbnails.close()


def run(session: Session, program: str, *arguments: str) -> int:
    """Submit a command."""
    argv = (sys.executable, str(PROGRAMS / program), *arguments)
    plan = session.submitter().plan([JobSpec(engine="command", argv=argv, name=program)])
    return session.control("window").submit(plan.jobs).result(10)[0]


def shown(pane: QueuePane, job_id: int) -> Shown | None:
    view = pane.model.row_at(pane.model.row_of(job_id))
    return None if view is None else view.shown


def test_a_job_is_seen_from_start_to_end(session: Session, pane: QueuePane, qtbot: QtBot) -> None:
    first = run(session, "sleeps.py", "1")
    second = run(session, "sleeps.py", "0")
    qtbot.waitUntil(lambda: shown(pane, first) is Shown.RENDERING, timeout=WAIT_MS)
    assert shown(pane, second) is Shown.QUEUED
    qtbot.waitUntil(lambda: shown(pane, second) is Shown.DONE, timeout=WAIT_MS)
    assert shown(pane, first) is Shown.DONE
    qtbot.waitUntil(lambda: list(pane.model.ids()) == [second, first], timeout=WAIT_MS)


def test_cancel_suspends_and_its_undo_lets_go_on(
    session: Session, pane: QueuePane, qtbot: QtBot
) -> None:
    job_id = run(session, "sleeps.py", "600")
    qtbot.waitUntil(lambda: shown(pane, job_id) is Shown.RENDERING, timeout=WAIT_MS)
    told = Heard(pane.job_actions.told)
    pane.job_actions.cancel_ids([job_id])
    qtbot.waitUntil(lambda: shown(pane, job_id) is Shown.PAUSED, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(told.values), timeout=WAIT_MS)
    told.values.pop()[1].undo()
    qtbot.waitUntil(lambda: shown(pane, job_id) is Shown.RENDERING, timeout=WAIT_MS)
    pane.job_actions.cancel_ids([job_id])
    qtbot.waitUntil(lambda: bool(told.values), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: shown(pane, job_id) is Shown.PAUSED, timeout=WAIT_MS)
    told.values.pop()[1].expire()
    qtbot.waitUntil(lambda: shown(pane, job_id) is Shown.CANCELLED, timeout=WAIT_MS)
