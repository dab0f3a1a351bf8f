"""The one table of moves, cell by cell, and the words for priorities."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.status import (
    ACTIVE_TASKS,
    ENDED_JOBS,
    ENDED_TASKS,
    TASK_MOVES,
    IllegalMove,
    JobStatus,
    Priority,
    TaskState,
    check_move,
    sources_of,
)

# From the state on the left to the state above: x may be, . may not.
TABLE = """
            held queued starting running verifying retry_wait completed failed cancelled skipped
held         .     x       .        .        .         x          .       x       x        x
queued       x     .       x        .        .         .          .       x       x        x
starting     x     x       .        x        x         x          .       x       x        .
running      x     x       .        .        x         x          .       x       x        .
verifying    x     x       .        .        .         x          x       x       x        .
retry_wait   x     x       .        .        .         .          .       .       x        .
completed    x     x       .        .        .         .          .       .       .        .
failed       x     x       .        .        .         .          .       .       .        .
cancelled    x     x       .        .        .         .          .       .       .        .
skipped      x     x       .        .        .         .          .       .       .        .
"""


def cells() -> dict[tuple[TaskState, TaskState], bool]:
    head, *rows = TABLE.strip().splitlines()
    return {
        (TaskState(row.split()[0]), TaskState(new)): mark == "x"
        for row in rows
        for new, mark in zip(head.split(), row.split()[1:], strict=True)
    }


CELLS = cells()
ALLOWED = [move for move, may in CELLS.items() if may]
REFUSED = [move for move, may in CELLS.items() if not may]


def test_the_table_of_this_test_is_whole() -> None:
    assert set(CELLS) == {(old, new) for old in TaskState for new in TaskState}


@pytest.mark.parametrize(("old", "new"), ALLOWED, ids=[f"T: {a} > {b}" for a, b in ALLOWED])
def test_a_move_of_the_table_is_allowed(old: TaskState, new: TaskState) -> None:
    check_move(old, new)
    assert old in sources_of(new)


@pytest.mark.parametrize(("old", "new"), REFUSED, ids=[f"T: {a} > {b}" for a, b in REFUSED])
def test_any_other_move_is_refused(old: TaskState, new: TaskState) -> None:
    with pytest.raises(IllegalMove, match=f"cannot go from {old} to {new}"):
        check_move(old, new)
    assert old not in sources_of(new)


def test_completed_is_reached_from_verifying_alone() -> None:
    assert sources_of(TaskState.COMPLETED) == {TaskState.VERIFYING}


def test_only_a_queued_task_can_be_claimed() -> None:
    assert sources_of(TaskState.STARTING) == {TaskState.QUEUED}


@pytest.mark.parametrize("state", TaskState)
def test_an_ended_task_only_goes_back_to_waiting(state: TaskState) -> None:
    assert state.is_ended is (state in ENDED_TASKS)
    if state.is_ended:
        assert TASK_MOVES[state] == {TaskState.QUEUED, TaskState.HELD}


@pytest.mark.parametrize("state", TaskState)
def test_an_active_task_can_always_be_cancelled_failed_or_put_back(state: TaskState) -> None:
    assert state.is_active is (state in ACTIVE_TASKS)
    if state.is_active:
        assert TASK_MOVES[state] >= {TaskState.CANCELLED, TaskState.FAILED, TaskState.QUEUED}


def test_no_task_is_both_active_and_ended() -> None:
    assert not ACTIVE_TASKS & ENDED_TASKS


@pytest.mark.parametrize("status", JobStatus)
def test_a_job_is_ended_when_it_completed_failed_or_was_cancelled(status: JobStatus) -> None:
    assert status.is_ended is (status.value in {"completed", "failed", "cancelled"})
    assert status.is_ended is (status in ENDED_JOBS)


@given(st.lists(st.sampled_from(TaskState), max_size=30))
def test_any_walk_through_the_table_verifies_before_it_completes(wishes: list[TaskState]) -> None:
    walk = [TaskState.QUEUED]
    for wish in wishes:
        try:
            check_move(walk[-1], wish)
        except IllegalMove:
            continue
        walk.append(wish)
    for before, after in pairwise(walk):
        assert after is not TaskState.COMPLETED or before is TaskState.VERIFYING


@pytest.mark.parametrize(
    ("word", "priority"),
    [
        ("urgent", Priority.URGENT),
        ("high", Priority.HIGH),
        ("Normal", Priority.NORMAL),
        ("LOW", Priority.LOW),
        ("system", Priority.SYSTEM),
    ],
)
def test_a_priority_is_known_by_its_word(word: str, priority: Priority) -> None:
    assert Priority.from_word(word) is priority
    assert priority.word == word.lower()


def test_an_unknown_word_is_no_priority() -> None:
    with pytest.raises(ValueError, match="fastest"):
        Priority.from_word("fastest")


def test_a_more_urgent_priority_sorts_first() -> None:
    assert sorted(Priority) == [
        Priority.URGENT,
        Priority.HIGH,
        Priority.NORMAL,
        Priority.LOW,
        Priority.SYSTEM,
    ]
