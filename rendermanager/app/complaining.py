"""Says on standard error what is wrong with the queue, for an engine without a window."""

import contextlib
import sys

from PySide6.QtCore import QObject, Slot

from rendermanager.app.engineroom import EngineRoom


class Complaints(QObject):
    """Tells of trouble once when it comes and once when it is over; ends the room on damage.

    Attributes:
        is_broken: Whether the queue was found to be damaged: nothing can be recorded any more.
    """

    def __init__(self, room: EngineRoom) -> None:
        """Listen, and tell what had to be mended."""
        super().__init__()
        self._room = room
        self._said = ""
        self.is_broken = False
        room.session.bus.trouble.connect(self._on_trouble)
        room.damaged.connect(self._on_damaged)
        if room.session.mended is not None:
            _complain(f"! {room.session.mended.sentence}")

    @Slot(str)
    def _on_trouble(self, sentence: str) -> None:
        if sentence == self._said:
            return
        self._said = sentence
        _complain(f"! {sentence}" if sentence else "The queue works again.")

    @Slot()
    def _on_damaged(self) -> None:
        # What runs could not be recorded; the next start begins with a sound queue.
        self.is_broken = True
        self._room.stop()


def _complain(text: str) -> None:
    encoding = sys.stderr.encoding or "utf-8"
    with contextlib.suppress(OSError):
        sys.stderr.write(text.encode(encoding, "replace").decode(encoding) + "\n")
        sys.stderr.flush()
