"""Paths as ffmpeg has to be given them, so that no name means anything but a file."""

import re
from pathlib import Path
from typing import Final

from rendermanager.media.sequences import ffmpeg_pattern, is_pattern

_FIELD: Final = re.compile(r"%%|%(?:0\d{1,2})?d")


def as_file(path: Path) -> str:
    """A path that is taken literally, whatever colons, dashes or percent signs it has."""
    return f"file:{path}"


def as_pattern(pattern: Path) -> str:
    """The pattern of a sequence, whose one number ffmpeg fills in."""
    return f"file:{ffmpeg_pattern(pattern)}"


def stem_of(path: Path) -> str:
    """A source's name without its extension and without the number of a sequence."""
    if not is_pattern(path):
        return path.stem
    stem = path.name.removesuffix(path.suffix)
    text = _FIELD.sub(lambda match: "%" if match.group() == "%%" else "", stem)
    return text.strip("._- ") or "sequence"
