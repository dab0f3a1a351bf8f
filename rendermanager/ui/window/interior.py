"""What the frame of the window is filled with: builds every part once and puts it in its place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from rendermanager.services.notebook import NoteBook
from rendermanager.services.notes import Marks
from rendermanager.services.session import Session
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.widgets import GaugeStrip, NavItem, Sidebar
from rendermanager.ui.window import menus
from rendermanager.ui.window.adding import Adding
from rendermanager.ui.window.applying import Applying
from rendermanager.ui.window.commands import Commands, Parts
from rendermanager.ui.window.dropping import Dropping
from rendermanager.ui.window.finishing import Finishing
from rendermanager.ui.window.gauge_feed import GaugeFeed
from rendermanager.ui.window.installing import Installing
from rendermanager.ui.window.layout import HISTORY, NOTES, PRESETS, QUEUE, RESOURCES, SETTINGS
from rendermanager.ui.window.leaving import Leaving
from rendermanager.ui.window.queue_page import QueuePage
from rendermanager.ui.window.queue_state import QueueState
from rendermanager.ui.window.status_bar import StatusBar
from rendermanager.ui.window.store_notice import StoreNotice
from rendermanager.ui.window.toaster import Toaster
from rendermanager.ui.window.views import Views

if TYPE_CHECKING:
    from rendermanager.ui.pages.history import HistoryPage
    from rendermanager.ui.pages.notes import NotesPage
    from rendermanager.ui.pages.presets import PresetsPage
    from rendermanager.ui.pages.resources import ResourcesPage
    from rendermanager.ui.pages.settings import SettingsPage


class Interior(QObject):
    """Every part of the window; how they act on each other is for `Joining`.

    Attributes:
        state: The queue as a whole.
        actions: The actions of the menus.
        page: The queue.
        sidebar: Chooses the view.
        gauges: How the machine fares.
        status: The line at the bottom.
        views: Queue, history, presets, notifications and settings.
        book: What has happened.
        notice: What is wrong with the queue on the disk.
        dropping: Takes what is dragged onto the window.
        adding: Brings inputs into the queue.
        installing: Installs preset files that were dropped.
        toaster: Says what was done.
        leaving: Sees to the end.
        feed: Measures for the gauges.
        commands: What the actions do.

    Signals:
        restore_wanted: The `Path` of a backup that is to take the place of the queue.
        job_wanted: The number of a job that is to be shown, wherever it stands by now.
        log_wanted: The same with its log.
    """

    restore_wanted = Signal(object)
    job_wanted = Signal(int)
    log_wanted = Signal(int)

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        theme: Theme,
        has_tray: Callable[[], bool],
        marks: Marks,
    ) -> None:
        """Build everything inside this window.

        Args:
            window: The frame.
            session: What is running.
            theme: Colours and icons.
            has_tray: Whether there is an icon by which a hidden window can be found again.
            marks: How far the notifications were read before.
        """
        super().__init__(window)
        self._window = window
        self._session = session
        self._theme = theme
        self._has_tray = has_tray
        self.book = NoteBook(session, marks, self)
        self._presets: PresetsPage | None = None
        self._make_widgets()
        self._lay_out()
        self._make_helpers()
        self._make_menus()

    def settle(self) -> None:
        """Carry out what only waited for its undo to expire, such as the end of a render."""
        self.toaster.settle()
        self.page.pane.job_actions.settle()

    def close(self) -> None:
        """Ask nothing more of the session."""
        self.page.thumbnails.close()
        self.page.pane.model.close()
        self.page.pane.following.close()
        self.feed.close()
        self.book.close()
        if self._presets is not None:
            self._presets.close_up()

    def _make_widgets(self) -> None:
        session, theme = self._session, self._theme
        self.state = QueueState(session, self._window)
        self.actions = menus.WindowActions()
        self.page = QueuePage(session, theme, self.actions.pause_menu)
        self.sidebar = Sidebar(
            theme,
            [
                NavItem(QUEUE, "list-video", self.tr("Queue")),
                NavItem(HISTORY, "history", self.tr("History")),
                NavItem(RESOURCES, "gauge", self.tr("Resources")),
                NavItem(PRESETS, "sliders-horizontal", self.tr("Presets")),
            ],
            [
                NavItem(NOTES, "bell", self.tr("Notifications")),
                NavItem(SETTINGS, "settings", self.tr("Settings")),
            ],
        )
        self.gauges = GaugeStrip(theme)
        self.status = StatusBar(theme)
        self.views = Views(
            theme,
            self.page,
            {
                HISTORY: self._make_history,
                RESOURCES: self._make_resources,
                PRESETS: self._make_presets,
                NOTES: self._make_notes,
                SETTINGS: self._make_settings,
            },
        )
        self.notice = StoreNotice(session, theme, self._window)

    def _lay_out(self) -> None:
        self._window.setStatusBar(self.status)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice.widget)
        column.addWidget(self.views, 1)
        column.addWidget(self.gauges)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(content, 1)
        self._window.setCentralWidget(centre)
        self.dropping = Dropping(self._session, self._theme, centre)

    def _make_helpers(self) -> None:
        session, theme, window = self._session, self._theme, self._window
        self.adding = Adding(session, window)
        self.installing = Installing(session, window)
        self.toaster = Toaster(self.views.toast, window)
        self.leaving = Leaving(session, self.state, window, self._has_tray)
        self.finishing = Finishing(session, window)
        self.feed = GaugeFeed(session, self.gauges, window)
        self._applying = Applying(session, theme, self.page.pane.view, window)
        self.commands = Commands(
            window,
            Parts(
                session=session,
                theme=theme,
                page=self.page,
                views=self.views,
                adding=self.adding,
                toaster=self.toaster,
                leaving=self.leaving,
                state=self.state,
            ),
        )

    def _make_menus(self) -> None:
        made = menus.make_actions(self.commands.verbs(), self._theme, self._window)
        self.actions.by_name.update(made.by_name)
        self.commands.take_actions(self.actions)
        bar = self._window.menuBar()
        menus.fill_menu_bar(bar, self.actions, self.page.pane.job_actions)
        menus.fill_pause_menu(self.actions.pause_menu, self.actions)
        for choice, action in self.finishing.actions.items():
            self.actions.by_name[f"finish {choice.value}"] = action
        menus.add_finishing(self.actions, self.finishing.menu)
        self.status.set_finish_menu(self.finishing.menu)
        self._window.addActions(self.actions.everything())

    # Imported when they are shown for the first time: nobody waits for them at the start.

    def _make_history(self) -> "HistoryPage":
        from rendermanager.ui.pages.history import HistoryPage

        page = HistoryPage(self._session, self._theme, self.page.thumbnails)
        page.said.connect(self.toaster.say)
        return page

    def _make_resources(self) -> "ResourcesPage":
        from rendermanager.ui.pages.resources import ResourcesPage

        page = ResourcesPage(self._session, self._theme)
        page.job_wanted.connect(self.job_wanted)
        jobs = self.page.pane.job_actions
        page.renders.pause_wanted.connect(jobs.pause_ids)
        page.renders.resume_wanted.connect(jobs.resume_ids)
        page.renders.end_wanted.connect(jobs.cancel_ids)
        return page

    def _make_presets(self) -> "PresetsPage":
        from rendermanager.ui.pages.presets import PresetsPage

        self._presets = page = PresetsPage(self._session, self._theme)
        page.said.connect(self.toaster.say)
        return page

    def _make_notes(self) -> "NotesPage":
        from rendermanager.ui.pages.notes import NotesPage

        page = NotesPage(self._session, self._theme, self.book)
        page.said.connect(self.toaster.say)
        page.job_wanted.connect(self.job_wanted)
        page.log_wanted.connect(self.log_wanted)
        jobs = self.page.pane.job_actions
        page.again_wanted.connect(jobs.retry_ids)
        page.folder_wanted.connect(jobs.show_files)
        return page

    def _make_settings(self) -> "SettingsPage":
        from rendermanager.ui.pages.settings import SettingsPage

        page = SettingsPage(self._session, self._theme, has_tray=self._has_tray)
        page.said.connect(self.toaster.say)
        page.restore_wanted.connect(self.restore_wanted)
        return page
