"""What speaks against one Blender render, given its scene and its target."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rendermanager.core.problem import Problem, unknown
from rendermanager.core.source import Part, SourceInfo
from rendermanager.media.sequences import is_pattern
from rendermanager.media.trouble import plain, shown
from rendermanager.renderers.api import EngineVersion, RenderRequest
from rendermanager.renderers.blender import plan, scenes
from rendermanager.renderers.blender.settings import BlenderSettings
from rendermanager.renderers.discovery import version_numbers

_MOST_NAMED: Final = 5


def problems(
    request: RenderRequest[BlenderSettings], version: EngineVersion | None
) -> list[Problem]:
    """Everything at once, as far as scene, settings, target and program tell."""
    settings, source, read = request.settings, request.source, Path(request.spec.source)
    if source is None:
        return [Problem("source", f"Nothing is known about “{shown(read)}”.", "Add it again.")]
    scene = plan.scene_of(settings, source)
    names = [part.name for part in source.parts]
    found: list[Problem] = []
    if scene is not None:
        found += [*_camera(settings, scene, read), *_views(scene)]
        found += _version(scene, read, version)
    elif names:
        found.append(unknown("scene", settings.scene, names, "settings.scene"))
        return found
    return [*found, *_frames(settings, source), *_target(request), *_missing(settings, source)]


def _camera(settings: BlenderSettings, scene: Part, read: Path) -> Iterator[Problem]:
    known = scene.facts.get(scenes.CAMERAS)
    if settings.camera:
        if known is not None and settings.camera not in known.split("\n"):
            names = [name for name in known.split("\n") if name]
            yield unknown("camera", settings.camera, names, "settings.camera")
    elif scenes.CAMERA not in scene.facts and scenes.CAN_DO_WITHOUT not in scene.facts:
        message = f"The scene “{plain(scene.name)}” of “{shown(read)}” has no camera."
        hint = "Set a camera in the scene and save it, or name one of its cameras."
        yield Problem("settings.camera", message, hint)


def _views(scene: Part) -> Iterator[Problem]:
    if scenes.VIEWS in scene.facts:
        message = f"The scene “{plain(scene.name)}” renders several views of each frame (stereo)."
        hint = "Switch Stereoscopy off in its output properties and save it."
        yield Problem("settings.scene", message, hint)


def _version(scene: Part, read: Path, version: EngineVersion | None) -> Iterator[Problem]:
    """A file of another main version: what is new there is lost without a word."""
    saved = version_numbers(scene.facts.get(scenes.SAVED_BY, ""))
    has = version_numbers(version.version) if version else ()
    if saved and len(has) > 1 and saved[:1] > has[:1]:
        by = ".".join(str(part) for part in saved)
        message = f"“{shown(read)}” was saved by Blender {by}, newer than the one here"
        message += f" ({version.version if version else ''})."
        yield Problem("source", message, f"Install Blender {by}, or choose it in the settings.")


def _frames(settings: BlenderSettings, source: SourceInfo) -> Iterator[Problem]:
    frames = plan.frames_of(settings, source)
    if not frames.frames:
        message = "The scene has no frames to render."
        yield Problem("settings.frames", message, "Name the frames: 1-100.")
    elif frames.frames[0] < 0:
        message = f"The scene starts at frame {frames.frames[0]}, but files count from 0."
        yield Problem("settings.frames", message, f"Name the frames: 0-{frames.frames[-1]}.")


def _target(request: RenderRequest[BlenderSettings]) -> Iterator[Problem]:
    output, settings = request.output, request.settings
    endings, is_film = plan.EXTENSIONS[settings.format], settings.format.is_film
    if output.suffix.lower() not in endings:
        what = "a film" if is_film else f"{settings.format.value.upper()} pictures"
        message = f"“{shown(output)}” is no name for {what}."
        yield Problem("output", message, f"Let the name end in {' or '.join(endings)}.")
    elif is_film:
        yield from _film(settings, request.source)
    elif not is_pattern(output) and len(plan.frames_of(settings, request.source)) > 1:
        example = shown(output.with_name(f"{output.stem.replace('%', '%%')}_%04d{output.suffix}"))
        message = f"“{shown(output)}” has no place for the number of a frame."
        yield Problem("output", message, f"Name it “{example}”, or render one frame.")


def _film(settings: BlenderSettings, source: SourceInfo | None) -> Iterator[Problem]:
    frames = plan.frames_of(settings, source)
    if frames.missing().frames:
        message = "A film needs all frames from its first to its last one."
        first, last = frames.frames[0], frames.frames[-1]
        yield Problem("settings.frames", message, f"Name them: {first}-{last}; or render pictures.")
    if source is not None and source.parts and plan.rate_of(settings, source) is None:
        message = "The scene has no frame rate, which a film needs."
        yield Problem("settings.format", message, "Set one in the scene, or render pictures.")


def _missing(settings: BlenderSettings, source: SourceInfo) -> Iterator[Problem]:
    """Blender renders pink, or nothing, in the place of what it cannot find."""
    if settings.allow_missing or not source.missing_files:
        return
    names = [f"“{plain(name)}”" for name in source.missing_files[:_MOST_NAMED]]
    more = len(source.missing_files) - len(names)
    listed = ", ".join(names) + (f" and {more} more" if more else "")
    is_one = len(source.missing_files) == 1
    message = (
        f"The scene uses {'a file that is' if is_one else 'files that are'} missing: {listed}."
    )
    hint = "Bring them back or pack them into the scene; or allow it (allow_missing=true)."
    yield Problem("source", message, hint)
