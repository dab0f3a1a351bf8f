"""What attempts have taken is kept by their kind, and found again by it."""

from rendermanager.core.consumption import RECENT, Usage
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.core.tasks import TaskSpec
from rendermanager.store import consumption
from rendermanager.store.consumption import kind_for
from rendermanager.store.store import Store
from tests.helpers.queue import failed, finished, last_attempt

USAGE = Usage(seconds=4.0, cpu_s=6.0, memory=300, card_memory=7, read=10, written=20)
KIND = "ffmpeg h264 ?"


def keep(store: Store, job_id: int, usage: Usage = USAGE) -> int:
    attempt_id = last_attempt(store, job_id).id
    store.change(lambda txn: consumption.keep(txn, attempt_id, usage))
    return attempt_id


def recent(store: Store, kind: str = KIND) -> list[Usage]:
    return store.read(lambda db: consumption.recent(db, kind))


def test_what_an_attempt_has_taken_is_told_with_its_job(store: Store) -> None:
    job_id, other = finished(store), finished(store)
    attempt_id = keep(store, job_id)
    assert store.read(lambda db: consumption.of_attempts(db, job_id)) == {attempt_id: USAGE}
    assert store.read(lambda db: consumption.of_attempts(db, other)) == {}


def test_only_what_succeeded_says_what_the_next_one_takes(store: Store) -> None:
    keep(store, failed(store))
    assert recent(store) == []
    keep(store, finished(store))
    keep(store, finished(store, preset="prores"))
    assert recent(store) == [USAGE]


def test_the_last_ones_count(store: Store) -> None:
    for number in range(RECENT + 2):
        keep(store, finished(store), Usage(memory=number))
    assert [each.memory for each in recent(store)] == list(range(RECENT + 1, 1, -1))


def test_what_ends_after_its_job_was_removed_is_no_trouble(store: Store) -> None:
    store.change(lambda txn: consumption.keep(txn, 12345, USAGE))
    assert store.read(lambda db: list(db.execute("SELECT * FROM consumption"))) == []


def test_it_goes_with_its_job(store: Store) -> None:
    job_id = finished(store)
    keep(store, job_id)
    store.change(lambda txn: txn.run("DELETE FROM job WHERE id = ?", job_id))
    assert recent(store) == []


def test_a_step_of_another_engine_is_of_the_kind_of_that() -> None:
    source = SourceInfo(kind=SourceKind.VIDEO, width=1920, height=1080)
    assert kind_for("ffmpeg", "h264", source) == "ffmpeg h264 2^21"
    film = TaskSpec(step="encode", engine="ffmpeg", preset="prores")
    assert kind_for("blender", "x", source, film) == "ffmpeg prores encode 2^21"
    assert kind_for("blender", "x", source, TaskSpec(step="sound")) == "blender x sound 2^21"
