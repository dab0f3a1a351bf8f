"""What speaks against a preset file beyond the kinds of its values."""

import keyword
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

from rendermanager.core.problem import nearest
from rendermanager.renderers.program.filling import names_in
from rendermanager.renderers.program.listening import GROUPS
from rendermanager.renderers.program.patterns import compiled
from rendermanager.renderers.program.shape import ProgramFile, Setting, SettingKind

SOURCE_NAMES: Final = ("source", "source_folder", "source_name", "stem")
OUTPUT_NAMES: Final = ("output", "output_folder", "output_name", "output_stem")
FRAME_NAMES: Final = ("frame_start", "frame_end", "frame_count")
OTHER_NAMES: Final = ("threads",)

Found = tuple[str, str, str]
"""A field, what is wrong with it, and what to do."""

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_KEY: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_ENDING: Final = re.compile(r"\.[A-Za-z0-9.]{1,20}")
_NUMBERS: Final = (SettingKind.INT, SettingKind.FLOAT)
_KINDS: Final[dict[SettingKind, tuple[type, ...]]] = {
    SettingKind.TEXT: (str,),
    SettingKind.INT: (int,),
    SettingKind.FLOAT: (int, float),
    SettingKind.BOOL: (bool,),
    SettingKind.FLAG: (bool,),
    SettingKind.CHOICE: (str,),
    SettingKind.FRAMES: (str,),
}


def known_names(made: ProgramFile) -> list[str]:
    """Every placeholder that a preset can use."""
    has_frames = any(each.type is SettingKind.FRAMES for each in made.settings.values())
    frames = FRAME_NAMES if has_frames else ()
    return [*SOURCE_NAMES, *OUTPUT_NAMES, *OTHER_NAMES, *frames, *made.settings]


def problems_of(made: ProgramFile, name: str) -> Iterator[Found]:
    """Everything that is wrong with a preset."""
    if _NAME.fullmatch(name) is None:
        hint = "Give it a “name” of small letters, digits and dashes."
        yield "name", f"“{name}” cannot be a name", hint
    for ending in made.sources:
        if _ENDING.fullmatch(ending) is None:
            yield "sources", f"“{ending}” is no ending", "Begin it with a point: .pbm"
    yield from _program(made)
    for key, setting in made.settings.items():
        if _KEY.fullmatch(key) is None or keyword.iskeyword(key) or key == "check":
            hint = "Use small letters, digits and underscores."
            yield f"settings.{key}", f"“{key}” cannot be the name of a setting", hint
        yield from _setting(f"settings.{key}", key, setting)
    if sum(each.type is SettingKind.FRAMES for each in made.settings.values()) > 1:
        yield "settings", "two settings are ranges of frames", "Leave one of them."
    yield from _templates(made)
    yield from _output(made)
    if made.progress is not None:
        yield from _progress(made.progress.pattern)


def _program(made: ProgramFile) -> Iterator[Found]:
    word = made.argv[0]
    if not word or "{" in word or "}" in word:
        yield "argv", "it must begin with the program itself", "Write its name or its whole path."
    elif Path(word).name != word and not PurePath(word).is_absolute():
        yield "argv", f"“{word}” is not an absolute path", "Write the program's name or whole path."
    elif PureWindowsPath(word).suffix.lower() in (".bat", ".cmd"):
        yield "argv", f"“{word}” is a shell script of Windows", "Name the program that it calls."
    elif any("\0" in each for each in (*made.argv, *made.env, *made.env.values())):
        yield "argv", "there is a NUL character in it", "Take it out."


def _setting(field: str, key: str, setting: Setting) -> Iterator[Found]:
    if key in (*SOURCE_NAMES, *OUTPUT_NAMES, *FRAME_NAMES, *OTHER_NAMES):
        yield field, f"“{key}” has a meaning of its own", "Give the setting another name."
    kind, default = setting.type, setting.default
    is_word = isinstance(default, bool) != (bool in _KINDS[kind])
    if default is not None and (not isinstance(default, _KINDS[kind]) or is_word):
        yield f"{field}.default", f"“{default}” is no {kind.value}", "Write one, or leave it out."
        return
    limits = (setting.least, setting.most)
    if kind not in _NUMBERS and any(each is not None for each in limits):
        yield field, "only numbers have a least and a most", "Take them out."
    elif kind in _NUMBERS:
        yield from _bounds(field, setting)
    if (kind is SettingKind.CHOICE) != bool(setting.choices):
        yield field, "a choice, and nothing else, has “choices”", "List them, or take them out."
    elif len(set(setting.choices)) < len(setting.choices):
        yield f"{field}.choices", "one of them stands there twice", "Take it out."
    elif setting.choices and default is not None and default not in setting.choices:
        yield f"{field}.default", f"“{default}” is none of its choices", "Choose one of them."
    if (kind is SettingKind.FLAG) != bool(setting.words):
        yield field, "a flag, and nothing else, has “words”", "List them, or take them out."


