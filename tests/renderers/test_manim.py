"""Manim: what it is told, what it says, and where its film ends up."""

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rendermanager.core.errors import BadInput
from rendermanager.core.failure import classify
from rendermanager.core.job import JobSpec
from rendermanager.core.output import OutputKind
from rendermanager.core.progress import Observation
from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.media.checks import check_output
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import EngineVersion, RenderRequest
from rendermanager.renderers.manim import ManimEngine
from rendermanager.renderers.manim.listening import ManimListener
from rendermanager.renderers.manim.locate import find
from rendermanager.renderers.manim.settings import ManimSettings, Quality
from rendermanager.renderers.settings import read_settings
from tests.renderers.rendering import look

ENGINE = ManimEngine()
VERSION = EngineVersion(Path("/opt/bin/manim"), "0.22.0")
TRANSCRIPTS = Path(__file__).parent / "transcripts" / "manim"


def request_of(
    *parts: Part, script: str = "/scripts/intro.py", output: str = "/results/a.mp4", **changes: Any
) -> RenderRequest[ManimSettings]:
    settings = read_settings(ManimSettings, changes)
    spec = JobSpec(engine="manim", source=script, output=output)
    info = SourceInfo(SourceKind.PROJECT, parts=parts or (Part("Opening", 3),))
    return RenderRequest(spec, settings, info, Path(output), Path("/results/.attempt"))


def said(request: RenderRequest[ManimSettings]) -> str:
    [problem] = ENGINE.validate(request)
    return f"{problem.message} {problem.hint}"


