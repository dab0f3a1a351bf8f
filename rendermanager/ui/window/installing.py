"""Installs preset files that were dropped, and hands everything else on to be added."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rendermanager.core.errors import RenderManagerError
from rendermanager.core.problem import Problem
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.add.planning import problem_of
from rendermanager.ui.language.said import said_error
from rendermanager.ui.queue import Undo

if TYPE_CHECKING:
    from rendermanager.services.presets import TakenIn


@dataclass(frozen=True, slots=True)
class Sorted:
    """What was dropped, and what came of the preset files in it.

    Attributes:
        others: What is no preset file, in its order.
        taken: What was installed.
        problems: What could not be.
    """

    others: tuple[str, ...]
    taken: "tuple[TakenIn, ...]"
    problems: tuple[Problem, ...]


class Installing(QObject):
    """Looks off the main thread, installs, then tells.

    Signals:
        told: A sentence, and an `Undo` or None.
        troubled: A sentence, and all the `Problem`s behind it.
        others: `list[str]` of what is no preset file, and whether nothing is to be asked.
    """

    told = Signal(str, object)
    troubled = Signal(str, object)
    others = Signal(object, bool)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Install nothing yet."""
        super().__init__(parent)
        self._session = session

    def take(self, inputs: Sequence[str], *, at_once: bool) -> None:
        """Install what is a preset file; the rest is told by `others`."""
        if not any(Path(each).suffix.lower() in (".json", ".toml") for each in inputs):
            self.others.emit(list(inputs), at_once)
            return
        background = self._session.background
        background.run(
            background.io,
            partial(_sorted, self._session, tuple(inputs)),
            partial(self._on_sorted, at_once),
            lambda error: self.troubled.emit(said_error(error), ()),
        )

    def _on_sorted(self, at_once: bool, found: Sorted) -> None:
        if found.others:
            self.others.emit(list(found.others), at_once)
        if found.problems:
            self.troubled.emit(self.tr("A preset was not installed."), found.problems)
        labels = [label for each in found.taken for label in each.labels]
        if len(labels) == 1:
            text = self.tr("Installed the preset “{name}”").format(name=labels[0])
        else:
            text = self.tr("Installed %n presets", "", len(labels))
        if labels:
            self.told.emit(text, Undo(partial(self._take_out, found.taken), parent=self))
        elif found.taken:
            self.told.emit(self.tr("These presets were there already"), None)

    def _take_out(self, taken: "Sequence[TakenIn]") -> None:
        background = self._session.background
        background.run(
            background.io,
            partial(_taken_out, self._session, taken),
            lambda _done: self.told.emit(self.tr("Not installed after all"), None),
            lambda error: self.troubled.emit(said_error(error), ()),
        )


def _sorted(session: Session, inputs: Sequence[str]) -> Sorted:
    # Imported when it is needed: most people never drop a preset file.
    from rendermanager.services.presets import PresetShelf, may_hold_presets

    shelf = PresetShelf(session.paths.presets, session.registry)
    others: list[str] = []
    taken: list[TakenIn] = []
    problems: list[Problem] = []
    for each in inputs:
        path = Path(each)
        if not may_hold_presets(path):
            others.append(each)
            continue
        try:
            taken.append(shelf.take_in(path))
        except RenderManagerError as error:
            problems += getattr(error, "problems", ()) or (problem_of(error),)
    return Sorted(tuple(others), tuple(taken), tuple(problems))


def _taken_out(session: Session, taken: "Sequence[TakenIn]") -> None:
    from rendermanager.services.presets import PresetShelf

    shelf = PresetShelf(session.paths.presets, session.registry)
    for each in taken:
        shelf.take_out(each)
