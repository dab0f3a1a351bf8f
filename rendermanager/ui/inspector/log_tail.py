"""Reads the end of a log that may still grow, and tells errors and warnings from the rest."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Final

MAX_LINES: Final = 20_000
"""Lines kept in memory and shown; the file has the rest."""
TAIL_BYTES: Final = 4 * 1024 * 1024
"""How much of a log is read when it is opened, and at most at once later on."""
MAX_LINE_CHARS: Final = 2_000
"""A longer line is cut in the view: laying it out would hold the window up."""

_ERROR: Final = re.compile(
    r"\b(?:error|errors|fatal|failed|failure|exception|traceback|panic|aborted|segmentation fault"
    r"|cannot|could not|unable to|no such file|permission denied|invalid)\b|^!",
    re.IGNORECASE,
)
_WARNING: Final = re.compile(r"\b(?:warn|warning|warnings|deprecated)\b", re.IGNORECASE)
_BENIGN: Final = re.compile(r"\b(?:0|no) (?:error|warning|failure)(?:s|\(s\))?\b", re.IGNORECASE)
_CONTROL: Final = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|[\x00-\x08\x0b-\x1f\x7f]")
_BREAKS: Final = re.compile(rb"\r\n|\r|\n")


class Severity(IntEnum):
    """How bad a line sounds."""

    PLAIN = 0
    """It only tells."""
    WARNING = 1
    """Something may not be as expected."""
    ERROR = 2
    """Something did not work."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of a log, fit to be shown."""

    text: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Chunk:
    """What one look into a log gave.

    Attributes:
        lines: What is new, at most `MAX_LINES`.
        offset: Where the next look begins, in bytes.
        fresh: The lines take the place of all before: the log was opened, or begun anew.
        skipped: Something before these lines was left out.
    """

    lines: tuple[LogLine, ...]
    offset: int
    fresh: bool = False
    skipped: bool = False


def read_log(path: Path, offset: int = -1, *, whole: bool = False) -> Chunk:
    """What a log has said since `offset`. Blocks on the disk.

    Args:
        path: The log.
        offset: `Chunk.offset` of the look before; -1 opens the log.
        whole: Nobody writes any more, so that its last line is complete even without a line end.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2)
        fresh = offset < 0 or offset > size
        start = max(0 if fresh else offset, size - TAIL_BYTES)
        skipped = start > 0 if fresh else start > offset
        file.seek(start)
        data = file.read(TAIL_BYTES)
    if skipped:
        first = _BREAKS.search(data)
        cut = first.end() if first else 0
        start, data = start + cut, data[cut:]
    end = len(data) if whole else _complete(data)
    lines = _lines(data[:end])
    cut_off = len(lines) > MAX_LINES
    return Chunk(tuple(lines[-MAX_LINES:]), start + end, fresh, skipped or cut_off)


def severity_of(line: str) -> Severity:
    """How bad a line sounds; "0 errors" sounds good, and our own head lines only tell."""
    if line.startswith("# ") or not (_ERROR.search(line) or _WARNING.search(line)):
        return Severity.PLAIN
    rest = _BENIGN.sub("", line)
    if _ERROR.search(rest):
        # "warning: … is invalid" is a warning: what a program calls itself goes first.
        return Severity.WARNING if _WARNING.match(rest.lstrip("[ ")) else Severity.ERROR
    return Severity.WARNING if _WARNING.search(rest) else Severity.PLAIN


def first_error(lines: Iterable[LogLine], detail: str = "") -> int:
    """Number of the line that tells why it failed, or -1.

    Args:
        lines: The log.
        detail: The engine's own line that told; see `Failure.detail`.
    """
    found = -1
    for number, line in enumerate(lines):
        if detail and line.text.strip() == detail:
            return number
        if found < 0 and line.severity is Severity.ERROR:
            found = number
            if not detail:
                break
    return found


def _complete(data: bytes) -> int:
    """Length of the whole lines; a return at the end may be half of a line end."""
    return max(data.rfind(b"\n"), data.rfind(b"\r", 0, -1)) + 1


def _lines(data: bytes) -> list[LogLine]:
    pieces = _BREAKS.split(data)
    if pieces and not pieces[-1]:
        pieces.pop()
    return [_line(piece) for piece in pieces]


def _line(raw: bytes) -> LogLine:
    text = _CONTROL.sub("", raw.decode("utf-8", "replace")).expandtabs(4).rstrip()
    severity = severity_of(text)
    if len(text) > MAX_LINE_CHARS:
        text = text[:MAX_LINE_CHARS] + "…"
    return LogLine(text, severity)
