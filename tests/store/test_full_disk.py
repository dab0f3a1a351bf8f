"""A full or locked disk: what was not stored is said to be so, and work goes on afterwards."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest

from rendermanager.core.errors import StoreUnusable
from rendermanager.core.events import Event
from rendermanager.store import attempts, database, endings, intents, queries, submission
from rendermanager.store.store import Store
from rendermanager.store.txn import Txn
from tests.helpers.queue import (
    WAIT_S,
    add_one,
    at,
    claim_next,
    new_job,
    rows,
    run,
    status,
    task_state,
    writer_busy,
)


@contextmanager
def disk_full(store: Store) -> Iterator[None]:
    """Let the database grow no further."""
    (pages,) = rows(store, "PRAGMA page_count")[0]
    store.change(lambda txn: txn.one(f"PRAGMA max_page_count = {pages}"))
    yield
    store.change(lambda txn: txn.one("PRAGMA max_page_count = 1000000"))


def submit_much(txn: Txn) -> list[int]:
    return submission.submit(txn, [new_job("much " + "x" * 500) for _ in range(500)])


def submit_named(name: str) -> Callable[[Txn], list[int]]:
    return lambda txn: submission.submit(txn, [new_job(name)])


def names(store: Store) -> set[str]:
    return {row[0].split()[0] for row in rows(store, "SELECT name FROM job")}


def test_what_does_not_fit_is_refused_in_plain_words(store: Store) -> None:
    with disk_full(store):
        with pytest.raises(StoreUnusable, match="disk with the queue is full") as caught:
            store.change(submit_much)
        assert "Make room" in caught.value.hint
    assert names(store) == set()
    assert len(store.change(submit_much)) == 500


def test_in_a_group_each_answer_is_true(store: Store) -> None:
    """SQLite may roll the whole transaction back when one statement finds no room."""
    add_one(store, name="old")
    heard: list[Event] = []

    def listen(events: Sequence[Event]) -> None:
        heard.extend(events)

    store.listen(listen)
    with disk_full(store):
        with writer_busy(store):
            futures: dict[str, Future[list[int]]] = {
                "first": store.write(submit_named("first")),
                "much": store.write(submit_much),
                "second": store.write(submit_named("second")),
                "third": store.write(submit_named("third")),
            }
        errors = {name: future.exception(WAIT_S) for name, future in futures.items()}
        assert isinstance(errors["much"], StoreUnusable)
        assert all(isinstance(each, StoreUnusable | None) for each in errors.values())
        stored = {name for name, error in errors.items() if error is None}
        assert names(store) == {"old"} | stored
        assert len(heard) == len(stored)
    assert store.change(submit_named("later"))
    assert names(store) == {"old", "later"} | stored
    numbers = [row[0] for row in rows(store, "SELECT id FROM event ORDER BY id")]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_render_goes_on_and_is_recorded_when_space_returns(store: Store) -> None:
    attempt = run(store)
    with disk_full(store), pytest.raises(StoreUnusable):
        store.change(submit_much)
    store.change(lambda txn: endings.verify(txn, attempt, 0, 1.0))
    store.change(lambda txn: endings.complete(txn, attempt))
    assert status(store, attempt.job_id) == "completed"


def test_a_claim_that_cannot_be_stored_has_not_happened(store: Store) -> None:
    job_id = add_one(store)

    (candidate,) = store.read(lambda connection: queries.candidates(connection, 1))

    def claim_and_fill(txn: Txn) -> None:
        attempts.claim(txn, candidate, at())
        submit_much(txn)

    with disk_full(store), pytest.raises(StoreUnusable):
        store.change(claim_and_fill)
    assert task_state(store, job_id) == "queued"
    assert claim_next(store).attempt.fence == 1


def test_a_queue_that_another_program_locks_is_waited_for_then_refused_then_used_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.02)
    store = Store(tmp_path / "queue.db")
    job_id = add_one(store)
    other = apsw.Connection(str(tmp_path / "queue.db"))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnusable, match="cannot be written"):
        store.change(lambda txn: intents.pause(txn, [job_id]))
    assert status(store, job_id) == "queued"
    other.execute("ROLLBACK")
    other.close()
    store.change(lambda txn: intents.pause(txn, [job_id]))
    assert status(store, job_id) == "paused"
    store.close()
