"""Cuts a stream of bytes into whole lines."""

HELD_BYTES = 40 * 1024
HELD_S = 0.3
#: Longest UTF-8 sequence that can be incomplete at the end of a piece.
_MAX_PARTIAL = 3


def count_lines(data: bytes | bytearray) -> int:
    r"""Line ends in `data`, where `\n`, `\r` and `\r\n` count as one each."""
    return data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n")


def complete_length(data: bytes | bytearray) -> int:
    """How much of `data` can be decoded without splitting a UTF-8 sequence."""
    for back in range(1, min(_MAX_PARTIAL, len(data)) + 1):
        byte = data[-back]
        if byte >= 0xC0:  # the first byte of a sequence: it says how long that is
            wanted = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return len(data) - back if wanted > back else len(data)
        if byte < 0x80:
            break
    return len(data)


class LineCutter:
    r"""Gives whole lines on, ended by `\n` or `\r`, and holds an unfinished one back for a while.

    An unfinished line is let go after `HELD_S` (somebody wants to see "Password:") or when it
    grows past `HELD_BYTES`; the pieces put together are always the stream, byte for byte.

    Attributes:
        deadline: When to call `overdue`, in the clock of `now`; None when nothing is held.
    """

    __slots__ = ("_held", "deadline")

    def __init__(self) -> None:
        self._held = bytearray()
        self.deadline: float | None = None

    def feed(self, data: bytes, now: float) -> bytes:
        """Take what was read and give what is complete, which may be nothing."""
        end = max(data.rfind(b"\n"), data.rfind(b"\r")) + 1
        if end:
            whole = bytes(self._held) + data[:end] if self._held else data[:end]
            self._held[:] = data[end:]
            self.deadline = now + HELD_S if self._held else None
            return whole
        self._held += data
        if len(self._held) > HELD_BYTES:
            return self.overdue()
        if self.deadline is None:
            self.deadline = now + HELD_S
        return b""

    def overdue(self) -> bytes:
        """Let the unfinished line go, except for half a character at its end."""
        self.deadline = None
        end = complete_length(self._held)
        piece = bytes(self._held[:end])
        del self._held[:end]
        return piece

    def finish(self) -> bytes:
        """Everything that is left, at the end of the stream."""
        rest = bytes(self._held)
        self._held.clear()
        self.deadline = None
        return rest
