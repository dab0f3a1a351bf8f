"""Frames as After Effects counts them: timecode, with or without dropped numbers, or plain."""

import re
from typing import Final

_TIMECODE: Final = re.compile(r"(\d{1,3})([:;.])(\d{1,2})[:;.](\d{1,2})[:;.](\d{1,3})")
_PLAIN: Final = re.compile(r"\d{1,8}")
MOST_FPS: Final = 1_000
_DROPPED_PER_30: Final = 2
"""Numbers left out at the start of a minute, for each 30 frames per second."""


def frame_number(text: str, rate: float) -> int | None:
    """The frame that a time stands for; None when it is none, or the rate is needed and unknown.

    Args:
        text: ``0:00:01:24``, ``0;00;01;24`` where numbers are dropped, or ``118``.
        rate: Frames per second; 0 when unknown.
    """
    if _PLAIN.fullmatch(text):
        return int(text)
    match = _TIMECODE.fullmatch(text)
    fps = round(rate) if 0 < rate <= MOST_FPS else 0
    if match is None or not fps:
        return None
    hours, minutes, seconds, part = (int(match[place]) for place in (1, 3, 4, 5))
    all_minutes = hours * 60 + minutes
    frame = (all_minutes * 60 + seconds) * fps + part
    if match[2] == ";":
        # Every minute begins with a gap, but for each tenth.
        frame -= _DROPPED_PER_30 * (fps // 30) * (all_minutes - all_minutes // 10)
    return frame


def span(start: str, end: str, duration: str, rate: float) -> int:
    """How many frames lie between two times, both included; 0 when they do not say.

    Args:
        start: Time of the first frame; empty when unknown.
        end: Time of the last one.
        duration: How long it is in all, in case these two are no help.
        rate: Frames per second; 0 when unknown.
    """
    first, last = frame_number(start, rate), frame_number(end, rate)
    if first is not None and last is not None and last >= first:
        return last - first + 1
    return frame_number(duration, rate) or 0
