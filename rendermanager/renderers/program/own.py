"""What may stand in a preset file that a person has made of an engine's settings."""

import math
import re
from collections.abc import Iterator
from typing import Annotated, Final
from unicodedata import category

from msgspec import Meta, Struct

COLLECTION: Final = "presets"
"""The one key of a file that holds several presets, to be handed on."""
LONGEST_LABEL: Final = 80
LONGEST_ABOUT: Final = 500
MOST_SETTINGS: Final = 200
LONGEST_VALUE: Final = 4096

NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
"""What a preset can be called on the command line."""
_UNPRINTED: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})

Value = str | int | float | bool | None
Found = tuple[str, str, str]
"""A field, what is wrong with it, and what to do."""


class OwnFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole preset file of this kind."""

    engine: Annotated[str, Meta(min_length=1, max_length=40)]
    settings: Annotated[dict[str, Value], Meta(max_length=MOST_SETTINGS)] = {}
    name: str = ""
    label: str = ""
    description: str = ""


def own_problems(made: OwnFile, name: str) -> Iterator[Found]:
    """Everything that is wrong with a preset, but for what its engine knows."""
    if NAME.fullmatch(name) is None:
        hint = "Give it a “name” of at most 40 small letters, digits and dashes."
        yield "name", f"“{name[:60]}” cannot be a name", hint
    for field, text, most in (
        ("label", made.label, LONGEST_LABEL),
        ("description", made.description, LONGEST_ABOUT),
    ):
        if len(text) > most:
            yield field, f"it is longer than {most} characters", "Shorten it."
        elif any(category(each) in _UNPRINTED for each in text):
            yield field, "it must be one line of text", "Take out what cannot be seen."
    for key, value in made.settings.items():
        where = f"settings.{key[:60]}"
        if isinstance(value, float) and not math.isfinite(value):
            yield where, f"“{value}” is no number", "Write another."
        elif isinstance(value, str) and ("\0" in value or len(value) > LONGEST_VALUE):
            yield where, "this text is too long, or has a NUL character in it", "Write another."
