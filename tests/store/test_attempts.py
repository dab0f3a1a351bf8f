"""An attempt from its claim to one of its four ends."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from rendermanager.core.adaptation import Adaptation
from rendermanager.core.errors import StaleMove
from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.job import Attempt
from rendermanager.core.output import Artifact
from rendermanager.core.status import IllegalMove, JobStatus, TaskState
from rendermanager.store import attempts, endings, intents, queries
from rendermanager.store.store import Store
from rendermanager.store.taskmoves import move_task, refresh_job
from rendermanager.store.txn import Txn
from tests.helpers.queue import (
    BROKEN,
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
    start,
    status,
    story,
    task,
    task_state,
    told,
    verifying,
)

AGAIN = Failure(FailureKind.NETWORK_FAILURE, "No answer.", "Wait.", Retry.BACKOFF)
FILES = (Artifact("/tmp/1/a.mp4", "/out/a.mp4", 42, "ab" * 32),)
Build = Callable[..., Attempt]
ACTIVE: dict[str, Build] = {"starting": start, "running": run, "verifying": verifying}

Move = Callable[[Txn, Attempt], None]
ENDS: dict[str, tuple[Move, str]] = {
    "fail": (lambda txn, attempt: endings.fail(txn, attempt, BROKEN), "failed"),
    "fail and wait": (
        lambda txn, attempt: endings.fail(txn, attempt, AGAIN, delay_s=5),
        "retry_wait",
    ),
    "interrupt": (lambda txn, attempt: endings.interrupt(txn, attempt, "restart"), "queued"),
    "cancel": (endings.cancelled, "cancelled"),
}
MOVES: dict[str, Move] = {
    "begin": lambda txn, attempt: attempts.begin(txn, attempt, "process 8"),
    "verify": lambda txn, attempt: endings.verify(txn, attempt, 0, 1.0),
    "publish": lambda txn, attempt: endings.publish(txn, attempt, FILES),
    "complete": endings.complete,
    **{name: move for name, (move, _) in ENDS.items()},
}


def do(store: Store, move: Move, attempt: Attempt) -> None:
    store.change(lambda txn: move(txn, attempt), actor="scheduler")


def snapshot(store: Store) -> list[list[tuple[object, ...]]]:
    return [rows(store, f"SELECT * FROM {table}") for table in ("job", "task", "attempt", "event")]


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


# --- attempts that do not hold their task any more


@pytest.mark.parametrize("move", MOVES.values(), ids=list(MOVES))
@pytest.mark.parametrize("end", ENDS.values(), ids=list(ENDS))
def test_an_attempt_that_has_ended_can_do_nothing_more(
    store: Store, end: tuple[Move, str], move: Move
) -> None:
    attempt = run(store)
    finish, state = end
    do(store, finish, attempt)
    assert task_state(store, attempt.job_id) == state
    before = snapshot(store)
    with pytest.raises(StaleMove):
        do(store, move, attempt)
    assert snapshot(store) == before


@pytest.mark.parametrize("move", MOVES.values(), ids=list(MOVES))
def test_an_attempt_that_completed_can_do_nothing_more(store: Store, move: Move) -> None:
    attempt = verifying(store)
    do(store, MOVES["complete"], attempt)
    before = snapshot(store)
    with pytest.raises(StaleMove):
        do(store, move, attempt)
    assert snapshot(store) == before


@pytest.mark.parametrize("move", MOVES.values(), ids=list(MOVES))
@pytest.mark.parametrize("state", ACTIVE)
def test_an_old_attempt_cannot_touch_a_newer_one(store: Store, state: str, move: Move) -> None:
    old = run(store)
    do(store, MOVES["interrupt"], old)
    new = claim_next(store).attempt
    if state != "starting":
        do(store, MOVES["begin"], new)
    if state == "verifying":
        do(store, MOVES["verify"], new)
    before = snapshot(store)
    with pytest.raises(StaleMove):
        do(store, move, old)
    assert snapshot(store) == before


@pytest.mark.parametrize("move", MOVES.values(), ids=list(MOVES))
def test_an_attempt_whose_job_is_gone_can_do_nothing(store: Store, move: Move) -> None:
    attempt = run(store)
    store.change(lambda txn: txn.run("DELETE FROM job"))
    with pytest.raises(StaleMove):
        do(store, move, attempt)


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

    def fail(_job: object, _fence: int) -> attempts.Place:
        raise OSError("no folder")

    with pytest.raises(OSError, match="no folder"):
        store.change(lambda txn: attempts.claim(txn, candidate, fail))
    assert (status(store, job_id), task(store, job_id).fence) == ("queued", 0)


@pytest.mark.parametrize(
    ("build", "move"),
    [(start, "complete"), (run, "complete"), (run, "begin"), (verifying, "verify")],
    ids=[
        "T: starting > completed",
        "T: running > completed",
        "T: running > running",
        "T: verifying > verifying",
    ],
)
def test_no_step_can_be_left_out_or_made_twice(store: Store, build: Build, move: str) -> None:
    attempt = build(store)
    before = snapshot(store)
    with pytest.raises((IllegalMove, StaleMove)):
        do(store, MOVES[move], attempt)
    assert snapshot(store) == before


def test_nothing_is_published_before_it_is_checked(store: Store) -> None:
    attempt = run(store)
    with pytest.raises(StaleMove, match="does not hold its task"):
        do(store, MOVES["publish"], attempt)


# --- the two primitives


def test_a_move_that_the_table_does_not_know_is_refused(store: Store) -> None:
    job_id = add_one(store)
    with pytest.raises(IllegalMove):
        store.change(
            lambda txn: move_task(
                txn, task(store, job_id).id, 0, TaskState.QUEUED, TaskState.RUNNING, "jump"
            )
        )
    assert task_state(store, job_id) == "queued"


def test_a_job_that_does_not_exist_cannot_follow_its_tasks(store: Store) -> None:
    with pytest.raises(StaleMove, match="no job 7"):
        store.change(lambda txn: refresh_job(txn, 7, "why"))


def test_a_job_that_stands_as_it_should_is_left_alone(store: Store) -> None:
    job_id = finished(store)
    before = snapshot(store)
    assert store.change(lambda txn: refresh_job(txn, job_id, "why")) is JobStatus.COMPLETED
    assert snapshot(store) == before


# --- what is left behind, and progress


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
