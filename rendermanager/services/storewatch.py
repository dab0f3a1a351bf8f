"""Tells the dispatcher and whoever looks what is wrong with the store, and when it is over."""

import contextlib
import logging

from PySide6.QtCore import QObject, Signal

from rendermanager.config.private import write_private
from rendermanager.core.errors import StoreDamaged, StoreUnusable
from rendermanager.services.session import Session

_log = logging.getLogger(__name__)


class StoreWatch(QObject):
    """Brings the store's trouble home to the main thread.

    What renders goes on: its moves are kept by the store until they can be stored.

    Signals:
        damaged: The content makes no sense; nothing will be stored before the next start.
    """

    damaged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Watch the store of this session."""
        super().__init__(parent)
        self._session = session
        session.store.watch(self._on_changed)
        if session.store.trouble is not None:
            self._tell(session.store.trouble)

    def _on_changed(self, trouble: StoreUnusable | None) -> None:
        """On any thread."""
        self._session.background.post(self._tell, trouble)

    def _tell(self, trouble: StoreUnusable | None) -> None:
        if trouble is None:
            _log.info("the queue can be written again")
        else:
            _log.warning("%s", trouble)
        if isinstance(trouble, StoreDamaged):
            self._mark(trouble)
        self._session.dispatcher.set_store_trouble(str(trouble) if trouble else "")
        if isinstance(trouble, StoreDamaged):
            self.damaged.emit()

    def _mark(self, trouble: StoreDamaged) -> None:
        """Let the next start look through every row: a quick look may not show this damage."""
        with contextlib.suppress(OSError):
            write_private(self._session.paths.damage_mark, f"{trouble}\n".encode())
