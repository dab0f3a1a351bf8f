"""What becomes of renders that grow beyond what was expected: held back, ended, or let go on.

Which render starts is decided by what it is expected to take. Some take more, and of some nothing
is known. So the memory is looked at while they run: near the ceiling the youngest stands still,
above it the youngest is ended and waits until there is more room. The oldest is never touched, so
that there is always one that comes to its end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from rendermanager.scheduling.memory import Memory

NEAR: Final = 0.95
"""From this share of the ceiling on the youngest stands still: others may yet need the rest."""
EASY: Final = 0.85
"""Below this share of it one that stands still goes on."""
WORTH: Final = 0.01
"""Ending one that holds less than this share of the memory helps nobody."""
WATCHFUL: Final = 0.7
"""From this share of the ceiling on it is looked often."""
AGAIN: Final = 2
"""One that was ended was growing: it is expected to take so many times what it held."""


class Deed(Enum):
    """What is done about one render."""

    HOLD = auto()
    """It stands still."""
    RELEASE = auto()
    """It goes on."""
    STOP = auto()
    """It is ended, and starts again once there is room for more than it held."""
    REFUSE = auto()
    """It has taken more than it may: it fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """One render, as far as its memory goes.

    Attributes:
        task: Its task.
        held: Bytes that its processes hold.
        limit: Bytes that they may hold; 0 for any number.
        still: It was held back for want of memory.
        asleep: It is suspended for another reason, and grows no further.
        ending: It is being ended already.
    """

    task: int
    held: int
    limit: int = 0
    still: bool = False
    asleep: bool = False
    ending: bool = False


def decide(memory: Memory, renders: Sequence[Grown]) -> tuple[Deed, Grown] | None:
    """What to do next, or nothing; one deed at a time, since each changes what is true.

    Args:
        memory: The machine now.
        renders: All that hold a slot, the oldest first.
    """
    for each in renders:
        if 0 < each.limit < each.held and not each.ending:
            return Deed.REFUSE, each
    if any(each.ending for each in renders):
        return None  # what it gives back decides
    awake = [each for each in renders if not each.asleep]
    still = [each for each in awake if each.still]
    if memory.used < EASY * memory.ceiling or len(still) == len(awake):
        # The oldest goes on in any case: the others wait for its end.
        return (Deed.RELEASE, still[0]) if still else None
    youngest = list(reversed([each for each in awake if each is not _first(awake)]))
    if memory.used > memory.ceiling:
        worth = (each for each in youngest if each.held >= WORTH * memory.total)
        victim = next(worth, None)
        return (Deed.STOP, victim) if victim else None
    if memory.used > NEAR * memory.ceiling:
        restless = next((each for each in youngest if not each.still), None)
        return (Deed.HOLD, restless) if restless else None
    return None


def is_tense(memory: Memory) -> bool:
    """Whether so much is taken that the next look should come soon."""
    return memory.used > WATCHFUL * memory.ceiling


def _first(awake: Sequence[Grown]) -> Grown:
    """The one that is to come to its end: the oldest that does not stand still."""
    return next(each for each in awake if not each.still)
