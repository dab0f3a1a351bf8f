"""What the header of an OpenEXR picture tells: attributes, size, and the layer to look at."""

import struct
from collections.abc import Iterator
from typing import BinaryIO, Final

MARK: Final = b"v/1\x01"
MAX_HEADER_BYTES: Final = 1 << 20
"""Behind longer headers, such as those with a preview picture, nothing is looked for."""
_AFTER_NAME: Final = 16
"""Bytes of a channel behind its name: pixel type, linearity, sampling."""
_PLAIN: Final = frozenset({"R", "G", "B", "Y"})
"""Channels that are the picture itself, in no layer."""
_BEAUTY: Final = ("combined", "beauty", "rgba", "rgb")
"""How programs call the layer that looks like the finished picture; Blender's comes first."""

Size = tuple[int, int]


def size_of(file: BinaryIO) -> Size | None:
    """Width and height in pixels; None when the header does not tell.

    Raises:
        ValueError, IndexError, struct.error: It is no header.
    """
    for name, content in _attributes(file):
        if name == b"displayWindow":
            left, top, right, bottom = struct.unpack("<4i", content)
            return right - left + 1, bottom - top + 1
    return None


def layer_of(file: BinaryIO) -> str:
    """The layer that shows the finished picture, as ffmpeg's decoder wants it named.

    Empty for a picture that is in no layer, and where the header makes no sense: whoever decodes
    it says so in better words.
    """
    try:
        content = next((held for name, held in _attributes(file) if name == b"channels"), b"")
        names = _channels(content)
    except (ValueError, IndexError, struct.error):
        return ""
    layers = [layer for layer, dot, channel in map(_parted, names) if dot and channel == "R"]
    if not layers or _PLAIN.intersection(names):
        return ""
    return min(layers, key=_rank)


def _rank(layer: str) -> int:
    last = layer.rpartition(".")[2].lower()
    return _BEAUTY.index(last) if last in _BEAUTY else len(_BEAUTY)


def _parted(name: str) -> tuple[str, str, str]:
    return name.rpartition(".")


def _channels(content: bytes) -> list[str]:
    names, at = [], 0
    while at < len(content) and content[at] != 0:
        end = content.index(0, at)
        names.append(content[at:end].decode("utf-8", "replace"))
        at = end + 1 + _AFTER_NAME
    return names


def _attributes(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """Names and contents: a name, a type, a length and that many bytes each."""
    file.seek(8)
    header = file.read(MAX_HEADER_BYTES)
    at = 0
    while header[at] != 0:
        name_end = header.index(0, at)
        type_end = header.index(0, name_end + 1)
        (length,) = struct.unpack_from("<I", header, type_end + 1)
        begin = type_end + 5
        yield header[at:name_end], header[begin : begin + length]
        at = begin + length
