"""How far renders keep out of the artist's way, from what was seen of keyboard and mouse."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from rendermanager.core.manners import Manners

PATIENCE_S: Final = 1.5
"""Renders step back at once, and are suspended so many seconds later."""


class Distance(IntEnum):
    """How far renders keep away at the moment."""

    NONE = 0
    """They run as usual."""
    BACK = 1
    """They run only where nothing else wants to."""
    AWAY = 2
    """They are suspended, and none is started."""


@dataclass(frozen=True, slots=True)
class Courtesy:
    """What is remembered from one look to the next.

    Attributes:
        distance: How far renders keep away.
        since_s: When the artist was first seen at work again, on a clock that only goes forward;
            None while nobody works.
    """

    distance: Distance = Distance.NONE
    since_s: float | None = None


def is_at_work(idle_s: float | None, quiet_s: float) -> bool:
    """Whether somebody works here; nobody does where that cannot be told.

    Args:
        idle_s: Seconds since the last input; None where nobody can tell.
        quiet_s: So many seconds without input mean that nobody works.
    """
    return idle_s is not None and idle_s < quiet_s


def after_look(
    before: Courtesy, manners: Manners, idle_s: float | None, quiet_s: float, now_s: float
) -> Courtesy:
    """How far to keep away after one more look.

    Args:
        before: What the last look has left.
        manners: What the artist wants.
        idle_s: Seconds since the last input; None where nobody can tell.
        quiet_s: So many seconds without input mean that nobody works.
        now_s: The moment, on a clock that only goes forward.
    """
    if manners is Manners.IGNORE or not is_at_work(idle_s, quiet_s):
        return Courtesy()
    since_s = now_s if before.since_s is None else before.since_s
    away = manners is Manners.PAUSE and now_s - since_s >= PATIENCE_S
    return Courtesy(Distance.AWAY if away else Distance.BACK, since_s)
