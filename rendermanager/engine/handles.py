"""Whether trouble of our own comes from having no file handles left: that passes by itself."""

import errno
import os
from typing import Final

from rendermanager.core.failure import Cause, Failure, FailureKind, Retry

_SHORT: Final = frozenset({errno.EMFILE, errno.ENFILE})
_WORDS: Final = tuple(os.strerror(number) for number in _SHORT)
_NEEDED: Final = 4
"""A helper process and the file that it reads take as many."""

SHORT_OF_HANDLES: Final = Failure(
    FailureKind.RESOURCE_EXHAUSTION,
    "Render Manager had no file handles left: too many files were open at once.",
    "The job goes on by itself when there are some. If that happens again, render fewer jobs at "
    "once, or let programs open more files.",
    Retry.BACKOFF,
    cause=Cause.HANDLES,
)


def caused_by_shortage(error: BaseException | None) -> bool:
    """Whether an exception, or what led to it, is the system's word that no handle is left."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in _SHORT:
            return True
        error = error.__cause__ or error.__context__
    return False


def tells_of_shortage(text: str) -> bool:
    """Whether a sentence holds the system's words for it."""
    return any(words in text for words in _WORDS)


def are_used_up() -> bool:
    """Whether no more files can be opened right now."""
    opened: list[int] = []
    try:
        for _ in range(_NEEDED):
            opened.append(os.open(os.devnull, os.O_RDONLY))  # noqa: PERF401 - each has to be closed
    except OSError as error:
        return error.errno in _SHORT
    finally:
        for each in opened:
            os.close(each)
    return False


def is_short(error: BaseException) -> bool:
    """Whether a stage of ours failed for want of handles, be it that nobody has said so."""
    return caused_by_shortage(error) or tells_of_shortage(str(error)) or are_used_up()
