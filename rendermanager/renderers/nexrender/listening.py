"""Hears what nexrender and the aerender below it print, and tells how far they are."""

import re
from dataclasses import dataclass, field
from typing import Final

from rendermanager.core.progress import Observation
from rendermanager.renderers.nexrender.timecode import span

RENDER_SHARE: Final = 0.85
"""Share of the whole that the frames take where the result is encoded afterwards."""
MOST_WARNINGS: Final = 50
MOST_CHARACTERS: Final = 500
"""Longer lines are none of the forms below."""

_STAGE: Final = re.compile(r"\[[^\]\s]{1,200}\] (.+?)\s*")
_STEPS: Final = (
    ("setting up job...", "preparing"),
    ("applying predownload actions...", "preparing"),
    ("downloading assets...", "fetching files"),
    ("fetching ", "fetching files"),
    ("applying postdownload actions...", "fetching files"),
    ("applying prerender actions...", "preparing"),
    ("running script assemble...", "putting the script together"),
    ("rendering job...", "starting After Effects"),
    ("applying postrender actions...", "finishing"),
    ("starting action-encode action", "encoding"),
    ("cleaning up...", "cleaning up"),
)
_LAUNCH: Final = re.compile(r"aerender version \S")
_FRAME: Final = re.compile(r"PROGRESS: +[\d:;.,+]{1,24} \((\d{1,8})[LU]?\):")
_COMPOSITION: Final = re.compile(r"PROGRESS: +\d.{0,60}: \S.{0,80}[“\"«„](.{1,200})[”\"»“].{0,80}")
# The words before the colon are translated, and may be garbled by the console's code page: their
# order is not. Times come as start, end and duration, then the frame rate.
_TIME: Final = re.compile(r"PROGRESS: {2,}[^:]{1,60}: +([\d:;.]{1,24})\s*")
_RATE: Final = re.compile(r"PROGRESS: {2,}[^:]{1,60}: +(\d{1,4}(?:[.,]\d{1,3})?) \([^)]{1,40}\)\s*")
_ENCODING: Final = re.compile(r"encoding progress (\d{1,4})%")
_WARNING: Final = re.compile(r"(?:aerender )?(?:WARNING|After Effects warning): ?(.{3,400})")


@dataclass(slots=True)
class NexrenderListener:
    """One attempt's memory; called with each line. See `Listener`.

    Attributes:
        given: Frames that were asked for; 0 when the project says.
        increment: Frames from one that is rendered to the next.
        encodes: Whether the result of After Effects is encoded afterwards.
    """

    given: int = 0
    increment: int = 1
    encodes: bool = False
    _times: list[str] = field(default_factory=list)
    _rate: float = 0.0
    _frames: int = 0
    _is_rendering: bool = False
    _is_named: bool = False
    _told: set[str] = field(default_factory=set)

    def __call__(self, line: str) -> Observation | None:
        """What this line tells; None when nothing."""
        if len(line) > MOST_CHARACTERS:
            return None
        text = line.strip()
        if text.startswith("PROGRESS:"):
            return self._progress(text)
        stage = _STAGE.fullmatch(text)
        if stage is not None:
            return self._stage(stage[1])
        if _LAUNCH.match(text):
            return Observation(step="starting After Effects")
        return self._warned(text)

    def _warned(self, text: str) -> Observation | None:
        """A warning, once: nexrender repeats all of aerender's words when that fails."""
        warning = _WARNING.match(text)
        words = warning[1].strip() if warning else ""
        if not words or words in self._told or len(self._told) >= MOST_WARNINGS:
            return None
        self._told.add(words)
        return Observation(warning=words)

    def _stage(self, words: str) -> Observation | None:
        encoded = _ENCODING.match(words)
        if encoded is not None:
            return self._encoded(min(int(encoded[1]), 100) / 100)
        for beginning, step in _STEPS:
            if words.startswith(beginning):
                return Observation(step=step)
        return None

    def _encoded(self, share: float) -> Observation:
        if not self.encodes:
            return Observation(step="encoding")
        whole = RENDER_SHARE + (1 - RENDER_SHARE) * share
        return Observation(fraction=whole, step="encoding")

    def _progress(self, text: str) -> Observation | None:
        frame = _FRAME.match(text)
        if frame is not None:
            return self._rendered(int(frame[1]))
        time, rate = _TIME.fullmatch(text), _RATE.fullmatch(text)
        if time is not None:
            self._note_time(time[1])
        elif rate is not None and not self._is_rendering:
            self._rate = float(rate[1].replace(",", "."))
            return self._expected()
        named = _COMPOSITION.fullmatch(text)
        if named is not None and not self._is_rendering:
            self._is_named = True
            return Observation(step=f"rendering “{named[1]}”")
        return None

    def _note_time(self, time: str) -> None:
        """Start, end and duration, in this order; what comes after a frame is told once more."""
        if not self._is_rendering and len(self._times) < 3:
            self._times.append(time)

    def _expected(self) -> Observation | None:
        start, end, duration = (*self._times, "", "", "")[:3]
        every = span(start, end, duration, self._rate)
        self._frames = (every + self.increment - 1) // self.increment
        return Observation(frames=self._frames) if self._frames else None

    def _rendered(self, frame: int) -> Observation:
        """Only the number in parentheses counts frames; the one before may be any time."""
        # In a language whose sentence was not understood, the name is left out.
        step = None if self._is_rendering or self._is_named else "rendering"
        self._is_rendering = True
        frames = self._frames or self.given
        if not frames:
            return Observation(frame=frame, step=step)
        frame = min(frame, frames)
        share = (RENDER_SHARE if self.encodes else 1.0) * frame / frames
        return Observation(frame=frame, frames=frames, fraction=share, step=step)
