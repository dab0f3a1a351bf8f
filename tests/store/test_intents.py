"""What people ask of jobs, and what comes of it."""

from collections.abc import Callable, Sequence
from functools import partial

import pytest

from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.status import JobStatus, Priority
from rendermanager.store import endings, intents, queries, submission
from rendermanager.store.intents import Answer
from rendermanager.store.store import Store
from rendermanager.store.txn import Txn
from tests.helpers.queue import (
    BROKEN,
    START,
    add,
    add_one,
    claim_next,
    failed,
    finished,
    job,
    new_job,
    rows,
    run,
    start,
    status,
    story,
    task,
    task_state,
    told,
    verifying,
)

AGAIN = Failure(FailureKind.NETWORK_FAILURE, "No answer.", retry=Retry.BACKOFF)


def ask(
    store: Store, verb: Callable[[Txn, Sequence[int]], list[Answer]], *ids: int
) -> list[Answer]:
    return store.change(lambda txn: verb(txn, ids), actor="window")


def ask_one(
    store: Store, verb: Callable[[Txn, Sequence[int]], list[Answer]], job_id: int
) -> tuple[bool, str]:
    (answer,) = ask(store, verb, job_id)
    assert answer.job_id == job_id
    return answer.done, answer.message


def pending(store: Store) -> int:
    return add_one(store, checked=False)


def validating(store: Store) -> int:
    job_id = pending(store)
    store.change(lambda txn: submission.begin_check(txn, job_id))
    return job_id


def queued(store: Store) -> int:
    return add_one(store)


def paused(store: Store) -> int:
    job_id = add_one(store)
    ask(store, intents.pause, job_id)
    return job_id


def paused_unchecked(store: Store) -> int:
    job_id = pending(store)
    ask(store, intents.pause, job_id)
    return job_id


def paused_running(store: Store) -> int:
    attempt = run(store)
    ask(store, intents.pause, attempt.job_id)
    return attempt.job_id


def cancelling(store: Store) -> int:
    attempt = run(store)
    ask(store, intents.cancel, attempt.job_id)
    return attempt.job_id


def waiting_to_retry(store: Store) -> int:
    attempt = run(store)
    store.change(lambda txn: endings.fail(txn, attempt, AGAIN, delay_s=60))
    return attempt.job_id


def cancelled(store: Store) -> int:
    job_id = add_one(store)
    ask(store, intents.cancel, job_id)
    return job_id


def removed(store: Store) -> int:
    job_id = add_one(store)
    ask(store, intents.remove, job_id)
    return job_id


def nobody(_store: Store) -> int:
    return 7


BUILDERS: dict[str, Callable[[Store], int]] = {
    "pending": pending,
    "validating": validating,
    "queued": queued,
    "paused": paused,
    "paused unchecked": paused_unchecked,
    "paused running": paused_running,
    "starting": lambda store: start(store).job_id,
    "running": lambda store: run(store).job_id,
    "verifying": lambda store: verifying(store).job_id,
    "cancelling": cancelling,
    "waiting to retry": waiting_to_retry,
    "completed": finished,
    "failed": failed,
    "cancelled": cancelled,
    "removed": removed,
    "nobody": nobody,
}

