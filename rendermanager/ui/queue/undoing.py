"""One thing that was done and can be undone for a while."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

EXPIRY_MS: Final = 60_000
"""An undo that nobody has taken or let go by then is let go; a toast takes far less."""


class Undo(QObject):
    """Either `undo` or `expire` happens, once; whatever is called later does nothing.

    Signals:
        settled: One of the two has happened.
    """

    settled = Signal()

    def __init__(
        self,
        undo: Callable[[], None],
        expire: Callable[[], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Offer to undo something.

        Args:
            undo: Brings back what was.
            expire: Does what was put off for as long as undo was possible.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._undo = undo
        self._expire = expire
        self._open = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.expire)
        self._timer.start(EXPIRY_MS)

    @property
    def label(self) -> str:
        """What its button says."""
        return self.tr("Undo")

    @property
    def is_open(self) -> bool:
        """Whether it can still be undone."""
        return self._open

    def undo(self) -> None:
        """Bring back what was."""
        self._end(self._undo)

    def expire(self) -> None:
        """Let it be for good."""
        self._end(self._expire)

    def _end(self, act: Callable[[], None] | None) -> None:
        if not self._open:
            return
        self._open = False
        self._timer.stop()
        if act is not None:
            act()
        self.settled.emit()
