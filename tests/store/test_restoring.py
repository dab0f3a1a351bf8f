"""A saved queue takes the place of the current one, which is kept."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from rendermanager.core.errors import UserError
from rendermanager.store import queries
from rendermanager.store.migrations import VERSION
from rendermanager.store.restoring import restore_database
from rendermanager.store.store import Store
from tests.helpers.queue import add_one


def make(path: Path, *names: str) -> Path:
    store = Store(path)
    for name in names:
        add_one(store, name=name)
    store.close()
    return path


def names(path: Path) -> list[str]:
    store = Store(path)
    found = [each.name for each in store.read(queries.jobs)]
    store.close()
    return found


@pytest.fixture
def current(tmp_path: Path) -> Path:
    return make(tmp_path / "data" / "queue.db", "new")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    store = Store(tmp_path / "old.db")
    add_one(store, name="old")
    store.back_up(tmp_path / "saved.db")
    store.close()
    return tmp_path / "saved.db"


def test_the_saved_queue_takes_the_place_and_the_current_one_is_kept(
    current: Path, saved: Path
) -> None:
    before = saved.read_bytes()
    kept = restore_database(saved, current)
    assert kept is not None
    assert kept.parent == current.parent
    assert (names(current), names(kept), saved.read_bytes()) == (["old"], ["new"], before)


def test_what_a_crash_left_in_the_log_is_kept_too(
    current: Path, saved: Path, tmp_path: Path
) -> None:
    store = Store(current)
    add_one(store, name="newest")
    crashed = tmp_path / "crashed" / "queue.db"
    crashed.parent.mkdir()
    for tail in ("", "-wal"):
        content = current.with_name(current.name + tail).read_bytes()
        crashed.with_name(crashed.name + tail).write_bytes(content)
    store.close()
    kept = restore_database(saved, crashed)
    assert kept is not None
    assert (names(crashed), names(kept)) == (["old"], ["new", "newest"])


def test_a_log_without_its_queue_is_not_mixed_into_the_saved_one(
    saved: Path, tmp_path: Path
) -> None:
    target = tmp_path / "queue.db"
    (tmp_path / "queue.db-wal").write_bytes(b"left over")
    assert restore_database(saved, target) is None
    assert names(target) == ["old"]


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_nobody_else_can_read_the_restored_queue_even_while_it_is_written(
    current: Path, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []
    replace = Path.replace

    def watch(path: Path, target: Path) -> Path:
        partial = current.with_name(current.name + ".restoring")
        modes.append(stat.S_IMODE(partial.stat().st_mode))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", watch)
    monkeypatch.setattr(Path, "chmod", lambda *_: None)
    old = os.umask(0)
    try:
        saved.touch()
        restore_database(saved, current)
    finally:
        os.umask(old)
    assert modes
    assert set(modes) == {0o600}


def missing(path: Path) -> None:
    path.unlink()


def a_text(path: Path) -> None:
    path.write_text("no database at all\n" * 300, encoding="utf-8")


def foreign(path: Path) -> None:
    path.unlink()
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE bookmarks (url)")
    connection.close()


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 2 : 4096 * 4] = b"\xa5" * 4096 * 2
    path.write_bytes(content)


def newer(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", VERSION + 1)
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (missing, "does not exist"),
        (a_text, "is not a queue"),
        (foreign, "is not a sound queue"),
        (damaged, "is not a sound queue|is not a queue"),
        (newer, "newer Render Manager"),
    ],
    ids=["missing", "no database", "another program's", "damaged", "newer"],
)
def test_what_is_no_good_queue_is_refused_and_nothing_changes(
    current: Path, saved: Path, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(saved)
    before = current.read_bytes()
    with pytest.raises(UserError, match=words):
        restore_database(saved, current)
    assert current.read_bytes() == before
    assert [file.name for file in current.parent.iterdir()] == ["queue.db"]
