"""Whether a failed task gets another attempt, and when."""

from dataclasses import dataclass

from rendermanager.core.failure import Failure, Retry


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and how patiently a task is tried.

    Attributes:
        max_attempts: Attempts in all, the first included; interrupted ones do not count.
        first_delay_s: Pause before the second attempt, in seconds.
        factor: By how much each further pause grows.
        max_delay_s: The longest pause, its spread included, in seconds.
        jitter: Share of the pause by which it is spread, so that many do not return at once.
    """

    max_attempts: int = 3
    first_delay_s: float = 5.0
    factor: float = 3.0
    max_delay_s: float = 300.0
    jitter: float = 0.1


def retry_delay(
    failure: Failure, attempts: int, policy: RetryPolicy, spread: float = 0.5
) -> float | None:
    """Seconds to wait before the next attempt, or None when there is to be none.

    Args:
        failure: Why the last attempt failed.
        attempts: Attempts made and counted so far, at least 1.
        policy: Limits and pauses.
        spread: A random number from 0 to 1 that places the pause within its jitter.
    """
    if attempts >= policy.max_attempts or failure.retry in (Retry.NO, Retry.AFTER_FIX):
        return None
    if failure.retry is Retry.ONCE and attempts >= 2:
        return None
    # The spread fits under the longest pause, so that even then not all return at once.
    longest = policy.max_delay_s / (1 + policy.jitter)
    return min(_grown(policy, attempts), longest) * (1 + policy.jitter * (2 * spread - 1))


def _grown(policy: RetryPolicy, attempts: int) -> float:
    try:
        return policy.first_delay_s * policy.factor ** (attempts - 1)
    except OverflowError:
        return policy.max_delay_s
