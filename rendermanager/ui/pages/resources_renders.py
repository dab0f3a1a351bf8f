"""The renders that run, with what each takes: a table that keeps its choice and its order."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from rendermanager.ui.pages.resources_read import Render
from rendermanager.ui.pages.resources_renders_model import Column, RendersModel
from rendermanager.ui.theme.tokens import SPACE_2_PX
from rendermanager.ui.widgets import LabelKind, Tone, danger_button, secondary_button, text_label

_ROW_PX: Final = 32
_ROWS_SHOWN: Final = 4
"""The table is as high as so many rows; more of them scroll."""


class RendersTable(QWidget):
    """The table with what can be done to a render.

    Signals:
        pause_wanted: Ids of jobs that are to be suspended.
        resume_wanted: Ids of jobs that are to go on.
        end_wanted: Ids of jobs that are to be ended.
        job_wanted: Id of the job that is to be shown in the queue.
    """

    pause_wanted = Signal(object)
    resume_wanted = Signal(object)
    end_wanted = Signal(object)
    job_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.model = RendersModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.model)
        self._sorted.setSortRole(Qt.ItemDataRole.UserRole)
        self.view = QTableView()
        self.view.setModel(self._sorted)
        self.view.setAccessibleName(self.tr("Renders that run"))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(Column.TIME, Qt.SortOrder.DescendingOrder)
        self.view.setShowGrid(False)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.view.setTabKeyNavigation(False)
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.JOB, QHeaderView.ResizeMode.Stretch)
        self.view.setMinimumHeight(_ROW_PX * (_ROWS_SHOWN + 1))
        self.view.doubleClicked.connect(self._on_double_clicked)
        self.view.selectionModel().selectionChanged.connect(self._offer)
        self.pause = secondary_button(self.tr("Pause"))
        self.pause.clicked.connect(self._on_pause)
        self.end = danger_button(self.tr("End"))
        self.end.clicked.connect(self._on_end)
        self._empty = text_label(self.tr("Nothing renders."), LabelKind.BODY, Tone.SECONDARY)
        self._lay_out()
        self.show_renders(())

    @property
    def chosen(self) -> list[Render]:
        """What is chosen."""
        rows = self.view.selectionModel().selectedRows()
        return [self.model.render_at(self._sorted.mapToSource(row).row()) for row in rows]

    def show_renders(self, renders: Sequence[Render]) -> None:
        """Hold these."""
        self.model.show(renders)
        self._empty.setVisible(not renders)
        for each in (self.view, self.pause, self.end):
            each.setVisible(bool(renders))
        self._offer()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_2_PX)
        head.addWidget(text_label(self.tr("Renders"), LabelKind.SMALL, Tone.SECONDARY))
        head.addStretch(1)
        head.addWidget(self.pause)
        head.addWidget(self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2_PX)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.view)

    @Slot()
    def _offer(self) -> None:
        chosen = self.chosen
        paused = bool(chosen) and all(each.is_paused for each in chosen)
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self.pause.setEnabled(bool(chosen))
        self.end.setEnabled(bool(chosen))

    @Slot()
    def _on_pause(self) -> None:
        chosen = self.chosen
        paused = all(each.is_paused for each in chosen)
        (self.resume_wanted if paused else self.pause_wanted).emit(_jobs(chosen))

    @Slot()
    def _on_end(self) -> None:
        self.end_wanted.emit(_jobs(self.chosen))

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        render = self.model.render_at(self._sorted.mapToSource(index).row())
        self.job_wanted.emit(render.job.id)


def _jobs(renders: Sequence[Render]) -> list[int]:
    return list(dict.fromkeys(each.job.id for each in renders))
