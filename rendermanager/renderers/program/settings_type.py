"""Makes the settings class of a preset: its settings are read, shown and stored as all others."""

import dataclasses
import enum
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final

from msgspec import Meta

from rendermanager.core.frames import FrameRange
from rendermanager.core.problem import Problem
from rendermanager.renderers.program.shape import Setting, SettingKind

_PLAIN: Final[dict[SettingKind, Callable[..., Any]]] = {
    SettingKind.TEXT: str,
    SettingKind.INT: int,
    SettingKind.FLOAT: float,
    SettingKind.BOOL: bool,
    SettingKind.FLAG: bool,
    SettingKind.FRAMES: str,
}


def settings_type(name: str, settings: Mapping[str, Setting]) -> type:
    """A frozen dataclass with these settings; `check` looks at what a type cannot say."""
    fields = []
    for key, setting in settings.items():
        kind, default = _kind_of(key, setting)
        about = setting.about or f"{key.replace('_', ' ').capitalize()}."
        bounds: dict[str, Any] = {"description": about}
        if kind in (int, float):
            bounds |= {"ge": setting.least, "le": setting.most}
        fields.append((key, Annotated[kind, Meta(**bounds)], dataclasses.field(default=default)))
    ranges = [key for key, each in settings.items() if each.type is SettingKind.FRAMES]

    def check(self: Any) -> list[Problem]:
        return [found for key in ranges if (found := _range_problem(key, getattr(self, key)))]

    return dataclasses.make_dataclass(
        name, fields, namespace={"check": check}, frozen=True, slots=True, kw_only=True
    )


def _kind_of(key: str, setting: Setting) -> tuple[Any, Any]:
    """The type of a setting and its default value."""
    if setting.type is SettingKind.CHOICE:
        members = {f"CHOICE_{number}": word for number, word in enumerate(setting.choices)}
        words: Any = enum.StrEnum(key, members)  # type: ignore[misc]  # the name is not known here
        default: Any = setting.choices[0] if setting.default is None else setting.default
        return words, words(default)
    kind = _PLAIN[setting.type]
    if setting.default is not None:
        return kind, kind(setting.default)
    return kind, kind(max(0, setting.least)) if setting.least is not None else kind()


def _range_problem(key: str, text: str) -> Problem | None:
    try:
        if text:
            FrameRange.parse(text)
    except ValueError as error:
        message = str(error)
        return Problem(
            f"settings.{key}", f"{message[:1].upper()}{message[1:]}.", "For example: 1-100"
        )
    return None
