"""Which footage of a project is not where After Effects would look for it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Final

from rendermanager.core.elsewhere import machine_of, strangeness
from rendermanager.media.aep.model import Composition, Footage, Project

_DRIVE: Final = re.compile(r"[A-Za-z]:[\\/]|\\\\")


@dataclass(frozen=True, slots=True)
class Missing:
    """Footage that was not found.

    Attributes:
        footage: The footage.
        expected: Where it was looked for, as the project says first.
    """

    footage: Footage
    expected: tuple[str, ...]


def missing_footage(
    project: Project, project_path: PurePath, exists: Callable[[str], bool]
) -> tuple[Missing, ...]:
    """Footage that is neither where the project says, nor as far from it as it was, nor beside it.

    Of a sequence the first and the last file are looked for. Nothing is said of footage whose place
    the project does not tell, nor of what lies on another machine than the project itself: a look
    would log in to whatever machine a stranger's project names.

    Args:
        project: The project.
        project_path: Its file, in the style of this system.
        exists: Whether a path leads to something.
    """
    found = []
    for footage in project.footage:
        if not footage.path:
            continue
        expected = tuple(dict.fromkeys(_expected(footage, project_path)))
        near = [each for each in expected if not _is_elsewhere(each, project_path)]
        is_there = any(_is_there(footage, place, exists, project_path) for place in near)
        if not is_there and len(near) == len(expected):
            found.append(Missing(footage, _named_first(footage, expected)))
    return tuple(found)


def reachable(project: Project, composition: Composition) -> frozenset[int]:
    """Numbers of everything that shows in a composition, through the compositions in it."""
    by_id = {each.id: each for each in project.compositions}
    seen = {composition.id}
    waiting = [composition]
    while waiting:
        for number in waiting.pop().uses:
            if number in seen:
                continue
            seen.add(number)
            if number in by_id:
                waiting.append(by_id[number])
    return frozenset(seen)


def style_of(path: str) -> type[PurePath]:
    """The kind of system that a path comes from."""
    return PureWindowsPath if _DRIVE.match(path) else PurePosixPath


def _expected(footage: Footage, project_path: PurePath) -> Iterator[str]:
    """Where to look, on this system."""
    there = style_of(footage.path)(footage.path)
    is_windows = isinstance(project_path, PureWindowsPath)
    if isinstance(there, PureWindowsPath) == is_windows:
        yield footage.path
    names = there.parts[1:] if there.anchor else there.parts
    if 0 < footage.descend <= len(names) and 0 < footage.ascend <= len(project_path.parents):
        base = project_path.parents[footage.ascend - 1]
        yield str(base.joinpath(*names[-footage.descend :]))
    if names:
        yield str(project_path.parent / names[-1])


def _is_elsewhere(place: str, project_path: PurePath) -> bool:
    path = type(project_path)(place)
    machine = machine_of(path)
    return bool(strangeness(path)) and (not machine or machine != machine_of(project_path))


def _is_there(
    footage: Footage, place: str, exists: Callable[[str], bool], project_path: PurePath
) -> bool:
    if not footage.is_sequence:
        return exists(place)
    folder = type(project_path)(place)
    ends = dict.fromkeys((footage.files[0], footage.files[-1]))
    return all(exists(str(folder / name)) for name in ends)


def _named_first(footage: Footage, expected: tuple[str, ...]) -> tuple[str, ...]:
    """What the project says goes first, even where this system cannot have such a path."""
    places = dict.fromkeys((footage.path, *expected))
    if not footage.is_sequence:
        return tuple(places)
    return tuple(str(style_of(place)(place) / footage.files[0]) for place in places)
