"""A doubtful result is kept by a person's word, and the story tells what was doubtful."""

from rendermanager.core.events import EventKind
from rendermanager.core.status import JobStatus
from rendermanager.store import queries
from rendermanager.store.intents import Answer
from rendermanager.store.keeping import keep
from rendermanager.store.store import Store
from tests.helpers.queue import add_one, doubtful, failed, finished


def kept(store: Store, *ids: int) -> list[Answer]:
    return store.change(lambda txn: keep(txn, ids), actor="cli")


def test_the_warnings_go_and_the_story_keeps_them(store: Store) -> None:
    job_id = doubtful(store, "It is black.", "It is silent.")
    before = store.read(lambda db: queries.job(db, job_id))
    assert before is not None
    assert (before.warnings, before.reason) == (
        ("It is black.", "It is silent."),
        "done, with warnings",
    )
    assert kept(store, job_id) == [Answer(job_id, True, "kept")]
    job = store.read(lambda db: queries.job(db, job_id))
    assert job is not None
    assert (job.status, job.warnings, job.reason) == (JobStatus.COMPLETED, (), "done")
    assert job.artifacts == before.artifacts
    event = store.read(lambda db: queries.events_of(db, job_id))[-1]
    assert (event.kind, event.actor) == (EventKind.EDITED, "cli")
    assert event.reason == "kept although: It is black. It is silent."


def test_there_must_be_something_to_keep(store: Store) -> None:
    done, broken, twice = finished(store), failed(store), doubtful(store)
    kept(store, twice)
    waiting = add_one(store)
    answers = kept(store, done, broken, waiting, twice, 99)
    assert [answer.done for answer in answers] == [False] * 5
    assert [answer.message for answer in answers] == [
        "has no warnings",
        "is failed, not done",
        "is queued, not done",
        "has no warnings",
        "does not exist",
    ]
