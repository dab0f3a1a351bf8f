"""Reads the order of the rows and the jobs to show from the store, off the main thread."""

import math
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.engine.background import Background
from rendermanager.store.listing import Listing
from rendermanager.store.store import Store
from rendermanager.ui.language.said import said_error
from rendermanager.ui.queue.fetching import Fresh, Standing, Wish, fetch, fetch_jobs

JOBS_INTERVAL_MS: Final = 40
"""Changed jobs are read again at most this often: a press of Pause is seen at once."""
ORDER_INTERVAL_MS: Final = 200
"""The order is read at most this often."""
COST_FACTOR: Final = 3
"""And rests for this many times as long as its last reading took."""
RETRY_MS: Final = 2_000
"""Pause before another try, when the store could not be read."""
MAX_PAGES: Final = 6
"""Pages waiting to be read; older ones were scrolled past."""


class Reader(QObject):
    """Reads what changed, a few times a second at most, and pages as they come into sight.

    Signals:
        arrived: A `Fresh`; only one reading of the order is under way at a time.
        failed: The store could not be read; the sentence says why.
    """

    arrived = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        store: Store,
        background: Background,
        standing: Callable[[], Standing],
        parent: QObject | None = None,
    ) -> None:
        """Read nothing yet.

        Args:
            store: To read from.
            background: To read on.
            standing: Tells how the rows stand at this moment.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._store = store
        self._background = background
        self._standing = standing
        self._listing = Listing()
        self._touched: set[int] = set()
        self._suspects: set[int] = set()
        self._wants_order = False
        self._reading = False
        self._jobs_due_ms = 0.0
        self._order_due_ms = 0.0
        self._late: set[int] = set()
        self._pages: dict[int, tuple[int, ...]] = {}
        self._busy_page: int | None = None
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_due)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being read or about to be."""
        at_work = self._reading or self._busy_page is not None
        return not (at_work or self._pages or self._timer.isActive())

    def set_listing(self, listing: Listing) -> None:
        """List something else from now on; read as soon as can be."""
        self._listing = listing
        self._wants_order = True
        self._order_due_ms = 0.0
        self._arrange()

    def note(self, touched: Iterable[int], *, order: bool) -> None:
        """These jobs changed; `order` says that rows may come, go or change places."""
        ids = set(touched)
        self._touched |= ids
        self._suspects |= ids
        self._wants_order = self._wants_order or order
        if self._busy_page is not None:
            # That page may have been read just before.
            self._late |= ids
        self._arrange()

    def want_page(self, page: int, ids: tuple[int, ...]) -> None:
        """These rows came into sight and are not loaded; the newest wish goes first."""
        if page == self._busy_page:
            return
        self._pages.pop(page, None)
        self._pages[page] = ids
        while len(self._pages) > MAX_PAGES:
            del self._pages[next(iter(self._pages))]
        self._read_page()

    def forget_pages(self) -> None:
        """The rows stand elsewhere now."""
        self._pages.clear()

    def close(self) -> None:
        """Read nothing more; what is under way is dropped."""
        self._closed = True
        self._timer.stop()
        self._pages.clear()

    def _arrange(self) -> None:
        if self._reading or self._closed:
            return
        dues = [self._jobs_due_ms] if self._touched else []
        dues += [self._order_due_ms] if self._wants_order else []
        if dues:
            self._timer.start(max(0, math.ceil(min(dues) - _now_ms())))

    @Slot()
    def _on_due(self) -> None:
        if self._reading or self._closed:
            return
        order = self._wants_order and _now_ms() >= self._order_due_ms
        standing = self._standing()
        if not order and self._touched.isdisjoint(standing.loaded):
            self._touched.clear()
            self._arrange()
            return
        self._reading = True
        wish = Wish(
            self._listing, standing, frozenset(self._touched), frozenset(self._suspects), order
        )
        self._touched.clear()
        if order:
            self._suspects.clear()
            self._wants_order = False
        self._background.run(
            self._background.reads,
            partial(self._store.read, partial(fetch, wish)),
            partial(self._on_read, order, _now_ms()),
            partial(self._on_unread, wish),
        )

    def _on_read(self, order: bool, begun_ms: float, fresh: Fresh) -> None:
        self._reading = False
        now = _now_ms()
        self._jobs_due_ms = now + JOBS_INTERVAL_MS
        if order:
            self._order_due_ms = now + max(ORDER_INTERVAL_MS, COST_FACTOR * (now - begun_ms))
        if self._closed:
            return
        is_late = fresh.listing != self._listing
        if is_late:
            self._order_due_ms = 0.0
        self.arrived.emit(replace(fresh, order=None) if is_late else fresh)
        self._arrange()

    def _on_unread(self, wish: Wish, error: Exception) -> None:
        self._reading = False
        # What was to be read is read at the next try, and the order with it.
        self._touched |= wish.touched
        self._suspects |= wish.suspects
        self._wants_order = True
        self._jobs_due_ms = self._order_due_ms = _now_ms() + RETRY_MS
        if not self._closed:
            self.failed.emit(said_error(error))
            self._arrange()

    def _read_page(self) -> None:
        if self._busy_page is not None or self._closed or not self._pages:
            return
        self._busy_page, ids = self._pages.popitem()
        self._background.run(
            self._background.reads,
            partial(self._store.read, partial(fetch_jobs, self._listing, ids)),
            self._on_page,
            self._on_no_page,
        )

    def _on_page(self, fresh: Fresh) -> None:
        self._busy_page = None
        late, self._late = self._late & fresh.jobs.keys(), set()
        if self._closed:
            return
        self.arrived.emit(fresh)
        if late:
            self._touched |= late
            self._arrange()
        self._read_page()

    def _on_no_page(self, error: Exception) -> None:
        self._busy_page = None
        self._late.clear()
        if not self._closed:
            self._pages.clear()
            self.failed.emit(said_error(error))


def _now_ms() -> float:
    return time.monotonic() * 1000
