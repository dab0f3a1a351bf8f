"""Closing the window while something renders."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from rendermanager.core.status import JobStatus
from rendermanager.services.session import Session
from rendermanager.store import queries
from rendermanager.ui.dialogs.quit import QuitChoice, QuitDialog
from rendermanager.ui.theme import Theme
from rendermanager.ui.window import MainWindow
from tests.helpers.ui_fixtures import Until, add_program, end_window, full_window


class Tray(QObject):
    """An icon in the tray, as far as the window sees it."""

    show_wanted = Signal()
    quit_wanted = Signal()

    def has_been_seen(self) -> None:
        """Nothing to forget."""


@pytest.fixture
def window(running: Session, theme: Theme, until: Until) -> Iterator[MainWindow]:
    made = full_window(running, theme)
    made.resize(1360, 820)
    made.show()
    until(lambda: made.page.pane.model.is_loaded)
    yield made
    end_window(made, running)


@pytest.fixture
def rendering(running: Session, window: MainWindow, until: Until) -> int:
    """A job whose program runs until it is stopped."""
    job_id = add_program(running, "sleeps.py")
    until(lambda: status(running, job_id) is JobStatus.RENDERING)
    until(lambda: running.dispatcher.running)
    return job_id


def status(session: Session, job_id: int) -> JobStatus:
    job = session.store.read(lambda db: queries.job(db, job_id))
    assert job is not None
    return job.status


def dialog_of(window: MainWindow) -> QuitDialog:
    (dialog,) = window.findChildren(QuitDialog)
    return dialog


def test_closing_an_idle_window_asks_nothing(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.quit_requested):
        window.close()
    assert window.isVisible()  # the app closes it, once everything has ended
    assert not window.findChildren(QuitDialog)


@pytest.mark.usefixtures("rendering")
def test_closing_while_something_renders_asks(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.quit_requested):
        window.close()
        window.close()
        dialog = dialog_of(window)
        assert dialog.heading == "A job is rendering"
        assert dialog.choice is QuitChoice.FINISH
        dialog.reject()
    assert window.isVisible()


@pytest.mark.usefixtures("rendering")
def test_stopping_quits_at_once(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_made["quit"].trigger()
    dialog = dialog_of(window)
    dialog.mark(QuitChoice.STOP)
    assert dialog._go.text() == "Stop and quit"
    with qtbot.waitSignal(window.quit_requested):
        dialog._go.click()


def test_a_cancel_that_could_still_be_undone_is_carried_out_before_the_end(
    window: MainWindow, running: Session, rendering: int, until: Until, qtbot: QtBot
) -> None:
    window.page.pane.job_actions.cancel_ids([rendering])
    until(lambda: window._inside.toaster.can_undo)
    assert status(running, rendering) is JobStatus.PAUSED
    window.actions_made["quit"].trigger()
    dialog = dialog_of(window)
    dialog.mark(QuitChoice.STOP)
    with qtbot.waitSignal(window.quit_requested):
        dialog._go.click()
    until(lambda: status(running, rendering) is JobStatus.CANCELLED)


def test_finishing_waits_for_the_render_and_starts_nothing_else(
    window: MainWindow, running: Session, rendering: int, until: Until, qtbot: QtBot
) -> None:
    running.dispatcher.set_slots(1)
    window.close()
    dialog_of(window)._go.click()
    assert window.status.text == "Render Manager quits when the current renders are done"
    later = add_program(running, "sleeps.py", 0)
    with qtbot.waitSignal(window.quit_requested, timeout=20_000):
        running.control("test").ask("cancel", [rendering])
    assert status(running, later) is JobStatus.QUEUED


def test_the_wish_to_quit_can_be_taken_back(
    window: MainWindow, running: Session, rendering: int, until: Until, qtbot: QtBot
) -> None:
    window.close()
    dialog_of(window)._go.click()
    assert window.status.stay.isVisible()
    window.status.stay.click()
    assert not window.status.stay.isVisible()
    later = add_program(running, "sleeps.py", 0)
    with qtbot.assertNotEmitted(window.quit_requested):
        running.control("test").ask("cancel", [rendering])
        until(lambda: status(running, later) is JobStatus.COMPLETED)


@pytest.mark.usefixtures("rendering")
def test_without_a_tray_nothing_offers_the_background(window: MainWindow) -> None:
    window.close()
    dialog = dialog_of(window)
    assert QuitChoice.BACKGROUND not in dialog._choices.values()
    dialog.reject()


@pytest.mark.usefixtures("rendering")
def test_with_a_tray_the_window_may_go_and_come_back(window: MainWindow) -> None:
    tray = Tray(window)
    window.attach_tray(tray)
    window.close()
    dialog = dialog_of(window)
    assert dialog.choice is QuitChoice.BACKGROUND
    dialog._go.click()
    assert not window.isVisible()
    tray.show_wanted.emit()
    assert window.isVisible()


def test_close_to_tray_hides_only_where_there_is_a_tray(
    window: MainWindow, running: Session, qtbot: QtBot
) -> None:
    running.preferences.change(close_to_tray=True)
    with qtbot.waitSignal(window.quit_requested):
        window.close()
    tray = Tray(window)
    window.attach_tray(tray)
    with qtbot.assertNotEmitted(window.quit_requested):
        window.close()
    assert not window.isVisible()
    with qtbot.waitSignal(window.quit_requested):
        tray.quit_wanted.emit()


def test_a_real_render_is_seen_from_start_to_end(
    window: MainWindow, running: Session, until: Until
) -> None:
    job_id = add_program(running, "prints_progress.py", 3, 0)
    until(lambda: status(running, job_id) is JobStatus.COMPLETED)
    window.page.pane.view.select_job(job_id)
    inspector = window.page.inspector
    until(lambda: inspector.job is not None and inspector.job.status is JobStatus.COMPLETED)
    inspector.show_log()
    until(lambda: "frame=3" in inspector.log.view.toPlainText())
    until(lambda: window.page.header.line == "1 done")
    until(lambda: window.status.text == "Ready")
