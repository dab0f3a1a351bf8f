"""Width and height of a still, read from its first bytes alone."""

import struct
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

from rendermanager.media import openexr
from rendermanager.media.stills import PNG_MARK

MAX_HEADER_BYTES: Final = 1 << 16
"""Behind longer headers, such as those with a preview picture, nothing is looked for."""
_JPEG_SIZES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}

Size = tuple[int, int]


def pixel_size(path: Path) -> Size | None:
    """Width and height in pixels; None where the format, or this way, does not tell.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(8)
        for mark, look in _LOOKS.items():
            if head.startswith(mark):
                try:
                    return look(file)
                except (struct.error, ValueError, IndexError):
                    return None
    return None


def _png(file: BinaryIO) -> Size:
    return _read(file, 16, ">II")


def _jpeg(file: BinaryIO) -> Size | None:
    at = 2
    while at < MAX_HEADER_BYTES:
        mark, kind, length = _numbers(file, at, ">BBH")
        if mark != 0xFF:
            return None
        if kind in _JPEG_SIZES:
            height, width = _read(file, at + 5, ">HH")
            return width, height
        at += length + 2
    return None


def _dpx(order: str) -> Callable[[BinaryIO], Size]:
    return lambda file: _read(file, 772, f"{order}II")


def _bmp(file: BinaryIO) -> Size:
    width, height = _read(file, 18, "<ii")
    # A height below zero tells of rows from top to bottom.
    return width, abs(height)


def _read(file: BinaryIO, at: int, layout: str) -> Size:
    first, second = _numbers(file, at, layout)
    return first, second


def _numbers(file: BinaryIO, at: int, layout: str) -> tuple[int, ...]:
    file.seek(at)
    return struct.unpack(layout, file.read(struct.calcsize(layout)))


_LOOKS: Final[dict[bytes, Callable[[BinaryIO], Size | None]]] = {
    PNG_MARK: _png,
    b"\xff\xd8": _jpeg,
    openexr.MARK: openexr.size_of,
    b"SDPX": _dpx(">"),
    b"XPDS": _dpx("<"),
    b"BM": _bmp,
}