@pytest.mark.parametrize(
    ("word", "quality"),
    [("l", "l"), ("480p15", "l"), ("1080P60", "h"), ("4k", "k"), ("1440p60", "p"), ("720p30", "m")],
)
def test_a_quality_has_a_letter_and_a_size(word: str, quality: str) -> None:
    assert read_settings(ManimSettings, {"quality": word}).quality is Quality(quality)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"transparent": True}, "An MP4 cannot be transparent. Choose mov"),
        ({"width": 100}, "Width and height go together."),
        ({"width": 101, "height": 100}, "101 × 100 has an odd side"),
        ({"scene": "--help"}, "cannot be the name of a class"),
        ({"quality": "high-ish"}, "There is no choice for quality “high-ish”"),
    ],
)
def test_contradictions_are_refused(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_settings(ManimSettings, changes)
    assert words in str(caught.value)


def test_the_command_says_everything_and_names_the_result_by_its_whole_path() -> None:
    request = request_of(
        quality="480p15", format="mov", transparent=True, fps=12.5, seed=7, output="/results/a.mov"
    )
    command = ENGINE.command(request, VERSION)
    assert command.argv == (
        *("/opt/bin/manim", "render", "--silent", "--verbosity", "INFO"),
        *("--progress_bar", "display", "--disable_caching"),
        *("--media_dir", "/results/.attempt/media", "-o", "/results/.attempt/result.mov"),
        *("--format", "mov", "--renderer", "cairo", "-q", "l", "-t"),
        *("--fps", "12.5", "--seed", "7", "/scripts/intro.py", "Opening"),
    )
    assert command.cwd == Path("/scripts")
    [output] = ENGINE.outputs(request)
    assert (output.written, output.final) == ("/results/.attempt/result.mov", "/results/a.mov")
    assert output.kind is OutputKind.VIDEO


def test_a_size_of_ones_own_replaces_that_of_the_quality() -> None:
    argv = ENGINE.command(request_of(width=1080, height=1920), VERSION).argv
    assert argv[argv.index("-r") + 1] == "1080,1920"


def test_a_python_is_told_to_run_the_module() -> None:
    version = EngineVersion(Path("/venv/bin/python3.12"), "0.22.0")
    assert ENGINE.command(request_of(), version).argv[:4] == (
        *("/venv/bin/python3.12", "-m", "manim", "render"),
    )


def test_without_the_graphics_card_opengl_is_drawn_by_the_processor() -> None:
    request = request_of(renderer="opengl")
    assert "LIBGL_ALWAYS_SOFTWARE" not in ENGINE.command(request, VERSION).env
    again = ENGINE.command(replace(request, software=True), VERSION)
    assert again.env["LIBGL_ALWAYS_SOFTWARE"] == "1"


def test_the_only_scene_goes_without_saying_and_one_of_many_must_be_named() -> None:
    two = (Part("Opening"), Part("Closing"))
    assert said(request_of(*two)) == (
        "“intro.py” has 2 scenes: Opening, Closing. Say which: scene=Opening."
    )
    assert ENGINE.validate(request_of(*two, scene="Closing")) == []
    assert ENGINE.command(request_of(*two, scene="Closing"), VERSION).argv[-1] == "Closing"
    assert said(request_of(*two, scene="Closin")) == (
        "There is no scene “Closin”. Did you mean “Closing”?"
    )


def test_a_scene_without_animations_is_a_still() -> None:
    assert "plays no animation" in said(request_of(Part("Logo", 0)))
    still = request_of(Part("Logo", 0), format="png", output="/results/a.png")
    assert ENGINE.validate(still) == []
    assert ENGINE.outputs(still)[0].kind is OutputKind.IMAGE


def test_an_ending_that_is_not_written_is_refused() -> None:
    assert said(request_of(output="/results/a.mkv")).startswith("“a.mkv” does not end in .mp4")


@pytest.mark.parametrize("changes", [{"script": "/a{b/intro.py"}, {"output": "/results/x}/a.mp4"}])
def test_braces_in_paths_are_refused_because_manim_fills_them_in(changes: dict[str, str]) -> None:
    assert "there is a brace in that path" in said(request_of(**changes))
    assert ENGINE.validate(request_of(output="/results/{a}.mp4")) == []


@pytest.mark.parametrize(
    ("output", "changes", "result"),
    [
        ("", {}, "/scripts/intro_manim-gif.mp4"),
        ("", {"scene": "Opening", "format": "gif"}, "/scripts/intro_Opening.gif"),
        ("/results/", {"scene": "Opening"}, "/results/intro_Opening.mp4"),
        ("/results/b.mp4", {}, "/results/b.mp4"),
    ],
)
def test_a_result_is_called_by_script_and_scene(
    output: str, changes: dict[str, Any], result: str
) -> None:
    spec = JobSpec(source="/scripts/intro.py", output=output, preset="manim-gif")
    settings = read_settings(ManimSettings, changes)
    assert ENGINE.default_output(spec, settings) == Path(result)


def test_a_long_name_is_cut_and_keeps_its_scene() -> None:
    spec = JobSpec(source=f"/scripts/{'ü' * 200}.py")
    name = ENGINE.default_output(spec, read_settings(ManimSettings, {"scene": "Opening"})).name
    assert name.endswith("_Opening.mp4")
    assert len(name.encode()) <= 255


# ------------------------------------------------------------------ what it says

BAR = "Animation {}: Create(Square):  {}%|███▊      | {}/60 [00:00<00:00, 63.38it/s]"


def test_shares_are_told_where_the_number_of_animations_is_known() -> None:
    listen = ManimListener(2)
    assert listen(BAR.format(0, 38, 30)) == Observation(
        fraction=0.25, step="animation 1 of 2: Create(Square)", fps=63.38
    )
    written = "INFO     Animation 0 : Partial movie file written in '/a/b.mp4'"
    assert listen(written) == Observation(fraction=0.5, step="animation 1 of 2")
    assert listen(BAR.format(1, 50, 30)) == Observation(
        fraction=0.75, step="animation 2 of 2: Create(Square)", fps=63.38
    )
    # The script plays more than it seemed to: no share is made up from here on.
    assert listen(BAR.format(2, 50, 30)) == Observation(
        step="animation 3: Create(Square)", fps=63.38
    )


def test_no_share_is_made_up_where_the_number_is_not_known() -> None:
    seen = ManimListener(None)(BAR.format(4, 50, 30))
    assert seen == Observation(step="animation 5: Create(Square)", fps=63.38)


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Animation 0: Create(Square):   0%|          | 0/15 [00:00<?, ?it/s]", 0.0),
        ("Animation 2: Wait():   0%|          | 0/0 [00:00<?, ?it/s]", 0.5),
        ("Animation 1: A:B:  50%|█ | 30/15 [00:00<00:00,  1.5it/s]", 0.5),
    ],
)
def test_odd_bars_are_read(line: str, seen: float) -> None:
    found = ManimListener(4)(line)
    assert found is not None
    assert found.fraction == seen


def test_the_end_is_told() -> None:
    listen = ManimListener()
    combining = "                    INFO     Combining to Movie file.   scene_file_writer.py:877"
    assert listen(combining) == Observation(step="puts the film together")
    assert listen("                             File ready at '/a/Sq.mp4'") == Observation(
        ended=True
    )
    assert listen("                    INFO     Rendered Sq") is None
    assert listen("Animation of the File in a Movie") is None


def test_a_real_transcript_tells_of_each_animation_and_of_no_failure() -> None:
    text = "".join(
        (TRANSCRIPTS / f"0.22-{stream}.txt").read_text(encoding="utf-8")
        for stream in ("stderr", "stdout")
    )
    listen = ManimListener(3)
    found = [seen for line in text.splitlines() if (seen := listen(line)) is not None]
    shares = [each.fraction for each in found if each.fraction is not None]
    assert max(shares) == 1.0
    assert found[-1].ended
    assert classify(text.splitlines(), ENGINE.failure_rules) is None


# ------------------------------------------------------------------ where it is


