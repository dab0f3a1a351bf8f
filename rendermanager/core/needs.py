"""What a task takes of the machine while it runs, and how well that is known."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Basis(IntEnum):
    """What an amount is based on; a later one counts more."""

    UNKNOWN = 0
    """Nobody has said."""
    DECLARED = 1
    """What renders of this engine usually take."""
    PREDICTED = 2
    """Worked out from the source and the settings."""
    LEARNED = 3
    """What others of its kind have taken, or it did itself before."""
    ASKED = 4
    """A person has said it of this very job."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What one task takes at its peak.

    Attributes:
        memory_bytes: Main memory of all its processes; 0 when nobody can say.
        basis: How well that is known.
    """

    memory_bytes: int = 0
    basis: Basis = Basis.UNKNOWN


NO_NEEDS: Final = Needs()
