"""Whether a still was written to its end, going by its bytes alone.

A render that is killed leaves a cut picture behind, and decoders often cover that up. A look at
the marks of the format costs next to nothing: every frame of a long sequence can have one.
"""

import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

JPEG_TAIL_BYTES: Final = 65_536
"""How far from the end the end mark may lie: some cameras add data of their own."""
MAX_EXR_HEADER_BYTES: Final = 1 << 20

PNG_MARK: Final = b"\x89PNG\r\n\x1a\n"
_PNG_END_BYTES: Final = 12
_IEND: Final = int.from_bytes(b"IEND")
_EXR_TILED: Final = 0x200
_EXR_DEEP_OR_PARTS: Final = 0x800 | 0x1000
_UNDEFINED: Final = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class _Still:
    """An open picture.

    Attributes:
        file: Its content.
        head: Its first bytes.
        size: Its size in bytes.
    """

    file: BinaryIO
    head: bytes
    size: int

    def read(self, at: int, layout: str) -> tuple[int, ...]:
        """Numbers at a place, in `struct` layout."""
        self.file.seek(at)
        return struct.unpack(layout, self.file.read(struct.calcsize(layout)))


_Look = Callable[[_Still], bool | None]


def is_complete(path: Path) -> bool | None:
    """Whether nothing is missing at the end; None when the format does not tell.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(32)
        size = os.fstat(file.fileno()).st_size
        for mark, look in _LOOKS.items():
            if head.startswith(mark):
                try:
                    return look(_Still(file, head, size))
                except struct.error:
                    return False
    return None


def _png(still: _Still) -> bool:
    if still.size > _PNG_END_BYTES and still.read(still.size - 8, ">I")[0] == _IEND:
        return True
    at = len(PNG_MARK)
    while at + 12 <= still.size:
        length, kind = still.read(at, ">II")
        at += length + 12
        if kind == _IEND:
            return at <= still.size
    return False


def _jpeg(still: _Still) -> bool:
    still.file.seek(max(0, still.size - JPEG_TAIL_BYTES))
    return b"\xff\xd9" in still.file.read()


def _exr(still: _Still) -> bool | None:
    """The table of offsets is written last: zeros, or places beyond the end, tell of a cut."""
    flags = struct.unpack("<I", still.head[4:8])[0]
    if flags & _EXR_DEEP_OR_PARTS:
        return None
    still.file.seek(8)
    after = _after_attributes(still.file.read(MAX_EXR_HEADER_BYTES))
    if after is None:
        return False if still.size <= MAX_EXR_HEADER_BYTES else None
    table = 8 + after
    first = still.read(table, "<Q")[0]
    if not table < first < still.size:
        return False
    last = max(still.read(table, f"<{(first - table) // 8}Q"))
    lead = 20 if flags & _EXR_TILED else 8
    if last + lead > still.size:
        return False
    return last + lead + still.read(last + lead - 4, "<I")[0] <= still.size


def _after_attributes(header: bytes) -> int | None:
    """Where the attributes (name, type, size, value) end; None when they do not."""
    at = 0
    while at < len(header) and header[at] != 0:
        name_end = header.find(b"\0", at)
        type_end = header.find(b"\0", name_end + 1)
        if name_end < 0 or type_end < 0 or type_end + 5 > len(header):
            return None
        at = type_end + 5 + struct.unpack_from("<I", header, type_end + 1)[0]
    return at + 1 if at < len(header) else None


def _declared(order: str, at: int) -> _Look:
    """A look at a header that tells the size of the whole file."""

    def look(still: _Still) -> bool | None:
        told = still.read(at, f"{order}I")[0]
        return None if told in (0, _UNDEFINED) else told <= still.size

    return look


def _tiff(order: str) -> _Look:
    """The directory is usually written last, and its place into the header after that."""

    def look(still: _Still) -> bool:
        directory = still.read(4, f"{order}I")[0]
        if not 8 <= directory <= still.size - 2:
            return False
        entries = still.read(directory, f"{order}H")[0]
        return directory + 2 + 12 * entries <= still.size

    return look


_LOOKS: Final[dict[bytes, _Look]] = {
    PNG_MARK: _png,
    b"\xff\xd8\xff": _jpeg,
    b"\x76\x2f\x31\x01": _exr,
    b"SDPX": _declared(">", 16),
    b"XPDS": _declared("<", 16),
    b"BM": _declared("<", 2),
    b"II*\0": _tiff("<"),
    b"MM\0*": _tiff(">"),
}
