"""Renders that hang are found in time, and those that only say nothing are left alone.

CHAOS_HANGS=60 takes as many of each and prints the figures; the suite takes a few.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.core.events import EventKind
from rendermanager.core.failure import FailureKind
from rendermanager.core.status import JobStatus
from rendermanager.store import queries
from tests.chaos.budget import amount, dice
from tests.helpers.engine_room import Room
from tests.programs import busy_quietly, hangs

EACH = amount("CHAOS_HANGS", 4)
WHOLE = EACH >= 60
LIMIT_S = 4 if WHOLE else 2
SLOTS = 8

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the programs use what Linux offers"),
    pytest.mark.timeout(900 if WHOLE else 120),
]

Case = tuple[str, float]


def cases(modes: list[str]) -> list[Case]:
    """As many as are wanted, each mode once before any comes a second time."""
    chance = dice("hangs")
    found: list[Case] = []
    while len(found) < EACH:
        chance.shuffle(modes)
        found += [(mode, float(len(found) % 2)) for mode in modes]
    return found[:EACH]


@pytest.fixture
def watched(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    room = Room(tmp_path / "home", qtbot)
    room.room._hangs.set_limit(LIMIT_S)
    room.start(SLOTS)
    yield room
    room.close()


def wait_for_all(room: Room, ids: list[int]) -> None:
    def over() -> bool:
        found = room.session.store.read(lambda db: queries.jobs_by_id(db, ids))
        return all(job.status.is_ended for job in found.values())

    room.bot.waitUntil(over, timeout=800_000)


def noted(room: Room, job_id: int) -> list[str]:
    events = room.session.store.read(lambda db: queries.events_of(db, job_id))
    return [event.reason for event in events if event.kind is EventKind.NOTED]


def test_renders_that_hang_are_found_in_time(watched: Room, tmp_path: Path) -> None:
    marks = {}
    for number, (mode, work_s) in enumerate(cases(list(hangs.MODES))):
        mark = tmp_path / f"{number}"
        words = ("hangs.py", mode, mark, work_s)
        marks[watched.add_program(*words, name=mode, max_attempts=1)] = mark
    wait_for_all(watched, list(marks))
    late = []
    for job_id, mark in marks.items():
        job = watched.job(job_id)
        assert job.failure is not None, (job.name, job.status)
        assert job.failure.kind is FailureKind.TIMEOUT, (job.name, job.failure)
        # It was told before it was ended; on a busy machine a timer of its own may look like life
        # for a moment, and take the warning back in between.
        *_, last = noted(watched, job_id)
        assert last.startswith("no sign of life for"), job.name
        assert job.ended is not None
        late.append((job.ended.timestamp() - mark.stat().st_mtime - LIMIT_S, job.name))
    print(f"{len(late)} hangs, limit {LIMIT_S} s; ended after the limit: {span_of(late)}")
    if WHOLE:
        assert max(late)[0] < 5.0, sorted(late)


def test_renders_that_only_say_nothing_are_left_alone(watched: Room, tmp_path: Path) -> None:
    ids = []
    for number, (mode, _) in enumerate(cases(list(busy_quietly.MODES))):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        words = ("busy_quietly.py", mode, 3 * LIMIT_S, folder)
        ids.append(watched.add_program(*words, name=mode, max_attempts=1))
    wait_for_all(watched, ids)
    jobs = [watched.job(job_id) for job_id in ids]
    ended = [job.name for job in jobs if job.status is not JobStatus.COMPLETED]
    warned = [job.name for job in jobs if noted(watched, job.id)]
    print(f"{len(ids)} busy without a word for {3 * LIMIT_S} s, limit {LIMIT_S} s:")
    print(f"{len(ended)} ended, {len(warned)} told about for a moment")
    assert ended == []


def span_of(late: list[tuple[float, str]]) -> str:
    """The least, the middle and the most."""
    ranked = sorted(late)
    return ", ".join(f"{ranked[at][0]:.1f} s" for at in (0, len(ranked) // 2, -1))
