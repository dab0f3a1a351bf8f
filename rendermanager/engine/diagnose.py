"""Why a program failed, from how it ended and what its log says."""

import errno
import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from rendermanager.core.errors import BadInput, DestinationUnusable, NotPossibleNow
from rendermanager.core.failure import Cause, Failure, FailureKind, FailureRule, Retry, classify
from rendermanager.core.success import Success
from rendermanager.engine.handles import SHORT_OF_HANDLES
from rendermanager.engine.process import ExitReport
from rendermanager.log import masked

READ_BYTES: Final = 2 * 1024 * 1024
"""How much of each end of a log is read."""

_DESTINATION: Final = {
    errno.ENOSPC: Cause.DISK_FULL,
    errno.EDQUOT: Cause.DISK_FULL,
    errno.EROFS: Cause.READ_ONLY,
    errno.EACCES: Cause.READ_ONLY,
    errno.EPERM: Cause.READ_ONLY,
    errno.ENOTCONN: Cause.GONE,
    errno.ESTALE: Cause.GONE,
    errno.EHOSTDOWN: Cause.GONE,
    errno.EHOSTUNREACH: Cause.GONE,
    errno.ETIMEDOUT: Cause.GONE,
    errno.ENODEV: Cause.GONE,
    errno.ENXIO: Cause.GONE,
}
"""What the system's numbers say about the place of an output: our own stages touch no other."""

_FULL_WORDS: Final = (os.strerror(errno.ENOSPC), os.strerror(errno.EDQUOT))

_CRASHES: Final = {signal.SIGSEGV, signal.SIGABRT, signal.SIGFPE, signal.SIGILL} | (
    {signal.SIGBUS} if hasattr(signal, "SIGBUS") else set()
)


def diagnose(report: ExitReport, log: str, rules: Sequence[FailureRule]) -> Failure:
    """The failure behind an exit: the log's first specific line, else the way it ended."""
    return _without_secrets(_diagnosed(report, log, rules))


def denied(success: Success, log: str, rules: Sequence[FailureRule]) -> Failure | None:
    """Why a program that ended well has not done its work all the same, or None.

    Args:
        success: What its words have to be.
        log: Path of its log.
        rules: Which read the log once a line admits a failure.
    """
    missed = success.missed(log_lines(Path(log)))
    if missed is None:
        return None
    told = classify(log_lines(Path(log)), rules) if success.admission else None
    return _without_secrets(told or missed)


def _diagnosed(report: ExitReport, log: str, rules: Sequence[FailureRule]) -> Failure:
    if report.refusal and report.is_short:
        return replace(SHORT_OF_HANDLES, detail=report.refusal)
    if report.refusal and report.log_error:
        return _without_log(report, "could not be started")
    if report.refusal:
        return Failure(
            FailureKind.SYSTEM_ERROR,
            f"The program could not be started: {report.refusal}.",
            "Check its path in the settings, or with “rendermanager engines”.",
            Retry.AFTER_FIX,
            cause=Cause.NOT_FOUND,
        )
    told = classify(log_lines(Path(log)), rules)
    if told is not None and report.signal is None:
        return told
    if report.log_error and report.signal is None:
        return _without_log(report, f"ended with exit code {report.code}")
    spoke = told is not None or next(log_lines(Path(log)), "") != ""
    return _by_exit(report, told, spoke=spoke)


def _without_log(report: ExitReport, end: str) -> Failure:
    """Its words could not be kept, and the disk is the best guess at why it failed."""
    full = any(words in report.log_error for words in _FULL_WORDS)
    return Failure(
        FailureKind.RESOURCE_EXHAUSTION if full else FailureKind.SYSTEM_ERROR,
        f"The program {end}, and its log could not be written: {report.log_error}.",
        "Make room on the disk with the queue; the job is tried again."
        if full
        else "See to the disk with the queue; the job is tried again.",
        Retry.BACKOFF,
        cause=Cause.DISK_FULL if full else Cause.OTHER,
    )


