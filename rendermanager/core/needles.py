"""Finds the plain words that a line must hold before a regular expression can match it."""

import functools
import re
from collections.abc import Iterator


@functools.cache
def needles(text: str) -> tuple[str, ...]:
    """Words of which one has to occur in a line, in small letters; none when that is not known.

    Looking for plain words first is what keeps a log of many megabytes a matter of a second.
    """
    found = [_longest_word(choice) for choice in _choices(text)]
    return tuple(found) if all(len(word) > 2 for word in found) else ()


def _choices(text: str) -> Iterator[str]:
    """The parts of an expression between its outermost bars; groups and classes are taken out."""
    depth, kept, at = 0, "", 0
    while at < len(text):
        mark = text[at]
        if mark == "\\":
            kept += "" if depth else text[at : at + 2]
            at += 2
            continue
        if mark == "[":
            at = text.index("]", at + 2)
            mark = "\0"
        elif mark == "(":
            depth += 1
        if not depth:
            if mark == "|":
                yield kept
                kept = ""
            else:
                kept += mark
        elif mark == ")":
            depth -= 1
            kept += "" if depth else "\0"
        at += 1
    yield kept


def _longest_word(choice: str) -> str:
    """The longest run of characters that stand for themselves and must occur."""
    plain = re.sub(r"\\[^\w\s]", "\1", re.sub(r"\\\w", "\0", choice))
    must = re.sub(r".(?:[?*]|\{[^}]*\})", "\0", plain)
    return max(re.split(r"[^\w '\"/-]", must), key=len).lower()
