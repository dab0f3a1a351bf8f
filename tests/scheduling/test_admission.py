"""What starts, what waits, and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.circuit import Circuit, Part, circuits_of
from rendermanager.scheduling.admission import (
    MAX_AUTO_SLOTS,
    Reason,
    Situation,
    Why,
    admit,
    automatic_slots,
    explain,
)

ENGINES = ("ffmpeg", "blender", "nexrender")


@dataclass(frozen=True)
class Candidate:
    task_id: int
    engine: str
    alone: bool = False
    folder: str = ""
    of: int = 0

    @property
    def job_id(self) -> int:
        return self.of or self.task_id

    @property
    def circuits(self) -> tuple[Circuit, ...]:
        return circuits_of(self.engine, "", f"{self.folder}/out.mp4" if self.folder else "")


def tasks(*engines: str) -> list[Candidate]:
    return [Candidate(number, engine) for number, engine in enumerate(engines, start=1)]


def started(engines: Sequence[str], now: Situation) -> list[int]:
    return [task.task_id for task in admit(tasks(*engines), now)]


def after(now: Situation, chosen: Sequence[Candidate]) -> Situation:
    """The machine once these run."""
    active = Counter(now.active) + Counter(task.engine for task in chosen)
    return replace(now, active=active)


counts = st.dictionaries(st.sampled_from(ENGINES), st.integers(0, 4))
situations = st.builds(
    Situation,
    slots=st.integers(0, 8),
    active=counts,
    queue_paused=st.sampled_from(["", "", "", "after", "now"]),
    held_off=st.sampled_from([None, None, None, (Why.HOURS, "Quiet hours")]),
    missing=st.dictionaries(st.sampled_from(ENGINES), st.just("It was not found."), max_size=2),
    limits=counts,
    kept_back=st.dictionaries(
        st.integers(1, 12), st.just(Reason(Why.SPACE, "needs about 1.2 GB")), max_size=3
    ),
    trouble=st.sampled_from(["", "", "", "The disk is full."]),
)
queues = st.lists(st.sampled_from(ENGINES), max_size=12).map(lambda names: tasks(*names))


@given(queues, situations)
def test_never_more_run_than_there_are_slots(ready: list[Candidate], now: Situation) -> None:
    running = sum(now.active.values())
    assert running + len(admit(ready, now)) <= max(now.slots, running)


@given(queues, situations)
def test_the_order_is_kept(ready: list[Candidate], now: Situation) -> None:
    numbers = [task.task_id for task in admit(ready, now)]
    assert numbers == sorted(set(numbers))


@given(queues, situations)
def test_limits_are_respected(ready: list[Candidate], now: Situation) -> None:
    running = after(now, admit(ready, now)).active
    for engine, limit in now.limits.items():
        assert running.get(engine, 0) <= max(limit, now.active.get(engine, 0))


@given(queues, situations)
def test_nothing_starts_without_its_program_or_while_the_queue_stands(
    ready: list[Candidate], now: Situation
) -> None:
    chosen = admit(ready, now)
    assert not {task.engine for task in chosen} & set(now.missing)
    assert not {task.task_id for task in chosen} & set(now.kept_back)
    if now.trouble or now.queue_paused or now.held_off:
        assert chosen == []


@given(queues, situations)
def test_every_waiting_task_has_a_reason(ready: list[Candidate], now: Situation) -> None:
    chosen = admit(ready, now)
    waiting = [task for task in ready if task not in chosen]
    reasons = explain(waiting, after(now, chosen))
    assert list(reasons) == [task.task_id for task in waiting]
    assert [reason.place for reason in reasons.values()] == list(range(len(waiting)))
    assert all(reason.text for reason in reasons.values())


@given(queues, situations)
def test_nobody_waits_for_its_turn_while_a_slot_is_free(
    ready: list[Candidate], now: Situation
) -> None:
    chosen = admit(ready, now)
    then = after(now, chosen)
    waiting = [task for task in ready if task not in chosen]
    if sum(then.active.values()) < then.slots:
        assert all(reason.why is not Why.TURN for reason in explain(waiting, then).values())


@given(queues, situations)
def test_what_is_given_is_left_as_it_is(ready: list[Candidate], now: Situation) -> None:
    before = (list(ready), dict(now.active))
    admit(ready, now)
    assert (ready, dict(now.active)) == before


@pytest.mark.parametrize(
    ("engines", "now", "expected"),
    [
        (["ffmpeg"] * 3, Situation(slots=2), [1, 2]),
        (["ffmpeg"] * 3, Situation(slots=2, active={"blender": 1}), [1]),
        (["ffmpeg"], Situation(slots=1, active={"ffmpeg": 1}), []),
        (["ffmpeg"], Situation(slots=0), []),
        (["ffmpeg"], Situation(slots=1, active={"blender": 3}), []),
        ([], Situation(slots=4), []),
        (["ffmpeg"], Situation(slots=1, queue_paused="after"), []),
        (["ffmpeg"], Situation(slots=1, queue_paused="now"), []),
        (["ffmpeg"], Situation(slots=1, trouble="The disk is full."), []),
        (["ffmpeg"], Situation(slots=1, held_off=(Why.HOURS, "Quiet hours")), []),
        (["blender", "ffmpeg"], Situation(slots=1, missing={"blender": "Gone."}), [2]),
        (["blender", "blender", "ffmpeg"], Situation(slots=3, limits={"blender": 1}), [1, 3]),
        (["blender"], Situation(slots=3, active={"blender": 1}, limits={"blender": 1}), []),
        (["blender"], Situation(slots=3, limits={"blender": 0}), []),
        (["ffmpeg", "ffmpeg"], Situation(slots=3, limits={"blender": 0}), [1, 2]),
        (["ffmpeg", "ffmpeg"], Situation(slots=1, kept_back={1: Reason(Why.SPACE, "x")}), [2]),
    ],
)
def test_what_may_start(engines: list[str], now: Situation, expected: list[int]) -> None:
    assert started(engines, now) == expected


LIMITED = Situation(slots=9, active={"blender": 2}, limits={"blender": 2})
ONE = Situation(slots=9, active={"blender": 1}, limits={"blender": 1})


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (Situation(slots=1, active={"ffmpeg": 1}), Reason(Why.TURN, "Next", 0)),
        (ONE, Reason(Why.ENGINE_LIMIT, "Only one blender job runs at the same time", 0)),
        (LIMITED, Reason(Why.ENGINE_LIMIT, "2 blender jobs run at the same time", 0)),
        (
            Situation(slots=1, missing={"blender": "Blender was not found."}),
            Reason(Why.ENGINE_MISSING, "Blender was not found.", 0),
        ),
        (
            Situation(slots=1, kept_back={1: Reason(Why.SPACE, "needs about 1.2 GB")}),
            Reason(Why.SPACE, "needs about 1.2 GB", 0),
        ),
        (Situation(slots=1, resting="You are at work"), Reason(Why.ARTIST, "You are at work", 0)),
        (
            Situation(slots=1, held_off=(Why.HOURS, "Quiet hours"), missing={"blender": "Gone."}),
            Reason(Why.HOURS, "Quiet hours", 0),
        ),
        (
            Situation(slots=1, held_off=(Why.HOURS, "Quiet hours"), resting="You are at work"),
            Reason(Why.ARTIST, "You are at work", 0),
        ),
        (
            Situation(slots=1, queue_paused="now", missing={"blender": "Gone."}),
            Reason(Why.QUEUE_PAUSED, "The queue is paused", 0),
        ),
        (
            Situation(slots=1, queue_paused="after", trouble="The disk is full."),
            Reason(Why.STORE, "The disk is full.", 0),
        ),
    ],
)
def test_why_the_first_one_waits(now: Situation, expected: Reason) -> None:
    assert explain(tasks("blender"), now) == {1: expected}


def test_each_one_knows_its_place_in_line() -> None:
    reasons = explain(tasks("ffmpeg", "ffmpeg", "ffmpeg"), Situation(slots=0))
    assert [reason.text for reason in reasons.values()] == ["Next", "2 in line", "3 in line"]


def test_a_job_of_many_tasks_takes_one_place_in_line() -> None:
    first, second = Candidate(1, "blender", of=7), Candidate(2, "blender", of=7)
    reasons = explain([first, second, Candidate(3, "ffmpeg")], Situation(slots=0))
    assert [reason.place for reason in reasons.values()] == [0, 0, 1]


def test_reasons_of_different_kinds_stand_side_by_side() -> None:
    reasons = explain(tasks("blender", "ffmpeg"), LIMITED)
    assert [reason.why for reason in reasons.values()] == [Why.ENGINE_LIMIT, Why.TURN]


CORES: Mapping[int, int] = {1: 2, 2: 2, 8: 2, 11: 2, 12: 3, 16: 4, 20: 4, 256: 4}


@pytest.mark.parametrize(("cores", "slots"), CORES.items())
def test_automatic_slots_suit_the_machine(cores: int, slots: int) -> None:
    assert automatic_slots(cores) == slots <= MAX_AUTO_SLOTS


HERE = Circuit(Part.FOLDER, "/here")
BLENDER = Circuit(Part.ENGINE, "blender")


def jobs(*made: tuple[str, bool, str]) -> list[Candidate]:
    return [Candidate(number, *each) for number, each in enumerate(made, start=1)]


@pytest.mark.parametrize(
    ("ready", "now", "expected"),
    [
        # It waits for the others of its engine, and those behind it wait as well.
        (
            jobs(("ffmpeg", True, ""), ("ffmpeg", False, ""), ("blender", False, "")),
            Situation(slots=4, active={"ffmpeg": 1}),
            [3],
        ),
        (jobs(("ffmpeg", True, ""), ("ffmpeg", False, "")), Situation(slots=4), [1]),
        (jobs(("ffmpeg", False, ""), ("ffmpeg", True, "")), Situation(slots=4), [1]),
        (jobs(("ffmpeg", True, ""), ("ffmpeg", True, "")), Situation(slots=4), [1]),
        (
            jobs(("ffmpeg", False, ""), ("blender", False, "")),
            Situation(slots=4, active={"ffmpeg": 1}, alone=frozenset({"ffmpeg"})),
            [2],
        ),
        # Stopped for an engine, or for a folder.
        (
            jobs(("blender", False, ""), ("ffmpeg", False, "")),
            Situation(slots=4, stopped={BLENDER: "No licence."}),
            [2],
        ),
        (
            jobs(("ffmpeg", False, "/here"), ("ffmpeg", False, "/there")),
            Situation(slots=4, stopped={HERE: "Gone."}),
            [2],
        ),
        # One may try.
        (
            jobs(("ffmpeg", False, "/here"), ("ffmpeg", False, "/here"), ("ffmpeg", False, "")),
            Situation(slots=4, probes=frozenset({HERE})),
            [1, 3],
        ),
    ],
)
def test_what_may_start_beside_what(
    ready: list[Candidate], now: Situation, expected: list[int]
) -> None:
    assert [task.task_id for task in admit(ready, now)] == expected


@pytest.mark.parametrize(
    ("ready", "now", "why", "word"),
    [
        (
            jobs(("ffmpeg", True, "")),
            Situation(slots=4, active={"ffmpeg": 1}),
            [Why.ALONE],
            "starts when no other ffmpeg job runs",
        ),
        (
            jobs(("ffmpeg", False, "")),
            Situation(slots=4, active={"ffmpeg": 1}, alone=frozenset({"ffmpeg"})),
            [Why.ALONE],
            "runs on its own",
        ),
        (
            jobs(("ffmpeg", True, ""), ("ffmpeg", False, "")),
            Situation(slots=4, active={"ffmpeg": 1}),
            [Why.ALONE, Why.ALONE],
            "starts when",
        ),
        (
            jobs(("ffmpeg", False, "/here")),
            Situation(slots=4, stopped={HERE: "Stopped until 15:04:00: gone."}),
            [Why.STOPPED],
            "until 15:04:00",
        ),
    ],
)
def test_why_it_waits(ready: list[Candidate], now: Situation, why: list[Why], word: str) -> None:
    reasons = list(explain(ready, now).values())
    assert [reason.why for reason in reasons] == why
    assert word in reasons[0].text


mixed = st.lists(
    st.tuples(st.sampled_from(ENGINES), st.booleans(), st.sampled_from(["", "/here", "/there"])),
    max_size=12,
).map(lambda made: jobs(*made))
parts = st.sampled_from([HERE, BLENDER, Circuit(Part.FOLDER, "/there")])


@given(
    mixed,
    situations,
    st.dictionaries(parts, st.just("Stopped."), max_size=2),
    st.frozensets(parts, max_size=2),
)
def test_alone_is_alone_and_what_is_stopped_is_tried_by_one(
    ready: list[Candidate],
    now: Situation,
    stopped: Mapping[Circuit, str],
    probes: frozenset[Circuit],
) -> None:
    now = replace(now, stopped=stopped, probes=probes - set(stopped))
    chosen = admit(ready, now)
    for task in chosen:
        if task.alone:
            beside = [other for other in chosen if other.engine == task.engine]
            assert beside == [task]
            assert now.active.get(task.engine, 0) == 0
        assert not set(task.circuits) & set(stopped)
    shared = Counter(circuit for task in chosen for circuit in task.circuits)
    assert all(shared[circuit] <= 1 for circuit in now.probes)


def test_while_one_tries_the_others_know_what_they_wait_for() -> None:
    moment = Situation(slots=2, probes=frozenset({HERE}))
    ready = jobs(("ffmpeg", False, "/here"), ("ffmpeg", False, "/here"))
    assert len(admit(ready, moment)) == 1
