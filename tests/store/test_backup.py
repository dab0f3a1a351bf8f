"""Copies that are whole, private and never half there."""

import os
import stat
import threading
from pathlib import Path

import apsw
import pytest

from rendermanager.core.errors import StoreUnusable
from rendermanager.store import database, queries
from rendermanager.store.store import Store
from tests.helpers.queue import WAIT_S, add, add_one, new_job, rows, run, status


def test_a_copy_opens_with_everything_that_was_stored(store: Store, tmp_path: Path) -> None:
    attempt = run(store, name="Opening", reserves="/out/a.mp4")
    target = tmp_path / "copy.db"
    store.back_up(target)
    copy = Store(target)
    assert copy.read(queries.jobs) == store.read(queries.jobs)
    assert copy.read(queries.open_attempts) == store.read(queries.open_attempts)
    assert copy.read(queries.store_uid) == store.read(queries.store_uid)
    assert status(copy, attempt.job_id) == "rendering"
    copy.close()


def test_a_copy_replaces_the_one_before(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    for number in (1, 2):
        add_one(store)
        store.back_up(target)
        copy = apsw.Connection(str(target))
        assert copy.execute("SELECT count(*) FROM job").get == number
        copy.close()
    assert {file.name for file in tmp_path.iterdir()} >= {"copy.db", "queue.db"}
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_nobody_else_can_read_a_copy_even_while_it_is_written(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []
    chmod = Path.chmod

    def watch(path: Path, mode: int) -> None:
        modes.append(stat.S_IMODE(path.stat().st_mode))
        chmod(path, mode)

    monkeypatch.setattr(Path, "chmod", watch)
    old = os.umask(0)
    try:
        store.back_up(tmp_path / "copy.db")
    finally:
        os.umask(old)
    modes.append(stat.S_IMODE((tmp_path / "copy.db").stat().st_mode))
    assert set(modes) == {0o600}


def test_a_copy_made_while_work_goes_on_is_consistent(store: Store, tmp_path: Path) -> None:
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            add(store, *[new_job(f"job {number}") for number in range(20)])

    worker = threading.Thread(target=work)
    worker.start()
    try:
        for number in range(5):
            store.back_up(tmp_path / f"{number}.db")
    finally:
        stop.set()
        worker.join(WAIT_S)
    for number in range(5):
        copy = Store(tmp_path / f"{number}.db")
        assert rows(copy, "PRAGMA integrity_check") == [("ok",)]
        ((jobs, tasks, events),) = rows(
            copy,
            "SELECT (SELECT count(*) FROM job), (SELECT count(*) FROM task), "
            "(SELECT count(*) FROM event)",
        )
        assert jobs == tasks == events
        assert jobs % 20 == 0
        copy.close()


def test_a_copy_that_was_cut_off_does_not_stand_in_the_way(store: Store, tmp_path: Path) -> None:
    (tmp_path / "copy.db.part").write_bytes(b"half a copy")
    add_one(store)
    store.back_up(tmp_path / "copy.db")
    copy = apsw.Connection(str(tmp_path / "copy.db"))
    assert copy.execute("SELECT count(*) FROM job").get == 1
    copy.close()


def test_a_copy_that_cannot_be_written_says_so_and_leaves_the_old_one(
    store: Store, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        store.back_up(tmp_path / "missing" / "copy.db")


def test_a_copy_that_fails_leaves_nothing_half_written(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.db"
    store.back_up(target)
    before = target.read_bytes()

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    add_one(store)
    with pytest.raises(OSError, match="No space left"):
        store.back_up(target)
    assert target.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_a_copy_that_fills_the_disk_says_so(tmp_path: Path) -> None:
    class Full:
        def pragma(self, _name: str, value: int = 0) -> int:
            return value

        def execute(self, _sql: str, _values: object) -> None:
            raise apsw.FullError("database or disk is full")

    with pytest.raises(OSError, match="No space left"):
        database.back_up(Full(), tmp_path / "copy.db")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_readers_stay_readers_after_a_copy(store: Store, tmp_path: Path) -> None:
    store.back_up(tmp_path / "copy.db")
    assert store.read(lambda connection: connection.pragma("query_only")) == 1


def test_a_damaged_queue_cannot_be_copied_over_a_good_copy(tmp_path: Path) -> None:
    path = tmp_path / "queue.db"
    made = Store(path)
    add(made, *[new_job("job " + "x" * 200) for _ in range(300)])
    made.back_up(tmp_path / "copy.db")
    made.close()
    before = (tmp_path / "copy.db").read_bytes()
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096 * 8] = b"\xa5" * 4096 * 8
    path.write_bytes(content)
    store = Store(path)
    with pytest.raises(StoreUnusable, match="cannot be read"):
        store.back_up(tmp_path / "copy.db")
    store.close()
    assert (tmp_path / "copy.db").read_bytes() == before
    assert not list(tmp_path.glob("*.part"))
