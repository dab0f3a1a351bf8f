"""Settings in layers, from texts and values, with refusals that help."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import pytest
from msgspec import Meta

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.renderers.settings import read_settings


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Paint:
    colour: Annotated[Colour, Meta(description="Which.")] = Colour.RED
    plain: Colour = Colour.RED
    coats: Annotated[int, Meta(ge=1)] = 1
    gloss: bool = False

    def check(self) -> list[Problem]:
        if self.gloss and self.coats < 2:
            return [Problem("settings.gloss", "Gloss needs two coats.")]
        return []


@dataclass(frozen=True, slots=True)
class Unchecked:
    size: float = 1.0


def refused(*layers: dict[str, object]) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as caught:
        read_settings(Paint, *layers)
    return caught.value.problems


def test_later_layers_win() -> None:
    assert read_settings(Paint, {"coats": 2, "gloss": True}, {"coats": 3}) == Paint(
        coats=3, gloss=True
    )


def test_texts_become_values() -> None:
    assert read_settings(Paint, {"coats": "2", "gloss": "true", "colour": "green"}) == Paint(
        Colour.GREEN, coats=2, gloss=True
    )
    assert read_settings(Unchecked, {"size": "2.5"}) == Unchecked(2.5)


@pytest.mark.parametrize("field", ["colour", "plain"])
def test_a_word_outside_the_choices_is_refused_with_the_nearest(field: str) -> None:
    [problem] = refused({field: "gren"})
    assert problem.field == f"settings.{field}"
    assert problem.message == f"There is no choice for {field} “gren”."
    assert problem.hint == "Did you mean “green”?"


def test_all_problems_are_named_at_once() -> None:
    fields = [each.field for each in refused({"colour": "x", "coats": 0, "shade": 1})]
    assert fields == ["settings.colour", "settings.coats", "settings.shade"]


def test_a_value_out_of_range_says_what_is_allowed() -> None:
    [problem] = refused({"coats": 0})
    assert problem.message == "Setting “coats” cannot be “0”: expected a whole number >= 1."


def test_values_that_contradict_each_other_are_refused() -> None:
    [problem] = refused({"gloss": True})
    assert problem.message == "Gloss needs two coats."
