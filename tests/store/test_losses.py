"""What is lost with its supervisor or the app runs again once, then waits for a person."""

from rendermanager.core.job import Attempt
from rendermanager.core.status import JobStatus
from rendermanager.store import attempts, endings, intents, losses
from rendermanager.store.store import Store
from tests.helpers import queue
from tests.helpers.queue import Clock


def lose(store: Store, attempt: Attempt) -> None:
    store.change(lambda txn: losses.lose(txn, attempt, "the app died"), actor="recovery")


def again(store: Store) -> Attempt:
    """The next attempt of the job whose turn it is, RUNNING."""
    attempt = queue.claim_next(store).attempt
    store.change(lambda txn: attempts.begin(txn, attempt, "process 8"), actor="scheduler")
    return attempt


def test_a_lost_attempt_runs_again_and_costs_no_try(store: Store) -> None:
    attempt = queue.run(store)
    lose(store, attempt)
    assert queue.status(store, attempt.job_id) is JobStatus.QUEUED
    assert queue.task(store, attempt.job_id).tries == 0
    assert queue.last_attempt(store, attempt.job_id).outcome == "lost"


def test_two_losses_in_a_row_put_the_job_on_the_shelf_of_failed_ones(store: Store) -> None:
    attempt = queue.run(store)
    lose(store, attempt)
    lose(store, again(store))
    job = queue.job(store, attempt.job_id)
    assert job.status is JobStatus.FAILED
    assert job.failure is not None
    assert "twice in a row" in job.failure.message
    assert queue.rows(store, "SELECT 1 FROM reservation WHERE job_id = ?", job.id) == []


def test_an_ordered_end_in_between_breaks_the_row(store: Store) -> None:
    attempt = queue.run(store)
    lose(store, attempt)
    second = again(store)
    store.change(lambda txn: endings.interrupt(txn, second, "the app was closed"))
    lose(store, again(store))
    assert queue.status(store, attempt.job_id) is JobStatus.QUEUED


def test_a_person_who_runs_it_again_gives_it_two_more(store: Store) -> None:
    attempt = queue.run(store)
    lose(store, attempt)
    lose(store, again(store))
    store.change(lambda txn: intents.retry(txn, [attempt.job_id]), actor="cli")
    lose(store, again(store))
    assert queue.status(store, attempt.job_id) is JobStatus.QUEUED
    lose(store, again(store))
    assert queue.status(store, attempt.job_id) is JobStatus.FAILED


def test_losses_before_a_cancel_that_was_taken_back_are_forgotten(
    store: Store, clock: Clock
) -> None:
    attempt = queue.run(store)
    lose(store, attempt)
    clock.advance(1)
    store.change(lambda txn: intents.cancel(txn, [attempt.job_id]), actor="cli")
    store.change(lambda txn: intents.retry(txn, [attempt.job_id]), actor="cli")
    lose(store, again(store))
    assert queue.status(store, attempt.job_id) is JobStatus.QUEUED


def test_a_cancel_goes_before_the_quarantine(store: Store) -> None:
    attempt = queue.run(store)
    lose(store, attempt)
    second = again(store)
    store.change(lambda txn: intents.cancel(txn, [attempt.job_id]), actor="cli")
    lose(store, second)
    assert queue.status(store, attempt.job_id) is JobStatus.CANCELLED


def test_the_losses_of_other_jobs_do_not_count(store: Store) -> None:
    first = queue.run(store)
    second = queue.run(store)
    lose(store, first)
    lose(store, second)
    assert queue.status(store, first.job_id) is JobStatus.QUEUED
    assert queue.status(store, second.job_id) is JobStatus.QUEUED