# verb, how the job stands, whether anything is done, what is said, job and task afterwards
TABLE = [
    (intents.cancel, "pending", True, "cancelled", "cancelled", "cancelled"),
    (intents.cancel, "validating", True, "cancelled", "cancelled", "cancelled"),
    (intents.cancel, "queued", True, "cancelled", "cancelled", "cancelled"),
    (intents.cancel, "paused", True, "cancelled", "cancelled", "cancelled"),
    (intents.cancel, "paused unchecked", True, "cancelled", "cancelled", "cancelled"),
    (intents.cancel, "paused running", True, "cancelling", "rendering", "running"),
    (intents.cancel, "starting", True, "cancelling", "rendering", "starting"),
    (intents.cancel, "running", True, "cancelling", "rendering", "running"),
    (intents.cancel, "verifying", True, "cancelling", "rendering", "verifying"),
    (intents.cancel, "cancelling", True, "cancelling", "rendering", "running"),
    (intents.cancel, "waiting to retry", True, "cancelled", "cancelled", "cancelled"),
    (intents.cancel, "completed", False, "is completed already", "completed", "completed"),
    (intents.cancel, "failed", False, "is failed already", "failed", "failed"),
    (intents.cancel, "cancelled", False, "is cancelled already", "cancelled", "cancelled"),
    (intents.cancel, "removed", False, "does not exist", "cancelled", "cancelled"),
    (intents.cancel, "nobody", False, "does not exist", None, None),
    (intents.pause, "pending", True, "paused", "paused", "held"),
    (intents.pause, "validating", True, "paused", "paused", "held"),
    (intents.pause, "queued", True, "paused", "paused", "held"),
    (intents.pause, "paused", False, "is paused already", "paused", "held"),
    (intents.pause, "paused unchecked", False, "is paused already", "paused", "held"),
    (intents.pause, "paused running", False, "is paused already", "paused", "running"),
    (intents.pause, "starting", True, "paused", "paused", "starting"),
    (intents.pause, "running", True, "paused", "paused", "running"),
    (intents.pause, "verifying", True, "paused", "paused", "verifying"),
    (intents.pause, "cancelling", False, "is being cancelled", "rendering", "running"),
    (intents.pause, "waiting to retry", True, "paused", "paused", "held"),
    (intents.pause, "completed", False, "is completed", "completed", "completed"),
    (intents.pause, "failed", False, "is failed", "failed", "failed"),
    (intents.pause, "cancelled", False, "is cancelled", "cancelled", "cancelled"),
    (intents.pause, "removed", False, "does not exist", "cancelled", "cancelled"),
    (intents.pause, "nobody", False, "does not exist", None, None),
    (intents.resume, "pending", False, "is pending, not paused", "pending", "held"),
    (intents.resume, "validating", False, "is validating, not paused", "validating", "held"),
    (intents.resume, "queued", False, "is queued, not paused", "queued", "queued"),
    (intents.resume, "paused", True, "resumed", "queued", "queued"),
    (intents.resume, "paused unchecked", True, "resumed", "pending", "held"),
    (intents.resume, "paused running", True, "resumed", "rendering", "running"),
    (intents.resume, "running", False, "is rendering, not paused", "rendering", "running"),
    (intents.resume, "cancelling", False, "is rendering, not paused", "rendering", "running"),
    (intents.resume, "waiting to retry", False, "is queued, not paused", "queued", "retry_wait"),
    (intents.resume, "completed", False, "is completed, not paused", "completed", "completed"),
    (intents.resume, "removed", False, "does not exist", "cancelled", "cancelled"),
    (intents.resume, "nobody", False, "does not exist", None, None),
    (intents.retry, "pending", False, "is pending, not ended", "pending", "held"),
    (intents.retry, "validating", False, "is validating, not ended", "validating", "held"),
    (intents.retry, "queued", False, "is queued, not ended", "queued", "queued"),
    (intents.retry, "paused", False, "is paused, not ended", "paused", "held"),
    (intents.retry, "running", False, "is rendering, not ended", "rendering", "running"),
    (intents.retry, "cancelling", False, "is rendering, not ended", "rendering", "running"),
    (intents.retry, "waiting to retry", True, "queued again", "queued", "queued"),
    (intents.retry, "completed", True, "queued again", "queued", "queued"),
    (intents.retry, "failed", True, "queued again", "queued", "queued"),
    (intents.retry, "cancelled", True, "queued again", "queued", "queued"),
    (intents.retry, "removed", False, "does not exist", "cancelled", "cancelled"),
    (intents.retry, "nobody", False, "does not exist", None, None),
    (intents.remove, "pending", True, "removed", "cancelled", "cancelled"),
    (intents.remove, "validating", True, "removed", "cancelled", "cancelled"),
    (intents.remove, "queued", True, "removed", "cancelled", "cancelled"),
    (intents.remove, "paused", True, "removed", "cancelled", "cancelled"),
    (intents.remove, "paused running", False, "is rendering: cancel it first", "paused", "running"),
    (intents.remove, "starting", False, "is rendering: cancel it first", "rendering", "starting"),
    (intents.remove, "running", False, "is rendering: cancel it first", "rendering", "running"),
    (intents.remove, "verifying", False, "is rendering: cancel it first", "rendering", "verifying"),
    (intents.remove, "waiting to retry", True, "removed", "cancelled", "cancelled"),
    (intents.remove, "completed", True, "removed", "completed", "completed"),
    (intents.remove, "failed", True, "removed", "failed", "failed"),
    (intents.remove, "cancelled", True, "removed", "cancelled", "cancelled"),
    (intents.remove, "removed", False, "does not exist", "cancelled", "cancelled"),
    (intents.remove, "nobody", False, "does not exist", None, None),
    (intents.restore, "queued", False, "was not removed", "queued", "queued"),
    (intents.restore, "running", False, "was not removed", "rendering", "running"),
    (intents.restore, "completed", False, "was not removed", "completed", "completed"),
    (intents.restore, "removed", True, "brought back", "queued", "queued"),
    (intents.restore, "nobody", False, "was not removed", None, None),
]


