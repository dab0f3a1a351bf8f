"""Fills ``{placeholders}`` into the words of a preset; each stays within its one argument."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_PIECE: Final = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
"""A doubled brace, a placeholder, or a brace that belongs to nothing."""


def names_in(template: str) -> Iterator[str]:
    """The placeholders of a template, as they are written.

    Raises:
        ValueError: A brace belongs to nothing.
    """
    for piece in _PIECE.finditer(template):
        if piece[0] in "{}":
            raise ValueError(
                f"“{piece[0]}” stands alone; write “{piece[0] * 2}” for the sign itself"
            )
        if piece[1] is not None:
            yield piece[1]


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template with its placeholders filled in. What is filled in is not looked at again.

    Raises:
        KeyError: There is no value for a placeholder.
    """

    def value(piece: re.Match[str]) -> str:
        return piece[0][0] if piece[1] is None else values[piece[1]]

    return _PIECE.sub(value, template)


def all_filled(
    words: Iterable[str], values: Mapping[str, str], flags: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Arguments filled in. One that is a flag alone becomes its arguments, or none at all."""
    found: list[str] = []
    for word in words:
        flag = flags.get(word[1:-1]) if word.startswith("{") and word.endswith("}") else None
        found += [filled(word, values)] if flag is None else flag
    return tuple(found)
