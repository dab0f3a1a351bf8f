"""The program call that renders with After Effects: node, nexrender's script, and its job."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.core.frames import FrameRange
from rendermanager.core.problem import Problem
from rendermanager.renderers.api import Command, EngineVersion, RenderRequest
from rendermanager.renderers.nexrender import jobrender, locate
from rendermanager.renderers.nexrender.jobholding import ground_of
from rendermanager.renderers.nexrender.jobproducts import OUR_UID
from rendermanager.renderers.nexrender.jobrender import JOB_FILE
from rendermanager.renderers.nexrender.jobsources import file_uri
from rendermanager.renderers.nexrender.names import is_still, plain_extension, result_name
from rendermanager.renderers.nexrender.project import composition_of
from rendermanager.renderers.nexrender.settings import MultiFrames, NexrenderSettings

Request = RenderRequest[NexrenderSettings]

MAY_LOAD_S: Final = 600.0
"""After Effects may wait this many seconds for licences and plug-ins without a sign of life."""
NEVER_S: Final = str(365 * 24 * 3600)
"""nexrender's own watch ends every After Effects of the machine; ours ends one render."""


def job_for(request: Request) -> str:
    """The job that nexrender reads, as JSON, for a composition of a project as it stands."""
    spec, settings = request.spec, request.settings
    first, last, step = frames_of(request)
    template: dict[str, object] = {
        "src": file_uri(Path(spec.source)),
        "name": f"project{Path(spec.source).suffix.lower()}",
        # Read where it lies: footage beside it is found, and it is never written.
        "useOriginal": True,
        "composition": composition_name(request),
        "outputModule": settings.output_module or None,
        "settingsTemplate": settings.settings_template or None,
        "outputExt": plain_extension(request.output),
        "imageSequence": is_still(request.output),
        "frameStart": first,
        "frameEnd": last,
        "incrementFrame": step if step > 1 else None,
        "continueOnMissing": settings.continue_on_missing,
    }
    told = {name: value for name, value in template.items() if value is not None}
    output = request.folder / result_name(request.output)
    return json.dumps({"uid": OUR_UID, "template": told, "output": str(output)}, indent=1)


def composition_name(request: Request) -> str:
    """The composition that is asked for, or the only one there is; empty when nobody knows."""
    if request.settings.composition:
        return request.settings.composition
    part = composition_of(request.source, "")
    return part.name if part is not None else ""


def frames_of(request: Request) -> tuple[int | None, int | None, int]:
    """First and last frame, where they are told, and the step between two."""
    job = jobrender.job_of(request)
    if job is not None:
        return jobrender.frames_of(job)
    settings = request.settings
    if not request.task.frames:
        return settings.frame_start, settings.frame_end, settings.increment
    wanted = FrameRange.parse(request.task.frames).frames
    step = wanted[1] - wanted[0] if len(wanted) > 1 else 1
    return wanted[0], wanted[-1], step


def build(
    request: Request, version: EngineVersion, allowed: Callable[[], Iterable[str]] = tuple
) -> Command:
    """What to run.

    Args:
        request: The task.
        version: After Effects and what drives it.
        allowed: Folders that every job may read.

    Raises:
        BadInput: The After Effects that is asked for is not there.
    """
    program = renderer(request, version)
    job = jobrender.job_of(request)
    if job is None:
        made = jobrender.Made({JOB_FILE: job_for(request).encode("utf-8")}, ())
    else:
        ground = ground_of(Path(request.spec.source), allowed())
        made = jobrender.compiled(request, job, version, ground)
    # After Effects' own script is patched once, with a copy of it beside.
    own = (program.parent / "Scripts" / "Startup", program.parent / "Backup.Scripts")
    writes = (request.folder, *own, *made.writes)
    argv = (
        *made.before,
        *confined_node(version, writes, confined=request.settings.confined),
        str(version.helpers[locate.NEXRENDER]),
        *("--file", str(request.folder / JOB_FILE)),
        *("--binary", str(program)),
        *("--workpath", str(request.folder)),
        *("--skip-cleanup", "--no-license", "--no-analytics", "--stop-on-error", "--debug"),
        *_options(request),
    )
    env = {
        "NEXRENDER_ENABLE_AELOG_PROJECT_FOLDER": "1",
        "NEXRENDER_MAX_UPDATE_TIMEOUT": NEVER_S,
    }
    if locate.FFMPEG in version.helpers:
        # Without it the action that encodes would download one.
        env["NEXRENDER_FFMPEG"] = str(version.helpers[locate.FFMPEG])
    return Command(argv, request.folder, env, still_s=MAY_LOAD_S, files=made.files, runs=made.runs)


def renderer(request: Request, version: EngineVersion) -> Path:
    """The After Effects of the year that is asked for, else the one that was found first.

    Raises:
        BadInput: There is none of that year.
    """
    year = request.settings.after_effects
    if not year:
        return version.program
    program = version.helpers.get(f"{locate.AERENDER} {year}")
    if program is None:
        raise BadInput([missing_year(year, version)])
    return program


def missing_year(year: str, version: EngineVersion) -> Problem:
    """Says that this After Effects is not there, and which are."""
    prefix = f"{locate.AERENDER} "
    years = sorted(name.removeprefix(prefix) for name in version.helpers if prefix in name)
    text = f"After Effects {year} was not found on this machine."
    hint = f"There is: {', '.join(years)}." if years else "Leave it empty to take the newest."
    return Problem("settings.after_effects", text, hint)


def confined_node(
    version: EngineVersion, writes: Iterable[Path], *, confined: bool = True
) -> Iterator[str]:
    """node with what it needs before the script: how far it may write, and what comes first.

    Args:
        version: After Effects and what drives it.
        writes: Folders that it may write into.
        confined: Whether it is kept from writing elsewhere, as far as this node can do that.
    """
    yield str(version.helpers[locate.NODE])
    if confined and version.features:
        yield from sorted(version.features)
        yield from ("--no-warnings", "--allow-child-process", "--allow-fs-read=*")
        for folder in writes:
            yield f"--allow-fs-write={folder / '*'}"
    if locate.PRELOAD in version.helpers:
        yield from ("--require", str(version.helpers[locate.PRELOAD]))


def _options(request: Request) -> Iterator[str]:
    settings = request.settings
    # After memory ran out, one frame at a time is the smallest that it can do.
    multi = MultiFrames.OFF if request.threads else settings.multi_frames
    if multi is MultiFrames.ON:
        yield from ("--multi-frames", "--multi-frames-cpu", str(settings.multi_frames_cpu))
    elif multi is MultiFrames.OFF:
        yield from ("--aerender-parameter", "mfr OFF 100")
    if settings.max_memory:
        yield from ("--max-memory-percent", str(settings.max_memory))
    if settings.image_cache:
        yield from ("--image-cache-percent", str(settings.image_cache))
    if settings.reuse:
        yield "--reuse"
