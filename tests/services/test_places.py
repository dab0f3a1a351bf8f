"""One file has one key, however its name is spelled."""

import unicodedata
from pathlib import Path

import pytest

from rendermanager.services.places import Places


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Renders"
    made.mkdir()
    return made


def same(one: Path, other: Path, *, blind: bool = False) -> bool:
    places = Places(lambda _: blind)
    return places.key(one) == places.key(other)


def test_a_folder_behind_a_link_is_the_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "door").symlink_to(folder)
    assert same(folder / "a.mp4", tmp_path / "door" / "a.mp4")
    assert same(folder / "new" / "a.mp4", tmp_path / "door" / "new" / "a.mp4")


def test_ways_up_and_down_again_do_not_count(folder: Path) -> None:
    assert same(folder / "a.mp4", folder / ".." / folder.name / "a.mp4")
    assert same(folder / "a.mp4", folder / "not there" / ".." / "a.mp4")
    assert same(folder / "a.mp4", folder / "." / "a.mp4")


def test_accents_are_spelled_in_two_ways_and_mean_one(folder: Path) -> None:
    composed, taken_apart = (
        folder / unicodedata.normalize(form, "Café.mp4") for form in ("NFC", "NFD")
    )
    assert str(composed) != str(taken_apart)
    assert same(composed, taken_apart)


def test_case_counts_where_the_disk_says_so(folder: Path) -> None:
    assert not same(folder / "Clip.mp4", folder / "clip.MP4")
    assert same(folder / "Clip.mp4", folder / "clip.MP4", blind=True)
    assert same(folder / "STRASSE.mp4", folder / "straße.mp4", blind=True)


def test_other_files_have_other_keys(folder: Path) -> None:
    assert not same(folder / "a.mp4", folder / "b.mp4", blind=True)
    assert not same(folder / "a.mp4", folder / "x" / "a.mp4", blind=True)


def test_a_link_in_place_of_the_result_stays_itself(folder: Path) -> None:
    (folder / "a.mp4").write_text("x")
    (folder / "b.mp4").symlink_to(folder / "a.mp4")
    assert not same(folder / "a.mp4", folder / "b.mp4")
