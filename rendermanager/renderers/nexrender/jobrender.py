"""Renders a job of nexrender: what is run for it, what that leaves, and what speaks against it."""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.output import ExpectedOutput
from rendermanager.core.problem import Problem, Severity
from rendermanager.core.trust import Runs
from rendermanager.machine import stager
from rendermanager.machine.staging.plan import PLAN_FILE, packed
from rendermanager.media.trouble import quoted
from rendermanager.renderers.api import EngineVersion, RenderRequest
from rendermanager.renderers.nexrender import locate
from rendermanager.renderers.nexrender.actions import EncodeAction
from rendermanager.renderers.nexrender.assets import Script, is_font
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobcompile import Place, compile_job, needed_modules
from rendermanager.renderers.nexrender.jobfiles import job_problems, read_piece
from rendermanager.renderers.nexrender.jobground import Ground, Standing
from rendermanager.renderers.nexrender.jobholding import is_job_file, told
from rendermanager.renderers.nexrender.jobneeds import needed_files
from rendermanager.renderers.nexrender.jobproducts import expected_outputs, products
from rendermanager.renderers.nexrender.jobread import read_jobs
from rendermanager.renderers.nexrender.jobsources import find_source
from rendermanager.renderers.nexrender.jobstaging import stage
from rendermanager.renderers.nexrender.project import project_problems
from rendermanager.renderers.nexrender.trust import contents_of, kept_contents, what_runs

Request = RenderRequest[Any]

JOB_FILE: Final = "nexrender-job.json"


@dataclass(frozen=True, slots=True)
class Made:
    """What nexrender is given for a job.

    Attributes:
        files: The job, its scripts and its fonts, by their names in the attempt's folder.
        runs: What of it needs a person's approval, by what is in `files`.
        writes: Folders outside the attempt's own that it has to write into.
        before: Words that bring its other files, before those of its program.
    """

    files: Mapping[str, bytes]
    runs: tuple[Runs, ...]
    writes: tuple[Path, ...] = ()
    before: tuple[str, ...] = ()


def job_of(request: Request) -> Job | None:
    """The job that a file describes; None where a project is rendered.

    Raises:
        BadInput: It is wrong.
    """
    if not is_job_file(request.spec.source):
        return None
    text = request.source.text if request.source is not None else ""
    return read_jobs(text.encode("utf-8"))[0].job


def base_of(request: Request) -> Path:
    """Folder of the job file, where relative paths begin."""
    return Path(request.spec.source).parent


def compiled(request: Request, job: Job, version: EngineVersion, ground: Ground) -> Made:
    """The job for nexrender. Each script is read once: what is judged is what is given on.

    Its other files are brought by the path that was judged, right before nexrender starts.

    Raises:
        BadInput: A script cannot be read, a module is missing, or a file must not be read.
    """
    contents = _read_pieces(job, ground)
    read = kept_contents(contents)
    given = contents_of(job, ground, read)
    staged = stage(job, ground, request.folder, given)
    place = Place(
        folder=request.folder,
        base=ground.base,
        modules=modules_of(version),
        contents=given,
        files=staged.files,
        copies=staged.copies,
    )
    made = compile_job(job, place)
    files = {**made.files, JOB_FILE: made.text, PLAN_FILE: packed(staged.items)}
    writes = tuple(_font_folders()) if job.actions.fonts else ()
    before = tuple(stager.command(str(request.folder / PLAN_FILE)))
    return Made(files, what_runs(job, ground, read), writes, before)


def _read_pieces(job: Job, ground: Ground) -> dict[PurePath, bytes]:
    """Every script and font of a job, read now, by where it really lies.

    Raises:
        BadInput: One cannot be read.
    """
    found: dict[PurePath, bytes] = {}
    problems = []
    for number, asset in enumerate(job.assets):
        if not isinstance(asset, Script) and not (job.actions.fonts and is_font(asset)):
            continue
        path = find_source(asset.src, ground.base).path
        spot = None if path is None else ground.find(path)
        if spot is None or spot.path in found or spot.standing is Standing.REFUSED:
            continue
        try:
            found[spot.path] = read_piece(spot.path)
        except OSError as error:
            what = "script" if isinstance(asset, Script) else "font"
            text = f"The {what} {quoted(spot.path)} cannot be read: {error.strerror or error}."
            hint = "Bring it back, or take it out of the job."
            problems.append(Problem(f"assets[{number}].src", text, hint))
    if problems:
        raise BadInput(problems)
    return found


