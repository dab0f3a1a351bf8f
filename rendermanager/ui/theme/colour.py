"""The arithmetic of colours, written as `#RRGGBB`: mixing them and telling them apart."""

from functools import lru_cache
from typing import Final

from PySide6.QtGui import QColor

TEXT_CONTRAST: Final = 4.5
"""The least contrast of text with its ground (WCAG 2, level AA)."""
CONTROL_CONTRAST: Final = 3.0
"""The least contrast of what makes a control recognisable."""


@lru_cache(maxsize=512)
def qcolor(value: str) -> QColor:
    """The `QColor` of `#RRGGBB`, made once."""
    return QColor(value)


@lru_cache(maxsize=512)
def mix(over: str, under: str, share: float) -> str:
    """Lay `over` on `under` with an opacity of `share` (0 to 1)."""
    mixed = (
        round(top * share + bottom * (1 - share))
        for top, bottom in zip(_channels(over), _channels(under), strict=True)
    )
    return "#{:02X}{:02X}{:02X}".format(*mixed)


@lru_cache(maxsize=512)
def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=512)
def readable(colour: str, ground: str, strongest: str, at_least: float = TEXT_CONTRAST) -> str:
    """Move a colour towards the strongest one until it can be read on this ground."""
    for percent in range(0, 101, 5):
        candidate = mix(strongest, colour, percent / 100)
        if contrast(candidate, ground) >= at_least:
            return candidate
    return strongest


def _channels(value: str) -> tuple[int, int, int]:
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def _luminance(value: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(value))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
