"""The database file is opened, made, or refused in plain words; never with a traceback."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from rendermanager.core.errors import StoreUnusable
from rendermanager.store import database, migrations
from rendermanager.store.database import open_database, sqlite_is_safe
from rendermanager.store.migrations import VERSION
from rendermanager.store.store import Store
from tests.helpers.queue import add, add_one, new_job, rows

posix = pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def opens(path: Path) -> bool:
    Store(path).close()
    return True


@pytest.fixture
def queue(tmp_path: Path) -> Path:
    """A closed queue with some jobs in it."""
    path = tmp_path / "queue.db"
    made = Store(path)
    add(made, *[new_job(f"job {number}") for number in range(200)])
    made.close()
    return path


def test_a_new_queue_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "queue.db"
    assert opens(path)
    assert path.is_file()


@posix
def test_nobody_else_can_read_a_new_queue(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        path = tmp_path / "data" / "queue.db"
        made = Store(path)
        add_one(made)
        assert mode(path.parent) == 0o700
        assert {mode(file) for file in path.parent.iterdir()} == {0o600}
        assert len(list(path.parent.iterdir())) == 3  # with its log and index
        made.close()
    finally:
        os.umask(old)


@posix
def test_an_empty_file_becomes_a_queue_that_nobody_else_can_read(tmp_path: Path) -> None:
    path = tmp_path / "queue.db"
    path.touch()
    path.chmod(0o644)
    assert opens(path)
    assert mode(path) == 0o600


def test_a_closed_queue_is_one_file(queue: Path) -> None:
    assert [file.name for file in queue.parent.iterdir()] == ["queue.db"]


def test_what_was_stored_is_there_at_the_next_opening(queue: Path) -> None:
    again = Store(queue)
    assert rows(again, "SELECT count(*) FROM job") == [(200,)]
    again.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 10_000), ("query_only", 0)],
)
def test_the_writer_has_a_connection_with_the_right_pragmas(
    store: Store, pragma: str, value: object
) -> None:
    assert store.change(lambda txn: txn.one(f"PRAGMA {pragma}")) == (value,)


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("busy_timeout", 10_000), ("query_only", 1)]
)
def test_readers_have_connections_with_the_right_pragmas(
    store: Store, pragma: str, value: object
) -> None:
    def nested(connection: apsw.Connection) -> list[object]:
        inner = store.read(lambda other: other.pragma(pragma))
        return [connection.pragma(pragma), inner]

    assert store.read(nested) == [value, value]


def test_the_sqlite_in_use_is_safe() -> None:
    assert sqlite_is_safe()


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ("3.40.1", False),
        ("3.44.5", False),
        ("3.44.6", True),
        ("3.45.0", False),
        ("3.50.6", False),
        ("3.50.7", True),
        ("3.51.2", False),
        ("3.51.3", True),
        ("3.52.0", False),
        ("3.53.0", True),
        ("3.54.1", True),
        ("4.0.0", True),
    ],
)
def test_the_versions_with_the_wal_reset_bug_are_known(
    monkeypatch: pytest.MonkeyPatch, version: str, safe: bool
) -> None:
    monkeypatch.setattr(apsw, "sqlite_lib_version", lambda: version)
    assert sqlite_is_safe() is safe


def random_bytes(path: Path) -> None:
    path.write_bytes(bytes((number * 73 + 11) % 251 for number in range(20_000)))


def zero_header(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(bytes(100) + content[100:])


def all_zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def half(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def one_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096])


def broken_schema(path: Path) -> None:
    """Keep the header, overwrite the rest of the first page."""
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes([0xA5]) * (4096 - 100) + content[4096:])


def a_text(path: Path) -> None:
    path.write_text("name,source\nOpening,/media/opening.mov\n" * 50, encoding="utf-8")


@pytest.mark.parametrize(
    "damage", [random_bytes, zero_header, all_zeros, half, one_page, broken_schema, a_text]
)
def test_a_damaged_file_is_refused_and_left_as_it_is(
    queue: Path, damage: Callable[[Path], None]
) -> None:
    damage(queue)
    before = queue.read_bytes()
    with pytest.raises(StoreUnusable, match="cannot be opened") as caught:
        Store(queue)
    assert "damaged" in caught.value.hint
    assert queue.name in caught.value.message
    assert queue.read_bytes() == before


def test_damage_that_is_found_later_is_told_in_plain_words(queue: Path) -> None:
    content = bytearray(queue.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    for at in range(middle, len(content), 4096):
        content[at : at + 64] = b"\xa5" * 64
    queue.write_bytes(content)
    store = Store(queue)
    with pytest.raises(StoreUnusable, match="cannot be read"):
        rows(store, "SELECT * FROM event NOT INDEXED ORDER BY reason")
    store.close()


def newer(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", migrations.VERSION + 1)
    connection.close()


def test_a_queue_of_a_newer_version_is_refused(queue: Path) -> None:
    newer(queue)
    with pytest.raises(StoreUnusable, match="newer Render Manager") as caught:
        Store(queue)
    assert "Install that version again" in caught.value.hint


def foreign(path: Path, version: int = 0) -> bytes:
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.pragma("user_version", version)
    connection.close()
    return path.read_bytes()


@pytest.mark.parametrize("version", [0, 1, 99])
def test_the_database_of_another_program_is_refused_and_not_touched(
    tmp_path: Path, version: int
) -> None:
    path = tmp_path / "places.sqlite"
    before = foreign(path, version)
    with pytest.raises(StoreUnusable, match="not a Render Manager queue"):
        Store(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_refused_file_can_be_moved_away_at_once(queue: Path) -> None:
    newer(queue)
    with pytest.raises(StoreUnusable):
        Store(queue)
    queue.replace(queue.with_name("aside.db"))
    assert opens(queue)


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="cannot be opened"):
        Store(tmp_path)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(StoreUnusable, match="cannot be opened") as caught:
        Store(tmp_path / "data" / "queue.db")
    assert "--data-dir" in caught.value.hint


@pytest.mark.parametrize(
    ("error", "said", "word"),
    [
        (apsw.BusyError("database is locked"), "database is locked", "Another program holds it"),
        (apsw.FullError("database or disk is full"), "disk with the queue is full", "Make room"),
        (apsw.ReadOnlyError("attempt to write a readonly database"), "readonly", "permissions"),
        (apsw.IOError("disk I/O error"), "disk I/O error", "its disk"),
        (apsw.CorruptError("malformed"), "malformed", "damaged"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_each_cause_comes_with_its_own_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: apsw.Error, said: str, word: str
) -> None:
    def refuse(_connection: apsw.Connection) -> None:
        raise error

    monkeypatch.setattr(database, "migrate", refuse)
    with pytest.raises(StoreUnusable, match=said) as caught:
        open_database(tmp_path / "queue.db")
    assert word in caught.value.hint


def test_a_queue_that_another_program_holds_is_waited_for_and_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.01)
    path = tmp_path / "queue.db"
    holder = apsw.Connection(str(path))
    holder.execute("BEGIN EXCLUSIVE; CREATE TABLE job (id)")
    with pytest.raises(StoreUnusable, match="cannot be opened") as caught:
        Store(path)
    assert "Another program holds it" in caught.value.hint
    holder.execute("ROLLBACK")
    holder.close()
    assert opens(path)


PROGRAM = """
import sys
from pathlib import Path
from rendermanager.store.store import Store
from tests.helpers.queue import add_one
sys.stdin.readline()
store = Store(Path(sys.argv[1]))
add_one(store)
store.close()
"""


def open_at_once(path: Path) -> None:
    """Have four processes open a queue at the same moment, and add a job each."""
    root = Path(__file__).parents[2]
    children = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path)],
            cwd=root,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    assert [child.communicate()[1] for child in children] == [""] * 4
    assert [child.returncode for child in children] == [0] * 4


def test_processes_that_open_a_new_queue_at_once_all_get_it(tmp_path: Path) -> None:
    path = tmp_path / "queue.db"
    open_at_once(path)
    store = Store(path)
    assert rows(store, "SELECT count(*) FROM job") == [(4,)]
    store.close()


def test_processes_that_open_an_old_queue_at_once_keep_it_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "queue.db"
    old = apsw.Connection(str(path))
    old.execute((Path(__file__).parent / "old" / "version_1.sql").read_text())
    before = old.execute("SELECT count(*) FROM job").get
    old.close()
    open_at_once(path)
    store = Store(path)
    assert rows(store, "SELECT count(*) FROM job") == [(before + 4,)]
    store.close()
    assert {each.name for each in tmp_path.iterdir()} == {
        "queue.db",
        f"queue.before-{VERSION}.db",
    }
    kept = apsw.Connection(str(tmp_path / f"queue.before-{VERSION}.db"))
    assert kept.pragma("user_version") == 1
    kept.close()