def _bounds(field: str, setting: Setting) -> Iterator[Found]:
    least, most, default = setting.least, setting.most, setting.default
    if setting.type is SettingKind.INT and (isinstance(least, float) or isinstance(most, float)):
        yield field, "the limits of a whole number are whole numbers", "Leave out the point."
    elif least is not None and most is not None and least > most:
        yield field, f"its least, {least}, is more than its most, {most}", "Turn them round."
    elif isinstance(default, int | float) and (
        (least is not None and default < least) or (most is not None and default > most)
    ):
        yield f"{field}.default", f"{default} is out of its limits", "Choose another."


def _templates(made: ProgramFile) -> Iterator[Found]:
    known = known_names(made)
    flags = {key for key, each in made.settings.items() if each.type is SettingKind.FLAG}
    yield from _unknown("argv", made.argv[1:], known)
    for key, value in made.env.items():
        if not key or "=" in key:
            yield "env", f"“{key}” cannot be the name of a variable", "Write another."
        yield from _unknown(f"env.{key}", [value], known)
    yield from _unknown("working_folder", [made.working_folder], known)
    used = [*_used([*made.argv[1:], *made.env.values()])]
    if "source" not in used:
        yield "argv", "nothing says where the source goes", "Write “{source}” where it belongs."
    for key in sorted(flags & set(used)):
        placeholder = f"{{{key}}}"
        if any(placeholder in each and placeholder != each for each in made.argv):
            yield (
                "argv",
                f"the flag “{key}” must be an argument by itself",
                "Take it out of the word.",
            )
    start = made.working_folder
    if (
        not start.startswith(("{output_folder}", "{source_folder}"))
        and not Path(start).is_absolute()
    ):
        hint = "Begin it with “{output_folder}”, “{source_folder}”, or write a whole path."
        yield "working_folder", f"“{start}” is not an absolute path", hint


def _unknown(field: str, templates: Iterable[str], known: Iterable[str]) -> Iterator[Found]:
    names = list(known)
    for template in templates:
        try:
            wrong = [each for each in names_in(template) if each not in names]
        except ValueError as error:
            yield field, str(error), f"It is in “{template}”."
            continue
        for each in dict.fromkeys(wrong):
            guess = nearest(each, names)
            hint = (
                f"Did you mean “{{{guess}}}”?" if guess else f"Known: {', '.join(sorted(names))}."
            )
            yield field, f"there is no placeholder “{{{each}}}”", hint


def _used(templates: Iterable[str]) -> Iterator[str]:
    for template in templates:
        try:
            yield from names_in(template)
        except ValueError:
            continue  # said already


def _output(made: ProgramFile) -> Iterator[Found]:
    plain_names = ["stem", "source_name", *made.settings]
    yield from _unknown("output", [made.output], plain_names)
    yield from _unknown("outputs", made.outputs, known_names(made))
    for field, names in (("output", (made.output,)), ("outputs", made.outputs)):
        for each in names:
            if "/" in each or "\\" in each:
                hint = "Write a name alone: all results lie in one folder."
                yield field, f"“{each}” is no name of a file", hint
    if not PurePath(made.output).suffix:
        yield "output", f"“{made.output}” has no ending", "End it as its kind of file does: .png"
    if "{output}" not in made.outputs:
        yield "outputs", "“{output}” is not among them", "List it: it is what the job is for."
    if len(set(made.outputs)) < len(made.outputs):
        yield "outputs", "one of them stands there twice", "Take it out."


def _progress(pattern: str) -> Iterator[Found]:
    try:
        groups = compiled(pattern).groupindex
    except ValueError as error:
        yield "progress.pattern", str(error), "See “Any program” in the documentation."
        return
    wrong = [each for each in groups if each not in GROUPS]
    if wrong:
        hint = f"Known: {', '.join(GROUPS)}."
        yield "progress.pattern", f"there is no group “{wrong[0]}”", hint
    elif not {"percent", "fraction", "frame", "step"} & set(groups):
        hint = r"Name what it finds: (?P<percent>\d+)%"
        yield "progress.pattern", "it has no named group", hint
