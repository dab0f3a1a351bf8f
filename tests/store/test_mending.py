"""A damaged queue: the newest sound backup comes back, or what can be read of it."""

from pathlib import Path

import apsw
import pytest

from rendermanager.store import endings, intents, queries
from rendermanager.store.backups import make_backup
from rendermanager.store.examining import damage_in, is_quickly_sound
from rendermanager.store.mending import mend
from rendermanager.store.store import Store
from tests.helpers.ledger import broken_promises
from tests.helpers.queue import (
    Clock,
    add,
    claim_next,
    failed,
    finished,
    new_job,
    rows,
    run,
)

pytestmark = pytest.mark.allow_warnings("is damaged")

GARBAGE = b"\xa5" * 4096


def names(store: Store) -> list[str]:
    return [each.name.split()[0] for each in store.read(queries.jobs)]


def spoil(path: Path, page: int) -> bytes:
    content = bytearray(path.read_bytes())
    content[page * 4096 : (page + 1) * 4096] = GARBAGE
    path.write_bytes(content)
    return bytes(content)


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "queue.db"


def fill(path: Path, backups: Path, clock: Clock) -> Store:
    """Two backups, one job apart; a third job came after them."""
    store = Store(path, clock)
    for name in ("first", "second"):
        add(store, new_job(name))
        clock.advance(300)
        make_backup(store, backups)
    add(store, new_job("third"))
    return store


def test_a_sound_queue_is_left_alone(path: Path, backups: Path, clock: Clock) -> None:
    fill(path, backups, clock).close()
    before = path.read_bytes()
    assert is_quickly_sound(path)
    assert damage_in(path) == ""
    assert mend(path, backups) is None
    assert path.read_bytes() == before


def test_the_newest_backup_comes_back_and_the_damaged_queue_is_kept(
    path: Path, backups: Path, clock: Clock
) -> None:
    fill(path, backups, clock).close()
    before = spoil(path, 0)
    mended = mend(path, backups)
    assert mended is not None
    assert mended.kept is not None
    assert mended.kept.read_bytes() == before
    assert mended.jobs == 2
    assert "with 2 jobs was restored" in mended.sentence
    assert "may be missing" in mended.sentence
    assert str(mended.kept) in mended.sentence
    store = Store(path)
    assert names(store) == ["first", "second"]
    store.close()


def test_a_backup_that_is_damaged_too_is_passed_over(
    path: Path, backups: Path, clock: Clock
) -> None:
    fill(path, backups, clock).close()
    spoil(path, 0)
    spoil(max(backups.iterdir()), 2)
    mended = mend(path, backups)
    assert mended is not None
    store = Store(path)
    assert names(store) == ["first"]
    store.close()


def test_one_row_without_sense_is_damage(path: Path, backups: Path, clock: Clock) -> None:
    store = fill(path, backups, clock)
    store.change(lambda txn: txn.run("UPDATE job SET status = 'quaued' WHERE name = 'third'"))
    store.close()
    assert is_quickly_sound(path)
    assert "quaued" in damage_in(path)
    mended = mend(path, backups)
    assert mended is not None
    assert mended.jobs == 2


def test_no_number_is_given_a_second_time(path: Path, backups: Path, clock: Clock) -> None:
    """Logs and folders are called by the number of the job and its fence."""
    store = fill(path, backups, clock)
    lost = claim_next(store).attempt
    store.change(lambda txn: txn.run("UPDATE job SET spec = x'00' WHERE name = 'third'"))
    store.close()
    assert mend(path, backups) is not None
    store = Store(path)
    assert add(store, new_job("fourth")) == [4]
    again = claim_next(store).attempt
    assert again.job_id == lost.job_id
    assert again.fence > lost.fence
    assert again.id > lost.id
    store.close()


