"""The adapter that lets the rest of the app render with Manim."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from rendermanager.core.adaptation import Remedy
from rendermanager.core.failure import FailureRule
from rendermanager.core.job import JobSpec
from rendermanager.core.naming import safe_name
from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.core.problem import Problem, unknown
from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.media.reader import MediaReader
from rendermanager.media.trouble import plain
from rendermanager.renderers.api import (
    Command,
    EngineVersion,
    Listener,
    Preset,
    RenderRequest,
    Trial,
)
from rendermanager.renderers.documents import read_document
from rendermanager.renderers.manim import locate, scenes
from rendermanager.renderers.manim.failures import MANIM_RULES
from rendermanager.renderers.manim.listening import ManimListener
from rendermanager.renderers.manim.presets import ENGINE, PRESETS
from rendermanager.renderers.manim.settings import Format, ManimSettings, Quality, Renderer
from rendermanager.renderers.targets import result_path

COLUMNS: Final = "200"
"""Width of its lines. Narrow ones break its sentences, and each is filled up to it in the log."""
_TRIAL: Final = b"""\
from manim import Create, Scene, Square


class Trial(Scene):
    def construct(self):
        self.play(Create(Square()), run_time=0.2)
"""
_FILE: Final = "result"
"""Name of what it writes; the folder of the attempt is its own."""


class ManimEngine:
    """Renders one scene of a script. See `RenderEngine`.

    Attributes:
        at_once: How many of its renders run at the same time, if nobody says otherwise.
    """

    name: ClassVar[str] = ENGINE
    label: ClassVar[str] = "Manim"
    settings: ClassVar[type] = ManimSettings
    presets: ClassVar[Sequence[Preset]] = PRESETS
    endings: ClassVar[tuple[str, ...]] = (".py",)
    sources: ClassVar[tuple[str, ...]] = ("Manim scripts",)
    failure_rules: ClassVar[Sequence[FailureRule]] = MANIM_RULES
    remedies: ClassVar[frozenset[Remedy]] = frozenset({Remedy.SOFTWARE})
    reads_source: ClassVar[bool] = True
    runs_source: ClassVar[bool] = True
    needs_program: ClassVar[bool] = True
    at_once: ClassVar[int] = 4
    install: ClassVar[Mapping[str, str]] = {
        "win32": "Install it with “py -m pip install manim”.",
        "darwin": "Install it with “brew install manim”.",
        "": "Install it into an environment of its own: “python3 -m venv ~/manim” and then "
        "“~/manim/bin/pip install manim”, and choose ~/manim.",
    }

    def find(self, env: Mapping[str, str], chosen: str = "") -> list[tuple[Path, str]]:
        return locate.find(env, chosen)

    def probe(self, program: Path) -> EngineVersion:
        return locate.probe(program)

    def accepts(self, source: Path) -> bool:
        """Any Python file by its name; `inspect` refuses those that are no scripts for Manim."""
        return source.suffix.lower() in self.endings

    def inspect(self, source: Path, media: MediaReader) -> SourceInfo:  # noqa: ARG002
        content = read_document(source, scenes.LARGEST_BYTES)
        parts = scenes.scenes_in(content, source)
        return SourceInfo(SourceKind.PROJECT, size_bytes=len(content), parts=parts)

    def default_output(self, spec: JobSpec, settings: ManimSettings) -> Path:
        """``<folder>/<script>_<scene>.<ext>``; the preset replaces a scene that is not named."""
        tail = f"_{safe_name(settings.scene or spec.preset or ENGINE)}.{settings.format.value}"
        return result_path(spec, Path(spec.source).stem, tail)

    def validate(
        self,
        request: RenderRequest[ManimSettings],
        version: EngineVersion | None = None,  # noqa: ARG002
    ) -> list[Problem]:
        wanted = f".{request.settings.format.value}"
        found = [*_scene_problems(request), *_brace_problems(request)]
        if request.output.suffix.lower() != wanted:
            text = f"“{plain(request.output.name)}” does not end in {wanted}, which is written."
            found.append(Problem("output", text, "Change its ending, or the setting “format”."))
        return found

    def command(self, request: RenderRequest[ManimSettings], version: EngineVersion) -> Command:
        settings, script = request.settings, Path(request.spec.source)
        words = [*locate.words_of(version.program), "render", "--silent", "--verbosity", "INFO"]
        words += ["--progress_bar", "display", "--disable_caching"]
        # Its folders depend on the script's and the person's own configuration; a file that is
        # named by its whole path is written there and nowhere else.
        words += ["--media_dir", str(request.folder / "media"), "-o", str(_written(request))]
        words += ["--format", settings.format.value, "--renderer", settings.renderer.value]
        words += ["-q", settings.quality.value, *_changes(settings)]
        # Without the last one, Python would leave files beside the script.
        env = {"COLUMNS": COLUMNS, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
        if request.software and settings.renderer is Renderer.OPENGL:
            env["LIBGL_ALWAYS_SOFTWARE"] = "1"
        scene = _scene(request)
        # Beside the script lie its pictures, its modules and its configuration.
        return Command((*words, str(script), scene.name if scene else ""), script.parent, env)

    def trial(self, version: EngineVersion, folder: Path) -> Trial:
        """See `api.trial_of`."""
        script = folder / "trial.py"
        request = RenderRequest(
            JobSpec(engine=ENGINE, source=str(script)),
            ManimSettings(quality=Quality.LOW),
            SourceInfo(SourceKind.PROJECT, parts=scenes.scenes_in(_TRIAL, script)),
            folder / "trial.mp4",
            folder,
        )
        command = replace(self.command(request, version), files={script.name: _TRIAL})
        outputs = tuple(replace(each, final=each.written) for each in self.outputs(request))
        return Trial(command, outputs, "it rendered a small film")

    def listener(self, request: RenderRequest[ManimSettings]) -> Listener:
        scene = _scene(request)
        return ManimListener(scene.steps if scene else None)

    def outputs(self, request: RenderRequest[ManimSettings]) -> list[ExpectedOutput]:
        # Neither size nor rate is expected: a script may set its own.
        is_still = request.settings.format is Format.PNG
        kind = OutputKind.IMAGE if is_still else OutputKind.VIDEO
        return [ExpectedOutput(str(_written(request)), str(request.output), kind)]


def _written(request: RenderRequest[ManimSettings]) -> Path:
    return request.folder / f"{_FILE}.{request.settings.format.value}"


def _changes(settings: ManimSettings) -> list[str]:
    words = ["-t"] if settings.transparent else []
    words += ["-r", f"{settings.width},{settings.height}"] if settings.width else []
    words += ["--fps", f"{settings.fps:g}"] if settings.fps else []
    return words + (["--seed", str(settings.seed)] if settings.seed is not None else [])


def _scene(request: RenderRequest[ManimSettings]) -> Part | None:
    """The scene that is meant: as named, or the only one."""
    source, wanted = request.source, request.settings.scene
    if source is None:
        return None
    if not wanted:
        return source.parts[0] if len(source.parts) == 1 else None
    return source.part(wanted)


def _scene_problems(request: RenderRequest[ManimSettings]) -> list[Problem]:
    parts = request.source.parts if request.source else ()
    wanted, scene = request.settings.scene, _scene(request)
    if scene is None and wanted:
        return [unknown("scene", wanted, (each.name for each in parts), "settings.scene")]
    if scene is None:
        listed = ", ".join(each.name for each in parts)
        text = f"“{plain(Path(request.spec.source).name)}” has {len(parts)} scenes: {listed}."
        hint = f"Say which: scene={parts[0].name}." if parts else "Choose another file."
        return [Problem("settings.scene", text, hint)]
    if scene.steps == 0 and request.settings.format is not Format.PNG:
        text = f"The scene “{scene.name}” plays no animation, so that no film can be made of it."
        return [Problem("settings.format", text, "Render it as a still (format=png).")]
    return []


def _brace_problems(request: RenderRequest[ManimSettings]) -> list[Problem]:
    """Manim takes a brace in a path for a field to be filled in, and knows no way to write one."""
    found = []
    for field, path in (("source", Path(request.spec.source)), ("output", request.output.parent)):
        if "{" in str(path) or "}" in str(path):
            text = f"Manim cannot use “{plain(str(path))}”: there is a brace in that path."
            found.append(Problem(field, text, "Rename the folder or file, or take another."))
    return found