@pytest.mark.parametrize(
    ("verb", "stands", "done", "message", "job_after", "task_after"),
    TABLE,
    ids=[f"{verb.__name__} {stands}: {message}" for verb, stands, _, message, _, _ in TABLE],
)
def test_a_request_is_answered_and_done_or_left(
    store: Store,
    verb: Callable[[Txn, Sequence[int]], list[Answer]],
    stands: str,
    done: bool,
    message: str,
    job_after: str | None,
    task_after: str | None,
) -> None:
    job_id = BUILDERS[stands](store)
    events = len(story(store, job_id))
    assert ask_one(store, verb, job_id) == (done, message)
    if job_after is not None:
        assert (status(store, job_id), task_state(store, job_id)) == (job_after, task_after)
    assert (len(story(store, job_id)) > events) is done


def test_each_job_gets_its_own_answer_in_the_order_asked(store: Store) -> None:
    done, waiting = finished(store), queued(store)
    assert ask(store, intents.cancel, 99, done, waiting) == [
        Answer(99, False, "does not exist"),
        Answer(done, False, "is completed already"),
        Answer(waiting, True, "cancelled"),
    ]


# --- cancel


def test_a_cancel_of_a_running_job_is_a_wish_until_its_processes_are_gone(store: Store) -> None:
    job_id = cancelling(store)
    assert job(store, job_id).intent.cancel
    event = story(store, job_id)[-1]
    assert (event.kind, event.new, event.actor) == ("asked", "cancel", "window")


def test_a_cancel_of_a_paused_running_job_takes_the_pause_back(store: Store) -> None:
    job_id = paused_running(store)
    ask(store, intents.cancel, job_id)
    intent = job(store, job_id).intent
    assert (intent.pause, intent.cancel) == (False, True)


def test_a_cancelled_job_wants_nothing_any_more(store: Store) -> None:
    job_id = cancelled(store)
    found = job(store, job_id)
    assert (found.intent.pause, found.intent.cancel, found.ended) == (False, False, START)


# --- pause and resume


def test_a_pause_says_by_whom(store: Store) -> None:
    job_id = paused(store)
    assert job(store, job_id).reason == "paused by window"
    assert told(story(store, job_id))[1:] == [
        "T: queued > held (paused)",
        "J: queued > paused (paused by window)",
    ]
    other = add_one(store)
    store.change(lambda txn: intents.pause(txn, [other]))
    assert job(store, other).reason == "paused"


def test_a_paused_job_is_no_candidate(store: Store) -> None:
    first, second = add(store, new_job("a"), new_job("b"))
    ask(store, intents.pause, first)
    assert [each.job_id for each in store.read(lambda c: queries.candidates(c, 9))] == [second]
    ask(store, intents.resume, first)
    assert [each.job_id for each in store.read(lambda c: queries.candidates(c, 9))] == [
        first,
        second,
    ]


def test_a_pause_between_two_attempts_forgets_the_appointment(store: Store) -> None:
    job_id = waiting_to_retry(store)
    ask(store, intents.pause, job_id)
    assert (job(store, job_id).retry_at, task(store, job_id).retry_at) == (None, None)
    ask(store, intents.resume, job_id)
    assert (job(store, job_id).retry_at, task_state(store, job_id)) == (None, "queued")
    assert store.read(queries.next_retry) is None


