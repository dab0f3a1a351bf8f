"""Who has to stand back when renders grow beyond what was expected."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rendermanager.scheduling.guard import Deed, Grown, decide, is_tense
from rendermanager.scheduling.memory import Memory

GB = 1_000_000_000
TOTAL, CEILING = 20 * GB, 16 * GB


def machine(used: float) -> Memory:
    return Memory(TOTAL, CEILING, int(used * CEILING))


def three(**youngest: Any) -> list[Grown]:
    renders = [Grown(task=number, held=4 * GB) for number in (1, 2, 3)]
    renders[2] = replace(renders[2], **youngest)
    return renders


def deed(used: float, renders: list[Grown]) -> tuple[Deed, int] | None:
    found = decide(machine(used), renders)
    return found and (found[0], found[1].task)


def test_below_the_ceiling_everybody_goes_on() -> None:
    assert deed(0.94, three()) is None
    assert deed(0.5, []) is None


def test_near_the_ceiling_the_youngest_stands_still_then_the_next() -> None:
    assert deed(0.96, three()) == (Deed.HOLD, 3)
    assert deed(0.96, three(still=True)) == (Deed.HOLD, 2)


def test_above_it_the_youngest_that_holds_something_is_ended() -> None:
    assert deed(1.01, three()) == (Deed.STOP, 3)
    assert deed(1.01, three(held=1000)) == (Deed.STOP, 2)
    assert deed(1.01, three(asleep=True)) == (Deed.STOP, 2)


def test_while_one_is_being_ended_what_it_gives_back_is_waited_for() -> None:
    assert deed(1.2, three(ending=True)) is None


def test_the_last_one_is_left_to_itself() -> None:
    assert deed(1.2, [Grown(task=1, held=12 * GB)]) is None
    assert deed(0.96, [Grown(task=1, held=12 * GB)]) is None
    small = [Grown(task=1, held=12 * GB), Grown(task=2, held=1)]
    assert deed(1.2, small) is None


def test_with_room_again_those_that_stand_still_go_on_the_oldest_first() -> None:
    still = [replace(each, still=each.task > 1) for each in three()]
    assert deed(0.9, still) is None
    assert deed(0.84, still) == (Deed.RELEASE, 2)


def test_when_all_that_is_left_stands_still_the_oldest_goes_on() -> None:
    still = [replace(each, still=True) for each in three()]
    assert deed(0.97, still) == (Deed.RELEASE, 1)
    paused = [replace(each, asleep=each.task == 1, still=each.task > 1) for each in three()]
    assert deed(0.97, paused) == (Deed.RELEASE, 2)


def test_who_takes_more_than_it_may_fails_whatever_is_free() -> None:
    assert deed(0.1, three(limit=3 * GB)) == (Deed.REFUSE, 3)
    assert deed(0.1, three(limit=4 * GB)) is None
    assert deed(0.1, three(limit=3 * GB, ending=True)) is None


def test_it_is_looked_often_while_much_is_taken() -> None:
    assert is_tense(machine(0.71))
    assert not is_tense(machine(0.69))


grown = st.builds(
    Grown,
    task=st.integers(),
    held=st.integers(0, 8 * GB),
    still=st.booleans(),
    asleep=st.booleans(),
)


@given(st.lists(grown, max_size=6, unique_by=lambda each: each.task), st.floats(0, 1.2))
def test_the_oldest_that_goes_on_is_never_touched(renders: list[Grown], used: float) -> None:
    found = decide(machine(used), renders)
    awake = [each for each in renders if not each.asleep]
    going_on = [each for each in awake if not each.still]
    if going_on and found is not None:
        assert found[0] is Deed.RELEASE or found[1] is not going_on[0]
    if awake and not going_on:
        assert found == (Deed.RELEASE, awake[0])
