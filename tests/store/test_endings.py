"""An attempt after its program: verified, published, and its four ends."""

from datetime import timedelta

import pytest

from rendermanager.core.adaptation import Adaptation
from rendermanager.core.errors import StaleMove
from rendermanager.core.status import JobStatus
from rendermanager.store import attempts, endings, intents, queries
from rendermanager.store.store import Store
from tests.helpers.queue import (
    BROKEN,
    START,
    Clock,
    add_one,
    claim_next,
    job,
    last_attempt,
    run,
    start,
    status,
    story,
    task,
    task_state,
    told,
    verifying,
)
from tests.store.moves import ACTIVE, AGAIN, FILES, MOVES, Build, do

# --- the way to the end


def test_a_render_that_goes_well_tells_its_story(store: Store) -> None:
    attempt = run(store)
    do(store, MOVES["verify"], attempt)
    do(store, MOVES["publish"], attempt)
    store.change(lambda txn: endings.complete(txn, attempt, FILES))
    events = story(store, attempt.job_id)
    assert told(events) == [
        "J: - > queued (added to the queue)",
        "T: queued > starting (its turn has come)",
        "J: queued > rendering (its turn has come)",
        "T: starting > running (the program runs)",
        "T: running > verifying (the program ended well)",
        "T: verifying > completed (done)",
        "J: rendering > completed (done)",
    ]
    assert [event.id for event in events] == list(range(1, 8))
    assert {event.at for event in events} == {START}
    assert [event.actor for event in events][:4] == ["cli", *["scheduler"] * 3]


def test_a_program_may_end_before_it_was_seen_to_run(store: Store) -> None:
    attempt = start(store)
    do(store, MOVES["verify"], attempt)
    do(store, MOVES["complete"], attempt)
    assert status(store, attempt.job_id) == "completed"


def test_what_is_about_to_be_renamed_is_recorded_first(store: Store) -> None:
    attempt = verifying(store)
    do(store, MOVES["publish"], attempt)
    stored = last_attempt(store, attempt.job_id)
    assert (stored.state, stored.artifacts, stored.outcome) == ("verifying", FILES, "")
    assert job(store, attempt.job_id).artifacts == ()


def test_a_job_that_completed_knows_its_outputs_its_time_and_its_warnings(
    store: Store, clock: Clock
) -> None:
    attempt = verifying(store)
    clock.advance(30)
    store.change(lambda txn: endings.complete(txn, attempt, FILES, ("It is dark.",)))
    found = job(store, attempt.job_id)
    assert (found.status, found.progress, found.stage) == ("completed", 1.0, "")
    assert (found.artifacts, found.warnings) == (FILES, ("It is dark.",))
    assert found.reason == "done, with warnings"
    assert found.ended == START + timedelta(seconds=30)
    assert found.elapsed_s == 12.5
    stored = last_attempt(store, attempt.job_id)
    assert (stored.state, stored.outcome, stored.exit_code) == ("completed", "completed", 0)
    assert (stored.elapsed_s, stored.ended) == (12.5, found.ended)


def test_the_time_that_an_attempt_took_can_be_corrected_at_its_end(store: Store) -> None:
    attempt = verifying(store)
    store.change(lambda txn: endings.complete(txn, attempt, elapsed_s=14.0))
    assert job(store, attempt.job_id).elapsed_s == 14.0


# --- failing


@pytest.mark.parametrize("build", ACTIVE.values(), ids=list(ACTIVE))
def test_an_attempt_can_fail_at_any_time(store: Store, build: Build) -> None:
    attempt = build(store)
    store.change(lambda txn: endings.fail(txn, attempt, BROKEN, exit_code=1, elapsed_s=3.0))
    found = job(store, attempt.job_id)
    assert (found.status, found.failure, found.reason) == ("failed", BROKEN, BROKEN.message)
    assert (found.ended, found.elapsed_s, found.retry_at) == (START, 3.0, None)
    stored = last_attempt(store, attempt.job_id)
    assert (stored.outcome, stored.failure, stored.exit_code) == ("failed", BROKEN, 1)
    assert task(store, attempt.job_id).tries == 1


def test_a_render_whose_output_is_bad_keeps_its_exit_code_and_time(store: Store) -> None:
    attempt = verifying(store)
    do(store, MOVES["fail"], attempt)
    stored = last_attempt(store, attempt.job_id)
    assert (stored.exit_code, stored.elapsed_s) == (0, 12.5)
    assert job(store, attempt.job_id).elapsed_s == 12.5


