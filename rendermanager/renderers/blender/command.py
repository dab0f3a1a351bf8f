"""The call of Blender, with the files that tell it what to do."""

import functools
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from rendermanager.config.resources import resource
from rendermanager.renderers.api import Command, EngineVersion, RenderRequest
from rendermanager.renderers.blender import plan
from rendermanager.renderers.blender.settings import BlenderSettings
from rendermanager.renderers.blender.words import Device, Format

SCRIPT: Final = "render.py"
WISH: Final = "render.json"
_DEPTHS: Final = {Format.MP4: "8", Format.PRORES: "16"}
"""Bits that the pictures of a film have for each colour."""
SCRIPT_FAILED: Final = "7"
"""Exit code when the script has failed, so that it is told from a render that ended well."""


def build(request: RenderRequest[BlenderSettings], version: EngineVersion) -> Command:
    """What to run.

    The settings of the person's own Blender count: graphics cards are chosen there, and a scene may
    need its add-ons. What the scene itself brings along is run only if that is wanted. Values reach
    Blender in a file, so that no name can mean anything else.
    """
    folder = request.folder
    words = (
        str(version.program),
        "--background",
        "-noaudio",
        "--enable-autoexec" if request.settings.scripts else "--disable-autoexec",
        request.spec.source,
        *("--python-exit-code", SCRIPT_FAILED),
        *("--python", str(folder / SCRIPT)),
        "--",
        str(folder / WISH),
    )
    files = {SCRIPT: _script(), WISH: json.dumps(wish(request), indent=1).encode()}
    return Command(words, folder, _environment(request), files=files)


def wish(request: RenderRequest[BlenderSettings]) -> dict[str, object]:
    """What the script inside Blender is to do."""
    settings = request.settings
    threads = [each for each in (settings.threads, request.threads) if each]
    return {
        "step": request.task.step,
        "scene": settings.scene,
        "camera": settings.camera,
        "runs": [list(run) for run in plan.runs(plan.frames_of_task(request))],
        "format": plan.pictures_of(settings.format).value,
        "depth": _DEPTHS.get(settings.format, ""),
        "opaque": settings.format.is_film,
        "target": _target(request),
        "engine": settings.engine.value,
        "samples": settings.samples,
        "percent": settings.percent,
        "device": (Device.CPU if request.software else settings.device).value,
        "denoise": settings.denoise.value,
        "threads": min(threads, default=0),
    }


def _target(request: RenderRequest[BlenderSettings]) -> str:
    if request.task.step == plan.SOUND:
        return str(request.folder / plan.SOUND_FILE)
    return plan.target(request.folder)


def _environment(request: RenderRequest[BlenderSettings]) -> Mapping[str, str]:
    """Without the graphics card, what draws like a viewport needs Mesa's stand-in for it."""
    is_linux = sys.platform.startswith("linux")
    return {"LIBGL_ALWAYS_SOFTWARE": "1"} if request.software and is_linux else {}


@functools.cache
def _script() -> bytes:
    return Path(resource("blender", SCRIPT)).read_bytes()
