"""Says that a job would run something that nobody here has allowed."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from rendermanager.core.problem import Problem
from rendermanager.core.trust import Runs, is_trusted
from rendermanager.media.trouble import plain, shown

FIELD: Final = "trust"
"""What a problem is about that a person's approval takes away."""

Allows = Callable[[Sequence[Runs]], bool]
"""Whether a person has allowed these to run, all of them together and unchanged."""


def nothing_allowed(pieces: Sequence[Runs]) -> bool:
    """Where nobody has allowed anything: only what needs no approval may run."""
    return is_trusted(pieces, ())


def approval_problem(file: Path, pieces: Sequence[Runs]) -> Problem:
    """What would be run, and how to allow it.

    Args:
        file: The file that the job comes from.
        pieces: What needs approval, at least one.
    """
    more = len(pieces) - 1
    others = f" and {more} more" if more else ""
    text = f"“{shown(file)}” needs your approval: {plain(pieces[0].sentence)}{others}."
    hint = f"Look at it with: rendermanager trust {_quoted(plain(str(file)))}"
    return Problem(FIELD, text, hint, file=str(file))


def to_approve(problems: Iterable[Problem]) -> tuple[Path, ...]:
    """The files that need a person's approval, each once."""
    found = (each.file for each in problems if each.field == FIELD and each.file)
    return tuple(Path(file) for file in dict.fromkeys(found))


def _quoted(text: str) -> str:
    return f'"{text}"' if os.sep == "\\" or " " in text else text
