"""The way to a queue that nobody owns: through the store itself."""

from typing import Any

from rendermanager.config.paths import Paths
from rendermanager.services.desk import Desk
from rendermanager.store.store import Store


class LocalLink:
    """Performs requests on the store itself; for when nobody owns the queue."""

    def __init__(self, paths: Paths) -> None:
        """Open the store.

        Raises:
            StoreUnusable: It cannot be opened.
        """
        paths.make()
        self._store = Store(paths.database)
        self._desk = Desk(paths, self._store, "cli")

    def perform(self, verb: str, **values: Any) -> Any:
        """See `Link`."""
        return self._desk.perform(verb, values)

    def close(self) -> None:
        """Close the store."""
        self._store.close()
