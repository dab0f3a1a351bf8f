"""What is done with the history: written as a table, and renders compared."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rendermanager.core.job import Job
from rendermanager.services.historyfile import write_history
from rendermanager.services.session import Session
from rendermanager.store.history import previous_run
from rendermanager.ui.dialogs.compare import CompareDialog, compared
from rendermanager.ui.language.said import said_error
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.queue.naming import Naming
from rendermanager.ui.theme.manager import Theme


class HistoryDeeds(QObject):
    """Reads and writes off the main thread, and says what came of it.

    Signals:
        said: A sentence about what was done or could not be done.
    """

    said = Signal(str)

    def __init__(self, session: Session, theme: Theme, page: QWidget) -> None:
        """Act for this page."""
        super().__init__(page)
        self._session = session
        self._theme = theme
        self._page = page

    def choose_export(self, words: Sequence[str]) -> None:
        """Have a file chosen, and write into it what matches these words."""
        dialog = QFileDialog(self._page, self.tr("Export the history"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Tables (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("renders.csv")
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(partial(self.write_table, words))
        dialog.open()

    def write_table(self, words: Sequence[str], file: str) -> None:
        """Write what matches these words into a file."""
        background = self._session.background
        work = partial(write_history, self._session.store, Path(file), words)
        background.run(background.io, work, partial(self._on_written, file), self._on_refused)

    def compare(self, job: Job) -> None:
        """Show what is different from the render of the same before it."""
        background, store = self._session.background, self._session.store

        def before() -> Job | None:
            return store.read(lambda db: previous_run(db, job))

        background.run(background.reads, before, partial(self._on_found, job), self._on_refused)

    def _on_written(self, file: str, count: int) -> None:
        one, many = (
            self.tr("Wrote 1 job to “{name}”"),
            self.tr("Wrote %n jobs to “{name}”", "", count),
        )
        text = one if count == 1 else many
        self.said.emit(text.format(name=Path(file).name))

    def _on_found(self, job: Job, before: Job | None) -> None:
        if before is None:
            text = self.tr("“{name}” was not rendered before").format(name=job.name)
            self.said.emit(text)
            return
        here = Here(self._session.store.now())
        lines = compared(job, before, Naming(self._session.registry), here)
        CompareDialog(self._theme, lines, job.name, self._page.window()).show()

    def _on_refused(self, error: Exception) -> None:
        self.said.emit(said_error(error))
