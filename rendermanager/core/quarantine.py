"""When a task that brings its supervisor or the app down is not run by itself any more."""

from typing import Final

from rendermanager.core.failure import Failure, FailureKind, Retry

LOSSES_ALLOWED: Final = 1
"""Losses in a row after which a task is still run again by itself."""


def quarantine(losses: int, reason: str) -> Failure | None:
    """The failure that keeps a task from running again by itself, or None while it may.

    Args:
        losses: Attempts in a row, the last one included, whose supervisor or app died.
        reason: What happened to the last one.
    """
    if losses <= LOSSES_ALLOWED:
        return None
    return Failure(
        FailureKind.SYSTEM_ERROR,
        "Rendering it was cut off twice in a row by the death of Render Manager or of the "
        "process that watches the render, so it is not started by itself any more.",
        "Run it again by hand if something else was the cause, such as a power cut; "
        "it then gets two more tries.",
        Retry.AFTER_FIX,
        reason,
    )
