"""A disk that is really full or read-only: patient moves are kept, everything else is told."""

import threading
from collections.abc import Iterator

import pytest

from rendermanager.config.paths import Paths
from rendermanager.core.errors import StoreBlocked, StoreUnusable
from rendermanager.services.opening import open_unowned
from rendermanager.store import endings, intents, queries, submission, writer
from rendermanager.store.backups import make_backup
from rendermanager.store.store import Store
from tests.helpers.ledger import broken_promises
from tests.helpers.queue import WAIT_S, add, add_one, new_job, run, status
from tests.helpers.small_disk import SmallDisk, small_disk


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallDisk]:
    monkeypatch.setattr(writer, "RETRY_INTERVAL_S", 0.05)
    with small_disk() as mounted:
        yield mounted


def much() -> list[submission.NewJob]:
    return [new_job("much " + "x" * 2000) for _ in range(100)]


def refusal_of(store: Store) -> StoreBlocked:
    """What is said once nothing fits any more."""
    while True:
        try:
            add(store, *much())
        except StoreBlocked as error:
            return error


def fill_by_work(store: Store, disk: SmallDisk) -> None:
    """Fill the disk, and what room the queue's own files have left as well."""
    disk.fill()
    told = refusal_of(store)
    assert "disk with the queue is full" in told.message


def test_a_patient_move_is_stored_when_there_is_room_again(disk: SmallDisk) -> None:
    store = Store(disk.path / "queue.db")
    attempt = run(store)
    troubles: list[StoreUnusable | None] = []
    store.watch(troubles.append)
    fill_by_work(store, disk)
    kept = [
        store.write(lambda txn: endings.verify(txn, attempt, 0, 1.0), patient=True),
        store.write(lambda txn: endings.complete(txn, attempt), patient=True),
    ]
    disk.make_room()
    for each in kept:
        each.result(WAIT_S)
    assert status(store, attempt.job_id) == "completed"
    over = threading.Event()
    store.watch(lambda trouble: over.set() if trouble is None else None)
    assert store.trouble is None or over.wait(WAIT_S)
    assert isinstance(troubles[0], StoreBlocked)
    assert troubles[-1] is None
    assert add(store, *much())
    assert store.read(broken_promises) == []
    store.close()


def test_what_a_person_asks_is_refused_at_once(disk: SmallDisk) -> None:
    store = Store(disk.path / "queue.db")
    add_one(store)
    fill_by_work(store, disk)
    assert "Make room" in refusal_of(store).hint
    store.close()


def test_a_store_that_is_closed_while_the_disk_is_full_opens_whole(disk: SmallDisk) -> None:
    store = Store(disk.path / "queue.db")
    attempt = run(store)
    fill_by_work(store, disk)
    waiting = store.write(lambda txn: submission.submit(txn, much()), patient=True)
    store.close()
    assert isinstance(waiting.exception(WAIT_S), StoreUnusable)
    disk.make_room()
    again = Store(disk.path / "queue.db")
    assert status(again, attempt.job_id) == "rendering"
    assert again.read(broken_promises) == []
    again.close()


def test_at_the_end_nobody_waits_for_room(disk: SmallDisk) -> None:
    store = Store(disk.path / "queue.db")
    fill_by_work(store, disk)
    waiting = store.write(lambda txn: submission.submit(txn, much()), patient=True)
    store.stop_waiting()
    assert isinstance(waiting.exception(WAIT_S), StoreBlocked)
    later = store.write(lambda txn: submission.submit(txn, much()), patient=True)
    assert isinstance(later.exception(WAIT_S), StoreBlocked)
    store.close()


def test_no_backup_takes_the_last_room(disk: SmallDisk) -> None:
    store = Store(disk.path / "queue.db")
    with pytest.raises(OSError, match="No space left"):
        make_backup(store, disk.path / "backups")
    store.close()


def test_a_read_only_disk_can_be_looked_at(disk: SmallDisk) -> None:
    paths = Paths(disk.path / "data")
    paths.make()
    store = Store(paths.database)
    job_id = add_one(store)
    store.close()
    disk.set_read_only(read_only=True)
    told: list[str] = []
    store = open_unowned(paths, told.append)
    assert [job.id for job in store.read(queries.jobs)] == [job_id]
    with pytest.raises(StoreUnusable) as caught:
        store.change(lambda txn: intents.pause(txn, [job_id]))
    assert told == [str(caught.value)]
    assert "permissions" in told[0]
    store.close()
    disk.set_read_only(read_only=False)
