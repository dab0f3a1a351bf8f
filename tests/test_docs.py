"""Keeps the documentation true: what it names exists, and its examples do what they show."""

import dataclasses
import io
import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import imageio_ffmpeg
import pytest

import rendermanager
from rendermanager.cli.main import cli, main
from rendermanager.config.paths import HOME_VARIABLE
from rendermanager.config.settings import Settings
from rendermanager.core.errors import RenderManagerError
from rendermanager.core.job import JobSpec
from rendermanager.core.status import TASK_MOVES, JobStatus, Priority
from rendermanager.renderers.api import Preset
from rendermanager.renderers.blender.presets import PRESETS as BLENDER_PRESETS
from rendermanager.renderers.blender.settings import BlenderSettings
from rendermanager.renderers.blender.words import Denoise, Device, Engine, Format
from rendermanager.renderers.ffmpeg.codecs import VIDEO
from rendermanager.renderers.ffmpeg.containers import CONTAINERS
from rendermanager.renderers.ffmpeg.presets import PRESETS
from rendermanager.renderers.ffmpeg.settings import FfmpegSettings
from rendermanager.renderers.ffmpeg.words import AudioCodec, Fit, Speed, VideoCodec
from rendermanager.renderers.manim.presets import PRESETS as MANIM_PRESETS
from rendermanager.renderers.manim.settings import ManimSettings
from rendermanager.renderers.nexrender.engine import PRESETS as AFTER_EFFECTS_PRESETS
from rendermanager.renderers.nexrender.settings import NexrenderSettings
from rendermanager.renderers.openjd.plan import planned
from rendermanager.renderers.program.checks import known_names
from rendermanager.renderers.program.engine import ProgramEngine
from rendermanager.renderers.program.own import OwnFile
from rendermanager.renderers.program.reading import read_preset
from rendermanager.renderers.program.shape import ProgramFile, SettingKind
from rendermanager.renderers.registry import Registry
from rendermanager.services.jobfile import parse_jobs
from rendermanager.services.recipe import find_recipe
from tests.helpers.commands import commands_of

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PAGES = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
HOME = "/home/ada"
"""Where the sessions in the documentation take place: in its folder `shots`."""
RENDERING = ("render", "serve")
"""Commands with an event loop of their own, which run as programs."""

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def read(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


# ------------------------------------------------------------------ Markdown

FENCED = re.compile(
    r"(?:^<!-- example: (?P<kind>[\w .-]+) -->\n)?^```(?P<language>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclasses.dataclass(frozen=True)
class Block:
    """A fenced block; `kind` is what the comment above it says, or empty."""

    kind: str
    language: str
    text: str


def blocks(text: str, *kinds: str) -> list[Block]:
    found = (Block(**each.groupdict(default="")) for each in FENCED.finditer(text))
    return [block for block in found if not kinds or block.kind.split(" ")[0] in kinds]


def sections(text: str) -> dict[str, str]:
    """What stands below each heading of the second level."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return {title.strip("`"): body for title, body in zip(parts[1::2], parts[2::2], strict=True)}


def table(text: str, head: str) -> list[list[str]]:
    """The rows of the table whose first column is called like this."""
    found = re.search(rf"^\| {re.escape(head)} \|.*\n\|[-|]+\|\n((?:\|.*\n)*)", text, re.MULTILINE)
    assert found, f"there is no table “{head}”"
    rows = found[1].splitlines()
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def words(text: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`\n]+)`", text)


def value_of(text: str) -> Any:
    """A default as the tables write it: JSON, or a bare word."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


# ------------------------------------------------------------------ links


def anchors(text: str) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@each_page
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    lost = []
    for link in re.findall(r"\]\(([^)\s]+)\)", FENCED.sub("", page.read_text(encoding="utf-8"))):
        path, _, anchor = link.partition("#")
        there = page.parent / path if path else page
        if re.match(r"[a-z]+:", link):
            continue
        if not there.exists() or (anchor and anchor not in anchors(there.read_text("utf-8"))):
            lost.append(link)
    assert lost == []


def test_the_readme_begins_with_the_two_commands_and_leads_to_every_page() -> None:
    text = README.read_text(encoding="utf-8")
    assert re.match(r"make run +#.*\nmake test +#", blocks(text)[0].text)
    assert [page.name for page in PAGES[1:] if f"{page.name})" not in text] == []


def test_the_changelog_knows_this_version() -> None:
    assert f"[{rendermanager.__version__}]" in PAGES[1].read_text(encoding="utf-8")


@each_page
def test_numbers_of_presets_and_settings_are_right(page: Path) -> None:
    counts = {"presets": len(PRESETS), "settings": len(dataclasses.fields(FfmpegSettings))}
    for number, what in re.findall(r"(\d+) (presets|settings)", page.read_text(encoding="utf-8")):
        assert int(number) == counts[what]


# ------------------------------------------------------------------ the command line

COMMAND_LINE = sections(read("command-line.md"))
COMMANDS = pytest.mark.parametrize("name", sorted(commands_of(cli)))


def options_of(command: click.Command) -> set[str]:
    return {name for each in command.params if isinstance(each, click.Option) for name in each.opts}


@COMMANDS
def test_every_command_is_documented_with_all_its_options(name: str) -> None:
    command = commands_of(cli)[name]
    assert options_of(command) - set(words(COMMAND_LINE[name])) == set()
    assert f"rendermanager {name}" in COMMAND_LINE[name]
    arguments = [each for each in command.params if isinstance(each, click.Argument)]
    for argument in arguments:
        shown = argument.make_metavar(click.Context(command)).strip("[].…")
        assert shown in re.findall(r"[A-Z]+", COMMAND_LINE[name])


@COMMANDS
def test_no_option_is_documented_that_a_command_does_not_have(name: str) -> None:
    known = options_of(commands_of(cli)[name]) | options_of(cli)
    rows = re.findall(r"^\| (`-.*?) \|", COMMAND_LINE[name], re.MULTILINE)
    assert {option for row in rows for option in words(row)} - known == set()


def test_the_options_for_every_command_are_documented() -> None:
    rows = table(COMMAND_LINE["Options for every command"], "Option")
    assert {option for row in rows for option in words(row[0])} >= options_of(cli)


def test_every_exit_code_is_documented() -> None:
    def codes(kind: type[RenderManagerError]) -> set[int]:
        return {kind.exit_code}.union(*(codes(each) for each in kind.__subclasses__()))

    rows = table(COMMAND_LINE["Exit codes"], "Code")
    assert {int(row[0]) for row in rows} == {0, 130, *codes(RenderManagerError)}


def test_every_status_and_priority_is_documented() -> None:
    named = words(COMMAND_LINE["list"]) + words(COMMAND_LINE["priority"])
    assert {status.value for status in JobStatus} - set(named) == set()
    assert {level.word for level in Priority} - set(named) == set()


def test_every_setting_of_the_app_is_documented_with_its_default() -> None:
    rows = table(COMMAND_LINE["Settings and variables"], "Key")
    shown = {words(row[0])[0]: value_of(words(row[1])[0]) for row in rows}
    usual = dataclasses.asdict(Settings())
    assert shown == {k: list(v) if isinstance(v, tuple) else v for k, v in usual.items()}


@each_page
def test_every_command_that_is_printed_can_be_understood(page: Path) -> None:
    for block in blocks(page.read_text(encoding="utf-8")):
        for line in re.findall(r"^\$ rendermanager(.*)", block.text, re.MULTILINE):
            given = shlex.split(line.partition(" > ")[0], comments=True)
            with cli.make_context("rendermanager", given) as context:
                name, command, rest = cli.resolve_command(context, context._protected_args)
                assert command is not None
                command.make_context(name, [*rest, *context.args], parent=context)


# ------------------------------------------------------------------ ffmpeg

FFMPEG = sections(read("ffmpeg.md"))


def test_every_preset_is_documented_with_its_other_names_and_what_it_sets() -> None:
    def changes(preset: Preset) -> list[str]:
        return [
            f"{key}={str(value).replace('True', 'true')}" for key, value in preset.settings.items()
        ]

    rows = table(FFMPEG["Presets"], "Preset")
    shown = {words(row[0])[0]: (tuple(words(row[1])), words(row[2])) for row in rows}
    assert shown == {each.name: (each.aliases, changes(each)) for each in PRESETS}


def test_every_setting_of_ffmpeg_is_documented_with_its_default() -> None:
    shown = {
        words(row[0])[0]: value_of("".join(words(row[1])))
        for row in table(FFMPEG["Settings"], "Setting")
    }
    usual = {each.name: each.default for each in dataclasses.fields(FfmpegSettings)}
    assert shown == {name: "" if value is None else value for name, value in usual.items()}


MORE_ENGINES = sections(read("engines.md"))


def test_every_preset_and_setting_of_manim_is_documented() -> None:
    def changes(preset: Preset) -> list[str]:
        return [
            f"{key}={str(value).replace('True', 'true')}" for key, value in preset.settings.items()
        ]

    rows = table(MORE_ENGINES["Manim"], "Preset")
    assert {words(row[0])[0]: words(row[2]) for row in rows} == {
        each.name: changes(each) for each in MANIM_PRESETS
    }
    shown = {
        words(row[0])[0]: value_of("".join(words(row[1])))
        for row in table(MORE_ENGINES["Manim"], "Setting")
    }
    usual = {each.name: each.default for each in dataclasses.fields(ManimSettings)}
    assert shown == {name: "" if value is None else value for name, value in usual.items()}


def test_the_preset_file_in_the_documentation_is_a_good_one(tmp_path: Path) -> None:
    [(block,)] = [blocks(MORE_ENGINES["Any program"], "preset")]
    path = tmp_path / "trace.toml"
    path.write_text(block.text, encoding="utf-8")
    made = read_preset(path)
    assert isinstance(made, ProgramEngine)
    assert made.label == "Trace"
    keys = {word for row in table(MORE_ENGINES["Any program"], "Key") for word in words(row[0])}
    assert keys == set(ProgramFile.__struct_fields__)
    named = set(words(MORE_ENGINES["Any program"]))
    assert {kind.value for kind in SettingKind} - named == set()
    assert {f"{{{name}}}" for name in known_names(made._made)} - named == {
        *("{specks}", "{tight}"),
    }


def test_the_preset_of_ones_own_in_the_documentation_is_a_good_one(tmp_path: Path) -> None:
    section = MORE_ENGINES["Presets of your own"]
    (block,) = blocks(section, "own-preset")
    (tmp_path / "review.json").write_text(block.text, encoding="utf-8")
    registry = Registry.load(tmp_path)
    assert registry.preset("client").settings["crf"] == 28
    assert registry.broken == ()
    keys = {word for row in table(section, "Key") for word in words(row[0])}
    assert keys == set(OwnFile.__struct_fields__)


def test_the_template_in_the_documentation_is_a_good_one() -> None:
    pytest.importorskip("openjd.model")
    [(block,)] = [blocks(MORE_ENGINES["Open Job Description"], "template")]
    source = Path("/home/ada/sheet.openjd.yaml")
    plan = planned(block.text, source, (("Film", "/home/ada/intro.mov"),))
    assert [task.step for task in plan.tasks] == ["Draw"]


@pytest.mark.parametrize(
    "kind", [VideoCodec, AudioCodec, Speed, Fit], ids=lambda kind: kind.__name__
)
def test_every_word_that_a_setting_takes_is_documented(kind: Any) -> None:
    named = words(FFMPEG["Settings"] + FFMPEG["Codecs and containers"])
    assert {each.value for each in kind} - set(named) == set()


ENGINES = read("engines.md").split("\n## ")


def test_presets_and_settings_of_blender_are_documented() -> None:
    (page,) = (each for each in ENGINES if each.startswith("Blender\n"))
    presets = {words(row[0])[0]: words(row[2]) for row in table(page, "Preset")}
    assert presets == {
        each.name: [f"{key}={value}" for key, value in each.settings.items()]
        for each in BLENDER_PRESETS
    }
    rows = table(page, "Setting")
    shown = {words(row[0])[0]: value_of("".join(words(row[1]))) for row in rows}
    assert shown == {each.name: each.default for each in dataclasses.fields(BlenderSettings)}
    named = set(words("".join(row[2] for row in rows)))
    for kind in (Format, Engine, Device, Denoise):
        assert {each.value for each in kind} - named == set()


def test_presets_and_settings_of_after_effects_are_documented() -> None:
    page = sections(read("engines.md"))["After Effects"]
    presets = {words(row[0])[0]: (words(row[1]), words(row[2])) for row in table(page, "Preset")}
    assert presets == {
        each.name: (
            list(each.aliases),
            [f"{key}={value}" for key, value in each.settings.items()],
        )
        for each in AFTER_EFFECTS_PRESETS
    }
    rows = table(page, "Setting")
    shown = {words(row[0])[0]: value_of("".join(words(row[1]))) for row in rows}
    known = {each.name: each.default for each in dataclasses.fields(NexrenderSettings)}
    assert shown == {name: "" if value is None else value for name, value in known.items()}


def test_the_codecs_are_documented_as_they_are() -> None:
    shown = {
        words(row[0])[0]: (tuple(words(row[1])), row[2], tuple(words(row[3])))
        for row in table(FFMPEG["Codecs and containers"], "`video`")
    }
    assert shown == {
        codec.value: (
            facts.containers,
            "" if facts.default_crf is None else f"{facts.default_crf}, {facts.max_crf}",
            facts.profiles,
        )
        for codec, facts in VIDEO.items()
    }
    assert set(CONTAINERS) - set(words(FFMPEG["Codecs and containers"])) == set()


def test_every_field_of_a_job_is_documented_with_its_default() -> None:
    rows = table(sections(read("job-files.md"))["Fields"], "Field")
    shown = {words(row[0])[0]: value_of(words(row[1])[0]) for row in rows}
    usual = JobSpec()
    expected: dict[str, Any] = dataclasses.asdict(usual) | {"priority": usual.priority.word}
    expected |= {name: list(value) for name, value in expected.items() if isinstance(value, tuple)}
    assert shown == expected


@each_page
def test_jobs_in_examples_are_good_jobs(page: Path) -> None:
    registry = Registry.load()
    for block in blocks(page.read_text(encoding="utf-8"), "jobs"):
        for spec in parse_jobs(block.text.encode().splitlines(), "test"):
            find_recipe(registry, "", spec)


ARCHITECTURE = sections(read("architecture.md"))


def test_the_picture_of_the_layers_is_the_import_contract() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    contracts = settings["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    (picture,) = (each.text for each in blocks(ARCHITECTURE["Layers"]) if each.language == "layers")
    assert [re.split(r" {2,}", line)[0] for line in picture.splitlines()] == layers


def test_the_table_of_moves_is_the_one_in_the_code() -> None:
    rows = table(ARCHITECTURE["States"], "From")
    shown = {words(row[0])[0]: set(words(row[1])) for row in rows}
    assert shown == {old.value: {new.value for new in after} for old, after in TASK_MOVES.items()}


# ------------------------------------------------------------------ sessions


def make_sources(folder: Path) -> None:
    """Two films and a folder of frames, small enough to be rendered in no time."""
    (folder / "comp").mkdir(parents=True)
    picture = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=12:d=1"]
    sound = ["-f", "lavfi", "-i", "sine=d=1", "-c:v", "mpeg4", "-c:a", "pcm_s16le"]
    outputs = ([*sound, "intro.mov"], [*sound, "outro.mov"], ["comp/shot_%04d.png"])
    for output in outputs:
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", *picture, *output]
        subprocess.run(command, cwd=folder, check=True, stdin=subprocess.DEVNULL)


class Session:
    """A terminal in a folder of its own, as the examples show it."""

    def __init__(self, top: Path, patch: pytest.MonkeyPatch) -> None:
        self.top = top
        self.folder = top / "shots"
        self._patch = patch
        self._code = 0
        make_sources(self.folder)
        patch.chdir(self.folder)
        patch.setenv(HOME_VARIABLE, str(top / ".local/share/RenderManager"))
        patch.setenv("XDG_DATA_HOME", str(top / ".local/share"))
        patch.setenv("PYTHONPATH", str(ROOT))

    def run(self, line: str) -> str:
        """What a command prints, on both of its outputs, with the folder named as in the docs."""
        program, *arguments = shlex.split(line.replace("$?", str(self._code)), comments=True)
        if program == "echo":
            return f"{arguments[0]}\n"
        assert program == "rendermanager", line
        printed = self._program(arguments) if arguments[0] in RENDERING else self._here(arguments)
        return printed.replace(str(self.top), HOME)

    def _program(self, arguments: Sequence[str]) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "rendermanager", *arguments],
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._code = done.returncode
        return done.stdout

    def _here(self, arguments: Sequence[str]) -> str:
        screen = io.StringIO()
        with self._patch.context() as patch:
            patch.setattr(sys, "stdout", screen)
            patch.setattr(sys, "stderr", screen)
            self._code = main(arguments)
        return screen.getvalue()


def commands_in(text: str) -> list[tuple[str, str]]:
    """Each command of a session with what it prints."""
    parts = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def comparable(command: str, printed: str) -> str:
    """What is printed, without times; ended jobs may be listed in any order."""
    text = re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+\+00:00|\d{8}-\d{6}", "TIME", printed)
    text = re.sub(r"^elapsed_s: .*", "elapsed_s:   SECONDS", text, flags=re.MULTILINE)
    lines = text.splitlines(keepends=True)
    return "".join(sorted(lines) if command.startswith("rendermanager list") else lines)


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if blocks(page.read_text(encoding="utf-8"), "session")],
    ids=lambda page: page.name,
)
def test_sessions_go_as_they_are_shown(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(tmp_path, monkeypatch)
    for block in blocks(page.read_text(encoding="utf-8"), "session", "file"):
        if block.kind != "session":
            Path(block.kind.split(" ")[1]).write_text(block.text, encoding="utf-8")
            continue
        for command, shown in commands_in(block.text):
            printed = comparable(command, session.run(command))
            assert (command, printed) == (command, comparable(command, shown))


def test_the_engine_in_the_documentation_renders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = read("architecture.md")
    package, installed = tmp_path / "package", tmp_path / "installed"
    package.mkdir()
    ((engine,), (points,), (script,)) = (
        blocks(text, kind) for kind in ("engine", "entry-point", "script")
    )
    (package / "sketch_engine.py").write_text(engine.text, encoding="utf-8")
    (package / "pyproject.toml").write_text(points.text, encoding="utf-8")
    # As the page says it, but with what is here: neither a network nor a folder of others is used.
    pip = [sys.executable, "-m", "pip", "-q", "--no-input", "--disable-pip-version-check"]
    alone = ["--no-index", "--no-deps", "--no-build-isolation", "--target", str(installed)]
    subprocess.run([*pip, "install", *alone, str(package)], check=True, cwd=tmp_path)
    session = Session(tmp_path, monkeypatch)
    monkeypatch.setenv("PYTHONPATH", f"{installed}{os.pathsep}{ROOT}")
    told = map(json.loads, session._program(["engines", "--json"]).splitlines())
    (plug_in,) = (each for each in told if each["name"] == "python3")
    assert (plug_in["label"], plug_in["found"]) == ("Python sketch", True)
    (session.folder / "dawn.sketch").write_text(script.text, encoding="utf-8")
    ((command, shown),) = [
        each
        for block in blocks(ARCHITECTURE["Adding a render engine"])
        for each in commands_in(block.text)
    ]
    assert session.run(command) == shown
    picture = session.folder / "dawn_sketch.ppm"
    assert picture.read_bytes().startswith(b"P6\n64 64\n255\n")
    assert "✗" in session.run("rendermanager render dawn.sketch --set size=8")
