"""Work off the main thread: two pools, and one hub through which every result comes home."""

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool

T = TypeVar("T")

IO_THREADS: Final = 4
READ_THREADS: Final = 2

_log = logging.getLogger(__name__)


class Background(QObject):
    """Runs functions on pools and calls back on the thread that made this object.

    A result is put into one deque and announced by one event of this long-lived object:
    signals of short-lived objects lose results under load.

    Attributes:
        io: For hashing, probing, copying: whatever waits for disks and programs.
        reads: For questions to the store.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Make the pools; their threads start when needed and stay."""
        super().__init__(parent)
        self.io = QThreadPool(self)
        self.io.setMaxThreadCount(IO_THREADS)
        self.reads = QThreadPool(self)
        self.reads.setMaxThreadCount(READ_THREADS)
        self._results: deque[tuple[Callable[[Any], None], Any]] = deque()
        self._announced = False
        self._closed = False

    def run(
        self,
        pool: QThreadPool,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run `work` on `pool`, then `then` with its result, or `failed`, back on this thread.

        After `close` nothing is run any more: whoever asks so late is about to go himself.
        """
        if self._closed:
            return

        def job() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - whatever it is goes to `failed`
                self._post(failed, error)
            else:
                self._post(then, result)

        pool.start(job)

    def when_done(
        self,
        future: "Future[T]",
        then: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Call `then` or `failed` on this thread once a future has resolved."""

        def resolved(done: "Future[T]") -> None:
            error = done.exception()
            if error is None:
                self._post(then, done.result())
            else:
                self._post(failed, error)

        future.add_done_callback(resolved)

    def post(self, call: Callable[[T], None], value: T) -> None:
        """Call `call(value)` on this object's thread, from any thread, in order."""
        self._post(call, value)

    def drain(self) -> None:
        """Wait for the pools, then hand out what they left."""
        self.io.waitForDone()
        self.reads.waitForDone()
        self._hand_out()

    def close(self) -> None:
        """Take nothing more, and `drain` what there is."""
        self._closed = True
        self.drain()

    def _post(self, call: Callable[[Any], None], value: Any) -> None:
        self._results.append((call, value))
        # One event is enough for all that arrives until it is handled.
        if not self._announced:
            self._announced = True
            # Not a queued signal: its enumeration takes 20 ms to import, at every start.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))

    def customEvent(self, _event: QEvent) -> None:
        """Hand out what has arrived."""
        self._hand_out()

    def _hand_out(self) -> None:
        # Before looking, not after: what arrives from now on is either seen or announced anew.
        self._announced = False
        while self._results:
            call, value = self._results.popleft()
            try:
                call(value)
            except Exception:  # noqa: BLE001 - one bad callback must not stop the others
                _log.exception("a callback failed")
