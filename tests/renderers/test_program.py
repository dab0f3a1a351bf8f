"""The engine of a preset file: its words, its progress, its results."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.errors import BadInput
from rendermanager.core.job import JobSpec
from rendermanager.core.output import OutputKind
from rendermanager.core.progress import Observation
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.core.tasks import WHOLE, TaskSpec
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import EngineVersion, RenderRequest
from rendermanager.renderers.program import ProgramEngine
from rendermanager.renderers.program.listening import RuleListener
from rendermanager.renderers.program.patterns import compiled
from rendermanager.renderers.program.shape import ProgramFile, Progress, Setting, SettingKind
from rendermanager.renderers.settings import read_settings

VERSION = EngineVersion(Path("/opt/bin/draw"), "")
SETTINGS = {
    "level": Setting(SettingKind.FLOAT, default=0.5),
    "fast": Setting(SettingKind.FLAG, words=("--fast",)),
    "range": Setting(SettingKind.FRAMES),
}
ARGV = ("draw", "{source}", "-l{level}", "{fast}", "-f", "{frame_start}..{frame_end}", "{output}")
DRAW = ProgramFile(
    argv=ARGV,
    output="{stem}_{level}_%04d.png",
    outputs=("{output}", "{output_stem}.log"),
    settings=SETTINGS,
    env={"NAME": "{source_name}", "COUNT": "{frame_count}", "N": "{threads}"},
    progress=Progress(r"frame (?P<frame>\d+)"),
)
ENGINE = ProgramEngine("draw", DRAW)


def request_of(
    engine: ProgramEngine = ENGINE, task: TaskSpec = WHOLE, **changes: Any
) -> RenderRequest[Any]:
    spec = JobSpec(engine="draw", source="/a b/shot.scene", output="/out/shot_%04d.png")
    settings: Any = read_settings(engine.settings, changes)
    info = SourceInfo(SourceKind.PROJECT)
    output, folder = Path(spec.output), Path("/out/.attempt")
    return RenderRequest(spec, settings, info, output, folder, task=task)


def test_each_placeholder_stays_within_its_argument() -> None:
    command = ENGINE.command(request_of(range="1-10", fast=True), VERSION)
    assert command.argv == (
        *("/opt/bin/draw", "/a b/shot.scene", "-l0.5", "--fast"),
        *("-f", "1..10", "/out/.attempt/shot_%04d.png"),
    )
    assert command.env == {"NAME": "shot.scene", "COUNT": "10", "N": "0"}
    assert command.cwd == Path("/out/.attempt")
    assert "--fast" not in ENGINE.command(request_of(range="1-10"), VERSION).argv


def test_a_task_renders_its_own_frames_and_publishes_them() -> None:
    request = request_of(range="1-100", task=TaskSpec(frames="11-20"))
    assert "11..20" in ENGINE.command(request, VERSION).argv
    pictures, log = ENGINE.outputs(request)
    assert (pictures.kind, pictures.frames, pictures.first_frame) == (OutputKind.SEQUENCE, 10, 11)
    assert pictures.written == "/out/.attempt/shot_%04d.png"
    assert pictures.final == "/out/shot_%04d.png"
    assert (log.kind, log.final) == (OutputKind.FILE, "/out/shot_%04d.log")
    seen = ENGINE.listener(request)("frame 13")
    assert seen == Observation(frame=3, frames=10)


def test_frames_that_are_not_said_are_asked_for() -> None:
    [problem] = ENGINE.validate(request_of())
    assert (problem.field, problem.hint) == ("settings.range", "For example: range=1-100")
    assert ENGINE.validate(request_of(range="5")) == []


@pytest.mark.parametrize(
    ("source", "output", "result"),
    [
        ("/a/shot.scene", "", "/a/shot_0.5_%04d.png"),
        ("/a/pic_%04d.png", "/b/", "/b/pic_0.5_%04d.png"),
        ("/a/shot.scene", "/b/c.png", "/b/c.png"),
    ],
)
def test_a_result_is_called_as_the_preset_says(source: str, output: str, result: str) -> None:
    spec = JobSpec(source=source, output=output)
    assert ENGINE.default_output(spec, read_settings(ENGINE.settings)) == Path(result)


def test_its_program_is_looked_for_by_its_name(tmp_path: Path) -> None:
    program = tmp_path / "draw"
    program.write_text("#!/bin/sh\n")
    assert (program, "system") not in ENGINE.find({"PATH": str(tmp_path)})
    with pytest.raises(OSError, match="no program that may be run"):
        ENGINE.probe(program)
    program.chmod(0o755)
    assert ENGINE.find({"PATH": str(tmp_path)}) == [(program, "system")]
    assert ENGINE.probe(program) == EngineVersion(program, "")
    whole = ProgramEngine("draw", ProgramFile(argv=(str(program), "{source}"), output="a.png"))
    assert whole.find({}) == [(program, "system")]
    assert whole.find({}, "/chosen") == [(Path("/chosen"), "chosen"), (program, "system")]


def test_a_source_has_to_be_there(tmp_path: Path, media: MediaReader) -> None:
    with pytest.raises(BadInput, match="does not exist"):
        ENGINE.inspect(tmp_path / "shot.scene", media)
    (tmp_path / "shot.scene").write_text("x")
    assert ENGINE.inspect(tmp_path / "shot.scene", media).size_bytes == 1


@pytest.mark.parametrize(
    ("pattern", "line", "seen"),
    [
        (r"(?P<percent>[\d.,]+)%", "12,5% done", Observation(fraction=0.125)),
        (r"(?P<percent>\d+)%", "250%", None),
        (r"at (?P<fraction>\S+)", "at 0.25 of it", Observation(fraction=0.25)),
        (r"at (?P<fraction>\S+)", "at half of it", None),
        (r"at (?P<fraction>\S+)", "at nan", None),
        (r"(?P<frame>\d+)/(?P<frames>\d+)", "3/12", Observation(frame=3, frames=12)),
        (r"(?P<frame>\d+)", "frame 3", Observation(frame=3)),
        (r"does (?P<step>\w+)", "does shading", Observation(step="shading")),
        (r"^(?P<percent>\d+)", "openjd_status: almost", Observation(step="almost")),
        (r"(?P<percent>\d+)%$", "x" * 200 + "5%", None),
    ],
)
def test_lines_are_read_by_the_rule(pattern: str, line: str, seen: Observation | None) -> None:
    assert RuleListener(compiled(pattern))(line) == seen


def test_without_a_rule_percentages_are_read_that_read_as_progress() -> None:
    assert RuleListener(None)("Progress: 40%") == Observation(fraction=0.4)


@given(st.text() | st.from_regex(r"frame \d{1,30}[,.%/-]{0,3}\d{0,5}"))
def test_any_line_is_read(line: str) -> None:
    for pattern in (r"(?P<percent>[^ ]+)", r"(?P<frame>.+)/(?P<frames>.*)", r"(?P<step>.*)"):
        seen = RuleListener(compiled(pattern), frames=10, first=5)(line)
        assert seen is None or seen.fraction is None or 0 <= seen.fraction <= 1
        assert seen is None or seen.frame is None or seen.frame >= 0
