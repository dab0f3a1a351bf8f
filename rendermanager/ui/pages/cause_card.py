"""A card for one cause of failures: what went wrong, which jobs it stopped, and a button."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from rendermanager.core.grouping import CauseGroup
from rendermanager.ui.language.said import said
from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import fill_round_rect
from rendermanager.ui.theme.tokens import (
    RADIUS_LARGE_PX,
    SPACE_1_PX,
    SPACE_3_PX,
    SPACE_4_PX,
)
from rendermanager.ui.widgets import (
    ElidedLabel,
    LabelKind,
    TextLabel,
    Tone,
    secondary_button,
    text_label,
)
from rendermanager.ui.widgets.icon_view import IconView

_NAMES: Final = 3
"""Jobs that are named; of the others it says how many there are."""


class CauseCard(QFrame):
    """One cause of failures.

    Signals:
        run_again: Ids of all jobs that failed for it.
    """

    run_again = Signal(object)

    def __init__(self, theme: Theme, group: CauseGroup, label: str, here: Here) -> None:
        """Show a cause.

        Args:
            theme: Colours and icons.
            group: The cause with its jobs.
            label: How its engine is called.
            here: The moment and the place in which times are told.
        """
        super().__init__()
        self._theme = theme
        self.group = group
        self._text = text_label(said(group.failure.message), LabelKind.STRONG, wraps=True)
        self._hint = text_label(
            said(group.failure.hint), LabelKind.BODY, Tone.SECONDARY, wraps=True
        )
        self._hint.setVisible(bool(group.failure.hint))
        for each in (self._text, self._hint):
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._names = ElidedLabel(self._jobs(here), LabelKind.SMALL, Tone.SECONDARY)
        self._about = TextLabel(self._facts(label, here), LabelKind.SMALL, Tone.TERTIARY)
        self.again = secondary_button(self.tr("Run again"), theme.icon("rotate-cw"))
        self.again.setAccessibleName(self.tr("Run all %n jobs again", "", group.count))
        self.again.clicked.connect(self._on_again)
        self.setAccessibleName(f"{said(group.failure.message)} {self.about}")
        self._lay_out()

    @property
    def about(self) -> str:
        """How many, of which engine, and when the last one."""
        return self._about.text()

    @property
    def names(self) -> str:
        """The jobs, as far as they are named."""
        return self._names.full_text

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        fill_round_rect(painter, self.rect(), RADIUS_LARGE_PX, tokens.surface, tokens.border)
        painter.end()

    def _facts(self, label: str, here: Here) -> str:
        count = self.group.count
        jobs = self.tr("1 job") if count == 1 else self.tr("%n jobs", "", count)
        last = amounts.clock(self.group.newest, here)
        parts = [jobs, label, self.tr("last {time}").format(time=last)]
        return " · ".join(part for part in parts if part)

    def _jobs(self, here: Here) -> str:
        names = [job.name for job in self.group.jobs[:_NAMES]]
        more = self.group.count - len(names)
        if more:
            names.append(
                self.tr("and {number} more").format(number=amounts.number(more, here.locale))
            )
        return ", ".join(names)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACE_1_PX)
        for each in (self._text, self._hint, self._names, self._about):
            words.addWidget(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4_PX, SPACE_3_PX, SPACE_4_PX, SPACE_3_PX)
        row.setSpacing(SPACE_3_PX)
        row.addWidget(IconView(self._theme, "circle-x", "failed"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.again, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _on_again(self) -> None:
        self.run_again.emit([job.job_id for job in self.group.jobs])
