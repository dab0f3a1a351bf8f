"""What the actions of the window do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QWidget

from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.renderers.api import Preset
from rendermanager.services.session import Session
from rendermanager.store import queries
from rendermanager.ui.dialogs.add.planning import AddRequest
from rendermanager.ui.dialogs.choosing import Choosing
from rendermanager.ui.language.said import said_error
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.window.adding import Adding
from rendermanager.ui.window.drops import inputs_of
from rendermanager.ui.window.leaving import Leaving
from rendermanager.ui.window.menus import Verbs, WindowActions
from rendermanager.ui.window.queue_page import QueuePage
from rendermanager.ui.window.queue_state import QueueState
from rendermanager.ui.window.showing import Showing
from rendermanager.ui.window.toaster import Toaster
from rendermanager.ui.window.views import Views

if TYPE_CHECKING:
    from rendermanager.ui.dialogs.add.dialog import AddDialog
    from rendermanager.ui.dialogs.edit_job import EditJobDialog
    from rendermanager.ui.dialogs.save_preset import SavePresetDialog


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of the window that commands reach for.

    Attributes:
        session: What is running.
        theme: Colours and icons.
        page: The queue page.
        views: That page and the others.
        adding: Brings inputs into the queue.
        toaster: Says what was done.
        leaving: Sees to the end.
        state: The queue as a whole.
    """

    session: Session
    theme: Theme
    page: QueuePage
    views: Views
    adding: Adding
    toaster: Toaster
    leaving: Leaving
    state: QueueState


