"""Keeps the rows of the queue up to date: follows the bus, the store, wishes and the clock."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import (
    QLocale,
    QObject,
    Signal,
    Slot,
)

from rendermanager.core.events import Event
from rendermanager.engine.board import Live
from rendermanager.scheduling.admission import Reason
from rendermanager.services.session import Session
from rendermanager.store.listing import Listing
from rendermanager.ui.queue.columns import Column, SortState
from rendermanager.ui.queue.fetching import PAGE, Fresh, Order, Standing
from rendermanager.ui.queue.forecasting import Forecaster
from rendermanager.ui.queue.heartbeat import Heartbeat
from rendermanager.ui.queue.making import RowMaker
from rendermanager.ui.queue.reading import Reader
from rendermanager.ui.queue.rows import RowView, changed_columns
from rendermanager.ui.queue.table import QueueTable
from rendermanager.ui.queue.wishing import ListWish

_log = logging.getLogger(__name__)


class QueueModel(QueueTable):
    """Every job of the queue, in run order or as sorted and filtered.

    Signals:
        arranged: Another sort or filter took effect.
        counted: Rows now, and jobs in the queue whatever the filter; when one of them changed.
        touched: `frozenset[int]`: loaded jobs of which something newer is known.
        forecast_changed: `all_done` may be another time now.
    """

    arranged = Signal()
    counted = Signal(int, int)
    touched = Signal(object)
    forecast_changed = Signal()

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
        *,
        locale: QLocale | None = None,
        zone: tzinfo | None = None,
    ) -> None:
        """Fill itself from the store, and follow the bus.

        Args:
            session: Where everything is.
            parent: Qt parent.
            locale: How numbers and times are written; None takes the usual one.
            zone: The zone of the clock on the wall; None takes the system's.
        """
        super().__init__(parent)
        self._session = session
        self._forecaster = Forecaster(session, self._running_s, self)
        self._forecaster.changed.connect(self._on_forecast)
        self._maker = RowMaker(session, self._forecaster, locale, zone)
        self._visible = (0, PAGE)
        self._shown_listing: Listing | None = None
        self._trouble = ""
        self._wish = ListWish()
        self._reader = Reader(session.store, session.background, self._standing, self)
        self._reader.arrived.connect(self._on_arrived)
        self._reader.failed.connect(self._on_unread)
        self.page_wanted.connect(self._reader.want_page)
        self._heartbeat = Heartbeat(self)
        self._heartbeat.second.connect(self._on_second)
        self._heartbeat.minute.connect(self._on_minute)
        session.bus.committed.connect(self._on_committed)
        session.bus.progressed.connect(self._on_progressed)
        session.bus.waiting.connect(self._on_waiting)
        self._reader.note((), order=True)

    # ------------------------------------------------------------------ what is shown

    @property
    def is_loaded(self) -> bool:
        """Whether the store has answered at all."""
        return self._shown_listing is not None

    @property
    def is_settled(self) -> bool:
        """Whether the rows are as the store has them, as far as is known."""
        return self.is_loaded and self._reader.is_idle

    @property
    def all_done(self) -> datetime | None:
        """When everything will be done; None when that cannot be said."""
        return self._forecaster.forecast.all_done

    @property
    def filter_text(self) -> str:
        """What was typed."""
        return self._wish.filter_text

    @property
    def filter_problem(self) -> str:
        """What of it could not be understood; empty when all was."""
        return self._wish.problem

    @property
    def sort_state(self) -> SortState | None:
        """How it is sorted; None means in run order."""
        return self._wish.sort

    @property
    def is_run_order(self) -> bool:
        """Whether the rows stand in the order in which they run, none left out."""
        return self._wish.is_run_order

    def set_filter(self, text: str) -> None:
        """Show only what matches; see `parse`."""
        if text != self._wish.filter_text:
            self._take_wish(self._wish.filtered(text, self._maker.naming.presets_labelled))

    def set_sort(self, state: SortState | None) -> None:
        """Sort by a column; None means run order."""
        if state != self._wish.sort:
            self._take_wish(self._wish.sorted_by(state))

    def show_run_order(self) -> None:
        """Sort no more."""
        self.set_sort(None)

    def set_visible(self, first: int, last: int) -> None:
        """Tell which rows are in sight; others are not kept up to the second."""
        self._visible = (first, last)
        self._look_at_clocks()

    def close(self) -> None:
        """Follow nothing any more."""
        self._reader.close()
        self._forecaster.close()
        self._heartbeat.need(fast=False, slow=False)

    # ------------------------------------------------------------------ rows

    def _rebuild(self, job_ids: Iterable[int]) -> None:
        """Put rows together anew, and announce cells in sight that look different now."""
        changed = defaultdict[tuple[Column, Column], list[int]](list)
        low, high = self._visible
        for job_id in job_ids:
            entry = self._cache.get(job_id)
            if entry is None:
                continue
            before, entry.view = entry.view, None
            row = self.row_of(job_id)
            if low <= row <= high:
                for columns in changed_columns(before, self._maker.view(entry)):
                    changed[columns].append(row)
        for columns, rows in changed.items():
            self._announce(rows, *columns)

    # ------------------------------------------------------------------ reading

    def _take_wish(self, wish: ListWish) -> None:
        self._wish = wish
        self._reader.set_listing(wish.listing)

    def _standing(self) -> Standing:
        places = self._places
        return Standing(self._shown_listing, list(places.ids), self._cache.ids(), self._visible)

    @Slot(object)
    def _on_arrived(self, fresh: Fresh) -> None:
        self._trouble = ""
        changed = self._cache.put(fresh.jobs, fresh.paused)
        self._cache.drop(fresh.missing)
        if fresh.order is not None:
            self._take_order(fresh.order)
            if fresh.listing != self._shown_listing:
                self._shown_listing = fresh.listing
                self.arranged.emit()
        low, high = self._visible
        rows = [self.row_of(job_id) for job_id in changed]
        self._announce(row for row in rows if low <= row <= high)
        self._look_at_clocks()
        if changed:
            self.touched.emit(frozenset(changed))

    def _take_order(self, order: Order) -> None:
        places = self._places
        counts = (len(places), places.total)
        self._reader.forget_pages()
        if order.steps is None:
            self.beginResetModel()
            places.take(order)
            self.endResetModel()
        else:
            for step in order.steps:
                self._take_step(step)
            places.take(order)
        if counts != (len(places), places.total) or not self.is_loaded:
            self.counted.emit(len(places), places.total)

    @Slot(str)
    def _on_unread(self, reason: str) -> None:
        if reason != self._trouble:
            _log.error("the rows of the queue could not be read: %s", reason)
        self._trouble = reason

    # ------------------------------------------------------------------ the bus

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        touched = {event.job_id for event in events if event.job_id}
        if touched:
            moved = [self._places.may_move(event, self.is_run_order) for event in events]
            self._reader.note(touched, order=any(moved))

    def _running_s(self) -> list[float | None]:
        return self._maker.running_s()

    @Slot(object)
    def _on_progressed(self, lives: Sequence[Live]) -> None:
        self._rebuild(live.job_id for live in lives)
        self._look_at_clocks()
        loaded = frozenset(live.job_id for live in lives if live.job_id in self._cache)
        if loaded:
            self.touched.emit(loaded)

    @Slot(object)
    def _on_forecast(self, ids: frozenset[int]) -> None:
        self._rebuild(ids)
        self.forecast_changed.emit()

    @Slot(object)
    def _on_waiting(self, reasons: Mapping[int, Reason]) -> None:
        before, self._maker.reasons = self._maker.reasons, reasons
        moved = {
            job_id for job_id in (*before, *reasons) if before.get(job_id) != reasons.get(job_id)
        }
        self._rebuild(moved)

    # ------------------------------------------------------------------ time

    def _look_at_clocks(self) -> None:
        """Let the clocks run while there is something for them to do."""
        moving = any(view.shown.is_moving for view in self._views_in_sight())
        self._heartbeat.need(fast=moving, slow=bool(self._places))

    def _views_in_sight(self) -> list[RowView]:
        entries = (self._cache.get(job_id) for job_id in self._places.ids_in(*self._visible))
        return [self._maker.view(entry) for entry in entries if entry is not None]

    @Slot()
    def _on_second(self) -> None:
        moving = [view.job_id for view in self._views_in_sight() if view.shown.is_moving]
        self._rebuild(moving)
        self._maker.forget_ended()
        self._look_at_clocks()

    @Slot()
    def _on_minute(self) -> None:
        self._rebuild(self._places.ids_in(*self._visible))
