"""How the next attempt of a task differs from what was asked for, after what went wrong before."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from rendermanager.core.failure import Cause, Failure


class Remedy(StrEnum):
    """What an engine can do differently."""

    THREADS = "threads"
    """Use fewer threads, and with them less memory."""
    SOFTWARE = "software"
    """Do without the graphics card."""


@dataclass(frozen=True, slots=True)
class Adaptation:
    """Changes to one attempt; stored with the task, so that no crash loses them.

    Attributes:
        shrink: How often its threads were halved; 0 leaves them to the engine.
        alone: Nothing else of its engine may run beside it.
        software: The graphics card is left out.
        memory_mb: Megabytes of memory that it is known to take at least.
    """

    shrink: int = 0
    alone: bool = False
    software: bool = False
    memory_mb: int = 0

    @property
    def words(self) -> str:
        """The changes for a person, as they follow “tries again”; empty when there are none."""
        parts = ["with fewer threads"] if self.shrink else []
        parts += ["without the graphics card"] if self.software else []
        parts += ["with nothing beside it"] if self.alone else []
        return ", ".join(parts)

    def threads(self, cores: int) -> int:
        """Threads that an attempt may use on a machine with this many cores; 0 for any number."""
        return max(1, cores >> self.shrink) if self.shrink else 0


PLAIN: Final = Adaptation()
"""As it was asked for."""


def adapted(failure: Failure, before: Adaptation, remedies: frozenset[Remedy]) -> Adaptation:
    """How the next attempt is made after this failure.

    Args:
        failure: Why the last attempt failed.
        before: How that one was made.
        remedies: What the engine can do differently.
    """
    if failure.cause is Cause.MEMORY:
        smaller = before.shrink + 1 if Remedy.THREADS in remedies else before.shrink
        return replace(before, shrink=smaller, alone=True)
    if failure.cause is Cause.GRAPHICS_MEMORY and not before.alone:
        return replace(before, alone=True)
    if failure.cause in (Cause.GRAPHICS, Cause.GRAPHICS_MEMORY) and Remedy.SOFTWARE in remedies:
        return replace(before, software=True)
    return before
