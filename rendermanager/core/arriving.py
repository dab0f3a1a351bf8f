"""Whether a file is still on its way: being copied, exported or downloaded."""

from dataclasses import dataclass
from typing import Final

from rendermanager.core.amounts import size_words

FRESH_S: Final = 10.0
"""A file that was written to within so many seconds may not be whole yet."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A file, or the newest one of a sequence, at one moment.

    Attributes:
        size_bytes: Its size.
        changed_s: When it was last written to, in seconds since 1970 by its volume's clock.
        files: Files that make up the source; 1 unless it is a sequence.
        has_writer: Whether another program has it open for writing, as far as can be seen.
    """

    size_bytes: int
    changed_s: float
    files: int = 1
    has_writer: bool = False

    def is_fresh(self, now_s: float) -> bool:
        """Whether it was written to a moment ago; clocks of network drives may be ahead."""
        return abs(now_s - self.changed_s) <= FRESH_S


def arriving(look: Sighting, now_s: float, before: Sighting | None = None) -> str:
    """Why nobody should read the file yet, in words; empty when it is whole.

    Args:
        look: The file now.
        now_s: Seconds since 1970.
        before: The file at an earlier look, if there was one.
    """
    size = size_words(look.size_bytes)
    if before is not None and _has_changed(look, before):
        if look.files != before.files:
            return f"frames are still being added ({look.files} so far)"
        return f"still being copied ({size}, growing)"
    if look.has_writer and look.is_fresh(now_s):
        return f"still being copied ({size} so far)"
    return ""


def _has_changed(look: Sighting, before: Sighting) -> bool:
    return (look.size_bytes, look.changed_s, look.files) != (
        before.size_bytes,
        before.changed_s,
        before.files,
    )
