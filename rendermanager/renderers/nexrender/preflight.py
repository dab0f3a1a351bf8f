"""What speaks against a render with After Effects before it is started."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem, Severity
from rendermanager.media.sequences import is_pattern
from rendermanager.media.trouble import plain, shown
from rendermanager.renderers.api import EngineVersion, RenderRequest
from rendermanager.renderers.nexrender import command, locate, names
from rendermanager.renderers.nexrender.command import renderer
from rendermanager.renderers.nexrender.jobobject import composition_trouble
from rendermanager.renderers.nexrender.project import project_problems
from rendermanager.renderers.nexrender.settings import NexrenderSettings

Request = RenderRequest[NexrenderSettings]

RENDER_ONLY: Final = "ae_render_only_node.txt"
PATCHED: Final = "nexrender-patch"
"""Stands in After Effects' own script once nexrender has changed it."""
_VARIABLE: Final = re.compile(r"\$\w")


def request_problems(request: Request) -> list[Problem]:
    """What the values say."""
    settings = request.settings
    return [
        *_composition_problems(request),
        *project_problems(
            request.source,
            settings.composition,
            continue_on_missing=bool(settings.continue_on_missing),
        ),
        *_output_problems(request),
    ]


def machine_problems(request: Request, version: EngineVersion) -> list[Problem]:
    """What this machine says: which After Effects there is, and whether nexrender can use it."""
    try:
        program = renderer(request, version)
    except BadInput as error:
        return list(error.problems)
    return [*patch_problems(program, version), *_render_only(Path.home())]


def no_after_effects(env: Mapping[str, str]) -> Problem:
    """Says that After Effects was not found, and where it was looked for."""
    places = locate.roots(env)
    if not places:
        return Problem(
            "engine",
            "After Effects was not found: it runs on Windows and macOS alone.",
            "Render on such a machine, or name its aerender with RENDERMANAGER_AERENDER.",
        )
    looked = " and ".join(f"“{place}”" for place in places)
    return Problem(
        "engine",
        f"After Effects was not found in {looked}.",
        "Install it, or name its aerender in the settings or with RENDERMANAGER_AERENDER.",
    )


def _composition_problems(request: Request) -> Iterator[Problem]:
    name = command.composition_name(request)
    trouble = composition_trouble(name)
    if not name.strip() and request.source is None:
        text = "No composition is named."
        yield Problem("settings.composition", text, "Name one: composition=NAME.")
    elif trouble:
        # nexrender writes the name into the script that it runs, as it is.
        text = f"The composition “{plain(name)}” has a name that nexrender cannot pass on."
        yield Problem("settings.composition", text, f"Rename it: it {trouble}.")


def _output_problems(request: Request) -> Iterator[Problem]:
    output, wanted = request.output, request.settings.extension
    ending = names.plain_extension(output)
    if not ending:
        text = f"“{shown(output)}” has no extension, so nobody knows what it is to be."
        yield Problem("output", text, "Let it end in .mov, .mp4 or what the output module writes.")
    elif wanted and wanted != ending:
        text = f"“{shown(output)}” ends in .{ending}, but the output module writes .{wanted}."
        yield Problem("output", text, "Let both be the same.")
    elif names.is_still(output) and not is_pattern(output):
        text = f"“{shown(output)}” is one picture, and a composition has many."
        yield Problem("output", text, "Put %05d where the number of the frame goes.")
    for field, path in (("source", Path(request.spec.source)), ("output", output.parent)):
        if _VARIABLE.search(str(path)):
            text = f"“{plain(str(path))}” holds a “$”, which nexrender takes for a variable."
            yield Problem(field, text, "Choose a name without it.")


def patch_problems(program: Path, version: EngineVersion) -> Iterator[Problem]:
    """nexrender adds an argument to After Effects' own script, once, with a copy beside it."""
    if not os.path.exists(program):  # noqa: PTH110 - never raises
        return  # that is said when it is looked for
    script = program.parent / "Scripts" / "Startup" / "commandLineRenderer.jsx"
    try:
        is_patched = PATCHED in script.read_text(encoding="utf-8", errors="replace")
    except OSError:
        text = f"“{program}” lacks its script “Scripts/Startup/commandLineRenderer.jsx”."
        yield Problem("engine", text, "Repair or install After Effects again.")
        return
    if is_patched or (os.access(script, os.W_OK) and os.access(program.parent, os.W_OK)):
        return
    yield Problem(
        "engine",
        f"nexrender has to change “{script}” once (a copy is kept), which takes the rights of an "
        "administrator.",
        "Start a terminal as administrator and type once: "
        f'"{version.helpers[locate.NODE]}" "{version.helpers[locate.NEXRENDER]}" '
        f'--no-license --no-analytics --binary "{program}" "{{}}". It ends with “job rendering '
        "failed”, which is as it should be.",
    )


def _render_only(home: Path) -> Iterator[Problem]:
    for folder in (home / "Documents", home / "Documents" / "Adobe"):
        stray = folder / RENDER_ONLY
        if os.path.lexists(stray):
            yield Problem(
                "engine",
                f"“{stray}” makes After Effects a render-only node: it uses no licence, and some "
                "plug-ins put a watermark into the picture.",
                "If that is not wanted, remove it.",
                Severity.WARNING,
            )
