"""Engines that can do one thing at a time are given one thing at a time."""

from typing import Any

from rendermanager.core.status import JobStatus
from rendermanager.engine.limits import EngineLimits
from rendermanager.engine.ready import WINDOW
from rendermanager.renderers.command import CommandEngine
from rendermanager.renderers.registry import Registry
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
