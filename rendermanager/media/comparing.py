"""Holds a result against its source, or against its last version, through the media reader."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.core.output import (
    Before,
    ExpectedOutput,
    Finding,
    Original,
    OutputKind,
    Stamp,
)
from rendermanager.core.source import SourceInfo
from rendermanager.core.survey import Survey
from rendermanager.media import likeness
from rendermanager.media.likeness import MAX_SAMPLES, Fault, Span, Suspect
from rendermanager.media.reader import MediaReader

OF_SOURCE: Final = "its source"
OF_VERSION: Final = "the version before"


def compare(
    expected: ExpectedOutput,
    duration_s: float,
    rate: float,
    name: str,
    reader: MediaReader,
    tail: Span | None = None,
) -> list[Finding]:
    """What a result shows or lacks in contrast to what it is made from. Blocks for a while.

    Args:
        expected: The result; it has been measured and is otherwise good.
        duration_s: Of its pictures, or of its sound where there are none.
        rate: Its pictures per second; 0 when unknown.
        name: Its name in quotation marks.
        reader: Looks into both.
        tail: From when to when it has sound alone, at its end.

    Raises:
        NotPossibleNow: No helper can be started, or the reader is closed.
    """
    survey = look_into(expected, duration_s, rate, reader)
    if survey is None:
        return []
    found = likeness.suspects(survey)
    broken = []
    if survey.error:
        around = likeness.clock(survey.error_at_s)
        words = f"{name} does not play without errors around {around} ({survey.error})."
        broken = [Finding(words, fatal=not expected.is_copy)]
    margin_s = likeness.margin(rate)
    if tail is not None and expected.original is not None:
        broken += _goes_on(expected.original, tail, margin_s, name, reader)
    if not found:
        return broken
    if expected.original is not None:
        asked = likeness.chosen(found)
        wrong = _against_source(expected.original, asked, margin_s, reader)
        return [*broken, *likeness.findings(name, OF_SOURCE, wrong, survey)]
    wrong_or_none = _against_version(expected, duration_s, found, margin_s, reader)
    if wrong_or_none is None:
        is_still = expected.kind is OutputKind.IMAGE
        return [*broken, *likeness.blank_findings(name, survey, is_still=is_still)]
    return [*broken, *likeness.findings(name, OF_VERSION, wrong_or_none, survey)]


def look_into(
    expected: ExpectedOutput, duration_s: float, rate: float, reader: MediaReader
) -> Survey | None:
    """Samples of a result; None when nothing can be seen of it."""
    spans = likeness.spans(duration_s, rate)
    path = Path(expected.written)
    try:
        return reader.survey(path, spans, snap=True, rate=expected.rate, aspect=expected.aspect)
    except BadInput:
        return None


def remember(
    expected: ExpectedOutput, stamps: tuple[tuple[str, Stamp], ...], reader: MediaReader
) -> Before:
    """What stands under the name of a result before it is written, to compare it with later.

    Raises:
        NotPossibleNow: No helper can be started, or the reader is closed.
    """
    if expected.kind is OutputKind.FILE:
        return Before(stamps)
    try:
        info: SourceInfo = reader.probe(Path(expected.written))
    except BadInput:
        return Before(stamps)
    rate = float(info.fps or 0)
    # Stills last for no time at all, whatever they are counted with.
    survey = look_into(expected, info.duration_s, rate, reader)
    return Before(stamps, info.duration_s, survey)


def where_source_moves(original: Original, spans: list[Span], reader: MediaReader) -> list[Span]:
    """Those spans of a result in whose place the source moves, of the first few."""
    still = [Suspect(Fault.FROZEN, start_s, end_s) for start_s, end_s in spans]
    wrong = _against_source(original, still[:MAX_SAMPLES], 0.0, reader) if still else []
    return [(suspect.start_s, suspect.end_s) for suspect in wrong]


def _goes_on(
    original: Original, tail: Span, margin_s: float, name: str, reader: MediaReader
) -> list[Finding]:
    """Whether the source has other pictures where the result has none any more."""
    if not _against_source(original, [Suspect(Fault.FROZEN, *tail)], margin_s, reader):
        return []
    message = f"The pictures of {name} end at {likeness.clock(tail[0])}, but its source goes on."
    return [Finding(message, fatal=False)]


def _against_source(
    original: Original, asked: list[Suspect], margin_s: float, reader: MediaReader
) -> list[Suspect]:
    """Those of the suspects that are wrong, going by the source at their very times."""
    asks = [span for suspect in asked for span in suspect.asks(margin_s)]
    shifted = [_shifted(span, original.start_s) for span in asks]
    try:
        answer = reader.survey(
            Path(original.path), shifted, rate=original.rate, aspect=original.aspect
        )
    except BadInput:
        # Without a source nothing can be said against the result.
        return []
    answer = _shifted_back(answer, dict(zip(shifted, asks, strict=True)))
    return likeness.confirmed(asked, answer, margin_s)


def _shifted(span: Span, by_s: float) -> Span:
    return span[0] + by_s, span[1] + by_s


def _shifted_back(answer: Survey, times: dict[Span, Span]) -> Survey:
    """The answer by the result's times."""

    def back(at_s: float, until_s: float) -> dict[str, float]:
        start_s, end_s = times.get((at_s, until_s), (-1.0, -1.0))
        return {"at_s": start_s, "until_s": end_s}

    return replace(
        answer,
        looks=tuple(replace(look, **back(look.at_s, look.until_s)) for look in answer.looks),  # type: ignore[arg-type]
        sounds=tuple(replace(each, **back(each.at_s, each.until_s)) for each in answer.sounds),
    )


def _against_version(
    expected: ExpectedOutput,
    duration_s: float,
    found: list[Suspect],
    margin_s: float,
    reader: MediaReader,
) -> list[Suspect] | None:
    """What the version before shows otherwise; None when there is none to compare with."""
    before = expected.before
    if before is not None and before.survey is not None:
        if not likeness.is_same_length(before.duration_s, duration_s):
            return None
        return likeness.confirmed_by_version(found, before.survey)
    final = Path(expected.final)
    if expected.final == expected.written or expected.kind is OutputKind.SEQUENCE:
        return None
    try:
        info: SourceInfo = reader.probe(final)
    except BadInput:
        return None
    if not likeness.is_same_length(info.duration_s, duration_s):
        return None
    return _against_source(
        Original(expected.final, aspect=expected.aspect), found, margin_s, reader
    )
