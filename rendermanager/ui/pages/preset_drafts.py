"""What was changed of presets and is not saved yet: kept while another one is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot


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


class Drafts(QObject):
    """The drafts by the names of their presets; that of a deleted preset can come back with it.

    Signals:
        changed: There is a draft of a preset that had none, or the other way round.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Hold none."""
        super().__init__(parent)
        self._drafts: dict[str, Draft] = {}
        self._put_away: dict[str, Draft] = {}

    @property
    def names(self) -> frozenset[str]:
        """Presets with changes that are not saved."""
        return frozenset(self._drafts)

    def of(self, name: str) -> Draft | None:
        """What was changed of a preset; None when nothing was."""
        return self._drafts.get(name)

    def keep(self, name: str, draft: Draft | None) -> None:
        """This is what is changed of a preset now; None for nothing."""
        before = name in self._drafts
        if draft is None:
            self._drafts.pop(name, None)
        else:
            self._drafts[name] = draft
        if before != (name in self._drafts):
            self.changed.emit()

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
