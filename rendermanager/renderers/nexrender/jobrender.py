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
from rendermanager.media.trouble import quoted
from rendermanager.renderers.api import EngineVersion, RenderRequest
from rendermanager.renderers.nexrender import locate
from rendermanager.renderers.nexrender.actions import EncodeAction
from rendermanager.renderers.nexrender.assets import Script
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobcompile import Place, compile_job, needed_modules
from rendermanager.renderers.nexrender.jobfiles import job_problems, needed_files, read_script
from rendermanager.renderers.nexrender.jobholding import is_job_file, told
from rendermanager.renderers.nexrender.jobproducts import expected_outputs, products
from rendermanager.renderers.nexrender.jobread import read_jobs
from rendermanager.renderers.nexrender.jobsources import find_source
from rendermanager.renderers.nexrender.project import project_problems
from rendermanager.renderers.nexrender.trust import kept_contents, script_contents, what_runs

Request = RenderRequest[Any]

JOB_FILE: Final = "nexrender-job.json"


@dataclass(frozen=True, slots=True)
class Made:
    """What nexrender is given for a job.

    Attributes:
        files: The job and its scripts, by their names in the attempt's folder.
        runs: What of it needs a person's approval, by what is in `files`.
        writes: Folders outside the attempt's own that it has to write into.
    """

    files: Mapping[str, bytes]
    runs: tuple[Runs, ...]
    writes: tuple[Path, ...] = ()


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


def compiled(request: Request, job: Job, version: EngineVersion) -> Made:
    """The job for nexrender. Each script is read once: what is judged is what is given on.

    Raises:
        BadInput: A script cannot be read, or a module is missing.
    """
    base = base_of(request)
    contents = _read_scripts(job, base)
    read = kept_contents(contents)
    place = Place(
        folder=request.folder,
        base=base,
        modules=modules_of(version),
        scripts=script_contents(job, base, read),
    )
    made = compile_job(job, place)
    writes = tuple(_font_folders()) if job.actions.fonts else ()
    return Made({**made.files, JOB_FILE: made.text}, what_runs(job, base, read), writes)


def _read_scripts(job: Job, base: Path) -> dict[PurePath, bytes]:
    """Every script of a job, read now.

    Raises:
        BadInput: One cannot be read.
    """
    found: dict[PurePath, bytes] = {}
    problems = []
    for number, asset in enumerate(job.assets):
        path = find_source(asset.src, base).path if isinstance(asset, Script) else None
        if path is None or path in found:
            continue
        try:
            found[path] = read_script(path)
        except OSError as error:
            text = f"The script {quoted(path)} cannot be read: {error.strerror or error}."
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
    return expected_outputs(job, request.folder, request.output, base_of(request))


def frames_of(job: Job) -> tuple[int | None, int | None, int]:
    """First and last frame, where they are told, and the step between two."""
    template = job.template
    return template.frame_start, template.frame_end, template.increment_frame


def encodes(job: Job) -> bool:
    """Whether ffmpeg makes something of what After Effects has written."""
    return any(isinstance(step.action, EncodeAction) for step in products(job).steps)


def problems(request: Request, version: EngineVersion | None) -> list[Problem]:
    """What speaks against rendering a job from a file, as values and the disk tell."""
    return [told(each, request.spec) for each in _problems(request, version)]


def _problems(request: Request, version: EngineVersion | None) -> list[Problem]:
    try:
        job = job_of(request)
    except BadInput as error:
        return list(error.problems)
    if job is None or request.source is None:
        return []
    base = base_of(request)
    found = job_problems(job, base, os.stat, lambda path: os.access(path, os.R_OK))
    if any(each.field == "template.src" and each.blocks for each in found):
        return found
    found += _project_notes(request, job)
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
