"""Reads files of nexrender jobs, one or many, and tells them from other JSON."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobfields import Findings
from rendermanager.renderers.nexrender.jobobject import read_object
from rendermanager.renderers.nexrender.jobtext import read_json, refuse

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


def read_jobs(raw: bytes) -> tuple[Loaded, ...]:
    """The jobs in a file: one object, or a list of them.

    Raises:
        BadInput: It is no JSON, or jobs are wrong; everything is listed with its field's path.
    """
    value = read_json(raw)
    if not isinstance(value, list):
        return (_one(value, Findings()),)
    if not value:
        refuse("The list holds no jobs.", "Put at least one job into it.")
    if len(value) > MAX_JOBS:
        refuse(f"The list holds more than {MAX_JOBS:,} jobs.", "Split it into several files.")
    found: list[Loaded] = []
    problems: list[Problem] = []
    for number, each in enumerate(value):
        try:
            found.append(_one(each, Findings(f"[{number}]")))
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput(_at_most(problems))
    return tuple(found)


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
    return any(_is_meant_as_job(each) for each in _first(value))


def _first(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        yield from value[:1]
    else:
        yield value


def _is_meant_as_job(value: Any) -> bool:
    template = value.get("template") if isinstance(value, dict) else None
    if not isinstance(template, dict):
        return False
    return isinstance(template.get("src"), str) and isinstance(template.get("composition"), str)
