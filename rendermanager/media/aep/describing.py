"""Tells of a project of After Effects in the terms that all engines share."""

import io
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from pathlib import Path, PurePath
from typing import Final

from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.media.aep.facts import (
    LEFT_OUT,
    MISSING,
    MISSING_FILES,
    NESTED,
    QUEUED,
    SAME_NAME,
    VERSION,
    unreadable,
)
from rendermanager.media.aep.missing import Missing, missing_footage, reachable
from rendermanager.media.aep.model import Composition, NotReadable, Project, QueueStatus
from rendermanager.media.aep.project import read_project
from rendermanager.media.opening import plain_file

MAX_PARTS: Final = 1_000
"""A source is kept with each of its jobs; what no composition shows last is left out first."""
MAX_MISSING: Final = 200
MAX_WORDS: Final = 300_000
"""Characters of all names and paths together: the answer of a helper is one line of 1 MiB."""
MOST_NAMED: Final = 5
"""Missing files named for each composition."""


def look_inside(path: Path) -> SourceInfo:
    """What a project holds; with the fact `UNREADABLE` when it cannot be understood.

    Raises:
        Refused: The file cannot be opened, or is empty.
    """
    with plain_file(path) as raw:
        size = os.fstat(raw.fileno()).st_size
        try:
            with io.BufferedReader(raw) as file:  # type: ignore[type-var]
                project = read_project(file, size)
        except NotReadable as error:
            return unreadable(str(error), size)
    return described(project, path, os.path.exists, size)


def described(
    project: Project, path: PurePath, exists: Callable[[str], bool], size: int = 0
) -> SourceInfo:
    """What a project holds: compositions that no other one shows first, in the file's order.

    Args:
        project: The project.
        path: Its file, in the style of this system.
        exists: Whether a path leads to something.
        size: Bytes of the file.
    """
    missing = missing_footage(project, path, exists)
    parts = _parts(project, missing)
    left_out = len(project.compositions) - len(parts)
    facts = {VERSION: project.version, LEFT_OUT: str(left_out) if left_out else ""}
    single = parts[0] if len(project.compositions) == 1 else None
    return SourceInfo(
        SourceKind.PROJECT,
        duration_s=float(project.compositions[0].duration_s) if single else 0.0,
        frames=single.frames if single else 0,
        rate=single.rate if single else "",
        width=single.width if single else 0,
        height=single.height if single else 0,
        size_bytes=size,
        parts=parts,
        missing_files=_short(each.expected[0] for each in missing),
        facts=_filled(facts),
    )


def _parts(project: Project, missing: tuple[Missing, ...]) -> tuple[Part, ...]:
    nested = project.used_in()
    queued = {line.composition for line in project.queue if line.status is QueueStatus.QUEUED}
    named = Counter(each.name for each in project.compositions)
    gone = {each.footage.id: each.expected[0] for each in missing}
    parts: list[Part] = []
    words = 0
    for each in sorted(project.compositions, key=lambda each: each.id in nested):
        lost = [gone[number] for number in sorted(reachable(project, each) & gone.keys())]
        facts = {
            NESTED: "yes" if each.id in nested else "",
            QUEUED: "yes" if each.id in queued else "",
            SAME_NAME: str(named[each.name]) if named[each.name] > 1 else "",
            MISSING: str(len(lost)) if lost else "",
            MISSING_FILES: "\n".join(lost[:MOST_NAMED]),
        }
        words += len(each.name) + len(facts[MISSING_FILES])
        if len(parts) == MAX_PARTS or words > MAX_WORDS // 2:
            break
        parts.append(_part(each, _filled(facts)))
    return tuple(parts)


def _part(composition: Composition, facts: Mapping[str, str]) -> Part:
    return Part(
        name=composition.name,
        first_frame=composition.first_frame,
        frames=composition.frames,
        rate=_written(composition.fps),
        width=composition.width,
        height=composition.height,
        facts=facts,
    )


def _written(rate: Fraction) -> str:
    return f"{rate.numerator}/{rate.denominator}" if rate > 0 else ""


def _filled(facts: Mapping[str, str]) -> dict[str, str]:
    return {word: text for word, text in facts.items() if text}


def _short(paths: Iterable[str]) -> tuple[str, ...]:
    """As many paths as may be told."""
    found: list[str] = []
    words = 0
    for path in paths:
        words += len(path)
        if len(found) == MAX_MISSING or words > MAX_WORDS // 2:
            break
        found.append(path)
    return tuple(found)
