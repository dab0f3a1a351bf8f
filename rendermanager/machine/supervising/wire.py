"""JSON lines between the app and the supervisor, neither of which may block the other."""

import json
import os
from collections.abc import Callable, Iterator

from rendermanager.machine.supervising.orders import Fields

MAX_LINE_BYTES = 4 * 1024 * 1024
READ_BYTES = 65536

_encode = json.JSONEncoder(separators=(",", ":")).encode
_decode = json.JSONDecoder().decode


class ControlReader:
    """Cuts the control pipe into orders; what is none comes back as a sentence."""

    __slots__ = ("_rest", "_skipping")

    def __init__(self) -> None:
        self._rest = bytearray()
        self._skipping = False

    def feed(self, data: bytes) -> Iterator[Fields | str]:
        *lines, rest = data.split(b"\n")
        for line in lines:
            whole = bytes(self._rest) + line
            self._rest.clear()
            if self._skipping:
                self._skipping = False
                yield f"an order was longer than {MAX_LINE_BYTES} bytes"
            elif whole.strip():
                yield _order(whole)
        if not self._skipping:
            self._rest += rest
            if len(self._rest) > MAX_LINE_BYTES:
                self._rest.clear()
                self._skipping = True


def _order(line: bytes) -> Fields | str:
    try:
        order = _decode(line.decode())
    except (ValueError, RecursionError) as error:
        return f"not a JSON order: {error}"
    if not isinstance(order, dict):
        return "an order must be a JSON object"
    return order


class Outbox:
    """Events on their way to the app, over a pipe that it may have stopped reading.

    Attributes:
        broken: Nobody can read any more; what is posted is thrown away.
    """

    __slots__ = ("_fd", "_waiting", "_write", "broken")

    def __init__(self, fd: int, write: Callable[[int, bytes | bytearray], int] = os.write) -> None:
        """Write to `fd` by a function that does not wait: it says BlockingIOError instead."""
        self._fd = fd
        self._write = write
        self._waiting = bytearray()
        self.broken = False

    @property
    def backlog(self) -> int:
        """Bytes that the pipe has not taken yet."""
        return len(self._waiting)

    def post(self, event: Fields) -> None:
        if not self.broken:
            self._waiting += _encode(event).encode() + b"\n"
            self.flush()

    def flush(self) -> None:
        """Write what the pipe takes without waiting."""
        try:
            while self._waiting:
                del self._waiting[: self._write(self._fd, self._waiting)]
        except BlockingIOError:
            pass
        except OSError:  # a broken pipe, or whatever else makes it useless
            self.abandon()

    def abandon(self) -> None:
        """Forget what waits and what will come: nobody reads it."""
        self.broken = True
        self._waiting.clear()
