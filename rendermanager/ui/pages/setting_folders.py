"""The row of the settings with the folders that jobs from elsewhere may read."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from rendermanager.services.session import Session
from rendermanager.services.trustbook import TrustBook
from rendermanager.ui.language.said import said_error
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX
from rendermanager.ui.widgets import ChoiceBox, quiet_button, secondary_button

_LIST_WIDTH_PX = 220


class FoldersControl(QWidget):
    """A list of the folders, with buttons to add one and to take the one in sight away.

    Signals:
        wrong: Why a folder could not be added or taken away; empty when all is well.
    """

    wrong = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        """Show nothing yet; see `look`."""
        super().__init__()
        self._session = session
        self._book = TrustBook(session.paths.trusted)
        self.box = ChoiceBox()
        self.box.setFixedWidth(theme.scaled(_LIST_WIDTH_PX))
        self.box.setAccessibleName(self.tr("Folders that jobs may read"))
        self.remove = quiet_button(self.tr("Remove"))
        self.remove.clicked.connect(self._on_remove)
        self.add = secondary_button(self.tr("Add…"), theme.icon("folder-open"))
        self.add.clicked.connect(self._on_add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2_PX)
        for each in (self.box, self.remove, self.add):
            row.addWidget(each)
        self._fill(())

    def look(self) -> None:
        """Read anew what is allowed."""
        background = self._session.background
        background.run(background.io, self._book.folders, self._fill, self._on_failed)

    def allow(self, folder: str) -> None:
        """Let every job read what lies in a folder."""
        self._change(partial(self._book.allow_folder, Path(folder), datetime.now(UTC)))

    def _change(self, work: Callable[[], object]) -> None:
        background = self._session.background

        def done(folders: tuple[str, ...]) -> None:
            self.wrong.emit("")
            self._fill(folders)

        def changed() -> tuple[str, ...]:
            work()
            return self._book.folders()

        background.run(background.io, changed, done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self.wrong.emit(said_error(error))

    def _fill(self, folders: Sequence[str]) -> None:
        self.box.clear()
        for folder in folders:
            self.box.addItem(folder, folder)
            self.box.setItemData(self.box.count() - 1, folder, Qt.ItemDataRole.AccessibleTextRole)
        is_empty = not folders
        if is_empty:
            self.box.addItem(self.tr("None yet"))
        self.box.setEnabled(not is_empty)
        self.remove.setEnabled(not is_empty)

    @Slot()
    def _on_add(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder that jobs may read"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.allow)
        dialog.open()

    @Slot()
    def _on_remove(self) -> None:
        folder = self.box.currentData()
        if isinstance(folder, str):
            self._change(partial(self._book.forget, folder))
