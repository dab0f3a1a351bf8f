"""Makes the settings class of a template: its parameters are the form, and what ``--set`` takes."""

import dataclasses
import enum
import keyword
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Final

from msgspec import Meta

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.renderers.openjd.template import parsed

_KINDS: Final[dict[str, Callable[..., Any]]] = {
    "STRING": str,
    "PATH": str,
    "INT": int,
    "FLOAT": float,
}
_TEXT: Final = "__template__"
"""Attribute of a settings class: the template that it was made from."""


@lru_cache(maxsize=16)
def settings_type(text: str, name: str) -> type:
    """A frozen dataclass with the parameters of a template, by their names.

    A parameter without a default is None until somebody gives it a value.

    Raises:
        BadInput: It is no template, or a parameter has a name that cannot be used.
    """
    fields = []
    for parameter in parsed(text, name).parameterDefinitions or ():
        if keyword.iskeyword(parameter.name) or parameter.name.startswith("__"):
            message = f"The parameter “{parameter.name}” of “{name}” cannot be a setting."
            raise BadInput([Problem("source", message, "Give it another name.")])
        kind, default = _kind_of(parameter)
        fields.append((parameter.name, kind, dataclasses.field(default=default)))
    return dataclasses.make_dataclass(
        "OpenJdParameters", fields, namespace={_TEXT: text}, frozen=True, slots=True, kw_only=True
    )


def values_of(settings: Any) -> dict[str, str]:
    """The parameters that have a value, as texts."""
    found = {each.name: getattr(settings, each.name) for each in dataclasses.fields(settings)}
    return {name: str(value) for name, value in found.items() if value is not None}


def result_parameter(text: str, name: str) -> str:
    """The one parameter that names the file a job writes; empty where there is none, or several."""
    found = [
        each.name
        for each in parsed(text, name).parameterDefinitions or ()
        if _word(each.type) == "PATH"
        and _word(getattr(each, "dataFlow", None)) == "OUT"
        and _word(getattr(each, "objectType", None)) == "FILE"
    ]
    return found[0] if len(found) == 1 else ""


def result_file(source: Path, settings: Any) -> Path | None:
    """Where a job writes its file, going by its parameters; None where they name none."""
    text = getattr(settings, _TEXT, "")
    if not text:
        return None
    value = values_of(settings).get(result_parameter(text, source.name), "")
    return source.parent / value if value else None


def _kind_of(parameter: Any) -> tuple[Any, Any]:
    """The type of a parameter, with what is said about it, and its default value."""
    kind: Any = _KINDS[_word(parameter.type)]
    default = None if parameter.default is None else kind(parameter.default)
    bounds: dict[str, Any] = {}
    if kind in (int, float):
        least, most = parameter.minValue, parameter.maxValue
        bounds["ge"] = None if least is None else kind(least)
        bounds["le"] = None if most is None else kind(most)
    else:
        bounds = {"min_length": parameter.minLength, "max_length": parameter.maxLength}
    if parameter.allowedValues and kind is str:
        members = {f"VALUE_{n}": str(each) for n, each in enumerate(parameter.allowedValues)}
        kind = enum.StrEnum(parameter.name, members)  # type: ignore[misc,no-redef]  # known at run time only
        default, bounds = None if default is None else kind(default), {}
    if place := _place(parameter):
        bounds["extra_json_schema"] = {"format": place}
    said = Meta(description=_said(parameter), **bounds)
    return (Annotated[kind | None if default is None else kind, said]), default


def _place(parameter: Any) -> str:
    """Of a path, what a form lets a person choose: a file, a new one, or a folder."""
    if _word(parameter.type) != "PATH" or parameter.allowedValues:
        return ""
    if _word(getattr(parameter, "objectType", None)) == "DIRECTORY":
        return "folder"
    return "new-file" if _word(getattr(parameter, "dataFlow", None)) == "OUT" else "file"


def _said(parameter: Any) -> str:
    """What the form says about it, in one sentence."""
    shown = getattr(parameter.userInterface, "label", None)
    words = str(parameter.description or shown or f"Parameter {parameter.name}").strip()
    values = parameter.allowedValues
    if values and _word(parameter.type) in ("INT", "FLOAT"):
        words = f"{words.rstrip('.')}. One of {', '.join(map(str, values))}"
    return words if words.endswith(".") else f"{words}."


def _word(member: Any) -> str:
    return str(getattr(member, "value", member) or "")
