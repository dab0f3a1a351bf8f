"""What many jobs share and can lose together: an engine, or the folder that results go to."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import PurePath

from rendermanager.core.failure import Cause


class Part(StrEnum):
    """Kinds of things that can be broken for many jobs at once."""

    ENGINE = "engine"
    """An engine; for a command the program that it runs."""
    FOLDER = "folder"
    """The folder of the output."""


@dataclass(frozen=True, slots=True)
class Circuit:
    """One thing that jobs share.

    Attributes:
        part: What kind of thing.
        name: Name of the engine or program, or path of the folder.
    """

    part: Part
    name: str

    def is_broken_by(self, cause: Cause) -> bool:
        """Whether a failure of this cause says that the next job would fail, too."""
        return cause.blames_engine if self.part is Part.ENGINE else cause.blames_destination

    def says_nothing(self, cause: Cause) -> bool:
        """Whether a failure of this cause came before this part was put to the test."""
        if cause.says_nothing:
            return True
        return cause.blames_destination if self.part is Part.ENGINE else cause.blames_engine

    @property
    def words(self) -> str:
        """What it is, for a person, at the beginning of a sentence."""
        return self.name if self.part is Part.ENGINE else f"The folder “{self.name}”"


@lru_cache(maxsize=1024)  # asked several times for each job, and jobs have the same answers
def circuits_of(engine: str, program: str, output: str) -> tuple[Circuit, ...]:
    """What a job shares with others.

    Args:
        engine: Name of its engine.
        program: First argument of a command; empty for other engines.
        output: Absolute path of its result; empty when it names none.
    """
    name = PurePath(program).name if program else engine
    found = (Circuit(Part.ENGINE, name),)
    if not output:
        return found
    return (*found, Circuit(Part.FOLDER, str(PurePath(output).parent)))
