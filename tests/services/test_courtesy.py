"""Renders keep out of the way of whoever works at the computer."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from rendermanager.core.manners import Manners
from rendermanager.core.status import JobStatus
from rendermanager.machine.presence import Presence
from rendermanager.scheduling import courtesy as policy
from rendermanager.scheduling.admission import Why
from rendermanager.services import courtesy
from tests.helpers.engine_room import Room

SLEEPS = (sys.executable, "-S", "-c", "import time; time.sleep(600)")
linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


class Artist(Presence):
    """Somebody who works, or has gone."""

    def __init__(self) -> None:
        self.idle = 1_000.0
        self.looks = 0
        self.lost = False

    def idle_s(self) -> float:
        self.looks += 1
        if self.lost:
            raise OSError("gone")
        return self.idle


@pytest.fixture
def artist(monkeypatch: pytest.MonkeyPatch) -> Artist:
    person = Artist()
    monkeypatch.setattr(courtesy, "_whoever_tells", lambda: person)
    monkeypatch.setattr(courtesy, "LOOK_INTERVAL_MS", 10)
    monkeypatch.setattr(policy, "PATIENCE_S", 0.0)
    return person


@pytest.fixture
def room(home: Path, qtbot: QtBot, artist: Artist) -> Iterator[Room]:
    made = Room(home, qtbot)
    yield made
    made.close()


def render_of(room: Room) -> psutil.Process:
    """The program that renders, once it runs."""
    found: list[psutil.Process] = []

    def runs() -> bool:
        pids = room.session.dispatcher.supervisors
        found[:] = [each for pid in pids for each in psutil.Process(pid).children()]
        return bool(found)

    room.wait(runs)
    return found[0]


@linux
def test_renders_rest_while_somebody_works_and_go_on_afterwards(room: Room, artist: Artist) -> None:
    room.session.preferences.change(while_working=Manners.PAUSE)
    job_id = room.add(*SLEEPS)
    room.start(1)
    program = render_of(room)
    room.wait_for(job_id, JobStatus.RENDERING)
    waits = room.add("/bin/true")
    artist.idle = 0.0
    room.wait(lambda: program.status() == psutil.STATUS_STOPPED)
    live = room.session.board.get(job_id)
    assert live is not None
    assert live.progress.paused
    assert live.note == "You are at work: goes on after 60 seconds without input"
    room.session.dispatcher.set_slots(2)
    room.wait(lambda: waits in room.session.dispatcher.waiting)
    assert room.session.dispatcher.waiting[waits].why is Why.ARTIST
    artist.idle = 60.0
    room.wait(lambda: program.status() != psutil.STATUS_STOPPED)
    assert room.wait_end(waits).status is JobStatus.COMPLETED
    assert live is not room.session.board.get(job_id)


@linux
def test_renders_step_back_and_come_forward(room: Room, artist: Artist) -> None:
    room.session.preferences.change(while_working=Manners.STEP_BACK)
    artist.idle = 0.0
    room.add(*SLEEPS)
    room.start(1)
    program = render_of(room)
    usual = os.sched_getscheduler(0), os.sched_getaffinity(0)

    def has_stepped_back() -> bool:
        return (os.sched_getscheduler(program.pid), os.sched_getaffinity(program.pid)) != usual

    room.wait(has_stepped_back)
    assert program.status() != psutil.STATUS_STOPPED
    artist.idle = 61.0
    room.wait(lambda: not has_stepped_back())


def test_a_pause_that_somebody_asked_for_stays(room: Room, artist: Artist) -> None:
    room.session.preferences.change(while_working=Manners.PAUSE)
    job_id = room.add(*SLEEPS)
    room.start(1)
    render_of(room)
    room.wait_for(job_id, JobStatus.RENDERING)
    room.control.ask("pause", [job_id]).result()
    artist.idle = 0.0
    room.wait(lambda: room.session.dispatcher.resting)
    artist.idle = 61.0
    room.wait(lambda: not room.session.dispatcher.resting)
    live = room.session.board.get(job_id)
    assert live is not None
    assert live.progress.paused


def test_whoever_does_not_care_is_not_watched(room: Room, artist: Artist) -> None:
    artist.idle = 0.0
    room.add(*SLEEPS)
    room.start(1)
    render_of(room)
    room.bot.wait(100)
    assert artist.looks == 0


def test_renders_go_on_where_nobody_tells_of_input_any_more(room: Room, artist: Artist) -> None:
    room.session.preferences.change(while_working=Manners.PAUSE)
    artist.idle = 0.0
    room.add(*SLEEPS)
    room.start(1)
    room.wait(lambda: room.session.dispatcher.resting)
    artist.lost = True
    room.wait(lambda: not room.session.dispatcher.resting)


def test_no_look_is_taken_while_nothing_renders(room: Room, artist: Artist) -> None:
    room.session.preferences.change(while_working=Manners.PAUSE)
    room.start(1)
    job_id = room.add("/bin/true")
    room.wait_end(job_id)
    room.wait(lambda: room.session.dispatcher.is_settled)
    room.bot.wait(50)
    looks = artist.looks
    room.bot.wait(100)
    assert artist.looks == looks
