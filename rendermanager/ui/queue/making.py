"""Makes the rows: brings together what is stored of a job and what is known only now."""

import time
from collections.abc import Mapping
from datetime import tzinfo
from typing import Final

from PySide6.QtCore import QLocale, Qt

from rendermanager.core.status import JobStatus
from rendermanager.engine.board import Live
from rendermanager.scheduling.admission import Reason
from rendermanager.services.session import Session
from rendermanager.ui.language.said import said
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.queue.cache import Entry
from rendermanager.ui.queue.columns import Column
from rendermanager.ui.queue.forecasting import Forecaster
from rendermanager.ui.queue.naming import Naming
from rendermanager.ui.queue.pace import Pace
from rendermanager.ui.queue.rows import RowView, cell_text, row_view
from rendermanager.ui.queue.texts import tip
from rendermanager.ui.queue.times import Clockwork
from rendermanager.ui.widgets.tips import plain

_Role = Qt.ItemDataRole
TEXT_ROLES: Final = frozenset({_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole})


class RowMaker:
    """Puts rows together, and remembers how fast the running ones go.

    Attributes:
        reasons: By job: why it has not started.
        naming: How engines and presets are called.
    """

    def __init__(
        self,
        session: Session,
        forecaster: Forecaster,
        locale: QLocale | None = None,
        zone: tzinfo | None = None,
    ) -> None:
        """Make rows of the jobs of one session.

        Args:
            session: Where everything is.
            forecaster: What is expected of jobs.
            locale: How numbers and times are written; None takes the usual one.
            zone: The zone of the clock on the wall; None takes the system's.
        """
        self._session = session
        self._forecaster = forecaster
        self._locale = locale or QLocale()
        self._zone = zone
        self._paces: dict[int, Pace] = {}
        self.naming = Naming(session.registry)
        self.reasons: Mapping[int, Reason] = session.dispatcher.waiting

    def view(self, entry: Entry) -> RowView:
        """The row of a job; made when it is first asked for."""
        if entry.view is None:
            job = entry.job
            live = self._session.board.get(job.id)
            known = self._clockwork(entry, live)
            entry.view = row_view(
                job, live, self.reasons.get(job.id), known, self.naming.names, self._here()
            )
        return entry.view

    def text(self, entry: Entry, column: Column, role: int) -> str:
        """The text of one cell for one of `TEXT_ROLES`."""
        view, job, here = self.view(entry), entry.job, self._here()
        if role == _Role.AccessibleTextRole and column is Column.JOB:
            return view.spoken
        if role == _Role.ToolTipRole and column is Column.JOB:
            return plain(tip(job, view.shown, here))
        if role == _Role.ToolTipRole and column is Column.PROGRESS:
            hint = said(job.failure.hint) if job.failure is not None else view.progress.second
            return plain(f"{view.progress.text}\n{hint}")
        text = cell_text(column, view, job, self._session.board.get(job.id), here)
        return plain(text) if role == _Role.ToolTipRole else text

    def running_s(self) -> list[float | None]:
        """Seconds left of each running job; None for those that nobody can tell."""
        now, clock = self._session.store.now(), time.monotonic()
        left: list[float | None] = []
        for live in self._session.board.all():
            pace = self._paces.get(live.job_id)
            shown = None if pace is None else pace.time_left(live.progress, clock, now)
            left.append(live.progress.time_left_s if shown is None else shown.seconds)
        return left

    def forget_ended(self) -> None:
        """Drop what was remembered of jobs that do not run any more."""
        running = {live.job_id for live in self._session.board.all()}
        self._paces = {each: pace for each, pace in self._paces.items() if each in running}

    def _here(self) -> Here:
        return Here(self._session.store.now(), self._locale, self._zone)

    def _clockwork(self, entry: Entry, live: Live | None) -> Clockwork:
        if live is None:
            outlook = self._forecaster.forecast.outlooks.get(entry.job.id)
            return Clockwork(paused_since=entry.paused_since, outlook=outlook)
        clock = time.monotonic()
        pace = self._paces.get(live.job_id)
        if pace is None or pace.attempt_id != live.attempt_id:
            pace = self._paces[live.job_id] = Pace(live.attempt_id, clock)
        pace.see(live.progress, clock)
        stuck = pace.is_stuck(live.progress, clock)
        return Clockwork(
            left=pace.time_left(live.progress, clock, self._session.store.now()),
            stuck_s=pace.silent_s(clock) if stuck else 0.0,
            active_s=live.progress.active_s,
            usual_s=self._forecaster.usual_s(entry.job),
            paused_since=entry.paused_since,
            with_queue=entry.job.status is not JobStatus.PAUSED,
        )
