"""What is done between closing the queue and opening it again in a new window."""

import logging
from dataclasses import dataclass
from pathlib import Path

from rendermanager.config.paths import Paths
from rendermanager.core.errors import RenderManagerError
from rendermanager.services.owning import own
from rendermanager.store.restoring import restore_database

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reopening:
    """The queue is to be opened again; where it is damaged, that mends it.

    Attributes:
        backup: What takes its place before that; None for nothing.
    """

    backup: Path | None

    def carry_out(self, paths: Paths) -> str:
        """Put the backup in place, while nobody has the queue open; what came of it."""
        if self.backup is None:
            return ""
        try:
            with own(paths):
                kept = restore_database(self.backup, paths.database)
        except (RenderManagerError, OSError) as error:
            _log.error("“%s” was not restored: %s", self.backup, error)
            return f"The backup was not restored: {error}"
        said = "The queue is as it was when the backup was made."
        return f"{said} The one before is kept as “{kept}”." if kept else said
