"""What ffmpeg says while it works, line by line."""

import re
from typing import Final

from rendermanager.core.progress import Observation
from rendermanager.renderers.ffmpeg.failures import FAILURE_RULES

_PAIR: Final = re.compile(r"([a-z0-9_]{2,40})=\s*([^\s=]{1,60})\s*")
_WHOLE: Final = re.compile(r"\d{1,15}")
_DECIMAL: Final = re.compile(r"(\d{1,12}(?:\.\d{1,12})?)x?")
_SERIOUS: Final = re.compile(r"((?:\[[^\]]{1,80}\] )*)\[(?:error|fatal|panic)\] +(\S.{0,2000})")
_SPEAKER: Final = re.compile(r"\[([\w,#:./-]+) @ 0x[0-9a-f]+\] ")
_BENIGN: Final = tuple(rule.pattern for rule in FAILURE_RULES if rule.kind is None)


def parse_line(line: str) -> Observation | None:
    """What one line tells: a pair of ``-progress``, or an error on standard error."""
    pair = _PAIR.fullmatch(line.strip())
    if pair is not None:
        return _progress(*pair.groups())
    serious = _SERIOUS.match(line)
    if serious is None or any(pattern.search(line) for pattern in _BENIGN):
        return None
    speakers = _SPEAKER.findall(serious.group(1))
    words = serious.group(2).strip()
    return Observation(warning=f"{speakers[-1]}: {words}" if speakers else words)


def _progress(key: str, value: str) -> Observation | None:
    match key:
        case "frame" if _WHOLE.fullmatch(value):
            return Observation(frame=int(value))
        case "out_time_us" if _WHOLE.fullmatch(value):
            return Observation(position_s=int(value) / 1_000_000)
        case "fps" | "speed":
            number = _DECIMAL.fullmatch(value)
            if number is None or float(number.group(1)) == 0:
                return None
            found = float(number.group(1))
            return Observation(fps=found) if key == "fps" else Observation(speed=found)
        case "progress" if value == "end":
            return Observation(ended=True)
    return None
