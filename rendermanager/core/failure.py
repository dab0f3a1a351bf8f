"""Why a render failed: kinds, rules that read an engine's words, and whether trying again helps."""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from re import Pattern


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


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, for a person and for the retry decision.

    Attributes:
        kind: The family of the cause.
        message: What happened and why, in one plain sentence.
        hint: What to do.
        retry: Whether another attempt can help.
        detail: The engine's own line that told, as it stood; empty when nothing told.
    """

    kind: FailureKind
    message: str
    hint: str = ""
    retry: Retry = Retry.NO
    detail: str = ""


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
    """

    text: str
    kind: FailureKind | None
    message: str = ""
    hint: str = ""
    retry: Retry = Retry.NO
    generic: bool = False

    @property
    def pattern(self) -> Pattern[str]:
        """The expression, compiled when it is first used: most runs never read a failure."""
        return _compiled(self.text)

    def read(self, line: str) -> Failure | None:
        """The failure that this line tells of, or None."""
        match = self.pattern.search(line)
        if match is None or self.kind is None:
            return None
        words = [word or "" for word in match.groups()]
        message = self.message.format(*words) if words else self.message
        return Failure(self.kind, message, self.hint, self.retry, line.strip())


def rule(
    pattern: str,
    kind: FailureKind | None,
    message: str = "",
    hint: str = "",
    retry: Retry = Retry.NO,
    *,
    generic: bool = False,
) -> FailureRule:
    """A rule from a case-insensitive regular expression."""
    return FailureRule(pattern, kind, message, hint, retry, generic)


def classify(lines: Iterable[str], rules: Sequence[FailureRule]) -> Failure | None:
    """The first specific failure that the lines tell of; a generic one only when alone.

    Rules are tried in order for each line, so narrow ones stand before broad ones. A line that any
    benign rule knows is skipped, whatever else it contains.
    """
    benign = [each.pattern for each in rules if each.kind is None]
    telling = [each for each in rules if each.kind is not None]
    generic: Failure | None = None
    for line in lines:
        if any(pattern.search(line) for pattern in benign):
            continue
        for candidate in telling:
            found = candidate.read(line)
            if found is not None and not candidate.generic:
                return found
            generic = generic or found
    return generic
