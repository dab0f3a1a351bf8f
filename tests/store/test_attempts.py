"""How an attempt begins: claimed, run, tried again, and what is kept of it meanwhile."""

from datetime import timedelta

import pytest

from rendermanager.core.errors import StaleMove
from rendermanager.store import attempts, endings, intents, queries
from rendermanager.store.store import Store
from tests.helpers.queue import (
    START,
    Clock,
    add_one,
    at,
    claim_next,
    failed,
    finished,
    job,
    last_attempt,
    rows,
    run,
    status,
    story,
    task,
    task_state,
    told,
)
from tests.store.moves import AGAIN, MOVES, do


def test_a_claim_holds_the_task_for_a_new_attempt(store: Store, clock: Clock) -> None:
    job_id = add_one(store, name="Opening")
    clock.advance(60)
    (candidate,) = store.read(lambda connection: queries.candidates(connection, 1))
    claim = store.change(
        lambda txn: attempts.claim(
            txn,
            candidate,
            lambda job, fence: attempts.Place("blade 1", f"/tmp/{job.name}.{fence}", "/log/1"),
        )
    )
    attempt = claim.attempt
    assert last_attempt(store, job_id) == attempt
    assert (attempt.state, attempt.fence, attempt.outcome) == ("starting", 1, "")
    assert (attempt.supervisor, attempt.folder, attempt.log) == (
        "blade 1",
        "/tmp/Opening.1",
        "/log/1",
    )
    assert attempt.started == START + timedelta(seconds=60)
    assert claim.job == job(store, job_id)
    assert (claim.job.status, claim.job.reason, claim.job.attempts) == ("rendering", "", 1)
    assert claim.job.started == attempt.started
    assert claim.tries == 0
    assert (task_state(store, job_id), task(store, job_id).fence) == ("starting", 1)


def test_the_program_of_an_attempt_is_recorded_when_it_runs(store: Store) -> None:
    attempt = run(store)
    stored = last_attempt(store, attempt.job_id)
    assert (stored.state, stored.process) == ("running", "process 7")


def test_an_attempt_that_may_be_repeated_waits_for_its_time(store: Store, clock: Clock) -> None:
    attempt = run(store)
    store.change(lambda txn: endings.fail(txn, attempt, AGAIN, delay_s=5))
    found = job(store, attempt.job_id)
    assert (found.status, found.reason) == ("queued", "trying again: No answer.")
    assert (found.failure, found.retry_at) == (AGAIN, START + timedelta(seconds=5))
    assert found.ended is None
    assert store.read(queries.next_retry) == (START + timedelta(seconds=5)).timestamp()
    assert store.read(lambda connection: queries.candidates(connection, 9)) == []
    clock.advance(4.9)
    assert store.change(attempts.due_again) == 0
    clock.advance(0.1)
    assert store.change(attempts.due_again) == 1
    found = job(store, attempt.job_id)
    assert (found.retry_at, found.reason) == (None, "ready for the next attempt")
    assert store.read(queries.next_retry) is None
    claim = claim_next(store)
    assert (claim.attempt.fence, claim.tries, claim.job.attempts) == (2, 1, 2)
    assert claim.job.failure is None
    assert told(story(store, attempt.job_id))[4:] == [
        "T: running > retry_wait (trying again: No answer.)",
        "J: rendering > queued (trying again: No answer.)",
        "T: retry_wait > queued (the wait is over)",
        "T: queued > starting (its turn has come)",
        "J: queued > rendering (its turn has come)",
    ]


@pytest.mark.parametrize("asked", ["pause", "cancel", "remove"])
def test_a_task_that_was_taken_away_cannot_be_claimed(store: Store, asked: str) -> None:
    job_id = add_one(store)
    (candidate,) = store.read(lambda connection: queries.candidates(connection, 1))
    store.change(lambda txn: getattr(intents, asked)(txn, [job_id]))
    with pytest.raises(StaleMove, match="is not queued any more"):
        store.change(lambda txn: attempts.claim(txn, candidate, at()))
    assert rows(store, "SELECT * FROM attempt") == []


def test_a_candidate_of_an_earlier_round_cannot_be_claimed(store: Store) -> None:
    add_one(store)
    (candidate,) = store.read(lambda connection: queries.candidates(connection, 1))
    do(store, MOVES["interrupt"], claim_next(store).attempt)
    with pytest.raises(StaleMove):
        store.change(lambda txn: attempts.claim(txn, candidate, at()))


def test_a_claim_whose_place_cannot_be_told_has_not_happened(store: Store) -> None:
    job_id = add_one(store)
    (candidate,) = store.read(lambda connection: queries.candidates(connection, 1))

    def fail(_job: object, _run: str) -> attempts.Place:
        raise OSError("no folder")

    with pytest.raises(OSError, match="no folder"):
        store.change(lambda txn: attempts.claim(txn, candidate, fail))
    assert (status(store, job_id), task(store, job_id).fence) == ("queued", 0)


def test_folders_of_ended_attempts_are_known_until_they_are_gone(store: Store) -> None:
    add_one(store)
    (candidate,) = store.read(lambda connection: queries.candidates(connection, 1))
    attempt = store.change(lambda txn: attempts.claim(txn, candidate, at(folder="/tmp/1"))).attempt
    assert store.read(queries.folders_left) == []
    do(store, MOVES["fail"], attempt)
    assert store.read(queries.folders_left) == [(attempt.id, "/tmp/1")]
    store.change(lambda txn: attempts.folder_gone(txn, [attempt.id]))
    assert store.read(queries.folders_left) == []


def test_progress_of_a_running_job_is_kept(store: Store) -> None:
    attempt = run(store)
    store.change(
        lambda txn: attempts.save_progress(txn, [(0.25, "render", attempt.job_id)]), durable=False
    )
    found = job(store, attempt.job_id)
    assert (found.progress, found.stage) == (0.25, "render")


def test_late_progress_does_not_touch_a_job_that_has_ended(store: Store) -> None:
    job_id = finished(store)
    store.change(lambda txn: attempts.save_progress(txn, [(0.5, "render", job_id)]))
    assert job(store, job_id).progress == 1.0


def test_a_new_attempt_starts_from_nothing(store: Store) -> None:
    attempt = run(store)
    store.change(lambda txn: attempts.save_progress(txn, [(0.5, "render", attempt.job_id)]))
    store.change(lambda txn: endings.fail(txn, attempt, AGAIN, delay_s=0))
    store.change(attempts.due_again)
    found = claim_next(store).job
    assert (found.progress, found.stage, found.failure) == (0.0, "", None)
    assert found.started == START


def test_attempts_of_a_job_that_failed_stay_on_record_when_it_runs_again(store: Store) -> None:
    job_id = failed(store)
    store.change(lambda txn: intents.retry(txn, [job_id]))
    claim_next(store)
    kept = store.read(lambda connection: queries.attempts_of(connection, job_id))
    assert [(each.fence, each.outcome) for each in kept] == [(1, "failed"), (2, "")]
