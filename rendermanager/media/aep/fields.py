"""Numbers and texts at known places of a chunk's content; what is too short says nothing."""

from fractions import Fraction
from typing import Final

MAX_NAME: Final = 1_000
"""Characters kept of a name: far more than After Effects takes."""
_STILL: Final = 0xFFFFFFFF
"""Stands for a number that is not set."""


def whole(data: bytes, at: int, size: int, *, signed: bool = False) -> int:
    """A whole number of `size` bytes; 0 when the content ends before it."""
    raw = data[at : at + size]
    return int.from_bytes(raw, "big", signed=signed) if len(raw) == size else 0


def ratio(data: bytes, at: int, *, signed: bool = False) -> Fraction:
    """Two numbers of four bytes, one over the other; 0 where that makes no sense."""
    above, below = whole(data, at, 4, signed=signed), whole(data, at + 4, 4)
    if not below or (above == _STILL and not signed):
        return Fraction(0)
    return Fraction(above, below)


def fixed(data: bytes, at: int, size: int) -> Fraction:
    """A whole number of `size` bytes and a fraction of two behind it."""
    return whole(data, at, size) + Fraction(whole(data, at + size, 2), 1 << 16)


def exact_rate(fraction: Fraction, rounded: Fraction) -> Fraction:
    """A rate that is stored twice: as the fraction, unless that contradicts the rounded one.

    Without the fraction it is what a person or a camera would have meant: 29.97002 is 2997/100.
    """
    if fraction > 0 and (not rounded or abs(fraction - rounded) <= Fraction(1, 1000)):
        return fraction
    for below in (1, 100, 1001, 10_000):
        simple = Fraction(round(rounded * below), below)
        if abs(simple - rounded) <= Fraction(1, 1 << 16):
            return simple
    return rounded


def text(data: bytes) -> str:
    """A text of the project: UTF-8 up to its first zero."""
    return data.partition(b"\0")[0].decode("utf-8", "replace")[:MAX_NAME]


def old_text(data: bytes) -> str:
    """A text of fixed length: one byte a character on Western systems, zeros fill it up."""
    return data.strip(b"\0").replace(b"\0", b" ").decode("cp1252", "replace")[:MAX_NAME]
