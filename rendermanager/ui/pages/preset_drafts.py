"""What was changed of presets and is not saved yet: kept for later, over restarts as well."""

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.config.private import write_private

VERSION: Final = 1
SAVE_DELAY_MS: Final = 500
"""What is typed in one go is written once."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields of one preset.

    Attributes:
        label: What people are to call it.
        about: What it is said to be good for.
        values: Settings that were changed, by their names.
    """

    label: str
    about: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """What the file of the drafts holds.

    Attributes:
        version: Of this format; files of another version are passed over.
        drafts: By the names of their presets.
    """

    version: int = VERSION
    drafts: Mapping[str, Draft] = field(default_factory=dict)


class Drafts(QObject):
    """The drafts by the names of their presets; that of a deleted preset can come back with it.

    Signals:
        changed: There is a draft of a preset that had none, or the other way round.
    """

    changed = Signal()

    def __init__(self, path: Path, parent: QObject) -> None:
        """Take up what is in the file at `path`, and keep it there."""
        super().__init__(parent)
        self._path = path
        self._drafts = _read(path)
        self._put_away: dict[str, Draft] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_DELAY_MS)
        self._timer.timeout.connect(self.save)

    @property
    def names(self) -> frozenset[str]:
        """Presets with changes that are not saved."""
        return frozenset(self._drafts)

    def of(self, name: str) -> Draft | None:
        """What was changed of a preset; None when nothing was."""
        return self._drafts.get(name)

    def keep(self, name: str, draft: Draft | None) -> None:
        """This is what is changed of a preset now; None for nothing."""
        before = self._drafts.get(name)
        if draft == before:
            return
        if draft is None:
            self._drafts.pop(name, None)
        else:
            self._drafts[name] = draft
        self._timer.start()
        if (before is None) != (draft is None):
            self.changed.emit()

    def forget_others(self, names: Collection[str]) -> None:
        """Only presets with these names are there; a new one must not get an old one's changes."""
        for name in self.names.difference(names):
            self.keep(name, None)

    def close(self) -> None:
        """Write now what was to be written soon."""
        if self._timer.isActive():
            self._timer.stop()
            self.save()

    @Slot()
    def save(self) -> None:
        """Write the drafts; where that is not possible they stay for this session."""
        content = msgspec.json.encode(_File(drafts=self._drafts))
        try:
            if self._drafts:
                write_private(self._path, msgspec.json.format(content, indent=2), durable=False)
            else:
                self._path.unlink(missing_ok=True)
        except OSError as error:
            _log.info("changes of presets that are not saved could not be kept: %s", error)

    @Slot(str)
    def put_away(self, name: str) -> None:
        """The preset is gone; another one of its name must not get its changes."""
        if name in self._drafts:
            self._put_away[name] = self._drafts[name]
            self.keep(name, None)

    @Slot(str)
    def bring_back(self, name: str) -> None:
        """The preset is back."""
        self.keep(name, self._put_away.pop(name, None))


def _read(path: Path) -> dict[str, Draft]:
    try:
        found = msgspec.json.decode(path.read_bytes(), type=_File)
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        _log.info("changes of presets that were not saved cannot be read: %s", error)
        return {}
    return dict(found.drafts) if found.version == VERSION else {}
