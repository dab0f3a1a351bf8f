"""A renderer's output on its way to the app: gathered, and thinned out when the app is slow."""

from collections import deque

from rendermanager.machine.supervising.lines import count_lines
from rendermanager.machine.supervising.wire import Outbox

#: Time between two messages while there is little to say.
GATHER_S = 0.03
#: With this much it is sent at once, if the app has taken the last message.
MESSAGE_BYTES = 64 * 1024
#: What is kept for an app that does not read; the oldest lines go first.
KEPT_BYTES = 256 * 1024
#: Lines of one stream are gathered into pieces of about this size.
PIECE_BYTES = 16 * 1024
#: What a piece costs besides its bytes, so that a million tiny ones count as what they take.
PIECE_COST = 160
#: An unread backlog from which on even the last lines of a render are dropped.
BACKLOG_BYTES = 1024 * 1024


class Forwarder:
    """Lines of one render that wait for their message.

    Attributes:
        dropped: Lines that the app will not get; they are in the log all the same.
    """

    __slots__ = ("_gap", "_id", "_last_sent", "_outbox", "_pieces", "_size", "dropped")

    def __init__(self, render_id: int, outbox: Outbox) -> None:
        self._id = render_id
        self._outbox = outbox
        self._pieces: deque[tuple[str, bytearray]] = deque()
        self._size = 0
        self._gap = 0
        self._last_sent = float("-inf")
        self.dropped = 0

    def add(self, stream: str, data: bytes) -> None:
        self._size += len(data)
        last = self._pieces[-1] if self._pieces else None
        if last and last[0] == stream and len(last[1]) < PIECE_BYTES:
            last[1].extend(data)
        else:
            self._pieces.append((stream, bytearray(data)))
            self._size += PIECE_COST
        while self._size > KEPT_BYTES:
            self._drop_oldest()

    def deadline(self) -> float | None:
        """When `send_due` has something to do; None while the app has not read the last message."""
        if not self._pieces or self._outbox.backlog:
            return None
        return self._last_sent if self._size >= MESSAGE_BYTES else self._last_sent + GATHER_S

    def send_due(self, now: float) -> None:
        due = self.deadline()
        if due is not None and due <= now:
            self._last_sent = now
            while self._pieces and not self._outbox.backlog:
                self._send_one()

    def finish(self) -> None:
        """Hand everything over, so that the end of the render can follow it."""
        while self._pieces and self._outbox.backlog <= BACKLOG_BYTES:
            self._send_one()
        while self._pieces:
            self._drop_oldest()

    def _send_one(self) -> None:
        stream = self._pieces[0][0]
        message = bytearray()
        while self._pieces and self._pieces[0][0] == stream and len(message) < MESSAGE_BYTES:
            message += self._take_oldest()
        text = message.decode("utf-8", "replace")
        event: dict[str, object] = {"ev": "out", "id": self._id, "s": stream, "t": text}
        if self._gap:
            event["gap"] = self._gap
            self._gap = 0
        self._outbox.post(event)

    def _drop_oldest(self) -> None:
        # A piece without a line end is part of one very long line.
        lines = count_lines(self._take_oldest()) or 1
        self._gap += lines
        self.dropped += lines

    def _take_oldest(self) -> bytearray:
        _, data = self._pieces.popleft()
        self._size -= len(data) + PIECE_COST
        return data
