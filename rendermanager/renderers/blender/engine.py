"""The adapter that lets the rest of the app render with Blender."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Final

from rendermanager.core.adaptation import Remedy
from rendermanager.core.doubt import Doubt
from rendermanager.core.failure import FailureRule
from rendermanager.core.job import JobSpec
from rendermanager.core.naming import MAX_NAME_BYTES, safe_name, shortened
from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.core.problem import Problem
from rendermanager.core.source import SourceInfo
from rendermanager.core.tasks import TaskSpec
from rendermanager.media.reader import MediaReader
from rendermanager.renderers import targets
from rendermanager.renderers.api import (
    Command,
    EngineVersion,
    Listener,
    Picture,
    Preset,
    RenderRequest,
    Trial,
)
from rendermanager.renderers.blender import command, expected, locate, plan, preflight
from rendermanager.renderers.blender.failures import BLENDER_DOUBTS, BLENDER_RULES
from rendermanager.renderers.blender.listening import BlenderListener
from rendermanager.renderers.blender.picture import saved_picture
from rendermanager.renderers.blender.presets import ENGINE, PRESETS
from rendermanager.renderers.blender.scenes import inspect_blend
from rendermanager.renderers.blender.settings import BlenderSettings
from rendermanager.renderers.blender.uses import files_used

_SMALL: Final = """\
import bpy
scene = bpy.context.scene
scene.render.engine = "CYCLES"
scene.cycles.device = "CPU"
scene.cycles.samples = 1
scene.cycles.use_denoising = False
scene.render.resolution_x, scene.render.resolution_y = 64, 36
scene.render.resolution_percentage = 100
"""
"""Makes the scene that Blender starts with small enough to render at once."""


class BlenderEngine:
    """Renders the frames of a scene. See `RenderEngine`."""

    name: ClassVar[str] = ENGINE
    label: ClassVar[str] = "Blender"
    settings: ClassVar[type] = BlenderSettings
    presets: ClassVar[Sequence[Preset]] = PRESETS
    endings: ClassVar[tuple[str, ...]] = (".blend",)
    sources: ClassVar[tuple[str, ...]] = ("Blender scenes",)
    failure_rules: ClassVar[Sequence[FailureRule]] = BLENDER_RULES
    doubts: ClassVar[Sequence[Doubt]] = BLENDER_DOUBTS
    remedies: ClassVar[frozenset[Remedy]] = frozenset(Remedy)
    reads_source: ClassVar[bool] = True
    resumes: ClassVar[bool] = True
    needs_program: ClassVar[bool] = True
    install: ClassVar[Mapping[str, str]] = {
        "win32": "Install it with “winget install BlenderFoundation.Blender”, or from blender.org.",
        "darwin": "Install it with “brew install --cask blender”, or from blender.org.",
        "": "Install it from blender.org, or with your system's packages: “sudo apt install "
        "blender”.",
    }

    def find(self, env: Mapping[str, str], chosen: str = "") -> list[tuple[Path, str]]:
        return locate.find(env, chosen)

    def probe(self, program: Path) -> EngineVersion:
        return locate.probe(program)

    def accepts(self, source: Path) -> bool:
        return source.suffix.lower() in self.endings

    def uses(self, source: Path) -> tuple[Path, ...]:
        return files_used(source)

    def picture(self, source: Path) -> Picture | None:
        return saved_picture(source)

    def inspect(self, source: Path, media: MediaReader) -> SourceInfo:  # noqa: ARG002
        return inspect_blend(source)

    def default_output(self, spec: JobSpec, settings: BlenderSettings) -> Path:
        """``<folder>/<stem>_<preset>/<stem>_<preset>_%04d.<ext>``; a film needs no folder.

        A scene that is named is part of the stem.
        """
        named = targets.named_file(spec)
        if named is not None:
            return named
        read, folder = Path(spec.source), targets.folder_of(spec)
        tail = f"_{safe_name(spec.preset or settings.format.value)}"
        scene = f"_{settings.scene}" if settings.scene else ""
        stem = safe_name(f"{read.stem}{scene}".replace("%", "_"))
        number = "" if settings.format.is_film else "_%04d"
        ending = f"{tail}{number}{plan.EXTENSIONS[settings.format][0]}"
        stem = shortened(stem, MAX_NAME_BYTES - len(ending.encode()))
        if not number:
            return folder / (stem + ending)
        return folder / (stem + tail) / (stem + ending)

    def validate(
        self, request: RenderRequest[BlenderSettings], version: EngineVersion | None = None
    ) -> list[Problem]:
        return preflight.problems(request, version)

    def tasks(
        self,
        spec: JobSpec,  # noqa: ARG002
        settings: BlenderSettings,
        source: SourceInfo | None,
    ) -> Sequence[TaskSpec]:
        return plan.tasks(settings, source)

    def trial(self, version: EngineVersion, folder: Path) -> Trial:
        """See `api.trial_of`."""
        picture = folder / "trial_0001.png"
        words = [*"-b --factory-startup --disable-autoexec --python-exit-code 7".split()]
        words += ["--python-expr", _SMALL, "-o", str(folder / "trial_####"), "-F", "PNG", "-f", "1"]
        expected = ExpectedOutput(
            str(picture), str(picture), OutputKind.IMAGE, frames=1, width=64, height=36
        )
        return Trial(
            Command((str(version.program), *words), folder),
            (expected,),
            "it rendered a small picture",
        )

    def command(self, request: RenderRequest[BlenderSettings], version: EngineVersion) -> Command:
        return command.build(request, version)

    def listener(self, request: RenderRequest[BlenderSettings]) -> Listener:
        return BlenderListener(plan.frames_of_task(request))

    def outputs(self, request: RenderRequest[BlenderSettings]) -> list[ExpectedOutput]:
        return expected.expected_outputs(request)
