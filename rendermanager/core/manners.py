"""What renders do while somebody works at the computer."""

from enum import StrEnum


class Manners(StrEnum):
    """What renders do while the artist works."""

    IGNORE = "ignore"
    """They go on as they are."""
    STEP_BACK = "step_back"
    """They run only where nothing else wants to."""
    PAUSE = "pause"
    """They are suspended."""
