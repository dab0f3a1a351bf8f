"""As many programs run as are wanted, and the next ones start in the order in which they asked."""

from functools import partial

import pytest

from rendermanager.core.status import JobStatus
from rendermanager.engine import slots
from rendermanager.engine.slots import TINY_RUN
from rendermanager.engine.turns import Turns
from rendermanager.store import queries
from tests.helpers.engine_room import Room


def asking(turns: Turns, *names: str) -> list[str]:
    """Let each of these ask; the names of those whose turn came so far."""
    called: list[str] = []
    for name in names:
        turns.ask(name, partial(called.append, name))
    return called


def test_no_more_run_than_are_wanted() -> None:
    turns = Turns()
    turns.limit = 2
    assert asking(turns, "a", "b", "c") == ["a", "b"]
    assert turns.is_waiting("c")


def test_whoever_asked_first_is_called_when_one_ends() -> None:
    turns = Turns()
    turns.limit = 1
    called = asking(turns, "a", "b", "c")
    turns.give_back("a")
    assert called == ["a", "b"]
    turns.give_back("b")
    assert called == ["a", "b", "c"]


def test_one_that_gives_up_is_not_called_any_more() -> None:
    turns = Turns()
    turns.limit = 1
    called = asking(turns, "a", "b", "c")
    turns.give_back("b")
    turns.give_back("a")
    assert called == ["a", "c"]
    assert not turns.is_waiting("b")


def test_a_raised_limit_lets_those_who_wait_begin() -> None:
    turns = Turns()
    called = asking(turns, "a", "b", "c")
    assert called == []
    turns.limit = 2
    turns.serve()
    assert called == ["a", "b"]


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that is busy with other things, even /bin/true takes a while."""
    monkeypatch.setattr(slots, "TINY_S", 30.0)


@pytest.mark.usefixtures("patient")
def test_a_task_that_was_claimed_too_early_goes_back_as_if_it_had_not_been(room: Room) -> None:
    tiny = [room.add("/bin/true") for _ in range(TINY_RUN + 2)]
    long = room.add_program("sleeps.py", 600)
    last = room.add("/bin/true")
    room.start(1)
    for job_id in tiny:
        assert room.wait_end(job_id).status is JobStatus.COMPLETED
    story = partial(queries.events_of, job_id=last)
    room.wait(lambda: any("takes longer" in each.reason for each in room.session.store.read(story)))
    room.wait(lambda: room.session.dispatcher.running == (long,))
    waiting = room.job(last)
    assert (waiting.status, waiting.attempts, waiting.started) == (JobStatus.QUEUED, 0, None)
    room.control.ask("cancel", [long])
    done = room.wait_end(last)
    assert (done.status, done.attempts) == (JobStatus.COMPLETED, 1)


@pytest.mark.usefixtures("patient")
def test_a_task_that_waits_for_its_turn_can_be_cancelled(room: Room) -> None:
    tiny = [room.add("/bin/true") for _ in range(TINY_RUN + 2)]
    long = room.add_program("sleeps.py", 600)
    last = room.add("/bin/true")
    room.start(1)
    for job_id in tiny:
        room.wait_end(job_id)
    room.wait(lambda: last in room.session.dispatcher.running)
    room.control.ask("cancel", [last])
    assert room.wait_end(last).status is JobStatus.CANCELLED
    room.control.ask("cancel", [long])
    assert room.wait_end(long).status is JobStatus.CANCELLED
