"""Requests and sources for the tests of the Blender engine."""

from pathlib import Path

from rendermanager.core.job import JobSpec
from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.core.tasks import WHOLE, TaskSpec
from rendermanager.renderers.api import EngineVersion, RenderRequest
from rendermanager.renderers.blender import scenes
from rendermanager.renderers.blender.engine import BlenderEngine
from rendermanager.renderers.blender.settings import BlenderSettings
from rendermanager.renderers.settings import read_settings

ENGINE = BlenderEngine()
VERSION = EngineVersion(Path("/opt/blender/blender"), "4.2.1 LTS")
FACTS = {
    scenes.ENGINE: "CYCLES",
    scenes.SAVED_BY: "4.1",
    scenes.CAMERA: "Front",
    scenes.CAMERAS: "Front\nTop",
    scenes.FULL_SIZE: "1920x1080",
}


def scene(name: str = "Shot", *lacks: str, **changes: object) -> Part:
    facts = {key: value for key, value in FACTS.items() if key not in lacks}
    values: dict[str, object] = {
        "first_frame": 1,
        "frames": 100,
        "rate": "24/1",
        "width": 960,
        "height": 540,
        "facts": facts,
    }
    return Part(name=name, **{**values, **changes})  # type: ignore[arg-type]


def project(*parts: Part, missing: tuple[str, ...] = ()) -> SourceInfo:
    return SourceInfo(SourceKind.PROJECT, parts=parts or (scene(),), missing_files=missing)


def settings_of(**changes: object) -> BlenderSettings:
    return read_settings(BlenderSettings, changes)


def request_of(
    source: SourceInfo | None = None,
    *,
    output: str = "/results/shot_%04d.png",
    task: TaskSpec = WHOLE,
    software: bool = False,
    threads: int = 0,
    done: frozenset[int] = frozenset(),
    **changes: object,
) -> RenderRequest[BlenderSettings]:
    spec = JobSpec(engine="blender", source="/shots/shot.blend", output=output)
    return RenderRequest(
        spec,
        settings_of(**changes),
        source or project(),
        Path(output),
        Path("/results/.attempt"),
        threads=threads,
        software=software,
        task=task,
        shared=Path("/results/.shared"),
        done=done,
    )
