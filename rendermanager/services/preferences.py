"""Keeps the settings while the app runs, tells who listens, and writes them down."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from rendermanager.config.settings import Settings, load_settings, save_settings
from rendermanager.core.errors import BadInput
from rendermanager.core.retry import RetryPolicy

_log = logging.getLogger(__name__)


class Preferences(QObject):
    """The settings of this person, one value at a time.

    Signals:
        changed: The new `Settings`.
    """

    changed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Read the settings in `path`."""
        super().__init__(parent)
        self._path = path
        self.value = load_settings(path)

    def retry_policy(self, engine: str) -> RetryPolicy:
        """How often and how patiently jobs of this engine are tried, as set at the moment."""
        return self.value.policy(engine)

    def memory_ceiling(self) -> float:
        """Share of the memory up to which renders are started, as set at the moment."""
        return self.value.memory_percent / 100

    def disk_floor(self) -> int:
        """Bytes that are to stay free on each volume, as set at the moment."""
        return self.value.disk_floor_bytes

    def set_hours(self, hours: tuple[str, ...]) -> None:
        """Set the windows of the week; see `change`."""
        self.change(hours=hours)

    def change(self, **changes: Any) -> None:
        """Set some values, by the names of `Settings`.

        Raises:
            BadInput: A value is out of range; nothing is changed then.
        """
        wanted: Settings = replace(self.value, **changes)
        if wanted == self.value:
            return
        problems = wanted.check()
        if problems:
            raise BadInput(problems)
        self.value = wanted
        try:
            save_settings(self._path, wanted)
        except OSError as error:
            _log.warning("settings could not be saved: %s", error)
        self.changed.emit(wanted)
