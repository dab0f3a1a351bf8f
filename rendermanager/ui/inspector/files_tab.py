"""The files a job has left, with their size, and ways to open them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from rendermanager.core.job import Job
from rendermanager.engine.background import Background
from rendermanager.media.sequences import is_pattern, sequence_at
from rendermanager.ui.inspector.facts import file_name, joined
from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.desktop import Desktop
from rendermanager.ui.queue.texts import output_paths
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_1_PX, SPACE_2_PX
from rendermanager.ui.widgets import ElidedLabel, LabelKind, Tone, icon_button, text_label
from rendermanager.ui.widgets.icon_view import IconView


@dataclass(frozen=True, slots=True)
class FileFact:
    """One output as it stands on the disk.

    Attributes:
        path: Where it is, or is to be; a pattern for a sequence.
        size_bytes: Its size; of all files of a sequence.
        count: Files that make it up.
        exists: Whether it is there now.
    """

    path: str
    size_bytes: int
    count: int
    exists: bool


def look_at(outputs: Sequence[tuple[str, int]]) -> list[FileFact]:
    """Outputs, given as (path, recorded size), as they are on the disk. Blocks on it."""
    return [_fact(path, size) for path, size in outputs]


def _fact(path: str, size: int) -> FileFact:
    try:
        if is_pattern(Path(path)):
            found = sequence_at(Path(path))
            if found is None:
                return FileFact(path, size, 0, False)
            return FileFact(path, size, found.count, True)
        found_size = Path(path).stat().st_size
    except (OSError, ValueError):
        return FileFact(path, size, 0, False)
    return FileFact(path, found_size, 1, True)


class FilesTab(QWidget):
    """A row for each output.

    Signals:
        said: A sentence about something that could not be done.
    """

    said = Signal(str)

    def __init__(self, background: Background, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._background = background
        self._theme = theme
        self._round = 0
        self._desktop = Desktop(background, self)
        self._desktop.failed.connect(self.said)
        self._shown: list[FileFact] = []
        self._empty = text_label("", LabelKind.SMALL, Tone.SECONDARY, wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_2_PX)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, SPACE_2_PX, 0, SPACE_2_PX)
        column.addWidget(self._empty)
        column.addLayout(self._rows)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    @property
    def facts(self) -> list[FileFact]:
        """What is shown."""
        return list(self._shown)

    def show_job(self, job: Job) -> None:
        """Show what this job has left, or is going to write."""
        self._round += 1
        outputs = [(each.final, each.size_bytes) for each in job.artifacts]
        outputs = outputs or [(path, 0) for path in output_paths(job)]
        self._background.run(
            self._background.io,
            partial(look_at, list(dict.fromkeys(outputs))),
            partial(self._on_looked, self._round),
            partial(self._on_failed, self._round),
        )

    def _on_looked(self, number: int, facts: list[FileFact]) -> None:
        if number != self._round or facts == self._shown:
            return
        self._shown = facts
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for fact in facts:
            self._rows.addWidget(self._row(fact))
        self._empty.setText("" if facts else self.tr("This job writes no files that are known."))
        self._empty.setVisible(not facts)

    def _on_failed(self, number: int, _error: Exception) -> None:
        if number == self._round:
            self._on_looked(number, [])

    def _row(self, fact: FileFact) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_2_PX)
        icon = "images" if is_pattern(Path(fact.path)) else "file-video"
        line.addWidget(IconView(self._theme, icon, "text2" if fact.exists else "text3"))
        words = QVBoxLayout()
        words.setSpacing(0)
        name = ElidedLabel(file_name(fact.path), elide=Qt.TextElideMode.ElideMiddle)
        words.addWidget(name)
        words.addWidget(ElidedLabel(self._about(fact), LabelKind.SMALL, Tone.SECONDARY))
        line.addLayout(words, 1)
        line.addSpacing(SPACE_1_PX)
        opens = self._button("external-link", self.tr("Open"), fact.path)
        opens.setEnabled(fact.exists)
        opens.clicked.connect(self._on_open_clicked)
        folder = self._button("folder-open", self.tr("Show in folder"), fact.path)
        folder.clicked.connect(self._on_folder_clicked)
        line.addWidget(opens)
        line.addWidget(folder)
        return row

    def _about(self, fact: FileFact) -> str:
        if not fact.exists:
            return self.tr("Not there any more") if fact.size_bytes else self.tr("Not written yet")
        locale = QLocale()
        files = self.tr("%n files", "", fact.count) if fact.count > 1 else ""
        size = amounts.size(fact.size_bytes, locale) if fact.size_bytes else ""
        return joined((files, size, str(Path(fact.path).parent)))

    def _button(self, icon: str, name: str, path: str) -> QToolButton:
        button = icon_button(self._theme.icon(icon), name)
        button.setProperty("path", path)
        return button

    @Slot()
    def _on_open_clicked(self) -> None:
        self._desktop.open_files([str(self.sender().property("path"))])

    @Slot()
    def _on_folder_clicked(self) -> None:
        self._desktop.show_in_folder([str(self.sender().property("path"))])
