"""Frame ranges as people write them: ``1-10,20-30x2``."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MAX_FRAMES = 10_000_000
_PART = re.compile(r"\s*(-?\d+)\s*(?:-\s*(-?\d+)\s*(?:x\s*(\d+)\s*)?)?")


@dataclass(frozen=True, slots=True)
class FrameRange:
    """An ordered set of frame numbers without doubles.

    Attributes:
        frames: Ascending and unique.
    """

    frames: tuple[int, ...]

    @classmethod
    def parse(cls, text: str) -> "FrameRange":
        """Read a range such as ``1-10``, ``5``, ``1-99x3`` or several joined by commas.

        Raises:
            ValueError: The text is no range, or names more than ten million frames.
        """
        found: set[int] = set()
        for part in text.split(","):
            match = _PART.fullmatch(part)
            if match is None:
                raise ValueError(f"“{part.strip()}” is not a frame range such as 1-10 or 20-30x2")
            first, last, step = match.groups()
            start = int(first)
            end = start if last is None else int(last)
            stride = 1 if step is None else int(step)
            if end < start or stride < 1:
                raise ValueError(f"“{part.strip()}” runs backwards")
            if (end - start) // stride + 1 + len(found) > MAX_FRAMES:
                raise ValueError(f"“{part.strip()}” has too many frames")
            found.update(range(start, end + 1, stride))
        return cls(tuple(sorted(found)))

    @classmethod
    def of(cls, frames: Iterable[int]) -> "FrameRange":
        """The range with exactly these frames."""
        return cls(tuple(sorted(set(frames))))

    def __len__(self) -> int:
        """Number of frames."""
        return len(self.frames)

    def __iter__(self) -> Iterator[int]:
        """The frames in ascending order."""
        return iter(self.frames)

    def __str__(self) -> str:
        """The shortest usual way to write it; `parse` reads it back."""
        return ",".join(_written(run) for run in _runs(self.frames))

    def missing(self) -> "FrameRange":
        """The frames that are absent between the first and the last one.

        Raises:
            ValueError: More than ten million are.
        """
        if not self.frames:
            return self
        if self.frames[-1] - self.frames[0] + 1 - len(self.frames) > MAX_FRAMES:
            raise ValueError(f"too many frames are missing in {self}")
        have = set(self.frames)
        return FrameRange(
            tuple(n for n in range(self.frames[0], self.frames[-1] + 1) if n not in have)
        )

    def chunks(self, size: int) -> list["FrameRange"]:
        """Cut into pieces of at most `size` frames.

        Raises:
            ValueError: `size` is below 1.
        """
        if size < 1:
            raise ValueError("a chunk has at least one frame")
        return [FrameRange(self.frames[at : at + size]) for at in range(0, len(self.frames), size)]


def _runs(frames: tuple[int, ...]) -> Iterator[range]:
    at = 0
    while at < len(frames):
        step = frames[at + 1] - frames[at] if at + 1 < len(frames) else 1
        end = at + 1
        while end < len(frames) and frames[end] - frames[end - 1] == step:
            end += 1
        # Two frames that are not neighbours read better as single numbers than as a stride.
        if step != 1 and end - at < 3:
            end, step = at + 1, 1
        yield range(frames[at], frames[end - 1] + 1, step)
        at = end


def _written(run: range) -> str:
    if len(run) == 1:
        return str(run[0])
    return f"{run[0]}-{run[-1]}" + (f"x{run.step}" if run.step != 1 else "")