def test_a_folder_stands_for_the_virtual_environment_in_it(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "manim"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert find({}, str(tmp_path), "linux")[0] == (program, "chosen")
    assert find({"RENDERMANAGER_MANIM": str(tmp_path)}, "", "linux")[0] == (program, "environment")
    assert find({"PATH": str(program.parent)}, "", "linux")[0] == (program, "system")
    missing = tmp_path / "no" / "manim"
    assert find({"RENDERMANAGER_MANIM": str(missing)})[0] == (missing, "environment")


@pytest.mark.parametrize(
    ("answer", "version"),
    [
        ("Manim Community v0.22.0\\n\\nManim Community v0.22.0", "0.22.0"),
        ("ManimGL v1.7.2", ""),
        ("", ""),
    ],
)
def test_a_program_is_asked_whether_it_is_manim(tmp_path: Path, answer: str, version: str) -> None:
    program = tmp_path / "manim"
    program.write_text(f"#!/bin/sh\nprintf '{answer}'\n")
    program.chmod(0o755)
    if version:
        assert ENGINE.probe(program).version == version
    else:
        with pytest.raises(OSError, match="is not Manim Community"):
            ENGINE.probe(program)


def test_a_script_is_looked_into_without_running_it(tmp_path: Path, media: MediaReader) -> None:
    script = tmp_path / "intro.py"
    script.write_text("from manim import *\nclass A(Scene):\n  def construct(self): self.wait()\n")
    info = ENGINE.inspect(script, media)
    assert info.parts == (Part("A", 1),)
    assert ENGINE.accepts(script)
    assert not ENGINE.accepts(tmp_path / "intro.mov")


# ------------------------------------------------------------------ the real one

SCRIPT = """
from manim import *
class Move(Scene):
    def construct(self):
        s = Square()
        self.play(Create(s))
        self.play(s.animate.shift(RIGHT))
        self.wait(0.5)
class Still(Scene):
    def construct(self):
        self.add(Square())
class Bad(Scene):
    def construct(self):
        self.play(Create(Square()))
        raise ValueError("nope")
"""


@pytest.fixture(scope="module")
def manim() -> EngineVersion:
    found = find(os.environ)
    if not found or shutil.which(found[0][0]) is None:
        pytest.skip("Manim is not installed")
    return ENGINE.probe(found[0][0])


def rendered(
    version: EngineVersion, folder: Path, media: MediaReader, **changes: Any
) -> tuple[RenderRequest[ManimSettings], subprocess.CompletedProcess[str]]:
    script = folder / "my script.py"
    script.write_text(SCRIPT)
    (folder / "manim.cfg").write_text("[CLI]\nvideo_dir = elsewhere\nbackground_color = RED\n")
    settings = read_settings(ManimSettings, {"quality": "l", **changes})
    attempt = folder / "attempt"
    attempt.mkdir()
    output = folder / f"result.{settings.format}"
    spec = JobSpec(engine="manim", source=str(script), output=str(output))
    info = ENGINE.inspect(script, media)
    request = RenderRequest(spec, settings, info, output, attempt)
    assert ENGINE.validate(request, version) == []
    command = ENGINE.command(request, version)
    ran = subprocess.run(
        command.argv,
        cwd=command.cwd,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), **command.env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
    return request, ran


@pytest.mark.engines
@pytest.mark.parametrize(
    ("changes", "codec"),
    [
        ({}, "h264"),
        ({"format": "mov", "transparent": True}, "qtrle"),
        ({"format": "webm", "fps": 10}, "vp9"),
        ({"format": "gif", "width": 64, "height": 48}, "gif"),
        ({"format": "png", "transparent": True}, "png"),
    ],
)
def test_manim_renders_to_where_it_is_told(
    manim: EngineVersion, tmp_path: Path, media: MediaReader, changes: dict[str, Any], codec: str
) -> None:
    request, ran = rendered(manim, tmp_path, media, scene="Move", **changes)
    assert ran.returncode == 0, ran.stderr
    assert not (tmp_path / "__pycache__").exists()
    [output] = ENGINE.outputs(request)
    assert check_output(output, media) == []
    assert look(Path(output.written)).video == codec
    listen = ENGINE.listener(request)
    seen = [found for line in ran.stderr.splitlines() if (found := listen(line)) is not None]
    seen += [found for line in ran.stdout.splitlines() if (found := listen(line)) is not None]
    assert seen[-1].ended
    assert "animation 1 of 3: Create(Square)" in [each.step for each in seen]
    assert classify([*ran.stderr.splitlines(), *ran.stdout.splitlines()], []) is None


@pytest.mark.engines
def test_manim_fails_with_a_sentence(
    manim: EngineVersion, tmp_path: Path, media: MediaReader
) -> None:
    _, ran = rendered(manim, tmp_path, media, scene="Bad")
    assert ran.returncode == 1
    lines = [*ran.stdout.splitlines(), *ran.stderr.splitlines()]
    failure = classify(lines, ENGINE.failure_rules)
    assert failure is not None
    assert failure.message == "The script ended with an error: nope."
