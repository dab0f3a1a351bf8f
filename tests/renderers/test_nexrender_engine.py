"""What is run for a composition, what it must leave behind, and what speaks against it."""

import json
import os
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from rendermanager.core.errors import BadInput
from rendermanager.core.job import JobSpec
from rendermanager.core.output import OutputKind
from rendermanager.core.problem import Severity
from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.core.tasks import TaskSpec
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import EngineVersion, RenderRequest
from rendermanager.renderers.nexrender import NexrenderEngine, locate
from rendermanager.renderers.nexrender.jobrender import JOB_FILE
from rendermanager.renderers.nexrender.jobsources import file_uri
from rendermanager.renderers.nexrender.settings import NexrenderSettings
from rendermanager.renderers.settings import read_settings
from tests.helpers.after_effects import AfterEffects

ENGINE = NexrenderEngine()
HELPERS = {
    "node": Path("/opt/node"),
    "nexrender": Path("/opt/set/bin.js"),
    "ffmpeg": Path("/opt/ffmpeg"),
    "aerender 2024": Path("/Applications/Adobe After Effects 2024/aerender"),
    "aerender 2025": Path("/Applications/Adobe After Effects 2025/aerender"),
}
VERSION = EngineVersion(
    HELPERS["aerender 2025"], "2025", features=frozenset({"--permission"}), helpers=HELPERS
)


def request(output: str = "/out/film.mov", frames: str = "", **changes: Any) -> RenderRequest[Any]:
    settings = read_settings(NexrenderSettings, {"composition": "main"}, changes)
    spec = JobSpec(engine="nexrender", source="/shots/shot 1.aep")
    return RenderRequest(
        spec, settings, None, Path(output), Path("/out/.a"), task=TaskSpec(frames=frames)
    )


