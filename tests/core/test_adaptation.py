"""What is done differently after a failure, and that it is never undone by another one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.adaptation import PLAIN, Adaptation, Remedy, adapted
from rendermanager.core.failure import Cause, Failure, FailureKind

ALL = frozenset(Remedy)
NONE: frozenset[Remedy] = frozenset()
adaptations = st.builds(Adaptation, st.integers(0, 6), st.booleans(), st.booleans())
remedies = st.frozensets(st.sampled_from(Remedy))


def failure(cause: Cause) -> Failure:
    return Failure(FailureKind.SYSTEM_ERROR, "It broke.", cause=cause)


@pytest.mark.parametrize(
    ("cause", "before", "remedies", "after"),
    [
        (Cause.MEMORY, PLAIN, ALL, Adaptation(1, alone=True)),
        (Cause.MEMORY, Adaptation(1, alone=True), ALL, Adaptation(2, alone=True)),
        (Cause.MEMORY, PLAIN, NONE, Adaptation(alone=True)),
        (Cause.GRAPHICS, PLAIN, ALL, Adaptation(software=True)),
        (Cause.GRAPHICS, PLAIN, NONE, PLAIN),
        (Cause.GRAPHICS, Adaptation(software=True), ALL, Adaptation(software=True)),
        (Cause.GRAPHICS_MEMORY, PLAIN, ALL, Adaptation(alone=True)),
        (Cause.GRAPHICS_MEMORY, Adaptation(alone=True), ALL, Adaptation(0, True, True)),
        (Cause.GRAPHICS_MEMORY, Adaptation(alone=True), NONE, Adaptation(alone=True)),
        (Cause.DISK_FULL, PLAIN, ALL, PLAIN),
        (Cause.OTHER, Adaptation(2), ALL, Adaptation(2)),
    ],
)
def test_what_is_done_differently(
    cause: Cause, before: Adaptation, remedies: frozenset[Remedy], after: Adaptation
) -> None:
    assert adapted(failure(cause), before, remedies) == after


@pytest.mark.parametrize(
    ("adaptation", "words"),
    [
        (PLAIN, ""),
        (Adaptation(shrink=2), "with fewer threads"),
        (Adaptation(software=True), "without the graphics card"),
        (Adaptation(1, alone=True), "with fewer threads, with nothing beside it"),
    ],
)
def test_it_is_said_in_words(adaptation: Adaptation, words: str) -> None:
    assert adaptation.words == words


@pytest.mark.parametrize(
    ("shrink", "cores", "threads"),
    [(0, 8, 0), (1, 8, 4), (2, 8, 2), (3, 8, 1), (9, 8, 1), (1, 1, 1)],
)
def test_threads_are_halved_each_time(shrink: int, cores: int, threads: int) -> None:
    assert Adaptation(shrink).threads(cores) == threads


@given(st.sampled_from(Cause), adaptations, remedies)
def test_nothing_is_taken_back(
    cause: Cause, before: Adaptation, remedies: frozenset[Remedy]
) -> None:
    after = adapted(failure(cause), before, remedies)
    assert after.shrink >= before.shrink
    assert after.alone >= before.alone
    assert after.software >= before.software
    assert after.shrink == before.shrink or Remedy.THREADS in remedies
    assert after.software == before.software or Remedy.SOFTWARE in remedies


@given(adaptations, st.integers(1, 512))
def test_a_smaller_attempt_has_at_least_one_thread_and_never_more_than_the_cores(
    adaptation: Adaptation, cores: int
) -> None:
    threads = adaptation.threads(cores)
    assert threads == 0 if not adaptation.shrink else 1 <= threads <= cores
