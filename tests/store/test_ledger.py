"""The judge of the queue finds each defect that it looks for."""

import pytest

from rendermanager.store import endings, intents
from rendermanager.store.store import Store
from tests.helpers.ledger import CHECKS, broken_promises
from tests.helpers.queue import BROKEN, add_one, claim_next, failed, finished, run


@pytest.fixture
def queue(store: Store) -> Store:
    """Job 1 completed, 2 failed, 3 waits for its next attempt, 4 renders, 5 paused, 6 queued."""
    finished(store, reserves="/out/1")
    failed(store, reserves="/out/2")
    waits = run(store, reserves="/out/3")
    store.change(lambda txn: endings.fail(txn, waits, BROKEN, delay_s=60))
    run(store, reserves="/out/4")
    paused = add_one(store, reserves="/out/5")
    store.change(lambda txn: intents.pause(txn, [paused]))
    add_one(store, reserves="/out/6")
    return store


def test_a_sound_queue_breaks_no_promise(queue: Store) -> None:
    assert queue.read(broken_promises) == []


def test_a_claim_that_was_given_back_may_leave_its_fence_unused(store: Store) -> None:
    add_one(store)
    for _ in range(2):
        attempt = claim_next(store).attempt
        store.change(lambda txn, a=attempt: endings.give_back(txn, a, "others first"))  # type: ignore[misc]
        assert store.read(broken_promises) == []
    claim_next(store)
    assert store.read(broken_promises) == []
    store.change(lambda txn: txn.run("UPDATE attempt SET fence = 4; UPDATE task SET fence = 4"))
    assert any("attempts_end_once" in each for each in store.read(broken_promises))


DEFECTS = {
    "status_follows_tasks": [
        "UPDATE job SET status = 'queued' WHERE id = 4",
        "UPDATE job SET status = 'validating' WHERE id = 6",
    ],
    "attempts_hold_active_tasks": [
        "UPDATE task SET state = 'queued' WHERE job_id = 4",
        "UPDATE attempt SET outcome = 'failed' WHERE job_id = 4",
        "UPDATE attempt SET outcome = '' WHERE job_id = 1",
        "UPDATE attempt SET state = 'starting' WHERE job_id = 4",
        "INSERT INTO attempt (task_id, job_id, fence, state, started) VALUES (4,4,2,'running',0)",
    ],
    "attempts_end_once": [
        "UPDATE attempt SET ended = NULL WHERE job_id = 1",
        "UPDATE attempt SET fence = 0 WHERE job_id = 2",
        "UPDATE task SET fence = 0 WHERE job_id = 1",
    ],
    "attempts_are_counted": [
        "UPDATE job SET attempts = 2 WHERE id = 1",
        "UPDATE task SET tries = 2 WHERE job_id = 2",
    ],
    "tasks_move_by_the_table": [
        "UPDATE task SET state = 'queued' WHERE job_id = 1",
        "UPDATE event SET old = 'held' WHERE task_id = 4 AND new = 'running'",
        "UPDATE event SET new = 'completed' WHERE task_id = 1 AND new = 'verifying'",
    ],
    "jobs_move_without_a_gap": [
        "UPDATE job SET status = 'cancelled' WHERE id = 2",
        "UPDATE event SET old = 'pending' WHERE job_id = 1 AND task_id = 0 AND new = 'rendering'",
        "DELETE FROM event WHERE job_id = 6",
    ],
    "completion_is_verified": [
        "UPDATE event SET old = 'running' WHERE task_id = 1 AND new = 'completed'"
    ],
    "events_have_reasons": [
        "UPDATE event SET reason = '' WHERE id = 5",
        "DELETE FROM event WHERE id = 5",
    ],
    "outputs_belong_to_unfinished_jobs": [
        "INSERT INTO reservation VALUES ('/out/1', 1)",
        "DELETE FROM reservation WHERE job_id = 6",
        "UPDATE reservation SET job_id = 4 WHERE job_id = 6",
    ],
    "order_is_the_job_s": [
        "UPDATE task SET position = 0 WHERE job_id = 6",
        "UPDATE job SET priority = 0 WHERE id = 6",
    ],
    "appointments_are_kept_by_waiting_tasks": [
        "UPDATE task SET retry_at = NULL WHERE job_id = 3",
        "UPDATE task SET retry_at = 1 WHERE job_id = 6",
        "UPDATE job SET retry_at = NULL WHERE id = 3",
    ],
    "wishes_are_respected": [
        "UPDATE task SET state = 'queued' WHERE job_id = 5",
        "UPDATE job SET cancel = 1 WHERE id = 3",
        "UPDATE job SET cancel = 1 WHERE id = 5",
        "UPDATE job SET pause = 1 WHERE id = 1",
    ],
    "ends_are_recorded": [
        "UPDATE job SET ended = NULL WHERE id = 1",
        "UPDATE job SET ended = 1 WHERE id = 6",
        "UPDATE job SET removed = 1 WHERE id = 4",
        "UPDATE job SET failure = NULL WHERE id = 2",
        "UPDATE job SET progress = 0.5 WHERE id = 1",
    ],
}


def test_every_check_is_proven() -> None:
    assert set(DEFECTS) == {check.__name__ for check in CHECKS}


@pytest.mark.parametrize(
    ("check", "defect"), [(check, sql) for check, defects in DEFECTS.items() for sql in defects]
)
def test_a_planted_defect_is_found(queue: Store, check: str, defect: str) -> None:
    assert queue.change(lambda txn: txn.run(defect)) >= 1
    assert check in {problem.partition(":")[0] for problem in queue.read(broken_promises)}