class Commands(QObject):
    """One method for each verb.

    Attributes:
        showing: Opens the dialogs that ask nothing.

    Signals:
        view_wanted: Id of a view that is to be shown.
        gauges_wanted: Whether the gauges are to be shown.
        pane_wanted: The keyboard is to go to the next part of the window.
    """

    view_wanted = Signal(str)
    gauges_wanted = Signal(bool)
    pane_wanted = Signal()

    def __init__(self, window: QMainWindow, parts: Parts) -> None:
        """Act on this window."""
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._control = parts.session.control("window")
        self._actions = WindowActions()
        self.showing = Showing(
            window, parts.theme, parts.page, parts.session.paths.home, lambda: self._actions
        )
        self.showing.failed.connect(parts.toaster.say)
        self._choosing = Choosing(window, parts.session.registry)
        self._choosing.chosen.connect(self.open_add_dialog)
        parts.adding.asks.connect(self.open_add_dialog)
        parts.adding.approves.connect(self._ask_approval)
        parts.page.pane.job_actions.duplicate_wanted.connect(self.duplicate)
        parts.page.pane.job_actions.preset_wanted.connect(self.save_preset)
        parts.page.pane.job_actions.edit_wanted.connect(self.edit)

    def take_actions(self, actions: WindowActions) -> None:
        """Know the actions, whose check marks this keeps true."""
        self._actions = actions

    def verbs(self) -> Verbs:
        """The methods by the names of the actions."""
        return Verbs(
            add_files=self._choosing.files,
            add_folder=self._choosing.folder,
            add_sample=self._parts.adding.add_sample,
            settings=lambda: self.view_wanted.emit("settings"),
            close=self._close_window,
            quit=self.quit,
            undo=self._undo,
            paste=self.paste,
            select_all=self._select_all,
            find=self._find,
            toggle_queue=self.toggle_queue,
            pause_after=lambda: self._pause(now=False),
            pause_now=lambda: self._pause(now=True),
            resume=self._resume,
            clear_completed=lambda: self._clear(JobStatus.COMPLETED),
            clear_failed=lambda: self._clear(JobStatus.FAILED),
            clear_cancelled=lambda: self._clear(JobStatus.CANCELLED),
            retry_failed=self._retry_failed,
            queue=lambda: self.view_wanted.emit("queue"),
            history=lambda: self.view_wanted.emit("history"),
            resources=lambda: self.view_wanted.emit("resources"),
            presets=lambda: self.view_wanted.emit("presets"),
            notes=lambda: self.view_wanted.emit("notes"),
            inspector=self._toggle_inspector,
            gauges=lambda: self.gauges_wanted.emit(self._actions["gauges"].isChecked()),
            compact=self._toggle_compact,
            follow=self._toggle_follow,
            next_pane=self.pane_wanted.emit,
            palette=self.showing.open_palette,
            full_screen=self._toggle_full_screen,
            shortcuts=self.showing.open_shortcuts,
            open_home=self.showing.open_home,
            about=self.showing.open_about,
            theme=self._set_theme,
        )

    # ------------------------------------------------------------------ adding

    @Slot(object)
    def open_add_dialog(self, inputs: Sequence[str] = ()) -> "AddDialog":
        """Open the add dialog with these sources."""
        # Dialogs are imported when they are opened: the window need not wait for them.
        from rendermanager.ui.dialogs.add.dialog import AddDialog

        parts = self._parts
        dialog = AddDialog(parts.session, parts.theme, inputs, self._window)
        dialog.add_wanted.connect(self._on_add_wanted)
        _bring_up(dialog)
        return dialog

    @Slot(object, object)
    def _ask_approval(self, files: Sequence[Path], answer: Callable[[bool], None]) -> None:
        from rendermanager.ui.dialogs.approval import ApprovalDialog

        parts = self._parts
        dialog = ApprovalDialog(parts.session, parts.theme, files, self._window)
        dialog.approved.connect(lambda: answer(True))
        dialog.rejected.connect(lambda: answer(False))
        _bring_up(dialog)

    @Slot(object)
    def duplicate(self, jobs: Sequence[Job]) -> None:
        """Open the add dialog with what jobs have."""
        self.open_add_dialog().take_over(jobs)

    @Slot(object)
    def edit(self, job: Job) -> "EditJobDialog":
        """Have the settings of a job changed that has not started."""
        from rendermanager.ui.dialogs.edit_job import EditJobDialog

        parts = self._parts
        dialog = EditJobDialog(parts.session, parts.theme, job, self._window)
        dialog.replaced.connect(self._on_replaced)
        dialog.show()
        return dialog

    @Slot(object, int)
    def _on_replaced(self, old: Job, new_id: int) -> None:
        pane = self._parts.page.pane
        pane.view.select_job(new_id)
        pane.job_actions.tell_edited(old, new_id)

    @Slot(object)
    def save_preset(self, job: Job) -> "SavePresetDialog":
        """Ask under which name the settings of a job are to be kept."""
        from rendermanager.ui.dialogs.save_preset import SavePresetDialog

        parts, spec = self._parts, job.spec
        preset = Preset("", job.name, spec.engine, spec.settings)
        dialog = SavePresetDialog(parts.session, parts.theme, preset, self._window)
        dialog.kept.connect(self._on_preset_kept)
        dialog.show()
        return dialog

    @Slot(object)
    def _on_preset_kept(self, preset: Preset) -> None:
        text = self.tr("Saved the preset “{name}”").format(name=preset.label)
        self._parts.toaster.say(text, icon="circle-check")

    @Slot()
    def paste(self) -> None:
        """Add the files on the clipboard."""
        inputs = inputs_of(QGuiApplication.clipboard().mimeData())
        if inputs:
            self._parts.adding.add_inputs(inputs)
        else:
            self._parts.toaster.say(self.tr("There are no files on the clipboard"))

    @Slot(object)
    def _on_add_wanted(self, request: AddRequest) -> None:
        self._parts.adding.add(request, at_once=True)

    # ------------------------------------------------------------------ the queue

    @Slot()
    def toggle_queue(self) -> None:
        """Pause the queue after the current jobs, or let it run."""
        if self._parts.state.paused:
            self._resume()
        else:
            self._pause(now=False)

    def _pause(self, *, now: bool) -> None:
        self._when_done(self._control.pause_queue(now=now))

    def _resume(self) -> None:
        self._parts.leaving.stay()
        self._when_done(self._control.resume_queue())

    def _clear(self, status: JobStatus) -> None:
        self._parts.page.pane.job_actions.clear([status])

    def _retry_failed(self) -> None:
        session = self._parts.session
        background = session.background
        background.run(
            background.reads,
            lambda: session.store.read(lambda db: queries.job_ids(db, [JobStatus.FAILED])),
            self._on_failed_found,
            self._on_refused,
        )

    def _on_failed_found(self, ids: list[int]) -> None:
        if ids:
            self._parts.page.pane.job_actions.retry_ids(ids)
        else:
            self._parts.toaster.say(self.tr("No job has failed"))

    def _when_done(self, future: object) -> None:
        background = self._parts.session.background
        background.when_done(future, lambda _done: None, self._on_refused)  # type: ignore[arg-type]

    def _on_refused(self, error: Exception) -> None:
        self._parts.page.show_problems(said_error(error), ())

    # ------------------------------------------------------------------ editing

    def _undo(self) -> None:
        """In a field it is the field's own; else what the toast offers."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit) and not focused.isReadOnly():
            focused.undo()
        elif not self._parts.toaster.undo():
            self._parts.toaster.say(self.tr("There is nothing to undo"))

    def _select_all(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit):
            focused.selectAll()
        else:
            self._parts.page.pane.view.selectAll()

    def _find(self) -> None:
        if not self._parts.views.go_to_search():
            self._parts.toaster.say(self.tr("There is nothing to search here"))

    # ------------------------------------------------------------------ looks

    def _toggle_inspector(self) -> None:
        self.view_wanted.emit("queue")
        page = self._parts.page
        page.set_inspector_open(not page.is_inspector_open)

    def _toggle_compact(self) -> None:
        compact = self._actions["compact"].isChecked()
        self._parts.session.preferences.change(compact_rows=compact)

    def _toggle_follow(self) -> None:
        follows = self._actions["follow"].isChecked()
        if follows:
            self.view_wanted.emit("queue")
        self._parts.page.pane.following.set_on(follows)

    def _set_theme(self, name: str) -> None:
        self._parts.session.preferences.change(theme=name)

    def _toggle_full_screen(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    # ------------------------------------------------------------------ leaving

    @Slot()
    def quit(self) -> None:
        """End the app, after a question where something renders."""
        if self._parts.leaving.may_quit():
            self._parts.leaving.quit_now.emit()

    def _close_window(self) -> None:
        self._window.close()


def _bring_up(dialog: QWidget) -> None:
    """Show a dialog and give it the keyboard.

    After a drop the file manager has it, and window managers leave it there: the dialog belongs to
    a window that nobody works in, as far as they know.
    """
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