def test_a_paused_job_that_fails_waits_for_its_person_not_for_the_clock(
    store: Store, clock: Clock
) -> None:
    attempt = run(store)
    store.change(lambda txn: intents.pause(txn, [attempt.job_id]))
    store.change(lambda txn: endings.fail(txn, attempt, AGAIN, delay_s=5))
    found = job(store, attempt.job_id)
    assert (found.status, found.retry_at, found.failure) == ("paused", None, AGAIN)
    assert task_state(store, attempt.job_id) == "held"
    clock.advance(60)
    assert store.change(attempts.due_again) == 0
    store.change(lambda txn: intents.resume(txn, [attempt.job_id]))
    assert claim_next(store).tries == 1


def test_a_paused_job_that_fails_for_good_has_failed(store: Store) -> None:
    attempt = run(store)
    store.change(lambda txn: intents.pause(txn, [attempt.job_id]))
    do(store, MOVES["fail"], attempt)
    found = job(store, attempt.job_id)
    assert (found.status, found.intent.pause) == ("failed", False)


def test_a_job_that_is_being_cancelled_is_not_tried_again(store: Store) -> None:
    attempt = run(store)
    store.change(lambda txn: intents.cancel(txn, [attempt.job_id]))
    store.change(lambda txn: endings.fail(txn, attempt, AGAIN, delay_s=5))
    found = job(store, attempt.job_id)
    assert (found.status, found.retry_at, found.intent.cancel) == ("cancelled", None, False)
    assert task_state(store, attempt.job_id) == "cancelled"


# --- interruption


@pytest.mark.parametrize("build", ACTIVE.values(), ids=list(ACTIVE))
def test_an_interruption_costs_no_try(store: Store, build: Build) -> None:
    attempt = build(store)
    store.change(lambda txn: endings.interrupt(txn, attempt, "the app was ended"), actor="recovery")
    found = job(store, attempt.job_id)
    assert (found.status, found.reason, found.progress) == ("queued", "the app was ended", 0)
    stored = last_attempt(store, attempt.job_id)
    assert (stored.outcome, stored.state, stored.ended) == ("interrupted", "queued", START)
    assert (task(store, attempt.job_id).tries, found.attempts) == (0, 1)
    assert [event.actor for event in story(store, attempt.job_id)][-2:] == ["recovery"] * 2
    assert claim_next(store).attempt.fence == 2


def test_an_interruption_keeps_the_time_that_was_worked(store: Store) -> None:
    attempt = verifying(store)
    do(store, MOVES["interrupt"], attempt)
    assert last_attempt(store, attempt.job_id).elapsed_s == 12.5


def test_a_paused_job_that_is_interrupted_stays_paused(store: Store) -> None:
    attempt = run(store)
    store.change(lambda txn: intents.pause(txn, [attempt.job_id]))
    do(store, MOVES["interrupt"], attempt)
    assert (status(store, attempt.job_id), task_state(store, attempt.job_id)) == ("paused", "held")
    store.change(lambda txn: intents.resume(txn, [attempt.job_id]))
    assert task_state(store, attempt.job_id) == "queued"


@pytest.mark.parametrize("build", ACTIVE.values(), ids=list(ACTIVE))
def test_a_cancel_that_was_asked_for_is_finished_by_an_interruption(
    store: Store, build: Build
) -> None:
    attempt = build(store)
    store.change(lambda txn: intents.cancel(txn, [attempt.job_id]))
    do(store, MOVES["interrupt"], attempt)
    assert status(store, attempt.job_id) == "cancelled"
    assert last_attempt(store, attempt.job_id).outcome == "cancelled"


# --- giving back


def test_a_task_that_is_given_back_looks_as_if_nobody_had_claimed_it(store: Store) -> None:
    add_one(store)
    before = job(store, 1)
    attempt = claim_next(store).attempt
    store.change(lambda txn: endings.give_back(txn, attempt, "another one takes long"))
    found = job(store, attempt.job_id)
    assert (found.status, found.attempts, found.started) == ("queued", 0, before.started)
    assert store.read(lambda db: queries.attempts_of(db, attempt.job_id)) == []
    assert claim_next(store).attempt.fence == attempt.fence + 1


def test_a_task_that_is_given_back_while_its_job_is_paused_is_held(store: Store) -> None:
    add_one(store)
    attempt = claim_next(store).attempt
    store.change(lambda txn: intents.pause(txn, [attempt.job_id]))
    store.change(lambda txn: endings.give_back(txn, attempt, "another one takes long"))
    assert task_state(store, attempt.job_id) == "held"


