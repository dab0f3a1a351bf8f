"""What a program says against a result is told once, in order, and not too often."""

from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.doubt import LONGEST_LINE, MOST_TOLD, Doubt, doubts_in

DOUBTS = (
    Doubt(r"lost '(.{1,100})'(?: of (\w+))?", "“{0}” is lost{1}."),
    Doubt(r"lost", "Something is lost."),
)


def test_the_first_doubt_that_fits_a_line_speaks() -> None:
    assert doubts_in(["LOST 'a.png'", "all is lost", "well"], DOUBTS) == (
        "“a.png” is lost.",
        "Something is lost.",
    )


def test_a_sentence_is_told_once() -> None:
    assert doubts_in(["lost 'a'"] * 3, DOUBTS) == ("“a” is lost.",)


def test_there_is_an_end_to_doubts() -> None:
    told = doubts_in((f"lost '{number}'" for number in range(100)), DOUBTS)
    assert told == tuple(f"“{number}” is lost." for number in range(MOST_TOLD))


def test_an_engine_without_doubts_reads_nothing() -> None:
    lines = iter(["lost"])
    assert doubts_in(lines, ()) == ()
    assert next(lines) == "lost"


def test_of_an_endless_line_only_the_beginning_is_read() -> None:
    assert doubts_in(["x" * LONGEST_LINE + "lost"], DOUBTS) == ()


@given(st.lists(st.text() | st.sampled_from(["lost '{0}'", "lost '{' of a"])))
def test_any_line_is_read(lines: list[str]) -> None:
    assert len(doubts_in(lines, DOUBTS)) <= MOST_TOLD
