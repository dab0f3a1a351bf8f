"""The icon in the tray: its moods, its menu, its balloons."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from rendermanager.services.session import Session
from rendermanager.ui.theme import Theme
from rendermanager.ui.theme.app_icon import TrayMood
from rendermanager.ui.tray import Tray
from tests.helpers.ui_fixtures import Until
from tests.helpers.ui_session import Jobs

# What Qt says on a platform without windows.
pytestmark = pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface", extend=True)


@pytest.fixture
def tray(session: Session, theme: Theme) -> Iterator[Tray]:
    made = Tray(session, theme)
    yield made
    end(made, session)


def end(tray: Tray, session: Session) -> None:
    """Take the icon away, and destroy it on this thread."""
    tray.close()
    session.background.drain()
    shiboken6.delete(tray)


def test_the_mood_follows_the_queue(tray: Tray, jobs: Jobs, until: Until) -> None:
    until(lambda: tray.mood is TrayMood.IDLE)
    jobs.rendering("a")
    until(lambda: tray.mood is TrayMood.BUSY)
    jobs.failed("b")
    until(lambda: tray.mood is TrayMood.ATTENTION)
    until(lambda: tray._icon.toolTip() == "Render Manager · 1 rendering · 1 failed")
    tray.has_been_seen()
    assert tray.mood is TrayMood.BUSY


def test_an_old_failure_wants_no_attention(
    session: Session, theme: Theme, jobs: Jobs, until: Until
) -> None:
    jobs.failed("old")
    session.background.drain()
    tray = Tray(session, theme)
    until(lambda: "1 failed" in tray._icon.toolTip())
    assert tray.mood is TrayMood.IDLE
    end(tray, session)


def test_the_queue_is_paused_and_resumed_from_the_menu(
    tray: Tray, session: Session, until: Until
) -> None:
    tray._pause_action.trigger()
    until(lambda: session.dispatcher.queue_paused == "after")
    until(lambda: tray._pause_action.text() == "Resume queue")
    tray._pause_action.trigger()
    until(lambda: session.dispatcher.queue_paused == "")
    until(lambda: tray._pause_action.text() == "Pause queue")


def test_a_click_asks_for_the_window_and_the_menu_for_the_end(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.show_wanted):
        tray._on_activated(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.show_wanted):
        tray._on_activated(QSystemTrayIcon.ActivationReason.Context)
    with qtbot.waitSignal(tray.quit_wanted):
        tray._quit_action.trigger()
    with qtbot.waitSignal(tray.show_wanted):
        tray._show_action.trigger()


def test_the_newest_balloon_knows_what_a_click_means(tray: Tray) -> None:
    clicked: list[str] = []
    tray.show_message("One", "first", lambda: clicked.append("first"))
    tray.show_message("Two", "second", lambda: clicked.append("second"))
    tray._icon.messageClicked.emit()
    assert clicked == ["second"]


def test_a_balloon_holds_nothing_that_looks_like_markup(
    tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(tray._icon, "showMessage", lambda *words: shown.extend(words[:2]))
    tray.show_message("“<img src=x><b>a” failed", "<b>&amp; so on", lambda: None)
    assert shown == ["“(img src=x)(b)a” failed", "(b)+amp; so on"]
