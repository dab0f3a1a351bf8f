"""What speaks against a job or its target before anybody looks inside the source."""

import dataclasses
import os
from pathlib import Path
from typing import Final

import msgspec

from rendermanager.core.job import IfExists, JobSpec
from rendermanager.core.problem import Problem
from rendermanager.core.retry import MAX_ATTEMPTS
from rendermanager.media.presence import is_source
from rendermanager.media.trouble import plain

MAX_TIMEOUT_S: Final = 2_000_000
"""A good three weeks; timers count milliseconds in 31 bits."""


def spec_problems(spec: JobSpec) -> list[Problem]:
    """Values that no job can have, whatever its engine."""
    problems = _unreadable(spec)
    if any("\0" in path for path in (spec.source, spec.output, spec.cwd, *spec.expects)):
        problems.append(Problem("source", "A path holds a character that none can hold (NUL)."))
    if not 1 <= spec.max_attempts <= MAX_ATTEMPTS:
        text = f"A job has 1 to {MAX_ATTEMPTS} attempts, not {spec.max_attempts}."
        problems.append(Problem("max_attempts", text))
    if not 0 <= spec.timeout_s <= MAX_TIMEOUT_S:
        text = f"A time limit is 0 to {MAX_TIMEOUT_S:,} seconds, not {spec.timeout_s:g}."
        problems.append(Problem("timeout_s", text, "0 means no limit."))
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


def output_problems(output: Path, spec: JobSpec) -> list[Problem]:
    """Why this job can write nothing under this name; its folder may still have to be made."""
    if spec.if_exists is IfExists.REPLACE and is_source(output, spec.source):
        # Otherwise the result gets a name that nobody has.
        text = f"“{output}” is the source itself."
        return [Problem("output", text, "Choose another name for the result.")]
    existing = output.parent
    # These answer for any name; the methods of Path raise for one that is too long or forbidden.
    while not os.path.exists(existing) and existing != existing.parent:  # noqa: PTH110
        existing = existing.parent
    if not os.path.isdir(existing):  # noqa: PTH112
        text = f"“{existing}” is a file, not a folder."
        return [Problem("output", text, "Choose a folder.")]
    if not os.access(existing, os.W_OK | os.X_OK):
        text = f"The folder “{existing}” may not be written to."
        hint = "Choose another output folder, or change its permissions."
        return [Problem("output", text, hint)]
    return []
