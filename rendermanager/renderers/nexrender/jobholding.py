"""Takes files of nexrender jobs apart: which jobs one holds, and what each needs and would do."""

import contextlib
import os
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.job import JobSpec
from rendermanager.core.naming import safe_name
from rendermanager.core.problem import Problem
from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.media.reader import MediaReader
from rendermanager.media.trouble import plain, quoted
from rendermanager.renderers.api import Held
from rendermanager.renderers.documents import read_document
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobfields import shorten
from rendermanager.renderers.nexrender.jobfiles import job_problems, read_piece
from rendermanager.renderers.nexrender.jobground import Ground, Standing, system_links
from rendermanager.renderers.nexrender.jobproducts import expected_outputs, products
from rendermanager.renderers.nexrender.jobread import Entry, looks_like_job, read_entries
from rendermanager.renderers.nexrender.jobsources import find_source
from rendermanager.renderers.nexrender.jobtext import MAX_BATCH_BYTES
from rendermanager.renderers.nexrender.settings import ENTRY
from rendermanager.renderers.nexrender.trust import what_runs

ENDING: Final = ".json"
MOST_TAGS: Final = 20


def is_job_file(source: str | os.PathLike[str]) -> bool:
    """Whether a source is a file of jobs, going by its name; else it is a project."""
    return os.fspath(source).lower().endswith(ENDING)


def entries_of(source: Path) -> tuple[Entry, ...]:
    """What a file holds, job by job.

    Raises:
        BadInput: It cannot be read, or holds no nexrender jobs.
    """
    try:
        status = source.stat()
    except (OSError, ValueError):
        return _entries(source, ())
    # A list of thousands is asked for each of its jobs: it is read once, while nobody writes it.
    mark = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
    return _entries(source, mark)


@lru_cache(maxsize=2)
def _entries(source: Path, _mark: tuple[int, ...]) -> tuple[Entry, ...]:
    raw = read_document(source, MAX_BATCH_BYTES)
    if not looks_like_job(raw):
        text = (
            f"{quoted(source)} is no job of nexrender: no template names project and composition."
        )
        hint = "Name a project or a job of nexrender, or say which engine reads it (--engine)."
        raise BadInput([Problem("source", text, hint)])
    try:
        return read_entries(raw)
    except BadInput as error:
        named = JobSpec(source=str(source))
        raise BadInput([told(each, named) for each in error.problems]) from error


def ground_of(source: Path, allowed: Iterable[str]) -> Ground:
    """What the jobs of a file may read.

    Args:
        source: The file, absolute.
        allowed: Folders that every job may read.
    """
    return Ground(source.parent, allowed, system_links)


def jobs_in(spec: JobSpec, allowed: Iterable[str] = ()) -> list[Held]:
    """Every job that a file holds, or the one that the settings name; see `api.jobs_in`.

    Args:
        spec: What is asked for.
        allowed: Folders that every job may read.

    Raises:
        BadInput: The file cannot be used, or has no job of that number.
    """
    source = Path(spec.source)
    entries = entries_of(source)
    wanted = spec.settings.get(ENTRY, 0)
    ground, count = ground_of(source, allowed), len(entries)
    if str(wanted) != "0":
        number = _number(wanted, count, source)
        return [_held(spec, entries[number - 1], number, count, ground)]
    return [_held(spec, each, at, count, ground) for at, each in enumerate(entries, start=1)]


def _number(value: object, count: int, source: Path) -> int:
    """The number of a job in its file; 0 stands for the only one.

    Raises:
        BadInput: There is none of that number.
    """
    text = str(value)
    if text == "0" and count == 1:
        return 1
    if text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= count:
        return int(text)
    has = "one job" if count == 1 else f"{count:,} jobs"
    message = f"{quoted(source)} has {has}: there is no number {plain(text[:20])}."
    raise BadInput([Problem(f"settings.{ENTRY}", message, "They are counted from 1.")])


def _held(spec: JobSpec, entry: Entry, number: int, count: int, ground: Ground) -> Held:
    was_named = str(spec.settings.get(ENTRY, 0)) != "0"
    if count > 1:
        spec = replace(spec, settings={**spec.settings, ENTRY: number})
    if entry.loaded is None:
        return Held(spec, tuple(told(each, spec) for each in entry.problems))
    job, base = entry.loaded.job, Path(spec.source).parent
    found = [*entry.loaded.notes, *job_problems(job, ground, os.stat, _may_read)]
    made = replace(
        spec,
        name=_name(spec, job, number, count, was_named),
        output=spec.output or wanted_output(job, base),
        tags=spec.tags or _tags(job),
    )
    problems = tuple(told(each, spec) for each in found)
    return Held(made, problems, what_runs(job, ground, read_piece))


def told(problem: Problem, spec: JobSpec) -> Problem:
    """A problem of a job with its file, and the place there, in front of the sentence."""
    number = spec.settings.get(ENTRY, 0)
    place = f"[{int(str(number)) - 1}]" if str(number) != "0" else ""
    inner = problem.field if problem.field.startswith("[") else f"{place}.{problem.field}"
    field = inner.removeprefix(".")
    text = problem.message.removeprefix(f"{problem.field}: ")
    where = f"{plain(Path(spec.source).name)}{field if place else ''}"
    return replace(problem, field=field, message=f"{where}: {text}")


