"""Whether a failed task gets another attempt, and when."""

from dataclasses import dataclass, replace
from typing import Final

from rendermanager.core.adaptation import PLAIN, Adaptation, Remedy, adapted
from rendermanager.core.failure import Failure, Retry

MAX_ATTEMPTS: Final = 100
LONGEST_DELAY_S: Final = 86_400.0
LONGEST_ASKED_S: Final = 3_600.0
"""A service may ask for a pause of at most this long, in seconds."""


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

    def is_sound(self) -> bool:
        """Whether these numbers can be used."""
        pauses = 0 <= self.first_delay_s <= self.max_delay_s <= LONGEST_DELAY_S
        spread = 1 <= self.factor <= 100 and 0 <= self.jitter <= 1 and self.max_delay_s > 0
        return 1 <= self.max_attempts <= MAX_ATTEMPTS and pauses and spread


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
    pause = min(_grown(policy, attempts), longest) * (1 + policy.jitter * (2 * spread - 1))
    return max(pause, min(failure.retry_after_s, LONGEST_ASKED_S))


@dataclass(frozen=True, slots=True)
class Again:
    """Another attempt.

    Attributes:
        delay_s: Seconds to wait before it.
        adaptation: How it differs from what was asked for.
        counts: Whether the one that failed is counted as used up.
    """

    delay_s: float
    adaptation: Adaptation = PLAIN
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Tried:
    """What a task has been through, the attempt that just failed included.

    Attributes:
        attempts: Attempts that counted, the failed one included.
        postponed: Attempts that did not, because the destination was not there.
        adaptation: How the failed one was run.
    """

    attempts: int
    postponed: int = 0
    adaptation: Adaptation = PLAIN


def next_attempt(
    failure: Failure,
    tried: Tried,
    policy: RetryPolicy,
    remedies: frozenset[Remedy],
    spread: float = 0.5,
) -> Again | None:
    """Whether, when and how a failed task is tried again; None when it has failed for good.

    A destination that is not there uses no attempt up, nor does a lack of file handles. What needs
    a person's hand is tried again only when we can do something else ourselves: without the
    graphics card, for instance.

    Args:
        failure: Why the last attempt failed.
        tried: What the task has been through.
        policy: Limits and pauses.
        remedies: What the engine can do differently.
        spread: A random number from 0 to 1 that places the pause within its jitter.
    """
    if failure.cause.blames_destination or failure.cause.says_nothing:
        patient = replace(policy, max_attempts=tried.postponed + 2)
        passing = replace(failure, retry=Retry.BACKOFF)
        pause = retry_delay(passing, tried.postponed + 1, patient, spread) or 0.0
        return Again(pause, tried.adaptation, counts=False)
    after = adapted(failure, tried.adaptation, remedies)
    if after != tried.adaptation and failure.retry in (Retry.ONCE, Retry.AFTER_FIX):
        failure = replace(failure, retry=Retry.BACKOFF)
    delay = retry_delay(failure, tried.attempts, policy, spread)
    return None if delay is None else Again(delay, after)


def _grown(policy: RetryPolicy, attempts: int) -> float:
    try:
        return policy.first_delay_s * policy.factor ** (attempts - 1)
    except OverflowError:
        return policy.max_delay_s
