"""Keeps the list at the job that renders now, until the person chooses another one."""

import logging
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.core.events import Event, EventKind
from rendermanager.core.status import JobStatus
from rendermanager.services.session import Session
from rendermanager.store import queries
from rendermanager.ui.queue.model import QueueModel
from rendermanager.ui.queue.view import QueueView

SCROLL_PAUSE_MS: Final = 10_000
"""Who scrolls wants to look around: for so long nothing moves under his hands."""

_log = logging.getLogger(__name__)


def next_followed(followed: int, rendering: Iterable[int]) -> int:
    """The job to be at.

    Args:
        followed: Where the list is now; 0 for nowhere.
        rendering: Jobs that render, the one that began first before the others.

    Returns:
        The same one for as long as it renders, then the first of the others; where nothing
        renders, it stays.
    """
    running = tuple(rendering)
    if followed in running or not running:
        return followed
    return running[0]


class Following(QObject):
    """On at first; a choice of the person's own ends it, scrolling only puts it off.

    Signals:
        changed: Whether it is on now.
    """

    changed = Signal(bool)

    def __init__(self, session: Session, model: QueueModel, view: QueueView) -> None:
        """Follow from now on.

        Args:
            session: Tells what renders.
            model: The rows.
            view: What is kept at the job.
        """
        super().__init__(view)
        self._session = session
        self._model = model
        self._view = view
        self._on = True
        self._followed = 0
        self._chosen: list[int] = []
        self._rendering: dict[int, None] = {}
        self._over: set[int] = set()
        self._has_read = self._closed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SCROLL_PAUSE_MS)
        self._pause.timeout.connect(self._go)
        session.bus.committed.connect(self._on_committed)
        view.selection_changed.connect(self._on_selected)
        view.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        for signal in (model.modelReset, model.rowsInserted, model.rowsMoved, model.arranged):
            # After the view, which brings back first what was chosen.
            signal.connect(self._go_soon)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go)
        self._look()

    @property
    def is_on(self) -> bool:
        """Whether the list is kept at the job that renders."""
        return self._on

    @property
    def followed(self) -> int:
        """The job that the list was brought to; 0 for none."""
        return self._followed

    @Slot(bool)
    def set_on(self, on: bool) -> None:
        """Follow from now on, at once, or leave the list where it is."""
        self._pause.stop()
        self._followed = 0
        self._set(on)
        self._go()

    def close(self) -> None:
        """Follow nothing any more; what is being read is dropped."""
        self._on = False
        self._pause.stop()
        self._soon.stop()
        self._closed = True

    def _set(self, on: bool) -> None:
        if on != self._on:
            self._on = on
            self.changed.emit(on)

    # ------------------------------------------------------------------ what renders

    def _look(self) -> None:
        background, store = self._session.background, self._session.store
        background.run(
            background.reads,
            lambda: store.read(lambda db: queries.job_ids(db, [JobStatus.RENDERING])),
            self._on_read,
            lambda error: _log.info("what renders could not be read: %s", error),
        )

    def _on_read(self, ids: Sequence[int]) -> None:
        if self._closed:
            return
        # What events have told meanwhile is newer, and began later.
        begun = dict.fromkeys(each for each in ids if each not in self._over)
        self._rendering = {**begun, **self._rendering}
        self._over.clear()
        self._has_read = True
        self._go()

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        for event in events:
            if event.task_id or event.kind not in (EventKind.MOVED, EventKind.REMOVED):
                continue
            if event.new == JobStatus.RENDERING.value:
                self._rendering.setdefault(event.job_id)
            else:
                self._gone(event.job_id)
        self._go_soon()

    def _gone(self, job_id: int) -> None:
        self._rendering.pop(job_id, None)
        if not self._has_read:
            self._over.add(job_id)

    # ------------------------------------------------------------------ where the list is

    @Slot()
    def _go_soon(self) -> None:
        self._soon.start(0)

    @Slot()
    def _go(self) -> None:
        if not self._on or self._pause.isActive():
            return
        chosen = self._view.selected_ids()
        if self._followed and chosen and chosen != [self._followed]:
            return  # a choice of the person's own, of which we are about to be told
        wanted = next_followed(self._followed, self._rendering)
        if wanted and self._model.row_of(wanted) >= 0:
            self._followed = wanted
            self._view.select_job(wanted)

    @Slot(object)
    def _on_selected(self, ids: Sequence[int]) -> None:
        before, self._chosen = self._chosen, list(ids)
        if not self._on or self._chosen == [self._followed]:
            return
        # The first row is chosen by itself where there was none; rows go when they are filtered.
        came_by_itself = not before and not self._followed
        went_by_itself = not ids and not any(self._model.row_of(each) >= 0 for each in before)
        if not came_by_itself and not went_by_itself:
            self._set(on=False)

    @Slot(int)
    def _on_scrolled(self, _action: int) -> None:
        self._pause.start()
