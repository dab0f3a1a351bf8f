"""Every action on jobs, with its shortcut, its icon and, where it is not possible, the reason."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus, Priority
from rendermanager.services.session import Session
from rendermanager.store import queries
from rendermanager.store.intents import Place
from rendermanager.ui.dialogs.palette import NAME_PROPERTY
from rendermanager.ui.language.said import said, said_error
from rendermanager.ui.queue.asking import Asking
from rendermanager.ui.queue.copying import Copying
from rendermanager.ui.queue.desktop import Desktop
from rendermanager.ui.queue.looks import LOOKS, text_of
from rendermanager.ui.queue.model import QueueModel
from rendermanager.ui.queue.rows import priority_word
from rendermanager.ui.queue.texts import output_paths
from rendermanager.ui.queue.verbs import LOOKING, READ_LIMIT, Chosen, Verb, refusal
from rendermanager.ui.theme import Theme

PRIORITIES: Final = (Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW)
"""What a person may choose; the rest is the app's own."""


_COPIED: Final = (Verb.COPY_OUTPUT, Verb.COPY_COMMAND, Verb.COPY_JSON, Verb.COPY_ERROR)


class QueueActions(QObject):
    """Actions on the chosen jobs. Several work on all of them, or say why they cannot.

    Attributes:
        priority_menu: One entry for each priority.
        copy_menu: What can be put on the clipboard.

    Signals:
        told: A sentence for a toast, and an `Undo` or None.
        failed: A sentence: something that was asked for could not be done.
        log_wanted: The id of a job whose log is to be shown.
        duplicate_wanted: `list[Job]` to add once more.
        edit_wanted: The `Job` whose settings are to be changed.
        preset_wanted: The `Job` whose settings are to be kept as a preset.
        details_wanted: The id of a job to be looked at.
    """

    told = Signal(str, object)
    failed = Signal(str)
    log_wanted = Signal(int)
    duplicate_wanted = Signal(object)
    edit_wanted = Signal(object)
    preset_wanted = Signal(object)
    details_wanted = Signal(int)

    def __init__(
        self, session: Session, theme: Theme, model: QueueModel, parent: QWidget | None = None
    ) -> None:
        """Make every action; nothing is chosen yet.

        Args:
            session: Where everything is.
            theme: For the icons.
            model: Knows the chosen jobs.
            parent: Owner of the menus.
        """
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._model = model
        self._ids: list[int] = []
        self._read: dict[int, Job] = {}
        self._chosen = Chosen()
        self._asking = Asking(session, model, self)
        self._asking.told.connect(self.told)
        self._asking.failed.connect(self.failed)
        self._desktop, self._copying = self._made_helpers()
        self._actions = {verb: self._made(verb) for verb in LOOKS}
        self.run_next = self._actions[Verb.RUN_NEXT]
        self.pause = self._actions[Verb.PAUSE]
        self.move_top = self._actions[Verb.MOVE_TOP]
        self.move_up = self._actions[Verb.MOVE_UP]
        self.move_down = self._actions[Verb.MOVE_DOWN]
        self.move_bottom = self._actions[Verb.MOVE_BOTTOM]
        self.open_output = self._actions[Verb.OPEN_OUTPUT]
        self.show_in_folder = self._actions[Verb.SHOW_IN_FOLDER]
        self.show_source = self._actions[Verb.SHOW_SOURCE]
        self.view_log = self._actions[Verb.VIEW_LOG]
        self.duplicate = self._actions[Verb.DUPLICATE]
        self.save_preset = self._actions[Verb.SAVE_PRESET]
        self.run_again = self._actions[Verb.RUN_AGAIN]
        self.run_from_start = self._actions[Verb.RUN_FROM_START]
        self.cancel = self._actions[Verb.CANCEL]
        self.remove = self._actions[Verb.REMOVE]
        self.priority_menu = QMenu(self.tr("Priority"), parent)
        self.priority_menu.setIcon(theme.icon("chevrons-up-down"))
        self._priorities = self._make_priorities()
        self.copy_menu = QMenu(self.tr("Copy"), parent)
        self.copy_menu.setIcon(theme.icon("copy"))
        self.copy_menu.addActions([self._actions[verb] for verb in _COPIED])
        self._name_copied()
        model.touched.connect(self._on_touched)
        model.arranged.connect(self._look_again)
        model.counted.connect(self._look_again)
        self._look_again()

    @property
    def ids(self) -> Sequence[int]:
        """The chosen jobs."""
        return self._ids

    def all(self) -> list[QAction]:
        """Every action, for a command palette or a list of shortcuts."""
        return [*self._actions.values(), *self._priorities.values()]

    def fill_menu(self, menu: QMenu) -> None:
        """Put everything into a menu, in the usual order."""
        groups = (
            (self.run_next, self.pause),
            (self.move_top, self.move_up, self.move_down, self.move_bottom),
            (self.open_output, self.show_in_folder, self.show_source, self.view_log),
        )
        for group in groups:
            menu.addActions(group)
            menu.addSeparator()
        menu.addActions([self.duplicate, self._actions[Verb.EDIT]])
        menu.addMenu(self.priority_menu)
        menu.addMenu(self.copy_menu)
        menu.addAction(self.save_preset)
        menu.addActions([self.run_again, self.run_from_start])
        menu.addSeparator()
        menu.addActions([self.cancel, self.remove])

    @property
    def edit(self) -> QAction:
        """Changes the settings of the chosen job."""
        return self._actions[Verb.EDIT]

    def set_selection(self, ids: Sequence[int]) -> None:
        """Act on these jobs from now on."""
        self._ids = list(ids)
        self._read.clear()
        self._look_again()
        unread = [job_id for job_id in ids if self._model.job(job_id) is None]
        if unread and len(ids) <= READ_LIMIT:
            self._read_jobs(tuple(unread))

    def run_default(self, job_id: int) -> None:
        """Do what one most likely wants of a job: see its result, or its log, or its details."""
        job = self._model.job(job_id)
        if job is not None and job.status is JobStatus.COMPLETED and job.artifacts:
            self._desktop.open_files([job.artifacts[0].final])
        elif job is not None and job.status is JobStatus.FAILED and job.attempts:
            self.log_wanted.emit(job_id)
        else:
            self.details_wanted.emit(job_id)

    def settle(self) -> None:
        """Carry out what only waited for its undo to expire; call it before the app ends."""
        self._asking.settle()

    def move_before(self, ids: Sequence[int], before_id: int | None) -> None:
        """Move waiting jobs before another one, or behind all that wait."""
        self._asking.move_before(ids, before_id)

    def remove_ids(self, ids: Sequence[int]) -> None:
        """Take jobs out of the list."""
        self._asking.remove(ids)

    def cancel_ids(self, ids: Sequence[int]) -> None:
        """End jobs."""
        self._asking.cancel(ids)

    def pause_ids(self, ids: Sequence[int]) -> None:
        """Suspend jobs."""
        self._asking.ask("pause", ids)

    def resume_ids(self, ids: Sequence[int]) -> None:
        """Let jobs go on."""
        self._asking.ask("resume", ids)

    def retry_ids(self, ids: Sequence[int]) -> None:
        """Render jobs once more."""
        self._asking.ask("retry", ids)

    def tell_edited(self, old: Job, new_id: int) -> None:
        """Say that a job took the place of another one; that can be undone."""
        self._asking.tell_edited(old.id, new_id, old.name)

    def show_files(self, paths: Sequence[str]) -> None:
        """Open the folders of files."""
        self._desktop.show_in_folder(paths)

    def keep_ids(self, ids: Sequence[int]) -> None:
        """Take doubtful results as they are."""
        self._asking.ask("keep", ids)

    def set_priority_ids(self, ids: Sequence[int], priority: Priority) -> None:
        """Serve jobs earlier or later."""
        self._asking.set_priority(ids, priority)

    def clear(self, statuses: Sequence[JobStatus]) -> None:
        """Take all jobs with one of these ended statuses out of the list."""
        self._asking.clear(statuses)

    # ------------------------------------------------------------------ making

    def _made(self, verb: Verb) -> QAction:
        look = LOOKS[verb]
        action = QAction(self._theme.icon(look.icon), text_of(verb), self)
        if look.keys:
            action.setShortcut(QKeySequence(look.keys))
            # In the list alone: in the filter box a P is a letter.
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(partial(self._on_triggered, verb))
        return action

    def _name_copied(self) -> None:
        """Among all actions, what is copied does not say by itself that it is."""
        for verb in _COPIED:
            action = self._actions[verb]
            action.setProperty(NAME_PROPERTY, f"{self.copy_menu.title()}: {action.text()}")

    def _made_helpers(self) -> tuple[Desktop, Copying]:
        desktop = Desktop(self._session.background, self)
        copying = Copying(self._session, self)
        copying.copied.connect(lambda: self.told.emit(self.tr("Copied"), None))
        for helper in (desktop, copying):
            helper.failed.connect(self.failed)
        return desktop, copying

    def _make_priorities(self) -> dict[Priority, QAction]:
        group = QActionGroup(self)
        made = {}
        for priority in PRIORITIES:
            action = self.priority_menu.addAction(priority_word(priority))
            action.setProperty(NAME_PROPERTY, f"{self.priority_menu.title()}: {action.text()}")
            action.setCheckable(True)
            action.triggered.connect(partial(self._on_priority, priority))
            group.addAction(action)
            made[priority] = action
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        return made

    # ------------------------------------------------------------------ what is possible

    @Slot()
    def _look_again(self, *_counts: int) -> None:
        """Enable what is possible for the chosen jobs as they are now."""
        statuses = {i: s for i in self._ids if (s := self._model.status_of(i)) is not None}
        found = (self._model.job(i) or self._read.get(i) for i in [*statuses][:READ_LIMIT])
        jobs = tuple(job for job in found if job is not None)
        self._chosen = Chosen(statuses, jobs, self._model.is_run_order)
        for verb, action in self._actions.items():
            self._offer(action, self._refusal(verb))
        self._offer_pause()
        why = self._refusal(Verb.PRIORITY)
        self.priority_menu.setEnabled(not why)
        levels = {job.priority for job in jobs}
        for priority, action in self._priorities.items():
            self._offer(action, why)
            action.setChecked(levels == {priority} and self._chosen.is_complete)
        self.copy_menu.setEnabled(any(action.isEnabled() for action in self.copy_menu.actions()))

    def _refusal(self, verb: Verb) -> str:
        """Why it cannot be done; a queue that may only be looked at allows no change."""
        only_look = self._session.store.only_look
        if only_look is not None and verb not in LOOKING:
            return said(only_look.message)
        return refusal(verb, self._chosen)

    def _offer_pause(self) -> None:
        paused = self._chosen.all_paused
        self.pause.setText(self.tr("&Resume") if paused else self.tr("&Pause"))
        self.pause.setIcon(self._theme.icon("play" if paused else "pause"))

    def _offer(self, action: QAction, why: str) -> None:
        action.setEnabled(not why)
        name = action.text().replace("&", "").rstrip("…")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(why or (f"{name} ({keys})" if keys else name))

    @Slot(object)
    def _on_touched(self, ids: frozenset[int]) -> None:
        if len(self._ids) > READ_LIMIT or not ids.isdisjoint(self._ids):
            self._look_again()

    def _read_jobs(self, ids: tuple[int, ...]) -> None:
        background = self._session.background
        store = self._session.store
        background.run(
            background.reads,
            lambda: store.read(lambda db: queries.jobs_by_id(db, ids)),
            self._on_read,
            lambda error: self.failed.emit(said_error(error)),
        )

    def _on_read(self, jobs: dict[int, Job]) -> None:
        self._read = {job_id: job for job_id, job in jobs.items() if job_id in self._ids}
        self._look_again()

    # ------------------------------------------------------------------ doing

    def _on_triggered(self, verb: Verb, _checked: bool = False) -> None:
        doing: dict[Verb, Callable[[], None]] = {
            Verb.RUN_NEXT: lambda: self._asking.run_next(self._ids),
            Verb.PAUSE: self._toggle_pause,
            Verb.MOVE_TOP: lambda: self._asking.reorder(self._ids, Place.TOP),
            Verb.MOVE_UP: lambda: self._asking.reorder(self._ids, Place.UP),
            Verb.MOVE_DOWN: lambda: self._asking.reorder(self._ids, Place.DOWN),
            Verb.MOVE_BOTTOM: lambda: self._asking.reorder(self._ids, Place.BOTTOM),
            Verb.OPEN_OUTPUT: lambda: self._desktop.open_files(self._outputs()),
            Verb.SHOW_IN_FOLDER: lambda: self._desktop.show_in_folder(self._outputs()),
            Verb.SHOW_SOURCE: self._show_source,
            Verb.VIEW_LOG: lambda: self.log_wanted.emit(self._ids[0]),
            Verb.DUPLICATE: lambda: self.duplicate_wanted.emit(list(self._chosen.jobs)),
            Verb.EDIT: lambda: self.edit_wanted.emit(self._chosen.jobs[0]),
            Verb.SAVE_PRESET: lambda: self.preset_wanted.emit(self._chosen.jobs[0]),
            Verb.COPY_OUTPUT: lambda: self._copying.outputs(self._chosen.jobs),
            Verb.COPY_COMMAND: lambda: self._copying.commands(self._chosen.jobs),
            Verb.COPY_ERROR: lambda: self._copying.errors(self._chosen.jobs),
            Verb.COPY_JSON: lambda: self._copying.json(self._chosen.jobs),
            Verb.RUN_AGAIN: lambda: self._asking.ask("retry", self._ids),
            Verb.RUN_FROM_START: lambda: self._asking.ask("retry_from_start", self._ids),
            Verb.CANCEL: lambda: self._asking.cancel(self._ids),
            Verb.REMOVE: lambda: self._asking.remove(self._ids),
        }
        if not refusal(verb, self._chosen):
            doing[verb]()

    def _on_priority(self, priority: Priority, _checked: bool = False) -> None:
        self._asking.set_priority(self._ids, priority)

    def _toggle_pause(self) -> None:
        self._asking.ask("resume" if self._chosen.all_paused else "pause", self._ids)

    def _outputs(self) -> list[str]:
        return [output_paths(job)[0] for job in self._chosen.jobs]

    def _show_source(self) -> None:
        self._desktop.show_in_folder([job.spec.source for job in self._chosen.jobs])
