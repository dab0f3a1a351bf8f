"""Texts of jobs as they are looked for and sorted by: folded once, when a job comes in.

`job_text.words` holds all of them in one text, each behind a mark, so that a filter reads one
narrow table. The step of `migrations` that made it for older queues works with the same functions:
another meaning needs another step.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from rendermanager.core.job import JobSpec


class Part(IntEnum):
    """The texts of a job; each value is the character that stands before it."""

    NAME = 1
    """The name."""
    PRESET = 2
    """The preset's name."""
    ENGINE = 3
    """The engine's name."""
    PROJECT = 4
    """The project."""
    SOURCE = 5
    """Where its source is."""
    OUTPUT = 6
    """Where its result goes."""
    TAGS = 7
    """The tags, one a line."""
    NOTES = 8
    """The notes."""


_MARKS: Final = {part.value: " " for part in Part}
_DIGITS: Final = re.compile(r"\d+")
_NUMBER_WIDTH: Final = 12


def folded(text: str) -> str:
    """A text in one case of letters and without the marks."""
    return text.translate(_MARKS).casefold() if not text.isprintable() else text.casefold()


def natural(name: str) -> str:
    """A name as it sorts: in one case, its numbers filled up with zeros."""
    return _DIGITS.sub(lambda found: found[0].zfill(_NUMBER_WIDTH), name.casefold())


def words_of(spec: JobSpec) -> str:
    """Everything that a job can be found by."""
    return joined(
        (spec.name, spec.preset, spec.engine, spec.project, spec.source, spec.output),
        spec.tags,
        spec.notes,
    )


def joined(texts: Sequence[str], tags: Sequence[str], notes: str) -> str:
    """The texts from `NAME` to `OUTPUT`, the tags and the notes, each folded behind its mark."""
    every = (*texts, "\n".join(tags), notes)
    return "".join(f"{chr(part)}{folded(text)}" for part, text in zip(Part, every, strict=True))
