"""The main window: joins pages, menus, gauges and bars, and lets things be dropped anywhere.

Its frame stands on the screen before the parts are imported and built: those imports are local.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from rendermanager.ui.theme.app_icon import app_icon
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.window.layout import (
    FILE_NAME,
    HISTORY,
    MIN_HEIGHT_PX,
    MIN_WIDTH_PX,
    QUEUE,
    SETTINGS,
    load_layout,
    put_in_place,
)
from rendermanager.ui.window.responsive import arrange

if TYPE_CHECKING:
    from rendermanager.services.session import Session
    from rendermanager.ui.pages.history import HistoryPage
    from rendermanager.ui.pages.settings import SettingsPage


class TrayIcon(Protocol):
    """What the window needs of the icon in the tray."""

    show_wanted: SignalInstance
    quit_wanted: SignalInstance

    def has_been_seen(self) -> None:
        """Somebody looks at the window."""
        ...


class MainWindow(QMainWindow):
    """The one window of the app.

    Signals:
        quit_requested: The app is to end; everything that had to be asked was asked.
        reopen_requested: The queue is to be closed and opened again; with the `Path` of a backup
            that is to take its place, or None.
    """

    quit_requested = Signal()
    reopen_requested = Signal(object)

    def __init__(self, theme: Theme, home: Path) -> None:
        """Make the frame, where it stood last; the theme is in force already.

        Args:
            theme: How everything looks.
            home: The folder of the app's data, which keeps the layout.
        """
        super().__init__()
        self._theme = theme
        self._layout = load_layout(home / FILE_NAME)
        self._tray: TrayIcon | None = None
        self._is_filled = False
        self._closes = False
        self.setWindowTitle(self.tr("Render Manager"))
        self.setWindowIcon(app_icon())
        self.setMinimumSize(MIN_WIDTH_PX, MIN_HEIGHT_PX)
        put_in_place(self, self._layout)

    def fill(self, session: "Session") -> None:
        """Build everything inside the frame, whether it is shown already or not."""
        self._session = session
        self.setAcceptDrops(session.store.only_look is None)
        self._build()
        self._join()
        self._remember()
        self._is_filled = True
        self._arrange()
        self._show_state()
        if self.isVisible():
            self._feed.set_seen(seen=True)

    # ------------------------------------------------------------------ for the app

    def add_inputs(self, inputs: Sequence[str]) -> None:
        """Add files, folders or the sample, as from the command line: nothing is asked."""
        self._adding.add_inputs(inputs, at_once=True)

    def raise_window(self) -> None:
        """Bring the window to the front, from the tray or from behind others."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def raise_job(self, job_id: int) -> None:
        """Bring the window to the front, with this job selected."""
        self.raise_window()
        self.show_view(QUEUE)
        self.page.pane.view.select_job(job_id)

    def attach_tray(self, tray: TrayIcon) -> None:
        """There is an icon by which a hidden window can be found again."""
        self._tray = tray
        tray.show_wanted.connect(self.raise_window)
        tray.quit_wanted.connect(self.commands.quit)

    def allow_close(self) -> None:
        """Close without a question from now on, and ask nothing more of the session."""
        if self._closes:
            return
        self._closes = True
        self._settle()
        self.page.thumbnails.close()
        self.page.pane.model.close()
        self._feed.close()

    def show_view(self, view: str) -> None:
        """Show ``queue``, ``history`` or ``settings``."""
        self.views.show_view(view)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        from rendermanager.ui.widgets import GaugeStrip, NavItem, Sidebar
        from rendermanager.ui.window import menus
        from rendermanager.ui.window.dropping import Dropping
        from rendermanager.ui.window.queue_page import QueuePage
        from rendermanager.ui.window.queue_state import QueueState
        from rendermanager.ui.window.status_bar import StatusBar
        from rendermanager.ui.window.store_notice import StoreNotice
        from rendermanager.ui.window.views import Views

        session, theme = self._session, self._theme
        self.state = QueueState(session, self)
        self.actions_made = menus.WindowActions()
        self.page = QueuePage(session, theme, self.actions_made.pause_menu)
        self.sidebar = Sidebar(
            theme,
            [
                NavItem(QUEUE, "list-video", self.tr("Queue")),
                NavItem(HISTORY, "history", self.tr("History")),
            ],
            [NavItem(SETTINGS, "settings", self.tr("Settings"))],
        )
        self.gauges = GaugeStrip(theme)
        self.status = StatusBar(theme)
        self.setStatusBar(self.status)
        self.views = Views(
            theme, self.page, {HISTORY: self._make_history, SETTINGS: self._make_settings}
        )
        self.toast = self.views.toast
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.notice = StoreNotice(session, theme, self)
        column.addWidget(self.notice.widget)
        column.addWidget(self.views, 1)
        column.addWidget(self.gauges)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(content, 1)
        self.setCentralWidget(centre)
        self.dropping = Dropping(session, theme, centre)

    def _make_history(self) -> "HistoryPage":
        from rendermanager.ui.pages.history import HistoryPage

        page = HistoryPage(self._session, self._theme, self.page.thumbnails)
        page.said.connect(self._toaster.say)
        return page

    def _make_settings(self) -> "SettingsPage":
        from rendermanager.ui.pages.settings import SettingsPage

        page = SettingsPage(self._session, self._theme, has_tray=self.has_tray)
        page.said.connect(self._toaster.say)
        page.restore_wanted.connect(self._on_reopen)
        return page

    def _join(self) -> None:
        from rendermanager.ui.window.adding import Adding
        from rendermanager.ui.window.applying import Applying
        from rendermanager.ui.window.commands import Commands, Parts
        from rendermanager.ui.window.gauge_feed import GaugeFeed
        from rendermanager.ui.window.leaving import Leaving
        from rendermanager.ui.window.toaster import Toaster

        session, theme = self._session, self._theme
        self._adding = Adding(session, self)
        self._toaster = Toaster(self.toast, self)
        self._leaving = Leaving(session, self.state, self, self.has_tray)
        self._feed = GaugeFeed(session, self.gauges, self)
        self._applying = Applying(session, theme, self.page.pane.view, self)
        self.commands = Commands(
            self,
            Parts(
                session=session,
                theme=theme,
                page=self.page,
                adding=self._adding,
                toaster=self._toaster,
                leaving=self._leaving,
                state=self.state,
            ),
        )
        self._make_menus()
        self._connect()

    def _remember(self) -> None:
        from rendermanager.ui.window.remembering import Remembering

        path = self._session.paths.home / FILE_NAME
        self._remembering = Remembering(path, self._layout, self, self.page, self.views, self._feed)
        self._remembering.restore()

    def _make_menus(self) -> None:
        from rendermanager.ui.window import menus

        made = menus.make_actions(self.commands.verbs(), self._theme, self)
        self.actions_made.by_name.update(made.by_name)
        self.commands.take_actions(self.actions_made)
        menus.fill_menu_bar(self.menuBar(), self.actions_made, self.page.pane.job_actions)
        menus.fill_pause_menu(self.actions_made.pause_menu, self.actions_made)
        self.addActions(self.actions_made.everything())

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.show_view)
        self.views.shown.connect(self.sidebar.set_current)
        self.commands.view_wanted.connect(self.show_view)
        self.commands.gauges_wanted.connect(self._on_gauges_wanted)
        self.commands.pane_wanted.connect(self._on_pane_wanted)
        self.state.changed.connect(self._show_state)
        self._session.preferences.changed.connect(self._show_checks)
        self._theme.changed.connect(self._arrange)
        page = self.page
        page.add_wanted.connect(self.actions_made["add_files"].trigger)
        page.sample_wanted.connect(self._adding.add_sample)
        page.setup_wanted.connect(self.actions_made["settings"].trigger)
        page.pause_pressed.connect(self.commands.toggle_queue)
        page.inspector_changed.connect(self._show_checks)
        page.pane.model.counted.connect(self._show_count)
        page.pane.model.forecast_changed.connect(self._show_state)
        page.pane.view.quick_look.connect(self.commands.quick_look)
        page.pane.view.dropped.connect(self._on_dropped_between)
        page.pane.job_actions.told.connect(self._toaster.say)
        page.pane.job_actions.failed.connect(self._on_trouble)
        page.inspector.said.connect(self._toaster.say)
        self._adding.told.connect(self._on_added)
        self._adding.troubled.connect(self._on_add_trouble)
        self._adding.busy.connect(self.status.show_busy)
        self.dropping.dropped.connect(self._on_dropped)
        self._leaving.quit_now.connect(self._on_quit_now)
        self._leaving.hide_wanted.connect(self.hide)
        self.status.stay.clicked.connect(self._leaving.stay)
        self.notice.reopen_wanted.connect(self._on_reopen)

    def has_tray(self) -> bool:
        """Whether there is an icon by which a hidden window can be found again."""
        return self._tray is not None

    # ------------------------------------------------------------------ what is shown

    @Slot()
    def _show_state(self, *_ignored: object) -> None:
        now = self.state.standing
        self.page.header.set_line(self.state.headline(self.page.pane.model.all_done))
        self.status.show_line(self.state.status_line(), leaving=now.leaving)
        paused = bool(now.paused)
        text = self.tr("Resume queue") if paused else self.tr("Pause queue")
        icon = "play" if paused else "pause"
        self.page.set_pause_face(text, icon)
        toggle = self.actions_made["toggle_queue"]
        toggle.setText(self.tr("&Resume queue") if paused else self.tr("&Pause queue"))
        toggle.setIcon(self._theme.icon(icon))
        self.actions_made["pause_after"].setEnabled(now.paused != "after")
        self.actions_made["pause_now"].setEnabled(now.paused != "now")
        self.actions_made["resume"].setEnabled(paused)
        self.notice.forbid(
            self.actions_made.by_name,
            [self.page.add, self.page.pause, *self.page.empty_buttons],
        )
        self._show_checks()

    @Slot()
    def _show_checks(self, *_ignored: object) -> None:
        settings = self._session.preferences.value
        self.actions_made["inspector"].setChecked(self.page.is_inspector_open)
        self.actions_made["gauges"].setChecked(self._feed.is_shown)
        self.actions_made["compact"].setChecked(settings.compact_rows)
        self.actions_made[f"theme {settings.theme}"].setChecked(True)

    @Slot(int, int)
    def _show_count(self, shown: int, total: int) -> None:
        if not total:
            text = ""
        elif shown != total:
            text = self.tr("{shown} of %n jobs", "", total).format(shown=shown)
        else:
            text = self.tr("1 job") if total == 1 else self.tr("%n jobs", "", total)
        self.status.show_count(text)

    @Slot(bool)
    def _on_gauges_wanted(self, shown: bool) -> None:
        self._feed.set_shown(shown)
        self._show_checks()

    @Slot()
    def _arrange(self) -> None:
        if not self._is_filled:
            return
        # Larger text needs the room that a smaller window would leave.
        scale = max(1.0, self._theme.text_scale)
        width, height = round(self.width() / scale), round(self.height() / scale)
        arrangement = arrange(width, height)
        self.sidebar.set_collapsed(arrangement.rail)
        self.gauges.set_compact(arrangement.compact_gauges)
        self.page.arrange(arrangement, width)

    # ------------------------------------------------------------------ what happens

    @Slot()
    def _on_quit_now(self) -> None:
        self._settle()
        self.quit_requested.emit()

    @Slot()
    @Slot(object)
    def _on_reopen(self, backup: object = None) -> None:
        self._settle()
        self.reopen_requested.emit(backup)

    def _settle(self) -> None:
        """Carry out what only waited for its undo to expire, such as the end of a render."""
        self._toaster.settle()
        self.page.pane.job_actions.settle()

    @Slot(str, object)
    def _on_added(self, text: str, undo: object) -> None:
        self._toaster.say(text, undo, icon="circle-check")

    @Slot(str, object)
    def _on_add_trouble(self, text: str, problems: object) -> None:
        found = problems if isinstance(problems, tuple) else ()
        self.page.show_problems(text, found)
        self.show_view(QUEUE)

    @Slot(str)
    def _on_trouble(self, sentence: str) -> None:
        self.page.show_problems(sentence, ())

    @Slot(object, bool)
    def _on_dropped(self, inputs: list[str], at_once: bool) -> None:
        self.show_view(QUEUE)
        self._adding.add_inputs(inputs, at_once=at_once)

    @Slot(object, object)
    def _on_dropped_between(self, inputs: list[str], before: int | None) -> None:
        self._adding.add_inputs(inputs, before=before)

    @Slot()
    def _on_pane_wanted(self) -> None:
        self.views.next_pane(self.sidebar)

    # ------------------------------------------------------------------ Qt

    def sizeHint(self) -> QSize:
        return QSize(MIN_WIDTH_PX, MIN_HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_filled:
            self._feed.set_seen(seen=True)
        if self._tray is not None:
            self._tray.has_been_seen()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._is_filled:
            self._feed.set_seen(seen=False)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_filled:
            # It is about to be; whoever is that fast may close it then.
            event.ignore()
            return
        self._remembering.save()
        if self._closes:
            event.accept()
        elif self._leaving.may_close():
            event.ignore()
            self._on_quit_now()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dropping.hover(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.dropping.hover(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.dropping.leave()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropping.drop(event)
