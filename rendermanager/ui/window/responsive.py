"""Which parts of the window are shown at which size."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

WIDE_PX: Final = 1200
NARROW_PX: Final = 1000
LOW_PX: Final = 680


class InspectorPlace(Enum):
    """Where the inspector stands while it is open."""

    BESIDE = auto()
    """Right of the queue, which is narrower for it."""
    OVER = auto()
    """Over the right part of the queue, until it is closed."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a size has room for.

    Attributes:
        inspector: Where the inspector stands.
        rail: The sidebar shows icons alone.
        shows_preset: The queue has its Preset column.
        compact_gauges: The gauges are one line of text.
    """

    inspector: InspectorPlace
    rail: bool
    shows_preset: bool
    compact_gauges: bool


def arrange(width_px: int, height_px: int) -> Arrangement:
    """What a window of this size, in device-independent pixels, has room for."""
    narrow = width_px < NARROW_PX
    return Arrangement(
        inspector=InspectorPlace.BESIDE if width_px >= WIDE_PX else InspectorPlace.OVER,
        rail=narrow,
        shows_preset=not narrow,
        compact_gauges=height_px < LOW_PX,
    )
