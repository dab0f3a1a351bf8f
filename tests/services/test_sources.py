"""What is found behind the things that people hand in."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from rendermanager.config import resources
from rendermanager.core.errors import NotPossibleNow
from rendermanager.core.problem import Problem, Severity
from rendermanager.engine.reaching import is_text, source_problems
from rendermanager.media.folders import scan_folder
from rendermanager.media.sequences import Found
from rendermanager.services.sources import (
    SAMPLE,
    Expanded,
    expand,
    is_sample,
    named,
    sample_file,
    with_neighbours,
)

needs_unix = pytest.mark.skipif(os.name == "nt", reason="needs names and files of Unix")

NOT_TEXT = os.fsdecode(b"bad\xff.mov")
"""A name that Linux allows and that no text can spell."""

Put = Callable[..., str]


def names(expanded: Expanded) -> list[str]:
    return [found.path.name for found in expanded.found]


def only(problems: tuple[Problem, ...] | list[Problem]) -> Problem:
    (problem,) = problems
    return problem


class TestFiles:
    def test_files_come_in_the_order_they_were_handed_in(self, file: Put) -> None:
        inputs = [file("c.mov"), file("a.mov"), file("b.mov")]
        assert names(expand(inputs)) == ["c.mov", "a.mov", "b.mov"]

    def test_the_order_holds_across_files_folders_and_the_sample(
        self, file: Put, footage: Path
    ) -> None:
        file("folder/2.mov", "folder/10.mov")
        inputs = [file("z.mov"), SAMPLE, str(footage / "folder"), file("a.mov")]
        assert names(expand(inputs)) == ["z.mov", "sample.mov", "2.mov", "10.mov", "a.mov"]

    def test_one_file_named_twice_is_one(self, file: Put) -> None:
        clip = file("clip.mov")
        assert names(expand([clip, clip])) == ["clip.mov"]

    def test_names_are_taken_from_the_current_folder(
        self, file: Put, footage: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file("clip.mov")
        monkeypatch.chdir(footage)
        assert expand(["clip.mov"]).found == (Found(footage / "clip.mov"),)

    @pytest.mark.parametrize("name", ["gone.mov", "gone", "x" * 300, "x" * 5000 + ".mov"])
    def test_a_missing_file_is_left_for_its_own_sentence(self, name: str, footage: Path) -> None:
        expanded = expand([str(footage / name)])
        assert expanded.problems == ()
        assert only(source_problems(expanded.found[0])).blocks

    @pytest.mark.parametrize("name", ["", "a\0b.mov"])
    def test_no_name_is_not_the_current_folder(self, name: str) -> None:
        expanded = expand([name])
        assert expanded.found == ()
        assert only(expanded.problems).message == "An input has no name."

    def test_nothing_gives_nothing(self) -> None:
        assert expand([]) == Expanded(())


class TestFolders:
    def test_media_are_found_however_deep(self, file: Put, footage: Path) -> None:
        file("a.mov", "day 2/b.wav", "day 2/cards/c.mp4", "day 2/notes.txt", ".hidden/d.mov")
        assert names(expand([str(footage)])) == ["a.mov", "b.wav", "c.mp4"]

    @pytest.mark.parametrize("inside", [[], ["notes.txt", "project.aep.bak"]])
    def test_a_folder_without_media_is_a_problem(
        self, inside: list[str], file: Put, footage: Path
    ) -> None:
        file(*inside)
        expanded = expand([str(footage)])
        assert expanded.found == ()
        problem = only(expanded.problems)
        assert problem.blocks
        assert problem.message == f"The folder “{footage}” holds no video, sound or pictures."

    @needs_unix
    def test_a_link_that_leads_in_circles_is_followed_once(self, file: Put, footage: Path) -> None:
        file("a.mov")
        (footage / "again").symlink_to(footage)
        (footage / "nowhere.mov").symlink_to("nowhere.mov")
        expanded = expand([str(footage)])
        assert names(expanded) == ["a.mov"]
        assert expanded.problems == ()

    @needs_unix
    def test_a_link_to_a_folder_is_a_folder(self, file: Put, footage: Path, tmp_path: Path) -> None:
        file("a.mov")
        (tmp_path / "link").symlink_to(footage)
        assert expand([str(tmp_path / "link")]).found == (Found(tmp_path / "link" / "a.mov"),)

    def test_the_rest_is_taken_when_one_folder_cannot_be_read(
        self, file: Put, footage: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file("a.mov", "closed/b.mov")
        close(monkeypatch, footage / "closed")
        expanded = expand([str(footage)])
        assert names(expanded) == ["a.mov"]
        problem = only(expanded.problems)
        assert problem.severity is Severity.WARNING
        assert problem.message == f"The folder “{footage / 'closed'}” could not be read."

    def test_a_folder_that_cannot_be_read_at_all_is_an_error(
        self, footage: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        close(monkeypatch, footage)
        problem = only(expand([str(footage)]).problems)
        assert problem.blocks
        assert "could not be read" in problem.message

    def test_a_folder_with_too_much_says_so(
        self, file: Put, footage: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file("a.mov", "b.mov", "c.mov")
        monkeypatch.setattr(
            "rendermanager.services.sources.scan_folder", partial(scan_folder, limit=2)
        )
        expanded = expand([str(footage)])
        assert names(expanded) == ["a.mov", "b.mov"]
        assert only(expanded.problems).severity is Severity.WARNING
        assert "more files than are taken at once" in only(expanded.problems).message


def close(monkeypatch: pytest.MonkeyPatch, closed: Path) -> None:
    """Forbid to list a folder, for the superuser as well."""
    whole = os.scandir

    def scandir(folder: str | Path) -> object:
        if Path(folder) == closed:
            raise PermissionError(13, "Permission denied", str(folder))
        return whole(folder)

    monkeypatch.setattr(os, "scandir", scandir)


class TestSequences:
    @pytest.mark.parametrize(
        ("frames", "pattern"),
        [
            (["f_0001.png", "f_0002.png", "f_0003.png"], "f_%04d.png"),
            (["f_9.png", "f_10.png", "f_11.png"], "f_%01d.png"),
            (["f_998.png", "f_999.png", "f_1000.png"], "f_%01d.png"),
            (["f_099.png", "f_100.png", "f_1000.png"], "f_%03d.png"),
            (["100%_07.exr", "100%_08.exr"], "100%%_%02d.exr"),
        ],
    )
    def test_frames_handed_in_one_by_one_are_one_sequence(
        self, frames: list[str], pattern: str, file: Put
    ) -> None:
        expanded = expand([file(name) for name in reversed(frames)])
        assert names(expanded) == [pattern]
        sequence = expanded.found[0].sequence
        assert sequence is not None
        assert [path.name for path in sequence.files()] == frames

    def test_a_sequence_stands_where_its_first_frame_was_handed_in(self, file: Put) -> None:
        inputs = [file("z.mov"), file("f_02.png"), file("a.mov"), file("f_01.png")]
        assert names(expand(inputs)) == ["z.mov", "f_%02d.png", "a.mov"]

    def test_a_pattern_finds_its_frames(self, file: Put, footage: Path) -> None:
        file("f_03.png", "f_05.png")
        expanded = expand([str(footage / "f_%02d.png")])
        sequence = expanded.found[0].sequence
        assert sequence is not None
        assert (sequence.first, sequence.last, str(sequence.missing)) == (3, 5, "4")

    @pytest.mark.parametrize("folder", ["", "gone/"])
    def test_a_pattern_without_frames_is_one_problem(self, folder: str, footage: Path) -> None:
        expanded = expand([f"{footage}/{folder}f_%04d.png"])
        assert expanded.found == ()
        assert "No file matches" in only(expanded.problems).message

    @needs_unix
    def test_a_file_may_be_called_like_a_pattern(self, file: Put) -> None:
        expanded = expand([file("odd_%04d.mov")])
        assert expanded.found[0].sequence is None
        assert names(expanded) == ["odd_%04d.mov"]

    def test_a_single_frame_has_neighbours(self, file: Put, footage: Path) -> None:
        file("f_01.png", "f_02.png", "f_03.png", "g_01.png")
        whole = with_neighbours(Found(footage / "f_02.png"))
        assert whole.path.name == "f_%02d.png"
        assert whole.sequence is not None
        assert whole.sequence.count == 3
        assert with_neighbours(whole) is whole

    @pytest.mark.parametrize("name", ["g_01.png", "clip_01.mov", "poster.png", "gone_01.png"])
    def test_what_stands_alone_has_none(self, name: str, file: Put, footage: Path) -> None:
        file("g_01.png", "clip_01.mov", "clip_02.mov", "poster.png")
        alone = Found(footage / name)
        assert with_neighbours(alone) is alone


class TestSample:
    def test_the_sample_can_be_named_anywhere(self) -> None:
        assert expand([SAMPLE]).found == (Found(sample_file()),)
        assert named(SAMPLE) == (Found(sample_file()), [])
        assert source_problems(Found(sample_file())) == []

    def test_it_is_known_by_its_path_alone(self, file: Put) -> None:
        assert is_sample(str(sample_file()))
        assert not is_sample(file("sample.mov"))

    def test_an_installation_without_it_says_so(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(resources, "resources_root", lambda: tmp_path)
        with pytest.raises(NotPossibleNow, match="not completely installed"):
            expand([SAMPLE])


class TestNamed:
    """What a job of a jobs file names."""

    def test_a_file_is_itself_even_with_neighbours(self, file: Put, footage: Path) -> None:
        file("f_01.png", "f_02.png")
        assert named(str(footage / "f_01.png")) == (Found(footage / "f_01.png"), [])

    def test_a_pattern_is_its_sequence(self, file: Put, footage: Path) -> None:
        file("f_01.png", "f_02.png")
        found, problems = named(str(footage / "f_%02d.png"))
        assert found.sequence is not None
        assert problems == []

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("gone.mov", "does not exist"),
            ("f_%04d.png", "No file matches"),
            ("empty.mov", "is empty"),
            ("", "is a folder"),
            ("e_%02d.png", "is empty"),
        ],
    )
    def test_what_is_wrong_is_said(self, name: str, message: str, file: Put, footage: Path) -> None:
        file("empty.mov", "e_01.png", content=b"")
        assert message in only(named(str(footage / name))[1]).message


class TestSourceProblems:
    def test_a_good_file_has_none(self, file: Put) -> None:
        assert source_problems(Found(Path(file("clip.mov")))) == []

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("gone.mov", "does not exist"),
            ("empty.mov", "is empty (0 bytes)"),
            ("folder", "is a folder"),
            ("x" * 300, "cannot be read: File name too long"),
            ("clip.mov/inside.mov", "cannot be read: Not a directory"),
            ("a\0b.mov", "is no name that a file can have"),
        ],
    )
    def test_each_fault_has_its_sentence(
        self, name: str, message: str, file: Put, footage: Path
    ) -> None:
        file("empty.mov", content=b"")
        file("clip.mov", "folder/x.txt")
        problem = only(source_problems(Found(footage / name)))
        assert problem.field == "source"
        assert problem.blocks
        assert problem.hint
        assert message in problem.message

    @needs_unix
    def test_a_pipe_does_not_hang_the_look_at_it(self, footage: Path) -> None:
        os.mkfifo(footage / "pipe.mov")
        problem = only(source_problems(Found(footage / "pipe.mov")))
        assert "is no ordinary file" in problem.message

    @needs_unix
    def test_a_link_in_circles_is_no_file(self, footage: Path) -> None:
        (footage / "round.mov").symlink_to("round.mov")
        problem = only(source_problems(Found(footage / "round.mov")))
        assert "is a link that leads back to itself" in problem.message

    @needs_unix
    def test_a_name_that_is_no_text_is_shown_as_well_as_can_be(self, footage: Path) -> None:
        (footage / NOT_TEXT).write_bytes(b"x")
        problem = only(source_problems(Found(footage / NOT_TEXT)))
        assert problem.message == "The name of “bad\ufffd.mov” is not valid text (UTF-8)."
        assert is_text(problem.message)

    @needs_unix
    def test_a_folder_that_is_no_text_can_be_told_about(
        self, footage: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = footage / NOT_TEXT
        folder.mkdir()
        close(monkeypatch, folder)
        assert is_text(only(expand([str(folder)]).problems).message)

    def test_of_a_sequence_the_first_frame_is_looked_at(self, file: Put) -> None:
        file("f_01.png", content=b"")
        expanded = expand([file("f_02.png"), file("f_01.png", content=b"")])
        assert "f_01.png” is empty" in only(source_problems(expanded.found[0])).message


def test_text_is_what_utf8_can_spell() -> None:
    assert is_text("Ünïcödé 🎬.mov")
    assert not is_text(NOT_TEXT)
