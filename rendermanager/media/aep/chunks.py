"""Reads the chunks of a project file, leaving out those that say nothing of use here.

The file is RIFX, the big-endian kind of RIFF: a chunk has a name of four letters, a length of four
bytes, and a filler byte after an odd length; a ``LIST`` has another name and holds chunks. What
stands behind the outermost chunk is a description for other programs.
"""

from dataclasses import dataclass, field
from typing import BinaryIO, Final

from rendermanager.media.aep.model import NotReadable

MAX_DEPTH: Final = 256
"""Lists in lists; each folder of a project takes two."""
MAX_CHUNKS: Final = 3_000_000
"""Looked at in all, kept or not."""
MAX_KEPT_BYTES: Final = 256 * 1024**2
"""Content that is kept, in all."""
MAX_DATA_BYTES: Final = 65_536
"""Content kept of one chunk."""
MAX_TABLE_BYTES: Final = 8 * 1024**2
"""Content kept of one ``ldat``, which holds the settings of a whole render queue."""
NODE_BYTES: Final = 200
"""What keeping a chunk costs besides its content, roughly."""

LISTS: Final = frozenset(
    ("Egg!", "Fold", "Item", "Sfdr", "Pin", "Als2", "StVc", "Layr", "LRdr", "LItm", "LOm", "list")
)
DATA: Final = frozenset(
    ("head", "idta", "Utf8", "cdta", "sspc", "opti", "alas", "ldta", "lhd3", "ldat")
)
HEAD_BYTES: Final = 8
"""Name and length, before the content of each chunk."""


@dataclass(slots=True)
class Chunk:
    """A chunk, or a list of chunks.

    Attributes:
        name: Its name, of a list that of the list, without the blanks that fill it up.
        data: Its content, empty for lists.
        children: The chunks of a list.
    """

    name: str
    data: bytes = b""
    children: list["Chunk"] = field(default_factory=list)

    def first(self, name: str) -> "Chunk | None":
        """The first child of this name."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> list["Chunk"]:
        """The children of this name."""
        return [child for child in self.children if child.name == name]

    def data_of(self, name: str) -> bytes:
        """The content of the first child of this name; empty when there is none."""
        child = self.first(name)
        return child.data if child else b""


class Budget:
    """Counts what a file makes us look at and keep, and stops at the limits."""

    def __init__(self) -> None:
        self._chunks = 0
        self._bytes = 0

    def look(self) -> None:
        """One more chunk is looked at.

        Raises:
            NotReadable: Too many.
        """
        self._chunks += 1
        if self._chunks > MAX_CHUNKS:
            raise NotReadable(f"it has more than {MAX_CHUNKS:,} parts")

    def keep(self, size: int) -> None:
        """One more chunk is kept, with so many bytes.

        Raises:
            NotReadable: Too much.
        """
        self._bytes += size + NODE_BYTES
        if self._bytes > MAX_KEPT_BYTES:
            raise NotReadable("it says more than fits into the memory set aside for it")


def kept_length(name: str) -> int:
    """Bytes kept of a chunk of this name."""
    return MAX_TABLE_BYTES if name == "ldat" else MAX_DATA_BYTES


def read_chunks(file: BinaryIO, size: int) -> Chunk:
    """The chunks of a project.

    Args:
        file: Opened for reading bytes, at its beginning.
        size: Bytes in the file.

    Raises:
        NotReadable: It is no such file, it is cut off, or it is beyond the limits.
    """
    head = file.read(12)
    if len(head) < 12 or head[:4] != b"RIFX":
        raise NotReadable("it does not begin as a project of After Effects does")
    end = HEAD_BYTES + int.from_bytes(head[4:8], "big")
    if end > size:
        raise NotReadable("its end is missing")
    root = Chunk(_name(head[8:12]))
    _Walk(file).fill(root, 12, end)
    return root


class _Walk:
    """Goes through lists in lists without a call in a call."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._budget = Budget()
        self._open: list[tuple[Chunk, int, int]] = []
        """Each with where its content ends, and where what follows it begins."""

    def fill(self, root: Chunk, at: int, end: int) -> None:
        """Read the children of `root`, which lie from `at` to `end`."""
        self._open.append((root, end, end))
        while self._open:
            parent, end, behind = self._open[-1]
            if end - at < HEAD_BYTES:
                self._open.pop()
                at = behind
            else:
                at = self._step(parent, at, end)

    def _step(self, parent: Chunk, at: int, end: int) -> int:
        """Look at the chunk at `at`; tells where to go on."""
        self._budget.look()
        self._file.seek(at)
        head = self._exactly(HEAD_BYTES)
        kind, length = head[:4], int.from_bytes(head[4:], "big")
        stop = at + HEAD_BYTES + length
        if stop > end:
            raise NotReadable("a part of it is longer than what it is in")
        if kind == b"LIST" and length >= 4:
            return self._list(parent, at + HEAD_BYTES, stop)
        name = _name(kind)
        if name in DATA:
            self._keep(parent, name, min(length, kept_length(name)))
        return stop + (length & 1)

    def _list(self, parent: Chunk, start: int, stop: int) -> int:
        name = _name(self._exactly(4))
        behind = stop + ((stop - start) & 1)
        if name not in LISTS:
            return behind
        if len(self._open) >= MAX_DEPTH:
            raise NotReadable(f"its folders are more than {MAX_DEPTH // 2} deep")
        self._budget.keep(0)
        child = Chunk(name)
        parent.children.append(child)
        self._open.append((child, stop, behind))
        return start + 4

    def _keep(self, parent: Chunk, name: str, length: int) -> None:
        self._budget.keep(length)
        parent.children.append(Chunk(name, self._exactly(length)))

    def _exactly(self, length: int) -> bytes:
        data = self._file.read(length)
        if len(data) < length:
            raise NotReadable("its end is missing")
        return data


def _name(raw: bytes) -> str:
    return raw.decode("latin-1").strip()
