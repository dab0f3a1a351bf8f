"""Reading an engine's settings from presets, jobs and the command line, with helpful refusals."""

import dataclasses
import enum
import functools
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem, in_words, unknown
from rendermanager.media.trouble import plain

S = TypeVar("S")


def read_settings(kind: type[S], *layers: Mapping[str, object]) -> S:
    """Settings from several layers, later ones winning; texts are converted where they can be.

    Args:
        kind: The engine's settings dataclass. A ``check()`` method, if there is one, returns
            further problems.
        layers: Preset first, then the changes to it.

    Raises:
        BadInput: Unknown names, wrong types or values out of range; all of them at once.
    """
    merged: dict[str, object] = {}
    for layer in layers:
        merged.update(layer)
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    hints = _types(kind)  # type: ignore[arg-type]  # mypy doubts that a class can be hashed
    problems: list[Problem] = []
    good: dict[str, Any] = {}
    for key, value in merged.items():
        if key not in fields:
            problems.append(unknown("setting", key, fields, f"settings.{key}"))
            continue
        try:
            good[key] = msgspec.convert(value, hints[key], strict=False)
        except (msgspec.ValidationError, UnicodeEncodeError) as error:
            problems.append(_refusal(key, value, hints[key], error))
    if problems:
        raise BadInput(problems)
    settings = kind(**good)
    check = getattr(settings, "check", None)
    found = check() if check is not None else []
    if found:
        raise BadInput(found)
    return settings


def _refusal(key: str, value: object, hint: Any, error: Exception) -> Problem:
    kind = typing.get_args(hint)[0] if typing.get_origin(hint) is typing.Annotated else hint
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        words = [str(member.value) for member in kind]
        return unknown(f"choice for {key}", plain(str(value)), words, f"settings.{key}")
    is_text = not isinstance(error, UnicodeEncodeError)
    reason = in_words(str(error).split(" - at")[0]) if is_text else "it is no valid text (UTF-8)"
    text = f"Setting “{key}” cannot be “{plain(str(value))}”: {reason}."
    return Problem(f"settings.{key}", text, _description(hint) or "Give it another value.")


def _description(hint: Any) -> str:
    """What a setting is for, as its type says."""
    notes = getattr(hint, "__metadata__", ())
    return next((note.description for note in notes if getattr(note, "description", "")), "")


@functools.cache
def _types(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind, include_extras=True)
