"""Reads jobs from a file with one JSON object on each line, and describes that format."""

import dataclasses
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import msgspec

from rendermanager.config.paths import absolute
from rendermanager.core.errors import BadInput
from rendermanager.core.job import JobSpec
from rendermanager.core.problem import Problem, unknown
from rendermanager.core.status import Priority

MAX_LINE_BYTES: Final = 1024 * 1024
_FIELDS: Final = frozenset(field.name for field in dataclasses.fields(JobSpec))


def read_jobs(path: Path, submitter: str) -> list[JobSpec]:
    """The jobs in a JSONL file; empty lines are passed over.

    Raises:
        BadInput: The file cannot be read, or lines are wrong: all of them are listed.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput([Problem("jobs", f"“{path}” cannot be read: {reason}.")]) from error
    return parse_jobs(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), submitter)


def parse_jobs(lines: Iterable[bytes], submitter: str) -> list[JobSpec]:
    """The jobs in these lines of JSON.

    Raises:
        BadInput: Lines are wrong: all of them are listed, each with its number.
    """
    decoder = msgspec.json.Decoder()
    specs: list[JobSpec] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if len(line) > MAX_LINE_BYTES:
            problems.append(Problem(f"line {number}", f"Line {number} is longer than 1 MiB."))
            continue
        try:
            specs.append(job_from(decoder.decode(line), submitter))
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
            problems.append(
                Problem(f"line {number}", f"Line {number} is not a JSON object: {error}.")
            )
        except BadInput as error:
            problems += [
                dataclasses.replace(each, field=f"line {number}", message=_in_line(number, each))
                for each in error.problems
            ]
    if problems:
        raise BadInput(problems)
    return specs


def job_from(values: object, submitter: str) -> JobSpec:
    """A job from decoded JSON.

    Raises:
        BadInput: It is no object, or has unknown or wrong fields; all of them are listed.
    """
    if not isinstance(values, dict):
        raise BadInput([Problem("", "A job is a JSON object: {…}.")])
    problems = [unknown("field", key, _FIELDS, key) for key in values if key not in _FIELDS]
    given = {key: value for key, value in values.items() if key in _FIELDS}
    if "priority" in given:
        given["priority"] = _priority(given["priority"], problems)
    given.setdefault("submitter", submitter)
    try:
        spec = msgspec.convert(given, JobSpec)
    except msgspec.ValidationError as error:
        raise BadInput([*problems, Problem("", f"{str(error).replace('`', '')}.")]) from error
    if problems:
        raise BadInput(problems)
    return dataclasses.replace(
        spec,
        source=_absolute(spec.source),
        cwd=_absolute(spec.cwd),
        expects=tuple(_absolute(each) for each in spec.expects),
    )


def _absolute(text: str) -> str:
    return absolute(text) if text else ""


def schema() -> dict[str, Any]:
    """The JSON Schema of one job."""
    described = msgspec.json.schema(JobSpec)
    job: dict[str, Any] = described["$defs"]["JobSpec"]
    job["properties"]["priority"] = {
        "enum": [level.word for level in Priority],
        "default": Priority.NORMAL.word,
    }
    for name, text in _descriptions().items():
        job["properties"][name]["description"] = text
    job["additionalProperties"] = False
    job.pop("description", None)
    used = {name: each for name, each in described["$defs"].items() if name == "IfExists"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **job,
        "title": "Render Manager job",
        "$defs": used,
    }


def _priority(value: object, problems: list[Problem]) -> int:
    if isinstance(value, str):
        try:
            return int(Priority.from_word(value))
        except ValueError:
            pass
    words = [level.word for level in Priority]
    problems.append(unknown("priority", str(value), words, "priority"))
    return int(Priority.NORMAL)


def _in_line(number: int, problem: Problem) -> str:
    return f"Line {number}: {problem.message}"


def _descriptions() -> dict[str, str]:
    """What the class's own documentation says of each field."""
    text = (JobSpec.__doc__ or "").partition("Attributes:")[2]
    found = re.findall(r"^ {8}(\w+): (.*(?:\n {12}.*)*)", text, re.MULTILINE)
    return {name: " ".join(words.split()) for name, words in found if name in _FIELDS}
