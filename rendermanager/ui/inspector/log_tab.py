"""The log of one attempt with its tools; read off the main thread, a few times a second."""

import logging
import shutil
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rendermanager.engine.background import Background
from rendermanager.ui.inspector.log_tail import Chunk, Severity, first_error, read_log
from rendermanager.ui.inspector.log_view import LogView
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_1_PX, SPACE_2_PX
from rendermanager.ui.widgets import ChoiceBox, SearchField, icon_button

READ_INTERVAL_MS: Final = 200
"""Five looks a second: as fast as anybody reads."""

_log = logging.getLogger(__name__)


class LogTab(QWidget):
    """Shows the log of an attempt, and follows it while the attempt runs and somebody looks.

    Signals:
        said: A sentence about something that was done or could not be done.
    """

    said = Signal(str)

    def __init__(self, background: Background, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._background = background
        self._theme = theme
        self._path = Path()
        self._detail = ""
        self._live = False
        self._offset = -1
        self._round = 0
        self._reading = False
        self._jump = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)
        self.view = LogView(theme)
        self._build()

    @property
    def path(self) -> Path:
        """The log that is shown; empty for none."""
        return self._path

    def show_log(self, path: str, *, live: bool, detail: str = "") -> None:
        """Show a log; the one that is shown already goes on from where it stands.

        Args:
            path: The log; empty for none.
            live: Whether something still writes it.
            detail: The line that tells of the failure, where one is known.
        """
        wanted = Path(path)
        self._detail = detail
        if wanted != self._path or (live and not self._live):
            self._begin(wanted)
        self._live = live
        self._read_soon()

    def jump_to_error(self) -> None:
        """Scroll to the line that tells why it failed, now or as soon as it was read."""
        self._jump = not self.view.show_first_error(self._detail)

    def take_focus(self) -> None:
        """Move the keyboard to the text."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    # ------------------------------------------------------------------ reading

    def _begin(self, path: Path) -> None:
        self._path = path
        self._offset = -1
        self._round += 1
        self._jump = bool(self._detail)
        self.view.show_lines(())
        self.view.set_follows(True)
        self.view.setPlaceholderText(self.tr("No log yet."))
        self._update_tools()

    def _read_soon(self) -> None:
        if self.isVisible() and self._path != Path() and not self._reading:
            self._on_timeout()

    @Slot()
    def _on_timeout(self) -> None:
        if self._path == Path() or self._reading:
            return
        self._reading = True
        whole = not self._live
        self._background.run(
            self._background.io,
            partial(read_log, self._path, self._offset, whole=whole),
            partial(self._on_read, self._round),
            partial(self._on_unreadable, self._round),
        )

    def _on_read(self, number: int, chunk: Chunk) -> None:
        self._reading = False
        if number != self._round:
            self._read_soon()
            return
        self._offset = chunk.offset
        if chunk.fresh or chunk.skipped:
            self.view.show_lines(chunk.lines)
        elif chunk.lines:
            self.view.add_lines(chunk.lines)
        if not self._live:
            self.view.setPlaceholderText(self.tr("The log is empty."))
        if self._jump and chunk.lines:
            self._jump = not self.view.show_first_error(self._detail)
        self._update_tools()
        self._arm()

    def _on_unreadable(self, number: int, error: Exception) -> None:
        self._reading = False
        if number == self._round:
            if not isinstance(error, FileNotFoundError):
                self.view.setPlaceholderText(self.tr("The log cannot be read."))
                _log.info("the log “%s” cannot be read: %s", self._path, error)
            elif not self._live:
                self.view.setPlaceholderText(self.tr("The log is not there any more."))
            self._update_tools()
        self._arm()

    def _arm(self) -> None:
        if self._live and self.isVisible():
            self._timer.start()

    # ------------------------------------------------------------------ tools

    def _build(self) -> None:
        self._filter = ChoiceBox()
        self._filter.setAccessibleName(self.tr("Lines to show"))
        for severity, text in (
            (Severity.PLAIN, self.tr("All lines")),
            (Severity.WARNING, self.tr("Warnings")),
            (Severity.ERROR, self.tr("Errors")),
        ):
            self._filter.addItem(text, severity)
        self._filter.currentIndexChanged.connect(self._on_filter_chosen)
        self._first = self._tool("circle-alert", self.tr("Go to the first error"))
        self._first.clicked.connect(self._on_first_clicked)
        self._follow = self._tool("arrow-down-to-line", self.tr("Follow new lines"), checkable=True)
        self._follow.setChecked(True)
        self._follow.clicked.connect(self.view.set_follows)
        self.view.following_changed.connect(self._follow.setChecked)
        more = self._tool("more-horizontal", self.tr("More"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self._menu())
        tools = QHBoxLayout()
        tools.setSpacing(SPACE_1_PX)
        tools.addWidget(self._filter, 1)
        for button in (self._first, self._follow, more):
            tools.addWidget(button)
        self.search_field = SearchField(self._theme, self.tr("Find in the log"))
        self.search_field.textChanged.connect(self._on_find_edited)
        self.search_field.returnPressed.connect(self._on_find_entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_2_PX, 0, 0)
        column.setSpacing(SPACE_2_PX)
        column.addLayout(tools)
        column.addWidget(self.search_field)
        column.addWidget(self.view, 1)
        self._update_tools()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        wrap = menu.addAction(self.tr("Break long lines"))
        wrap.setCheckable(True)
        wrap.toggled.connect(self.view.set_wrapped)
        menu.addSeparator()
        self._copy = menu.addAction(self._theme.icon("copy"), self.tr("Copy all"))
        self._copy.triggered.connect(self._on_copy)
        self._save = menu.addAction(self._theme.icon("save"), self.tr("Save as…"))
        self._save.triggered.connect(self._on_save)
        return menu

    def _tool(self, icon: str, name: str, *, checkable: bool = False) -> QToolButton:
        button = icon_button(self._theme.icon(icon), name)
        button.setCheckable(checkable)
        return button

    def _update_tools(self) -> None:
        lines = self.view.lines
        self._save.setEnabled(bool(lines))
        self._copy.setEnabled(bool(lines))
        self._first.setEnabled(first_error(lines, self._detail) >= 0)

    @Slot(int)
    def _on_filter_chosen(self, _index: int) -> None:
        self.view.set_filter(Severity(self._filter.currentData()))

    @Slot()
    def _on_first_clicked(self) -> None:
        self.jump_to_error()

    @Slot(str)
    def _on_find_edited(self, words: str) -> None:
        found = self.view.find_words(words)
        self.search_field.setProperty("invalid", bool(words) and not found)
        self.search_field.update()

    @Slot()
    def _on_find_entered(self) -> None:
        self.view.find_next()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(line.text for line in self.view.lines))

    @Slot()
    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the log"), str(Path.home() / self._path.name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_save_chosen)
        dialog.open()

    @Slot(str)
    def _on_save_chosen(self, target: str) -> None:
        self._background.run(
            self._background.io,
            partial(shutil.copyfile, self._path, target),
            lambda _: self.said.emit(self.tr("Log saved")),
            self._on_not_saved,
        )

    def _on_not_saved(self, error: Exception) -> None:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        self.said.emit(self.tr("The log could not be saved: {reason}.").format(reason=reason))
