"""Opens the dialogs of the window that show something and ask nothing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow

from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.window.menus import WindowActions
from rendermanager.ui.window.queue_page import QueuePage


class Showing(QObject):
    """One method for each dialog, which is imported when it is opened.

    Signals:
        failed: A sentence about something that could not be shown.
    """

    failed = Signal(str)

    def __init__(
        self,
        window: QMainWindow,
        theme: Theme,
        page: QueuePage,
        home: Path,
        actions: Callable[[], WindowActions],
    ) -> None:
        """Open them over this window.

        Args:
            window: The parent of the dialogs.
            theme: Colours and icons.
            page: The queue page, for its actions, rows and pictures.
            home: The folder of the app's data.
            actions: Gives the actions of the window.
        """
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._page = page
        self._home = home
        self._actions = actions

    @Slot(int)
    def quick_look(self, job_id: int) -> None:
        """Show the picture of a job by itself."""
        from rendermanager.ui.dialogs.quick_look import QuickLook

        job = self._page.pane.model.job(job_id)
        if job is not None:
            QuickLook(self._window, self._theme, self._page.thumbnails, job).show()

    def open_palette(self) -> None:
        """Show every action, to be found by its name."""
        from rendermanager.ui.dialogs.palette import CommandPalette

        actions = [*self._actions().everything(), *self._page.pane.job_actions.all()]
        CommandPalette(self._window, self._theme, actions).open_over(self._window)

    def open_shortcuts(self) -> None:
        """Show every key."""
        from rendermanager.ui.dialogs.shortcuts import ShortcutsDialog, shortcuts_of

        shortcuts = shortcuts_of(self._actions().menus)
        ShortcutsDialog(self._window, self._theme, shortcuts).show()

    def open_about(self) -> None:
        """Show what this is."""
        from rendermanager.ui.dialogs.about import AboutDialog

        AboutDialog(self._window, self._theme, self._home).show()

    def open_home(self) -> None:
        """Show the folder of the app's data."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._home))):
            text = self.tr("Nothing on this machine opens “{path}”")
            self.failed.emit(text.format(path=self._home))
