"""Any other program: run without a shell, found without surprises, read with care."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rendermanager.core.errors import BadInput
from rendermanager.core.failure import FailureKind, Retry, classify
from rendermanager.core.job import JobSpec
from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.core.progress import Observation
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import EngineVersion, RenderRequest
from rendermanager.renderers.command import (
    CommandEngine,
    CommandSettings,
    command_problems,
    parse_line,
    promised_kind,
)

ENGINE = CommandEngine()
VERSION = EngineVersion(Path("/"), "")


def request_of(*argv: str, **wish: Any) -> RenderRequest[CommandSettings]:
    spec = JobSpec(engine="command", argv=argv, **wish)
    return RenderRequest(spec, CommandSettings(), None, Path(spec.output), Path())


def said(*argv: str, **wish: Any) -> str:
    found = ENGINE.validate(request_of(*argv, **wish))
    assert len(found) == 1, found
    assert found[0].blocks
    return f"{found[0].message} {found[0].hint}"


def test_arguments_are_passed_as_they_are(tmp_path: Path) -> None:
    words = ("$(reboot)", "a b", "*", "", "%PATH%", "-n", "ü\n")
    script = "import sys; print(sys.argv[1:])"
    request = request_of(sys.executable, "-c", script, *words, cwd=str(tmp_path))
    assert ENGINE.validate(request) == []
    command = ENGINE.command(request, VERSION)
    assert command.argv == (sys.executable, "-c", script, *words)
    assert command.cwd == tmp_path
    ran = subprocess.run(command.argv, capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.strip() == repr(list(words))


def test_a_bare_name_is_looked_up_on_the_path() -> None:
    command = ENGINE.command(request_of("sh", "-c", "true"), VERSION)
    assert Path(command.argv[0]).is_absolute()
    assert command.argv[1:] == ("-c", "true")


def test_the_working_folder_is_no_place_for_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = tmp_path / "ls"
    trap.write_text("#!/bin/sh\n")
    trap.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f".:{os.environ['PATH']}")
    assert ENGINE.command(request_of("ls"), VERSION).argv[0] != str(trap)
    assert "not an absolute path" in said("./ls")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ((), "No program is named."),
        (("",), "No program is named."),
        (("/nowhere/frobnicate",), "does not exist. Check the spelling."),
        (("frobnicate-9000-xyz",), "There is no program “frobnicate-9000-xyz”"),
        (("bin/x",), "Name the program by its whole path."),
        (("sh", "a\0b"), "none can hold"),
    ],
)
def test_a_program_that_cannot_be_run_is_refused(argv: tuple[str, ...], words: str) -> None:
    assert words in said(*argv)
    with pytest.raises(BadInput):
        ENGINE.command(request_of(*argv), VERSION)


def test_the_nearest_program_is_suggested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "blender"
    program.write_text("#!/bin/sh\n")
    monkeypatch.setenv("PATH", f"{tmp_path}:/nowhere")
    assert f"Did you mean “{program}”?" in said(str(tmp_path / "blendr"))
    assert "may not be run. Make it executable." in said(str(program))
    program.chmod(0o755)
    assert "Did you mean “blender”?" in said("blendre")


def test_a_working_folder_that_is_gone_is_refused() -> None:
    assert "“/nowhere” does not exist" in said("sh", cwd="/nowhere")


@pytest.mark.parametrize("env", [{"A=B": "c"}, {"A": "b\0"}])
def test_variables_that_cannot_be_are_refused(env: dict[str, str]) -> None:
    assert "variable" in said("sh", env=env)


@pytest.mark.parametrize(
    ("argv", "refused"),
    [
        (("C:\\tools\\render.bat", "x"), "takes no arguments"),
        (("render.CMD", "x & calc"), "takes no arguments"),
        (("render.cmd",), "There is no program"),
    ],
)
def test_scripts_of_the_windows_shell_take_no_arguments(
    argv: tuple[str, ...], refused: str
) -> None:
    found = list(command_problems(JobSpec(argv=argv), {"PATH": ""}, "win32"))
    assert len(found) == 1
    assert refused in found[0].message


def test_it_runs_where_told_else_beside_the_output_else_at_home(tmp_path: Path) -> None:
    def folder(**wish: str) -> Path:
        return ENGINE.command(request_of("sh", **wish), VERSION).cwd

    assert folder(cwd=str(tmp_path), output="/b/o.mp4") == tmp_path
    assert folder(output="/b/o.mp4") == Path("/b")
    assert folder() == Path.home()


def test_its_variables_are_added() -> None:
    assert ENGINE.command(request_of("sh", env={"A": "b"}), VERSION).env == {"A": "b"}


def test_files_it_must_leave_are_published_where_they_are() -> None:
    request = request_of("sh", cwd="/w", expects=("/b/a.mp4", "c.txt", "/w/c.txt"))
    assert ENGINE.outputs(request) == [
        ExpectedOutput("/b/a.mp4", "/b/a.mp4", OutputKind.MEDIA),
        ExpectedOutput("/w/c.txt", "/w/c.txt", OutputKind.FILE),
    ]
    assert ENGINE.outputs(request_of("sh")) == []


def test_it_reads_no_source(media: MediaReader) -> None:
    assert not ENGINE.accepts(Path("a.mp4"))
    assert ENGINE.inspect(Path("a.mp4"), media) == SourceInfo(SourceKind.NONE)
    assert ENGINE.default_output(JobSpec(output="/b/o"), CommandSettings()) == Path("/b/o")


def test_it_is_always_found() -> None:
    [(program, origin)] = ENGINE.find({})
    assert program.is_absolute()
    assert ENGINE.probe(program).program == program
    assert origin == "system"


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("openjd_progress: 42", Observation(fraction=0.42)),
        ("openjd_progress: 42.5 %\r\n", Observation(fraction=0.425)),
        ("openjd_progress: 142", None),
        ("openjd_progress: -1", None),
        ("openjd_progress: nan", None),
        ("openjd_progress:", None),
        ("openjd_status: Loading scene", Observation(step="Loading scene")),
        ("openjd_status: ", None),
        ("openjd_status: " + "x" * 999, Observation(step="x" * 200)),
        ("openjd_fail: no licence", Observation(warning="no licence")),
        ("note openjd_progress: 42", None),
        ("42%", Observation(fraction=0.42)),
        ("  7 %", Observation(fraction=0.07)),
        ("[ 42%] Building scene", Observation(fraction=0.42)),
        (" 33%|███▎      | 5/15 [00:00<00:01]", Observation(fraction=0.33)),
        ("Rendering frames: 99.5%", Observation(fraction=0.995)),
        ("Progress: 12.5% (frame 3)", Observation(fraction=0.125)),
        ("Baking 100%.", Observation(fraction=1)),
        ("CPU 42%", None),
        ("42% of 8 cores", None),
        ("disk 97% full", None),
        ("memory used: 12%", None),
        ("JPEG quality 92%", None),
        ("10% faster than before", None),
        ("12% and 34%", None),
        ("100%25", None),
        ("a%20b", None),
        ("-5%", None),
        ("v1.5%", None),
        ("250%", None),
        ("between 5% it stands here", None),
        ("", None),
        ("x" * 100_000 + "42%", None),
    ],
)
def test_a_line_is_read_with_care(line: str, seen: Observation | None) -> None:
    assert parse_line(line) == seen


@pytest.mark.parametrize(
    ("line", "kind", "retry"),
    [
        ("openjd_fail: no licence", FailureKind.SYSTEM_ERROR, Retry.NO),
        ("OSError: [Errno 28] No space left on device", FailureKind.RESOURCE_EXHAUSTION, None),
        ("MemoryError", FailureKind.RESOURCE_EXHAUSTION, Retry.BACKOFF),
        ("ModuleNotFoundError: No module named 'bpy'", FailureKind.INVALID_INPUT, None),
        ("sh: /x: Permission denied", FailureKind.INVALID_INPUT, None),
        ("cat: x: No such file or directory", FailureKind.INVALID_INPUT, None),
    ],
)
def test_usual_failures_are_explained(line: str, kind: FailureKind, retry: Retry | None) -> None:
    failure = classify([line], ENGINE.failure_rules)
    assert failure is not None
    assert failure.kind is kind
    assert failure.retry is (retry or Retry.AFTER_FIX)


def test_the_programs_own_word_is_shown() -> None:
    lines = ["x: Permission denied", "openjd_fail: camera {0} is missing"]
    failure = classify(lines, ENGINE.failure_rules)
    assert failure is not None
    assert failure.message == "The program gave up: camera {0} is missing"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("/b/film.mov", OutputKind.MEDIA),
        ("/b/tone.WAV", OutputKind.MEDIA),
        ("/b/still.png", OutputKind.IMAGE),
        ("/b/shot_%04d.exr", OutputKind.SEQUENCE),
        ("/b/shot_%04d.mov", OutputKind.MEDIA),
        # A program in TypeScript goes by this name as well as a stream.
        ("/b/main.ts", OutputKind.FILE),
        ("/b/report.txt", OutputKind.FILE),
        ("/b/none", OutputKind.FILE),
    ],
)
def test_promised_files_are_checked_as_what_their_names_say(name: str, kind: OutputKind) -> None:
    assert promised_kind(name) is kind
