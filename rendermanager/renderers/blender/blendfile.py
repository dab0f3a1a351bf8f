"""Reads the blocks of a .blend file without Blender, so that nothing inside it can be run.

A .blend is a header, then blocks: a code of four letters, a length, the address that the content
had in memory, the number of its structure, and the content. The last block, ``DNA1``, says which
structures and fields this version of Blender writes. The whole may be compressed.
"""

import gzip
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import IO, Final

import zstandard

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.media.trouble import shown
from rendermanager.renderers.blender.dna import Dna, read_dna

MOST_KEPT_BYTES: Final = 64 << 20
"""Content kept at most; whatever else there is has to be done without."""
MOST_UNPACKED_BYTES: Final = 16 << 30
"""A compressed file is unpacked as far as this; one that was saved plainly may be larger."""
MOST_BLOCKS: Final = 5_000_000
"""Looked at one by one, which takes about a second for each million."""
_LARGEST_KEPT: Final = 1 << 16
"""Content of a single block: what we look into is smaller."""
_LARGEST_DNA: Final = 16 << 20
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_GZIP: Final = b"\x1f\x8b"
_KEPT: Final = frozenset({b"GLOB", b"SC", b"OB", b"IM", b"LI", b"SO", b"VF", b"MC", b"CF"})
_SHORT_HEADER: Final = 12
_LONG_HEADER: Final = 17


@dataclass(frozen=True, slots=True)
class Block:
    """One block whose content was kept.

    Attributes:
        code: What it is: ``SC`` a scene, ``DATA`` what belongs to the block before it.
        owner: Number of the block, counted from 0, that ``DATA`` belongs to.
        address: Where it lay in memory; pointers in other blocks name it.
        structure: Number of its structure in the file's DNA.
        content: Its bytes.
    """

    code: str
    owner: int
    address: int
    structure: int
    content: bytes


@dataclass(frozen=True, slots=True)
class BlendFile:
    """What was read of a file.

    Attributes:
        version: Of the Blender that saved it, as ``(3, 4)``.
        dna: Its structures.
        blocks: Those that we may look into.
        is_whole: Whether all of those were kept.
    """

    version: tuple[int, int]
    dna: Dna
    blocks: tuple[Block, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Header:
    """How the blocks of a file are written.

    Attributes:
        version: Of the Blender that saved it.
        order: Of the bytes, as `struct` has it.
        pointer: Bytes of an address.
        head: What stands before the content of each block.
        is_large: Whether it is in the form that Blender 5.0 brought.
    """

    version: tuple[int, int]
    order: str
    pointer: int
    head: struct.Struct
    is_large: bool


def read_blend(path: Path) -> BlendFile:
    """The blocks of a file that tell what it renders.

    Raises:
        BadInput: It is no .blend file, not a whole one, or cannot be read.
    """
    try:
        with path.open("rb") as raw:
            if not raw.peek(1):
                raise _refused(path, "is empty (0 bytes)", "Save it again in Blender.")
            file = opened(raw)
            return _read(file, path, MOST_UNPACKED_BYTES if file is not raw else inf)
    except gzip.BadGzipFile as error:
        raise _damaged(path) from error
    except OSError as error:
        raise _refused(path, f"cannot be read: {error.strerror or error}", "Check it.") from error
    except (EOFError, zlib.error, zstandard.ZstdError, struct.error, ValueError) as error:
        raise _damaged(path) from error


def opened(raw: IO[bytes]) -> IO[bytes]:
    """The content of a file that may be compressed; the same object where it is not."""
    start = raw.read(len(_ZSTD))
    raw.seek(0)
    if start == _ZSTD:
        return zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True)
    if start.startswith(_GZIP):
        return gzip.GzipFile(fileobj=raw)  # type: ignore[return-value]
    return raw


def _read(file: IO[bytes], path: Path, most: float) -> BlendFile:
    header = read_header(file, path)
    blocks: list[Block] = []
    room, passed, owner, is_whole = MOST_KEPT_BYTES, 0, -1, True
    for number, (code, length, address, structure) in enumerate(heads(file, header)):
        passed += length
        if passed > most or number >= MOST_BLOCKS:
            hint = "Save it without compression, or cut it into smaller files."
            raise _refused(path, "is too large to look into", hint)
        if code == b"DNA1":
            if length > _LARGEST_DNA:
                raise ValueError("no list of structures is that long")
            dna = read_dna(exactly(file, length), header.order, header.pointer)
            return BlendFile(header.version, dna, tuple(blocks), is_whole)
        if code != b"DATA":
            owner = number if code in _KEPT else -1
        is_wanted = owner >= 0 and length <= _LARGEST_KEPT
        if is_wanted and length <= room:
            room -= length
            content = exactly(file, length)
            blocks.append(Block(code.decode("ascii"), owner, address, structure, content))
        else:
            is_whole = is_whole and not is_wanted
            file.seek(length, 1)
    raise EOFError("the list of structures is missing")


def read_header(file: IO[bytes], path: Path) -> Header:
    """The header of a file that is open at its start.

    Raises:
        BadInput: It is no .blend file, or is newer than this program.
        EOFError: It is cut off.
    """
    text = _some(file, _SHORT_HEADER)
    if not text.startswith(b"BLENDER"):
        raise _refused(path, "is no .blend file", "Choose a scene that Blender has saved.")
    if len(text) < _SHORT_HEADER:
        raise EOFError("the header is cut off")
    if text[7:8] in b"-_" and text[8:9] in b"vV":
        order, pointer = "<" if text[8:9] == b"v" else ">", 8 if text[7:8] == b"-" else 4
        version = int(text[9:12])
        head = struct.Struct(f"{order}4si{'Q' if pointer == 8 else 'I'}ii")
        return Header((version // 100, version % 100), order, pointer, head, is_large=False)
    # Since 5.0: the length of the header, then the version of the format, then that of Blender.
    text += exactly(file, _LONG_HEADER - _SHORT_HEADER)
    if text[7:13] != b"17-01v":
        message = "was saved in a format that is newer than this program"
        raise _refused(path, message, "Save it with an older Blender, or update Render Manager.")
    version = int(text[13:17])
    return Header((version // 100, version % 100), "<", 8, struct.Struct("<4siQqq"), is_large=True)


def heads(file: IO[bytes], header: Header) -> Iterator[tuple[bytes, int, int, int]]:
    """Code, length, address and structure of each block; the content is left to be read."""
    while True:
        fields = header.head.unpack(exactly(file, header.head.size))
        if header.is_large:
            code, structure, address, length = fields[:4]
        else:
            code, length, address, structure = fields[:4]
        if length < 0:
            raise ValueError("a block has a negative length")
        code = code.rstrip(b"\0")
        if code == b"ENDB":
            return
        yield code, length, address, structure


def _some(file: IO[bytes], length: int) -> bytes:
    """As many bytes as there are, up to `length`; a decompressor may give them in pieces."""
    found = b""
    while len(found) < length and (more := file.read(length - len(found))):
        found += more
    return found


def exactly(file: IO[bytes], length: int) -> bytes:
    """The next bytes.

    Raises:
        EOFError: There are not so many.
    """
    found = _some(file, length)
    if len(found) < length:
        raise EOFError("it ends within a block")
    return found


def _damaged(path: Path) -> BadInput:
    hint = "Open it in Blender and save it again, or go back to a .blend1 copy."
    return _refused(path, "is damaged, or was not saved to its end", hint)


def _refused(path: Path, what: str, hint: str) -> BadInput:
    return BadInput([Problem("source", f"“{shown(path)}” {what}.", hint)])
