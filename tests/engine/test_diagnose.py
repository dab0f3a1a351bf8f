"""How a program ended, and what its log says, become one sentence."""

import signal
from pathlib import Path

import pytest

from rendermanager.core.errors import BadInput, NotPossibleNow
from rendermanager.core.failure import FailureKind, Retry, rule
from rendermanager.core.problem import Problem
from rendermanager.core.success import Success
from rendermanager.engine.diagnose import READ_BYTES, denied, diagnose, failure_of, log_lines
from rendermanager.engine.process import ExitReport

RULES = [
    rule(r"no such codec “(\w+)”", FailureKind.INVALID_INPUT, "There is no codec {0}."),
    rule(r"conversion failed", FailureKind.SYSTEM_ERROR, "It failed.", generic=True),
]


def log(tmp_path: Path, text: str) -> str:
    path = tmp_path / "1-1.log"
    path.write_text(text)
    return str(path)


def test_the_log_tells_more_than_the_exit_code(tmp_path: Path) -> None:
    told = diagnose(
        ExitReport(1, 1), log(tmp_path, "conversion failed\nno such codec “x”\n"), RULES
    )
    assert told.message == "There is no codec x."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("frame 1\nno such codec “x”\n", None),
        ("ERROR: it broke\n", "its log says that it failed"),
        ("no such codec “x”\nerror: it broke\n", "There is no codec x."),
        ("# ERROR: in our header\n", None),
    ],
)
def test_what_a_program_admits_counts_although_it_ended_well(
    tmp_path: Path, text: str, message: str | None
) -> None:
    told = denied(Success(admission="^error:"), log(tmp_path, text), RULES)
    assert told is None if message is None else told is not None and message in told.message


def test_our_own_header_is_not_read_as_the_programs_words(tmp_path: Path) -> None:
    told = diagnose(ExitReport(1, 4), log(tmp_path, "# no such codec “x”\n"), RULES)
    assert "exit code 4" in told.message
    assert told.retry is Retry.NO


def test_a_program_whose_words_did_not_fit_on_the_disk_is_tried_again(tmp_path: Path) -> None:
    report = ExitReport(1, 1, log_error="No space left on device")
    told = diagnose(report, log(tmp_path, ""), RULES)
    assert "No space left on device" in told.message
    assert told.cause.blames_destination
    told = diagnose(report, log(tmp_path, "no such codec “x”\n"), RULES)
    assert told.message == "There is no codec x."


@pytest.mark.parametrize(
    ("words", "is_full"), [("No space left on device", True), ("Read-only file system", False)]
)
def test_a_program_that_gets_no_log_is_tried_again(words: str, is_full: bool) -> None:
    told = diagnose(ExitReport(1, refusal=words, log_error=words), "", RULES)
    assert words in told.message
    assert told.retry is Retry.BACKOFF
    # Only a full disk costs no attempt; whatever else it is may never pass.
    assert told.cause.blames_destination is is_full


@pytest.mark.parametrize(
    ("number", "kind", "retry"),
    [
        (signal.SIGSEGV, FailureKind.SYSTEM_ERROR, Retry.ONCE),
        (signal.SIGABRT, FailureKind.SYSTEM_ERROR, Retry.ONCE),
        (signal.SIGKILL, FailureKind.RESOURCE_EXHAUSTION, Retry.BACKOFF),
        (signal.SIGTERM, FailureKind.SYSTEM_ERROR, Retry.ONCE),
        (250, FailureKind.SYSTEM_ERROR, Retry.ONCE),
    ],
)
def test_a_signal_is_explained(
    tmp_path: Path, number: int, kind: FailureKind, retry: Retry
) -> None:
    told = diagnose(ExitReport(1, None, number), log(tmp_path, ""), RULES)
    assert (told.kind, told.retry) == (kind, retry)


def test_a_refusal_to_start_names_the_reason(tmp_path: Path) -> None:
    told = diagnose(ExitReport(1, refusal="/x/y: No such file"), str(tmp_path / "none"), RULES)
    assert "/x/y" in told.message
    assert told.retry is Retry.AFTER_FIX


def test_of_a_huge_log_both_ends_are_read(tmp_path: Path) -> None:
    text = "first\n" + "noise\n" * (READ_BYTES // 2) + "last\n"
    lines = list(log_lines(Path(log(tmp_path, text))))
    assert (lines[0], lines[-1]) == ("first", "last")
    assert len(lines) < READ_BYTES


def test_all_problems_are_kept() -> None:
    failure = failure_of(BadInput([Problem("a", "First."), Problem("b", "Second.")]))
    assert (failure.message, failure.detail) == ("First.", "Second.")


@pytest.mark.parametrize(
    ("error", "kind", "retry"),
    [
        (NotPossibleNow("No ffmpeg.", "Install it."), FailureKind.SYSTEM_ERROR, Retry.AFTER_FIX),
        (PermissionError(13, "denied", "/x"), FailureKind.INVALID_INPUT, Retry.AFTER_FIX),
        (OSError(30, "read-only", "/x"), FailureKind.INVALID_INPUT, Retry.AFTER_FIX),
        (OSError(5, "I/O error"), FailureKind.SYSTEM_ERROR, Retry.BACKOFF),
        (ValueError("ours"), FailureKind.SYSTEM_ERROR, Retry.ONCE),
    ],
)
def test_errors_of_our_own_stages_are_classified(
    error: Exception, kind: FailureKind, retry: Retry
) -> None:
    failure = failure_of(error)
    assert (failure.kind, failure.retry) == (kind, retry)
