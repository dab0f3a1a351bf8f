"""Reads jobs from a file with one JSON object on each line, and describes that format."""

import dataclasses
import json
import os
import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, get_type_hints

import msgspec

from rendermanager.config.paths import absolute
from rendermanager.core.errors import BadInput
from rendermanager.core.job import IfExists, JobSpec
from rendermanager.core.problem import Problem, in_words, unknown
from rendermanager.core.retry import MAX_ATTEMPTS
from rendermanager.core.status import Priority
from rendermanager.media.trouble import plain
from rendermanager.renderers.command import working_folder
from rendermanager.services.refusals import MAX_MEMORY_MB, MAX_TIMEOUT_S
from rendermanager.services.sources import SAMPLE

MAX_FILE_BYTES: Final = 256 * 1024 * 1024
MAX_LINE_BYTES: Final = 1024 * 1024
_FORM: Final = 'Write one object on each line, such as {"source": "/footage/take1.mov"}.'
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
    raw = _content(path)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unreadable(path, "is in UTF-16", "Save it as UTF-8.")
    return parse_jobs(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), submitter)


def _content(path: Path) -> bytes:
    """What the file holds. A device without an end, or a pipe without a writer, is never read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            raise _unreadable(path, "is no ordinary file", "Save the jobs in a file first.")
        if status.st_size > MAX_FILE_BYTES:
            text = f"is larger than {MAX_FILE_BYTES // 2**20} MiB"
            raise _unreadable(path, text, "Split it into several files.")
        return path.read_bytes()
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
    except ValueError:
        reason = "is no name that a file can have"
    raise _unreadable(path, reason, "Check the name of the file, and its permissions.")


def _unreadable(path: Path, why: str, hint: str) -> BadInput:
    return BadInput([Problem("jobs", f"“{plain(str(path))}” {why}.", hint)])


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
        try:
            specs.append(_job_in(line, decoder, submitter))
        except BadInput as error:
            problems += [
                dataclasses.replace(each, field=f"line {number}", message=_in_line(number, each))
                for each in error.problems
            ]
    if problems:
        raise BadInput(problems)
    return specs


def _job_in(line: bytes, decoder: msgspec.json.Decoder[Any], submitter: str) -> JobSpec:
    """The job in one line.

    Raises:
        BadInput: It is none.
    """
    if len(line) > MAX_LINE_BYTES:
        raise BadInput(
            [Problem("", "It is longer than 1 MiB.", "Give each job a line of its own.")]
        )
    try:
        values = decoder.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        text = f"It is not a JSON object: {_reason(error)}."
        raise BadInput([Problem("", text, _FORM)]) from error
    if isinstance(values, dict) and (twice := _twice(line, values)):
        text = f"The field “{plain(twice)}” is there twice, with two values."
        raise BadInput([Problem(twice, text, "Leave one of them out.")])
    return job_from(values, submitter)


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start + 1} is no text in UTF-8"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _twice(line: bytes, values: Mapping[str, Any]) -> str:
    """A field with two values: the decoder takes the last one without a word."""
    if all(line.count(b'"%s"' % key.encode()) <= 1 for key in values if key in _FIELDS):
        return ""
    seen: list[tuple[str, Any]] = []

    def remember(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        # The outermost object is the last one that is told.
        seen[:] = pairs
        return dict(pairs)

    json.loads(line, object_pairs_hook=remember)
    kept = dict(seen)
    return next((key for key, value in seen if value != kept[key]), "")


def job_from(values: object, submitter: str) -> JobSpec:
    """A job from decoded JSON.

    Raises:
        BadInput: It is no object, or has unknown or wrong fields; all of them are listed.
    """
    if not isinstance(values, dict):
        raise BadInput([Problem("", "A job is a JSON object: {…}.", _FORM)])
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
        text = f"“{key}” cannot be used: {in_words(str(error)).replace('$', key)}."
        hint = "“rendermanager schema job” prints what each field may hold."
        raise BadInput([Problem(key, text, hint)]) from error


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
    for name in ("memory_mb", "memory_limit_mb"):
        job["properties"][name].update(minimum=0, maximum=MAX_MEMORY_MB)
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
    is_the_line = problem.message.startswith("It ")
    return f"Line {number}{problem.message[2:] if is_the_line else f': {problem.message}'}"


def _descriptions() -> dict[str, str]:
    """What the class's own documentation says of each field."""
    text = (JobSpec.__doc__ or "").partition("Attributes:")[2]
    found = re.findall(r"^ {8}(\w+): (.*(?:\n {12}.*)*)", text, re.MULTILINE)
    return {name: " ".join(words.split()) for name, words in found if name in _FIELDS}
