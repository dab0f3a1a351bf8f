"""Why a render failed: kinds, rules that read an engine's words, and whether trying again helps."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, islice
from re import Pattern
from typing import Final

from rendermanager.core.needles import needles

LONGEST_LINE: Final = 4_000
"""Characters of a line that are read: its beginning and its end; what lies between is cut out."""
_HEAD: Final = 3_000
_BLOCK_LINES: Final = 200
"""Lines that are searched together for the words of the rules."""
_WAIT_LINES: Final = 20
"""Lines after a refusal for being too busy in which it may be said how long to wait."""
_UNIT_S: Final = {"m": 60.0, "h": 3_600.0}


class FailureKind(StrEnum):
    """The five families of causes, and what is no failure at all."""

    RESOURCE_EXHAUSTION = "resource_exhaustion"
    """Memory, disk, GPU memory or encoder sessions ran out."""
    INVALID_INPUT = "invalid_input"
    """The source, the settings or the target are at fault."""
    NETWORK_FAILURE = "network_failure"
    """Something could not be fetched or reached."""
    SYSTEM_ERROR = "system_error"
    """The program or the machine broke."""
    TIMEOUT = "timeout"
    """It took too long or stopped moving."""


class Retry(StrEnum):
    """Whether another attempt can help."""

    NO = "no"
    """The same thing would happen again."""
    ONCE = "once"
    """It may have been bad luck: one more attempt."""
    BACKOFF = "yes"
    """It passes with time: wait longer after each attempt."""
    AFTER_FIX = "after_fix"
    """A person has to change something first."""


class Cause(StrEnum):
    """What exactly gave out, where that decides what is done next."""

    OTHER = ""
    """Nothing that asks for more than the retry decision."""
    MEMORY = "memory"
    """Main memory ran out: the next attempt is made smaller."""
    GRAPHICS = "graphics"
    """The graphics card cannot do it, or failed: the next attempt does without."""
    GRAPHICS_MEMORY = "graphics_memory"
    """Memory or encoder sessions of the graphics card are used up."""
    BUSY = "busy"
    """A service asked to be left alone for a while."""
    NOT_FOUND = "not_found"
    """The program is not there."""
    LICENCE = "licence"
    """The program has no licence on this machine."""
    LAUNCH = "launch"
    """The program breaks while it starts, whatever it is given."""
    DISK_FULL = "disk_full"
    """The volume of the output has no room."""
    READ_ONLY = "read_only"
    """The folder of the output may not be written to."""
    GONE = "gone"
    """The folder or the volume of the output is not there."""
    HANDLES = "handles"
    """Render Manager itself can open no more files, or start no more processes."""

    @property
    def says_nothing(self) -> bool:
        """Whether neither the job nor what it shares with others has anything to do with it."""
        return self is Cause.HANDLES

    @property
    def blames_engine(self) -> bool:
        """Whether the next job of this engine would fail the same way."""
        return self in (Cause.NOT_FOUND, Cause.LICENCE, Cause.LAUNCH)

    @property
    def blames_destination(self) -> bool:
        """Whether the next job with this output folder would fail the same way."""
        return self in (Cause.DISK_FULL, Cause.READ_ONLY, Cause.GONE)


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, for a person and for the retry decision.

    Attributes:
        kind: The family of the cause.
        message: What happened and why, in one plain sentence.
        hint: What to do.
        retry: Whether another attempt can help.
        detail: The engine's own line that told, as it stood; empty when nothing told.
        cause: What exactly gave out.
        retry_after_s: Seconds that somebody asked us to wait; 0 when nobody did.
    """

    kind: FailureKind
    message: str
    hint: str = ""
    retry: Retry = Retry.NO
    detail: str = ""
    cause: Cause = Cause.OTHER
    retry_after_s: float = 0.0


