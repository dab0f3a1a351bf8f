"""The number of renders that brings the most is found by trying."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rendermanager.scheduling.climbing import (
    FORGET_S,
    MEASURE_S,
    SETTLE_S,
    Climb,
    Sight,
    after_look,
    without_trial,
)

LOOK_S = 1.0


@dataclass
class Machine:
    """Renders that each keep some processors busy; too many at once get in each other's way.

    Attributes:
        cores: Processors.
        each: Processors that one render can use.
        length: Seconds of one processor that a render needs.
        drag: Share of the work that each render beyond `cores` costs.
    """

    cores: int
    each: float
    length: float = 10_000.0
    drag: float = 0.0
    kind: str = "film"
    now_s: float = 0.0
    done: dict[int, float] = field(default_factory=dict)
    next_id: int = 1

    def rate(self, renders: int) -> float:
        """Processor seconds that all of them get done in a second."""
        wanted = renders * self.each
        lost = max(0.0, 1 - self.drag * max(0, renders - self.cores / self.each))
        return min(wanted, self.cores) * lost

    def best(self, most: int) -> float:
        return max(self.rate(renders) for renders in range(1, most + 1))

    def look(self, slots: int, *, waits: bool = True) -> Sight:
        """Go on for one look, with as many renders as there are slots."""
        while len(self.done) > slots:
            self.done.pop(next(iter(self.done)))
        moved = self.rate(slots) / slots * LOOK_S / self.length
        self.done = {each: done + moved for each, done in self.done.items() if done + moved < 1}
        while len(self.done) < slots:
            self.done[self.next_id] = 0.0
            self.next_id += 1
        self.now_s += LOOK_S
        busy = min(1.0, slots * self.each / self.cores)
        return Sight(self.now_s, frozenset({self.kind}), dict(self.done), waits, busy)


def climbed(machine: Machine, climb: Climb, looks: int = 300) -> Climb:
    for _ in range(looks):
        climb = after_look(climb, machine.look(climb.slots))
    return climb


def settled(climb: Climb) -> int:
    """The number outside of trials."""
    return climb.trial.before if climb.trial is not None else climb.slots


@settings(max_examples=30)
@given(
    cores=st.integers(1, 12),
    share=st.floats(0.1, 2.0),
    drag=st.floats(0.0, 0.3),
    length=st.sampled_from([20.0, 500.0, 1e6]),
)
def test_what_is_found_is_nearly_as_good_as_the_best(
    cores: int, share: float, drag: float, length: float
) -> None:
    machine = Machine(cores, max(0.5, share * cores), length, drag)
    climb = climbed(machine, Climb(slots=2, least=2, most=32))
    # Less than two is never tried: one that loads or verifies must not leave the machine idle.
    best = max(machine.rate(renders) for renders in range(2, 33))
    assert machine.rate(settled(climb)) >= 0.9 * best


def test_renders_of_one_processor_get_one_each() -> None:
    assert climbed(Machine(cores=8, each=1), Climb(2, 2, 32)).slots in (7, 8)


def test_renders_that_use_all_processors_do_not_get_more() -> None:
    assert climbed(Machine(cores=8, each=8), Climb(2, 2, 32)).slots == 2


def test_one_more_that_slows_the_others_down_is_taken_back_and_not_tried_again_soon() -> None:
    machine = Machine(cores=8, each=1, drag=0.0)
    machine.rate = lambda renders: min(renders, 3) * 1.0  # type: ignore[method-assign]
    climb, seen = Climb(2, 2, 32), []
    for _ in range(400):
        climb = after_look(climb, machine.look(climb.slots))
        seen.append(climb.slots)
    best = settled(climb)
    assert best in (3, 4)
    assert 0 < sum(slots > best for slots in seen) < 2 * (SETTLE_S + MEASURE_S)


def test_what_was_refused_is_tried_again_much_later() -> None:
    machine = Machine(cores=8, each=1)
    machine.rate = lambda renders: min(renders, 2) * 1.0  # type: ignore[method-assign]
    climb = climbed(machine, Climb(2, 2, 32), looks=200)
    assert climb.slots == 2
    machine.rate = lambda renders: min(renders, 8) * 1.0  # type: ignore[method-assign]
    assert climbed(machine, climb, looks=200).slots == 2
    assert climbed(machine, climb, looks=int(FORGET_S) + 100).slots > 2


def test_other_jobs_begin_where_they_were_left() -> None:
    thin, wide = Machine(cores=8, each=1), Machine(cores=8, each=8, kind="scene")
    climb = climbed(thin, Climb(2, 2, 32))
    many = climb.slots
    assert many > 6
    wide.now_s = thin.now_s
    climb = climbed(wide, climb)
    assert climb.slots == 2
    thin.now_s = wide.now_s
    assert after_look(climb, thin.look(climb.slots)).slots == many


def test_a_trial_ends_when_other_jobs_come() -> None:
    machine = Machine(cores=8, each=1)
    climb = Climb(2, 2, 32)
    while climb.trial is None:
        climb = after_look(climb, machine.look(climb.slots))
    assert climb.slots > 2
    machine.kind = "other"
    climb = after_look(climb, machine.look(climb.slots))
    assert (climb.slots, climb.trial) == (2, None)


@pytest.mark.parametrize("waits", [True, False])
def test_with_nothing_left_to_start_nothing_is_tried(waits: bool) -> None:
    machine, climb = Machine(cores=8, each=1), Climb(2, 2, 32)
    for _ in range(100):
        climb = after_look(climb, machine.look(climb.slots, waits=waits))
    assert (climb.slots > 2) is waits


def test_short_renders_go_by_the_processors() -> None:
    machine = Machine(cores=8, each=1, length=3.0)
    assert climbed(machine, Climb(2, 2, 32)).slots == 8


def test_a_render_that_stands_still_says_nothing() -> None:
    machine, climb = Machine(cores=8, each=1), Climb(2, 2, 3)
    for _ in range(200):
        sight = machine.look(climb.slots)
        climb = after_look(climb, replace(sight, done=dict.fromkeys(sight.done, 0.5)))
    assert climb.slots == 3


@settings(max_examples=40)
@given(st.integers(1, 8), st.data())
def test_it_stays_between_its_bounds_whatever_it_sees(least: int, data: st.DataObject) -> None:
    climb = Climb(least, least, least + 3)
    now_s = 0.0
    for _ in range(25):
        now_s += data.draw(st.sampled_from([0.5, 1.0, 5.0, 2_000.0]))
        count = data.draw(st.sampled_from([climb.slots, climb.slots, climb.slots, 0, 1]))
        sight = Sight(
            now_s,
            frozenset(data.draw(st.sampled_from(["a", "b"]))),
            {number: data.draw(st.floats(0, 1)) for number in range(count)},
            data.draw(st.booleans()),
            data.draw(st.floats(0, 1)),
        )
        climb = after_look(climb, sight)
        assert least <= climb.slots <= least + 3


def test_where_nothing_may_be_tried_the_number_before_counts() -> None:
    machine, climb = Machine(8, 1), Climb(2, 2, 16)
    assert without_trial(climb) == climb
    while climb.trial is None:
        climb = after_look(climb, machine.look(climb.slots))
    assert climb.slots > 2
    stopped = without_trial(climb)
    assert (stopped.slots, stopped.trial, stopped.window) == (2, None, None)
