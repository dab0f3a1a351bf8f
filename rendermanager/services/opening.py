"""Opens the queue for work or for a look, and mends it first where it is damaged."""

import contextlib
from typing import Final

from rendermanager.config.paths import Paths
from rendermanager.core.errors import NotPossibleNow, StoreDamaged, StoreUnusable
from rendermanager.services.link import Tell
from rendermanager.store import queries
from rendermanager.store.backups import backups_in
from rendermanager.store.database import may_be_looked_at
from rendermanager.store.examining import is_quickly_sound
from rendermanager.store.mending import Mended, mend
from rendermanager.store.store import Store

MOST_CHECKED_BYTES: Final = 64_000_000
"""Checking more than this would hold up the start; what is damaged there shows itself later."""


def open_owned(paths: Paths, *, may_look: bool = False) -> tuple[Store, Mended | None]:
    """The queue for the process that holds its lock, and what had to be done to open it.

    Args:
        paths: Where it is.
        may_look: Open it for reading alone where it may not be changed; `only_look` tells why.

    Raises:
        StoreUnusable: It cannot be opened, or mended.
    """
    mended = _mended(paths) if _looks_damaged(paths) else None
    try:
        return Store(paths.database), mended
    except StoreDamaged:
        if mended is not None:
            raise
        mended = _mended(paths)
        return Store(paths.database), mended
    except StoreUnusable as error:
        if not may_look:
            raise
        return _to_look_at(paths, error), mended


def open_unowned(paths: Paths, tell: Tell) -> Store:
    """The queue for a command while nobody owns it; mended, or for reading alone, if need be.

    Args:
        paths: Where it is.
        tell: Told what is not as it should be.

    Raises:
        StoreUnusable: It cannot be opened, or mended.
    """
    try:
        if _is_empty_by_damage(paths):
            mend_now(paths, tell)
        return Store(paths.database)
    except StoreDamaged:
        mend_now(paths, tell)
        return Store(paths.database)
    except StoreUnusable as error:
        store = _to_look_at(paths, error)
        tell(str(error))
        return store


def _to_look_at(paths: Paths, error: StoreUnusable) -> Store:
    """The queue for reading alone.

    Raises:
        StoreUnusable: That is not possible either.
    """
    if not may_be_looked_at(error) or not paths.database.is_file():
        raise error
    store = Store(paths.database, only_look=error)
    store.read(queries.counts)
    return store


def mend_now(paths: Paths, tell: Tell) -> None:
    """Own the queue for a moment and mend it.

    Raises:
        QueueBusy: Somebody else owns it.
        StoreUnusable: It cannot be mended.
    """
    # Imported only here: it takes Qt, which most commands do without.
    from rendermanager.services.owning import own  # noqa: PLC0415

    with own(paths):
        mended = _mended(paths)
    if mended is not None:
        tell(mended.sentence)


def _looks_damaged(paths: Paths) -> bool:
    if paths.damage_mark.exists() or _is_empty_by_damage(paths):
        return True
    try:
        size = paths.database.stat().st_size
    except OSError:
        return False
    return 0 < size <= MOST_CHECKED_BYTES and not is_quickly_sound(paths.database)


def _is_empty_by_damage(paths: Paths) -> bool:
    """Whether nothing is left of a queue that there was; one that is missing was moved away."""
    try:
        if paths.database.stat().st_size:
            return False
        log = paths.database.with_name(paths.database.name + "-wal")
        return bool(backups_in(paths.backups)) or (log.exists() and log.stat().st_size > 0)
    except OSError:
        return False


def _mended(paths: Paths) -> Mended | None:
    try:
        mended = mend(paths.database, paths.backups, is_known=paths.damage_mark.exists())
    except OSError as error:
        raise NotPossibleNow(
            f"The queue “{paths.database}” is damaged, and nothing can be put in its place: "
            f"{error.strerror or error}.",
            "Make room on the disk or check the folder's permissions, then start again.",
        ) from error
    with contextlib.suppress(OSError):
        paths.damage_mark.unlink(missing_ok=True)
    return mended
