"""As many renders run at once as the hours of the week allow."""

import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.core.manners import Manners
from rendermanager.core.status import JobStatus
from rendermanager.machine.presence import Presence
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.services import courtesy
from rendermanager.services import hours as module
from rendermanager.store.store import Store
from tests.helpers.engine_room import Room

SLEEPS = (sys.executable, "-S", "-c", "import time; time.sleep(600)")
AWAY = "Starts after 60 seconds without input"


class Clock:
    """Shows what it was set to; the computer stands in Greenwich."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 12, tzinfo=UTC)
        """A Tuesday."""

    def __call__(self) -> datetime:
        return self.now


class Artist(Presence):
    """Somebody who works, or has gone."""

    def __init__(self) -> None:
        self.idle: float | None = 1_000.0
        self.looks = 0

    def idle_s(self) -> float:
        self.looks += 1
        if self.idle is None:
            raise OSError("gone")
        return self.idle


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    made = Clock()
    monkeypatch.setenv("TZ", "UTC0")
    time.tzset()
    monkeypatch.setattr(Store, "now", lambda _store: made.now)
    yield made
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def artist(monkeypatch: pytest.MonkeyPatch) -> Artist:
    person = Artist()
    monkeypatch.setattr(courtesy, "_whoever_tells", lambda: person)
    monkeypatch.setattr(courtesy, "LOOK_INTERVAL_MS", 10)
    return person


@pytest.fixture
def room(home: Path, qtbot: QtBot, clock: Clock, artist: Artist) -> Iterator[Room]:
    made = Room(home, qtbot)
    yield made
    made.close()


def set_hours(room: Room, *hours: str) -> None:
    room.session.preferences.change(hours=hours)


def reason(room: Room, job_id: int) -> Reason | None:
    return room.session.dispatcher.waiting.get(job_id)


class TestSlots:
    @pytest.mark.parametrize(
        ("hours", "usual", "slots"),
        [
            (["3"], 2, 3),
            (["x1.5"], 2, 3),
            (["x0.1"], 5, 1),
            (["x8"], 60, 64),
            (["x1"], 5, 5),
            (["idle"], 5, 5),
            (["none"], 5, 5),
            (["18:00-20:00 1"], 5, 5),
            (["1", "tue 4", "wed 3"], 5, 4),
        ],
    )
    def test_what_is_allowed_counts_at_once(
        self, room: Room, hours: list[str], usual: int, slots: int
    ) -> None:
        room.session.preferences.change(concurrency=usual)
        set_hours(room, *hours)
        room.start(0)
        assert room.session.dispatcher.slots == slots
        set_hours(room)
        assert room.session.dispatcher.slots == usual
        set_hours(room, *hours)
        assert room.session.dispatcher.slots == slots

    def test_it_changes_by_itself(self, room: Room, clock: Clock) -> None:
        room.session.preferences.change(concurrency=2)
        set_hours(room, "13:00-14:00 4")
        clock.now = datetime(2026, 11, 24, 12, 59, 59, 950_000, tzinfo=UTC)
        room.start(0)
        assert room.session.dispatcher.slots == 2
        clock.now += timedelta(milliseconds=60)
        room.wait(lambda: room.session.dispatcher.slots == 4)

    def test_running_renders_are_not_ended_for_it(self, room: Room) -> None:
        set_hours(room, "3")
        jobs = [room.add(*SLEEPS) for _ in range(4)]
        room.start(0)
        room.wait(lambda: room.session.dispatcher.slots_in_use == 3)
        set_hours(room, "1")
        room.wait(lambda: room.session.dispatcher.slots == 1)
        room.bot.wait(100)
        assert room.session.dispatcher.slots_in_use == 3
        room.control.ask("cancel", jobs[:2]).result()
        room.wait(lambda: room.session.dispatcher.slots_in_use == 1)
        room.bot.wait(300)
        assert room.status(jobs[3]) is JobStatus.QUEUED

    def test_a_number_for_this_run_goes_before_it(self, room: Room) -> None:
        set_hours(room, "none")
        job_id = room.add("/bin/true")
        room.start(2)
        assert room.session.dispatcher.slots == 2
        assert room.wait_end(job_id).status is JobStatus.COMPLETED
        set_hours(room, "none", "4")
        assert room.session.dispatcher.slots == 2


class TestQuiet:
    def test_nothing_starts_and_each_job_says_until_when(self, room: Room, clock: Clock) -> None:
        set_hours(room, "22:00-08:00 x1.5", "08:00-22:00 none")
        jobs = [room.add("/bin/true") for _ in range(2)]
        room.start(0)
        words = "Quiet hours: goes on at 22:00"
        room.wait(lambda: len(room.session.dispatcher.waiting) == 2)
        assert [reason(room, each) for each in jobs] == [
            Reason(Why.HOURS, words, 0),
            Reason(Why.HOURS, words, 1),
        ]
        assert room.session.dispatcher.held_off == words
        clock.now = datetime(2026, 11, 24, 22, tzinfo=UTC)
        room.room._hours.look()
        assert {room.wait_end(each).status for each in jobs} == {JobStatus.COMPLETED}
        assert room.session.dispatcher.held_off == ""

    def test_what_runs_goes_on_to_its_end(self, room: Room, tmp_path: Path) -> None:
        word = tmp_path / "word"
        waits = f"import os, time\nwhile not os.path.exists({str(word)!r}): time.sleep(0.01)"
        job_id = room.add(sys.executable, "-S", "-c", waits)
        room.start(0)
        room.wait_for(job_id, JobStatus.RENDERING)
        set_hours(room, "none")
        late = room.add("/bin/true")
        room.wait(lambda: late in room.session.dispatcher.waiting)
        live = room.session.board.get(job_id)
        assert live is not None
        assert not live.progress.paused
        word.touch()
        assert room.wait_end(job_id).status is JobStatus.COMPLETED
        assert room.status(late) is JobStatus.QUEUED

    def test_a_clock_that_was_set_is_seen_while_something_waits(
        self, room: Room, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "LOOK_INTERVAL_MS", 20)
        set_hours(room, "08:00-22:00 none")
        job_id = room.add("/bin/true")
        room.start(0)
        room.wait(lambda: job_id in room.session.dispatcher.waiting)
        clock.now = datetime(2026, 11, 25, 1, tzinfo=UTC)
        assert room.wait_end(job_id).status is JobStatus.COMPLETED

    def test_a_clock_that_was_set_is_seen_before_a_job_starts(
        self, room: Room, clock: Clock
    ) -> None:
        set_hours(room, "14:00-22:00 none")
        room.start(0)
        room.bot.wait(50)
        clock.now = datetime(2026, 11, 24, 15, tzinfo=UTC)
        job_id = room.add("/bin/true")
        room.wait(lambda: job_id in room.session.dispatcher.waiting)
        assert room.status(job_id) is JobStatus.QUEUED

    def test_it_goes_on_when_the_hours_are_taken_away(self, room: Room) -> None:
        set_hours(room, "none")
        job_id = room.add("/bin/true")
        room.start(0)
        room.wait(lambda: job_id in room.session.dispatcher.waiting)
        set_hours(room)
        assert room.wait_end(job_id).status is JobStatus.COMPLETED


class TestOnlyIdle:
    def test_nothing_starts_while_somebody_works(self, room: Room, artist: Artist) -> None:
        artist.idle = 0.0
        set_hours(room, "idle")
        job_id = room.add("/bin/true")
        room.start(0)
        room.wait(lambda: job_id in room.session.dispatcher.waiting)
        assert reason(room, job_id) == Reason(Why.ARTIST, AWAY, 0)
        artist.idle = 60.0
        assert room.wait_end(job_id).status is JobStatus.COMPLETED

    @pytest.mark.parametrize("manners", [Manners.IGNORE, Manners.STEP_BACK])
    def test_what_runs_goes_on_unless_it_is_to_rest(
        self, room: Room, artist: Artist, manners: Manners
    ) -> None:
        room.session.preferences.change(while_working=manners)
        set_hours(room, "idle")
        first = room.add(*SLEEPS)
        room.start(0)
        room.wait_for(first, JobStatus.RENDERING)
        artist.idle = 0.0
        room.wait(lambda: room.session.dispatcher.held_off == AWAY)
        late = room.add("/bin/true")
        room.wait(lambda: late in room.session.dispatcher.waiting)
        assert room.session.dispatcher.resting == ""
        room.session.preferences.change(while_working=Manners.PAUSE)
        room.wait(lambda: room.session.dispatcher.resting)
        room.session.preferences.change(while_working=manners)
        set_hours(room)
        assert room.wait_end(late).status is JobStatus.COMPLETED

    def test_somebody_who_came_back_is_seen_before_a_job_starts(
        self, room: Room, artist: Artist
    ) -> None:
        set_hours(room, "idle")
        room.start(0)
        room.wait_end(room.add("/bin/true"))
        room.wait(lambda: room.session.dispatcher.held_off)
        looks = artist.looks
        room.bot.wait(100)
        assert artist.looks == looks
        artist.idle = 0.0
        job_id = room.add("/bin/true")
        room.wait(lambda: artist.looks > looks + 1)
        assert room.status(job_id) is JobStatus.QUEUED

    def test_it_starts_where_nobody_tells_of_input(self, room: Room, artist: Artist) -> None:
        artist.idle = None
        set_hours(room, "idle")
        job_id = room.add("/bin/true")
        room.start(0)
        assert room.wait_end(job_id).status is JobStatus.COMPLETED
