"""The assets of a nexrender job: what is put into the layers of its project."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, Final, TypeGuard

from msgspec import Meta

from rendermanager.core.problem import unknown
from rendermanager.renderers.nexrender.jobfields import (
    NESTED,
    Findings,
    as_list,
    as_object,
    line_problem,
    read_fields,
    required,
    shorten,
)

MAX_ASSETS: Final = 5_000
MAX_EXPRESSION: Final = 200_000
_NAME_UNFIT: Final = re.compile(r'[/\\<>:"|?*\x00-\x1f\x7f]')
_EXTENSION: Final = re.compile(r"\.?[A-Za-z0-9]{1,16}")
_KEYWORD: Final = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]{0,63}")
_KEY: Final = re.compile(r"[A-Za-z0-9._-]{1,128}")
_POISON: Final = frozenset({"__proto__", "constructor", "prototype"})
_SCRIPTS: Final = (".jsx", ".js")


class FootageKind(StrEnum):
    """What a layer's footage is replaced by."""

    IMAGE = "image"
    """A picture, or the first of a numbered sequence."""
    AUDIO = "audio"
    """Sound."""
    VIDEO = "video"
    """A film."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footage:
    """A file that takes the place of a layer's own.

    Attributes:
        type: Picture, sound or film.
        src: Where it comes from.
        layer_name: Name of the layer, with its extension; empty when `layer_index` tells.
        layer_index: Number of the layer from 1; 0 when `layer_name` tells.
        composition: Where the layer is: a name, ``A->B``, or ``*`` for everywhere.
        name: What the file is called while it renders.
        extension: Added to that name.
        use_original: Whether it is used where it lies, without a copy.
        sequence: Whether it is the first of numbered pictures, the others being static assets.
        remove_old: Whether the replaced footage leaves the project.
    """

    type: FootageKind
    src: str
    layer_name: str = ""
    layer_index: Annotated[int, Meta(ge=0, le=100_000)] = 0
    composition: str = ""
    name: str = ""
    extension: str = ""
    use_original: bool = False
    sequence: bool = False
    remove_old: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """A value or an expression for a property of a layer.

    Attributes:
        layer_name: Name of the layer; empty when `layer_index` tells.
        layer_index: Number of the layer from 1; 0 when `layer_name` tells.
        property: Path of the property: ``Source Text``, ``Effects.Slider.Value``, ``A->B``.
        value: What it is set to; None when an expression tells.
        expression: Code that computes it.
        composition: See `Footage`.
    """

    property: str
    layer_name: str = ""
    layer_index: Annotated[int, Meta(ge=0, le=100_000)] = 0
    value: Any = None
    expression: Annotated[str, Meta(max_length=MAX_EXPRESSION)] = ""
    composition: str = ""


def parts_of(path: str) -> tuple[str, ...]:
    """The path of a property in parts, as nexrender takes it apart."""
    by_arrow = path.split("->")
    return tuple(by_arrow if len(by_arrow) > 1 else path.split("."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A value for a function among the parameters of a script."""

    key: str
    value: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a script asks for by its key. A text that looks like a function is one.

    Attributes:
        key: Its name.
        value: The value.
        type: What it is when `value` is missing.
        arguments: What a function is called with.
    """

    key: str
    value: Any = None
    type: str = ""
    arguments: tuple[Argument, ...] = field(default=(), metadata=NESTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script that After Effects runs before it renders.

    Attributes:
        src: Where it is: a local file.
        keyword: Name of the object by which it asks for parameters.
        parameters: What it can ask for.
        name: What the file is called while it renders.
        extension: Added to that name.
    """

    src: str
    keyword: str = "NX"
    parameters: tuple[Parameter, ...] = field(default=(), metadata=NESTED)
    name: str = ""
    extension: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Static:
    """A file that lies beside the project while it renders, such as a font.

    Attributes:
        src: Where it comes from.
        name: What it is called there.
        extension: Added to that name.
        sequence: Whether it is one of the pictures of a sequence.
    """

    src: str
    name: str = ""
    extension: str = ""
    sequence: bool = False


Asset = Footage | Data | Script | Static

FONTS: Final = (".ttf", ".otf")


def is_font(asset: Asset) -> TypeGuard[Static]:
    """Whether an asset is a font, which the action for fonts installs."""
    return isinstance(asset, Static) and asset.src.casefold().endswith(FONTS)


_KINDS: Final[dict[str, type]] = {
    **dict.fromkeys(FootageKind, Footage),
    "data": Data,
    "script": Script,
    "static": Static,
}
_TYPES_OF_VALUES: Final = ("array", "boolean", "function", "null", "number", "object", "string")
_LEFT_OUT: Final = {
    "dest": "",
    "type": "",
    "params": "how files are fetched is not for the job to say",
    "defaults": "a script has defaults of its own",
}


def read_assets(value: Any, findings: Findings) -> tuple[Asset, ...]:
    """The assets of a job; those with problems are left out."""
    given = as_list(value, "assets", findings)
    if len(given) > MAX_ASSETS:
        findings.refuse("assets", f"A job has at most {MAX_ASSETS:,} assets, not {len(given):,}.")
        return ()
    found = (_asset(each, f"assets[{at}]", findings) for at, each in enumerate(given))
    return tuple(each for each in found if each is not None)


