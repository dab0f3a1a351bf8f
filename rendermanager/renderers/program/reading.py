"""Reads the preset files of a folder; what is wrong with one is told and stops nothing."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem, in_words
from rendermanager.core.problem import unknown as unknown_word
from rendermanager.media.trouble import plain, quoted
from rendermanager.renderers.api import Preset
from rendermanager.renderers.documents import read_document
from rendermanager.renderers.program.checks import problems_of
from rendermanager.renderers.program.engine import ProgramEngine
from rendermanager.renderers.program.own import COLLECTION, OwnFile, own_problems
from rendermanager.renderers.program.shape import ProgramFile, Setting, SettingKind

LARGEST_BYTES: Final = 256 * 1024
MOST_FILES: Final = 500
ENDINGS: Final = (".toml", ".json")
_T = TypeVar("_T")
FIELD: Final = "presets"

_LINE: Final = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
_PLACE: Final = re.compile(r" - at (?:`(?P<part>key|value)` in )?`\$(?P<path>[^`]*)`$")
_UNKNOWN: Final = re.compile(r"^Object contains unknown field `([^`]*)`")
_CHOICE: Final = re.compile(r"^Invalid enum value '([^']*)'")
_MISSING: Final = re.compile(r"^Object missing required field `([^`]*)`")


@dataclass(slots=True)
class PresetFiles:
    """What the preset files of a folder say.

    Attributes:
        engines: Those that describe a program.
        presets: Those that a person has made of an engine that is there.
        problems: What is wrong with the others.
    """

    engines: list[ProgramEngine] = field(default_factory=list)
    presets: list[Preset] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def preset_files(folder: Path) -> PresetFiles:
    """Everything that the preset files of a folder say."""
    found = PresetFiles()
    for path in _files(folder, found.problems):
        try:
            made = read_preset(path)
        except BadInput as error:
            found.problems += (Problem(FIELD, each.message, each.hint) for each in error.problems)
            continue
        if isinstance(made, Preset):
            found.presets.append(made)
        else:
            found.engines.append(made)
    return found


def read_preset(path: Path) -> ProgramEngine | Preset:
    """The engine that a preset file describes, or the preset of another engine.

    Raises:
        BadInput: It cannot be read or makes no sense; every problem names the file.
    """
    text = text_of(path)
    raw = parsed(path, text)
    if isinstance(raw, dict) and COLLECTION in raw:
        message = f"{quoted(path)} is a collection of presets."
        raise BadInput([Problem(FIELD, message, "Import it, and take it out of this folder.")])
    if isinstance(raw, dict) and "engine" in raw and "argv" not in raw:
        return read_own(path, text, raw)
    _check_settings(path, text, raw)
    made = _converted(path, text, raw, ProgramFile)
    name = made.name or _name_of(path)
    found = list(problems_of(made, name))
    if found:
        raise BadInput([_placed(path, text, *each) for each in found])
    return ProgramEngine(name, made)


def read_own(path: Path, text: str, raw: object) -> Preset:
    """The preset that a person has made of an engine; whether that has such settings is left open.

    Args:
        path: The file, which is named where something is wrong.
        text: What it holds, to find the line.
        raw: The same, taken apart.

    Raises:
        BadInput: It makes no sense.
    """
    made = _converted(path, text, raw, OwnFile)
    name = made.name or _name_of(path)
    found = list(own_problems(made, name))
    if found:
        raise BadInput([_placed(path, text, *each) for each in found])
    label = made.label or name.replace("-", " ").replace("_", " ").capitalize()
    return Preset(name, label, made.engine, made.settings, made.description, file=str(path))


def _name_of(path: Path) -> str:
    return path.name.partition(".")[0].lower().replace(" ", "-")


def _converted(path: Path, text: str, raw: object, kind: type[_T]) -> _T:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise BadInput([_refusal(path, text, str(error))]) from error
    except UnicodeEncodeError as error:
        message = f"{quoted(path)} holds characters that are no text."
        raise BadInput([Problem(FIELD, message, "Write it anew.")]) from error


def _check_settings(path: Path, text: str, raw: Any) -> None:
    """Settings one by one: about all of them together it is not said which one is wrong."""
    settings = raw.get("settings") if isinstance(raw, dict) else None
    problems: list[Problem] = []
    for key, value in settings.items() if isinstance(settings, dict) else ():
        try:
            msgspec.convert(value, Setting)
        except msgspec.ValidationError as error:
            problems.append(_refusal(path, text, str(error), f"settings.{key}"))
    if problems:
        raise BadInput(problems)


def _files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
    except FileNotFoundError:
        return
    except OSError as error:
        text = f"The presets in “{plain(str(folder))}” cannot be read: {error.strerror or error}."
        problems.append(Problem(FIELD, text, "Change the permissions of that folder."))
        return
    if len(found) > MOST_FILES:
        text = f"“{plain(str(folder))}” holds {len(found)} preset files; {MOST_FILES} are read."
        problems.append(Problem(FIELD, text, "Take out those that are not used."))
    yield from found[:MOST_FILES]


def text_of(path: Path, limit_bytes: int = LARGEST_BYTES) -> str:
    """What a file holds.

    Raises:
        BadInput: It is no file, too large, or no text.
    """
    content = read_document(path, limit_bytes)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        text = f"{quoted(path)}, line {line}, is no text in UTF-8."
        raise BadInput([Problem(FIELD, text, "Save it as UTF-8.")]) from error


def parsed(path: Path, text: str) -> Any:
    """A text taken apart, as TOML or JSON by the name of its file.

    Raises:
        BadInput: It is neither.
    """
    try:
        return json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except json.JSONDecodeError as error:
        where, reason = f", line {error.lineno}", error.msg
    except tomllib.TOMLDecodeError as error:
        match = _LINE.search(str(error))
        line = match[1] if match and match[1] else str(text.count("\n") + 1)
        where, reason = f", line {line}", _LINE.sub("", str(error)).strip()
    except RecursionError:
        where, reason = "", "it is nested too deeply"
    except ValueError:
        where, reason = "", "it holds a number that is too long"
    message = f"{quoted(path)}{where}, cannot be read: {reason[:1].lower()}{reason[1:]}."
    raise BadInput([Problem(FIELD, plain(message), "Correct it there.")])


def _refusal(path: Path, text: str, said: str, within: str = "") -> Problem:
    """What a value of the wrong kind is, with its place."""
    match = _PLACE.search(said)
    inner = match["path"].strip(".").replace("[...]", "") if match else ""
    field = f"{within}.{inner}".strip(".")
    reason = said[: match.start()] if match else said
    if (unknown := _UNKNOWN.match(reason)) is not None:
        field, reason = f"{field}.{unknown[1]}".strip("."), "nothing is called that here"
    elif (missing := _MISSING.match(reason)) is not None:
        reason = f"“{missing[1]}” is missing"
    elif (word := _CHOICE.match(reason)) is not None:
        wrong = unknown_word("kind of setting", word[1], list(SettingKind), field)
        return _placed(path, text, field, wrong.message.rstrip("."), wrong.hint)
    return _placed(path, text, field, in_words(reason), "See “Any program” in the documentation.")


def _placed(path: Path, text: str, field: str, reason: str, hint: str) -> Problem:
    line = line_of(text, field)
    where = f", line {line}" if line else ""
    named = f", “{plain(field)}”" if field else ""
    return Problem(FIELD, plain(f"{quoted(path)}{where}{named}: {reason}."), hint)


def line_of(text: str, field: str) -> int:
    """The line where a field such as ``settings.size.least`` stands, from 1; 0 when not found."""
    at, found = 0, 0
    for part in field.split("."):
        name = re.escape(part.partition("[")[0])
        key = re.compile(
            rf"^[ \t{{]*(?:\[(?:[\w.\"-]*\.)?)?\"?{name}\"?[ \t]*[=:\].]", re.MULTILINE
        )
        match = key.search(text, at)
        if match is None or not name:
            break
        at, found = match.end(), text.count("\n", 0, match.end()) + 1
        if match[0].endswith("."):
            at = match.start()
    return found