@functools.cache
def _compiled(text: str) -> Pattern[str]:
    return re.compile(text, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FailureRule:
    """One thing an engine says, and what it means.

    Attributes:
        text: Regular expression, searched for in each line without regard to case.
        kind: The family of the cause; None marks a benign line that never fails a job.
        message: Plain sentence; ``{0}``, ``{1}`` … stand for the pattern's groups.
        hint: What to do.
        retry: Whether another attempt can help.
        generic: Counts only when no specific rule matched any line.
        cause: What exactly gave out.
    """

    text: str
    kind: FailureKind | None
    message: str = ""
    hint: str = ""
    retry: Retry = Retry.NO
    generic: bool = False
    cause: Cause = Cause.OTHER

    @property
    def pattern(self) -> Pattern[str]:
        """The expression, compiled when it is first used: most runs never read a failure."""
        return _compiled(self.text)

    def knows(self, line: str) -> bool:
        """Whether this is the line that it stands for."""
        return self.pattern.search(line) is not None

    def read(self, line: str) -> Failure | None:
        """The failure that this line tells of, or None."""
        match = self.pattern.search(line)
        if match is None or self.kind is None:
            return None
        words = [word or "" for word in match.groups()]
        message = self.message.format(*words) if words else self.message
        return Failure(self.kind, message, self.hint, self.retry, line.strip(), self.cause)


def rule(
    pattern: str,
    kind: FailureKind | None,
    message: str = "",
    hint: str = "",
    retry: Retry = Retry.NO,
    *,
    generic: bool = False,
    cause: Cause = Cause.OTHER,
) -> FailureRule:
    """A rule from a case-insensitive regular expression."""
    return FailureRule(pattern, kind, message, hint, retry, generic, cause)


def classify(lines: Iterable[str], rules: Sequence[FailureRule]) -> Failure | None:
    """The first specific failure that the lines tell of; a generic one only when alone.

    Rules are tried in order for each line, so narrow ones stand before broad ones. A line that any
    benign rule knows is skipped, whatever else it contains. Of a line longer than `LONGEST_LINE`
    only both ends are read.
    """
    benign = [each for each in rules if each.kind is None]
    telling = [each for each in rules if each.kind is not None]
    generic: Failure | None = None
    left = iter(lines)
    while block := [_cut(line.strip()) for line in islice(left, _BLOCK_LINES)]:
        likely = _may_know(telling, "\n".join(block))
        for number, line in enumerate(block if likely else ()):
            found = _told(line, _may_know(likely, line), benign)
            if found is not None and not found[1]:
                return _with_wait(found[0], chain(block[number + 1 :], left))
            generic = generic or (found and found[0])
    return generic


def _told(
    line: str, likely: Sequence[FailureRule], benign: Sequence[FailureRule]
) -> tuple[Failure, bool] | None:
    """The failure that a line tells of, and whether that is a generic one."""
    if not likely or any(each.knows(line) for each in _may_know(benign, line)):
        return None
    generic: Failure | None = None
    for candidate in likely:
        found = candidate.read(line)
        if found is not None and not candidate.generic:
            return found, False
        generic = generic or found
    return None if generic is None else (generic, True)


def _may_know(rules: Sequence[FailureRule], text: str) -> list[FailureRule]:
    """The rules whose words occur in the text."""
    small = text.lower()
    found = []
    for each in rules:
        words = needles(each.text)
        if not words or any(word in small for word in words):
            found.append(each)
    return found


def _cut(line: str) -> str:
    if len(line) <= LONGEST_LINE:
        return line
    return line[:_HEAD] + " … " + line[_HEAD - LONGEST_LINE + 3 :]


_WAIT: Final = re.compile(
    r"(?:retry|try again|wait)\b(?:ing)?\W{0,3}(?:again )?(?:after|in|for)?\W{0,4}"
    r"(\d{1,6}(?:\.\d{1,3})?)\s{0,2}([smh]?)",
    re.IGNORECASE,
)


def _with_wait(found: Failure, after: Iterator[str]) -> Failure:
    """The same failure with the pause that was asked for, in its own line or soon after."""
    if found.cause is not Cause.BUSY:
        return found
    lines = [found.detail, *(line for line, _ in zip(after, range(_WAIT_LINES), strict=False))]
    for line in lines:
        asked = _WAIT.search(_cut(line))
        if asked is not None:
            wait_s = float(asked[1]) * _UNIT_S.get(asked[2].lower(), 1.0)
            return replace(found, retry_after_s=wait_s)
    return found
