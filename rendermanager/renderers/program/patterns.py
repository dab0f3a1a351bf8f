r"""Refuses regular expressions that could take for ever on a line of output.

Python's matcher tries one way after another, and cannot be stopped. What a preset file brings is
therefore looked through before it is used: no open repetition or choice inside a repetition, and no
more than `MAX_LOOSE` loose repetitions that can take the same characters. A repetition is loose
where what must follow it is something that it could take itself, as in ``.*x``; one that has to
stop where it stops, as in ``\d+ ``, leaves nothing to try. With lines cut to `LINE_CHARACTERS`, the
worst that is left takes a fraction of a second.
"""

import importlib
import re
import string
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Final

LINE_CHARACTERS: Final = 200
"""So much of a line is looked at."""
MAX_LOOSE: Final = 2
LONGEST_PATTERN: Final = 500

# Typed nowhere, and stable since Python 3.11: what an expression is made of.
_parser: Final[Any] = importlib.import_module("re._parser")
_SAMPLES: Final = frozenset(string.printable + "".join(map(chr, range(0xA1, 0x180))) + "…█")
"""Characters on which the parts of an expression are compared, besides its own."""
_REPEATS: Final = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_CATEGORIES: Final[dict[str, Callable[[str], bool]]] = {
    "CATEGORY_DIGIT": str.isdigit,
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda char: char.isalnum() or char == "_",
}

_Items = Sequence[tuple[Any, Any]]
_Chars = frozenset[str]


def compiled(pattern: str) -> re.Pattern[str]:
    """The expression, if it is safe to use on any line.

    Raises:
        ValueError: It is none, or could take too long; the text says why.
    """
    if len(pattern) > LONGEST_PATTERN:
        raise ValueError(f"it is longer than {LONGEST_PATTERN} characters")
    try:
        expression = re.compile(pattern)
        tree = _parser.parse(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(f"it is no regular expression: {error}") from error
    loose = _loose(tree, frozenset(), _SAMPLES | frozenset(pattern))
    if loose and max(loose.values()) > MAX_LOOSE:
        raise ValueError(
            f"more than {MAX_LOOSE} repetitions in it can take the same characters, which could "
            "take for ever; make them more exact, such as \\d+ instead of .*"
        )
    return expression


def _loose(items: _Items, after: _Chars, samples: _Chars) -> Counter[str]:
    """How many loose repetitions can take each of the samples.

    Args:
        items: Parts that stand one after the other.
        after: What can come after them.
        samples: The characters looked at.
    """
    total: Counter[str] = Counter()
    for kind, value in reversed(list(items)):
        total += _loose_in(str(kind), value, after, samples)
        after = _first((kind, value), after, samples)
    return total


def _loose_in(name: str, value: Any, after: _Chars, samples: _Chars) -> Counter[str]:
    if name in _REPEATS:
        return _repeated(value, after, samples)
    if name == "SUBPATTERN":
        return _loose(value[-1], after, samples)
    if name in ("ASSERT", "ASSERT_NOT"):
        return _loose(value[1], frozenset(), samples)
    if name == "ATOMIC_GROUP":
        return _loose(value, after, samples)
    found: Counter[str] = Counter()
    if name == "BRANCH":
        # One of the choices is taken: the worst of them counts.
        for choice in value[1]:
            found |= _loose(choice, after, samples)
    elif name.startswith("GROUPREF"):
        raise ValueError("it refers back to a group, which could take for ever")
    return found


def _repeated(value: tuple[int, int, _Items], after: _Chars, samples: _Chars) -> Counter[str]:
    least, most, items = value
    if most <= 1:
        return _loose(items, after, samples)
    if any(_is_open(item) for item in items):
        raise ValueError(
            "it repeats something that holds a repetition or a choice itself, which could take "
            "for ever"
        )
    taken = frozenset(char for char in samples if any(_takes(item, char) for item in items))
    return Counter(taken if least < most and taken & after else ())


def _first(item: tuple[Any, Any], after: _Chars, samples: _Chars) -> _Chars:
    """The characters that can come next where this part begins."""
    name, value = str(item[0]), item[1]
    if name in _REPEATS:
        inner = _first_of(value[2], after, samples)
        return inner if value[0] else inner | after
    if name == "SUBPATTERN":
        return _first_of(value[-1], after, samples)
    if name == "ATOMIC_GROUP":
        return _first_of(value, after, samples)
    if name == "BRANCH":
        return frozenset().union(*(_first_of(each, after, samples) for each in value[1]))
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return after
    return frozenset(char for char in samples if _takes(item, char))


def _first_of(items: _Items, after: _Chars, samples: _Chars) -> _Chars:
    for item in reversed(list(items)):
        after = _first(item, after, samples)
    return after


def _is_open(item: tuple[Any, Any]) -> bool:
    """Whether a part of an expression can match one text in more than one way."""
    name, value = str(item[0]), item[1]
    if name == "SUBPATTERN":
        return any(_is_open(each) for each in value[-1])
    if name in _REPEATS and value[0] == value[1]:
        return any(_is_open(each) for each in value[2])
    return name in (*_REPEATS, "BRANCH", "ASSERT", "ASSERT_NOT", "ATOMIC_GROUP") or (
        name.startswith("GROUPREF")
    )


def _takes(item: tuple[Any, Any], char: str) -> bool:
    """Whether a part that stands for one character, or a group of them, can take this one."""
    name, value = str(item[0]), item[1]
    if name == "SUBPATTERN":
        return any(_takes(each, char) for each in value[-1])
    if name in _REPEATS:
        return any(_takes(each, char) for each in value[2])
    if name == "ANY":
        return True
    if name == "IN":
        negated = str(value[0][0]) == "NEGATE"
        return negated != any(_takes(each, char) for each in value)
    if name in ("LITERAL", "NOT_LITERAL"):
        return (char == chr(value)) == (name == "LITERAL")
    if name == "RANGE":
        return bool(value[0] <= ord(char) <= value[1])
    if name == "CATEGORY":
        word = str(value)
        is_in = _CATEGORIES[word.replace("_NOT_", "_")](char)
        return is_in != ("_NOT_" in word)
    return False
