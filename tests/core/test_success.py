"""When a program has done its work is said by its exit code, and by its words where they count."""

import pytest

from rendermanager.core.success import PLAIN_SUCCESS, Success


def test_by_default_exit_code_0_is_all_that_counts() -> None:
    assert PLAIN_SUCCESS.codes == {0}
    assert not PLAIN_SUCCESS.listens
    assert PLAIN_SUCCESS.missed(["anything"]) is None


@pytest.mark.parametrize(
    ("success", "lines", "words"),
    [
        (Success(must_say="done"), ["starts", "Done."], ""),
        (Success(must_say="done"), [], "ended without having said “done”"),
        (Success(must_not_say="Skipped"), ["all fine"], ""),
        (Success(must_not_say="Skipped"), ["frame 3 skipped"], "said “Skipped”, which means"),
        (Success(must_say="done", must_not_say="bad"), ["done", "BAD frame"], "said “bad”"),
        (Success(must_say="done", must_not_say="bad"), ["good", "done"], ""),
    ],
)
def test_words_decide_where_they_count(success: Success, lines: list[str], words: str) -> None:
    assert success.listens
    missed = success.missed(lines)
    assert (missed is None) == (not words)
    assert missed is None or words in missed.message


def test_the_line_that_told_is_kept() -> None:
    missed = Success(must_not_say="skipped").missed(["ok", "  frame 3 skipped "])
    assert missed is not None
    assert missed.detail == "frame 3 skipped"
