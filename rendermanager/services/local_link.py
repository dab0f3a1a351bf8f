"""The way to a queue that nobody owns: through the store itself."""

from typing import Any

from rendermanager.config.paths import Paths
from rendermanager.core.errors import NotPossibleNow, StoreDamaged
from rendermanager.services.desk import Desk
from rendermanager.services.link import Tell, silently
from rendermanager.services.opening import mend_now, open_unowned


class LocalLink:
    """Performs requests on the store itself; for when nobody owns the queue."""

    def __init__(self, paths: Paths, tell: Tell = silently) -> None:
        """Open the store.

        Args:
            paths: Where the queue is.
            tell: Told what is not as it should be with the queue.

        Raises:
            StoreUnusable: It cannot be opened.
        """
        try:
            paths.make()
        except NotPossibleNow:
            if not paths.database.is_file():  # one on a read-only disk can still be looked at
                raise
        self._paths = paths
        self._tell = tell
        self._open()

    def perform(self, verb: str, **values: Any) -> Any:
        """See `Link`."""
        try:
            return self._desk.perform(verb, values)
        except StoreDamaged:
            # Whatever was asked for was not done: the transaction was undone.
            self._store.close()
            mend_now(self._paths, self._tell)
            self._open()
        return self._desk.perform(verb, values)

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def _open(self) -> None:
        self._store = open_unowned(self._paths, self._tell)
        self._desk = Desk(self._paths, self._store, "cli")