def test_a_restored_queue_goes_on_with_what_ran_at_the_time(
    path: Path, backups: Path, clock: Clock
) -> None:
    store = Store(path, clock)
    run(store, name="ran")
    make_backup(store, backups)
    store.close()
    spoil(path, 0)
    assert mend(path, backups) is not None
    store = Store(path)
    (attempt,) = store.read(queries.open_attempts)
    store.change(lambda txn: endings.interrupt(txn, attempt, "the app was closed"))
    assert claim_next(store).attempt.job_id == attempt.job_id
    store.close()


def test_without_a_backup_the_work_that_is_left_is_saved_and_paused(
    path: Path, backups: Path
) -> None:
    store = Store(path)
    finished(store, name="done")
    failed(store, name="broken")
    added = add(store, *[new_job(f"job{number} " + "x" * 900) for number in range(40)])
    uid = store.read(queries.store_uid)
    store.change(lambda txn: txn.run("UPDATE job SET spec = x'7b22' WHERE id = 9"))
    store.close()
    before = path.read_bytes()
    mended = mend(path, backups)
    assert mended is not None
    assert mended.kept is not None
    assert mended.kept.read_bytes() == before
    assert "no backup" in mended.sentence
    assert "39 jobs" in mended.sentence
    store = Store(path)
    assert names(store) == [f"job{number}" for number in range(40) if number != 6]
    assert {job.status for job in store.read(queries.jobs)} == {"paused"}
    assert store.read(queries.store_uid) == uid
    assert min(job.id for job in store.read(queries.jobs)) > max(added)
    assert store.read(broken_promises) == []
    store.change(lambda txn: intents.resume(txn, [job.id for job in store.read(queries.jobs)]))
    assert store.read(lambda db: queries.candidates(db, 64))
    store.close()


def test_damaged_pages_cost_only_the_jobs_on_them(path: Path, backups: Path) -> None:
    store = Store(path)
    add(store, *[new_job(f"job{number} " + "x" * 900) for number in range(200)])
    ((page,),) = rows(
        store, "SELECT max(pageno) FROM dbstat WHERE name = 'job' AND pagetype = 'leaf'"
    )
    store.close()
    spoil(path, page - 1)
    mended = mend(path, backups)
    assert mended is not None
    assert 150 < mended.jobs < 200


def test_nothing_to_read_and_no_backup_begins_anew(path: Path, backups: Path) -> None:
    path.write_bytes(b"no queue at all" * 500)
    mended = mend(path, backups)
    assert mended is not None
    assert mended.kept is not None
    assert "begins anew, empty" in mended.sentence
    store = Store(path)
    assert names(store) == []
    assert add(store, new_job("first"))[0] > 1000
    store.close()


def test_indexes_that_do_not_fit_are_made_anew_once_that_has_shown(
    path: Path, backups: Path, clock: Clock
) -> None:
    store = fill(path, backups, clock)
    jobs = store.read(queries.jobs)
    store.close()
    lose_sense_of_an_index(path)
    before = path.read_bytes()
    assert damage_in(path) == "", "SQLite's own check sees nothing"
    assert mend(path, backups) is None
    mended = mend(path, backups, is_known=True)
    assert mended is not None
    assert (mended.whole, mended.jobs) == (True, len(jobs))
    assert mended.sentence.startswith("The queue was damaged. 3 jobs could be read: nothing is")
    assert mended.kept is not None
    assert mended.kept.read_bytes() == before
    again = Store(path)
    assert again.read(queries.jobs) == jobs
    again.change(lambda txn: txn.run("UPDATE job SET shared = '-' WHERE shared <> ''"))
    again.close()


def lose_sense_of_an_index(path: Path) -> None:
    """Fill an index of some rows only with rows that do not belong there."""
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA writable_schema = ON")
    (wanted,) = (connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'job_shared'").get,)
    connection.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, ' WHERE shared <> ''''', '') "
        "WHERE name = 'job_shared'"
    )
    connection.execute("PRAGMA writable_schema = RESET")
    connection.execute("REINDEX job_shared")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'job_shared'", (wanted,))
    connection.execute("PRAGMA writable_schema = RESET")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
