"""Looks after the folders that verified results wait for: they are published once one is better."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from rendermanager.core.circuit import Circuit, Part
from rendermanager.engine.background import Background
from rendermanager.engine.healing import Healing
from rendermanager.store import leftovers
from rendermanager.store.leftovers import Waiting
from rendermanager.store.store import Store

_log = logging.getLogger(__name__)


class Returning(QObject):
    """Ends the pause of tasks that have nothing left to do but to be published."""

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Look after nothing."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._waiting: Sequence[Waiting] = ()
        self._stopped = False
        self._healing = Healing(background, self)
        self._healing.healed.connect(self._on_healed)

    def look(self) -> None:
        """Ask the store anew what waits."""
        self._stopped = False
        self._background.run(
            self._background.reads,
            lambda: self._store.read(leftovers.waiting_results),
            self._on_found,
            lambda error: _log.error("what waits for its folder could not be read: %s", error),
        )

    def stop(self) -> None:
        """Look after nothing more."""
        self._stopped = True
        self._healing.watch(())

    def _on_found(self, waiting: Sequence[Waiting]) -> None:
        self._waiting = () if self._stopped else waiting
        self._healing.watch({Circuit(Part.FOLDER, each.folder) for each in self._waiting})

    @Slot(object)
    def _on_healed(self, folder: Circuit) -> None:
        ready = [each for each in self._waiting if each.folder == folder.name]
        self._background.when_done(
            self._store.write(lambda txn: leftovers.queue_waiting(txn, ready), actor="scheduler"),
            lambda _: self.look(),
            # The pause ends by itself as well.
            lambda error: _log.info("not queued yet: %s", error),
        )
