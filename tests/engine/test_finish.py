"""Outputs are sealed, named and put in place; doing it twice is harmless."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rendermanager.core.failure import FailureKind
from rendermanager.core.job import IfExists
from rendermanager.core.output import Artifact, ExpectedOutput, Original, OutputKind
from rendermanager.engine import finish
from rendermanager.engine.diagnose import failure_of
from rendermanager.engine.finish import examine, with_memory
from rendermanager.engine.publishing import is_in_place, put_in_place, remove_folder
from rendermanager.engine.publishing import sealed as sealed_now
from rendermanager.media.presence import check_ownership
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
        (folder / f"f{number}.png").write_bytes(b"x")
    (tmp_path / "f2.png").write_bytes(b"other")
    frames = [
        ExpectedOutput(str(folder / name), str(tmp_path / name), OutputKind.FILE)
        for name in ("f1.png", "f2.png")
    ]
    with pytest.raises(FileExistsError) as caught:
        examine(frames, media, IfExists.VERSION)
    assert "f2.png" in failure_of(caught.value).message


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


def direct(path: Path, kind: OutputKind = OutputKind.FILE) -> ExpectedOutput:
    return ExpectedOutput(str(path), str(path), kind)


def messages(output: ExpectedOutput, media: MediaReader) -> list[tuple[bool, str]]:
    found = examine([output], media, IfExists.VERSION).findings
    return [(finding.fatal, finding.message) for finding in found]


def test_a_file_that_was_there_before_and_is_untouched_is_no_result(
    tmp_path: Path, media: MediaReader
) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    (output,) = with_memory([direct(path)], media)
    assert messages(output, media) == [
        (True, "“a.bin” was not written anew: it is what stood there before.")
    ]
    path.write_bytes(b"new")
    assert messages(output, media) == []
    # Another file in its place is new, whatever its size and time.
    path.write_bytes(b"old")
    (output,) = with_memory([direct(path)], media)
    info = path.stat()
    path.rename(tmp_path / "b.bin")
    path.write_bytes(b"old")
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))
    assert messages(output, media) == []


def test_a_sequence_that_was_written_anew_in_part_is_a_warning(
    tmp_path: Path, media: MediaReader
) -> None:
    for number in range(5):
        (tmp_path / f"f_{number}.raw").write_bytes(b"old")
    (output,) = with_memory([direct(tmp_path / "f_%01d.raw", OutputKind.SEQUENCE)], media)
    assert output.before is not None
    assert len(output.before.stamps) == 5
    (tmp_path / "f_4.raw").write_bytes(b"new frame")
    found = check_ownership(output, "“f_%01d.raw”")
    assert [each.fatal for each in found] == [False]
    assert found[0].message == (
        "“f_%01d.raw” was written anew only in part: “f_0.raw”, “f_1.raw”, “f_2.raw” and 1 more"
        " stood there before."
    )


def test_nothing_is_remembered_of_new_folders_and_new_names(
    tmp_path: Path, media: MediaReader
) -> None:
    outputs = [expected(tmp_path), direct(tmp_path / "new.bin")]
    assert with_memory(outputs, media) == tuple(outputs)


def test_a_file_that_is_still_written_is_not_published(
    tmp_path: Path, media: MediaReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = expected(tmp_path)

    def meanwhile(artifact: Artifact) -> Artifact:
        done = sealed_now(artifact)
        with Path(artifact.written).open("ab") as file:
            file.write(b"more")
        return done

    monkeypatch.setattr(finish, "sealed", meanwhile)
    examined = examine([output], media, IfExists.VERSION)
    assert examined.artifacts == ()
    failure = examined.failure()
    assert failure is not None
    assert failure.message == "“a.bin” changed while it was being checked."


@pytest.mark.parametrize("way", ["symlink", "source", "pipe"])
def test_what_is_no_file_of_its_own_is_not_published(
    tmp_path: Path, media: MediaReader, way: str
) -> None:
    source = tmp_path / "source.bin"
    source.write_bytes(b"precious")
    output = replace(expected(tmp_path), original=Original(str(source)))
    written = Path(output.written)
    written.unlink()
    if way == "symlink":
        written.symlink_to(source)
    elif way == "source":
        os.link(source, written)
    else:
        os.mkfifo(written)
    words = {"symlink": "is a link", "source": "is the source itself", "pipe": "a device or a pipe"}
    failure = examine([output], media, IfExists.VERSION).failure()
    assert failure is not None
    assert words[way] in failure.message