# --- cancelling


@pytest.mark.parametrize("build", ACTIVE.values(), ids=list(ACTIVE))
def test_a_cancelled_attempt_ends_its_job(store: Store, build: Build) -> None:
    attempt = build(store)
    store.change(lambda txn: intents.cancel(txn, [attempt.job_id]))
    store.change(lambda txn: endings.cancelled(txn, attempt, 2.5))
    found = job(store, attempt.job_id)
    assert (found.status, found.reason, found.intent.cancel) == ("cancelled", "cancelled", False)
    stored = last_attempt(store, attempt.job_id)
    assert (stored.outcome, stored.elapsed_s) == ("cancelled", 2.5)


def test_a_cancel_during_the_check_of_the_output_keeps_the_time_that_was_worked(
    store: Store,
) -> None:
    attempt = verifying(store)
    do(store, MOVES["cancel"], attempt)
    assert last_attempt(store, attempt.job_id).elapsed_s == 12.5


def test_an_output_that_was_published_before_the_cancel_came_is_complete(store: Store) -> None:
    attempt = verifying(store)
    store.change(lambda txn: intents.cancel(txn, [attempt.job_id]))
    do(store, MOVES["complete"], attempt)
    found = job(store, attempt.job_id)
    assert (found.status, found.intent.cancel) == ("completed", False)


# --- finishing in one go, and adapting the next one


def test_a_program_that_promised_nothing_is_verified_and_completed_in_one_go(
    store: Store,
) -> None:
    attempt = run(store)
    store.change(lambda txn: endings.finish(txn, attempt, 0, 1.5), actor="scheduler")
    ended = last_attempt(store, attempt.job_id)
    assert (ended.outcome, ended.exit_code, ended.elapsed_s) == ("completed", 0, 1.5)
    assert status(store, attempt.job_id) is JobStatus.COMPLETED
    moves = [(each.old, each.new) for each in story(store, attempt.job_id) if each.task_id]
    assert moves[-2:] == [("running", "verifying"), ("verifying", "completed")]


def test_a_stale_attempt_cannot_finish(store: Store) -> None:
    attempt = run(store)
    store.change(lambda txn: endings.interrupt(txn, attempt, "cut off"), actor="scheduler")
    with pytest.raises(StaleMove):
        store.change(lambda txn: endings.finish(txn, attempt, 0, 1.5), actor="scheduler")


SMALLER = Adaptation(shrink=1, alone=True)


def test_how_the_next_attempt_is_made_survives_an_interruption(store: Store) -> None:
    attempt = run(store)
    store.change(lambda txn: endings.adapt(txn, attempt, SMALLER))
    store.change(lambda txn: endings.fail(txn, attempt, AGAIN, delay_s=0))
    assert task(store, attempt.job_id).adaptation == SMALLER
    store.change(attempts.due_again)
    again = claim_next(store).attempt
    assert again.adaptation == SMALLER
    store.change(lambda txn: endings.interrupt(txn, again, "cut off"))
    (candidate,) = store.read(lambda db: queries.candidates(db, 9))
    assert candidate.alone
    assert last_attempt(store, attempt.job_id).adaptation == SMALLER
    words = "trying again with fewer threads, with nothing beside it: "
    assert any(event.reason.startswith(words) for event in story(store, attempt.job_id))


def test_run_again_begins_as_it_was_asked_for(store: Store) -> None:
    attempt = run(store)
    store.change(lambda txn: endings.adapt(txn, attempt, SMALLER))
    store.change(lambda txn: endings.fail(txn, attempt, AGAIN, delay_s=9, counts=False))
    waiting = task(store, attempt.job_id)
    assert (waiting.tries, waiting.postponed) == (0, 1)
    store.change(lambda txn: intents.retry(txn, [attempt.job_id]))
    fresh = task(store, attempt.job_id)
    assert (fresh.postponed, fresh.adaptation) == (0, Adaptation())


def test_a_stale_attempt_changes_nothing_about_the_next(store: Store) -> None:
    attempt = run(store)
    store.change(lambda txn: endings.interrupt(txn, attempt, "cut off"))
    claim_next(store)
    store.change(lambda txn: endings.adapt(txn, attempt, SMALLER))
    assert task(store, attempt.job_id).adaptation == Adaptation()
