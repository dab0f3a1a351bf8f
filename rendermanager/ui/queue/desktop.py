"""Hands files and folders to the desktop, after a look whether they are still there."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from rendermanager.engine.background import Background
from rendermanager.media.sequences import is_pattern, sequence_at
from rendermanager.ui.language.said import said_error


@dataclass(frozen=True, slots=True)
class Found:
    """What stands where something should be.

    Attributes:
        path: What was asked for.
        file: The file, or the first one of a sequence; None when it is gone.
        folder: The nearest folder that exists.
    """

    path: Path
    file: Path | None
    folder: Path


class Desktop(QObject):
    """Opens what can be opened, without the main thread waiting for a disk.

    Signals:
        failed: A sentence: something is gone, or no program opens it.
    """

    failed = Signal(str)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        """Look for files on the pool of `background`."""
        super().__init__(parent)
        self._background = background

    def open_files(self, paths: Sequence[str]) -> None:
        """Open files in their programs."""
        self._look(paths, self._open)

    def show_in_folder(self, paths: Sequence[str]) -> None:
        """Open the folders of files, with the file marked where the desktop can do that."""
        self._look(paths, self._reveal)

    def _look(self, paths: Sequence[str], then: Callable[[Sequence[Found]], None]) -> None:
        self._background.run(
            self._background.io,
            partial(_look_at, tuple(paths)),
            then,
            lambda error: self.failed.emit(said_error(error)),
        )

    def _open(self, found: Sequence[Found]) -> None:
        for each in found:
            if each.file is None:
                self._say_gone(each)
            elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(each.file))):
                text = self.tr("No program on this machine opens “{name}”.")
                self.failed.emit(text.format(name=each.path.name))

    def _reveal(self, found: Sequence[Found]) -> None:
        folders = set()
        for each in found:
            if each.folder in folders:
                continue
            folders.add(each.folder)
            if each.file is not None and _mark(each.file):
                continue
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(each.folder))):
                text = self.tr("The folder “{path}” could not be opened.")
                self.failed.emit(text.format(path=each.folder))

    def _say_gone(self, found: Found) -> None:
        text = self.tr("“{name}” is not in “{folder}” any more.")
        self.failed.emit(text.format(name=found.path.name, folder=found.path.parent))


def _look_at(paths: Sequence[str]) -> list[Found]:
    return [_look_for(Path(path)) for path in paths]


def _look_for(path: Path) -> Found:
    file: Path | None = path if path.exists() else None
    if file is None and is_pattern(path):
        try:
            sequence = sequence_at(path)
        except OSError:
            sequence = None
        file = None if sequence is None else next(iter(sequence.files()), None)
    folder = path.parent
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return Found(path, file, folder)


def _mark(file: Path) -> bool:
    """Show a file marked in its folder; False where the desktop has no way for it."""
    if sys.platform == "win32":
        return QProcess.startDetached("explorer.exe", [f"/select,{file}"])[0]
    if sys.platform == "darwin":
        return QProcess.startDetached("/usr/bin/open", ["-R", str(file)])[0]
    return False
