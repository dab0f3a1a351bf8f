"""Whether there is room for a result, with the numbers for a person."""

import math
from typing import Final

from rendermanager.core.amounts import size_words

MARGIN: Final = 1.1
"""Estimates are a tenth short at times; a render that runs out of room is lost work."""
RESERVE_BYTES: Final = 20_000_000
"""What a volume keeps for everybody else, and what a result of unknown size needs at least."""


def wanted_bytes(estimate_bytes: int, floor_bytes: int = 0) -> int:
    """Room that has to be free before a result of about this size is begun.

    Args:
        estimate_bytes: About how large it gets.
        floor_bytes: What a person wants to stay free; `RESERVE_BYTES` stay in any case.
    """
    return math.ceil(estimate_bytes * MARGIN) + max(RESERVE_BYTES, floor_bytes)


def short_of_room(
    estimate_bytes: int,
    free_bytes: int,
    volume: str,
    promised_bytes: int = 0,
    floor_bytes: int = 0,
) -> str:
    """What is missing, in words; empty when there is room.

    Args:
        estimate_bytes: About how large the result gets; 0 when nobody can say.
        free_bytes: Free for us on its volume now.
        volume: Where that is, for the sentence.
        promised_bytes: What renders under way are still going to write there.
        floor_bytes: What a person wants to stay free there.
    """
    if free_bytes - promised_bytes >= wanted_bytes(estimate_bytes, floor_bytes):
        return ""
    free = f"{size_words(free_bytes)} free on {volume}"
    if promised_bytes:
        free += f", {size_words(promised_bytes)} of it for what renders now"
    if floor_bytes:
        free += f", {size_words(floor_bytes)} are to stay free"
    if not estimate_bytes:
        return f"needs room for its result, {free}"
    return f"needs about {size_words(estimate_bytes)}, {free}"
