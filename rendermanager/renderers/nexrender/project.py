"""What a project's own file says against rendering one of its compositions."""

import re
from collections.abc import Iterator
from typing import Final

from rendermanager.core.problem import Problem, Severity, nearest
from rendermanager.core.source import Part, SourceInfo
from rendermanager.media.aep.facts import (
    LEFT_OUT,
    MISSING,
    MISSING_FILES,
    SAME_NAME,
    UNREADABLE,
    VERSION,
)
from rendermanager.media.trouble import plain

FIELD: Final = "settings.composition"
MOST_NAMED: Final = 12
"""Compositions named in one sentence."""
_VERSION: Final = re.compile(r"(\d{1,9})\.(\d{1,9})")


def composition_of(source: SourceInfo | None, name: str) -> Part | None:
    """The composition of this name, or the only one there is when none is named.

    None when it cannot be told. Of two with one name it is the first, as After Effects takes it.
    """
    if source is None:
        return None
    if not name:
        is_single = len(source.parts) == 1 and LEFT_OUT not in source.facts
        return source.parts[0] if is_single else None
    return source.part(name)


def project_problems(
    source: SourceInfo | None,
    composition: str,
    *,
    continue_on_missing: bool = False,
    after_effects: str = "",
) -> list[Problem]:
    """What speaks against rendering this composition, by what was read from the project.

    Args:
        source: What was found inside the project; None when nobody has looked yet.
        composition: Its name; empty when none was given.
        continue_on_missing: Whether After Effects may go on without missing footage.
        after_effects: Version of the After Effects that would render; empty when not known.
    """
    if source is None:
        return []
    if UNREADABLE in source.facts:
        return list(_nothing_known(source, composition))
    return [
        *_choice(source, composition),
        *_footage(source, composition, continue_on_missing),
        *_newer(source, after_effects),
    ]


def _nothing_known(source: SourceInfo, composition: str) -> Iterator[Problem]:
    why = plain(source.facts[UNREADABLE]).rstrip(".")
    text = f"The project could not be read ({why}): nothing is known about its size and length."
    hint = "See that the composition's name is right." if composition else ""
    yield Problem("source", text, hint, Severity.WARNING)
    if not composition:
        yield Problem(
            FIELD,
            "No composition is named, and the project does not tell which there are.",
            "Name it as After Effects shows it: composition=NAME.",
        )


def _choice(source: SourceInfo, composition: str) -> Iterator[Problem]:
    part = composition_of(source, composition)
    if part is not None:
        yield from _doubtful(part)
    elif not source.parts:
        text = "There is no composition in the project."
        yield Problem("source", text, "Open it in After Effects, make one, and save it.")
    elif not composition:
        count = len(source.parts) + int(source.facts.get(LEFT_OUT, "0"))
        text = f"No composition is named, and the project has {count:,}."
        yield Problem(FIELD, text, f"Choose one (composition=NAME): {_names(source)}.")
    else:
        yield _unknown(source, composition)


def _doubtful(part: Part) -> Iterator[Problem]:
    name = plain(part.name)
    if SAME_NAME in part.facts:
        text = f"{part.facts[SAME_NAME]} compositions are called “{name}”."
        hint = "After Effects renders the first it comes across: give each a name of its own."
        yield Problem(FIELD, text, hint, Severity.WARNING)
    if not (part.width and part.height and part.frames):
        text = f"The composition “{name}” has no size or no length."
        hint = "Look at its settings in After Effects."
        yield Problem(FIELD, text, hint, Severity.WARNING)


def _unknown(source: SourceInfo, composition: str) -> Problem:
    text = f"There is no composition “{plain(composition)}” in the project."
    guess = nearest(composition, (part.name for part in source.parts))
    hint = f"Did you mean “{plain(guess)}”?" if guess else f"There are: {_names(source)}."
    if LEFT_OUT in source.facts:
        # Not every name was kept: it may be one of the others.
        text = f"“{plain(composition)}” is not among the first compositions of the project."
        return Problem(FIELD, text, hint, Severity.WARNING)
    return Problem(FIELD, text, hint)


def _names(source: SourceInfo) -> str:
    names = list(dict.fromkeys(part.name for part in source.parts))
    told = ", ".join(f"“{plain(name)}”" for name in names[:MOST_NAMED])
    more = len(names) - MOST_NAMED + int(source.facts.get(LEFT_OUT, "0"))
    return f"{told} and {more:,} more" if more > 0 else told


def _footage(source: SourceInfo, composition: str, go_on: bool) -> Iterator[Problem]:
    """Missing files that show in the composition, and whether there are others."""
    part = composition_of(source, composition)
    if part is None:
        return
    count = int(part.facts.get(MISSING, "0"))
    if count:
        text = f"The composition “{plain(part.name)}” shows {_files(part, count)}."
        hint = "Bring the files back to where the project expects them, or relink them."
        if not go_on:
            hint += " To render without them: continue_on_missing=true."
        yield Problem("source", text, hint, Severity.WARNING if go_on else Severity.ERROR)
    elif source.missing_files:
        number = len(source.missing_files)
        text = f"{_counted(number)} missing, but “{plain(part.name)}” shows none of them."
        yield Problem("source", text, "", Severity.WARNING)


def _files(part: Part, count: int) -> str:
    files = part.facts.get(MISSING_FILES, "").split("\n")
    told = ", ".join(f"“{plain(file)}”" for file in files)
    more = f" and {count - len(files):,} more" if count > len(files) else ""
    what = "a file that is" if count == 1 else f"{count:,} files that are"
    return f"{what} missing: {told}{more}"


def _counted(count: int) -> str:
    return "A file of the project is" if count == 1 else f"{count:,} files of the project are"


def _newer(source: SourceInfo, after_effects: str) -> Iterator[Problem]:
    wrote = _VERSION.search(source.facts.get(VERSION, ""))
    found = _VERSION.search(after_effects)
    if not wrote or not found or _pair(wrote) <= _pair(found):
        return
    text = (
        f"The project was saved by After Effects {wrote[0]}, "
        f"which is newer than the {found[0]} that would render it."
    )
    hint = "Install the newer one, or save a copy for the older one in After Effects."
    yield Problem("source", text, hint, Severity.WARNING)


def _pair(match: re.Match[str]) -> tuple[int, int]:
    return int(match[1]), int(match[2])
