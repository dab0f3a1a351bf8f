"""A render's log: the beginning up to a limit, and always the end."""

import os

from rendermanager.machine.supervising.files import OPEN_FLAGS

TAIL_BYTES = 1024 * 1024


class LogFile:
    """Bytes appended to one file, at most `cap` of them (plus two short notes).

    What comes when the beginning has filled its share is remembered, the newest `TAIL_BYTES` of
    it, and written by `close`: the end tells how a render went. When the disk is full, lines are
    lost, the render is not; a note takes their place as soon as there is room.

    Attributes:
        written: Bytes that are in the file because of us.
        error: Why the last write failed; empty while all is well.
    """

    __slots__ = (
        "_beginning",
        "_cut",
        "_fd",
        "_lost",
        "_skipped",
        "_tail",
        "_tail_cap",
        "error",
        "written",
    )

    def __init__(self, path: str, cap: int) -> None:
        """Open or create the file, readable by its owner only.

        Raises:
            OSError: It cannot be opened.
        """
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | OPEN_FLAGS
        self._fd = os.open(path, flags, 0o600)
        self._tail_cap = min(TAIL_BYTES, cap // 2)
        self._beginning = cap - self._tail_cap
        self._tail = bytearray()
        self._skipped = 0
        self._lost = 0
        self._cut = False
        self.written = 0
        self.error = ""

    def write(self, data: bytes) -> None:
        if self._cut:
            self._remember(data)
        elif len(data) <= self._beginning:
            self._beginning -= len(data)
            self._put(data)
        else:
            self._cut = True
            end = max(data.rfind(b"\n", 0, self._beginning), data.rfind(b"\r", 0, self._beginning))
            self._put(data[: end + 1])
            note = b"\n[log cut at %d bytes; its end follows when the render ends]\n"
            self._put(note % self.written)
            self._remember(data[end + 1 :])

    def close(self) -> None:
        if self._skipped:
            self._put(b"[%d bytes left out]\n" % self._skipped)
        self._put(self._tail)
        os.close(self._fd)

    def _remember(self, data: bytes) -> None:
        self._tail += data
        excess = max(0, len(self._tail) - self._tail_cap)
        del self._tail[:excess]
        self._skipped += excess

    def _put(self, data: bytes | bytearray) -> None:
        try:
            if self._lost:
                self._write_all(b"\n[%d bytes lost: %s]\n" % (self._lost, self.error.encode()))
                self._lost = 0
                self.error = ""
            self._write_all(data)
        except OSError as error:
            self.error = error.strerror or str(error)
            self._lost += len(data)

    def _write_all(self, data: bytes | bytearray) -> None:
        while data:
            taken = os.write(self._fd, data)
            self.written += taken
            data = data[taken:]
