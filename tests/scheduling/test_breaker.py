"""What is broken is left alone, tried from time to time, and works again after one success."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.circuit import Circuit, Part
from rendermanager.scheduling.breaker import (
    CLOSED,
    FAILURES,
    FIRST_PAUSE_S,
    LONGEST_PAUSE_S,
    Breaker,
    BreakerState,
    next_moment,
    probes,
    stopped,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ENGINE = Circuit(Part.ENGINE, "ffmpeg")
FOLDER = Circuit(Part.FOLDER, "/out")
WORDS = "There is no licence."


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def opened(pauses: int = 1) -> Breaker:
    """A breaker that has just opened for this many times."""
    breaker, at = CLOSED, NOW
    for _ in range(FAILURES):
        breaker = breaker.failed(WORDS, at)
    for _ in range(pauses - 1):
        assert breaker.next_try is not None
        at = breaker.next_try
        breaker = breaker.started(at).failed(WORDS, at)
    return breaker


def test_failures_in_a_row_open_it() -> None:
    breaker = CLOSED
    for _ in range(FAILURES - 1):
        breaker = breaker.failed(WORDS, NOW)
        assert breaker.state(NOW) is BreakerState.CLOSED
    breaker = breaker.failed(WORDS, NOW)
    assert breaker.state(NOW) is BreakerState.OPEN
    assert breaker.next_try == later(FIRST_PAUSE_S)


def test_after_its_pause_one_job_may_try() -> None:
    breaker, due = opened(), later(FIRST_PAUSE_S)
    assert breaker.state(due) is BreakerState.HALF_OPEN
    assert breaker.started(due).state(due) is BreakerState.PROBING
    assert breaker.started(NOW) == breaker


def test_a_probe_that_says_nothing_lets_another_one_try() -> None:
    due = later(FIRST_PAUSE_S)
    assert opened().started(due).released().state(due) is BreakerState.HALF_OPEN


def test_failures_of_jobs_that_ran_already_change_nothing() -> None:
    assert opened().failed("Another one.", later(1)) == opened()


@pytest.mark.parametrize(
    ("pauses", "seconds"), [(1, 30), (2, 60), (3, 120), (5, 480), (6, 900), (60, 900)]
)
def test_each_pause_is_longer_up_to_a_limit(pauses: int, seconds: float) -> None:
    before, after = opened(pauses - 1) if pauses > 1 else CLOSED, opened(pauses)
    assert after.next_try is not None
    start = before.next_try or NOW
    assert (after.next_try - start).total_seconds() == seconds <= LONGEST_PAUSE_S


def test_the_reason_tells_what_failed_and_when_it_is_tried_again() -> None:
    at = f"{later(FIRST_PAUSE_S).astimezone():%H:%M:%S}"
    breakers = {ENGINE: opened(), FOLDER: CLOSED.failed(WORDS, NOW)}
    assert stopped(breakers, NOW) == {ENGINE: f"ffmpeg is stopped until {at}: {WORDS}"}
    assert probes(breakers, NOW) == frozenset()
    assert next_moment(breakers, NOW) == later(FIRST_PAUSE_S)


def test_a_half_open_one_may_be_tried_and_a_probing_one_not_again() -> None:
    due = later(FIRST_PAUSE_S)
    assert probes({ENGINE: opened()}, due) == {ENGINE}
    assert stopped({ENGINE: opened()}, due) == {}
    assert next_moment({ENGINE: opened()}, due) is None
    told = stopped({FOLDER: opened().started(due)}, due)
    assert told == {FOLDER: f"The folder “/out” is being tried with one job: {WORDS}"}


STEPS = st.lists(st.sampled_from(["fail", "start", "release", "wait"]), max_size=60)


@given(STEPS)
def test_at_most_one_job_tries_what_is_broken(steps: list[str]) -> None:
    breaker, now, running = CLOSED, NOW, 0
    was_open = False
    for step in steps:
        state = breaker.state(now)
        if step == "wait":
            now += timedelta(seconds=LONGEST_PAUSE_S)
        elif step == "start":
            if state is BreakerState.HALF_OPEN:
                assert running == 0
                running = 1
            breaker = breaker.started(now)
        elif step == "release":
            breaker, running = breaker.released(), 0
        else:
            breaker, running = breaker.failed(WORDS, now), 0
        was_open = was_open or breaker.state(now) is not BreakerState.CLOSED
        # Only a success or a person closes it, and both forget the breaker altogether.
        assert not was_open or breaker.next_try is not None


def test_what_has_healed_may_be_tried_at_once() -> None:
    broken = CLOSED
    for _ in range(FAILURES):
        broken = broken.failed("no room", NOW)
    assert broken.state(NOW) is BreakerState.OPEN
    assert broken.healed(NOW).state(NOW) is BreakerState.HALF_OPEN
    assert CLOSED.healed(NOW) == CLOSED
