"""What one attempt has taken of the machine, and what that says of others of its kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log2
from typing import Final

from rendermanager.core.usage import TreeLoad

ENOUGH: Final = 3
"""So many attempts of a kind say what the next one takes."""
RECENT: Final = 20
"""So many of them count, the last ones."""
QUANTILE: Final = 0.9
"""Most of what was seen stays below what is kept for the next one."""
MARGIN: Final = 1.1
"""And a little more: peaks between two looks are missed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What an attempt has taken so far, as far as it was seen.

    Attributes:
        seconds: For how long it was looked at.
        cpu_s: Seconds of processor time.
        memory: Bytes that it held at its peak.
        card_memory: Bytes that it held on graphics cards at its peak.
        read: Bytes fetched from storage.
        written: Bytes sent to storage.
    """

    seconds: float = 0.0
    cpu_s: float = 0.0
    memory: int = 0
    card_memory: int = 0
    read: int = 0
    written: int = 0

    @property
    def cores(self) -> float | None:
        """Processors that it kept busy in the mean; None where it was seen too shortly."""
        return self.cpu_s / self.seconds if self.seconds > 0 else None

    def after(self, load: TreeLoad, passed_s: float) -> "Usage":
        """The same after one more look, so many seconds after the one before."""
        return Usage(
            seconds=self.seconds + passed_s,
            # What was used before the first look is not set against any time.
            cpu_s=self.cpu_s + (load.cores or 0.0) * passed_s,
            memory=max(self.memory, load.memory),
            card_memory=max(self.card_memory, load.card_memory),
            # Those that have ended took their counters along.
            read=max(self.read, load.read),
            written=max(self.written, load.written),
        )


def kind_of(engine: str, preset: str, width: int, height: int) -> str:
    """What attempts are compared by: ``ffmpeg h264 2^21``.

    Sizes of pictures count in steps of a factor of two in their pixels, the nearest one; 0 for
    unknown.
    """
    pixels = width * height
    size = f"2^{round(log2(pixels))}" if pixels > 0 else "?"
    return f"{engine} {preset or '-'} {size}"


def expected_memory(seen: Sequence[Usage]) -> int:
    """Bytes of main memory that the next attempt of a kind takes at its peak.

    Args:
        seen: Attempts of this kind that have succeeded, in any order.

    Returns:
        0 while there are too few.
    """
    return _expected([each.memory for each in seen])


def expected_card_memory(seen: Sequence[Usage]) -> int:
    """The same of the memory of graphics cards."""
    return _expected([each.card_memory for each in seen])


def _expected(peaks: Sequence[int]) -> int:
    if len(peaks) < ENOUGH:
        return 0
    at = ceil(QUANTILE * len(peaks)) - 1
    return int(sorted(peaks)[at] * MARGIN)
