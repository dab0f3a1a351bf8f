"""The computer is kept awake while something renders, and only then."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.machine.awake import Awake
from rendermanager.services import wakefulness
from tests.helpers.engine_room import Room

SLEEPS = (sys.executable, "-S", "-c", "import time; time.sleep(600)")


class Paper(Awake):
    """Writes down what is asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def _ask(self, why: str) -> Callable[[], None]:
        self.said.append(why)
        return lambda: self.said.append("released")


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> Paper:
    system = Paper()
    monkeypatch.setattr(wakefulness, "awake", lambda: system)
    monkeypatch.setattr(wakefulness, "LOOK_DELAY_MS", 10)
    return system


@pytest.fixture
def room(home: Path, qtbot: QtBot, paper: Paper) -> Iterator[Room]:
    made = Room(home, qtbot)
    yield made
    made.close()


HELD = wakefulness.WHY


def test_from_the_start_of_a_render_to_its_end(room: Room, paper: Paper) -> None:
    job_id = room.add(*SLEEPS)
    room.start()
    room.wait(lambda: paper.said == [HELD])
    room.session.control("test").ask("cancel", [job_id])
    room.wait(lambda: paper.said == [HELD, "released"])


def test_a_paused_render_may_sleep(room: Room, paper: Paper) -> None:
    job_id = room.add(*SLEEPS)
    room.start()
    room.wait(lambda: paper.said == [HELD])
    room.session.control("test").ask("pause", [job_id])
    room.wait(lambda: paper.said == [HELD, "released"])
    room.session.control("test").ask("resume", [job_id])
    room.wait(lambda: paper.said == [HELD, "released", HELD])


def test_a_person_may_not_want_it(room: Room, paper: Paper) -> None:
    room.add(*SLEEPS)
    room.start()
    room.wait(lambda: paper.said == [HELD])
    room.session.preferences.change(keep_awake=False)
    room.wait(lambda: paper.said == [HELD, "released"])
    room.session.preferences.change(keep_awake=True)
    room.wait(lambda: paper.said == [HELD, "released", HELD])


def test_the_end_of_the_app_lets_it_sleep(home: Path, qtbot: QtBot, paper: Paper) -> None:
    room = Room(home, qtbot)
    room.add(*SLEEPS)
    room.start()
    room.wait(lambda: paper.said == [HELD])
    room.close()
    assert paper.said == [HELD, "released"]
