"""Reads jobs from a file with one JSON object on each line, and describes that format."""

import dataclasses
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, get_type_hints

import msgspec

from rendermanager.config.paths import absolute
from rendermanager.core.errors import BadInput
from rendermanager.core.job import IfExists, JobSpec
from rendermanager.core.problem import Problem, unknown
from rendermanager.core.retry import MAX_ATTEMPTS
from rendermanager.core.status import Priority
from rendermanager.renderers.command import working_folder
from rendermanager.services.refusals import MAX_TIMEOUT_S
from rendermanager.services.sources import SAMPLE

MAX_LINE_BYTES: Final = 1024 * 1024
EXAMPLES: Final[list[dict[str, Any]]] = [
    {"source": "/footage/take1.mov", "preset": "prores-hq", "output": "/deliveries/"},
    {
        "source": "/shots/sh010_%04d.exr",
        "preset": "h264",
        "settings": {"crf": 18, "sequence_rate": 24},
        "priority": "high",
    },
    {
        "name": "Intro",
        "argv": ["blender", "-b", "intro.blend", "-a"],
        "cwd": "/projects/intro",
        "expects": ["/projects/intro/out.mp4"],
    },
]
_TYPES: Final[dict[str, Any]] = get_type_hints(JobSpec)
_FIELDS: Final = frozenset(_TYPES)
_WORDS: Final[dict[str, tuple[str, list[str]]]] = {
    "priority": ("priority", [each.word for each in Priority]),
    "if_exists": ("choice for if_exists", [each.value for each in IfExists]),
}


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
    problems: list[Problem] = []
    given: dict[str, Any] = {"submitter": submitter}
    for key, value in values.items():
        try:
            given[key] = _value(key, value)
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput(problems)
    return _from_here(JobSpec(**given))


def _value(key: str, value: object) -> Any:
    """The value of one field.

    Raises:
        BadInput: There is no such field, or it cannot have this value.
    """
    if key not in _FIELDS:
        raise BadInput([unknown("field", key, _FIELDS, key)])
    try:
        return _priority(value) if key == "priority" else msgspec.convert(value, _TYPES[key])
    except ValueError as error:
        if key in _WORDS:
            kind, words = _WORDS[key]
            raise BadInput([unknown(kind, str(value), words, key)]) from error
        reason = str(error).replace("`", "").replace("$", key)
        raise BadInput([Problem(key, f"“{key}” cannot be used: {reason}.")]) from error


def _from_here(spec: JobSpec) -> JobSpec:
    """The job with absolute paths: whoever runs it works in another folder.

    What a command leaves behind is looked for where it runs, as the command itself would.
    """
    program = spec.argv[0] if spec.argv else ""
    spec = dataclasses.replace(
        spec,
        source=spec.source if spec.source == SAMPLE else _absolute(spec.source),
        output=_absolute(spec.output),
        cwd=_absolute(spec.cwd),
        argv=(_absolute(program), *spec.argv[1:]) if os.sep in program else spec.argv,
    )
    folder = working_folder(spec)
    left = (each if each.startswith("~") else str(folder / each) for each in spec.expects)
    return dataclasses.replace(spec, expects=tuple(map(absolute, left)))


def _absolute(text: str) -> str:
    return absolute(text) if text else ""


def schema() -> dict[str, Any]:
    """The JSON Schema of one job."""
    described = msgspec.json.schema(JobSpec, schema_hook=_any_setting)
    job: dict[str, Any] = described["$defs"]["JobSpec"]
    job["properties"]["priority"] = {
        "enum": _WORDS["priority"][1],
        "default": Priority.NORMAL.word,
    }
    job["properties"]["max_attempts"].update(minimum=1, maximum=MAX_ATTEMPTS)
    job["properties"]["timeout_s"].update(minimum=0, maximum=MAX_TIMEOUT_S)
    for name, text in _descriptions().items():
        job["properties"][name]["description"] = text
    job["additionalProperties"] = False
    job["examples"] = EXAMPLES
    job.pop("description", None)
    used = {name: each for name, each in described["$defs"].items() if name == "IfExists"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **job,
        "title": "Render Manager job",
        "$defs": used,
    }


def _priority(value: object) -> Priority:
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004 - the same refusal as for a wrong word
    return Priority.from_word(value)


def _any_setting(_kind: type) -> dict[str, Any]:
    """What a setting may be: which ones there are depends on the engine."""
    return {"type": ["string", "number", "boolean", "null"]}


def _in_line(number: int, problem: Problem) -> str:
    return f"Line {number}: {problem.message}"


def _descriptions() -> dict[str, str]:
    """What the class's own documentation says of each field."""
    text = (JobSpec.__doc__ or "").partition("Attributes:")[2]
    found = re.findall(r"^ {8}(\w+): (.*(?:\n {12}.*)*)", text, re.MULTILINE)
    return {name: " ".join(words.split()) for name, words in found if name in _FIELDS}
