"""Engines that can do one thing at a time are given one thing at a time."""

from typing import Any

import pytest

from rendermanager.core.status import JobStatus
from rendermanager.engine.limits import EngineLimits
from rendermanager.engine.ready import WINDOW
from rendermanager.machine.memory import MemoryNow
from rendermanager.renderers.command import CommandEngine
from rendermanager.renderers.registry import Registry
from rendermanager.scheduling.admission import Why
from tests.helpers.engine_room import Room


class Single(CommandEngine):
    """Runs commands, one after the other."""

    name = "single"
    at_once = 1


def test_only_engines_with_a_limit_have_one() -> None:
    engines: list[Any] = [Single(), CommandEngine()]
    limits = EngineLimits(Registry(engines))
    assert limits.of(["single", "command", "single"]) == {"single": 1}
    assert limits.of([]) == {}


def test_an_engine_that_is_gone_has_none() -> None:
    assert EngineLimits(Registry([])).of(["gone"]) == {}


def test_after_effects_renders_one_thing_at_a_time() -> None:
    assert EngineLimits(Registry.load()).of(["nexrender", "ffmpeg"]) == {"nexrender": 1}


def test_the_second_job_waits_with_a_reason_while_others_go_on(
    room: Room, monkeypatch: Any
) -> None:
    monkeypatch.setattr(CommandEngine, "at_once", 1, raising=False)
    first = room.add_program("sleeps.py", 600)
    second = room.add_program("sleeps.py", 600)
    room.start(2)
    room.wait(lambda: second in room.session.dispatcher.waiting)
    room.wait(lambda: room.session.dispatcher.running == (first,))
    reason = room.session.dispatcher.waiting[second]
    assert reason.text == "Only one command job runs at the same time"
    room.control.ask("cancel", [first])
    room.wait(lambda: room.session.dispatcher.running == (second,))
    room.control.ask("cancel", [second])
    room.wait_end(second)


def test_many_that_have_to_wait_do_not_hide_the_others(room: Room, monkeypatch: Any) -> None:
    """More of them than are read at once stand in front of a job of another engine."""

    class Other(CommandEngine):
        name = "other"

    monkeypatch.setattr(CommandEngine, "at_once", 1, raising=False)
    monkeypatch.setattr(Other, "at_once", 0, raising=False)
    other: Any = Other()
    room.session.registry._engines["other"] = other
    first = room.add_program("sleeps.py", 600)
    for _ in range(WINDOW + 5):
        room.add("/bin/true")
    behind = room.add("/bin/true", engine="other")
    room.start(2)
    assert room.wait_end(behind).status is JobStatus.COMPLETED
    assert room.session.dispatcher.running == (first,)
    room.control.ask("cancel", [first])
    room.wait_end(first)


def test_a_command_waits_for_the_memory_that_it_was_said_to_take(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "rendermanager.engine.waits.memory_now", lambda _: MemoryNow(10_000_000_000, 1_000_000_000)
    )
    first = room.add_program("sleeps.py", 600, memory_mb=5_000)
    room.start(3)
    room.wait_for(first, JobStatus.RENDERING)
    big, small = room.add("/bin/true", memory_mb=4_000), room.add("/bin/true", memory_mb=1_000)
    assert room.wait_end(small).status is JobStatus.COMPLETED
    room.wait(lambda: big in room.session.dispatcher.waiting)
    reason = room.session.dispatcher.waiting[big]
    assert reason.why is Why.MEMORY
    assert reason.text == "needs 4.0 GB of memory, 2.0 GB is free below the ceiling"
    room.control.ask("cancel", [first])
    assert room.wait_end(big).status is JobStatus.COMPLETED
