"""Knows sentences again that were made from a template, and takes the values out of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

_FIELD: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in one place of a sentence.

    Attributes:
        text: As it stands there.
        is_name: Whether it stands between quotation marks: the name of a file, say, which is
            left alone whatever it means.
    """

    text: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence with places for values.

    Attributes:
        source: As it is written: ``“{0}” is empty.``
        pieces: What stands before, between and behind the values.
        fields: The names of the places, one less than the pieces.
    """

    source: str
    pieces: tuple[str, ...]
    fields: tuple[str, ...]

    @classmethod
    def of(cls, source: str) -> "Template":
        """The template that is written like this."""
        parts = _FIELD.split(source)
        return cls(source, tuple(parts[::2]), tuple(parts[1::2]))

    @property
    def weight(self) -> int:
        """How much of a sentence it says itself."""
        return sum(map(len, self.pieces))

    def values_in(self, text: str) -> Mapping[str, Value] | None:
        """What its places hold in a sentence; None where the sentence is another one.

        Each value ends where the next piece begins for the first time, so a long text costs no
        more than reading it.
        """
        first, *between, last = self.pieces
        end = len(text) - len(last)
        if not text.startswith(first) or not text.endswith(last) or end < len(first):
            return None
        found, place = {}, len(first)
        for number, (name, piece) in enumerate(zip(self.fields, [*between, ""], strict=True)):
            is_last = number == len(between)
            stop = end if is_last else text.find(piece, place, end)
            if stop < place:
                return None
            follows = last if is_last else piece
            is_name = self.pieces[number].endswith("“") and follows.startswith("”")
            found[name] = Value(text[place:stop], is_name)
            place = stop + len(piece)
        return found


def fill(translation: str, values: Mapping[str, str]) -> str:
    """A translated template with its values."""
    return _FIELD.sub(lambda field: values.get(field[1], field[0]), translation)


class Catalogue:
    """The templates that have places for values, those that say the most first."""

    def __init__(self, sources: Iterable[str]) -> None:
        """Learn these; what has no places needs no template."""
        made = (Template.of(source) for source in sources)
        self._templates = sorted(
            (each for each in made if each.fields), key=lambda each: -each.weight
        )
        self._tellers = [max(each.pieces, key=len) for each in self._templates]

    def match(self, text: str) -> tuple[str, Mapping[str, Value]] | None:
        """The template of a sentence, and its values; None where it has none of these."""
        for template, teller in zip(self._templates, self._tellers, strict=True):
            if teller in text:
                values = template.values_in(text)
                if values is not None:
                    return template.source, values
        return None
