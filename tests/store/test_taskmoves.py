"""The two primitives of every change of state."""

import pytest

from rendermanager.core.errors import StaleMove
from rendermanager.core.status import IllegalMove, JobStatus, TaskState
from rendermanager.store.store import Store
from rendermanager.store.taskmoves import move_task, refresh_job
from tests.helpers.queue import add_one, finished, task, task_state
from tests.store.moves import snapshot


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
