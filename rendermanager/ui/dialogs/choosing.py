"""The file dialogs by which files and folders are added; they never block the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rendermanager.media.kinds import MEDIA_EXTENSIONS
from rendermanager.renderers.extras import (
    endings_of,
)
from rendermanager.renderers.registry import Registry
from rendermanager.ui.language.said import said


class Choosing(QObject):
    """Remembers the folder that was looked into last.

    Signals:
        chosen: `list[str]`: files, or one folder.
    """

    chosen = Signal(object)

    def __init__(self, window: QWidget, registry: Registry) -> None:
        """Belong to this window, and offer what these engines read."""
        super().__init__(window)
        self._window = window
        self._registry = registry
        self._folder = str(Path.home())

    def files(self) -> None:
        """Have files chosen."""
        dialog = self._dialog(self.tr("Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        dialog.setNameFilters(self._filters())
        dialog.open()

    def folder(self) -> None:
        """Have a folder chosen."""
        dialog = self._dialog(self.tr("Add a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def _filters(self) -> list[str]:
        """Everything first, then by what it is, then whatever else there may be."""
        endings = {
            said(each.label): endings_of(each) for each in self._registry if each.reads_source
        }
        everything = {ending for each in endings.values() for ending in each}
        groups = {
            self.tr("Everything that can be rendered"): everything,
            self.tr("Video, sound and pictures"): MEDIA_EXTENSIONS,
            **{name: set(each) for name, each in endings.items() if set(each) - MEDIA_EXTENSIONS},
        }
        found = [
            f"{name} ({' '.join(f'*{ending}' for ending in sorted(each))})"
            for name, each in groups.items()
            if each
        ]
        return [*found, self.tr("All files (*)")]

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.filesSelected.connect(self._on_selected)
        return dialog

    def _on_selected(self, paths: list[str]) -> None:
        if paths:
            self._folder = str(Path(paths[0]).parent)
            self.chosen.emit(list(paths))
