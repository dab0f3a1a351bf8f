"""Secrets are named in texts, and their values take the place of the names once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.secret import name_problem, revealed, secret_names


def test_names_are_found_once_each() -> None:
    texts = ["ftp://me:${secret:FTP}@host", "${secret:A}${secret:FTP}", "$secret:B", "${other:C}"]
    assert secret_names(texts) == ("FTP", "A")


def test_values_take_the_place_of_names() -> None:
    assert revealed("x ${secret:A} ${secret:B}!", {"A": "1", "B": "2"}) == "x 1 2!"
    assert revealed("nothing $ here", {}) == "nothing $ here"


def test_a_value_that_looks_like_a_reference_is_a_value() -> None:
    assert revealed("${secret:A}", {"A": "${secret:B}", "B": "no"}) == "${secret:B}"


@given(st.text(), st.text())
def test_a_value_arrives_as_it_is(before: str, value: str) -> None:
    before = before.replace("${secret:", "")
    assert revealed(before + "${secret:A}", {"A": value}) == before + value


@pytest.mark.parametrize("name", ["FTP", "a.b-c_1", "x" * 64])
def test_good_names(name: str) -> None:
    assert name_problem(name) is None


@pytest.mark.parametrize("name", ["", "-a", "a b", "x" * 65, "a/b", "ä", "a\n", "(names)"])
def test_bad_names(name: str) -> None:
    problem = name_problem(name)
    assert problem is not None
    assert problem.hint
