"""What is wrong with a request, said in full before anything starts."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_KINDS: Final = {
    "str": "a text",
    "int": "a whole number",
    "float": "a decimal number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object {…}",
    "null": "nothing",
}
_KIND: Final = re.compile(rf"(?<![\w.\[])(?:{'|'.join(_KINDS)})(?![\w\]])")


class Severity(StrEnum):
    """How much a problem stands in the way."""

    ERROR = "error"
    """The job cannot be queued."""
    WARNING = "warning"
    """The job can be queued; the person should know."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about a request.

    Attributes:
        field: Name of the part at fault: ``source``, ``output``, ``settings.crf``.
        message: What is wrong, naming the file or value.
        hint: What to do about it.
        severity: Whether it blocks.
        file: Absolute path of the file that a person has to look at for it; else empty.
    """

    field: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    file: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the job cannot be queued because of it."""
        return self.severity is Severity.ERROR


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name most like `word`, or an empty string when none comes close."""
    names = list(known)
    lowered = {name.lower(): name for name in names}
    matches = difflib.get_close_matches(word.lower(), lowered, n=1, cutoff=0.5)
    return lowered[matches[0]] if matches else ""


def unknown(kind: str, word: str, known: Iterable[str], field: str) -> Problem:
    """A problem for a name that does not exist, with the nearest one that does.

    Args:
        kind: What the name stands for, in lower case: ``preset``, ``setting``.
        word: The name as given.
        known: The names that exist.
        field: See `Problem.field`.
    """
    names = sorted(known)
    guess = nearest(word, names)
    if guess:
        hint = f"Did you mean “{guess}”?"
    elif names:
        hint = f"Known: {', '.join(names)}."
    else:
        hint = ""
    return Problem(field, f"There is no {kind} “{word}”.", hint)


def in_words(reason: str) -> str:
    """What a decoder says about a value of the wrong kind, in words for people."""
    said = _KIND.sub(lambda kind: _KINDS[kind[0]], reason.replace("`", "").replace(" | ", " or "))
    return said[:1].lower() + said[1:]