def _by_exit(report: ExitReport, told: Failure | None, *, spoke: bool) -> Failure:
    if report.signal is None:
        return Failure(
            FailureKind.SYSTEM_ERROR,
            f"The program ended with exit code {report.code}.",
            "Its log says more.",
            Retry.NO,
        )
    if report.signal in _CRASHES:
        return told or Failure(
            FailureKind.SYSTEM_ERROR,
            f"The program crashed ({_name(report.signal)}).",
            "Its log may say why.",
            Retry.ONCE,
            cause=Cause.OTHER if spoke else Cause.LAUNCH,
        )
    if report.signal == getattr(signal, "SIGKILL", 9):
        return Failure(
            FailureKind.RESOURCE_EXHAUSTION,
            "The program was killed from outside, most often because memory ran out.",
            "Close other programs, or render fewer jobs at once.",
            Retry.BACKOFF,
            cause=Cause.MEMORY,
        )
    return Failure(
        FailureKind.SYSTEM_ERROR,
        f"The program was stopped from outside ({_name(report.signal)}).",
        "",
        Retry.ONCE,
    )


def failure_of(error: Exception) -> Failure:
    """The failure behind an exception of our own stages."""
    return _without_secrets(_failure_of(error))


def _without_secrets(failure: Failure) -> Failure:
    """A failure is stored, shown and sent along in reports: programs print passwords at times."""
    return replace(
        failure,
        message=masked(failure.message),
        hint=masked(failure.hint),
        detail=masked(failure.detail),
    )


def _failure_of(error: Exception) -> Failure:
    if isinstance(error, BadInput):
        more = [problem.message for problem in error.problems[1:]]
        return Failure(
            FailureKind.INVALID_INPUT, error.message, error.hint, Retry.NO, "; ".join(more)
        )
    if isinstance(error, DestinationUnusable):
        cause = _DESTINATION.get(error.number, Cause.GONE)
        kind = FailureKind.SYSTEM_ERROR
        if cause is Cause.DISK_FULL:
            kind = FailureKind.RESOURCE_EXHAUSTION
        return Failure(kind, error.message, error.hint, Retry.BACKOFF, cause=cause)
    if isinstance(error, NotPossibleNow):
        return Failure(
            FailureKind.SYSTEM_ERROR,
            error.message,
            error.hint,
            Retry.AFTER_FIX,
            cause=Cause.NOT_FOUND,
        )
    if isinstance(error, OSError):
        return _from_os(error)
    return Failure(
        FailureKind.SYSTEM_ERROR,
        "Render Manager made a mistake with this job.",
        "Please report it with the app's log.",
        Retry.ONCE,
        f"{type(error).__name__}: {error}",
    )


def _from_os(error: OSError) -> Failure:
    where = f" (“{error.filename}”)" if error.filename else ""
    words = {
        errno.ENOSPC: (
            FailureKind.RESOURCE_EXHAUSTION,
            "The disk is full",
            "Make room on that disk, then run the job again.",
            Retry.AFTER_FIX,
        ),
        errno.EACCES: (
            FailureKind.INVALID_INPUT,
            "A file or folder may not be read or written",
            "Change its permissions, or choose another output folder.",
            Retry.AFTER_FIX,
        ),
        errno.EROFS: (
            FailureKind.INVALID_INPUT,
            "The folder is read-only",
            "Choose another output folder.",
            Retry.AFTER_FIX,
        ),
    }
    kind, message, hint, retry = words.get(
        error.errno or 0,
        (FailureKind.SYSTEM_ERROR, error.strerror or str(error), "", Retry.BACKOFF),
    )
    cause = _DESTINATION.get(error.errno or 0, Cause.OTHER)
    return Failure(kind, f"{message}{where}.", hint, retry, str(error), cause)


def log_lines(log: Path) -> Iterator[str]:
    """The lines of a log without our header; of a huge one, its beginning and its end."""
    try:
        with log.open("rb") as file:
            head = file.read(READ_BYTES)
            size = file.seek(0, 2)
            tail = b""
            if size > READ_BYTES:
                file.seek(max(READ_BYTES, size - READ_BYTES))
                tail = file.read(READ_BYTES)
    except OSError:
        return
    for raw in (head + tail).replace(b"\r", b"\n").split(b"\n"):
        if raw and not raw.startswith(b"# "):
            yield raw.decode("utf-8", "replace")


def _name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
