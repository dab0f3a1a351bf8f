"""Copies the queue while work goes on, so that damage costs five minutes at most."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from rendermanager.core.events import Event
from rendermanager.engine.background import Background
from rendermanager.engine.bus import Bus
from rendermanager.store.backups import backups_in, make_backup
from rendermanager.store.store import Store

BACKUP_DELAY_MS: Final = 4 * 60 * 1000
"""From a change to the copy that has it; the copy itself takes a moment, too."""
FIRST_DELAY_MS: Final = 20 * 1000
"""After the start of an app that finds changes without a copy: not while the window opens."""

_log = logging.getLogger(__name__)


class Safekeeping(QObject):
    """Makes a copy some minutes after a change; its timer runs only while one is due."""

    def __init__(
        self,
        store: Store,
        background: Background,
        bus: Bus,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        """Wait for changes.

        Args:
            store: What is copied.
            background: Copies on its pool for files.
            bus: Tells of changes.
            folder: Where the copies go.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._store = store
        self._background = background
        self._folder = folder
        self._busy = False
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        bus.committed.connect(self._on_committed)

    @property
    def is_due(self) -> bool:
        """Whether a copy is going to be made."""
        return self._timer.isActive() or self._busy

    def begin(self) -> None:
        """Copy soon what changed since the newest copy was made."""
        background = self._background
        background.run(background.io, self._is_behind, self._on_looked, self._on_failed)

    def close(self) -> None:
        """Make no more copies."""
        self._timer.stop()
        self._folder = Path()

    def _is_behind(self) -> bool:
        newest = next(iter(backups_in(self._folder)), None)
        changed = max(
            each.stat().st_mtime
            for each in (self._store.path, Path(f"{self._store.path}-wal"))
            if each.exists()
        )
        return newest is None or newest.at.timestamp() < int(changed)

    def _on_looked(self, behind: bool) -> None:
        if behind and self._folder.name:
            self._start(FIRST_DELAY_MS)

    def _start(self, delay_ms: int) -> None:
        if not self._timer.isActive():
            self._timer.start(delay_ms)

    @Slot(object)
    def _on_committed(self, _events: Sequence[Event]) -> None:
        if self._busy:
            self._again = True
        else:
            self._start(BACKUP_DELAY_MS)

    @Slot()
    def _on_timeout(self) -> None:
        self._busy, self._again = True, False
        folder = self._folder
        self._background.run(
            self._background.io,
            lambda: make_backup(self._store, folder),
            self._on_made,
            self._on_failed,
        )

    def _on_made(self, path: Path) -> None:
        _log.info("the queue is saved in %s", path)
        self._done()

    def _on_failed(self, error: Exception) -> None:
        # Said once each time, in the log alone: nothing is lost by it yet.
        _log.info("no backup of the queue: %s", error)
        self._again = True
        self._done()

    def _done(self) -> None:
        self._busy = False
        if self._again and self._folder.name:
            self._start(BACKUP_DELAY_MS)
