"""Shows a job wherever it stands by now: in the queue, or in the history when it was cleared."""

from collections.abc import Callable
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import QObject, Slot

from rendermanager.services.session import Session
from rendermanager.store.told import is_in_queue
from rendermanager.ui.language.said import said_error
from rendermanager.ui.window.layout import HISTORY, QUEUE
from rendermanager.ui.window.queue_page import QueuePage
from rendermanager.ui.window.views import Views


class _History(Protocol):
    def show_job(self, job_id: int) -> None:
        """Choose a job once it is there."""
        ...


class JobFinder(QObject):
    """Asks the store, since the rows know only what the filter lets through."""

    def __init__(
        self, session: Session, page: QueuePage, views: Views, parent: QObject | None = None
    ) -> None:
        """Look in these places."""
        super().__init__(parent)
        self._session = session
        self._page = page
        self._views = views

    @Slot(int)
    def show(self, job_id: int) -> None:
        """Go to a job."""
        self._find(job_id, self._on_found)

    @Slot(int)
    def show_log(self, job_id: int) -> None:
        """Go to the log of a job; of one that was cleared, to its line in the history."""
        self._find(job_id, self._on_log_found)

    def _find(self, job_id: int, then: Callable[[int, bool], None]) -> None:
        background, store = self._session.background, self._session.store
        background.run(
            background.reads,
            lambda: store.read(lambda db: is_in_queue(db, job_id)),
            partial(then, job_id),
            lambda error: self._page.show_problems(said_error(error), ()),
        )

    def _on_log_found(self, job_id: int, in_queue: bool) -> None:
        self._on_found(job_id, in_queue)
        if in_queue:
            self._page.pane.job_actions.log_wanted.emit(job_id)

    def _on_found(self, job_id: int, in_queue: bool) -> None:
        if not in_queue:
            self._views.show_view(HISTORY)
            cast("_History", self._views.other(HISTORY)).show_job(job_id)
            return
        self._views.show_view(QUEUE)
        if self._page.pane.model.row_of(job_id) < 0:
            self._page.filter.clear()
        self._page.pane.view.select_job(job_id)
