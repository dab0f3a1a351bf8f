"""What happens when the queue has finished: chosen, counted down, carried out or stopped."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rendermanager.machine.power import Power
from rendermanager.services.session import Session
from rendermanager.services.whenfinished import Finish
from rendermanager.ui.dialogs import countdown
from rendermanager.ui.dialogs.countdown import CountdownDialog
from rendermanager.ui.theme import Theme
from rendermanager.ui.window import MainWindow, finishing
from tests.helpers.ui_fixtures import Until, add_program, end_window, full_window


class Machine:
    """A computer that writes down what it was to do."""

    def __init__(self) -> None:
        self.did: list[Power] = []
        self.error = ""

    def act(self, power: Power) -> None:
        if self.error:
            raise OSError(self.error)
        self.did.append(power)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()
    monkeypatch.setattr(
        finishing.Finishing.__init__,
        "__defaults__",
        (made.act, lambda: frozenset({Power.SLEEP, Power.SHUT_DOWN})),
    )
    return made


@pytest.fixture
def window(
    machine: Machine,
    running: Session,
    theme: Theme,
    until: Until,
) -> Iterator[MainWindow]:
    made = full_window(running, theme)
    made.resize(1360, 820)
    made.show()
    until(lambda: made.page.pane.model.is_loaded)
    yield made
    end_window(made, running)


def choose(window: MainWindow, choice: Finish) -> None:
    window.actions_made[f"finish {choice.value}"].trigger()


def dialogs(window: MainWindow) -> list[CountdownDialog]:
    return window.findChildren(CountdownDialog)


def test_the_status_bar_says_what_is_chosen(window: MainWindow) -> None:
    assert window.status.finish.text() == "When finished: do nothing"
    choose(window, Finish.SHUT_DOWN)
    assert window.status.finish.text() == "When finished: shut down"
    choose(window, Finish.NOTHING)
    assert window.status.finish.text() == "When finished: do nothing"


def test_what_the_computer_cannot_do_is_not_offered(window: MainWindow, until: Until) -> None:
    action = window.actions_made["finish hibernate"]
    window._inside.finishing.menu.aboutToShow.emit()
    until(lambda: not action.isEnabled())
    assert action.toolTip() == "This computer does not offer it"
    assert window.actions_made["finish sleep"].isEnabled()
    assert window.actions_made["finish quit"].isEnabled()


def test_the_computer_sleeps_after_the_countdown_and_only_once(
    window: MainWindow,
    running: Session,
    machine: Machine,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(finishing, "COUNTDOWN_S", 2)
    monkeypatch.setattr(countdown, "SECOND_MS", 5)
    choose(window, Finish.SLEEP)
    add_program(running, "exits_with.py", 0)
    until(lambda: machine.did == [Power.SLEEP])
    assert window.status.finish.text() == "When finished: do nothing"
    add_program(running, "exits_with.py", 0)
    until(lambda: running.dispatcher.is_settled)
    assert machine.did == [Power.SLEEP]


def test_a_person_can_stop_it_and_return_does_not_agree(
    window: MainWindow, running: Session, machine: Machine, until: Until
) -> None:
    choose(window, Finish.SHUT_DOWN)
    add_program(running, "exits_with.py", 0)
    until(lambda: dialogs(window))
    (dialog,) = dialogs(window)
    assert dialog.heading == "The queue has finished: the computer shuts down"
    assert dialog.subtitle.startswith("In ")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    until(lambda: not dialogs(window))
    assert machine.did == []


def test_nothing_happens_for_what_had_ended_before_the_choice(
    window: MainWindow, running: Session, until: Until
) -> None:
    add_program(running, "exits_with.py", 0)
    until(lambda: running.dispatcher.is_settled)
    choose(window, Finish.SLEEP)
    running.bus.settled.emit()
    assert not dialogs(window)
    assert window._inside.finishing.choice is Finish.SLEEP


def test_the_app_quits(
    window: MainWindow, running: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finishing, "COUNTDOWN_S", 1)
    monkeypatch.setattr(countdown, "SECOND_MS", 5)
    choose(window, Finish.QUIT)
    with qtbot.waitSignal(window.quit_requested):
        add_program(running, "exits_with.py", 0)


def test_a_refusal_is_said_in_the_window(
    window: MainWindow, running: Session, machine: Machine, until: Until
) -> None:
    machine.error = "not today"
    choose(window, Finish.SLEEP)
    add_program(running, "exits_with.py", 0)
    until(lambda: dialogs(window))
    dialogs(window)[0]._go.click()
    until(lambda: "not today" in window.page.banner.text)
    assert machine.did == []
