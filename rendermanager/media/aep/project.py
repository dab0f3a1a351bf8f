"""Makes a project of the chunks of its file."""

from fractions import Fraction
from typing import BinaryIO, Final

from rendermanager.media.aep import footage, queue
from rendermanager.media.aep.chunks import Chunk, read_chunks
from rendermanager.media.aep.fields import exact_rate, fixed, ratio, text, whole
from rendermanager.media.aep.model import Composition, Footage, NotReadable, Project
from rendermanager.media.aep.xml import read_xml

_XML: Final = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff")
_FOLDER: Final = 1
_COMPOSITION: Final = 4
_FOOTAGE: Final = 7


def read_project(file: BinaryIO, size: int) -> Project:
    """What a project holds, from its file alone: ``.aep`` or ``.aepx``, told by its first bytes.

    Args:
        file: Opened for reading bytes, at its beginning, with a buffer.
        size: Bytes in the file.

    Raises:
        NotReadable: It is no project, or one that cannot be understood.
        OSError: The file cannot be read.
    """
    head = file.read(4)
    file.seek(0)
    if head.startswith(_XML):
        return project_of(read_xml(file, size))
    return project_of(read_chunks(file, size))


def project_of(root: Chunk) -> Project:
    """The project that these chunks describe.

    Raises:
        NotReadable: The list of its items is missing.
    """
    fold = root.first("Fold")
    if fold is None:
        raise NotReadable("the list of its compositions and footage is missing")
    compositions: list[Composition] = []
    footages: list[Footage] = []
    for item in _items(fold):
        kind = whole(item.data_of("idta"), 0, 2)
        if kind == _COMPOSITION:
            compositions.append(_composition(item))
        elif kind == _FOOTAGE:
            footages.append(footage.footage_of(item))
    lines = queue.queue_of(root.first("LRdr"))
    return Project(version(root.data_of("head")), tuple(compositions), tuple(footages), lines)


def version(head: bytes) -> str:
    """The version of After Effects that a ``head`` names, such as ``25.0x53``; empty if none."""
    packed = whole(head, 4, 4)
    major = (packed >> 26 & 31) * 8 + (packed >> 19 & 7)
    return f"{major}.{packed >> 15 & 15}x{packed & 255}" if major else ""


def _items(fold: Chunk) -> list[Chunk]:
    """Every item in every folder, in the order of the file."""
    found: list[Chunk] = []
    waiting = list(reversed(fold.all("Item")))
    while waiting:
        item = waiting.pop()
        found.append(item)
        if whole(item.data_of("idta"), 0, 2) == _FOLDER:
            inner = [each for inside in item.all("Sfdr") for each in inside.all("Item")]
            waiting += reversed([*item.all("Item"), *inner])
    return found


def _composition(item: Chunk) -> Composition:
    data = item.data_of("cdta")
    duration = ratio(data, 44)
    return Composition(
        name=text(item.data_of("Utf8")),
        id=whole(item.data_of("idta"), 16, 4),
        width=whole(data, 140, 2),
        height=whole(data, 142, 2),
        fps=exact_rate(_timebase(data), fixed(data, 156, 2)),
        duration_s=duration,
        start_s=ratio(data, 164, signed=True),
        work_area_s=(ratio(data, 28), ratio(data, 36) or duration),
        pixel_aspect=ratio(data, 144) or Fraction(1),
        uses=_used(item),
    )


def _timebase(data: bytes) -> Fraction:
    """The rate as one number over another; 0 when there is none."""
    below, above = whole(data, 4, 4), whole(data, 8, 4)
    return Fraction(above, below) if below else Fraction(0)


def _used(item: Chunk) -> tuple[int, ...]:
    """Numbers of what its layers show."""
    sources = (whole(layer.data_of("ldta"), 40, 4) for layer in item.all("Layr"))
    return tuple(dict.fromkeys(number for number in sources if number))