def modules_of(version: EngineVersion) -> dict[str, str]:
    """The modules of nexrender that are installed beside it, as absolute paths by their names."""
    return {
        name.removeprefix(locate.MODULE): str(path)
        for name, path in version.helpers.items()
        if name.startswith(locate.MODULE)
    }


def _font_folders() -> Iterator[Path]:
    """Where a person's own fonts lie on this system."""
    if sys.platform == "win32":
        yield Path(os.environ.get("LOCALAPPDATA", Path.home()), "Microsoft", "Windows", "Fonts")
    else:
        yield Path.home() / "Library" / "Fonts"


def outputs(request: Request, job: Job) -> list[ExpectedOutput]:
    """What must be there in the end; see `RenderEngine.outputs`."""
    found = expected_outputs(job, request.folder, request.output, base_of(request))
    free = request.spec.expects
    if len(free) != len(found) - 1:
        # It was added by itself, not by way of a file.
        return found
    named = zip(found[1:], free, strict=True)
    return [found[0], *(replace(each, final=final) for each, final in named)]


def frames_of(job: Job) -> tuple[int | None, int | None, int]:
    """First and last frame, where they are told, and the step between two."""
    template = job.template
    return template.frame_start, template.frame_end, template.increment_frame


def encodes(job: Job) -> bool:
    """Whether ffmpeg makes something of what After Effects has written."""
    return any(isinstance(step.action, EncodeAction) for step in products(job).steps)


def problems(request: Request, version: EngineVersion | None, ground: Ground) -> list[Problem]:
    """What speaks against rendering a job from a file, as values and the disk tell."""
    return [told(each, request.spec) for each in _problems(request, version, ground)]


def _problems(request: Request, version: EngineVersion | None, ground: Ground) -> list[Problem]:
    try:
        job = job_of(request)
    except BadInput as error:
        return list(error.problems)
    if job is None or request.source is None:
        return []
    found = job_problems(job, ground, os.stat, lambda path: os.access(path, os.R_OK))
    if any(each.field == "template.src" and each.blocks for each in found):
        return found
    found += _project_notes(request, job)
    # A file that must not be looked at is not compared with the results either.
    if not any(each.blocks for each in found):
        found += _place_problems(request, job)
    if version is not None:
        found += _module_problems(job, version)
    return found


def _project_notes(request: Request, job: Job) -> Iterator[Problem]:
    """What the project itself says; that footage is missing is no error, it may be replaced."""
    if request.source is None or not (request.source.parts or request.source.facts):
        return
    for each in project_problems(
        request.source,
        job.template.composition,
        continue_on_missing=True,
    ):
        field = "template.composition" if each.field.startswith("settings.") else "template.src"
        yield replace(each, field=field)


def _place_problems(request: Request, job: Job) -> Iterator[Problem]:
    """Results that cannot be published where they are to go."""
    read = {
        number: each
        for each in needed_files(job, base_of(request))
        if each.source.path is not None and (number := _number(each.source.path)) is not None
    }
    made = outputs(request, job)
    volume = _volume(Path(made[0].final).parent)
    for each in made:
        final = Path(each.final)
        needed = read.get(_number(final) or (-1, -1))
        if needed is not None:
            text = f"{quoted(final)} is what the job reads itself, for {needed.what}."
            yield Problem("output", text, "Choose another name for the result.")
        elif _volume(final.parent) != volume:
            text = f"{quoted(final)} is on another drive than the first result of its job."
            yield Problem("output", text, "Let all results go to one drive, and copy this later.")


def _number(path: PurePath) -> tuple[int, int] | None:
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def _volume(folder: Path) -> int:
    """The drive of a folder, or of the one that it will be made in."""
    numbers = (_number(each) for each in (folder, *folder.parents))
    return next((number[0] for number in numbers if number is not None), 0)


def _module_problems(job: Job, version: EngineVersion) -> Iterator[Problem]:
    for module in sorted(needed_modules(job) - modules_of(version).keys()):
        text = f"nexrender's module “{module}” is not installed."
        yield Problem("actions", text, locate.INSTALL, Severity.ERROR)
