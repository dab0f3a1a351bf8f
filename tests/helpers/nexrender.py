"""Runs the real nexrender against the stand-in for After Effects, and keeps what was printed."""

import os
import re
from pathlib import Path
from typing import Any

import pytest

from rendermanager.core.job import JobSpec
from rendermanager.renderers.api import EngineVersion, RenderRequest
from rendermanager.renderers.nexrender import NexrenderEngine, locate
from rendermanager.renderers.nexrender.settings import NexrenderSettings
from tests.helpers.after_effects import AfterEffects
from tests.helpers.running import run_command

ROOT = Path(__file__).resolve().parent.parent.parent
ENGINE = NexrenderEngine()
PROJECT = b"RIFX" + bytes(96)


def installed() -> Path:
    """Where `make test-engines` has installed nexrender; without it the test is skipped."""
    folder = Path(os.environ.get("RENDERMANAGER_NEXRENDER", ROOT / ".engines/engines/nexrender"))
    if not folder.joinpath(*locate.SCRIPT).is_file():
        pytest.skip("nexrender is not installed: `make test-engines` does it")
    return folder


def variables(effects: AfterEffects) -> dict[str, str]:
    """What lets the app find the real nexrender and this stand-in."""
    return {
        "RENDERMANAGER_NEXRENDER": str(installed()),
        "RENDERMANAGER_NEXRENDER_REQUIRE": str(effects.shim),
        "RENDERMANAGER_AERENDER": str(effects.program),
    }


def version_of(effects: AfterEffects) -> EngineVersion:
    """The stand-in with the real nexrender."""
    return locate.probe(effects.program, {**os.environ, **variables(effects)})


def request_of(folder: Path, output: str = "film.mov", **settings: Any) -> RenderRequest[Any]:
    """A composition of a project to be rendered in a folder."""
    project = folder / "shot.aep"
    project.write_bytes(PROJECT)
    attempt = folder / ".attempt"
    attempt.mkdir(exist_ok=True)
    chosen = NexrenderSettings(**{"composition": "main", **settings})
    return RenderRequest(
        JobSpec(engine="nexrender", source=str(project)), chosen, None, folder / output, attempt
    )


def printed(effects: AfterEffects, request: RenderRequest[Any]) -> tuple[int, list[str]]:
    """Exit code and lines of one attempt, with the folders of this run taken out."""
    command = ENGINE.command(request, version_of(effects))
    done = run_command(command, request.folder)
    text = done.stdout
    for path, stands_for in (
        (request.folder.parent, "/shots"),
        (effects.folder.parent, "/Applications"),
        (installed(), "/nexrender"),
    ):
        text = text.replace(str(path), stands_for)
    return done.returncode, re.sub(r"~[\d.]+ sec", "~0.1 sec", text).splitlines()
