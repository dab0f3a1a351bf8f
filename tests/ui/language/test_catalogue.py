"""A sentence is known by its template again, and its values come out as they went in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rendermanager.ui.language.catalogue import Catalogue, Template, Value, fill

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)


def values(source: str, text: str) -> dict[str, str] | None:
    found = Template.of(source).values_in(text)
    return None if found is None else {name: value.text for name, value in found.items()}


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("“{0}” is empty.", "“a.mov” is empty.", {"0": "a.mov"}),
        ("“{0}” is empty.", "“” is empty.", {"0": ""}),
        ("“{0}” is empty.", "“a.mov” is empty. Copy it.", None),
        ("{0}: {1}.", "a: b: c.", {"0": "a", "1": "b: c"}),
        ("{0} of {1}", "1 of 2 of 3", {"0": "1", "1": "2 of 3"}),
        ("It took {seconds} s.", "It took 3 s.", {"seconds": "3"}),
        ("codec “{0}{1}”", "codec “vp9”", {"0": "", "1": "vp9"}),
        ("ab{0}bc", "abc", None),
        ("Nothing here.", "Nothing here.", None),
    ],
)
def test_the_values_of_a_sentence(source: str, text: str, expected: dict[str, str] | None) -> None:
    if "{" in source:
        assert values(source, text) == expected
    else:
        assert Catalogue([source]).match(text) is None


@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_what_was_put_in_fills_the_template_again(first: str, second: str) -> None:
    source = "The file “{0}” was not fetched: {1}."
    text = source.replace("{1}", second).replace("{0}", first)
    found = values(source, text)
    assert found is not None
    assert fill(source, found) == text


def test_a_value_in_quotation_marks_is_a_name() -> None:
    found = Template.of("“{0}” is {1}").values_in("“Next” is Next")
    assert found == {"0": Value("Next", is_name=True), "1": Value("Next", is_name=False)}


def test_the_template_that_says_the_most_goes_first() -> None:
    catalogue = Catalogue(["{0} is {1}.", "“{0}” is empty ({1}).", "{0} is empty ({1})."])
    match = catalogue.match("“a” is empty (0 bytes).")
    assert match is not None
    assert match[0] == "“{0}” is empty ({1})."


def test_a_long_text_without_an_end_costs_no_more_than_reading_it() -> None:
    catalogue = Catalogue(["{0}, {1}, {2}, {3}, {4} and so on."])
    assert catalogue.match(", " * 100_000) is None
