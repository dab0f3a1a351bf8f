"""A quick look at one job: its picture, large, until any of the usual keys is pressed."""

from typing import Final

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from rendermanager.core.job import Job
from rendermanager.ui.inspector.facts import joined, source_line
from rendermanager.ui.inspector.preview import PreviewPicture
from rendermanager.ui.queue import Thumbnails
from rendermanager.ui.queue.states import label_of, shown_of
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_1_PX, SPACE_4_PX
from rendermanager.ui.widgets import ElidedLabel, LabelKind, Tone

_WIDTH_PX: Final = 640
_CLOSING: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class QuickLook(QDialog):
    """Picture, name and one line; Space, Return and Escape close it."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, thumbnails: Thumbnails, job: Job
    ) -> None:
        """Show a job as it is now."""
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._job = job
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(job.name)
        self._picture = PreviewPicture(theme)
        self._picture.setMinimumWidth(_WIDTH_PX)
        facts = joined((label_of(shown_of(job)), source_line(job.source, QLocale())))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[SPACE_4_PX] * 4)
        column.setSpacing(SPACE_1_PX)
        column.addWidget(self._picture)
        column.addSpacing(SPACE_1_PX)
        column.addWidget(ElidedLabel(job.name, LabelKind.HEADING))
        column.addWidget(ElidedLabel(facts, LabelKind.SMALL, Tone.SECONDARY))
        thumbnails.ready.connect(self._on_picture)
        self._on_picture(job.id)

    @property
    def has_picture(self) -> bool:
        """Whether the picture is there."""
        return self._picture.has_picture

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLOSING:
            self.accept()
            return
        super().keyPressEvent(event)

    @Slot(int)
    def _on_picture(self, job_id: int) -> None:
        if job_id == self._job.id:
            self._picture.set_picture(self._thumbnails.large_picture(self._job))
