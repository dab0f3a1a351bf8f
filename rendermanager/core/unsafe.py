"""Names that are a trap on one system or another, found before anything is written."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final

from rendermanager.core.naming import RESERVED
from rendermanager.core.problem import Problem, Severity

MAX_WINDOWS_PATH: Final = 259
"""Characters in a path that every Windows program takes."""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")
_FORBIDDEN: Final = re.compile(r'[<>:"\\|?*]')
_RENAME: Final = "Choose another name."


def name_problems(
    parts: Sequence[str], path: str, *, is_windows: bool = False, field: str = "output"
) -> list[Problem]:
    """What speaks against names that are going to be made: errors on Windows, elsewhere notes.

    Args:
        parts: The names: of folders that do not exist yet, and of the file.
        path: The whole path, whose length counts.
        is_windows: Whether this is the system that cannot have them.
        field: See `Problem.field`.
    """
    wrong = Severity.ERROR if is_windows else Severity.WARNING
    found = [
        Problem(
            field, f"“{_shown(part)}” {trouble}.", _RENAME, wrong if fatal else Severity.WARNING
        )
        for part in parts
        for trouble, fatal in _troubles(part)
    ]
    if len(path) > MAX_WINDOWS_PATH:
        text = f"“{_shown(PurePath(path).name)}” gets a path of {len(path)} characters"
        more = f"; many Windows programs stop at {MAX_WINDOWS_PATH}."
        found.append(Problem(field, text + more, "Choose a shorter name or folder.", wrong))
    return found


def _troubles(name: str) -> Iterator[tuple[str, bool]]:
    """What is wrong with one name, each with whether Windows refuses it."""
    if RESERVED.fullmatch(name):
        yield "is a word that Windows keeps for itself", True
    if name != name.rstrip(". "):
        yield "ends in a dot or a space, which Windows takes away", True
    if _CONTROL.search(name):
        yield "holds a control character, such as a line break", True
    if _TURNING.search(name):
        yield "holds invisible characters that turn the direction of the text", False
    if forbidden := _FORBIDDEN.search(name):
        yield f"holds “{forbidden[0]}”, which Windows and many network drives refuse", True
    if name.startswith("-"):
        yield "begins with a dash, which programs take for an option", False


def _shown(name: str) -> str:
    return "".join(char if char.isprintable() else "\ufffd" for char in name)
