"""What engines may have beyond what each of them must have, and what holds where they do not."""

from pathlib import Path
from typing import Any

from rendermanager.core.problem import Problem
from rendermanager.renderers.api import (
    admission_of,
    at_once_of,
    companions_of,
    missing_words,
    variable_of,
)


class Plain:
    name = "plain-one"
    label = "Plain One"


class Rich(Plain):
    at_once = 2
    admission = "^oh no"
    variable = "WHERE_IT_IS"

    def missing(self, env: Any) -> Problem:
        return Problem("engine", f"Not in {env['HOME']}.")

    def also_needs(self, env: Any) -> list[Path]:
        return [Path(env["HOME"])]


ENV = {"HOME": "/home/ada"}


def test_an_engine_that_says_nothing_more_is_taken_as_it_is() -> None:
    plain: Any = Plain()
    assert (at_once_of(plain), admission_of(plain), companions_of(plain, ENV)) == (0, "", [])
    assert variable_of(plain) == "RENDERMANAGER_PLAIN_ONE"
    missing = missing_words(plain, ENV)
    assert missing.message == "Plain One was not found on this machine."
    assert missing.hint == "Install Plain One, or name it with RENDERMANAGER_PLAIN_ONE."


def test_what_an_engine_says_counts() -> None:
    rich: Any = Rich()
    assert (at_once_of(rich), admission_of(rich)) == (2, "^oh no")
    assert companions_of(rich, ENV) == [Path("/home/ada")]
    assert variable_of(rich) == "WHERE_IT_IS"
    assert missing_words(rich, ENV).message == "Not in /home/ada."