def test_a_paused_render_may_finish_its_check(store: Store) -> None:
    attempt = verifying(store)
    ask(store, intents.pause, attempt.job_id)
    store.change(lambda txn: endings.complete(txn, attempt))
    found = job(store, attempt.job_id)
    assert (found.status, found.intent.pause) == ("completed", False)


def test_an_unchecked_job_that_goes_on_is_checked_first(store: Store) -> None:
    job_id = paused_unchecked(store)
    ask(store, intents.resume, job_id)
    assert store.change(lambda txn: submission.begin_check(txn, job_id))
    store.change(lambda txn: submission.pass_check(txn, job_id, None))
    assert status(store, job_id) == "queued"


# --- retry


def test_a_job_that_runs_again_starts_afresh(store: Store) -> None:
    attempt = verifying(store)
    store.change(lambda txn: endings.complete(txn, attempt, (), ("It is dark.",)))
    ask(store, intents.retry, attempt.job_id)
    found = job(store, attempt.job_id)
    assert (found.progress, found.failure, found.warnings, found.ended) == (0, None, (), None)
    assert (found.reason, task(store, attempt.job_id).tries) == ("run again", 0)


def test_a_job_whose_tries_are_used_up_gets_new_ones(store: Store) -> None:
    job_id = failed(store)
    assert task(store, job_id).tries == 1
    ask(store, intents.retry, job_id)
    claim = claim_next(store)
    assert (claim.tries, claim.job.attempts, claim.attempt.fence) == (0, 2, 2)


def test_a_waiting_retry_starts_at_once(store: Store) -> None:
    job_id = waiting_to_retry(store)
    ask(store, intents.retry, job_id)
    found = job(store, job_id)
    assert (found.retry_at, found.failure, found.reason) == (None, None, "run again")
    assert claim_next(store).attempt.job_id == job_id


def test_a_retry_of_a_job_with_several_tasks_leaves_those_that_run_alone(store: Store) -> None:
    attempt = run(store)
    store.change(
        lambda txn: txn.run(
            "INSERT INTO task (job_id, number, state, fence, priority, position, retry_at) "
            "VALUES (?, 1, 'retry_wait', 1, 2, 1, 9)",
            attempt.job_id,
        )
    )
    assert ask_one(store, intents.retry, attempt.job_id) == (True, "queued again")
    states = rows(store, "SELECT state, retry_at FROM task ORDER BY number")
    assert states == [("running", None), ("queued", None)]
    assert status(store, attempt.job_id) == "rendering"


# --- remove, restore, clear


def test_a_removed_job_is_out_of_sight_but_not_gone(store: Store) -> None:
    job_id = removed(store)
    assert store.read(queries.jobs) == []
    assert store.read(queries.job_ids) == []
    assert store.read(queries.counts).by_status == {}
    assert job(store, job_id).id == job_id
    event = story(store, job_id)[-1]
    assert (event.kind, event.old, event.reason) == ("removed", "queued", "removed")


@pytest.mark.parametrize(
    ("stands", "job_after", "task_after"),
    [
        ("pending", "pending", "held"),
        ("validating", "pending", "held"),
        ("queued", "queued", "queued"),
        ("paused", "paused", "held"),
        ("paused unchecked", "paused", "held"),
        ("waiting to retry", "queued", "queued"),
        ("completed", "completed", "completed"),
        ("failed", "failed", "failed"),
        ("cancelled", "cancelled", "cancelled"),
    ],
)
def test_a_job_that_is_brought_back_stands_as_before(
    store: Store, stands: str, job_after: str, task_after: str
) -> None:
    job_id = BUILDERS[stands](store)
    ask(store, intents.remove, job_id)
    assert ask_one(store, intents.restore, job_id) == (True, "brought back")
    assert (status(store, job_id), task_state(store, job_id)) == (job_after, task_after)
    assert store.read(queries.job_ids) == [job_id]
    assert "brought back" in [event.reason for event in story(store, job_id)]


def test_a_job_can_be_removed_and_brought_back_again_and_again(store: Store) -> None:
    job_id = queued(store)
    for _ in range(3):
        assert ask_one(store, intents.remove, job_id)[0]
        assert ask_one(store, intents.restore, job_id)[0]
    assert status(store, job_id) == "queued"
    ask(store, intents.cancel, job_id)
    ask(store, intents.remove, job_id)
    ask(store, intents.restore, job_id)
    assert status(store, job_id) == "cancelled"