def job(asked: RenderRequest[Any]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(ENGINE.command(asked, VERSION).files[JOB_FILE])
    return told


class TestCommand:
    def test_node_runs_the_script_and_may_write_where_it_has_to(self) -> None:
        command = ENGINE.command(request(), VERSION)
        assert command.argv[:2] == ("/opt/node", "--permission")
        writes = [word for word in command.argv if word.startswith("--allow-fs-write=")]
        folder = "/Applications/Adobe After Effects 2025"
        assert writes == [
            "--allow-fs-write=/out/.a/*",
            f"--allow-fs-write={folder}/Scripts/Startup/*",
            f"--allow-fs-write={folder}/Backup.Scripts/*",
        ]
        line = " ".join(command.argv)
        assert f"/opt/set/bin.js --file /out/.a/{JOB_FILE} --binary {folder}/aerender" in line
        assert "--workpath /out/.a --skip-cleanup --no-license --no-analytics" in line
        assert command.env["NEXRENDER_FFMPEG"] == "/opt/ffmpeg"

    def test_nothing_of_nexrender_ends_a_render_by_the_clock(self) -> None:
        command = ENGINE.command(request(), VERSION)
        assert int(command.env["NEXRENDER_MAX_UPDATE_TIMEOUT"]) > 86_400
        assert "--max-render-timeout" not in command.argv

    def test_a_script_to_load_first_comes_from_the_machine_alone(self) -> None:
        version = replace(VERSION, helpers={**HELPERS, "preload": Path("/shim.js")})
        words = ENGINE.command(request(), version).argv
        assert words[words.index("--require") + 1] == "/shim.js"
        assert "--require" not in ENGINE.command(request(), VERSION).argv

    def test_it_need_not_be_confined(self) -> None:
        words = ENGINE.command(request(confined=False), VERSION).argv
        assert words[:2] == ("/opt/node", "/opt/set/bin.js")

    def test_the_job_names_what_is_rendered_and_where(self) -> None:
        told = job(request(output_module="H.264", frame_start=3, frame_end=9, increment=2))
        assert told["output"] == "/out/.a/result.mov"
        assert told["template"] == {
            "src": "file:///shots/shot%201.aep",
            "name": "project.aep",
            "useOriginal": True,
            "composition": "main",
            "outputModule": "H.264",
            "outputExt": "mov",
            "imageSequence": False,
            "frameStart": 3,
            "frameEnd": 9,
            "incrementFrame": 2,
            "continueOnMissing": False,
        }

    def test_pictures_are_numbered_whatever_nexrender_knows_of_their_kind(self) -> None:
        told = job(request("/out/f_%04d.exr"))
        assert told["output"] == "/out/.a/result_[#####].exr"
        assert told["template"]["imageSequence"] is True

    def test_a_part_of_the_frames_is_a_range_of_its_own(self) -> None:
        asked = request("/out/f_%04d.png", frames="20-29")
        assert (job(asked)["template"]["frameStart"], job(asked)["template"]["frameEnd"]) == (
            20,
            29,
        )
        (output,) = ENGINE.outputs(asked)
        assert (output.first_frame, output.frames) == (20, 10)
        stepped = job(request("/out/f_%04d.png", frames="20-30x5"))["template"]
        assert stepped["incrementFrame"] == 5

    def test_after_memory_ran_out_one_frame_is_rendered_at_a_time(self) -> None:
        words = ENGINE.command(replace(request(multi_frames="on"), threads=2), VERSION).argv
        assert "mfr OFF 100" in words
        assert "--multi-frames" not in words

    def test_the_year_that_is_asked_for_is_taken_or_missed(self) -> None:
        line = " ".join(ENGINE.command(request(after_effects="2024"), VERSION).argv)
        assert "--binary /Applications/Adobe After Effects 2024/aerender" in line
        with pytest.raises(BadInput, match="After Effects 2020 was not found") as caught:
            ENGINE.command(request(after_effects="2020"), VERSION)
        assert caught.value.hint == "There is: 2024, 2025."

    @pytest.mark.parametrize(
        ("path", "address"),
        [
            (PurePosixPath("/a b/100%.aep"), "file:///a%20b/100%25.aep"),
            (PurePosixPath("/a/#1 & $x's.aep"), "file:///a/#1%20&%20$x's.aep"),
            (PurePosixPath("/a/%26ü.aep"), "file:///a/%2526%C3%BC.aep"),
            (PureWindowsPath(r"C:\a b\c.aep"), "file:///C:/a%20b/c.aep"),
            (PureWindowsPath(r"\\server\share\c.aep"), "file://server/share/c.aep"),
        ],
    )
    def test_an_address_is_what_javascript_reads_back(self, path: Any, address: str) -> None:
        assert file_uri(path) == address


class TestOutputs:
    def test_a_range_tells_how_many_frames_a_movie_has(self) -> None:
        (output,) = ENGINE.outputs(request(frame_start=10, frame_end=19))
        assert (output.kind, output.frames) == (OutputKind.VIDEO, 10)
        (output,) = ENGINE.outputs(request())
        assert (output.kind, output.frames) == (OutputKind.VIDEO, 0)

    def test_stills_are_a_sequence(self) -> None:
        (output,) = ENGINE.outputs(request("/out/f_%04d.png", frame_start=10, frame_end=19))
        assert (output.kind, output.first_frame, output.frames) == (OutputKind.SEQUENCE, 10, 10)
        assert output.written == "/out/.a/result_%05d.png"

    def test_nobody_knows_the_numbers_of_every_second_frame(self) -> None:
        asked = request("/out/f_%04d.png", frame_start=0, frame_end=19, increment=2)
        assert ENGINE.outputs(asked)[0].frames == 0

    def test_sound_alone_has_no_pictures(self) -> None:
        assert ENGINE.outputs(request("/out/a.wav"))[0].kind is OutputKind.AUDIO

    @pytest.mark.parametrize(
        ("settings", "name"),
        [
            ({}, "shot 1_main.mov"),
            ({"output_ext": ".MP4"}, "shot 1_main.mp4"),
            ({"composition": "a/b: 50%"}, "shot 1_a_b_ 50%.mov"),
            ({"output_ext": "png"}, "shot 1_main/shot 1_main_%05d.png"),
            ({"output_ext": "png", "composition": "50%"}, "shot 1_50_/shot 1_50__%05d.png"),
        ],
    )
    def test_a_result_is_called_after_project_and_composition(
        self, settings: dict[str, Any], name: str
    ) -> None:
        asked = request(**settings)
        assert ENGINE.default_output(asked.spec, asked.settings) == Path("/shots") / name

    def test_a_named_output_is_taken_as_it_is(self, tmp_path: Path) -> None:
        asked = request()
        named = replace(asked.spec, output="/out/x.mp4")
        assert ENGINE.default_output(named, asked.settings) == Path("/out/x.mp4")
        inside = replace(asked.spec, output=str(tmp_path))
        assert ENGINE.default_output(inside, asked.settings) == tmp_path / "shot 1_main.mov"


def project(*names: str) -> SourceInfo:
    parts = tuple(Part(name, width=64, height=64, rate="25/1", frames=50) for name in names)
    return SourceInfo(SourceKind.PROJECT, parts=parts)


class TestProblems:
    @pytest.mark.parametrize(
        ("asked", "words"),
        [
            (request(composition=""), "No composition is named"),
            (request(composition="a*/b"), "nexrender cannot pass on"),
            (request(composition="Ada's"), "nexrender cannot pass on"),
            (request(composition="price $& more"), "nexrender cannot pass on"),
            (request("/out/film"), "has no extension"),
            (request("/out/film.mp4", output_ext="mov"), "ends in .mp4, but"),
            (request("/out/film.png"), "is one picture, and a composition has many"),
            (request("/out/$HOME/film.mov"), "takes for a variable"),
        ],
    )
    def test_what_cannot_be_is_refused_with_a_way_out(
        self, asked: RenderRequest[Any], words: str
    ) -> None:
        (problem,) = ENGINE.validate(asked)
        assert words in problem.message
        assert problem.hint

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"frame_start": 9, "frame_end": 3}, r"The last frame \(3\) comes before"),
            ({"output_ext": "m/v"}, "is no extension"),
            ({"output_module": "a\0b"}, "none can hold"),
            ({"increment": 0}, "increment"),
            ({"multi_frames": "maybe"}, "multi_frames"),
        ],
    )
    def test_settings_that_make_no_sense(self, changes: dict[str, Any], words: str) -> None:
        with pytest.raises(BadInput, match=words):
            request(**changes)

    def test_a_range_needs_both_ends(self) -> None:
        assert NexrenderSettings(frame_start=3).frames == 0
        assert NexrenderSettings(frame_start=3, frame_end=9, increment=3).frames == 3

    def test_the_only_composition_of_a_project_need_not_be_named(self) -> None:
        one = replace(request(composition=""), source=project("Title"))
        assert ENGINE.validate(one) == []
        job = json.loads(ENGINE.command(one, VERSION).files[JOB_FILE])
        assert job["template"]["composition"] == "Title"
        two = replace(request(composition=""), source=project("Title", "Credits"))
        (problem,) = ENGINE.validate(two)
        assert "the project has 2" in problem.message
        (problem,) = ENGINE.validate(replace(request(composition="Titel"), source=two.source))
        assert "Title" in problem.hint

    def test_a_composition_is_refused_for_its_name_wherever_that_comes_from(self) -> None:
        (problem,) = ENGINE.validate(replace(request(composition=""), source=project("a'+b+'")))
        assert "nexrender cannot pass on" in problem.message

    def test_a_project_must_be_there_and_hold_something(
        self, tmp_path: Path, media: MediaReader
    ) -> None:
        path = tmp_path / "a.aep"
        with pytest.raises(BadInput, match="does not exist"):
            ENGINE.inspect(path, media)
        path.touch()
        with pytest.raises(BadInput, match="is empty"):
            ENGINE.inspect(path, media)
        path.write_bytes(b"RIFX")
        info = ENGINE.inspect(path, media)
        assert (info.kind, info.size_bytes) == (SourceKind.PROJECT, 4)

    @pytest.mark.parametrize("name", ["a.aep", "A.AEPX", "t.aet"])
    def test_projects_are_its_business(self, name: str) -> None:
        assert ENGINE.accepts(Path(name))
        assert not ENGINE.accepts(Path("a.mov"))


