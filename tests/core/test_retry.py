"""Another attempt is made only where it can help, and never too late."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.adaptation import PLAIN, Adaptation, Remedy
from rendermanager.core.failure import Cause, Failure, FailureKind, Retry
from rendermanager.core.retry import (
    LONGEST_ASKED_S,
    Again,
    RetryPolicy,
    Tried,
    next_attempt,
    retry_delay,
)

MANY = RetryPolicy(max_attempts=10_000)


def failure(retry: Retry) -> Failure:
    return Failure(FailureKind.NETWORK_FAILURE, "The server did not answer.", retry=retry)


@pytest.mark.parametrize(
    ("retry", "attempts", "again"),
    [
        (Retry.NO, 1, False),
        (Retry.AFTER_FIX, 1, False),
        (Retry.ONCE, 1, True),
        (Retry.ONCE, 2, False),
        (Retry.BACKOFF, 1, True),
        (Retry.BACKOFF, 2, True),
        (Retry.BACKOFF, 3, False),
        (Retry.BACKOFF, 4, False),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_whether_there_is_another_attempt(retry: Retry, attempts: int, again: bool) -> None:
    assert (retry_delay(failure(retry), attempts, RetryPolicy()) is not None) is again


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 5.0), (2, 15.0), (3, 45.0), (4, 135.0)])
def test_each_pause_is_three_times_the_last(attempts: int, seconds: float) -> None:
    assert retry_delay(failure(Retry.BACKOFF), attempts, MANY) == pytest.approx(seconds)


@pytest.mark.parametrize(("spread", "seconds"), [(0.0, 4.5), (0.5, 5.0), (1.0, 5.5)])
def test_pauses_are_spread_by_their_jitter(spread: float, seconds: float) -> None:
    assert retry_delay(failure(Retry.BACKOFF), 1, MANY, spread) == pytest.approx(seconds)


def test_even_the_longest_pauses_are_spread() -> None:
    pauses = {retry_delay(failure(Retry.BACKOFF), 50, MANY, spread / 10) for spread in range(11)}
    assert len(pauses) == 11


def test_thousands_of_attempts_are_no_sum_too_large() -> None:
    pause = retry_delay(failure(Retry.BACKOFF), 9_999, MANY, 1.0)
    assert pause == pytest.approx(MANY.max_delay_s)


@pytest.mark.parametrize(
    ("policy", "sound"),
    [
        (RetryPolicy(), True),
        (RetryPolicy(max_attempts=1, first_delay_s=0), True),
        (RetryPolicy(max_attempts=0), False),
        (RetryPolicy(max_attempts=101), False),
        (RetryPolicy(first_delay_s=301), False),
        (RetryPolicy(first_delay_s=-1), False),
        (RetryPolicy(max_delay_s=100_000), False),
        (RetryPolicy(factor=0.5), False),
        (RetryPolicy(jitter=2), False),
        (RetryPolicy(first_delay_s=0, max_delay_s=0), False),
    ],
)
def test_numbers_that_can_be_used(policy: RetryPolicy, sound: bool) -> None:
    assert policy.is_sound() is sound


policies = st.builds(
    RetryPolicy,
    max_attempts=st.integers(1, 2_000),
    first_delay_s=st.floats(0, 1_000),
    factor=st.floats(1, 100),
    max_delay_s=st.floats(0.1, 100_000),
    jitter=st.floats(0, 1),
)


@given(st.sampled_from(Retry), st.integers(1, 3_000), policies, st.floats(0, 1))
def test_a_pause_is_never_negative_nor_longer_than_the_longest(
    retry: Retry, attempts: int, policy: RetryPolicy, spread: float
) -> None:
    pause = retry_delay(failure(retry), attempts, policy, spread)
    if pause is not None:
        assert attempts < policy.max_attempts
        assert 0 <= pause <= policy.max_delay_s * (1 + 1e-9)


@given(st.integers(1, 1_000), policies, st.floats(0, 1))
def test_pauses_never_shrink_from_attempt_to_attempt(
    attempts: int, policy: RetryPolicy, spread: float
) -> None:
    first = retry_delay(failure(Retry.BACKOFF), attempts, policy, spread)
    second = retry_delay(failure(Retry.BACKOFF), attempts + 1, policy, spread)
    if first is not None and second is not None:
        assert second >= first


@pytest.mark.parametrize(
    ("asked_s", "pause_s"), [(0, 5), (2, 5), (90, 90), (LONGEST_ASKED_S * 9, LONGEST_ASKED_S)]
)
def test_who_asks_for_a_pause_gets_it(asked_s: float, pause_s: float) -> None:
    busy = replace(failure(Retry.BACKOFF), retry_after_s=asked_s)
    assert retry_delay(busy, 1, RetryPolicy()) == pytest.approx(pause_s)


ALL = frozenset(Remedy)
NONE: frozenset[Remedy] = frozenset()


def after(cause: Cause, retry: Retry, tried: Tried, remedies: frozenset[Remedy]) -> Again | None:
    return next_attempt(replace(failure(retry), cause=cause), tried, RetryPolicy(), remedies)


@pytest.mark.parametrize(
    ("cause", "retry", "tried", "remedies", "adaptation"),
    [
        (Cause.OTHER, Retry.BACKOFF, Tried(1), ALL, PLAIN),
        (Cause.OTHER, Retry.NO, Tried(1), ALL, None),
        (Cause.OTHER, Retry.BACKOFF, Tried(3), ALL, None),
        (Cause.MEMORY, Retry.BACKOFF, Tried(1), ALL, Adaptation(1, alone=True)),
        (Cause.GRAPHICS, Retry.AFTER_FIX, Tried(1), ALL, Adaptation(software=True)),
        (Cause.GRAPHICS, Retry.AFTER_FIX, Tried(1), NONE, None),
        (Cause.GRAPHICS, Retry.AFTER_FIX, Tried(2, 0, Adaptation(software=True)), ALL, None),
        (Cause.GRAPHICS, Retry.AFTER_FIX, Tried(3), ALL, None),
        (Cause.GRAPHICS, Retry.NO, Tried(1), ALL, None),
    ],
)
def test_the_next_attempt_is_made_so_that_it_can_help(
    cause: Cause,
    retry: Retry,
    tried: Tried,
    remedies: frozenset[Remedy],
    adaptation: Adaptation | None,
) -> None:
    again = after(cause, retry, tried, remedies)
    assert (again and again.adaptation) == adaptation
    assert again is None or again.counts


@pytest.mark.parametrize("cause", [each for each in Cause if each.blames_destination])
def test_a_destination_that_is_not_there_uses_no_attempt_up(cause: Cause) -> None:
    tried = Tried(99, 40, Adaptation(1))
    again = after(cause, Retry.NO, tried, ALL)
    assert again is not None
    assert (again.counts, again.adaptation) == (False, Adaptation(1))
    assert 0 < again.delay_s <= RetryPolicy().max_delay_s


@given(
    st.sampled_from(Cause),
    st.sampled_from(Retry),
    st.integers(1, 12),
    st.integers(0, 12),
    st.frozensets(st.sampled_from(Remedy)),
    st.floats(0, 1),
)
def test_attempts_that_count_come_to_an_end(
    cause: Cause,
    retry: Retry,
    attempts: int,
    postponed: int,
    remedies: frozenset[Remedy],
    spread: float,
) -> None:
    policy = RetryPolicy(max_attempts=6)
    broken = replace(failure(retry), cause=cause)
    again = next_attempt(broken, Tried(attempts, postponed), policy, remedies, spread)
    if again is not None:
        assert again.counts is not (cause.blames_destination or cause.says_nothing)
        assert not again.counts or attempts < policy.max_attempts
        assert again.delay_s >= 0
