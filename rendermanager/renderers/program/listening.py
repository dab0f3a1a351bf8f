"""Hears what a program prints, by the progress rule of its preset."""

import re
from dataclasses import dataclass
from math import isfinite
from typing import Final

from rendermanager.core.progress import Observation
from rendermanager.renderers.command import parse_line
from rendermanager.renderers.program.patterns import LINE_CHARACTERS

GROUPS: Final = ("percent", "fraction", "frame", "frames", "step")
"""Named groups that a progress rule may have; one of the first three it must."""
_LONGEST_STEP: Final = 80


@dataclass(frozen=True, slots=True)
class RuleListener:
    """Reads lines by a rule; reports in the words of Open Job Description are always understood.

    Attributes:
        pattern: The rule; None leaves it to percentages that read as progress.
        frames: Pictures in all, where the job knows them; 0 where not.
        first: Number of the first picture: a program that counts on from there says so.
    """

    pattern: re.Pattern[str] | None
    frames: int = 0
    first: int = 0

    def __call__(self, line: str) -> Observation | None:
        """What one line tells."""
        if self.pattern is None or line.startswith("openjd_"):
            return parse_line(line)
        match = self.pattern.search(line[:LINE_CHARACTERS])
        return None if match is None else self._seen(match.groupdict())

    def _seen(self, words: dict[str, str | None]) -> Observation | None:
        percent, fraction = _number(words.get("percent")), _number(words.get("fraction"))
        share = percent / 100 if percent is not None else fraction
        frame, frames = _number(words.get("frame")), _number(words.get("frames"))
        if frame is not None and frames is None and self.first:
            # The number of the picture, not how many are finished.
            frame = max(0.0, frame - self.first + 1)
        known = int(frames) if frames is not None else self.frames
        step = (words.get("step") or "").strip()[:_LONGEST_STEP]
        if share is not None and not 0 <= share <= 1:
            share = None
        if share is None and frame is None and not step:
            return None
        return Observation(
            fraction=share,
            frame=int(frame) if frame is not None else None,
            frames=known or None,
            step=step or None,
        )


def _number(text: str | None) -> float | None:
    """A number as programs write it; a comma may stand for the point."""
    try:
        value = float((text or "").strip().replace(",", "."))
    except ValueError:
        return None
    return value if isfinite(value) and 0 <= value < 1e12 else None
