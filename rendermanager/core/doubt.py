"""What a program says that makes a result doubtful although it has ended well."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

MOST_TOLD: Final = 5
"""Sentences about one result; whoever wants all of it reads the log."""
LONGEST_LINE: Final = 2_000
"""Characters of a line that are looked at."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that an engine says, and what it means for the result.

    Attributes:
        text: Regular expression, searched for in each line without regard to case.
        message: Plain sentence; ``{0}``, ``{1}`` … stand for the pattern's groups.
    """

    text: str
    message: str


def doubts_in(lines: Iterable[str], doubts: Sequence[Doubt]) -> tuple[str, ...]:
    """What these lines say against a result: each sentence once, in order, not too many.

    Of doubts that a line fits, the first one counts.
    """
    if not doubts:
        return ()
    patterns = [(re.compile(each.text, re.IGNORECASE), each.message) for each in doubts]
    told: dict[str, None] = {}
    for line in lines:
        sentence = _told(line[:LONGEST_LINE], patterns)
        if sentence:
            told[sentence] = None
        if len(told) == MOST_TOLD:
            break
    return tuple(told)


def _told(line: str, patterns: Sequence[tuple[re.Pattern[str], str]]) -> str:
    for pattern, message in patterns:
        match = pattern.search(line)
        if match is not None:
            return message.format(*(word or "" for word in match.groups()))
    return ""
