"""From a file of nexrender jobs to what is run for each of them; nothing is run here."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rendermanager.core.errors import BadInput
from rendermanager.core.job import JobSpec
from rendermanager.core.output import OutputKind
from rendermanager.core.problem import Problem, Severity
from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.core.trust import Reach
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import Command, EngineVersion, Held, RenderRequest
from rendermanager.renderers.nexrender import NexrenderEngine, jobholding, locate
from rendermanager.renderers.nexrender.actions import HELP
from rendermanager.renderers.nexrender.jobrender import JOB_FILE
from rendermanager.renderers.settings import read_settings
from tests.helpers.nexrender import PROJECT
from tests.renderers.nexrender_model import after, job

ENGINE = NexrenderEngine()
PROGRAM = Path("/Applications/Adobe After Effects 2025/aerender")
HELPERS = {
    locate.NODE: Path("/opt/node"),
    locate.NEXRENDER: Path("/opt/set/bin.js"),
    **{f"{locate.MODULE}{name}": Path("/opt/modules", name) for name in HELP},
}
VERSION = EngineVersion(PROGRAM, "2025", features=frozenset({"--permission"}), helpers=HELPERS)


def put(folder: Path, *values: Any, name: str = "job.json") -> Path:
    """A file with these jobs, a list where there are several; its project lies beside it."""
    (folder / "shot.aep").write_bytes(PROJECT)
    path = folder / name
    path.write_text(json.dumps(values[0] if len(values) == 1 else list(values)))
    return path


def made(composition: str = "main", *actions: dict[str, Any], **fields: Any) -> dict[str, Any]:
    template = {"src": "shot.aep", "composition": composition, **fields.pop("template", {})}
    return job(template=template, actions={"postrender": list(actions)}, **fields)


def held(path: Path, **fields: Any) -> list[Held]:
    return ENGINE.jobs_in(JobSpec(source=str(path), **fields))


def request_of(path: Path, output: str = "film.mov", **settings: Any) -> RenderRequest[Any]:
    spec = JobSpec(engine="nexrender", source=str(path), settings=settings)
    with MediaReader() as media:
        source = ENGINE.inspect_job(spec, media)
    return RenderRequest(
        spec,
        read_settings(ENGINE.settings_for(spec, source), {}, settings),
        source,
        path.parent / output,
        path.parent / ".attempt",
    )


def command_of(path: Path, **settings: Any) -> Command:
    return ENGINE.command(request_of(path, **settings), VERSION)


def told(command: Command) -> dict[str, Any]:
    """The job that nexrender gets."""
    value: dict[str, Any] = json.loads(command.files[JOB_FILE])
    return value


def messages(problems: Any) -> list[str]:
    return [each.message for each in problems]


class TestHolding:
    """Which jobs a file holds."""

    def test_a_file_with_one_job_is_that_job(self, tmp_path: Path) -> None:
        path = put(tmp_path, made(tags="promo, spring"))
        (only,) = held(path)
        assert only.spec == JobSpec(source=str(path), tags=("promo", "spring"))
        assert (only.problems, only.runs) == ((), ())

    def test_a_list_is_a_job_each_with_a_name_of_its_own(self, tmp_path: Path) -> None:
        first = made("main", after("copy", output="out/intro.mov"))
        path = put(tmp_path, first, made("b", uid="id-7"), made("c"), *[made("c")] * 7)
        found = held(path)
        names = [each.spec.name for each in found]
        assert names[:3] == ["job.json #01 intro", "job.json #02 id-7", "job.json #03 c"]
        assert len(set(names)) == 10
        assert [each.spec.settings["entry"] for each in found] == list(range(1, 11))
        assert found[0].spec.output == str(tmp_path / "out" / "intro.mov")
        assert held(path, name="Promo")[9].spec.name == "Promo #10 c"

    def test_one_of_a_list_can_be_asked_for(self, tmp_path: Path) -> None:
        path = put(tmp_path, made("a"), made("b"))
        (only,) = held(path, settings={"entry": "2"})
        assert only.spec.settings["entry"] == 2
        assert only.spec.name == "job.json #2 b"
        assert len(held(path, settings={"entry": 0})) == 2

    @pytest.mark.parametrize("number", [3, -1, "x", "9" * 30, True])
    def test_a_number_that_is_not_there_is_told(self, tmp_path: Path, number: object) -> None:
        path = put(tmp_path, made("a"), made("b"))
        with pytest.raises(BadInput, match="has 2 jobs: there is no number"):
            held(path, settings={"entry": number})

    def test_the_good_ones_of_a_list_stay(self, tmp_path: Path) -> None:
        missing = {"type": "image", "src": "logo.png", "layerName": "logo.png"}
        wrong = {"template": {"src": "shot.aep", "compositon": "main"}}
        path = put(tmp_path, made("a"), wrong, made("c", assets=[missing]))
        good, broken, lacking = held(path)
        assert good.problems == ()
        note, error = broken.problems
        assert note.message.startswith("job.json[1].template.compositon: nexrender knows no field")
        assert note.hint == "Did you mean “composition”?"
        assert error.message == "job.json[1].template.composition: “composition” is missing."
        (gone,) = lacking.problems
        assert gone.field == "[2].assets[0].src"
        assert "layer “logo.png”" in gone.message

    def test_all_problems_of_a_job_are_told_at_once_with_its_file(self, tmp_path: Path) -> None:
        path = put(tmp_path, made("main", assets=[{"type": "image"}, {"type": "pdf"}]))
        (only,) = held(path)
        assert len(only.problems) == 2
        assert all(each.message.startswith("job.json: ") for each in only.problems)
        assert all(each.hint for each in only.problems)

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            ('{"v": "5.7", "layers": []}', "“job.json” is no job of nexrender"),
            ("[]", "is no job of nexrender"),
            ("no json at all", "is no job of nexrender"),
            ('{"template": {"src": "a.aep", "composition": "b",}}', "job.json: There is a comma"),
            ("", "empty"),
        ],
    )
    def test_what_is_no_job_is_told_in_a_sentence(
        self, tmp_path: Path, content: str, words: str
    ) -> None:
        path = tmp_path / "job.json"
        path.write_text(content)
        with pytest.raises(BadInput, match=words):
            held(path)
        assert jobholding.is_held(path) is ("template" in content)

    def test_a_file_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(BadInput, match="does not exist"):
            held(tmp_path / "job.json")
        assert not jobholding.is_held(tmp_path / "job.json")
        assert not jobholding.is_held(tmp_path / "job.txt")

    def test_a_file_that_was_written_again_is_read_again(self, tmp_path: Path) -> None:
        path = put(tmp_path, made("a"))
        assert len(held(path)) == 1
        put(tmp_path, made("a"), made("b"))
        assert len(held(path)) == 2

    def test_a_project_holds_itself(self) -> None:
        spec = JobSpec(source="/p/shot.aep")
        assert ENGINE.jobs_in(spec) == [Held(spec)]

    def test_what_needs_approval_is_listed(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsx").write_text("alert(1)")
        script = {"type": "script", "src": "a.jsx"}
        (only,) = held(put(tmp_path, made(assets=[script])))
        (piece,) = only.runs
        assert (piece.reach, piece.code) == (Reach.SCRIPT, "alert(1)")


class TestInspecting:
    """What is known about a job before it renders."""

    def test_a_job_stays_with_its_text(self, tmp_path: Path) -> None:
        path = put(tmp_path, made("a"), made("b"))
        request = request_of(path, entry=2)
        assert request.source is not None
        assert json.loads(request.source.text)["template"]["composition"] == "b"
        put(tmp_path, made("x"), made("y"))
        assert told(ENGINE.command(request, VERSION))["template"]["composition"] == "b"

    def test_a_list_where_one_job_was_is_refused(self, tmp_path: Path) -> None:
        path = put(tmp_path, made("a"), made("b"))
        with pytest.raises(BadInput, match="there is no number 0"):
            request_of(path)

    def test_a_wrong_job_is_refused(self, tmp_path: Path) -> None:
        path = put(tmp_path, made("a", assets=[{}]))
        with pytest.raises(BadInput, match=r"“type” is missing"):
            request_of(path)

    def test_the_parts_of_a_file_are_its_jobs(self, tmp_path: Path) -> None:
        ranged = {"frameStart": 10, "frameEnd": 19, "incrementFrame": 3}
        path = put(tmp_path, made("a", template=ranged), made("b"), {"template": {}})
        with MediaReader() as media:
            parts = ENGINE.inspect(path, media).parts
        assert parts[:2] == (Part("#1 a", None, 10, 4, 3), Part("#2 b"))
        assert "is missing" in parts[2].name

    def test_a_missing_project_is_left_to_whoever_validates(self, tmp_path: Path) -> None:
        path = put(tmp_path, made())
        (tmp_path / "shot.aep").unlink()
        request = request_of(path)
        assert request.source is not None
        assert request.source.parts == ()
        (problem,) = ENGINE.validate(request)
        assert problem.field == "template.src"
        assert "The file of the project is missing" in problem.message

    def test_an_empty_project_is_told_once(self, tmp_path: Path) -> None:
        path = put(tmp_path, made())
        (tmp_path / "shot.aep").write_bytes(b"")
        (problem,) = ENGINE.validate(request_of(path))
        assert problem.message.endswith("the file of the project, is empty.")

    def test_only_the_machine_can_be_set(self, tmp_path: Path) -> None:
        path = put(tmp_path, made())
        with pytest.raises(BadInput, match="composition"):
            request_of(path, composition="b")
        assert request_of(path, multi_frames="off").settings.multi_frames == "off"


class TestCommand:
    """What is run."""

    def test_the_job_is_ours_and_so_are_its_folders(self, tmp_path: Path) -> None:
        evil = {"uid": "../x", "workpath": "/", "output": "film.mov", "onChange": "x"}
        path = put(tmp_path, made(**evil))
        command = command_of(path)
        value = told(command)
        assert value["uid"] == "attempt"
        assert value["output"] == str(tmp_path / ".attempt" / "attempt" / "result.mov")
        assert set(value) == {"uid", "template", "assets", "actions", "output"}
        assert command.argv[command.argv.index("--workpath") + 1] == str(tmp_path / ".attempt")
        assert command.cwd == tmp_path / ".attempt"

    def test_modules_come_from_the_installed_set(self, tmp_path: Path) -> None:
        encode = after("encode", preset="mp4", output="a.mp4")
        value = told(command_of(put(tmp_path, made("main", encode))))
        (action,) = value["actions"]["postrender"]
        assert action["module"] == str(Path("/opt/modules/@nexrender/action-encode"))

    def test_a_module_that_is_not_installed_is_told_beforehand(self, tmp_path: Path) -> None:
        encode = after("encode", preset="mp4", output="a.mp4")
        request = request_of(put(tmp_path, made("main", encode)))
        bare = replace(VERSION, helpers={locate.NODE: Path("/n"), locate.NEXRENDER: Path("/x")})
        found = messages(ENGINE.validate(request, bare))
        assert "job.json: nexrender's module “@nexrender/action-encode” is not installed." in found
        with pytest.raises(BadInput, match="is not installed"):
            ENGINE.command(request, bare)

    def test_a_script_runs_as_it_is_judged(self, tmp_path: Path) -> None:
        script = tmp_path / "a.jsx"
        script.write_text("alert(1)")
        path = put(tmp_path, made(assets=[{"type": "script", "src": "a.jsx"}]))
        request = request_of(path)
        script.write_text("alert(2)")
        command = ENGINE.command(request, VERSION)
        (piece,) = command.runs
        assert piece.code == "alert(2)"
        assert command.files["script-0.jsx"] == b"alert(2)"
        (asset,) = told(command)["assets"]
        assert asset["src"].endswith("/.attempt/script-0.jsx")

    def test_a_script_that_has_gone_is_told(self, tmp_path: Path) -> None:
        script = tmp_path / "a.jsx"
        script.write_text("alert(1)")
        path = put(tmp_path, made(assets=[{"type": "script", "src": "a.jsx"}]))
        request = request_of(path)
        script.unlink()
        assert any("script" in each for each in messages(ENGINE.validate(request)))
        with pytest.raises(BadInput, match=r"The script “a\.jsx” cannot be read"):
            ENGINE.command(request, VERSION)

    def test_fonts_may_go_where_fonts_go(self, tmp_path: Path) -> None:
        path = put(
            tmp_path,
            made() | {"actions": {"prerender": [{"module": "@nexrender/action-fonts"}]}},
        )
        words = [each for each in command_of(path).argv if each.startswith("--allow-fs-write=")]
        assert sum("Fonts" in each for each in words) == 1
        plain = command_of(put(tmp_path, made())).argv
        assert not any("Fonts" in each for each in plain)

    def test_fonts_of_windows_lie_elsewhere(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fonts = {"actions": {"prerender": [{"module": "@nexrender/action-fonts"}]}}
        request = request_of(put(tmp_path, made() | fonts))
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setenv("LOCALAPPDATA", "/users/ada/local")
        words = " ".join(ENGINE.command(request, VERSION).argv)
        assert str(Path("/users/ada/local/Microsoft/Windows/Fonts")) in words

    def test_what_is_about_the_machine_reaches_nexrender(self, tmp_path: Path) -> None:
        words = command_of(put(tmp_path, made()), max_memory=70, confined="false").argv
        assert words[words.index("--max-memory-percent") + 1] == "70"
        assert not any(each.startswith("--allow-fs") for each in words)


class TestOutputs:
    """What comes of a job, and where it goes."""

    def test_every_result_is_expected(self, tmp_path: Path) -> None:
        actions = (
            after("copy", output="out/a.mov"),
            after("copy", output="out/b.mov"),
            after("encode", preset="mp4", output="c.mp4"),
            after("compress", input=["c.mp4"], output="d.zip"),
        )
        request = request_of(put(tmp_path, made("main", *actions)), "out/a.mov")
        found = ENGINE.outputs(request)
        assert [Path(each.final).name for each in found] == ["a.mov", "b.mov", "d.zip"]
        assert [each.kind for each in found] == [OutputKind.VIDEO] * 2 + [OutputKind.FILE]
        work = tmp_path / ".attempt" / "attempt"
        assert len({each.written for each in found}) == 3
        assert all(Path(each.written).parent == work for each in found)

    def test_pictures_are_expected_by_their_numbers(self, tmp_path: Path) -> None:
        frames = {"outputExt": "png", "frameStart": 3, "frameEnd": 6}
        (only,) = ENGINE.outputs(request_of(put(tmp_path, made(template=frames)), "f_%05d.png"))
        assert (only.kind, only.frames, only.first_frame) == (OutputKind.SEQUENCE, 4, 3)

    def test_the_listener_knows_what_comes_after_the_frames(self, tmp_path: Path) -> None:
        line = "PROGRESS:  0:00:00:01 (2): 0 Seconds"
        ranged = {"frameStart": 0, "frameEnd": 3}
        plain = ENGINE.listener(request_of(put(tmp_path, made(template=ranged))))
        encode = after("encode", preset="mp4", output="c.mp4")
        more = ENGINE.listener(request_of(put(tmp_path, made("m", encode, template=ranged))))
        first, second = plain(line), more(line)
        assert first is not None
        assert second is not None
        assert first.fraction == pytest.approx(0.5)
        assert second.fraction == pytest.approx(0.425)

    @pytest.mark.parametrize(
        ("fields", "name"),
        [
            ({}, "job_main.mov"),
            ({"template": {"outputExt": "mp4"}}, "job_main.mp4"),
            ({"template": {"outputExt": "png"}}, "job_main/job_main_%05d.png"),
            ({"output": "/vault/film.mov"}, "film.mov"),
            (
                {"template": {"outputExt": "png"}, "output": "x/f_####.png"},
                "f_####/f_####_%05d.png",
            ),
        ],
    )
    def test_in_a_folder_it_is_called_as_the_job_wants(
        self, tmp_path: Path, fields: dict[str, Any], name: str
    ) -> None:
        path = put(tmp_path, made(**fields))
        spec = JobSpec(source=str(path), output=str(tmp_path) + os.sep)
        settings: Any = read_settings(ENGINE.settings_for(spec, None), {}, {})
        assert ENGINE.default_output(spec, settings) == tmp_path / name

    def test_jobs_of_a_list_have_names_of_their_own(self, tmp_path: Path) -> None:
        path = put(tmp_path, made(), made())
        spec = JobSpec(source=str(path), settings={"entry": 2})
        assert ENGINE.default_output(spec, None).name == "job_2_main.mov"  # type: ignore[arg-type]


class TestProblems:
    """What speaks against rendering."""

    def test_a_result_must_not_take_the_place_of_what_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "plate.mov").write_bytes(b"x")
        plate = {"type": "video", "src": "plate.mov", "layerName": "plate.mov"}
        path = put(tmp_path, made(assets=[plate]))
        (problem,) = blocking(ENGINE.validate(request_of(path, "plate.mov")))
        assert "“plate.mov” is what the job reads itself, for layer “plate.mov”" in problem.message

    def test_all_results_go_to_one_drive(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from rendermanager.renderers.nexrender import jobrender

        copies = (after("copy", output="a.mov"), after("copy", output="/vault/b.mov"))
        request = request_of(put(tmp_path, made("main", *copies)), "a.mov")
        monkeypatch.setattr(jobrender, "_volume", lambda each: len(str(each)))
        (problem,) = blocking(ENGINE.validate(request))
        assert "is on another drive than the first result" in problem.message

    def test_the_project_says_which_compositions_there_are(self, tmp_path: Path) -> None:
        request = request_of(put(tmp_path, made("man")))
        assert request.source is not None
        known = SourceInfo(SourceKind.PROJECT, parts=(Part("main", None, 0, 50, 1, "25", 16, 9),))
        read = replace(request, source=replace(known, text=request.source.text))
        (problem,) = blocking(ENGINE.validate(read))
        assert problem.field == "template.composition"
        assert problem.hint == "Did you mean “main”?"

    def test_a_job_that_was_stored_wrong_is_refused(self, tmp_path: Path) -> None:
        request = request_of(put(tmp_path, made()))
        broken = replace(request, source=SourceInfo(SourceKind.PROJECT, text="{}"))
        assert blocking(ENGINE.validate(broken))
        assert blocking(ENGINE.validate(replace(request, source=None)))


def blocking(problems: list[Problem]) -> list[Problem]:
    return [each for each in problems if each.severity is Severity.ERROR]
