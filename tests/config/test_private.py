"""What we write is for its owner alone, and whole at any moment."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.config.private import write_private


@pytest.fixture(autouse=True)
def open_to_everybody() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    write_private(tmp_path / "a.json", b"one")
    assert (tmp_path / "a.json").read_bytes() == b"one"
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600


def test_what_a_crash_left_open_is_not_taken_over(tmp_path: Path) -> None:
    (tmp_path / "a.part").write_text("left over")
    write_private(tmp_path / "a.json", b"two")
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600


def test_one_that_cannot_be_put_in_place_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    (tmp_path / "a.json" / "inside").touch()
    with pytest.raises(OSError, match=r"a\.json"):
        write_private(tmp_path / "a.json", b"three")
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]
