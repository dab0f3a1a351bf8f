"""Renders that grow beyond what was expected stand back, and all of them come to their end."""

from collections.abc import Collection

import pytest

from rendermanager.core.failure import Cause, FailureKind
from rendermanager.core.status import JobStatus
from rendermanager.engine import guarding
from rendermanager.machine import memory
from rendermanager.machine.memory import MemoryNow
from rendermanager.store import queries
from tests.helpers.engine_room import Room

TOTAL = 500_000_000


class SmallMachine:
    """Has so little memory that a few of our programs fill it; what they hold is measured."""

    def __init__(self) -> None:
        self.most = 0

    def look(self, roots: Collection[int] = ()) -> MemoryNow:
        trees = memory.memory_now(roots).trees
        self.most = max(self.most, sum(trees.values()))
        # Asked for no tree it has to be as tight as it ever was, or nobody would look closer.
        return MemoryNow(TOTAL, sum(trees.values()) if trees else TOTAL, trees)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> SmallMachine:
    made = SmallMachine()
    monkeypatch.setattr(guarding, "memory_now", made.look)
    monkeypatch.setattr(guarding, "LOOK_MS", 20)
    monkeypatch.setattr(guarding, "TENSE_LOOK_MS", 20)
    return made


def outcomes(room: Room, job_id: int) -> list[str]:
    attempts = room.session.store.read(lambda db: queries.attempts_of(db, job_id))
    return [each.outcome for each in attempts]


def test_renders_of_which_nothing_is_known_share_a_small_machine(
    room: Room, machine: SmallMachine
) -> None:
    ids = [room.add_program("grows.py", 220, 0.1, max_attempts=1) for _ in range(4)]
    room.start(4)
    ended = [room.wait_end(job_id) for job_id in ids]
    assert {job.status for job in ended} == {JobStatus.COMPLETED}
    assert machine.most < 4 * 220_000_000  # never all at once
    assert outcomes(room, ids[0]) == ["completed"]


def test_who_is_in_the_way_is_ended_and_starts_again_with_what_was_learned(
    room: Room, machine: SmallMachine
) -> None:
    first = room.add_program("grows.py", 350, 0.1, max_attempts=1)
    second = room.add_program("grows.py", 350, 0.1, max_attempts=1)
    room.start(2)
    room.wait(lambda: "interrupted" in outcomes(room, second))
    room.wait_end(first)
    job = room.wait_end(second)
    assert (job.status, outcomes(room, first)) == (JobStatus.COMPLETED, ["completed"])
    events = room.session.store.read(lambda db: queries.events_of(db, second))
    assert any(event.reason.startswith("memory ran short, and it held") for event in events)
    known = room.session.store.read(
        lambda db: db.execute("SELECT adaptation ->> '$.memory_mb' FROM task WHERE job_id = 2").get
    )
    assert 10 < known < 800


def test_one_that_takes_more_than_it_may_fails_with_the_numbers(
    room: Room, machine: SmallMachine
) -> None:
    job_id = room.add_program("grows.py", 300, 0.2, memory_limit_mb=100, max_attempts=1)
    room.start(2)
    job = room.wait_end(job_id)
    assert job.status is JobStatus.FAILED
    assert job.failure is not None
    assert job.failure.kind is FailureKind.RESOURCE_EXHAUSTION
    assert job.failure.cause is Cause.MEMORY
    assert "100 MB is what it may take" in job.failure.message


def test_a_render_that_runs_alone_may_take_all_there_is(room: Room, machine: SmallMachine) -> None:
    job_id = room.add_program("grows.py", 450, 0.05, max_attempts=1)
    room.start(2)
    assert room.wait_end(job_id).status is JobStatus.COMPLETED
    assert outcomes(room, job_id) == ["completed"]
