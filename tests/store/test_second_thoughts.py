"""A cancel that can be undone: jobs are paused first, and ended only if they still are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.core.status import JobStatus
from rendermanager.store import intents
from rendermanager.store.store import Store
from tests.helpers.queue import add, job, new_job, run, status


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "queue.db")
    yield store
    store.close()


def test_only_jobs_that_are_paused_still_are_ended(store: Store) -> None:
    running = run(store).job_id
    held, resumed = add(store, new_job(), new_job())
    store.change(lambda txn: intents.pause(txn, [running, held, resumed]))
    store.change(lambda txn: intents.resume(txn, [resumed]))
    answers = store.change(lambda txn: intents.cancel_paused(txn, [running, held, resumed, 99]))
    assert {each.job_id: each.done for each in answers} == {
        running: True,
        held: True,
        resumed: False,
        99: False,
    }
    assert job(store, running).intent.cancel
    assert status(store, held) is JobStatus.CANCELLED
    assert status(store, resumed) is JobStatus.QUEUED


def test_a_pause_that_is_not_needed_says_so(store: Store) -> None:
    (job_id,) = add(store, new_job())
    store.change(lambda txn: intents.pause(txn, [job_id]))
    (answer,) = store.change(lambda txn: intents.pause(txn, [job_id]))
    assert (answer.done, answer.message) == (False, intents.PAUSED_ALREADY)
