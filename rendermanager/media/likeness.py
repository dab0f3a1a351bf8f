"""Decides from samples whether a result is black, still or silent where it should not be.

Nothing here looks at a file. A result is suspected by its own samples first; only what is
suspicious is looked up in the source, and only what is certain there becomes a finding.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import Final

from rendermanager.core.output import Finding
from rendermanager.core.survey import Look, Sound, Survey

Span = tuple[float, float]
"""Two times in seconds from the beginning."""

STEP_S: Final = 0.6
"""From one picture to the one it is compared with; never less than three pictures."""
STEP_FRAMES: Final = 3.0
MAX_SAMPLES: Final = 60
"""Up to 36 seconds are covered without a gap; of longer films these are spread evenly."""
MAX_ASKED: Final = 12
"""Suspicious samples of one kind that are looked up in the source."""
MARGIN_S: Final = 0.1
MARGIN_FRAMES: Final = 1.2
"""How far result and source may be apart in time: the source has to be certain all around."""
SAME_LENGTH: Final = 0.02
"""Share by which two versions may differ in length and still be compared moment by moment."""


class Fault(Enum):
    """What a sample shows; the value says it, and what the source does in its place."""

    CLEAR = ("is fully transparent", "is not")
    """Nothing of the picture can be seen."""
    BLACK = ("is black", "is not")
    """Every cell is dark."""
    FLAT = ("shows one single colour", "shows a picture")
    """All cells are alike."""
    FROZEN = ("stands still", "moves")
    """The picture a moment later is the same."""
    SILENT = ("is silent", "has sound")
    """No sample is louder than noise."""


@dataclass(frozen=True, slots=True)
class _Limit:
    """A value up to which something is suspicious, and from which its source is certain."""

    suspicious: float
    certain: float


_LIMITS: Final = {
    Fault.CLEAR: _Limit(2, 64),
    Fault.BLACK: _Limit(20, 48),
    Fault.FLAT: _Limit(4, 32),
    Fault.FROZEN: _Limit(1, 32),
    # -70 and -46 dB of full scale.
    Fault.SILENT: _Limit(0.0003, 0.005),
}


@dataclass(frozen=True, slots=True)
class Suspect:
    """One sample that looks or sounds wrong.

    Attributes:
        fault: In what way.
        start_s: When it begins.
        end_s: When it ends.
    """

    fault: Fault
    start_s: float
    end_s: float

    def asks(self, margin_s: float) -> tuple[Span, ...]:
        """What has to be looked up in the source about it."""
        start_s, end_s = self.start_s, self.end_s
        if self.fault in (Fault.FROZEN, Fault.SILENT):
            within = (start_s + margin_s, end_s - margin_s)
            return (within,) if within[0] < within[1] else ()
        around = (max(0.0, start_s - margin_s), start_s, start_s + margin_s)
        return tuple((at_s, at_s) for at_s in dict.fromkeys(around))


def spans(duration_s: float, rate: float) -> list[Span]:
    """Where to look at a result, the most important first.

    Args:
        duration_s: Of its pictures, or of its sound where there are none.
        rate: Pictures per second; 0 when unknown.
    """
    usable_s = duration_s - (1 / rate if rate else 0.0)
    step_s = max(STEP_S, STEP_FRAMES / rate if rate else 0.0)
    if usable_s <= 0:
        return [(0.0, 0.0)]
    count = int(usable_s / step_s)
    if count <= MAX_SAMPLES:
        width = usable_s / max(1, count)
        found = [(at * width, (at + 1) * width) for at in range(max(1, count))]
        return [*found, (usable_s, usable_s)]
    width = usable_s / MAX_SAMPLES
    starts = [(at + 0.5) * width for at in _spread(MAX_SAMPLES)]
    found = [(start_s, min(start_s + step_s, usable_s)) for start_s in starts]
    # The last picture as well: nothing else shows an end that is missing.
    return [*found, (usable_s, usable_s)]


def _spread(count: int) -> list[int]:
    """The numbers below `count`, each as far as can be from those before it."""
    bits = max(1, (count - 1).bit_length())
    turned = (int(f"{number:0{bits}b}"[::-1], 2) for number in range(1 << bits))
    return [number for number in turned if number < count]


def suspects(survey: Survey) -> list[Suspect]:
    """The samples of a result that look or sound wrong by themselves."""
    seen = [
        Suspect(fault, look.at_s, look.until_s) for look in survey.looks for fault in _faults(look)
    ]
    limit = _LIMITS[Fault.SILENT].suspicious
    quiet = [sound for sound in survey.sounds if sound.peak <= limit]
    return [*seen, *(Suspect(Fault.SILENT, sound.at_s, sound.until_s) for sound in quiet)]


def _faults(look: Look) -> Iterable[Fault]:
    for fault in (Fault.CLEAR, Fault.BLACK, Fault.FLAT):
        if _value(fault, look) <= _LIMITS[fault].suspicious:
            # A black picture is also of one colour and stands still: one word will do.
            return [fault]
    is_still = 0 <= look.change <= _LIMITS[Fault.FROZEN].suspicious
    return [Fault.FROZEN] if is_still else []


def _value(fault: Fault, piece: Look | Sound) -> float:
    if isinstance(piece, Sound):
        return piece.peak
    values = {
        Fault.CLEAR: piece.opacity,
        Fault.BLACK: piece.brightest,
        Fault.FLAT: piece.contrast,
        Fault.FROZEN: piece.change,
    }
    return values[fault]


def chosen(found: Sequence[Suspect]) -> list[Suspect]:
    """Those that are looked up: of each kind a few, the first and the last among them."""
    picked = []
    for fault in Fault:
        of_kind = [suspect for suspect in found if suspect.fault is fault]
        count = min(len(of_kind), MAX_ASKED)
        step = (len(of_kind) - 1) / max(1, count - 1)
        picked += [of_kind[round(at * step)] for at in _spread(count)] if count else []
    return picked


def margin(rate: float) -> float:
    """How far result and source may be apart in time, in seconds."""
    return max(MARGIN_S, MARGIN_FRAMES / rate if rate else 0.0)


def confirmed(asked: Sequence[Suspect], answer: Survey, margin_s: float) -> list[Suspect]:
    """The suspects that are wrong for certain, going by the source at just these times."""
    looks = {(look.at_s, look.until_s): look for look in answer.looks}
    sounds = {(sound.at_s, sound.until_s): sound for sound in answer.sounds}
    found = []
    for suspect in asked:
        asks = suspect.asks(margin_s)
        known: dict[Span, Look] | dict[Span, Sound]
        known = sounds if suspect.fault is Fault.SILENT else looks
        pieces = [known[ask] for ask in asks if ask in known]
        if asks and len(pieces) == len(asks) and _is_certain(suspect.fault, pieces):
            found.append(suspect)
    return found


def confirmed_by_version(found: Sequence[Suspect], earlier: Survey) -> list[Suspect]:
    """The suspects that are wrong, going by an earlier version that was sampled elsewhere.

    The samples of it before and after such a moment must both be right.
    """
    wrong = []
    for suspect in found:
        pieces: Sequence[Look | Sound]
        pieces = earlier.sounds if suspect.fault is Fault.SILENT else earlier.looks
        before = [piece for piece in pieces if piece.at_s <= suspect.start_s][-1:]
        after = [piece for piece in pieces if piece.at_s > suspect.start_s][:1]
        if _is_certain(suspect.fault, [*before, *after]):
            wrong.append(suspect)
    return wrong


def is_same_length(one_s: float, other_s: float) -> bool:
    """Whether two versions can be compared moment by moment."""
    return abs(one_s - other_s) <= SAME_LENGTH * max(one_s, other_s)


def _is_certain(fault: Fault, pieces: Sequence[Look | Sound]) -> bool:
    limit = _LIMITS[fault].certain
    return bool(pieces) and all(_value(fault, piece) >= limit for piece in pieces)


def findings(name: str, other: str, wrong: Sequence[Suspect], survey: Survey) -> list[Finding]:
    """What to tell of the suspects that are wrong for certain: warnings, for a person to judge.

    Whoever wanted a black end on purpose keeps the result; it would be lost if this were fatal.

    Args:
        name: Of the result, in quotation marks.
        other: What it was compared with: “its source”.
        wrong: Those suspects.
        survey: Of the whole result.
    """
    told = []
    for fault in Fault:
        times = {suspect.start_s for suspect in wrong if suspect.fault is fault}
        if not times:
            continue
        says, instead = fault.value
        pieces: Sequence[Look | Sound]
        pieces = survey.sounds if fault is Fault.SILENT else survey.looks
        where = _where(fault, pieces, times)
        what = f"{name} {says} {where}, where {other} {instead}." if where else ""
        message = what or f"{name} {says}, but {other} {instead}."
        told.append(Finding(" ".join(message.split()), fatal=False))
    return told


def _where(fault: Fault, pieces: Sequence[Look | Sound], times: set[float]) -> str:
    """The stretches from the first to the last certain time in each run of such samples."""
    limit = _LIMITS[fault].suspicious
    runs = [
        list(run)
        for is_wrong, run in groupby(pieces, lambda piece: _value(fault, piece) <= limit)
        if is_wrong
    ]
    if len(pieces) > 1 and runs and len(runs[0]) == len(pieces):
        return "throughout"
    parts = []
    for run in runs:
        certain = [piece for piece in run if piece.at_s in times]
        if certain:
            parts.append(_stretch(certain[0].at_s, certain[-1].until_s))
    return " and ".join(parts) if len(pieces) > 1 else ""


def _stretch(start_s: float, end_s: float) -> str:
    start, end = clock(start_s), clock(end_s)
    return f"at {start}" if start == end else f"from {start} to {end}"


def clock(seconds: float) -> str:
    """A time within a film: ``1:02:03`` or ``2:03``."""
    minutes, rest = divmod(round(max(0.0, seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def blank_findings(name: str, survey: Survey, *, is_still: bool) -> list[Finding]:
    """What can be told of a result that there is nothing to compare with."""
    faults = {suspect.fault for suspect in suspects(survey)}
    if not survey.looks:
        return []
    if all(Fault.CLEAR in _faults(look) for look in survey.looks):
        return [Finding(f"{name} is fully transparent: look at it.", fatal=False)]
    if is_still and faults & {Fault.BLACK, Fault.FLAT} and survey.looks[0].contrast <= 1:
        return [Finding(f"{name} is one single colour: look at it.", fatal=False)]
    return []
