"""Why a media file cannot be used, in words for the person who handed it in."""

from enum import StrEnum
from pathlib import PurePath
from typing import Final
from unicodedata import category

from rendermanager.core.problem import Problem


class Trouble(StrEnum):
    """What is wrong with a file. The reading process sends these words, never sentences."""

    MISSING = "missing"
    """Nothing has this name."""
    FOLDER = "folder"
    """It is a folder."""
    EMPTY = "empty"
    """It holds no byte."""
    DENIED = "denied"
    """Its permissions forbid reading."""
    SPECIAL = "special"
    """It is a pipe, a socket or a device."""
    NOT_MEDIA = "not_media"
    """Its content is not known as media."""
    PLAYLIST = "playlist"
    """It is a list of other files, or a format that reaches for other files."""
    TRUNCATED = "truncated"
    """Its end, with the index, is missing."""
    DAMAGED = "damaged"
    """It was recognised, and could not be read."""
    NO_STREAMS = "no_streams"
    """Neither pictures nor sound inside."""
    NO_PICTURE = "no_picture"
    """Sound without a picture."""
    TOO_BIG = "too_big"
    """Its picture is larger than anything sensible."""
    NO_FRAMES = "no_frames"
    """No file matches the pattern of a sequence."""
    UNREADABLE = "unreadable"
    """The system could not read it."""
    NO_ROOM = "no_room"
    """What was made from it could not be written."""
    SLOW = "slow"
    """Looking into it took too long."""
    CRASHED = "crashed"
    """It brought down the process that read it."""


_UNSHOWN: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
_AGAIN: Final = "Export or copy it again."
_WORDS: Final[dict[Trouble, tuple[str, str]]] = {
    Trouble.MISSING: (
        "{name} does not exist.",
        "Look whether it was moved, renamed or deleted, or whether its drive is not connected.",
    ),
    Trouble.FOLDER: (
        "{name} is a folder, not a media file.",
        "Add the files in it, or drop the folder to add all of them.",
    ),
    Trouble.EMPTY: ("{name} is empty (0 bytes).", f"It was never written. {_AGAIN}"),
    Trouble.DENIED: (
        "{name} may not be read.",
        "Give yourself the right to read it, or copy it to a folder of your own.",
    ),
    Trouble.SPECIAL: ("{name} is a device or a pipe, not a file.", "Save it as a file first."),
    Trouble.NOT_MEDIA: (
        "{name} is not a media file{although}.",
        "If a player opens it, export it in another format; otherwise it is damaged.",
    ),
    Trouble.PLAYLIST: (
        "{name} is not a media file but a list that leads to other files.",
        "Add the files it leads to.",
    ),
    Trouble.TRUNCATED: (
        "{name} has no index (moov atom missing): it was cut off, or is still being copied.",
        "Wait until copying or exporting has ended, then add it again; otherwise export it anew.",
    ),
    Trouble.DAMAGED: ("{name} is damaged{detail}.", _AGAIN),
    Trouble.NO_STREAMS: (
        "{name} holds neither pictures nor sound that can be read{detail}.",
        "Export it in another format.",
    ),
    Trouble.NO_PICTURE: ("{name} holds no picture.", ""),
    Trouble.TOO_BIG: (
        "{name} has a picture too large to be read{detail}.",
        "Make it smaller, or check whether the file is damaged.",
    ),
    Trouble.NO_FRAMES: (
        "No files belong to the sequence {name}.",
        "Look whether they were moved or deleted, or whether their drive is not connected.",
    ),
    Trouble.UNREADABLE: (
        "{name} could not be read{detail}.",
        "Check the drive or the connection to it.",
    ),
    Trouble.NO_ROOM: (
        "The small picture of {name} could not be written{detail}.",
        "Check that the disk is not full.",
    ),
    Trouble.SLOW: (
        "{name} took longer than {seconds} to look into.",
        "Its drive may be slow or gone, or it is damaged. Copy it to this computer and try again.",
    ),
    Trouble.CRASHED: (
        "{name} made the program that reads media files stop{detail}.",
        "The file is probably damaged. Convert or export it anew.",
    ),
}


def problem(trouble: Trouble, path: PurePath, detail: str = "", field: str = "source") -> Problem:
    """The trouble with a file, as a sentence that names the file and advice.

    Args:
        trouble: What is wrong.
        path: The file.
        detail: More about it, in a few words; for SLOW the limit (``10 s``).
        field: See `Problem.field`.
    """
    message, hint = _WORDS[trouble]
    extension = path.suffix
    words = {
        "name": quoted(path),
        "detail": f" ({plain(detail)})" if detail else "",
        "seconds": detail,
        "although": f" although its name ends in {plain(extension)}" if extension else "",
    }
    return Problem(field, message.format(**words), hint)


def quoted(path: PurePath) -> str:
    """A file's name in quotation marks, fit for a sentence."""
    return f"“{shown(path)}”"


def shown(path: PurePath) -> str:
    """A file's name, fit for a sentence: undecodable and control characters replaced."""
    return plain(path.name or str(path))


def plain(text: str) -> str:
    """`text` without what cannot be shown: lone surrogates, control characters, line ends."""
    return "".join("\ufffd" if category(char) in _UNSHOWN else char for char in text)
