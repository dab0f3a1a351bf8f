"""Reads the small picture that Blender keeps in a .blend, without Blender."""

import struct
import zlib
from itertools import islice
from pathlib import Path
from typing import IO, Final

import zstandard

from rendermanager.core.errors import BadInput
from rendermanager.renderers.api import Picture
from rendermanager.renderers.blender.blendfile import exactly, heads, opened, read_header

MOST_BLOCKS: Final = 4
"""It stands at the very front: Blender writes it second."""
MOST_PX: Final = 1024
"""Blender writes 128 by 128; what says it is far larger is damaged."""
_SIZE: Final = 8
_PIXEL: Final = 4


def saved_picture(path: Path) -> Picture | None:
    """How the scene looked when it was saved; None where the file does not tell."""
    try:
        with path.open("rb") as raw:
            return _read(raw, path)
    except (OSError, EOFError, zlib.error, zstandard.ZstdError, struct.error, ValueError, BadInput):
        return None


def _read(raw: IO[bytes], path: Path) -> Picture | None:
    file = opened(raw)
    header = read_header(file, path)
    for code, length, _, _ in islice(heads(file, header), MOST_BLOCKS):
        if code != b"TEST":
            file.seek(length, 1)
            continue
        width, height = struct.unpack(f"{header.order}ii", exactly(file, _SIZE))
        if not (0 < width <= MOST_PX and 0 < height <= MOST_PX):
            return None
        stride = width * _PIXEL
        if length != _SIZE + stride * height:
            return None
        # Blender counts its rows from the bottom.
        rows = [exactly(file, stride) for _ in range(height)]
        return Picture(width, height, b"".join(reversed(rows)))
    return None
