"""What Blender says while it renders, line by line."""

import re
from typing import Final

from rendermanager.core.frames import FrameRange
from rendermanager.core.progress import Observation

_STAMP: Final = r"\s*(?:\d{1,6}:\d\d(?:\.\d+)?\s+[\w.]{1,40}\s*\|\s*)?"
"""Blender 5 begins its lines with the time and the part of it that speaks."""
_FRAME: Final = re.compile(rf"{_STAMP}Fra: ?(-?\d{{1,9}})\b(.*)", re.DOTALL)
_SAVED: Final = re.compile(rf"{_STAMP}Saved: ['\"].*?(\d{{1,9}})\.\w{{3,4}}['\"]\s*")
_SAMPLES: Final = re.compile(r"(?:Sample|Rendering) (\d{1,9}) ?/ ?(\d{1,9})\b")
_TILES: Final = re.compile(r"(?:Rendered (\d{1,9})/(\d{1,9}) Tiles|Tile (\d{1,9})/(\d{1,9}))")
_NUMBERS: Final = re.compile(r"\s*(?:Mem:|Time:|Remaining:|Peak:|\(Peak)[^|]*|\s*")
_WARNING: Final = re.compile(
    rf"{_STAMP}(?:Warning: .*(?:not found|missing|cannot|unable).*"
    r"|scripts disabled for .*|Error in PyDriver: .*)",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 120
_STEPS: Final = {"Finished": "saving", "Initializing": "preparing"}


class BlenderListener:
    """Hears one attempt: which frame it is at, how far in it, which ones are saved."""

    def __init__(self, frames: FrameRange) -> None:
        """Listen to an attempt that renders these frames."""
        self._frames = frozenset(frames)
        self._saved: set[int] = set()
        self._frame: int | None = None
        self._part = 0.0

    def __call__(self, line: str) -> Observation | None:
        """What a line tells."""
        if (saved := _SAVED.fullmatch(line)) is not None:
            return self._on_saved(int(saved[1]))
        if (frame := _FRAME.match(line)) is not None:
            return self._on_frame(int(frame[1]), frame[2])
        if _WARNING.fullmatch(line.strip()):
            return Observation(warning=line.strip()[: 2 * _MOST_WORDS])
        return None

    def _on_saved(self, number: int) -> Observation | None:
        if number not in self._frames:
            # A node of the scene saves pictures of its own.
            return None
        self._saved.add(number)
        self._part = 0.0
        return self._observed(f"frame {number} saved")

    def _on_frame(self, number: int, text: str) -> Observation | None:
        if number not in self._frames:
            return None
        if number != self._frame:
            self._frame, self._part = number, 0.0
        share = share_of_frame(text)
        if share is not None and number not in self._saved:
            # Each view layer counts its samples from the start.
            self._part = max(self._part, share)
        step = step_in(text)
        return self._observed(f"frame {number}: {step}" if step else f"frame {number}")

    def _observed(self, step: str) -> Observation:
        done, count = len(self._saved), len(self._frames)
        fraction = min(1.0, (done + self._part) / count)
        return Observation(frame=done, frames=count, fraction=fraction, step=step)


def share_of_frame(text: str) -> float | None:
    """How much of its frame a line says is done, 0 to 1; None when it says nothing."""
    tiles, samples = _TILES.search(text), _SAMPLES.search(text)
    inside = _share(*samples.groups()) if samples else None
    if tiles is None:
        return inside
    at, count = (int(part) for part in tiles.groups() if part is not None)
    if count < 1 or at > count:
        return inside
    return min(1.0, (at + (inside or 0.0)) / count)


def _share(at: str, count: str) -> float | None:
    return min(1.0, int(at) / int(count)) if int(count) else None


def step_in(text: str) -> str:
    """What it does now: the last words of a line, memory and times left out."""
    parts = [part.strip() for part in text.split("|")]
    words = [part for part in parts if not _NUMBERS.fullmatch(part)]
    if not words:
        return ""
    last = words[-1][:_MOST_WORDS]
    return _STEPS.get(last, last[:1].lower() + last[1:])
