"""What may stand in a preset file that describes a program."""

from enum import StrEnum
from typing import Annotated, Final

from msgspec import Meta, Struct

MAX_AT_ONCE: Final = 64


class SettingKind(StrEnum):
    """What a setting of a preset takes."""

    TEXT = "text"
    """Words."""
    INT = "int"
    """A whole number."""
    FLOAT = "float"
    """A decimal number."""
    BOOL = "bool"
    """Yes or no, filled in as ``true`` or ``false``."""
    FLAG = "flag"
    """Yes or no: with yes, its ``words`` stand among the arguments."""
    CHOICE = "choice"
    """One of its ``choices``."""
    FRAMES = "frames"
    """A range of frames: ``1-100``; gives ``{frame_start}`` and its like."""


class Setting(Struct, frozen=True, forbid_unknown_fields=True):
    """One setting, as the form shows it and ``--set`` takes it."""

    type: SettingKind
    default: str | int | float | bool | None = None
    about: str = ""
    least: int | float | None = None
    most: int | float | None = None
    choices: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Progress(Struct, frozen=True, forbid_unknown_fields=True):
    """How progress is read from a line."""

    pattern: str


class Success(Struct, frozen=True, forbid_unknown_fields=True):
    """When the program has done its work."""

    codes: Annotated[tuple[Annotated[int, Meta(ge=0, le=255)], ...], Meta(min_length=1)] = (0,)
    must_say: str = ""
    must_not_say: str = ""


class ProgramFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole preset file."""

    argv: Annotated[tuple[str, ...], Meta(min_length=1)]
    output: Annotated[str, Meta(min_length=1)]
    name: str = ""
    label: str = ""
    description: str = ""
    sources: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ("{output}",)
    working_folder: str = "{output_folder}"
    at_once: Annotated[int, Meta(ge=0, le=MAX_AT_ONCE)] = 0
    env: dict[str, str] = {}
    settings: dict[str, Setting] = {}
    progress: Progress | None = None
    success: Success = Success()
