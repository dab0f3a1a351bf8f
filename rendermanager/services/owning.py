"""Owns a queue for a moment, to do something that nobody may disturb."""

from collections.abc import Iterator
from contextlib import contextmanager

from rendermanager.config.paths import Paths
from rendermanager.services.owner import Ownership


@contextmanager
def own(paths: Paths) -> Iterator[None]:
    """Hold the lock of the queue.

    Raises:
        QueueBusy: Another process holds it.
    """
    ownership = Ownership(paths)
    try:
        yield
    finally:
        ownership.give_up()
