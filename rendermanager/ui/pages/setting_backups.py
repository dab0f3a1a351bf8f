"""The row of the settings that lists the backups of the queue and restores one after a question."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rendermanager.services.session import Session
from rendermanager.store import queries
from rendermanager.store.backups import Backup, backups_in, jobs_in
from rendermanager.ui.dialogs.frame import DialogFrame
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX
from rendermanager.ui.widgets import ChoiceBox, LabelKind, Tone, secondary_button, text_label

_WIDTH_PX = 480


class RestoreDialog(DialogFrame):
    """Says what a restore takes away, and asks; closing it means no."""

    def __init__(self, parent: QWidget | None, backup: str, now: int) -> None:
        """Ask.

        Args:
            parent: The window.
            backup: When it was made, and how many jobs it has.
            now: Jobs in the queue at the moment.
        """
        super().__init__(parent, self.tr("Restore the queue?"), backup)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setFixedWidth(_WIDTH_PX)
        jobs = self.tr("1 job") if now == 1 else self.tr("%n jobs", "", now)
        about = self.tr(
            "It takes the place of the queue as it is now, with {jobs}: what was added, rendered "
            "or changed after the backup is not listed any more. Files that were rendered stay. "
            "What renders now is stopped. The present queue is kept as a file in the data folder."
        ).format(jobs=jobs)
        self.body.addWidget(text_label(about, LabelKind.BODY, Tone.SECONDARY, wraps=True))
        self.body.addStretch(1)
        self.add_cancel()
        self.add_primary(self.tr("Restore")).clicked.connect(self.accept)


class BackupControl(QWidget):
    """A list of the backups, the newest one first, and a button.

    Signals:
        restore_wanted: The `Path` of the backup that was chosen and confirmed.
    """

    restore_wanted = Signal(object)

    def __init__(self, session: Session, theme: Theme) -> None:
        """Show nothing yet; see `look`."""
        super().__init__()
        self._session = session
        self._jobs = 0
        self.box = ChoiceBox()
        self.box.setAccessibleName(self.tr("Backups"))
        self.button = secondary_button(self.tr("Restore…"), theme.icon("history"))
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2_PX)
        row.addWidget(self.box, 1)
        row.addWidget(self.button)
        self._fill([])

    def look(self) -> None:
        """Read the folder anew."""
        folder, store = self._session.paths.backups, self._session.store

        def work() -> tuple[list[tuple[Backup, int | None]], int]:
            found = [(each, jobs_in(each.path)) for each in backups_in(folder)]
            return found, sum(store.read(queries.counts).by_status.values())

        background = self._session.background
        background.run(background.io, work, self._on_found, lambda _error: self._fill([]))

    def _on_found(self, found: tuple[list[tuple[Backup, int | None]], int]) -> None:
        backups, self._jobs = found
        self._fill(backups)

    def _fill(self, found: Sequence[tuple[Backup, int | None]]) -> None:
        self.box.clear()
        for backup, jobs in found:
            if jobs is not None:
                self.box.addItem(self._line(backup, jobs), backup.path)
        empty = not self.box.count()
        if empty:
            self.box.addItem(self.tr("None yet"))
        self.box.setEnabled(not empty)
        self.button.setEnabled(not empty)

    def _line(self, backup: Backup, jobs: int) -> str:
        at = QDateTime.fromSecsSinceEpoch(int(backup.at.timestamp()))
        when = QLocale().toString(at, QLocale.FormatType.ShortFormat)
        count = self.tr("1 job") if jobs == 1 else self.tr("%n jobs", "", jobs)
        return self.tr("{when} · {count}").format(when=when, count=count)

    @Slot()
    def _on_clicked(self) -> None:
        chosen = self.box.currentData()
        if not isinstance(chosen, Path):
            return
        dialog = RestoreDialog(self.window(), self.box.currentText(), self._jobs)
        dialog.accepted.connect(lambda: self.restore_wanted.emit(chosen))
        dialog.open()
