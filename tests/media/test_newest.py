"""The newest picture of a folder is one that is whole."""

import os
from pathlib import Path

import pytest

from rendermanager.media.newest import SETTLED_S, newest_picture

NOW = 1_800_000_000.0


def put(folder: Path, name: str, age_s: float, content: bytes = b"picture") -> Path:
    path = folder / name
    path.write_bytes(content)
    os.utime(path, (NOW - age_s, NOW - age_s))
    return path


def test_the_last_but_one_is_taken_while_the_last_may_still_be_written(tmp_path: Path) -> None:
    put(tmp_path, "a_0001.png", 9)
    whole = put(tmp_path, "a_0002.png", 5)
    last = put(tmp_path, "a_0003.png", 0.1)
    assert newest_picture(tmp_path, NOW) == whole
    assert newest_picture(tmp_path, NOW + SETTLED_S) == last


def test_one_that_was_just_begun_is_no_picture_yet(tmp_path: Path) -> None:
    put(tmp_path, "a_0001.exr", 0)
    assert newest_picture(tmp_path, NOW) is None


@pytest.mark.parametrize("name", ["a.txt", "a.png.tmp", "png"])
def test_other_files_are_none(tmp_path: Path, name: str) -> None:
    put(tmp_path, name, 60)
    assert newest_picture(tmp_path, NOW) is None


def test_an_empty_file_is_none(tmp_path: Path) -> None:
    put(tmp_path, "a_0001.png", 60, b"")
    assert newest_picture(tmp_path, NOW) is None


def test_a_folder_that_is_gone_has_none(tmp_path: Path) -> None:
    assert newest_picture(tmp_path / "gone", NOW) is None
