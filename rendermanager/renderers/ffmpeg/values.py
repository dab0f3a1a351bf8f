"""Times, frame rates and bit rates as people write them."""

import re
from fractions import Fraction
from typing import Final

MAX_RATE: Final = 1000
_CLOCK = re.compile(r"(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,9}(?:\.\d{1,9})?)")
_RATE = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)(?:/(\d{1,9}))?")
_BITS = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)\s*([kKmM]?)(?:b(?:it)?(?:/s|ps)?)?")
_NTSC: Final = {"23.976": 24, "23.98": 24, "29.97": 30, "47.952": 48, "59.94": 60, "119.88": 120}


def seconds(value: float | str) -> float:
    """Seconds from ``90``, ``1:30``, ``0:01:30.5`` or a number; an empty text is 0.

    Raises:
        ValueError: It is not a time.
    """
    text = str(value).strip()
    if not text:
        return 0.0
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise ValueError(f"“{text}” is not a time such as 90, 1:30 or 0:01:30.5")
    hours, minutes, rest = match.groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(rest)


def rate(value: float | str) -> Fraction | None:
    """Frames per second from ``25``, ``23.976`` or ``24000/1001``; None for 0 and an empty text.

    The usual short forms of television rates mean the exact ones: 29.97 is 30000/1001.

    Raises:
        ValueError: It is not a frame rate up to 1000.
    """
    text = str(value).strip()
    if not text:
        return None
    match = _RATE.fullmatch(text)
    divisor = int(match.group(2) or 1) if match else 0
    if match is None or divisor == 0:
        raise ValueError(f"“{text}” is not a frame rate such as 25, 23.976 or 24000/1001")
    if match.group(2) is None and text in _NTSC:
        return Fraction(_NTSC[text] * 1000, 1001)
    found = Fraction(match.group(1)) / divisor
    if found > MAX_RATE:
        raise ValueError(f"“{text}” is above {MAX_RATE} frames per second")
    return found or None


def bits_per_second(value: int | str) -> int:
    """Bits per second from ``8M``, ``192k`` or a number; 0 for an empty text.

    Raises:
        ValueError: It is not a bit rate.
    """
    text = str(value).strip()
    if not text:
        return 0
    match = _BITS.fullmatch(text)
    if match is None:
        raise ValueError(f"“{text}” is not a bit rate such as 8M or 192k")
    factor = {"": 1, "k": 1000, "m": 1_000_000}[match.group(2).lower()]
    return int(float(match.group(1)) * factor)
