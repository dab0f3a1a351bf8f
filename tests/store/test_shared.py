"""The folders that the tasks of a job share."""

from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.core.tasks import TaskSpec
from rendermanager.store import attempts, endings, intents, parts, queries, shared
from rendermanager.store.attempts import Place
from rendermanager.store.store import Store
from tests.helpers.queue import add_one

FOLDER = "/out/.rendermanager-1-shared"


def place(_job: Job, _run: str) -> Place:
    return Place(shared=FOLDER)


def job_with_two(store: Store) -> int:
    job_id = add_one(store)
    store.change(lambda txn: parts.split(txn, job_id, [TaskSpec(name="a"), TaskSpec(name="b")]))
    store.change(lambda txn: parts.release(txn, job_id, "ready"))
    return job_id


def run_one(store: Store) -> None:
    candidate = store.read(lambda db: queries.candidates(db, 1))[0]
    claim = store.change(lambda txn: attempts.claim(txn, candidate, place))
    assert claim.job.shared == FOLDER
    store.change(lambda txn: attempts.begin(txn, claim.attempt, ""))
    store.change(lambda txn: endings.finish(txn, claim.attempt, 0, 1.0))


def kept(store: Store, job_id: int) -> str:
    job = store.read(lambda db: queries.job(db, job_id))
    assert job is not None
    return job.shared


def test_a_folder_is_kept_until_the_job_has_ended(store: Store) -> None:
    job_id = job_with_two(store)
    run_one(store)
    assert store.change(shared.let_go) == []
    run_one(store)
    assert store.change(shared.let_go) == [(job_id, FOLDER)]
    assert not kept(store, job_id)


def test_a_folder_that_did_not_go_is_told_again(store: Store) -> None:
    job_id = job_with_two(store)
    run_one(store)
    run_one(store)
    for _ in range(2):
        assert store.change(shared.let_go) == [(job_id, FOLDER)]
    store.change(lambda txn: shared.gone(txn, [job_id]))
    assert store.change(shared.let_go) == []


def test_a_cancelled_job_begins_anew_once_its_folder_was_given_up(store: Store) -> None:
    job_id = job_with_two(store)
    run_one(store)
    store.change(lambda txn: intents.cancel(txn, [job_id]))
    store.change(shared.let_go)
    store.change(lambda txn: intents.retry(txn, [job_id]))
    assert len(store.read(lambda db: queries.candidates(db, 9))) == 2
    # It has a folder again: that must not be taken for the one that was to go.
    run_one(store)
    store.change(lambda txn: shared.gone(txn, [job_id]))
    assert kept(store, job_id) == FOLDER


def test_a_cancelled_job_goes_on_as_long_as_its_folder_is_there(store: Store) -> None:
    job_id = job_with_two(store)
    run_one(store)
    store.change(lambda txn: intents.cancel(txn, [job_id]))
    store.change(lambda txn: intents.retry(txn, [job_id]))
    assert len(store.read(lambda db: queries.candidates(db, 9))) == 1
    run_one(store)
    job = store.read(lambda db: queries.job(db, job_id))
    assert job is not None
    assert job.status is JobStatus.COMPLETED
