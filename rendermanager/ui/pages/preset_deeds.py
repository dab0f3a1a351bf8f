"""What is done with presets: on the disk off the main thread, told in a sentence, undone by one."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from rendermanager.renderers.api import Preset
from rendermanager.services.presets import PresetShelf, Removed, TakenIn
from rendermanager.services.session import Session
from rendermanager.ui.language.said import said
from rendermanager.ui.queue import Undo


class PresetDeeds(QObject):
    """One method for each deed.

    Signals:
        said: A sentence about what was done, and an `Undo` or None.
        failed: The error by which something could not be done.
        listed: There are others now; the name of the one to show, empty for the one that is shown.
        copied: The name of a copy that was made to be changed.
        saved: The `Preset` as it was handed in, by its own name, which is kept now.
        deleted: The name of a preset that is gone, before the list is read anew.
        restored: The name of one that is back, before the list is read anew.
    """

    said = Signal(str, object)
    failed = Signal(object)
    listed = Signal(str)
    copied = Signal(str)
    saved = Signal(object)
    deleted = Signal(str)
    restored = Signal(str)

    def __init__(self, session: Session, page: QWidget) -> None:
        """Act for this page."""
        super().__init__(page)
        self._session = session
        self._page = page
        self._shelf = PresetShelf(session.paths.presets, session.registry)

    def look(self) -> None:
        """Read what may have changed on the disk."""
        self._do(self._session.registry.refresh, lambda _done: self.listed.emit(""))

    def save(self, preset: Preset) -> None:
        """Keep what was changed."""
        work = partial(self._shelf.save, preset, replaces=True)
        self._do(work, partial(self._on_saved, preset))

    def copy(self, preset: Preset) -> None:
        """Make another one of it, which is the person's own."""
        label = self.tr("{name} copy").format(name=said(preset.label))
        copy = replace(preset, name="", label=label, aliases=(), file="")
        self._do(partial(self._shelf.save, copy), self._on_copied)

    def delete(self, preset: Preset) -> None:
        """Take a preset of the person's own away."""
        self._do(partial(self._shelf.delete, preset.name), self._on_deleted)

    def star(self, name: str, *, checked: bool) -> None:
        """Make it a favourite, or one no more."""
        preferences = self._session.preferences
        others = [each for each in preferences.value.favourite_presets if each != name]
        preferences.change(favourite_presets=tuple([*others, name] if checked else others))

    # ------------------------------------------------------------------ files

    @Slot()
    def choose_import(self) -> None:
        """Have a file chosen whose presets are installed."""
        dialog = QFileDialog(self._page, self.tr("Import presets"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Preset files (*.json *.toml)"))
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(self.take_in)
        dialog.open()

    def choose_export(self, preset: Preset) -> None:
        """Have a file chosen into which a preset is written."""
        dialog = QFileDialog(self._page, self.tr("Export the preset"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Preset files (*.json)"))
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{preset.name}.json")
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(partial(self.hand_on, preset.name))
        dialog.open()

    @Slot(str)
    def take_in(self, file: str) -> None:
        """Install the presets of a file."""
        self._do(partial(self._shelf.take_in, Path(file)), self._on_taken_in)

    def hand_on(self, name: str, file: str) -> None:
        """Write one preset into a file for others."""
        done = self.tr("Exported to “{name}”").format(name=Path(file).name)
        work = partial(self._shelf.hand_on, Path(file), [name])
        self._do(work, lambda _presets: self.said.emit(done, None))

    # ------------------------------------------------------------------ what happens

    def _do(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        background = self._session.background
        background.run(background.io, work, then, self.failed.emit)

    def _on_saved(self, sent: Preset, kept: Preset) -> None:
        self.saved.emit(sent)
        self.listed.emit("")
        self.said.emit(self.tr("Saved “{name}”").format(name=kept.label), None)

    def _on_copied(self, preset: Preset) -> None:
        self.copied.emit(preset.name)
        self.said.emit(self.tr("“{name}” is yours to change").format(name=preset.label), None)

    def _on_deleted(self, removed: Removed) -> None:
        self.deleted.emit(removed.preset.name)
        self.listed.emit("")
        undo = partial(self._do, partial(self._shelf.put_back, removed), self._on_put_back)
        text = self.tr("Deleted “{name}”").format(name=removed.preset.label)
        self.said.emit(text, Undo(undo, parent=self))

    def _on_put_back(self, preset: Preset) -> None:
        self.restored.emit(preset.name)
        self.listed.emit(preset.name)

    def _on_taken_in(self, taken: TakenIn) -> None:
        self.listed.emit(taken.names[0] if taken.names else "")
        if not taken.labels:
            self.said.emit(self.tr("These presets were there already"), None)
            return
        if len(taken.labels) == 1:
            text = self.tr("Installed “{name}”").format(name=taken.labels[0])
        else:
            text = self.tr("Installed %n presets", "", len(taken.labels))
        take_out = partial(self._shelf.take_out, taken)
        undo = partial(self._do, take_out, lambda _done: self.listed.emit(""))
        self.said.emit(text, Undo(undo, parent=self))
