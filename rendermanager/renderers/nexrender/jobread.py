"""Reads files of nexrender jobs, one or many, and tells them from other JSON."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobfields import Findings
from rendermanager.renderers.nexrender.jobobject import read_object
from rendermanager.renderers.nexrender.jobtext import MAX_JOB_BYTES, read_json, refuse

MAX_JOBS: Final = 5_000
MAX_PROBLEMS: Final = 500
"""More than these are counted, not listed."""

MAX_LOOK_BYTES: Final = 64 * 1024
_MARKS: Final = (
    re.compile(rb'"template"\s*:\s*\{'),
    re.compile(rb'"composition"\s*:\s*"'),
    re.compile(rb'"src"\s*:\s*"'),
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """One job as it was read.

    Attributes:
        job: The job.
        notes: What is left out or looks doubtful; nothing in it blocks.
    """

    job: Job
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in a file of jobs, good or not.

    Attributes:
        text: The job as JSON, by itself.
        loaded: The job; None when it is wrong.
        problems: What is wrong with it; empty where `loaded` is there.
    """

    text: str
    loaded: Loaded | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def job(self) -> Job:
        """The job itself.

        Raises:
            BadInput: It is wrong.
        """
        if self.loaded is None:
            raise BadInput(self.problems)
        return self.loaded.job


def read_entries(raw: bytes) -> tuple[Entry, ...]:
    """What a file holds, job by job: one object, or each of a list.

    Raises:
        BadInput: It is no JSON, or no list that jobs can be taken from.
    """
    value = read_json(raw)
    if not isinstance(value, list):
        return (_entry(value, ""),)
    if not value:
        refuse("The list holds no jobs.", "Put at least one job into it.")
    if len(value) > MAX_JOBS:
        refuse(f"The list holds more than {MAX_JOBS:,} jobs.", "Split it into several files.")
    return tuple(_entry(each, f"[{number}]") for number, each in enumerate(value))


def read_jobs(raw: bytes) -> tuple[Loaded, ...]:
    """The jobs in a file: one object, or a list of them.

    Raises:
        BadInput: It is no JSON, or jobs are wrong; everything is listed with its field's path.
    """
    entries = read_entries(raw)
    problems = [problem for entry in entries for problem in entry.problems]
    if problems:
        # Those of one job are few enough already.
        raise BadInput(_at_most(problems) if len(entries) > 1 else problems)
    return tuple(entry.loaded for entry in entries if entry.loaded is not None)


def _entry(value: Any, root: str) -> Entry:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if len(text.encode()) > MAX_JOB_BYTES:
        message = f"The job {root} is larger than {MAX_JOB_BYTES // 2**20} MiB."
        hint = "Keep pictures and long texts in files of their own."
        return Entry(text, None, (Problem(root or "job", message, hint),))
    try:
        return Entry(text, _one(value, Findings(root)))
    except BadInput as error:
        return Entry(text, None, error.problems)


def _one(value: Any, findings: Findings) -> Loaded:
    """One job.

    Raises:
        BadInput: It is none.
    """
    job = read_object(value, findings)
    if job is None or findings.blocks():
        raise BadInput(_at_most(_placed(findings.problems)))
    return Loaded(job, tuple(_at_most(_placed(findings.problems))))


def _placed(problems: list[Problem]) -> list[Problem]:
    """The problems with their place in front, where a list has many alike."""
    return [
        replace(each, message=f"{each.field}: {each.message}") if "[" in each.field else each
        for each in problems
    ]


def _at_most(problems: list[Problem]) -> list[Problem]:
    """The problems, those that block first, and how many more there are."""
    ordered = sorted(problems, key=lambda problem: not problem.blocks)
    more = len(ordered) - MAX_PROBLEMS
    if more <= 0:
        return problems
    left = ordered[MAX_PROBLEMS]
    text = f"There are {more:,} more problems like these."
    return [*ordered[:MAX_PROBLEMS], Problem("job", text, "Mend these first.", left.severity)]


def looks_like_job(raw: bytes) -> bool:
    """Whether the content of a file is meant to be a nexrender job, right or wrong in its details.

    Other JSON (a Lottie animation, a package, a list of settings) has no template with a project
    and a composition.
    """
    try:
        value = read_json(raw)
    except BadInput:
        # A job with a comma too many is a job, and whoever reads it says what is wrong.
        return all(mark.search(raw[:MAX_LOOK_BYTES]) for mark in _MARKS)
    return any(_is_meant_as_job(each) for each in _each(value))


def _each(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        yield from value[:MAX_JOBS]
    else:
        yield value


def _is_meant_as_job(value: Any) -> bool:
    template = value.get("template") if isinstance(value, dict) else None
    if not isinstance(template, dict):
        return False
    return isinstance(template.get("src"), str) and isinstance(template.get("composition"), str)
