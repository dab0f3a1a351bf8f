"""The structures in a .blend file, by which its own Blender laid out what it saved."""

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import Final

_NAME: Final = re.compile(r"\(?\**([A-Za-z_]\w*)\)?(?:\(\))?((?:\[\d{1,9}\])*)")
_DIMENSION: Final = re.compile(r"\[(\d+)\]")
_NUMBERS: Final = {
    "char": "b",
    "uchar": "B",
    "int8_t": "b",
    "short": "h",
    "ushort": "H",
    "int": "i",
    "float": "f",
    "double": "d",
    "int64_t": "q",
    "uint64_t": "Q",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a structure.

    Attributes:
        type: Name of its type.
        offset: Bytes before it.
        size: Bytes of it, all of them where it is an array.
        is_pointer: Whether it holds the address of something.
    """

    type: str
    offset: int
    size: int
    is_pointer: bool


@dataclass(frozen=True, slots=True)
class Dna:
    """All structures of a file.

    Attributes:
        names: Of each structure, by its number.
        fields: Of each structure by their names, by the structure's name.
        order: ``<`` or ``>``, as in `struct`.
        pointer: Bytes of an address.
    """

    names: tuple[str, ...]
    fields: Mapping[str, Mapping[str, Field]]
    order: str
    pointer: int

    def name_of(self, structure: int) -> str:
        """Name of the structure with this number; empty when there is none."""
        return self.names[structure] if 0 <= structure < len(self.names) else ""

    def find(self, kind: str, *path: str) -> Field | None:
        """A field within fields; None where this version has no such field."""
        offset, field = 0, None
        for name in path:
            field = self.fields.get(kind, {}).get(name)
            if field is None:
                return None
            offset, kind = offset + field.offset, field.type
        return None if field is None else Field(kind, offset, field.size, field.is_pointer)

    def number(self, content: bytes, kind: str, *path: str) -> float:
        """A number in the content of a structure; 0 where it has no such field."""
        field = self.find(kind, *path)
        code = _NUMBERS.get(field.type) if field else None
        if field is None or code is None or field.is_pointer:
            return 0
        return self._unpacked(code, content, field.offset)

    def whole(self, content: bytes, kind: str, *path: str) -> int:
        """A whole number in the content of a structure; 0 where it has no such field."""
        return int(self.number(content, kind, *path))

    def address(self, content: bytes, kind: str, *path: str) -> int:
        """An address in the content of a structure; 0 where it leads nowhere."""
        field = self.find(kind, *path)
        if field is None or not field.is_pointer:
            return 0
        code = "Q" if self.pointer == 8 else "I"
        return int(self._unpacked(code, content, field.offset))

    def text(self, content: bytes, kind: str, *path: str) -> str:
        """A text in the content of a structure; empty where it has no such field."""
        field = self.find(kind, *path)
        if field is None or field.is_pointer:
            return ""
        raw = content[field.offset : field.offset + field.size].split(b"\0", 1)[0]
        return raw.decode("utf-8", "replace")

    def _unpacked(self, code: str, content: bytes, offset: int) -> float:
        size = struct.calcsize(code)
        if offset + size > len(content):
            return 0
        value: float = struct.unpack_from(self.order + code, content, offset)[0]
        return value


def read_dna(data: bytes, order: str, pointer: int) -> Dna:
    """The structures that a block ``DNA1`` lists.

    Raises:
        ValueError: It makes no sense.
        struct.error: It is cut off.
    """
    try:
        return _read(_Reader(data, order), order, pointer)
    except IndexError as error:
        raise ValueError("it names what it does not list") from error


def _read(reader: "_Reader", order: str, pointer: int) -> Dna:
    reader.expect(b"SDNA")
    names = reader.texts(b"NAME")
    types = reader.texts(b"TYPE")
    reader.expect(b"TLEN")
    sizes = reader.shorts(len(types))
    reader.expect(b"STRC")
    structures: list[str] = []
    fields: dict[str, dict[str, Field]] = {}
    for _ in range(reader.count()):
        kind, members = reader.shorts(2)
        pairs = reader.shorts(2 * members)
        structures.append(types[kind])
        fields[types[kind]] = _fields(pairs, names, types, sizes, pointer)
    return Dna(tuple(structures), fields, order, pointer)


def _fields(
    pairs: tuple[int, ...],
    names: list[str],
    types: list[str],
    sizes: tuple[int, ...],
    pointer: int,
) -> dict[str, Field]:
    found, offset = {}, 0
    for at in range(0, len(pairs), 2):
        kind, spelled = pairs[at], names[pairs[at + 1]]
        match = _NAME.fullmatch(spelled)
        if match is None:
            raise ValueError(f"no field can be called {spelled!r}")
        is_pointer = spelled.startswith(("*", "(*"))
        count = prod(int(number) for number in _DIMENSION.findall(match[2]))
        size = (pointer if is_pointer else sizes[kind]) * count
        found[match[1]] = Field(types[kind], offset, size, is_pointer)
        offset += size
    return found


class _Reader:
    """Goes through the block from its front to its end."""

    def __init__(self, data: bytes, order: str) -> None:
        self._data = data
        self._order = order
        self._at = 0

    def expect(self, tag: bytes) -> None:
        """Pass a tag; each begins at a multiple of four."""
        self._at = (self._at + 3) // 4 * 4
        if self._data[self._at : self._at + 4] != tag:
            raise ValueError(f"{tag!r} is missing")
        self._at += 4

    def count(self) -> int:
        (found,) = struct.unpack_from(self._order + "i", self._data, self._at)
        self._at += 4
        if not 0 <= found <= len(self._data):
            raise ValueError("there cannot be so many")
        return int(found)

    def texts(self, tag: bytes) -> list[str]:
        self.expect(tag)
        found = []
        for _ in range(self.count()):
            end = self._data.index(b"\0", self._at)
            found.append(self._data[self._at : end].decode("ascii", "replace"))
            self._at = end + 1
        return found

    def shorts(self, count: int) -> tuple[int, ...]:
        found = struct.unpack_from(f"{self._order}{count}H", self._data, self._at)
        self._at += 2 * count
        return found
