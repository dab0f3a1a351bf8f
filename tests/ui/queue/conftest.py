"""A real session, and the queue on top of it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rendermanager.core.events import Event
from rendermanager.services.session import Session
from rendermanager.ui.queue import QueueModel, QueuePane, Thumbnails
from rendermanager.ui.theme import Theme, ThemeMode
from tests.helpers.ui_session import Jobs, open_session

WAIT_MS = 20_000


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    with open_session(tmp_path / "home") as session:
        yield session


@pytest.fixture
def jobs(session: Session, tmp_path: Path) -> Jobs:
    return Jobs(session, tmp_path)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp, ThemeMode.DARK, prefer_bundled_font=True)
    theme.apply()
    return theme


Settle = Callable[[QueueModel], None]


@pytest.fixture
def settle(qtbot: QtBot, session: Session) -> Settle:
    """Waits until a model shows what the store has."""

    heard = [0]

    def hear(events: Sequence[Event]) -> None:
        heard.append(events[-1].id)

    session.bus.committed.connect(hear)

    def wait(model: QueueModel) -> None:
        newest = session.store.read(
            lambda db: db.execute("SELECT coalesce(max(id), 0) FROM event").get
        )
        # A commit is announced from the writer's thread, so it may still be on its way.
        qtbot.waitUntil(lambda: heard[-1] >= newest and model.is_settled, timeout=WAIT_MS)

    return wait


@pytest.fixture
def model(session: Session, settle: Settle) -> Iterator[QueueModel]:
    model = QueueModel(session)
    settle(model)
    yield model
    model.close()


@pytest.fixture
def pane(session: Session, theme: Theme, qtbot: QtBot, settle: Settle) -> Iterator[QueuePane]:
    thumbnails = Thumbnails(session)
    pane = QueuePane(session, theme, thumbnails)
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    settle(pane.model)
    yield pane
    pane.model.close()
    pane.following.close()
    thumbnails.close()
