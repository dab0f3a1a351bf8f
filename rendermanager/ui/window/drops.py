"""What is inside a drag or on the clipboard, and what a drop of it would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QUrl, Signal

from rendermanager.engine.background import Background
from rendermanager.media.kinds import is_media
from rendermanager.renderers.registry import Registry

translate = QCoreApplication.translate

LOOK_LIMIT: Final = 500
"""Of more items than this only the first ones are looked at while they hover."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What was found behind the names of a drag.

    Attributes:
        files: Files that may be rendered.
        folders: Folders, not looked into.
        others: What no engine reads.
        presets: Preset files, which are installed.
        projects: Files in which there is something to choose, such as scenes.
    """

    files: int = 0
    folders: int = 0
    others: int = 0
    presets: int = 0
    projects: int = 0

    @property
    def is_useful(self) -> bool:
        """Whether a drop would add anything."""
        return bool(self.files or self.folders or self.presets or self.projects)


def inputs_of(data: QMimeData | None) -> list[str]:
    """The local files and folders in a drag or on the clipboard; text may hold one path a line."""
    if data is None:
        return []
    if data.hasUrls():
        return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    if not data.hasText():
        return []
    lines = [line.strip().strip("\"'") for line in data.text().splitlines()]
    return [path for line in lines if (path := _path(line))]


def _path(line: str) -> str:
    if line.startswith("file:"):
        return QUrl(line).toLocalFile()
    return line if line and Path(line).is_absolute() else ""


def look(inputs: Sequence[str], registry: Registry) -> Sight:
    """Sort names into what these engines can render and what not. Blocks on disks."""
    # Imported when it is needed: the window is there sooner.
    from rendermanager.services.presets import may_hold_presets

    files = folders = others = presets = projects = 0
    seen = inputs[:LOOK_LIMIT]
    for each in seen:
        path = Path(each)
        if is_media(path):
            files += 1
        elif path.is_dir():
            folders += 1
        elif may_hold_presets(path):
            presets += 1
        elif registry.reads(path):
            projects += 1
        else:
            others += 1
    files += max(0, len(inputs) - len(seen))
    return Sight(files, folders, others, presets, projects)


def outcome(sight: Sight) -> str:
    """What a drop will do, in a few words."""
    if not sight.is_useful:
        return translate("Drop", "No engine reads this")
    plain = sight.files + sight.folders
    if sight.projects and not plain:
        if sight.projects == 1:
            return translate("Drop", "Open the file, and choose what to render of it")
        return translate("Drop", "Open %n files, and choose what to render", "", sight.projects)
    if sight.presets and not plain:
        if sight.presets == 1:
            return translate("Drop", "Install the preset file")
        return translate("Drop", "Install %n preset files", "", sight.presets)
    count = sight.files + sight.projects
    if not sight.folders:
        return _files(count)
    folders = (
        translate("Drop", "what is in the folder")
        if sight.folders == 1
        else translate("Drop", "what is in %n folders", "", sight.folders)
    )
    if not count:
        return translate("Drop", "Add {folders}").format(folders=folders)
    files = translate("Drop", "1 file") if count == 1 else translate("Drop", "%n files", "", count)
    return translate("Drop", "Add {files} and {folders}").format(files=files, folders=folders)


def _files(count: int) -> str:
    if count == 1:
        return translate("Drop", "Add 1 file at the end")
    return translate("Drop", "Add %n files at the end", "", count)


class DropSight(QObject):
    """Looks at the items of one drag off the main thread.

    Signals:
        looked: `Sight` of the newest drag.
    """

    looked = Signal(object)

    def __init__(
        self, background: Background, registry: Registry, parent: QObject | None = None
    ) -> None:
        """Look at nothing yet."""
        super().__init__(parent)
        self._background = background
        self._registry = registry
        self._inputs: tuple[str, ...] = ()
        self.sight = Sight()

    def begin(self, inputs: Sequence[str]) -> Sight:
        """Look at these; until the answer is there, names alone decide."""
        wanted = tuple(inputs)
        if wanted != self._inputs:
            self._inputs = wanted
            self.sight = _by_name(wanted)
            self._background.run(
                self._background.io,
                partial(look, wanted, self._registry),
                partial(self._on_looked, wanted),
                lambda _error: None,
            )
        return self.sight

    def end(self) -> None:
        """The drag is over."""
        self._inputs = ()

    def _on_looked(self, inputs: tuple[str, ...], sight: Sight) -> None:
        if inputs == self._inputs:
            self.sight = sight
            self.looked.emit(sight)


def _by_name(inputs: Sequence[str]) -> Sight:
    """What cannot be a file of media may be a folder, unless its name has an ending."""
    files = sum(is_media(Path(each)) for each in inputs)
    projects = sum(bool(Path(each).suffix) for each in inputs) - files
    return Sight(files, len(inputs) - files - projects, projects=projects)
