"""As many renders at once as bring the most, where nobody has set a number."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.core.usage import Sample
from rendermanager.scheduling import climbing
from rendermanager.services import automatic
from rendermanager.services.sampling import Sampling
from rendermanager.store import learned
from tests.helpers.engine_room import Room

SLEEPS = (sys.executable, "-S", "-c", "import time; time.sleep(600)")


class Processors:
    """Each look finds them as busy as was said."""

    def __init__(self) -> None:
        self.busy = 0.3

    def look(self, _: Sampling) -> Sample:
        now = datetime.now(UTC)
        return Sample(at=now, cpu=self.busy, cores=(), memory_used=1, memory_total=2)


@pytest.fixture
def processors(monkeypatch: pytest.MonkeyPatch) -> Processors:
    found = Processors()
    monkeypatch.setattr(Sampling, "newest", property(found.look))
    monkeypatch.setattr(automatic, "LOOK_INTERVAL_MS", 10)
    monkeypatch.setattr("rendermanager.services.automatic.os.cpu_count", lambda: 2)
    monkeypatch.setattr(climbing, "SETTLE_S", 0.05)
    monkeypatch.setattr(climbing, "MEASURE_S", 0.1)
    return found


@pytest.fixture
def room(home: Path, qtbot: QtBot, processors: Processors) -> Iterator[Room]:
    made = Room(home, qtbot)
    yield made
    made.close()


def fill(room: Room, count: int = 8) -> list[int]:
    return [room.add(*SLEEPS) for _ in range(count)]


def test_more_run_at_once_while_processors_are_free(room: Room) -> None:
    fill(room)
    room.start(0)
    assert room.session.dispatcher.slots == 2
    room.wait(lambda: room.session.dispatcher.slots_in_use == 4)
    room.bot.wait(300)
    assert room.session.dispatcher.slots == 4  # twice the processors, and no more


def test_busy_processors_get_no_more(room: Room, processors: Processors) -> None:
    processors.busy = 0.95
    fill(room)
    room.start(0)
    room.wait(lambda: room.session.dispatcher.slots_in_use == 2)
    room.bot.wait(400)
    assert room.session.dispatcher.slots == 2


def test_a_number_that_was_set_counts_at_once_and_stays(room: Room) -> None:
    fill(room)
    room.start(0)
    room.wait(lambda: room.session.dispatcher.slots_in_use == 4)
    room.session.preferences.change(concurrency=3)
    assert room.session.dispatcher.slots == 3
    room.bot.wait(300)
    assert room.session.dispatcher.slots == 3
    room.session.preferences.change(concurrency=0)
    assert room.session.dispatcher.slots == 4


def test_a_multiple_of_what_was_found_is_no_trial(room: Room, processors: Processors) -> None:
    fill(room)
    room.start(0)
    read = room.session.store.read
    room.wait(lambda: read(learned.slots_found) == {frozenset({"command"}): 4})
    room.session.preferences.change(hours=("x0.5",))
    assert room.session.dispatcher.slots == 2
    room.session.preferences.change(hours=("x1.5",))
    assert room.session.dispatcher.slots == 4  # twice the processors, and no more
    room.session.preferences.change(hours=("x0.7",))
    processors.busy = 1.0
    room.bot.wait(300)
    assert room.session.dispatcher.slots == 3
    room.session.preferences.change(hours=())
    assert room.session.dispatcher.slots == 4


def test_what_was_found_is_remembered(room: Room) -> None:
    fill(room)
    room.start(0)
    read = room.session.store.read
    room.wait(lambda: read(learned.slots_found) == {frozenset({"command"}): 4})


def test_a_damaged_memory_is_none(room: Room) -> None:
    store = room.session.store
    store.change(lambda txn: txn.run("INSERT INTO setting VALUES ('slots_found', '[[1]]')"))
    assert store.read(learned.slots_found) == {}


def test_what_was_found_earlier_counts_from_the_first_look(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(climbing, "MEASURE_S", 1_000.0)
    store = room.session.store
    store.change(lambda txn: learned.keep_slots(txn, {frozenset({"command"}): 99}))
    fill(room)
    room.start(0)
    room.wait(lambda: room.session.dispatcher.slots == 4)
