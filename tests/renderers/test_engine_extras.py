"""What engines may have beyond what each of them must have, and what holds where they do not."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rendermanager.core.job import JobSpec
from rendermanager.core.problem import Problem
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.core.success import PLAIN_SUCCESS, Success
from rendermanager.renderers.command import CommandEngine, CommandSettings
from rendermanager.renderers.extras import (
    at_once_of,
    companions_of,
    missing_words,
    settings_for,
    success_of,
    variable_of,
)


class Plain:
    name = "plain-one"
    label = "Plain One"


class Rich(Plain):
    at_once = 2
    variable = "WHERE_IT_IS"

    def missing(self, env: Any) -> Problem:
        return Problem("engine", f"Not in {env['HOME']}.")

    def also_needs(self, env: Any) -> list[Path]:
        return [Path(env["HOME"])]


ENV = {"HOME": "/home/ada"}


def test_an_engine_that_says_nothing_more_is_taken_as_it_is() -> None:
    plain: Any = Plain()
    assert (at_once_of(plain), companions_of(plain, ENV)) == (0, [])
    assert variable_of(plain) == "RENDERMANAGER_PLAIN_ONE"
    missing = missing_words(plain, ENV)
    assert missing.message == "Plain One was not found on this machine."
    assert missing.hint.startswith("Install Plain One. ")
    assert missing.hint.endswith("can be chosen in the settings, or by RENDERMANAGER_PLAIN_ONE.")


def test_what_an_engine_says_counts() -> None:
    rich: Any = Rich()
    assert at_once_of(rich) == 2
    assert companions_of(rich, ENV) == [Path("/home/ada")]
    assert variable_of(rich) == "WHERE_IT_IS"
    assert missing_words(rich, ENV).message == "Not in /home/ada."


@dataclass(frozen=True)
class Form:
    text: str = ""


class Learns(CommandEngine):
    success = Success(frozenset({2}))

    def settings_for(self, spec: JobSpec, source: SourceInfo | None) -> type:
        return Form if source else CommandSettings


class Confused(CommandEngine):
    success = "when it is done"


def test_success_is_exit_code_0_unless_the_engine_says_otherwise() -> None:
    assert success_of(CommandEngine()) is PLAIN_SUCCESS
    assert success_of(Confused()) is PLAIN_SUCCESS
    assert success_of(Learns()).codes == {2}


def test_settings_are_those_of_the_engine_unless_the_source_decides() -> None:
    info = SourceInfo(SourceKind.PROJECT)
    assert settings_for(CommandEngine(), JobSpec(), info) is CommandSettings
    assert settings_for(Learns(), JobSpec(), info) is Form
    assert settings_for(Learns(), JobSpec(), None) is CommandSettings
