"""Finds out which of an engine's settings an artist changes, and what each of them takes."""

import dataclasses
import enum
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import msgspec

from rendermanager.core.errors import BadInput
from rendermanager.renderers.settings import read_settings

EVERYDAY: Final = (
    *("crf", "quality", "speed", "width", "height", "fit", "fps", "sequence_rate"),
    *("start", "end", "audio", "audio_bitrate"),
)
"""Settings that are offered, in this order, where an engine has them."""
_PICTURES: Final = frozenset({"crf", "quality", "speed", "width", "height", "fit", "fps"})
"""They mean nothing where no pictures are written."""
_ENCODES: Final = "crf"
"""By this setting an engine is known that encodes films."""
_LARGEST: Final = 99_999


class FieldKind(StrEnum):
    """What a setting takes."""

    NUMBER = "number"
    """A whole number within bounds."""
    CHOICE = "choice"
    """One of a few words."""
    TEXT = "text"
    """Words or a number, as the engine reads them."""
    SWITCH = "switch"
    """Yes or no."""
    FILE = "file"
    """The path of a file that is there."""
    NEW_FILE = "new-file"
    """The path of a file that may have to be made."""
    FOLDER = "folder"
    """The path of a folder."""


_PATHS: Final = frozenset({FieldKind.FILE, FieldKind.NEW_FILE, FieldKind.FOLDER})


@dataclass(frozen=True, slots=True)
class SettingField:
    """One setting of an engine.

    Attributes:
        name: As in the engine's settings.
        kind: What it takes.
        about: What it does, in a sentence.
        least: Lowest number.
        most: Highest number.
        choices: Its words.
    """

    name: str
    kind: FieldKind
    about: str = ""
    least: int = 0
    most: int = _LARGEST
    choices: tuple[str, ...] = ()


def fields_of(kind: type) -> list[SettingField]:
    """The settings to offer for an engine whose settings are `kind`.

    One that encodes films has dozens, of which the everyday ones are offered; any other is offered
    with all that it has.
    """
    hints = typing.get_type_hints(kind, include_extras=True)
    names = [field.name for field in dataclasses.fields(kind)]
    wanted = [name for name in EVERYDAY if name in names] if _ENCODES in names else names
    return [_field(name, hints[name]) for name in wanted]


def preset_value(kind: type, preset: Mapping[str, object], name: str) -> object:
    """What a preset, or else the engine, has for a setting; None where they cannot be read."""
    try:
        return getattr(read_settings(kind, preset), name, None)
    except BadInput:
        return None


def applies(kind: type, preset: Mapping[str, object], field: SettingField) -> bool:
    """Whether a setting means anything on top of a preset."""
    if field.name in _PICTURES and str(preset_value(kind, preset, "video")) == "none":
        return False
    sample = _sample(field)
    try:
        read_settings(kind, preset, {field.name: sample})
    except BadInput as error:
        return not any(
            problem.field in (f"settings.{field.name}", "settings.video")
            for problem in error.problems
        )
    return True


def _sample(field: SettingField) -> object:
    """A value that no check of its own can find fault with."""
    if field.kind is FieldKind.NUMBER:
        # Within every scale of quality; for sizes even, and large enough for every codec.
        wanted = 20 if field.most <= 100 else 640
        return min(field.most, max(field.least, wanted))
    if field.kind is FieldKind.CHOICE:
        return field.choices[-1 if field.name == "audio" else 0]
    if field.kind is FieldKind.SWITCH:
        return True
    if field.kind in _PATHS:
        return "/"
    return "128k" if field.name == "audio_bitrate" else "24"


def _field(name: str, hint: Any) -> SettingField:
    about, bounds, base = "", {}, hint
    written = ""
    while typing.get_origin(base) is typing.Annotated:
        base, *notes = typing.get_args(base)
        for note in notes:
            if isinstance(note, msgspec.Meta):
                about = about or note.description or ""
                written = written or str((note.extra_json_schema or {}).get("format", ""))
                bounds.update(_bounds(note))
        base = _without_none(base)
    least, most = bounds.get("least", 0), bounds.get("most", _LARGEST)
    if isinstance(base, type) and issubclass(base, enum.Enum):
        return SettingField(
            name, FieldKind.CHOICE, about, choices=tuple(str(each.value) for each in base)
        )
    if base is bool:
        return SettingField(name, FieldKind.SWITCH, about)
    if base is int:
        return SettingField(name, FieldKind.NUMBER, about, least, most)
    if written in _PATHS:
        return SettingField(name, FieldKind(written), about)
    return SettingField(name, FieldKind.TEXT, about)


def _bounds(note: msgspec.Meta) -> dict[str, int]:
    found = {}
    if note.ge is not None:
        found["least"] = int(note.ge)
    if note.le is not None:
        found["most"] = int(note.le)
    return found


def _without_none(hint: Any) -> Any:
    """``int`` of ``int | None``; a hint of several real types stays as it is."""
    if typing.get_origin(hint) not in (typing.Union, types.UnionType):
        return hint
    real = [each for each in typing.get_args(hint) if each is not type(None)]
    return real[0] if len(real) == 1 else hint
