"""How a job follows its tasks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.ripple import NO_INTENT, Intent, job_status
from rendermanager.core.status import TASK_MOVES, JobStatus, TaskState

T = TaskState
J = JobStatus
PAUSE = Intent(pause=True)

ALONE = {
    T.HELD: J.BLOCKED,
    T.QUEUED: J.QUEUED,
    T.STARTING: J.RENDERING,
    T.RUNNING: J.RENDERING,
    T.VERIFYING: J.RENDERING,
    T.RETRY_WAIT: J.QUEUED,
    T.COMPLETED: J.COMPLETED,
    T.FAILED: J.FAILED,
    T.CANCELLED: J.CANCELLED,
    T.SKIPPED: J.COMPLETED,
}
"""The status of a checked job with a single task, nothing asked of it."""

MOVES = [(old, new) for old, after in TASK_MOVES.items() for new in sorted(after)]


@pytest.mark.parametrize(
    ("old", "new"),
    MOVES,
    ids=[f"T: {old} > {new} --> J: {ALONE[old]} > {ALONE[new]}" for old, new in MOVES],
)
def test_a_job_with_one_task_follows_it(old: TaskState, new: TaskState) -> None:
    assert (job_status([old]), job_status([new])) == (ALONE[old], ALONE[new])


@pytest.mark.parametrize(
    ("old", "new"),
    MOVES,
    ids=[
        f"paused, T: {old} > {new} --> J: {ALONE[old] if old.is_ended else J.PAUSED} > "
        f"{ALONE[new] if new.is_ended else J.PAUSED}"
        for old, new in MOVES
    ],
)
def test_a_paused_job_shows_paused_until_it_ends(old: TaskState, new: TaskState) -> None:
    for state in (old, new):
        expected = ALONE[state] if state.is_ended else J.PAUSED
        assert job_status([state], PAUSE) is expected


MANY = [
    ([T.COMPLETED, T.RUNNING], [T.COMPLETED, T.COMPLETED], J.RENDERING, J.COMPLETED),
    ([T.COMPLETED, T.RUNNING], [T.COMPLETED, T.FAILED], J.RENDERING, J.FAILED),
    ([T.FAILED, T.RUNNING], [T.FAILED, T.CANCELLED], J.RENDERING, J.FAILED),
    ([T.COMPLETED, T.RUNNING], [T.COMPLETED, T.CANCELLED], J.RENDERING, J.CANCELLED),
    ([T.COMPLETED, T.VERIFYING], [T.COMPLETED, T.SKIPPED], J.RENDERING, J.COMPLETED),
    ([T.QUEUED, T.RUNNING], [T.QUEUED, T.COMPLETED], J.RENDERING, J.RENDERING),
    ([T.QUEUED, T.QUEUED], [T.QUEUED, T.SKIPPED], J.QUEUED, J.RENDERING),
    ([T.QUEUED, T.RUNNING], [T.QUEUED, T.FAILED], J.RENDERING, J.QUEUED),
    ([T.COMPLETED, T.RUNNING], [T.COMPLETED, T.RETRY_WAIT], J.RENDERING, J.QUEUED),
    ([T.COMPLETED, T.QUEUED], [T.COMPLETED, T.HELD], J.RENDERING, J.BLOCKED),
    ([T.HELD, T.HELD], [T.HELD, T.QUEUED], J.BLOCKED, J.QUEUED),
    ([T.HELD, T.STARTING], [T.HELD, T.RUNNING], J.RENDERING, J.RENDERING),
]


def names(states: list[TaskState]) -> str:
    return "+".join(states)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    MANY,
    ids=[f"T: {names(a)} > {names(b)} --> J: {c} > {d}" for a, b, c, d in MANY],
)
def test_a_job_with_several_tasks_follows_them_all(
    old: list[TaskState], new: list[TaskState], before: JobStatus, after: JobStatus
) -> None:
    assert job_status(old) is before
    assert job_status(new) is after


UNCHECKED = [
    ([T.HELD], J.PENDING),
    ([T.HELD, T.QUEUED], J.PENDING),
    ([T.RETRY_WAIT], J.PENDING),
    ([T.RUNNING], J.RENDERING),
    ([T.FAILED], J.FAILED),
    ([T.CANCELLED], J.CANCELLED),
]


@pytest.mark.parametrize(
    ("states", "status"),
    UNCHECKED,
    ids=[f"unchecked, T: {names(a)} --> J: {b}" for a, b in UNCHECKED],
)
def test_an_unchecked_job_is_pending_until_something_runs_or_ends_it(
    states: list[TaskState], status: JobStatus
) -> None:
    assert job_status(states, checked=False) is status


def test_a_paused_job_is_paused_before_it_is_checked_too() -> None:
    assert job_status([T.HELD], PAUSE, checked=False) is J.PAUSED


def test_a_job_without_tasks_is_a_bug() -> None:
    with pytest.raises(ValueError, match="at least one task"):
        job_status([])


@pytest.mark.parametrize("state", TaskState)
def test_a_wish_to_cancel_alone_changes_no_status(state: TaskState) -> None:
    assert job_status([state], Intent(cancel=True)) is job_status([state], NO_INTENT)


intents = st.builds(Intent, pause=st.booleans(), cancel=st.booleans())
task_lists = st.lists(st.sampled_from(TaskState), min_size=1, max_size=8)


@given(task_lists, intents, st.booleans())
def test_neither_the_order_nor_the_number_of_equal_tasks_matters(
    states: list[TaskState], intent: Intent, checked: bool
) -> None:
    status = job_status(states, intent, checked=checked)
    assert job_status(reversed(states), intent, checked=checked) is status
    assert job_status(states + states, intent, checked=checked) is status


@given(task_lists, intents, st.booleans())
def test_a_job_ends_exactly_when_all_its_tasks_have_ended(
    states: list[TaskState], intent: Intent, checked: bool
) -> None:
    status = job_status(states, intent, checked=checked)
    assert status.is_ended is all(state.is_ended for state in states)


@given(task_lists, intents, st.booleans())
def test_a_job_completes_only_when_nothing_failed_or_was_cancelled(
    states: list[TaskState], intent: Intent, checked: bool
) -> None:
    completed = job_status(states, intent, checked=checked) is J.COMPLETED
    assert completed is (set(states) <= {T.COMPLETED, T.SKIPPED})


@given(task_lists, st.booleans())
def test_an_active_task_makes_its_job_render(states: list[TaskState], checked: bool) -> None:
    if any(state.is_active for state in states):
        assert job_status(states, checked=checked) is J.RENDERING
