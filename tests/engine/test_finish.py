"""Outputs are sealed, named and put in place; doing it twice is harmless."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.core.failure import FailureKind
from rendermanager.core.job import IfExists
from rendermanager.core.output import Artifact, ExpectedOutput, OutputKind
from rendermanager.engine.diagnose import failure_of
from rendermanager.engine.finish import examine
from rendermanager.engine.publishing import is_in_place, put_in_place, remove_folder
from rendermanager.media.reader import MediaReader


@pytest.fixture
def media() -> Iterator[MediaReader]:
    reader = MediaReader()
    yield reader
    reader.close()


def expected(tmp_path: Path, content: bytes = b"result") -> ExpectedOutput:
    folder = tmp_path / "temporary"
    folder.mkdir(exist_ok=True)
    written = folder / "a.bin"
    written.write_bytes(content)
    return ExpectedOutput(str(written), str(tmp_path / "a.bin"), OutputKind.FILE)


def sealed(tmp_path: Path, media: MediaReader, if_exists: IfExists = IfExists.VERSION) -> Artifact:
    (artifact,) = examine([expected(tmp_path)], media, if_exists).artifacts
    return artifact


def test_a_good_output_is_hashed(tmp_path: Path, media: MediaReader) -> None:
    artifact = sealed(tmp_path, media)
    assert artifact.size_bytes == 6
    assert artifact.sha256 == hashlib.sha256(b"result").hexdigest()


def test_an_empty_output_is_a_failure_that_names_it(tmp_path: Path, media: MediaReader) -> None:
    examined = examine([expected(tmp_path, b"")], media, IfExists.VERSION)
    failure = examined.failure()
    assert failure is not None
    assert "a.bin" in failure.message
    assert examined.artifacts == ()


def test_putting_it_in_place_twice_is_harmless(tmp_path: Path, media: MediaReader) -> None:
    artifact = sealed(tmp_path, media)
    put_in_place([artifact])
    put_in_place([artifact])
    assert Path(artifact.final).read_bytes() == b"result"
    assert not Path(artifact.written).exists()
    assert is_in_place(artifact)


def test_what_is_neither_here_nor_there_is_an_error(tmp_path: Path, media: MediaReader) -> None:
    artifact = sealed(tmp_path, media)
    Path(artifact.written).unlink()
    with pytest.raises(FileNotFoundError):
        put_in_place([artifact])


def test_a_taken_name_gets_a_version(tmp_path: Path, media: MediaReader) -> None:
    (tmp_path / "a.bin").write_bytes(b"other")
    artifact = sealed(tmp_path, media)
    assert Path(artifact.final).name == "a_v002.bin"
    assert (tmp_path / "a.bin").read_bytes() == b"other"


def test_replacing_keeps_the_name(tmp_path: Path, media: MediaReader) -> None:
    (tmp_path / "a.bin").write_bytes(b"other")
    artifact = sealed(tmp_path, media, IfExists.REPLACE)
    put_in_place([artifact], may_replace=True)
    assert (tmp_path / "a.bin").read_bytes() == b"result"


def test_frames_never_mix_with_others(tmp_path: Path, media: MediaReader) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"f{number}.bin").write_bytes(b"x")
    (tmp_path / "f2.bin").write_bytes(b"other")
    frames = [
        ExpectedOutput(str(folder / name), str(tmp_path / name), OutputKind.FILE)
        for name in ("f1.bin", "f2.bin")
    ]
    with pytest.raises(FileExistsError) as caught:
        examine(frames, media, IfExists.VERSION)
    assert "f2.bin" in failure_of(caught.value).message


@pytest.mark.parametrize("content", [b"other!", b"longer than before"])
def test_another_file_of_that_name_is_not_ours(
    tmp_path: Path, media: MediaReader, content: bytes
) -> None:
    artifact = sealed(tmp_path, media)
    put_in_place([artifact])
    Path(artifact.final).write_bytes(content)
    assert not is_in_place(artifact)


def test_a_folder_is_removed_with_all_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "file").write_text("x")
    assert remove_folder(str(folder))
    assert not folder.exists()
    assert remove_folder(str(folder))
    assert remove_folder("")


def test_a_full_disk_is_told_as_such() -> None:
    failure = failure_of(OSError(28, "No space left on device", "/renders/a.mp4"))
    assert failure.kind is FailureKind.RESOURCE_EXHAUSTION
    assert "/renders/a.mp4" in failure.message
