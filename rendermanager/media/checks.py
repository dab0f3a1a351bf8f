"""Whether a render left what it should: exit code 0 proves nothing."""

from fractions import Fraction
from pathlib import Path, PurePath
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.core.output import ExpectedOutput, Finding, OutputKind
from rendermanager.media.comparing import compare
from rendermanager.media.measured import Measured
from rendermanager.media.originals import cut_off
from rendermanager.media.presence import check_ownership, check_presence
from rendermanager.media.reader import MediaReader
from rendermanager.media.shots import check_sequence
from rendermanager.media.trouble import quoted

DURATION_TOLERANCE_S: Final = 0.15
DURATION_TOLERANCE_FRAMES: Final = 2
DURATION_TOLERANCE: Final = 0.01
"""Share of the expected duration."""
FRAMES_TOLERANCE: Final = 2
FRAMES_TOLERANCE_SHARE: Final = 0.005
CLAIM_TOLERANCE_S: Final = 0.5
CLAIM_TOLERANCE: Final = 0.02
"""Share by which a header may claim more than is there."""
ENDS_EARLY_S: Final = 1.0
RATE_TOLERANCE: Final = 0.02
RATED_FRAMES: Final = 10
"""Fewer pictures say nothing about their rate."""
NO_SOUND: Final = "-"

_TRUE_HEADERS: Final = frozenset({"mov", "matroska", "mxf", "avi", "wav"})
"""Containers whose header tells the length exactly, not by a guess from the bit rate."""


def check_output(expected: ExpectedOutput, reader: MediaReader) -> list[Finding]:
    """Everything that speaks against publishing an output, fatal or not. Blocks for a while.

    Raises:
        NotPossibleNow: No helper can be started, or the reader is closed.
    """
    found = _look_at(expected, reader)
    return found if _is_bad(found) else [*found, *cut_off(expected.original)]


def _look_at(expected: ExpectedOutput, reader: MediaReader) -> list[Finding]:
    # The final name is the one that the person knows.
    name = quoted(PurePath(expected.final or expected.written))
    if expected.kind is OutputKind.SEQUENCE:
        found = check_sequence(expected, reader)
        return found if _is_bad(found) else [*found, *check_ownership(expected, name)]
    path = Path(expected.written)
    missing = check_presence(path, name)
    if missing is not None:
        return [missing]
    found = check_ownership(expected, name)
    if expected.kind is OutputKind.FILE or _is_bad(found):
        return found
    try:
        measured = reader.measure(path)
    except BadInput as error:
        return [*found, Finding(f"{name} cannot be used: {error.message}")]
    found += judge(expected, measured, name)
    if _is_bad(found):
        return found
    shown_s = measured.video_s or measured.duration_s
    rate = measured.frames / measured.video_s if measured.video_s else 0.0
    tail = early_end(measured)
    return [*found, *compare(expected, shown_s, rate, name, reader, tail)]


def _is_bad(found: list[Finding]) -> bool:
    return any(finding.fatal for finding in found)


def judge(expected: ExpectedOutput, measured: Measured, name: str) -> list[Finding]:
    """What a measured file lacks of what was expected; looks at nothing but the values."""
    found: list[Finding] = []
    if not measured.decodes:
        message = f"{name} does not play without errors ({measured.error})."
        # What was copied as it is has the damage of its source.
        found.append(Finding(message, fatal=not expected.is_copy))
    elif measured.damaged:
        message = f"{name} has damaged places in {_pictures(measured.damaged)}: look at it."
        found.append(Finding(message, fatal=False))
    if expected.kind is OutputKind.AUDIO and not measured.audio_streams:
        found.append(Finding(f"{name} holds no sound."))
    elif expected.kind in (OutputKind.VIDEO, OutputKind.IMAGE) and not measured.video_codec:
        found.append(Finding(f"{name} holds no pictures."))
    found += _lengths(expected, measured, name)
    found += _forms(expected, measured, name)
    return found