class TestMachine:
    def problems(self, effects: AfterEffects, **changes: Any) -> list[str]:
        version = EngineVersion(effects.program, "2025", helpers=HELPERS)
        return [each.message for each in ENGINE.validate(request(**changes), version)]

    def test_an_after_effects_that_can_be_patched_is_fine(self, tmp_path: Path) -> None:
        assert self.problems(AfterEffects(tmp_path)) == []

    def test_one_that_cannot_takes_an_administrator_once(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        effects = AfterEffects(tmp_path)
        monkeypatch.setattr(os, "access", lambda *_: False)
        (message,) = self.problems(effects)
        assert "the rights of an administrator" in message
        effects.script.write_text("// nexrender-patch-v1.0.0")
        assert self.problems(effects) == []

    def test_one_without_its_script_is_broken(self, tmp_path: Path) -> None:
        effects = AfterEffects(tmp_path)
        effects.script.unlink()
        (message,) = self.problems(effects)
        assert "lacks its script" in message

    def test_a_year_that_is_not_there_is_told_before_the_start(self, tmp_path: Path) -> None:
        assert self.problems(AfterEffects(tmp_path), after_effects="2001") == [
            "After Effects 2001 was not found on this machine."
        ]

    def test_a_stray_mark_of_a_render_node_is_told(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(Path, "home", lambda: tmp_path)
        stray = tmp_path / "Documents" / "ae_render_only_node.txt"
        stray.parent.mkdir()
        stray.touch()
        effects = AfterEffects(tmp_path / "Applications")
        version = EngineVersion(effects.program, "2025", helpers=HELPERS)
        (problem,) = ENGINE.validate(request(), version)
        assert problem.severity is Severity.WARNING
        assert str(stray) in problem.message

    def test_where_after_effects_was_looked_for_is_told(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert "Windows and macOS alone" in ENGINE.missing({}).message
        monkeypatch.setattr(locate, "roots", lambda _: ["/Applications"])
        missing = ENGINE.missing({})
        assert missing.message == "After Effects was not found in “/Applications”."
        assert "RENDERMANAGER_AERENDER" in missing.hint
