"""What volumes allow, and which files other programs write."""

import errno
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest

from rendermanager.machine import volumes
from rendermanager.machine.volumes import (
    existing_folder,
    folds_case,
    gone_volume,
    refusal_to_write,
    volume_of,
)
from rendermanager.machine.writers import has_writer, written_files
from tests.helpers.writing import Writer

needs_linux = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")


def test_the_nearest_folder_that_is_there_stands_for_one_that_is_not(tmp_path: Path) -> None:
    assert existing_folder(tmp_path / "a" / "b") == tmp_path
    assert existing_folder(tmp_path / ("x" * 5_000)) == tmp_path
    assert existing_folder(tmp_path) == tmp_path


def test_a_folder_of_ours_can_be_written_and_keeps_nothing(tmp_path: Path) -> None:
    assert refusal_to_write(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/fdinfo").is_dir(), reason="needs a folder nobody writes")
def test_a_refusal_is_said_in_the_words_of_the_system() -> None:
    assert refusal_to_write(Path("/proc/self/fdinfo")) != ""


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.EROFS, os.strerror(errno.EROFS)),
        (errno.EACCES, os.strerror(errno.EACCES)),
        (errno.ENOSPC, ""),
        (errno.EDQUOT, ""),
    ],
)
def test_a_full_volume_is_no_refusal(
    number: int, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert refusal_to_write(tmp_path) == expected


@pytest.mark.parametrize(
    ("path", "mount"),
    [
        ("/media/ada/GONE/a/b.mov", "/media/ada/GONE"),
        ("/run/media/ada/GONE", "/run/media/ada/GONE"),
        ("/Volumes/GONE/b.mov", "/Volumes/GONE"),
        ("/home/ada/b.mov", ""),
        ("/media/b.mov", ""),
    ],
)
def test_a_drive_that_is_not_connected_is_told_from_a_missing_file(path: str, mount: str) -> None:
    assert gone_volume(Path(path)) == mount


def test_an_empty_folder_may_be_a_drive_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import re

    monkeypatch.setattr(volumes, "_MOUNTED", re.compile(rf"({tmp_path}/mnt)(?:/|$)"))
    (tmp_path / "mnt").mkdir()
    source = tmp_path / "mnt" / "a.mov"
    assert gone_volume(source) == str(tmp_path / "mnt")
    # A result may well be the first file in a folder.
    assert gone_volume(source, may_be_made=True) == ""
    (tmp_path / "mnt" / "other.mov").write_text("")
    assert gone_volume(source) == ""


def test_case_is_found_out_by_asking_for_a_name_in_the_other_case(tmp_path: Path) -> None:
    (tmp_path / "Probe.txt").write_text("")
    expected = (tmp_path / "pROBE.TXT").exists()
    assert folds_case(tmp_path) is expected
    assert folds_case(tmp_path / "not" / "yet") is expected


def test_two_files_that_differ_by_case_prove_that_it_counts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    if (tmp_path / "A.TXT").exists():
        pytest.skip("this volume folds case")
    (tmp_path / "A.TXT").write_text("")
    assert not folds_case(tmp_path)


@pytest.mark.parametrize(
    ("kind", "folds"), [("ext4", False), ("vfat", True), ("CIFS", True), ("", False)]
)
def test_an_empty_folder_is_judged_by_its_file_system(
    kind: str, folds: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import psutil

    class Partition:
        mountpoint = "/"
        fstype = kind

    monkeypatch.setattr(psutil, "disk_partitions", lambda **_: [Partition()])
    assert folds_case(tmp_path, "linux") is folds
    assert folds_case(tmp_path, "darwin")


@needs_linux
def test_a_file_that_another_program_writes_is_seen(tmp_path: Path) -> None:
    file, link = tmp_path / "clip.mov", tmp_path / "link.mov"
    writer = Writer(file)
    try:
        link.symlink_to(file)
        assert has_writer(file)
        assert has_writer(link)
        assert str(file) in written_files()
    finally:
        writer.end()
    assert not has_writer(file)


@needs_linux
def test_reading_is_not_writing_and_we_do_not_count(tmp_path: Path) -> None:
    file = tmp_path / "clip.mov"
    file.write_text("")
    reader = Writer(file, "read")
    try:
        with file.open("ab"):
            assert not has_writer(file)
    finally:
        reader.end()


def test_without_proc_nobody_writes(tmp_path: Path) -> None:
    assert written_files(tmp_path) == frozenset()


def test_a_folder_that_is_not_made_yet_lies_on_the_volume_of_its_parent(tmp_path: Path) -> None:
    existing, missing = volume_of(tmp_path), volume_of(tmp_path / "not" / "yet")
    assert existing is not None
    assert missing is not None
    assert missing.mount == existing.mount
    assert missing.total == existing.total > 0
    assert Path(existing.mount) in (tmp_path, *tmp_path.parents)
