"""Two stores on one file, as two processes have them: nothing is lost and nobody wins twice."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rendermanager.core.errors import BadInput, StaleMove
from rendermanager.store import attempts, intents, queries
from rendermanager.store.store import Store
from rendermanager.store.txn import Txn
from tests.helpers.queue import (
    WAIT_S,
    Clock,
    add,
    add_one,
    at,
    claim_next,
    new_job,
    rows,
    status,
)


@pytest.fixture
def other(store: Store, clock: Clock) -> Iterator[Store]:
    opened = Store(store.path, clock)
    yield opened
    opened.close()


def test_what_one_stores_the_other_reads(store: Store, other: Store) -> None:
    job_id = add_one(store, name="Opening")
    found = other.read(lambda connection: queries.job(connection, job_id))
    assert found is not None
    assert found.name == "Opening"


def test_no_job_and_no_event_is_lost_between_two_writers(store: Store, other: Store) -> None:
    go = threading.Event()

    def submit(each: Store, name: str) -> list[int]:
        go.wait(WAIT_S)
        return [add(each, new_job(f"{name} {number}"))[0] for number in range(100)]

    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(submit, store, "a"), pool.submit(submit, other, "b")]
        go.set()
        ids = [each for future in both for each in future.result(WAIT_S)]
    assert sorted(ids) == list(range(1, 201))
    assert [row[0] for row in rows(store, "SELECT id FROM event ORDER BY id")] == list(
        range(1, 201)
    )
    assert len({row[0] for row in rows(store, "SELECT name FROM job")}) == 200


def test_of_two_claims_of_one_task_one_wins(store: Store, other: Store) -> None:
    for _ in range(20):
        add_one(store)
        (candidate,) = store.read(lambda connection: queries.candidates(connection, 1))

        def take(txn: Txn, candidate: attempts.Candidate = candidate) -> attempts.Claim:
            return attempts.claim(txn, candidate, at())

        futures = [store.write(take), other.write(take)]
        errors = [future.exception(WAIT_S) for future in futures]
        assert [type(error) for error in errors if error] == [StaleMove]
    assert rows(store, "SELECT count(*), max(fence) FROM attempt") == [(20, 1)]


def test_a_job_that_the_other_paused_cannot_be_claimed(store: Store, other: Store) -> None:
    job_id = add_one(store)
    (candidate,) = store.read(lambda connection: queries.candidates(connection, 1))
    other.change(lambda txn: intents.pause(txn, [job_id]))
    with pytest.raises(StaleMove):
        store.change(lambda txn: attempts.claim(txn, candidate, at()))
    assert status(store, job_id) == "paused"


def test_an_output_that_the_other_reserved_is_taken(store: Store, other: Store) -> None:
    add_one(store, reserves="/out/a.mp4")
    with pytest.raises(BadInput, match="Job 1 "):
        add_one(other, reserves="/out/a.mp4")


def test_attempts_of_two_dispatchers_never_share_a_task(store: Store, other: Store) -> None:
    add(store, *[new_job(f"job {number}") for number in range(60)])
    go = threading.Event()

    def work(each: Store) -> list[int]:
        taken: list[int] = []
        go.wait(WAIT_S)
        while True:
            try:
                taken.append(claim_next(each).attempt.task_id)
            except StaleMove:
                continue
            except ValueError:  # no candidate is left
                return taken

    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(work, store), pool.submit(work, other)]
        go.set()
        taken = [task for future in both for task in future.result(WAIT_S)]
    assert len(taken) == len(set(taken)) == 60


def test_each_store_announces_its_own_events_only(
    store: Store, other: Store, tmp_path: Path
) -> None:
    mine: list[int] = []
    theirs: list[int] = []
    store.listen(lambda events: mine.extend(event.job_id for event in events))
    other.listen(lambda events: theirs.extend(event.job_id for event in events))
    first, second = add_one(store), add_one(other)
    assert (mine, theirs) == ([first], [second])
