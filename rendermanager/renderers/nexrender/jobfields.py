"""Reads objects of JSON into frozen dataclasses field by field, with all that is wrong at once."""

import dataclasses
import functools
import re
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import msgspec

from rendermanager.core.problem import Problem, Severity, in_words, nearest
from rendermanager.media.trouble import plain

NESTED: Final = {"nested": True}
"""Metadata of a field that is read by a reader of its own."""

_CAPITAL: Final = re.compile(r"_([a-z])")
_UNFIT: Final = re.compile("[\\x00-\\x1f\\x7f\u2028\u2029]")
_SHOWN: Final = 80


class Findings:
    """Collects the problems of one job while it is read."""

    def __init__(self, root: str = "") -> None:
        """Name fields below `root`: ``[2]`` in a batch."""
        self.root = root
        self.problems: list[Problem] = []

    def path(self, *parts: str) -> str:
        """The path of a field: ``assets[3].layerName``."""
        return ".".join(part for part in (self.root, *parts) if part)

    def refuse(self, where: str, message: str, hint: str = "") -> None:
        """Note what blocks the job."""
        self.problems.append(Problem(self.path(where), message, hint))

    def warn(self, where: str, message: str, hint: str = "") -> None:
        """Note what the person should know."""
        self.problems.append(Problem(self.path(where), message, hint, Severity.WARNING))

    def blocks(self) -> bool:
        """Whether the job cannot be used."""
        return any(problem.blocks for problem in self.problems)


def camel(name: str) -> str:
    """``layer_name`` → ``layerName``."""
    return _CAPITAL.sub(lambda match: match[1].upper(), name)


def shorten(value: object) -> str:
    """A value for a sentence: on one line, and not too long."""
    text = plain(str(value))
    return f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text


def read_fields(
    kind: type,
    values: Mapping[str, Any],
    where: str,
    findings: Findings,
    *,
    left_out: Mapping[str, str] | None = None,
    aliases: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The values of a dataclass's plain fields by their Python names; null counts as not given.

    Args:
        kind: The dataclass; fields with `NESTED` metadata are passed over.
        values: The object.
        where: Path of the object.
        findings: Is told what is wrong.
        left_out: Fields that are known and not passed on, with the reason; empty for silence.
        aliases: Other names of fields.
    """
    names = names_of(kind)
    hints = _hints(kind)
    found: dict[str, Any] = {}
    for given, value in values.items():
        path = f"{where}.{given}" if where else given
        name = names.get((aliases or {}).get(given, given))
        if name is None:
            _not_passed_on(given, path, [*names, *(aliases or {})], left_out or {}, findings)
        elif value is None or name in _nested(kind):
            continue
        elif name in found:
            findings.warn(plain(path), f"“{given}” is there under two names; one is enough.")
        else:
            try:
                found[name] = msgspec.convert(value, hints[name])
            except msgspec.ValidationError as error:
                reason = in_words(str(error).split(" - at")[0])
                findings.refuse(plain(path), f"“{given}” cannot be “{shorten(value)}”: {reason}.")
    return found


def _not_passed_on(
    given: str,
    path: str,
    known: Iterable[str],
    left_out: Mapping[str, str],
    findings: Findings,
) -> None:
    """Tell about a field that nexrender is not going to see."""
    if given in left_out:
        if reason := left_out[given]:
            findings.warn(path, f"“{given}” is left out: {reason}.")
        return
    guess = nearest(given, known)
    findings.warn(
        plain(path),
        f"nexrender knows no field “{shorten(given)}” here: it is left out.",
        f"Did you mean “{guess}”?" if guess else "",
    )


def required(
    names: Iterable[str], given: Mapping[str, Any], where: str, findings: Findings
) -> None:
    """Refuse an object that lacks fields, or whose texts are empty there."""
    for name in names:
        if name not in given or given[name] == "":
            path = f"{where}.{camel(name)}" if where else camel(name)
            findings.refuse(path, f"“{camel(name)}” is missing.", "Every job needs it here.")


def as_object(value: Any, where: str, findings: Findings) -> dict[str, Any] | None:
    """An object; None, and a problem, when it is none."""
    if isinstance(value, dict):
        return value
    findings.refuse(where, f"“{findings.path(where) or 'job'}” has to be an object {{…}}.")
    return None


def as_list(value: Any, where: str, findings: Findings) -> list[Any]:
    """A list; null is an empty one, and whatever else a problem."""
    if value is None or isinstance(value, list):
        return value or []
    findings.refuse(where, f"“{where}” has to be a list […].")
    return []


def told_fields(thing: Any) -> Iterator[tuple[str, Any]]:
    """The plain fields of a dataclass that differ from their defaults, by their JSON names."""
    for field in dataclasses.fields(thing):
        value = getattr(thing, field.name)
        if field.metadata.get("nested") or value == field.default:
            continue
        yield camel(field.name), value


def line_problem(text: str) -> str:
    """Why a name cannot stand in a line of a script; empty when it can."""
    if _UNFIT.search(text):
        return "holds a line break or another control character"
    return ""


@functools.cache
def names_of(kind: type) -> dict[str, str]:
    """The Python name of each field by its name in JSON."""
    return {camel(field.name): field.name for field in dataclasses.fields(kind)}


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind, include_extras=True)


@functools.cache
def _nested(kind: type) -> frozenset[str]:
    fields = dataclasses.fields(kind)
    return frozenset(field.name for field in fields if field.metadata.get("nested"))