def _lengths(expected: ExpectedOutput, measured: Measured, name: str) -> list[Finding]:
    found: list[Finding] = []
    if expected.kind is OutputKind.IMAGE:
        return found
    has, wants = measured.duration_s, expected.duration_s
    if wants and abs(has - wants) > _duration_tolerance(expected, measured):
        found.append(Finding(f"{name} lasts {_seconds(has)} but should last {_seconds(wants)}."))
    claims = measured.declared_s
    if not wants and measured.container in _TRUE_HEADERS and _is_short(has, claims):
        found.append(
            Finding(f"{name} claims to last {_seconds(claims)} but ends after {_seconds(has)}.")
        )
    slack = max(FRAMES_TOLERANCE, expected.frames * FRAMES_TOLERANCE_SHARE)
    if expected.frames and abs(measured.frames - expected.frames) > slack:
        found.append(
            Finding(f"{name} has {measured.frames} frames but should have {expected.frames}.")
        )
    elif expected.original is None and early_end(measured) is not None:
        found.append(_ends_early(measured, name))
    return [*found, *_rates(expected, measured, name)]


def _rates(expected: ExpectedOutput, measured: Measured, name: str) -> list[Finding]:
    if not expected.rate or measured.frames < RATED_FRAMES or not measured.video_s:
        return []
    wants, has = float(Fraction(expected.rate)), measured.frames / measured.video_s
    if abs(has - wants) <= wants * max(RATE_TOLERANCE, FRAMES_TOLERANCE / measured.frames):
        return []
    message = f"{name} has {has:.3g} frames per second but should have {wants:.3g}."
    return [Finding(message)]


def early_end(measured: Measured) -> tuple[float, float] | None:
    """From when to when there is sound alone, at the end of a film; None when that is no matter."""
    video_s, audio_s = measured.video_end_s, measured.audio_end_s
    # Sound goes on for a moment nearly everywhere.
    if not video_s or audio_s - video_s <= max(ENDS_EARLY_S, audio_s * CLAIM_TOLERANCE):
        return None
    return video_s, audio_s


def _ends_early(measured: Measured, name: str) -> Finding:
    """Sound may rightly go on for longer, so that this is a warning."""
    video, audio = _seconds(measured.video_end_s), _seconds(measured.audio_end_s)
    message = f"The pictures of {name} end after {video}, its sound after {audio}."
    return Finding(message, fatal=False)


def _forms(expected: ExpectedOutput, measured: Measured, name: str) -> list[Finding]:
    found: list[Finding] = []
    wide = expected.width and measured.width != expected.width
    high = expected.height and measured.height != expected.height
    if measured.video_codec and (wide or high):
        has = f"{measured.width}×{measured.height}"
        wants = f"{expected.width or measured.width}×{expected.height or measured.height}"
        found.append(Finding(f"{name} is {has} pixels but should be {wants}."))
    codec = measured.video_codec
    if expected.video_codec and codec and codec != expected.video_codec:
        found.append(Finding(f"{name} is encoded as {codec} but should be {expected.video_codec}."))
    return [*found, *_sounds(expected, measured, name)]


def _sounds(expected: ExpectedOutput, measured: Measured, name: str) -> list[Finding]:
    has, wants = measured.audio_streams, expected.audio_streams
    if expected.audio_codec == NO_SOUND:
        return [Finding(f"{name} has sound but should have none.")] if has else []
    if expected.audio_codec and not has:
        # Of a file with sound alone this was said already.
        is_sound = expected.kind is OutputKind.AUDIO
        return [] if is_sound else [Finding(f"{name} has no sound.")]
    found = []
    if expected.audio_codec and measured.audio_codec != expected.audio_codec:
        message = f"The sound of {name} is encoded as {measured.audio_codec} but should be"
        found.append(Finding(f"{message} {expected.audio_codec}."))
    if wants > has:
        tracks = "track" if has == 1 else "tracks"
        found.append(Finding(f"{name} has {has} sound {tracks} but should have {wants}."))
    return found


def _pictures(count: int) -> str:
    return f"{count} picture" if count == 1 else f"{count} pictures"


def _duration_tolerance(expected: ExpectedOutput, measured: Measured) -> float:
    frame_s = measured.video_s / measured.frames if measured.frames else 0.0
    return max(
        DURATION_TOLERANCE_S,
        DURATION_TOLERANCE_FRAMES * frame_s,
        DURATION_TOLERANCE * expected.duration_s,
    )


def _is_short(has_s: float, claims_s: float) -> bool:
    return claims_s - has_s > max(CLAIM_TOLERANCE_S, claims_s * CLAIM_TOLERANCE)


def _seconds(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0") + " s"
