"""Another attempt is made only where it can help, and never too late."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.retry import RetryPolicy, retry_delay

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
