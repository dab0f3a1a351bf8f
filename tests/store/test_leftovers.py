"""Frames of broken attempts: whose they are, and how long they are wanted."""

from rendermanager.core.job import Attempt
from rendermanager.store import endings, intents, leftovers, queries
from rendermanager.store.store import Store
from tests.helpers import queue


def with_frames(store: Store) -> Attempt:
    """A running attempt that has recorded what its frames depend on."""
    attempt = queue.run(store)
    store.change(lambda txn: leftovers.own(txn, attempt, "hash"))
    return attempt


def is_wanted(store: Store, attempt: Attempt) -> bool:
    return bool(store.read(lambda db: leftovers.wanted(db, [attempt.id])))


def test_frames_are_wanted_until_their_task_is_done(store: Store) -> None:
    attempt = with_frames(store)
    assert is_wanted(store, attempt)
    store.change(lambda txn: endings.interrupt(txn, attempt, "cut off"))
    assert is_wanted(store, attempt)


def test_frames_of_a_cancelled_job_are_not_wanted(store: Store) -> None:
    attempt = with_frames(store)
    store.change(lambda txn: endings.interrupt(txn, attempt, "cut off"))
    store.change(lambda txn: intents.cancel(txn, [attempt.job_id]))
    assert not is_wanted(store, attempt)


def test_frames_that_did_not_pass_are_nobodys(store: Store) -> None:
    attempt = with_frames(store)
    store.change(lambda txn: leftovers.disown(txn, attempt))
    assert not is_wanted(store, attempt)


def test_an_attempt_with_frames_that_is_given_back_keeps_its_row(store: Store) -> None:
    attempt = with_frames(store)
    store.change(lambda txn: leftovers.took(txn, attempt, "1-3"))
    store.change(lambda txn: endings.give_back(txn, attempt, "another task's turn comes first"))
    (found,) = store.read(lambda db: queries.attempts_of(db, attempt.job_id))
    assert (found.outcome, found.had) == ("interrupted", "1-3")
    assert is_wanted(store, attempt)