def _asset(value: Any, where: str, findings: Findings) -> Asset | None:
    values = as_object(value, where, findings)
    if values is None:
        return None
    word = values.get("type")
    kind = _KINDS.get(word) if isinstance(word, str) else None
    if kind is None:
        if word is None:
            findings.refuse(f"{where}.type", "“type” is missing.", f"Known: {', '.join(_KINDS)}.")
        else:
            problem = unknown("type of asset", shorten(word), _KINDS, f"{where}.type")
            findings.refuse(problem.field, problem.message, problem.hint)
        return None
    before = len(findings.problems)
    given = read_fields(kind, values, where, findings, left_out=_LEFT_OUT)
    if kind is Footage:
        given["type"] = FootageKind(str(word))
    if kind is Script:
        given["parameters"] = _parameters(values.get("parameters"), where, findings)
    needed = ("property",) if kind is Data else ("src",)
    required(needed, given, where, findings)
    if any(problem.blocks for problem in findings.problems[before:]):
        return None
    asset: Asset = kind(**given)
    for name, message, hint in _troubles(asset):
        findings.refuse(f"{where}.{name}", message, hint)
    return asset


def _parameters(value: Any, where: str, findings: Findings) -> tuple[Parameter, ...]:
    found = []
    for at, each in enumerate(as_list(value, f"{where}.parameters", findings)):
        path = f"{where}.parameters[{at}]"
        values = as_object(each, path, findings)
        if values is None:
            continue
        given = _keyed(Parameter, values, path, findings)
        if given is None:
            continue
        word = given.get("type", "")
        if word and word not in _TYPES_OF_VALUES:
            problem = unknown("type of value", shorten(word), _TYPES_OF_VALUES, f"{path}.type")
            findings.refuse(problem.field, problem.message, problem.hint)
        given["arguments"] = _arguments(values.get("arguments"), path, findings)
        found.append(Parameter(**given))
    return tuple(found)


def _arguments(value: Any, where: str, findings: Findings) -> tuple[Argument, ...]:
    found = []
    for at, each in enumerate(as_list(value, f"{where}.arguments", findings)):
        path = f"{where}.arguments[{at}]"
        values = as_object(each, path, findings)
        given = None if values is None else _keyed(Argument, values, path, findings)
        if given is not None:
            found.append(Argument(**given))
    return tuple(found)


def _keyed(
    kind: type, values: Mapping[str, Any], where: str, findings: Findings
) -> dict[str, Any] | None:
    """The fields of something with a key; None when that cannot stand in a script."""
    given = read_fields(kind, values, where, findings)
    key = given.get("key", "")
    if _KEY.fullmatch(key):
        return given
    text = f"A parameter cannot be called “{shorten(key)}”."
    findings.refuse(f"{where}.key", text, "Use letters, digits, dots, dashes and underscores.")
    return None


def _troubles(asset: Asset) -> Iterator[tuple[str, str, str]]:
    """What is wrong with an asset on its own, as field, message and hint."""
    if isinstance(asset, Footage | Data):
        yield from _layer_troubles(asset)
    if isinstance(asset, Data):
        yield from _data_troubles(asset)
    else:
        yield from _name_troubles(asset)
    if isinstance(asset, Script) and not _KEYWORD.fullmatch(asset.keyword):
        text = f"The keyword “{shorten(asset.keyword)}” is no name of a variable."
        yield "keyword", text, "Leave it out for NX."


def _layer_troubles(asset: Footage | Data) -> Iterator[tuple[str, str, str]]:
    if not asset.layer_name and not asset.layer_index:
        text = "It names no layer."
        yield "layerName", text, "Give its layerName, or its layerIndex from 1."
    for name, text in (("layerName", asset.layer_name), ("composition", asset.composition)):
        if trouble := line_problem(text):
            yield name, f"“{shorten(text)}” {trouble}.", "Rename it in the project."


def _data_troubles(asset: Data) -> Iterator[tuple[str, str, str]]:
    if asset.value is None and not asset.expression:
        text = f"The property “{shorten(asset.property)}” gets neither a value nor an expression."
        yield "value", text, "Add one of them."
    if trouble := line_problem(asset.property):
        yield "property", f"“{shorten(asset.property)}” {trouble}.", "Check its name."
    if wrong := _POISON.intersection(parts_of(asset.property)):
        text = f"“{min(wrong)}” is no property of a layer."
        yield "property", text, "Take it out; ask where the job comes from."
    for name, value in (("value", asset.value), ("expression", asset.expression)):
        if _has_separator(value):
            text = "It holds an invisible line separator, which ends a text in After Effects."
            yield name, text, "Replace it by a usual line break (\\r)."


def _has_separator(value: Any) -> bool:
    if isinstance(value, str):
        return "\u2028" in value or "\u2029" in value
    if isinstance(value, list):
        return any(_has_separator(each) for each in value)
    if isinstance(value, dict):
        return any(_has_separator(each) for pair in value.items() for each in pair)
    return False


def _name_troubles(asset: Footage | Script | Static) -> Iterator[tuple[str, str, str]]:
    if asset.name in (".", "..") or _NAME_UNFIT.search(asset.name) or line_problem(asset.name):
        text = f"“{shorten(asset.name)}” cannot be the name of a file."
        yield "name", text, "Name the file alone, without folders."
    if asset.extension and not _EXTENSION.fullmatch(asset.extension):
        text = f"“{shorten(asset.extension)}” is no extension of a file."
        yield "extension", text, "Write for example “png”."
    src = asset.src.partition("?")[0].lower()
    if isinstance(asset, Script) and not src.endswith(_SCRIPTS):
        text = f"“{shorten(asset.src)}” is no script that can be looked at."
        yield "src", text, "Scripts are text and end in .jsx or .js."
