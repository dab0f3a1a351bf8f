"""Hears what Manim prints while it renders."""

import re
from dataclasses import dataclass
from typing import Final

from rendermanager.core.progress import Observation
from rendermanager.media.trouble import plain

_MAX_WORDS: Final = 80
_LONGEST: Final = 1_000
"""Characters of a line that are read."""
_BAR: Final = re.compile(
    r"Animation (\d{1,9}): (.{0,300}?):\s{1,3}\d{1,3}%\|[^|]{0,200}\| (\d{1,9})/(\d{1,9})"
    r"(?: \[[^,\]]{0,30}, {1,3}(\d{1,6}(?:\.\d{1,6})?)it/s)?"
)
_WRITTEN: Final = re.compile(r"Animation (\d{1,9}) ?: (?:Partial|Using cached)\b")
_COMBINING: Final = "Combining to Movie file"
_READY: Final = "File ready at"


@dataclass(slots=True)
class ManimListener:
    """Follows the animations of one scene.

    Manim tells of one animation at a time, never how many there will be. Where the script settles
    their number, each counts as an equal share; once it plays more than that, or where the number
    is not known, no share of the whole is made up: what it does is said in words.

    Attributes:
        animations: How many the scene plays; None when nobody knows.
    """

    animations: int | None = None

    def __call__(self, line: str) -> Observation | None:
        """What one line tells."""
        if "Animation" not in line and "File" not in line and "Movie" not in line:
            return None
        line = line[:_LONGEST]
        if (bar := _BAR.search(line)) is not None:
            number, frame, frames = int(bar[1]), int(bar[3]), int(bar[4])
            inner = min(frame / frames, 1.0) if frames else 0.0
            return Observation(
                fraction=self._share(number, inner),
                step=self._words(number, bar[2]),
                fps=float(bar[5]) if bar[5] else None,
            )
        if (written := _WRITTEN.search(line)) is not None:
            number = int(written[1])
            return Observation(fraction=self._share(number, 1.0), step=self._words(number, ""))
        if _COMBINING in line:
            return Observation(step="puts the film together")
        return Observation(ended=True) if _READY in line else None

    def _share(self, number: int, inner: float) -> float | None:
        if not self.animations or number >= self.animations:
            return None
        return (number + inner) / self.animations

    def _words(self, number: int, title: str) -> str:
        # People count from one.
        of = f" of {self.animations}" if self.animations and number < self.animations else ""
        what = f": {plain(title.strip())}" if title.strip() else ""
        return f"animation {number + 1}{of}{what}"[:_MAX_WORDS]