def _may_read(path: Any) -> bool:
    return os.access(path, os.R_OK)


def label(job: Job) -> str:
    """What a job of many is told apart by: its result, its id, its composition."""
    wanted = products(job).published[0].wanted
    stem = Path(wanted.replace("\\", "/")).stem.replace("%05d", "").rstrip("_-. ")
    return shorten(stem or job.uid or job.template.composition)


def _name(spec: JobSpec, job: Job, number: int, count: int, was_named: bool) -> str:
    """The name in the queue; empty leaves it to the source.

    Args:
        spec: What was asked for.
        job: The job.
        number: Its number in its file.
        count: Jobs in that file.
        was_named: Whether this very job was asked for: a name is then its own.
    """
    if count == 1 or (spec.name and was_named):
        return spec.name
    digits = len(str(count))
    return f"{spec.name or Path(spec.source).name} #{number:0{digits}d} {label(job)}"


def wanted_output(job: Job, base: Path) -> str:
    """Where the job itself wants its first result; empty when it does not say."""
    wanted = products(job).published[0].wanted
    return str(base / wanted) if wanted else ""


def result_name(job: Job, stem: str) -> str:
    """What the first result is called in a folder that was named: as wanted, else by its source.

    Args:
        job: The job.
        stem: The beginning of a name that has to be made up.
    """
    first = products(job).published[0]
    if first.wanted:
        return Path(first.wanted.replace("\\", "/")).name
    ending = Path(first.product.written).suffix
    number = "_%05d" if "%" in first.product.written else ""
    name = safe_name(f"{stem}_{job.template.composition}").replace("%", "_")
    return f"{name[:120]}{number}{ending}"


def further_results(spec: JobSpec) -> list[Path]:
    """Where the results after the first would go, before anybody else's are thought of.

    Raises:
        BadInput: The file cannot be used, or the job is wrong.
    """
    base = Path(spec.source).parent
    found = expected_outputs(entry_of(spec).job, Path(), Path(spec.output), base)
    return [Path(each.final) for each in found[1:]]


def _tags(job: Job) -> tuple[str, ...]:
    given = job.tags.split(",") if isinstance(job.tags, str) else job.tags
    words = (shorten(plain(each.strip())) for each in given)
    return tuple(dict.fromkeys(each for each in words if each))[:MOST_TAGS]


def entry_of(spec: JobSpec) -> Entry:
    """The job of a file that a spec names.

    Raises:
        BadInput: The file cannot be used, or has no job of that number.
    """
    entries = entries_of(Path(spec.source))
    return entries[_number(spec.settings.get(ENTRY, 0), len(entries), Path(spec.source)) - 1]


def inspect_job(spec: JobSpec, media: MediaReader, allowed: Iterable[str] = ()) -> SourceInfo:
    """One job: its text, which it stays with, and what its project holds.

    Raises:
        BadInput: The file cannot be used, or the job is wrong.
    """
    entry = entry_of(spec)
    ground = ground_of(Path(spec.source), allowed)
    project = find_source(entry.job.template.src, ground.base).path
    if project is not None:
        spot = ground.find(project)
        project = None if spot.standing is Standing.REFUSED else spot.path
    size = len(entry.text.encode())
    seen = SourceInfo(SourceKind.PROJECT)
    # Whoever validates says what is wrong with that file.
    with contextlib.suppress(BadInput):
        # This answers for any name; the methods of Path raise for one that is too long.
        if project is not None and os.path.isfile(project):  # noqa: PTH113
            seen = media.project(Path(project))
    return replace(seen, size_bytes=size, text=entry.text)


def inspect_file(source: Path) -> SourceInfo:
    """A file of jobs, each of them a part that can be rendered by itself.

    Raises:
        BadInput: It cannot be used.
    """
    entries = entries_of(source)
    parts = tuple(_part(each, at) for at, each in enumerate(entries, start=1))
    return SourceInfo(SourceKind.PROJECT, size_bytes=source.stat().st_size, parts=parts)


def _part(entry: Entry, number: int) -> Part:
    if entry.loaded is None:
        wrong = next(each for each in entry.problems if each.blocks)
        return Part(f"#{number} {plain(wrong.message)}")
    template = entry.loaded.job.template
    first, last = template.frame_start, template.frame_end
    frames = 0
    if first is not None and last is not None:
        frames = (last - first) // template.increment_frame + 1
    name = f"#{number} {shorten(template.composition)}"
    return Part(name, first_frame=first or 0, frames=frames, step=template.increment_frame)


def is_held(path: Path) -> bool:
    """Whether a file that nobody has named is meant as nexrender jobs; never raises."""
    try:
        return is_job_file(path) and looks_like_job(read_document(path, MAX_BATCH_BYTES))
    except BadInput:
        return False
