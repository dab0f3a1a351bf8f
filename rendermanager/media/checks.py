"""Whether a render left what it should: exit code 0 proves nothing."""

from pathlib import Path, PurePath
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.core.output import ExpectedOutput, Finding, OutputKind
from rendermanager.media.measured import Measured
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
NO_SOUND: Final = "-"

_TRUE_HEADERS: Final = frozenset({"mov", "matroska", "mxf", "avi", "wav"})
"""Containers whose header tells the length exactly, not by a guess from the bit rate."""


def check_output(expected: ExpectedOutput, reader: MediaReader) -> list[Finding]:
    """Everything that speaks against publishing an output, fatal or not. Blocks for a while.

    Raises:
        NotPossibleNow: No helper can be started, or the reader is closed.
    """
    if expected.kind is OutputKind.SEQUENCE:
        return check_sequence(expected, reader)
    path = Path(expected.written)
    # The final name is the one that the person knows.
    name = quoted(PurePath(expected.final or expected.written))
    missing = check_presence(path, name)
    if missing is not None:
        return [missing]
    if expected.kind is OutputKind.FILE:
        return []
    try:
        measured = reader.measure(path)
    except BadInput as error:
        return [Finding(f"{name} cannot be used: {error.message}")]
    return judge(expected, measured, name)


def check_presence(path: Path, name: str) -> Finding | None:
    """What is wrong with a file before its content counts."""
    try:
        info = path.stat()
    except FileNotFoundError:
        return Finding(f"{name} was not written.")
    except OSError as error:
        return Finding(f"{name} cannot be read ({error.strerror}).")
    if path.is_dir():
        return Finding(f"{name} is a folder, not a file.")
    return Finding(f"{name} is empty (0 bytes).") if info.st_size == 0 else None


def judge(expected: ExpectedOutput, measured: Measured, name: str) -> list[Finding]:
    """What a measured file lacks of what was expected; looks at nothing but the values."""
    found: list[Finding] = []
    if not measured.decodes:
        found.append(Finding(f"{name} does not play without errors ({measured.error})."))
    if expected.kind is OutputKind.AUDIO and not measured.audio_streams:
        found.append(Finding(f"{name} holds no sound."))
    elif expected.kind is not OutputKind.AUDIO and not measured.video_codec:
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
    elif expected.kind is OutputKind.VIDEO and not expected.frames:
        found += _pictures_end_early(measured, name)
    return found


def _pictures_end_early(measured: Measured, name: str) -> list[Finding]:
    """Sound may rightly go on for longer, so that this alone is a warning."""
    video, audio = measured.video_s, measured.audio_s
    if not measured.video_codec or audio - video <= max(ENDS_EARLY_S, audio * CLAIM_TOLERANCE):
        return []
    message = f"The pictures of {name} end after {_seconds(video)}, its sound after"
    return [Finding(f"{message} {_seconds(audio)}.", fatal=False)]


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
    if expected.audio_codec == NO_SOUND:
        if measured.audio_streams:
            found.append(Finding(f"{name} has sound but should have none."))
    elif expected.audio_codec and not measured.audio_streams:
        if expected.kind is not OutputKind.AUDIO:
            found.append(Finding(f"{name} has no sound."))
    elif expected.audio_codec and measured.audio_codec != expected.audio_codec:
        found.append(
            Finding(
                f"The sound of {name} is encoded as {measured.audio_codec} but should be"
                f" {expected.audio_codec}."
            )
        )
    return found


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
