"""What SQLite refuses, in plain words and sorted by what can be done about it."""

from typing import Final

import apsw

from rendermanager.core.errors import StoreBlocked, StoreDamaged, StoreUnusable

_DAMAGED: Final = (apsw.CorruptError, apsw.NotADBError)
_SHUT: Final = (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError, apsw.AuthError)
_HELD: Final = (apsw.BusyError, apsw.LockedError)


def refusal(error: apsw.Error, what: str) -> StoreUnusable:
    """The error to raise in place of SQLite's own.

    Args:
        error: What SQLite said.
        what: The beginning of the sentence, such as “The queue cannot be read”.
    """
    if isinstance(error, _DAMAGED):
        return StoreDamaged(
            f"{what}: {error}.",
            "The file is damaged: the next start puts it aside and restores the newest backup.",
        )
    if isinstance(error, apsw.FullError):
        return StoreBlocked("The disk with the queue is full.", _ROOM)
    if isinstance(error, _HELD):
        return StoreBlocked(
            f"{what}: {error}.", "Another program holds it: close that one and try again."
        )
    if isinstance(error, _SHUT):
        return StoreBlocked(
            f"{what}: {error}.", "Check the permissions of the data folder and of its files."
        )
    if isinstance(error, apsw.IOError):
        return StoreBlocked(f"{what}: {error}.", "Check that its disk is there and has room.")
    return StoreUnusable(f"{what}: {error}.", _ELSEWHERE)


_ROOM: Final = "Make room; nothing new starts until then."
_ELSEWHERE: Final = "Check the folder's permissions and the disk, or choose another --data-dir."
