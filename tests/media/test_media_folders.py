import os
from pathlib import Path
from typing import Any

import pytest

from rendermanager.media.folders import scan_folder


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def names(folder: Path, **options: Any) -> list[str]:
    return [str(item.path.relative_to(folder)) for item in scan_folder(folder, **options).found]


def test_media_and_sequences_are_found_and_the_rest_is_left(tmp_path: Path) -> None:
    make(tmp_path, "b.mov", "a.wav", "notes.txt", "f_1.png", "f_2.png", "sub/c.mp4")
    assert names(tmp_path) == ["a.wav", "b.mov", "f_%01d.png", os.path.join("sub", "c.mp4")]  # noqa: PTH118


def test_without_recursion_only_the_folder_itself_counts(tmp_path: Path) -> None:
    make(tmp_path, "a.mov", "sub/b.mov")
    assert names(tmp_path, recursive=False) == ["a.mov"]


def test_hidden_files_and_folders_are_skipped(tmp_path: Path) -> None:
    make(tmp_path, "a.mov", "._a.mov", ".trash/b.mov")
    assert names(tmp_path) == ["a.mov"]


def test_folders_named_like_media_are_looked_into(tmp_path: Path) -> None:
    make(tmp_path, "x.mov/a.mp4")
    assert names(tmp_path) == [str(Path("x.mov") / "a.mp4")]


def test_a_loop_of_links_ends_and_nothing_is_found_twice(tmp_path: Path) -> None:
    make(tmp_path, "sub/a.mov")
    (tmp_path / "sub" / "back").symlink_to(tmp_path)
    (tmp_path / "zz").symlink_to(tmp_path / "sub")
    (tmp_path / "broken.mov").symlink_to(tmp_path / "nowhere")
    assert names(tmp_path) == [str(Path("sub") / "a.mov")]


def test_a_folder_that_cannot_be_listed_is_reported(tmp_path: Path) -> None:
    scan = scan_folder(tmp_path / "gone")
    assert scan.unreadable == (tmp_path / "gone",)
    assert scan.found == ()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may list every folder")
def test_a_forbidden_folder_is_reported_and_the_rest_is_found(tmp_path: Path) -> None:
    make(tmp_path, "a.mov", "locked/b.mov")
    (tmp_path / "locked").chmod(0)
    try:
        scan = scan_folder(tmp_path)
    finally:
        (tmp_path / "locked").chmod(0o700)
    assert scan.unreadable == (tmp_path / "locked",)
    assert [item.path.name for item in scan.found] == ["a.mov"]


def test_the_limit_cuts_off_and_says_so(tmp_path: Path) -> None:
    make(tmp_path, "a.mov", "b.mov", "c.mov")
    scan = scan_folder(tmp_path, limit=2)
    assert (len(scan.found), scan.cut_off) == (2, True)
    scan = scan_folder(tmp_path, limit=3)
    assert (len(scan.found), scan.cut_off) == (3, False)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_odd_names_are_found(tmp_path: Path) -> None:
    odd = ["line\nbreak.mp4", "-dash.mp4", "take:1.mp4", "p100%d.png", "😀.mov", "\udcff.wav"]
    make(tmp_path, *odd)
    assert sorted(names(tmp_path)) == sorted(odd)
