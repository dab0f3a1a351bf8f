"""What counts as a sign of life, and how long a render may go without one."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from rendermanager.scheduling import hangs
from rendermanager.scheduling.hangs import (
    AUTOMATIC,
    OFF,
    Moment,
    Signs,
    Stillness,
    Verdict,
    first_look,
    judge,
    limit_for,
    look,
    next_look_s,
)

PACE_S = 5.0
QUIET = Signs(cpu_s=10.0, io_bytes=500, members=frozenset({(7, 1)}))


def at(seconds: float, clock_off_s: float = 0.0) -> Moment:
    return Moment(100.0 + seconds, 1_700_000_000.0 + seconds + clock_off_s)


def watched(seen: Iterable[Signs]) -> Stillness:
    """What is known after a look every five seconds."""
    known = None
    for number, signs in enumerate(seen):
        now = at(number * PACE_S)
        known = first_look(signs, now) if known is None else look(known, signs, now, PACE_S)
    assert known is not None
    return known


def test_nothing_at_all_counts_from_the_first_look() -> None:
    assert watched([QUIET] * 13).still_s == 60.0


@pytest.mark.parametrize(
    "change",
    [
        {"heard": 1},
        {"cpu_s": 10.06},
        {"io_bytes": 501},
        {"members": frozenset({(7, 1), (8, 2)})},
        {"members": frozenset({(7, 9)})},
        {"busy": True},
    ],
    ids=str,
)
def test_each_sign_alone_is_life(change: dict[str, object]) -> None:
    later = replace(QUIET, **change)  # type: ignore[arg-type]
    assert watched([QUIET, QUIET, later]).still_s == 0.0
    assert (
        watched([QUIET, later, replace(later, busy=False), replace(later, busy=False)]).still_s
        == 10.0
    )


def test_an_output_that_grows_is_life_and_the_first_look_at_it_is_not() -> None:
    one, more = replace(QUIET, output=(1, 10)), replace(QUIET, output=(1, 20))
    assert watched([QUIET, one]).still_s == 5.0
    assert watched([QUIET, one, QUIET, one]).still_s == 15.0
    assert watched([QUIET, one, QUIET, more]).still_s == 0.0


def test_timers_of_a_window_that_waits_are_no_work() -> None:
    """Half a hundredth of a core, for as long as it takes."""
    ticking = [replace(QUIET, cpu_s=10.0 + 0.005 * PACE_S * each) for each in range(100)]
    assert watched(ticking).still_s == 99 * PACE_S


def test_a_little_work_is_enough_over_several_looks() -> None:
    """Quick looks see less than a tick each; together they see a twentieth of a core."""
    known = first_look(QUIET, at(0))
    for each in range(1, 41):
        known = look(known, replace(QUIET, cpu_s=10.0 + 0.0125 * each), at(each * 0.25), 0.25)
    assert known.still_s < 1.0


def test_a_look_that_comes_late_follows_a_freeze_and_begins_anew() -> None:
    known = watched([QUIET] * 4)
    assert look(known, QUIET, at(15 + 61), PACE_S).still_s == 0.0
    assert look(known, QUIET, at(15 + 8), PACE_S).still_s == 23.0


@pytest.mark.parametrize("jump_s", [86_400.0, -86_400.0, 3_600.0, -3_600.0, 6.0])
def test_a_sleep_of_the_machine_or_a_set_clock_begins_anew(jump_s: float) -> None:
    known = watched([QUIET] * 4)
    after = look(known, QUIET, at(20, clock_off_s=jump_s), PACE_S)
    assert after.still_s == 0.0
    # What is compared next is the time after the jump.
    assert look(after, QUIET, at(25, clock_off_s=jump_s), PACE_S).still_s == 5.0


def test_what_was_said_is_remembered() -> None:
    assert not watched([QUIET, QUIET]).spoke
    assert watched([replace(QUIET, heard=1)] * 2).spoke
    assert watched([QUIET, replace(QUIET, heard=1), replace(QUIET, heard=1)]).spoke


@pytest.mark.parametrize(
    ("wish_s", "least_s", "spoke", "gap_s", "limit"),
    [
        (OFF, 0.0, True, 0.0, None),
        (90.0, 600.0, False, 50.0, 90.0),
        (AUTOMATIC, 0.0, False, 0.0, 300.0),
        (AUTOMATIC, 1800.0, False, 0.0, 1800.0),
        (AUTOMATIC, 0.0, True, 0.0, 60.0),
        (AUTOMATIC, 0.0, True, 1.0, 60.0),
        (AUTOMATIC, 0.0, True, 12.0, 240.0),
        (AUTOMATIC, 900.0, True, 12.0, 900.0),
        (AUTOMATIC, 0.0, True, 600.0, 3600.0),
        (AUTOMATIC, 0.0, True, 7200.0, 14400.0),
    ],
)
def test_the_limit_follows_the_pace_of_the_render(
    wish_s: float, least_s: float, spoke: bool, gap_s: float, limit: float | None
) -> None:
    assert limit_for(wish_s, least_s, spoke=spoke, gap_s=gap_s) == limit


def test_people_are_told_first() -> None:
    known = watched([QUIET] * 13)
    assert judge(known, 121.0) is Verdict.ALIVE
    assert judge(known, 120.0) is Verdict.QUIET
    assert judge(known, 61.0) is Verdict.QUIET
    assert judge(known, 60.0) is Verdict.HUNG
    assert judge(known, None) is Verdict.ALIVE


def test_looks_are_seldom_and_the_last_one_is_on_time() -> None:
    assert next_look_s(None, 60.0) == 5.0
    assert next_look_s(None, 3600.0) == hangs.LOOK_MOST_S
    assert next_look_s(None, 2.0) == hangs.LOOK_LEAST_S
    assert next_look_s(watched([QUIET] * 12), 57.0) == 2.0
    assert next_look_s(watched([QUIET] * 13), 57.0) == hangs.LOOK_LEAST_S
