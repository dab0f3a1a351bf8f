"""The exceptions of Render Manager, sorted by whose fault they are.

```
RenderManagerError
├── UserError            the person can mend it; the message is shown as it stands (exit code 2)
│   └── BadInput         one or more problems of what was handed in, all listed at once
├── NotPossibleNow       the surroundings do not allow it at the moment (exit code 3)
│   ├── QueueBusy        another process owns the queue and does not answer
│   ├── DestinationUnusable  the folder of an output cannot be written to
│   │   └── ResultWaits  the result is verified, and kept until it can
│   └── StoreUnusable    the database cannot be opened, read or written
│       ├── StoreBlocked its surroundings are in the way: disk full, read-only, locked by another
│       ├── StoreDamaged its content makes no sense any more
│       └── StoreNewer   a newer version wrote it; it can be looked at
└── StaleMove            a row changed under us: somebody acted first; the caller drops its move
```
Whatever else is raised is ours: a bug, logged with its traceback.
"""

from collections.abc import Sequence
from pathlib import PurePath

from rendermanager.core.problem import Problem


class RenderManagerError(Exception):
    """Base of all errors with a sentence fit for the artist's eyes.

    Attributes:
        message: What happened, in one sentence.
        hint: What to do about it; empty when the message says it all.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the sentence and the advice apart, so that each view can lay them out."""
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """The sentence followed by the advice."""
        return f"{self.message} {self.hint}".strip()


class UserError(RenderManagerError):
    """Something that was asked for cannot be done as asked."""

    exit_code = 2


class BadInput(UserError):
    """What was handed in has problems; every one of them is listed.

    Attributes:
        problems: At least one problem, in the order they were found.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Take the first problem's sentence as the message."""
        if not problems:
            raise ValueError("BadInput needs at least one problem")
        super().__init__(problems[0].message, problems[0].hint)
        self.problems = tuple(problems)


class NotPossibleNow(RenderManagerError):
    """The surroundings do not allow it at the moment; trying later may work."""

    exit_code = 3


class QueueBusy(NotPossibleNow):
    """Another process owns the queue and does not answer."""


class DestinationUnusable(NotPossibleNow):
    """The folder of an output is gone, full or read-only.

    Attributes:
        number: The system's number for the trouble; see `errno`.
    """

    def __init__(self, folder: PurePath, error: OSError) -> None:
        """Name the folder and what the system says."""
        super().__init__(
            f"The folder “{folder}” cannot be written to: {error.strerror or error}.",
            "Bring the drive back or make room on it, or choose another folder.",
        )
        self.number = error.errno or 0


class ResultWaits(DestinationUnusable):
    """A verified result cannot be given its name yet: it is kept, and not rendered again."""

    def __init__(self, final: PurePath, kept_in: PurePath, error: OSError) -> None:
        """Name the result, where it lies, and what the system says."""
        super().__init__(final.parent, error)
        self.message = (
            f"“{final.name}” is rendered and verified; it is kept in “{kept_in}” until "
            f"“{final.parent}” can be written to: {error.strerror or error}."
        )
        self.hint = (
            "Bring the drive back or make room on it: the result is then put in place by itself, "
            "without being rendered again."
        )


class StoreUnusable(NotPossibleNow):
    """The database cannot be opened, read or written."""


class StoreBlocked(StoreUnusable):
    """It is sound but cannot be changed: the disk is full or read-only, or another holds it."""


class StoreDamaged(StoreUnusable):
    """The content makes no sense any more."""


class StoreNewer(StoreUnusable):
    """A newer version wrote it: it can be looked at, and must not be changed."""


class StaleMove(RenderManagerError):
    """A compare-and-set found another state or fence than expected: somebody acted first."""
