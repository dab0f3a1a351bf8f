"""What a submission says before anything is queued: names, folders, copies under way, secrets."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rendermanager.config.settings import Settings
from rendermanager.core.job import IfExists, JobSpec
from rendermanager.core.problem import Problem, Severity
from rendermanager.engine.programs import Programs
from rendermanager.renderers.registry import Registry
from rendermanager.services.outputs import OutputNames
from rendermanager.services.places import Places
from rendermanager.services.refusals import frame_problems, output_problems, secret_notes
from rendermanager.services.submit import Plan, Submitter
from tests.helpers.writing import Writer

needs_unix = pytest.mark.skipif(os.name == "nt", reason="needs files of Unix")

Put = Callable[..., str]
Make = Callable[..., Submitter]


def notes(plan: Plan) -> list[str]:
    assert all(problem.severity is Severity.WARNING for problem in plan.problems), plan.problems
    return [problem.message for problem in plan.problems]


@pytest.fixture
def writer(footage: Path) -> Iterator[Writer]:
    """Another program that writes `clip.mov`."""
    made = Writer(footage / "clip.mov")
    yield made
    made.end()


@needs_unix
class TestArrival:
    def test_a_file_that_is_being_copied_is_accepted_with_a_note(
        self, footage: Path, submitter: Make, writer: Writer
    ) -> None:
        writer.write(b"x" * 12_400)
        plan = submitter().plan_inputs([str(footage / "clip.mov")], JobSpec())
        assert len(plan.jobs) == 1
        assert notes(plan) == [
            "“clip.mov” is still being copied (12.4 kB so far): the job waits until it is whole."
        ]

    def test_so_is_one_that_a_job_file_names(
        self, footage: Path, submitter: Make, writer: Writer
    ) -> None:
        writer.write(b"x")
        plan = submitter().plan([JobSpec(source=str(footage / "clip.mov"))])
        assert "still being copied" in notes(plan)[0]

    def test_one_that_somebody_reads_is_whole(self, file: Put, submitter: Make) -> None:
        clip = file("clip.mov")
        reader = Writer(Path(clip), "read")
        try:
            assert notes(submitter().plan_inputs([clip], JobSpec())) == []
        finally:
            reader.end()

    def test_processes_are_asked_once_for_many_files(
        self, file: Put, footage: Path, submitter: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[bool] = []

        def written() -> frozenset[str]:
            asked.append(True)
            return frozenset()

        monkeypatch.setattr("rendermanager.services.submit.written_files", written)
        file(*(f"clip{number}.mov" for number in range(20)))
        assert len(submitter().plan_inputs([str(footage)], JobSpec()).jobs) == 20
        assert len(asked) == 1


@needs_unix
@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "loop", "dangling"])
def test_what_is_no_file_is_refused_without_waiting(
    kind: str, footage: Path, submitter: Make
) -> None:
    path = footage / "clip.mov"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(path))
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.symlink_to("clip.mov" if kind == "loop" else "nowhere.mov")
    for plan in (
        submitter().plan_inputs([str(path)], JobSpec()),
        submitter().plan([JobSpec(source=str(path))]),
    ):
        assert plan.jobs == ()
        words = {"loop": "leads back to itself", "dangling": "a link to a file that does not"}
        assert words.get(kind, "is no ordinary file") in plan.blocking[0].message
        assert plan.blocking[0].hint


def test_a_folder_called_like_a_film_is_looked_into(footage: Path, submitter: Make) -> None:
    (footage / "clip.mp4").mkdir()
    plan = submitter().plan_inputs([str(footage / "clip.mp4")], JobSpec())
    assert "holds no video" in plan.blocking[0].message
    plan = submitter().plan([JobSpec(source=str(footage / "clip.mp4"))])
    assert "is a folder" in plan.blocking[0].message


def test_a_source_on_a_drive_that_is_gone_says_so(submitter: Make) -> None:
    plan = submitter().plan_inputs(["/media/ada/SHOOT/day1/a.mov"], JobSpec())
    assert "no drive is connected at “/media/ada/SHOOT”" in plan.blocking[0].message


def test_an_output_on_a_drive_that_is_gone_says_so(file: Put, submitter: Make) -> None:
    wish = JobSpec(output="/media/ada/SHOOT/out.mp4")
    plan = submitter().plan_inputs([file("clip.mov")], wish)
    assert "no drive is connected at “/media/ada/SHOOT”" in plan.blocking[0].message


@needs_unix
class TestNames:
    @pytest.mark.parametrize(
        ("name", "words"),
        [("con.mp4", "Windows keeps"), ("take:1.mp4", "“:”"), ("-o.mp4", "a dash")],
    )
    def test_names_that_are_traps_elsewhere_are_noted(
        self, name: str, words: str, file: Put, footage: Path, submitter: Make
    ) -> None:
        plan = submitter().plan_inputs([file("clip.mov")], JobSpec(output=str(footage / name)))
        assert len(plan.jobs) == 1
        assert words in notes(plan)[0]

    def test_folders_that_are_made_for_it_count_and_others_do_not(
        self, file: Put, footage: Path, submitter: Make
    ) -> None:
        (footage / "aux").mkdir()
        clip = file("clip.mov")
        there = JobSpec(output=str(footage / "aux" / "a.mp4"))
        made = JobSpec(output=str(footage / "nul" / "a.mp4"))
        assert notes(submitter().plan_inputs([clip], there)) == []
        assert "“nul” is a word" in notes(submitter().plan_inputs([clip], made))[0]

    def test_on_windows_they_are_refused(self, tmp_path: Path) -> None:
        (problem,) = output_problems(tmp_path / "con.mp4", JobSpec(), is_windows=True)
        assert problem.blocks

    def test_a_folder_is_no_name_for_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "clip.mp4").mkdir()
        (problem,) = output_problems(tmp_path / "clip.mp4", JobSpec())
        assert "is a folder" in problem.message


class TestFrames:
    @pytest.mark.parametrize("name", ["shot_0100.png", "shot_%04d.png"])
    def test_a_result_that_would_count_as_a_frame_is_refused(
        self, name: str, file: Put, footage: Path, submitter: Make
    ) -> None:
        file("shot_0001.png", "shot_0002.png")
        still = "%" not in name
        wish = JobSpec(
            source=str(footage / "shot_%04d.png"),
            preset="still-png" if still else "png-sequence",
            output=str(footage / name),
        )
        plan = submitter().plan([wish])
        assert plan.jobs == ()
        assert "would count as a frame of the source “shot_####.png”" in plan.blocking[0].message

    def test_another_folder_or_name_is_fine(self, tmp_path: Path) -> None:
        source = str(tmp_path / "shot_%04d.png")
        (tmp_path / "out").mkdir()
        assert frame_problems(source, tmp_path / "out" / "shot_0100.png") == []
        assert frame_problems(source, tmp_path / "shot_0100_v002.png") == []
        assert frame_problems(str(tmp_path / "clip.mov"), tmp_path / "shot_0100.png") == []


class TestLookAlikes:
    @staticmethod
    def names(*reserved: Path, folds: bool = True) -> OutputNames:
        places = Places(lambda _: folds)
        return OutputNames({places.key(each) for each in reserved}.__contains__, places)

    @pytest.mark.parametrize("other", ["CLIP.mp4", "clip.MP4", "Clip.mp4"])
    def test_on_a_volume_that_folds_case_a_look_alike_is_taken(
        self, other: str, tmp_path: Path
    ) -> None:
        names = self.names()
        assert names.take(tmp_path / "clip.mp4", IfExists.VERSION)[0].name == "clip.mp4"
        assert "_v002" in names.take(tmp_path / other, IfExists.VERSION)[0].name
        reserved = self.names(tmp_path / "clip.mp4")
        assert "_v002" in reserved.take(tmp_path / other, IfExists.VERSION)[0].name

    def test_two_spellings_of_one_letter_are_one(self, tmp_path: Path) -> None:
        names = self.names()
        names.take(tmp_path / "caf\u00e9.mp4", IfExists.VERSION)
        assert "_v002" in names.take(tmp_path / "cafe\u0301.mp4", IfExists.VERSION)[0].name

    def test_replacing_a_look_alike_of_another_job_is_refused(self, tmp_path: Path) -> None:
        names = self.names(tmp_path / "clip.mp4")
        with pytest.raises(Exception, match="Another job in the queue"):
            names.take(tmp_path / "CLIP.mp4", IfExists.REPLACE)

    def test_elsewhere_they_are_two_files(self, tmp_path: Path) -> None:
        names = self.names(folds=False)
        names.take(tmp_path / "clip.mp4", IfExists.VERSION)
        assert names.take(tmp_path / "CLIP.mp4", IfExists.VERSION)[0].name == "CLIP.mp4"


class TestSecrets:
    @pytest.mark.parametrize(
        "spec",
        [
            JobSpec(argv=("upload", "--password", "hunter2")),
            JobSpec(argv=("get", "https://me:hunter2@host/x")),
            JobSpec(argv=("x",), env={"API_TOKEN": "hunter2"}),
            JobSpec(argv=("x",), env={"AWS_SECRET_ACCESS_KEY": "hunter2"}),
        ],
    )
    def test_a_secret_in_plain_text_is_noted(self, spec: JobSpec) -> None:
        (note,) = secret_notes(spec)
        assert note.severity is Severity.WARNING
        assert "hunter2" not in note.message + note.hint
        assert "secret set" in note.hint

    def test_a_reference_is_as_it_should_be(self) -> None:
        spec = JobSpec(argv=("x", "--password", "${secret:FTP}"), env={"TOKEN": "${secret:API}"})
        assert secret_notes(spec) == []


def test_a_missing_program_is_noted(file: Put, registry: Registry, tmp_path: Path) -> None:
    programs = Programs({"ffmpeg": str(tmp_path / "nothing")})
    plan = Submitter(registry, Settings(), programs=programs).plan_inputs(
        [file("a.mov"), file("b.mov")], JobSpec()
    )
    assert len(plan.jobs) == 2
    (note,) = notes(plan)
    assert "does not work" in note


@needs_unix
def test_a_folder_is_really_asked_whether_it_can_be_written(tmp_path: Path) -> None:
    asked: list[Path] = []

    def refusal(folder: Path) -> str:
        asked.append(folder)
        return "Read-only file system"

    (problem,) = output_problems(tmp_path / "not" / "yet" / "a.mp4", JobSpec(), refusal)
    assert asked == [tmp_path]
    assert problem == Problem(
        "output",
        f"The folder “{tmp_path}” may not be written to: Read-only file system.",
        "Choose another output folder, or change its permissions.",
    )