def test_clearing_removes_ended_jobs_of_the_kinds_asked_for(store: Store) -> None:
    done, broken, gone = finished(store), failed(store), cancelled(store)
    running, waiting = run(store).job_id, queued(store)
    with_wish = [JobStatus.COMPLETED, JobStatus.CANCELLED, JobStatus.RENDERING]
    assert store.change(lambda txn: intents.clear(txn, with_wish)) == [done, gone]
    assert set(store.read(queries.job_ids)) == {broken, running, waiting}
    assert story(store, done)[-1].reason == "cleared"
    assert ask_one(store, intents.restore, done) == (True, "brought back")
    assert status(store, done) == "completed"


@pytest.mark.parametrize("statuses", [[], [JobStatus.QUEUED], [JobStatus.RENDERING]])
def test_clearing_never_removes_unfinished_jobs(store: Store, statuses: list[JobStatus]) -> None:
    run(store)
    queued(store)
    assert store.change(lambda txn: intents.clear(txn, statuses)) == []
    assert len(store.read(queries.job_ids)) == 2


# --- priority


def test_a_priority_moves_a_job_and_its_task(store: Store) -> None:
    first, second = add(store, new_job("a"), new_job("b"))
    (answer,) = store.change(
        lambda txn: intents.set_priority(txn, [second], Priority.HIGH), actor="window"
    )
    assert answer == Answer(second, True, "priority is high")
    assert job(store, second).priority is Priority.HIGH
    assert store.read(queries.job_ids) == [second, first]
    assert [each.job_id for each in store.read(lambda c: queries.candidates(c, 9))] == [
        second,
        first,
    ]
    event = story(store, second)[-1]
    assert (event.kind, event.old, event.new) == ("edited", "normal", "high")
    assert event.reason == "priority normal → high"


def test_a_priority_is_given_to_any_job_in_the_list(store: Store) -> None:
    ids = [pending(store), run(store).job_id, finished(store)]
    answers = store.change(lambda txn: intents.set_priority(txn, ids, Priority.LOW))
    assert [answer.done for answer in answers] == [True] * 3
    assert {job(store, each).priority for each in ids} == {Priority.LOW}
    assert status(store, ids[1]) == "rendering"


def test_a_priority_that_is_there_already_changes_nothing(store: Store) -> None:
    job_id = queued(store)
    answers = store.change(lambda txn: intents.set_priority(txn, [job_id, 7], Priority.NORMAL))
    assert answers == [
        Answer(job_id, False, "has priority normal already"),
        Answer(7, False, "does not exist"),
    ]
    gone = removed(store)
    (answer,) = store.change(lambda txn: intents.set_priority(txn, [gone], Priority.LOW))
    assert answer == Answer(gone, False, "does not exist")


# --- the queue as a whole


def test_the_queue_runs_until_it_is_paused(store: Store) -> None:
    assert store.read(queries.queue_paused) == ""
    heard: list[tuple[str, str, str, str]] = []
    store.listen(lambda events: heard.extend((e.kind, e.old, e.new, e.reason) for e in events))
    for mode in ("after", "now", ""):
        assert store.change(partial(intents.set_queue_paused, mode=mode))
        assert store.read(queries.queue_paused) == mode
    assert heard == [
        ("queue", "", "after", "queue paused after the current jobs"),
        ("queue", "after", "now", "queue paused now"),
        ("queue", "now", "", "queue resumed"),
    ]


@pytest.mark.parametrize("mode", ["", "after", "now"])
def test_pausing_a_queue_that_stands_so_already_changes_nothing(store: Store, mode: str) -> None:
    store.change(lambda txn: intents.set_queue_paused(txn, mode))
    events = rows(store, "SELECT count(*) FROM event")
    assert not store.change(lambda txn: intents.set_queue_paused(txn, mode))
    assert rows(store, "SELECT count(*) FROM event") == events


def test_a_job_that_failed_for_good_is_not_what_a_resume_is_for(store: Store) -> None:
    job_id = paused_running(store)
    attempt = store.read(queries.open_attempts)[0]
    store.change(lambda txn: endings.fail(txn, attempt, BROKEN))
    assert ask_one(store, intents.resume, job_id) == (False, "is failed, not paused")
