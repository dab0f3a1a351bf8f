"""The history: every job that came to an end, day by day, or what failed by its cause."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from rendermanager.services.session import Session
from rendermanager.store.intents import Answer
from rendermanager.ui.language.said import said_error
from rendermanager.ui.pages.failures import FailuresPanel
from rendermanager.ui.pages.header import PageHeader
from rendermanager.ui.pages.history_deeds import HistoryDeeds
from rendermanager.ui.pages.history_model import HistoryModel
from rendermanager.ui.pages.history_view import HistoryView
from rendermanager.ui.queue import Thumbnails
from rendermanager.ui.queue.desktop import Desktop
from rendermanager.ui.queue.texts import output_paths
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX
from rendermanager.ui.widgets import SearchField, Tone, secondary_button, text_label


class HistoryPage(QWidget):
    """A filter, the table, and what can be done with ended jobs.

    Signals:
        said: A sentence about what was done or could not be done.
        shown_again: Ids of jobs that were put back into the queue.
    """

    said = Signal(str)
    shown_again = Signal(object)

    def __init__(
        self, session: Session, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        """Read nothing until it is shown."""
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._fresh = False
        self._awaited = 0
        self._desktop = Desktop(session.background, self)
        self._desktop.failed.connect(self.said)
        self.deeds = HistoryDeeds(session, theme, self)
        self.deeds.said.connect(self.said)
        self.model = HistoryModel(session, self)
        self.view = HistoryView(self.model, theme, thumbnails, self)
        self._make_actions()
        self._build(theme)
        self.model.loaded.connect(self._on_loaded)
        self.model.failed.connect(self._on_failed)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        self.view.doubleClicked.connect(self.open_output.trigger)
        self.view.customContextMenuRequested.connect(self._on_menu)
        self._on_selected()

    def _build(self, theme: Theme) -> None:
        self.header = PageHeader(theme, self.tr("History"))
        self.filter = SearchField(theme, self.tr("Filter the history"))
        self.filter.textChanged.connect(self.model.set_words)
        self._again_button = secondary_button(self.tr("Run again"), theme.icon("rotate-cw"))
        self._again_button.clicked.connect(self.again.trigger)
        self.by_cause = secondary_button(self.tr("By cause"), theme.icon("layers"))
        self.by_cause.setCheckable(True)
        self.by_cause.setToolTip(self.tr("Show why jobs failed, with what they have in common"))
        self.by_cause.toggled.connect(self._on_by_cause)
        self.export = secondary_button(self.tr("Export…"), theme.icon("upload"))
        self.export.setToolTip(self.tr("Write what is listed, older ones too, into a CSV file"))
        self.export.clicked.connect(self._on_export)
        self.header.add_tool(self.by_cause)
        self.header.add_tool(self.filter)
        self.header.add_tool(self.export)
        self.header.add_tool(self._again_button)
        self._empty = text_label("", tone=Tone.SECONDARY, wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(*[PAGE_PADDING_PX] * 4)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self.failures = FailuresPanel(self._session, theme)
        self.failures.run_again.connect(self._run_again)
        self.failures.counted.connect(self._on_counted)
        self.failures.failed.connect(self.said)
        self._stack.addWidget(self.failures)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)

    @property
    def widget(self) -> QWidget:
        """The page itself."""
        return self

    def refresh(self) -> None:
        """Read when it is shown for the first time; later it hears of changes by itself."""
        if not self._fresh:
            self._fresh = True
            self.model.reload()
        if self.by_cause.isChecked():
            self.failures.reload()

    def take_focus(self) -> None:
        """Move the keyboard to the table."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_job(self, job_id: int) -> None:
        """Choose a job, as soon as it was read; an older one than those stays out of sight."""
        self._awaited = job_id
        self.by_cause.setChecked(False)
        self.filter.clear()
        self._choose_awaited()

    def _choose_awaited(self) -> None:
        row = self.model.row_of(self._awaited) if self._awaited else -1
        if row >= 0:
            self._awaited = 0
            self.view.selectRow(row)
            self.view.scrollTo(self.model.index(row, 0))

    @property
    def search_field(self) -> SearchField | None:
        """The filter of the table; the causes of failures have none."""
        return None if self.by_cause.isChecked() else self.filter

    # ------------------------------------------------------------------ actions

    def _make_actions(self) -> None:
        self.again = self._action("rotate-cw", self.tr("Run again"), "F5", self._on_again)
        self.open_output = self._action(
            "external-link", self.tr("Open output"), "Ctrl+Shift+O", self._on_open
        )
        self.show_folder = self._action(
            "folder-open", self.tr("Show in folder"), "Ctrl+R", self._on_folder
        )

        self.compare = self._action(
            "layers", self.tr("Compare with the render before…"), "Ctrl+E", self._on_compare
        )

    def _action(self, icon: str, text: str, keys: str, slot: Callable[[], None]) -> QAction:
        action = QAction(self._theme.icon(icon), text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    @Slot()
    def _on_selected(self) -> None:
        chosen = self.view.chosen()
        self.again.setEnabled(bool(chosen))
        self._again_button.setEnabled(bool(chosen))
        self.compare.setEnabled(len(chosen) == 1)
        written = len(chosen) == 1 and bool(chosen[0].artifacts)
        self.open_output.setEnabled(written)
        self.show_folder.setEnabled(len(chosen) == 1 and bool(output_paths(chosen[0])))

    @Slot(QPoint)
    def _on_menu(self, where: QPoint) -> None:
        if not self.view.chosen():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.open_output, self.show_folder])
        menu.addSeparator()
        menu.addActions([self.again, self.compare])
        menu.popup(self.view.viewport().mapToGlobal(where))

    @Slot()
    def _on_again(self) -> None:
        if not self.by_cause.isChecked():
            self._run_again([job.id for job in self.view.chosen()])

    @Slot(object)
    def _run_again(self, ids: Sequence[int]) -> None:
        if not ids:
            return
        control = self._session.control("window")
        # What was cleared from the queue has to be in it again first; the order is kept.
        control.ask("restore", ids)
        background = self._session.background
        background.when_done(control.ask("retry", ids), self._on_answered, self._on_refused)

    def _on_answered(self, answers: Sequence[Answer]) -> None:
        done = [answer.job_id for answer in answers if answer.done]
        if not done:
            self.said.emit(self.tr("Nothing was queued again."))
            return
        text = (
            self.tr("1 job runs again")
            if len(done) == 1
            else self.tr("%n jobs run again", "", len(done))
        )
        self.said.emit(text)
        self.shown_again.emit(done)

    def _on_refused(self, error: Exception) -> None:
        self.said.emit(said_error(error))

    @Slot()
    def _on_open(self) -> None:
        self._desktop.open_files([job.artifacts[0].final for job in self.view.chosen()[:1]])

    @Slot()
    def _on_folder(self) -> None:
        self._desktop.show_in_folder([output_paths(job)[0] for job in self.view.chosen()[:1]])

    @Slot()
    def _on_compare(self) -> None:
        for job in self.view.chosen()[:1]:
            self.deeds.compare(job)

    @Slot()
    def _on_export(self) -> None:
        self.deeds.choose_export(tuple(self.filter.text().split()))

    # ------------------------------------------------------------------ what was read

    @Slot(bool)
    def _on_by_cause(self, wanted: bool) -> None:
        self.filter.setVisible(not wanted)
        self._again_button.setVisible(not wanted)
        self.export.setVisible(not wanted)
        if wanted:
            self.header.set_line("")
            self._stack.setCurrentWidget(self.failures)
            self.failures.reload()
        else:
            self._on_loaded()

    @Slot(str)
    def _on_counted(self, line: str) -> None:
        if self.by_cause.isChecked():
            self.header.set_line(line)

    @Slot()
    def _on_loaded(self) -> None:
        if self.by_cause.isChecked():
            return
        self._choose_awaited()
        found = self.model.found
        if not found:
            words = self.filter.text().strip()
            self._empty.setText(
                self.tr("No job matches.")
                if words
                else self.tr("No job has ended yet. What renders shows up here when it is done.")
            )
        self.export.setEnabled(bool(found))
        self._stack.setCurrentWidget(self.view if found else self._empty)
        count = self.tr("1 job") if found == 1 else self.tr("%n jobs", "", found)
        more = self.tr("{count} shown, older ones follow").format(count=count)
        self.header.set_line((more if self.model.has_more else count) if found else "")

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._empty.setText(sentence)
        self._stack.setCurrentWidget(self._empty)
