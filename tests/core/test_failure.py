"""Engines' words are read for what they mean: specific wins, benign never fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.failure import (
    LONGEST_LINE,
    Cause,
    Failure,
    FailureKind,
    FailureRule,
    Retry,
    classify,
    rule,
)
from rendermanager.core.needles import needles

DISK = rule(
    r"no space left on device", FailureKind.RESOURCE_EXHAUSTION, "The disk is full.", "Make room."
)
MISSING = rule(
    r"(\S+): no such file", FailureKind.INVALID_INPUT, "“{0}” is missing.", retry=Retry.AFTER_FIX
)
GENERIC = rule(
    r"conversion failed", FailureKind.SYSTEM_ERROR, "It failed.", retry=Retry.ONCE, generic=True
)
BROAD = rule(r"error|failed|no space", FailureKind.SYSTEM_ERROR, "It broke.", generic=True)
BENIGN = rule(r"0 error\(s\)|deprecated", None)


def test_a_rule_reads_a_line_whatever_its_case() -> None:
    assert DISK.read("  write: NO SPACE LEFT on device\n") == Failure(
        FailureKind.RESOURCE_EXHAUSTION,
        "The disk is full.",
        "Make room.",
        Retry.NO,
        "write: NO SPACE LEFT on device",
    )


def test_a_rule_says_nothing_about_another_line() -> None:
    assert DISK.read("frame=1") is None


def test_a_benign_rule_never_reads_a_failure() -> None:
    assert BENIGN.read("0 error(s)") is None


def test_the_words_of_the_line_stand_in_the_message() -> None:
    failure = MISSING.read("shot_010.mov: No such file or directory")
    assert failure is not None
    assert failure.message == "“shot_010.mov” is missing."


def test_braces_in_the_line_are_only_text() -> None:
    failure = MISSING.read("{0}{name}.mov: No such file")
    assert failure is not None
    assert failure.message == "“{0}{name}.mov” is missing."


def test_a_group_that_did_not_take_part_leaves_a_gap() -> None:
    failure = rule(r"code (\d+)( fatal)?", FailureKind.SYSTEM_ERROR, "Code {0}{1}.").read("code 7")
    assert failure is not None
    assert failure.message == "Code 7."


def test_a_message_without_groups_is_taken_as_it_stands() -> None:
    failure = rule("boom", FailureKind.SYSTEM_ERROR, "{0} is a brace.").read("boom")
    assert failure is not None
    assert failure.message == "{0} is a brace."


@pytest.mark.parametrize(
    ("lines", "rules", "message"),
    [
        (["frame=1", "ok"], [DISK, GENERIC], None),
        ([], [DISK], None),
        (["no space left on device"], [], None),
        (["conversion failed"], [DISK, GENERIC], "It failed."),
        (["conversion failed", "no space left on device"], [DISK, GENERIC], "The disk is full."),
        (["no space left on device", "conversion failed"], [GENERIC, DISK], "The disk is full."),
        (
            ["a.mov: no such file", "no space left on device"],
            [DISK, MISSING],
            "“a.mov” is missing.",
        ),
        (["a.mov: no such file: no space left on device"], [DISK, MISSING], "The disk is full."),
        (["error: no space left on device"], [BROAD, DISK], "The disk is full."),
        (["conversion failed", "error"], [BROAD, GENERIC], "It broke."),
        (["0 error(s)"], [BENIGN, BROAD], None),
        (["0 error(s)"], [BROAD, BENIGN], None),
        (["deprecated: no space left on device"], [DISK, BENIGN], None),
        (["0 error(s)", "no space left on device"], [BENIGN, DISK], "The disk is full."),
    ],
    ids=[
        "nothing told",
        "no lines",
        "no rules",
        "generic alone",
        "specific after generic",
        "specific before generic",
        "the first line that tells wins",
        "the first rule wins within a line",
        "specific wins over generic in one line, whatever their order",
        "the first generic one",
        "benign before a broad rule",
        "benign after a broad rule",
        "benign after a specific rule",
        "a benign line hides no other line",
    ],
)
def test_classify(lines: list[str], rules: list[FailureRule], message: str | None) -> None:
    failure = classify(iter(lines), rules)
    assert (failure and failure.message) == message


WORDS = st.sampled_from(
    [
        "no space left on device",
        "a.mov: no such file",
        "conversion failed",
        "error",
        "0 error(s)",
        "deprecated",
        "frame=12",
        "",
    ]
)
LINES = st.lists(st.lists(WORDS, max_size=3).map(" ".join), max_size=8)
RULES = st.permutations([DISK, MISSING, GENERIC, BROAD, BENIGN])


@given(LINES, RULES)
def test_a_specific_cause_wins_over_a_generic_one_and_benign_lines_never_fail(
    lines: list[str], rules: list[FailureRule]
) -> None:
    told = [line for line in lines if not BENIGN.pattern.search(line)]
    specific = [line for line in told if DISK.read(line) or MISSING.read(line)]
    generic = [line for line in told if GENERIC.read(line) or BROAD.read(line)]
    failure = classify(lines, rules)
    if specific:
        assert failure is not None
        assert failure.detail == specific[0].strip()
        assert failure.message in {"The disk is full.", "“a.mov” is missing."}
    elif generic:
        assert failure is not None
        assert failure.detail == generic[0].strip()
        assert failure.message in {"It failed.", "It broke."}
    else:
        assert failure is None


@given(LINES, RULES)
def test_benign_lines_change_nothing(lines: list[str], rules: list[FailureRule]) -> None:
    noisy = [each for line in lines for each in ("0 error(s)", line, "no space: deprecated")]
    assert classify(noisy, rules) == classify(lines, rules)


BUSY = rule(r"too many requests", FailureKind.NETWORK_FAILURE, "Busy.", cause=Cause.BUSY)


@pytest.mark.parametrize(
    ("lines", "seconds"),
    [
        (["429 Too Many Requests"], 0),
        (["429 Too Many Requests", "Retry-After: 120"], 120),
        (["too many requests, retry after 2 minutes"], 120),
        (["too many requests: try again in 1.5 s"], 1.5),
        (["too many requests", *["noise"] * 30, "retry after 9"], 0),
        (["too many requests", "x", "please wait 1 h"], 3600),
        (["no space left on device", "retry after 9"], 0),
    ],
)
def test_who_refuses_for_being_busy_may_say_how_long_to_wait(
    lines: list[str], seconds: float
) -> None:
    failure = classify(lines, [DISK, BUSY])
    assert failure is not None
    assert failure.retry_after_s == seconds


def test_of_a_line_without_end_both_ends_are_read() -> None:
    noise = "x" * 5 * LONGEST_LINE
    for line in (f"no space left on device {noise}", f"{noise} no space left on device"):
        failure = classify([line], [DISK])
        assert failure is not None
        assert len(failure.detail) <= LONGEST_LINE


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("no space left", ("no space left",)),
        (r"^Error: (\S+) is gone$", (" is gone",)),
        ("disk is full|quota", ("disk is full", "quota")),
        (r"colou?rs? broken", (" broken",)),
        (r"[Dd]isk full", ("isk full",)),
        (r"x{2,5}yz abc", ("yz abc",)),
        (r"\(?abc\.def", ("abc",)),
        (r"(?:abc|def)", ("abc", "def")),
        (r"(?:abc|de)x", ()),
        (r"(?:abc|def)?x", ()),
        (r"(?:abc){2}", ()),
        (r"(?!abc)x", ()),
        (r"^(?:^\W{0,4}|[:(] ?)(?:disk full|no (?:room|space))$", ("disk full", "no ")),
        (r"(a)(b(?:cde|fgh))", ("cde", "fgh")),
        (r"abcd|x.", ()),
        (r"\d+ (a|(b)) of them", (" of them",)),
    ],
)
def test_the_words_that_a_line_must_hold(pattern: str, words: tuple[str, ...]) -> None:
    assert needles(pattern) == words
