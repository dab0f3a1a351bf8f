"""Problems name what is wrong and the nearest thing that would be right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.problem import Problem, Severity, in_words, nearest, unknown


@pytest.mark.parametrize(
    ("severity", "blocks"), [(Severity.ERROR, True), (Severity.WARNING, False)]
)
def test_only_an_error_blocks(severity: Severity, blocks: bool) -> None:
    assert Problem("source", "It is odd.", severity=severity).blocks is blocks


def test_a_problem_is_an_error_unless_said_otherwise() -> None:
    assert Problem("source", "It is missing.").severity is Severity.ERROR


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("h246", ["h264", "prores"], "h264"),
        ("PRORES", ["h264", "ProRes"], "ProRes"),
        ("zzz", ["h264", "prores"], ""),
        ("h264", [], ""),
    ],
    ids=["a slip of the finger", "another case", "nothing comes close", "nothing is known"],
)
def test_nearest(word: str, known: list[str], found: str) -> None:
    assert nearest(word, iter(known)) == found


@given(st.text(), st.lists(st.text()))
def test_nearest_is_one_of_the_known_names_or_nothing(word: str, known: list[str]) -> None:
    assert nearest(word, known) in {*known, ""}


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("h246", ["prores", "h264"], "Did you mean “h264”?"),
        ("zzz", ["prores", "h264"], "Known: h264, prores."),
        ("zzz", [], ""),
    ],
    ids=["a near one exists", "none is near", "none exists"],
)
def test_an_unknown_name_is_answered_with_help(word: str, known: list[str], hint: str) -> None:
    problem = unknown("preset", word, iter(known), "preset")
    assert problem == Problem("preset", f"There is no preset “{word}”.", hint)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Expected `str`, got `int`", "expected a text, got a whole number"),
        ("Expected `int | null`, got `str`", "expected a whole number or nothing, got a text"),
        ("Expected `float` <= 8", "expected a decimal number <= 8"),
        ("Expected `array`, got `object` - at `$.object[int]`", None),
        ("", ""),
    ],
)
def test_kinds_of_values_are_said_in_words(said: str, words: str | None) -> None:
    assert in_words(said) == (
        "expected a list, got an object {…} - at $.object[int]" if words is None else words
    )
