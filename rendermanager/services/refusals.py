"""What speaks against a job or its target before anybody looks inside the source."""

import dataclasses
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from rendermanager.core.job import IfExists, JobSpec
from rendermanager.core.problem import Problem, Severity
from rendermanager.core.retry import MAX_ATTEMPTS
from rendermanager.core.unsafe import name_problems
from rendermanager.engine.prepare import assignments
from rendermanager.log import masked_words
from rendermanager.machine.volumes import existing_folder, gone_volume, refusal_to_write
from rendermanager.media.presence import is_source
from rendermanager.media.sequences import frame_path, is_frame_of, is_pattern, shown_pattern
from rendermanager.media.trouble import plain

WINDOWS: Final = sys.platform == "win32"
MAX_TIMEOUT_S: Final = 2_000_000
"""A good three weeks; timers count milliseconds in 31 bits."""

MAX_MEMORY_MB: Final = 64_000_000
"""More than any machine has."""


def spec_problems(spec: JobSpec) -> list[Problem]:
    """Values that no job can have, whatever its engine."""
    problems = _unreadable(spec)
    if any("\0" in path for path in (spec.source, spec.output, spec.cwd, *spec.expects)):
        text = "A path holds a character that none can hold (NUL)."
        problems.append(Problem("source", text, "Take it out."))
    if not 1 <= spec.max_attempts <= MAX_ATTEMPTS:
        text = f"A job has 1 to {MAX_ATTEMPTS} attempts, not {spec.max_attempts}."
        problems.append(Problem("max_attempts", text, "Leave it out for 3."))
    if not 0 <= spec.timeout_s <= MAX_TIMEOUT_S:
        text = f"A time limit is 0 to {MAX_TIMEOUT_S:,} seconds, not {spec.timeout_s:g}."
        problems.append(Problem("timeout_s", text, "0 means no limit."))
    if not 0 <= spec.memory_mb <= MAX_MEMORY_MB:
        text = f"A job takes 0 to {MAX_MEMORY_MB:,} megabytes of memory, not {spec.memory_mb}."
        problems.append(Problem("memory_mb", text, "0 leaves it to the engine."))
    if not 0 <= spec.memory_limit_mb <= MAX_MEMORY_MB:
        limit = spec.memory_limit_mb
        text = f"A limit of memory is 0 to {MAX_MEMORY_MB:,} megabytes, not {limit}."
        problems.append(Problem("memory_limit_mb", text, "0 means no limit."))
    return problems


def _unreadable(spec: JobSpec) -> list[Problem]:
    """Names and arguments that are no text: on Linux they may be any bytes, the queue is text."""
    try:
        msgspec.json.encode(spec)
    except UnicodeEncodeError:
        found = []
        for field in dataclasses.fields(spec):
            try:
                msgspec.json.encode(getattr(spec, field.name))
            except UnicodeEncodeError as error:
                text = f"The {field.name} “{plain(error.object)}” is not valid text (UTF-8)."
                found.append(Problem(field.name, text, "Choose another name."))
        return found
    return []


def output_problems(
    output: Path,
    spec: JobSpec,
    refusal: Callable[[Path], str] = refusal_to_write,
    *,
    is_windows: bool = WINDOWS,
) -> list[Problem]:
    """What speaks against this job's writing under this name; its folder may have to be made.

    Args:
        output: Absolute.
        spec: The job.
        refusal: Why nothing can be made in a folder that exists; see `refusal_to_write`.
        is_windows: Whether names have to be such as Windows takes.
    """
    if spec.if_exists is IfExists.REPLACE and is_source(output, spec.source):
        # Otherwise the result gets a name that nobody has.
        text = f"“{output}” is the source itself."
        return [Problem("output", text, "Choose another name for the result.")]
    if mount := gone_volume(output.parent, may_be_made=True):
        text = f"“{output}” cannot be written: no drive is connected at “{mount}”."
        return [Problem("output", text, "Connect the drive, or choose another output.")]
    existing = existing_folder(output.parent)
    if not os.path.isdir(existing):  # noqa: PTH112 - answers for any name
        text = f"“{existing}” is a file, not a folder."
        return [Problem("output", text, "Choose a folder.")]
    if why := refusal(existing):
        text = f"The folder “{existing}” may not be written to: {why}."
        hint = "Choose another output folder, or change its permissions."
        return [Problem("output", text, hint)]
    if os.path.isdir(output):  # noqa: PTH112
        text = f"“{output}” is a folder."
        return [Problem("output", text, "Add the name of a file, or end it with a slash.")]
    new = output.relative_to(existing).parts
    return name_problems(new, str(output), is_windows=is_windows)


def frame_problems(source: str, output: Path) -> list[Problem]:
    """Why the result would be taken for a frame of the sequence that is read.

    Args:
        source: The job's source; only a pattern can have this problem.
        output: Where the result goes.
    """
    pattern = Path(source)
    if not is_pattern(pattern) or pattern.exists() or not _is_one(pattern.parent, output.parent):
        return []
    first = frame_path(output, 1) if is_pattern(output) else output
    if not is_frame_of(pattern, first):
        return []
    text = f"“{plain(first.name)}” would count as a frame of the source “{shown_pattern(pattern)}”."
    return [Problem("output", text, "Choose another folder, or another name.")]


def secret_notes(spec: JobSpec) -> list[Problem]:
    """Passwords and the like that would be kept in the queue as they stand."""
    words = {
        "argv": spec.argv,
        "env": assignments(spec.env),
        "settings": assignments({key: str(value) for key, value in spec.settings.items()}),
    }
    return [
        Problem(
            field,
            f"The {field} of “{plain(spec.name)}” hold a password or token in plain text.",
            "Store it with “rendermanager secret set NAME” and write ${secret:NAME} in its place.",
            Severity.WARNING,
        )
        for field, given in words.items()
        if masked_words(given) != list(given)
    ]


def _is_one(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
