"""Lists everything that is wrong with what was handed in, each with what to do about it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rendermanager.core.problem import Problem
from rendermanager.ui.dialogs.frame import DialogFrame
from rendermanager.ui.language.said import said, said_whole
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX, SPACE_4_PX
from rendermanager.ui.widgets import LabelKind, Tone, secondary_button, text_label
from rendermanager.ui.widgets.icon_view import IconView

MAX_ROWS: Final = 200
"""More than anybody reads; the rest is copied, but not laid out."""
_WIDTH_PX: Final = 620
_HEIGHT_PX: Final = 460


class ProblemsDialog(DialogFrame):
    """A list to read and to copy; what blocks stands before what one should merely know."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        title: str,
        problems: Sequence[Problem],
        subtitle: str = "",
    ) -> None:
        """Show these problems.

        Args:
            parent: The window it belongs to.
            theme: Colours and icons.
            title: What could not be done.
            problems: At least one.
            subtitle: A quieter line below the title.
        """
        super().__init__(parent, title, subtitle)
        self._theme = theme
        self.problems = sorted(problems, key=lambda problem: not problem.blocks)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, SPACE_2_PX, 0)
        rows.setSpacing(SPACE_4_PX)
        for problem in self.problems[:MAX_ROWS]:
            rows.addLayout(self._row(problem))
        left = len(self.problems) - MAX_ROWS
        if left > 0:
            more = self.tr("… and %n more; “Copy all” takes every one.", "", left)
            rows.addWidget(text_label(more, LabelKind.SMALL, Tone.SECONDARY))
        rows.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName(title)
        self.body.addWidget(area)
        copy = self.add_aside(secondary_button(self.tr("Copy all"), theme.icon("copy")))
        copy.clicked.connect(self._on_copy)
        close = self.add_primary(self.tr("Close"))
        close.clicked.connect(self.accept)
        close.setFocus()

    def as_text(self) -> str:
        """Every problem, one a line."""
        return "\n".join(said_whole(problem) for problem in self.problems)

    def _row(self, problem: Problem) -> QHBoxLayout:
        icon = ("circle-x", "failed") if problem.blocks else ("triangle-alert", "paused")
        words = QVBoxLayout()
        words.setSpacing(2)
        for text, kind, tone in (
            (said(problem.message), LabelKind.BODY, Tone.PRIMARY),
            (said(problem.hint), LabelKind.SMALL, Tone.SECONDARY),
        ):
            if text:
                label = text_label(text, kind, tone, wraps=True)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2_PX)
        row.addWidget(IconView(self._theme, *icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())
