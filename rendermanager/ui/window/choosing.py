"""The file dialogs by which files and folders are added; they never block the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rendermanager.media.kinds import AUDIO_EXTENSIONS, IMAGE_EXTENSIONS, VIDEO_EXTENSIONS


class Choosing(QObject):
    """Remembers the folder that was looked into last.

    Signals:
        chosen: `list[str]`: files, or one folder.
    """

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Belong to this window."""
        super().__init__(window)
        self._window = window
        self._folder = str(Path.home())

    def files(self) -> None:
        """Have files chosen."""
        dialog = self._dialog(self.tr("Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        media = sorted(VIDEO_EXTENSIONS | AUDIO_EXTENSIONS | IMAGE_EXTENSIONS)
        patterns = " ".join(f"*{extension}" for extension in media)
        dialog.setNameFilters(
            [
                self.tr("Video, sound and pictures ({patterns})").format(patterns=patterns),
                self.tr("All files (*)"),
            ]
        )
        dialog.open()

    def folder(self) -> None:
        """Have a folder chosen."""
        dialog = self._dialog(self.tr("Add a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

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
