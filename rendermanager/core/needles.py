"""Finds the plain words that a line must hold before a regular expression can match it."""

import functools
import re
from typing import Final

_SHORTEST: Final = 3
"""Shorter words occur everywhere."""


@functools.cache
def needles(text: str) -> tuple[str, ...]:
    """Words of which one has to occur in a line, in small letters; none when that is not known.

    Looking for plain words first is what keeps a log of many megabytes a matter of seconds.
    """
    found = [_words_of(choice) for choice in _choices(text)]
    return tuple(word for words in found for word in words) if all(found) else ()


class _Choice:
    """One part of an expression between its outermost bars.

    Attributes:
        plain: What stands outside of groups and classes.
        groups: What stands inside of each group that has to match.
    """

    def __init__(self) -> None:
        self.plain = ""
        self.groups: list[str] = []


def _choices(text: str) -> list[_Choice]:
    found, at, depth, begin = [_Choice()], 0, 0, 0
    while at < len(text):
        step, mark = _token(text, at)
        at += step
        if mark == "(":
            depth, begin = depth + 1, begin if depth else at
        elif mark == ")":
            depth -= 1
            if not depth:
                found[-1].plain += "\0"
                found[-1].groups += _group(text[begin : at - 1], text[at : at + 1])
        elif not depth and mark == "|":
            found.append(_Choice())
        elif not depth:
            found[-1].plain += mark
    return found


def _token(text: str, at: int) -> tuple[int, str]:
    """How many characters stand for one thing here, and what goes on with it."""
    if text[at] == "\\":
        # A letter behind a backslash stands for many; any other sign for itself, but ends a word.
        return 2, "\0"
    if text[at] == "[":
        return text.index("]", at + 2) - at + 1, "\0"
    return 1, text[at]


def _group(inside: str, after: str) -> list[str]:
    """What has to match of a group: nothing where it may be left out or only looks around."""
    if after in ("?", "*", "{") and after:
        return []
    return [inside.removeprefix("?:")] if not re.match(r"\?(?!:)", inside) else []


def _words_of(choice: _Choice) -> tuple[str, ...]:
    must = re.sub(r".(?:[?*]|\{[^}]*\})", "\0", choice.plain)
    longest = max(re.split(r"[^\w '\"/-]", must), key=len).lower()
    if len(longest) >= _SHORTEST:
        return (longest,)
    # Without a word of its own it is known by those of one of its groups.
    return next((words for group in choice.groups if (words := needles(group))), ())
