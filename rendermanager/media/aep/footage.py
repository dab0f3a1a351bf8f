"""Makes footage of the chunks of its item."""

import json
import re
from fractions import Fraction
from typing import Final

from rendermanager.media.aep.chunks import Chunk
from rendermanager.media.aep.fields import exact_rate, fixed, old_text, ratio, text, whole
from rendermanager.media.aep.model import Footage, FootageKind, Place

_PLACEHOLDER: Final = 2
_UNSET: Final = 0xFFFFFFFF
_MAX_DIGITS: Final = 20
MAX_LEVELS: Final = 200
_NUMBER: Final = re.compile("[0-9]{1,9}")


def footage_of(item: Chunk) -> Footage:
    """One piece of footage."""
    pin = item.first("Pin") or Chunk("Pin")
    data = pin.data_of("sspc")
    place = place_in(pin)
    files = _names(pin, data) if place.is_folder else ()
    kind = _kind(pin.data_of("opti"), is_many=bool(files))
    if kind in (FootageKind.SOLID, FootageKind.PLACEHOLDER):
        place, files = Place(), ()
    return Footage(
        name=text(item.data_of("Utf8"))
        or _own_name(pin.data_of("opti"), kind)
        or _last(place.path),
        id=whole(item.data_of("idta"), 16, 4),
        kind=kind,
        path=place.path,
        files=files,
        ascend=place.ascend,
        descend=place.descend,
        was_missing=whole(data, 115, 1) == 1,
        width=whole(data, 32, 2),
        height=whole(data, 36, 2),
        fps=exact_rate(Fraction(0), fixed(data, 56, 4)),
        duration_s=ratio(data, 38),
    )


def place_in(holder: Chunk) -> Place:
    """Where a file is, by a list of chunks; nowhere in old projects, which keep a Mac alias."""
    chunk = holder.first("Als2")
    try:
        found = json.loads(chunk.data_of("alas")) if chunk else None
    except (ValueError, RecursionError):
        return Place()
    if not isinstance(found, dict):
        return Place()
    path = found.get("fullpath")
    # Numbers and booleans in one kind of project file, words in the other.
    return Place(
        path if isinstance(path, str) else "",
        str(found.get("target_is_folder")).lower() in ("1", "true"),
        _levels(found.get("ascendcount_base")),
        _levels(found.get("ascendcount_target")),
    )


def _levels(value: object) -> int:
    text = str(value)
    return min(int(text), MAX_LEVELS) if _NUMBER.fullmatch(text) else 0


def _kind(opti: bytes, *, is_many: bool) -> FootageKind:
    if opti[:4] == b"Soli":
        return FootageKind.SOLID
    if not opti[:4].strip(b"\0") and whole(opti, 4, 2) == _PLACEHOLDER:
        return FootageKind.PLACEHOLDER
    return FootageKind.SEQUENCE if is_many else FootageKind.FILE


def _names(pin: Chunk, data: bytes) -> tuple[str, ...]:
    """Names of the files of a sequence."""
    listed = pin.first("StVc")
    names = (text(each.data) for each in listed.all("Utf8")) if listed else ()
    return tuple(filter(None, names)) or _numbered(pin, data)


def _numbered(pin: Chunk, data: bytes) -> tuple[str, ...]:
    """First and last name of a sequence that a project keeps as what stands before and behind."""
    first, last, digits = (whole(data, at, 4) for at in (172, 176, 180))
    before_opti: list[str] = []
    for child in pin.children:
        if child.name == "opti":
            break
        if child.name == "Utf8":
            before_opti.append(text(child.data))
    if not 0 < digits <= _MAX_DIGITS or _UNSET in (first, last) or len(before_opti) < 2:
        return ()
    head, tail = before_opti[-2:]
    if not head and not tail:
        return ()
    return tuple(dict.fromkeys(f"{head}{number:0{digits}d}{tail}" for number in (first, last)))


def _own_name(opti: bytes, kind: FootageKind) -> str:
    if kind is FootageKind.SOLID:
        return old_text(opti[26:282])
    return old_text(opti[10:]) if kind is FootageKind.PLACEHOLDER else ""


def _last(path: str) -> str:
    """The last name of a path, in the style of either system."""
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2]
