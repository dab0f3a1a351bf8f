"""The one process that owns a queue: its lock, its address, and the socket it answers on."""

import hashlib
import json
import logging
import os
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

import msgspec
from PySide6.QtCore import QLockFile, QMetaMethod, QObject, QSysInfo, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from rendermanager import __version__
from rendermanager.config.paths import Paths
from rendermanager.config.private import write_private
from rendermanager.core.errors import NotPossibleNow, QueueBusy, RenderManagerError, UserError
from rendermanager.engine.background import Background
from rendermanager.machine.processes import identity, is_alive
from rendermanager.services.desk import Desk
from rendermanager.services.link import error_view

MAX_REQUEST_BYTES: Final = 64 * 1024 * 1024
LOCK_WRITTEN_MS: Final = 100
"""A lock is made and written in far less than this."""
LEFT_BY_CHILD_S: Final = 1.0
"""A child takes far less than this to become a program of its own, and let go of our lock."""
LOOK_AGAIN_S: Final = 0.02
"""Time between two tries to take a lock that is about to be let go."""
MAX_SOCKET_PATH: Final = 100
"""Unix socket addresses end at 104 to 108 bytes, the final zero included."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Request:
    """What a client sends: a verb of the desk with its arguments by name."""

    verb: str
    values: Mapping[str, Any] = field(default_factory=dict)


def _owner_lives(paths: Paths) -> bool:
    """Whether the process that wrote down that it owns the queue is still the same, and alive."""
    try:
        owner = json.loads(paths.owner.read_bytes())
        return is_alive(str(owner["identity"]))
    except (OSError, ValueError, KeyError, TypeError):
        return False


class Ownership:
    """Holds the lock of a queue for as long as this object lives."""

    def __init__(self, paths: Paths) -> None:
        """Take the lock.

        Raises:
            QueueBusy: Another living process holds it.
            NotPossibleNow: The lock cannot be written.
        """
        self._lock = QLockFile(str(paths.lock))
        # Age proves nothing: a queue may be owned for weeks. Only a dead owner is stale.
        self._lock.setStaleLockTime(0)
        if self._lock.tryLock(0) or self._takes_what_was_left(paths):
            return
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            raise NotPossibleNow(
                f"“{paths.lock}” cannot be written.",
                "Check the folder and the disk, or start with another --data-dir.",
            )
        raise QueueBusy(
            "Another Render Manager owns this queue.",
            "Use that one, or start with another --data-dir.",
        )

    def _takes_what_was_left(self, paths: Paths) -> bool:
        """Take a lock that seems to be somebody's and is nobody's.

        A power cut may leave one that is empty, and the number of a dead owner may have been given
        to another Python program. A living owner on this machine holds the file itself locked as
        well, and then it is not removed whatever we believe.
        """
        pid, host, _name = self._lock.getLockInfo()
        if not pid:
            # Somebody may be about to write it; that takes no time at all.
            if self._lock.tryLock(LOCK_WRITTEN_MS):
                return True
            pid, host, _name = self._lock.getLockInfo()
        is_ours = not pid or host == QSysInfo.machineHostName()
        if not is_ours or _owner_lives(paths):
            return False
        # A child that the dead owner was just starting holds its lock until it is a program of its
        # own: that takes no longer than a moment.
        until = time.monotonic() + LEFT_BY_CHILD_S
        while not (self._lock.removeStaleLockFile() and self._lock.tryLock(0)):
            if time.monotonic() > until:
                return False
            time.sleep(LOOK_AGAIN_S)
        return True

    def give_up(self) -> None:
        """Let others own the queue."""
        self._lock.unlock()


class OwnerServer(QObject):
    """Answers requests of other processes of the same person, one JSON object on each line.

    Signals:
        handed_over: Inputs (list of str) that a second start was given, maybe none.
    """

    handed_over = Signal(object)

    def __init__(
        self, paths: Paths, desk: Desk, background: Background, parent: QObject | None = None
    ) -> None:
        """Listen, and write down where.

        Raises:
            NotPossibleNow: The socket cannot be made.
        """
        super().__init__(parent)
        self._paths = paths
        self._desk = desk
        self._background = background
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        address = socket_address(paths)
        # We hold the lock, so a socket that lies there belongs to nobody.
        QLocalServer.removeServer(address)
        if not self._server.listen(address):
            raise NotPossibleNow(
                f"The local socket cannot be made: {self._server.errorString()}.",
                "Check the permissions of the data folder.",
            )
        _write_owner(paths, self._server.fullServerName())

    def close(self) -> None:
        """Stop listening."""
        self._paths.owner.unlink(missing_ok=True)
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            _Conversation(self._server.nextPendingConnection(), self)

    def answer(self, request: bytes, conversation: "_Conversation") -> None:
        """Perform one request on an I/O thread and send the answer home."""
        try:
            said = msgspec.json.decode(request, type=_Request)
        except (ValueError, RecursionError):
            conversation.send({"error": error_view(UserError("That is not a request."))})
            return
        verb, values = said.verb, said.values
        if verb == "open":
            self._hand_over(values, conversation)
            return
        self._background.run(
            self._background.io,
            partial(self._desk.perform, verb, values),
            lambda result: conversation.send({"ok": result}),
            lambda error: conversation.send({"error": _said(error)}),
        )

    def _hand_over(self, values: Mapping[str, Any], conversation: "_Conversation") -> None:
        try:
            inputs = msgspec.convert(values.get("inputs", []), list[str])
        except msgspec.ValidationError:
            conversation.send({"error": error_view(UserError("“open” needs a list of inputs."))})
            return
        if not self.isSignalConnected(QMetaMethod.fromSignal(self.handed_over)):
            conversation.send({"error": error_view(_no_window())})
            return
        self.handed_over.emit(inputs)
        conversation.send({"ok": {}})


class _Conversation(QObject):
    """One connection of one client."""

    def __init__(self, socket: QLocalSocket, server: OwnerServer) -> None:
        super().__init__(server)
        self._socket = socket
        self._owner = server
        # Answers may come long after the client has gone, and the socket with it.
        self._is_open = True
        socket.setParent(self)
        socket.readyRead.connect(self._on_ready_read)
        socket.disconnected.connect(self._on_disconnected)
        self._on_ready_read()

    def send(self, answer: Mapping[str, Any]) -> None:
        """Write one answer, if the client still listens."""
        if self._is_open:
            self._socket.write(msgspec.json.encode(answer) + b"\n")
            self._socket.flush()

    @Slot()
    def _on_disconnected(self) -> None:
        self._is_open = False
        self.deleteLater()

    @Slot()
    def _on_ready_read(self) -> None:
        while self._socket.canReadLine():
            self._owner.answer(bytes(self._socket.readLine().data()), self)
        if self._socket.bytesAvailable() > MAX_REQUEST_BYTES:
            _log.warning("a client sent a request without an end")
            self._socket.abort()


def socket_address(paths: Paths) -> str:
    """Where the owner of this queue listens: in the data folder, or a short private one.

    Raises:
        NotPossibleNow: There is no place for the socket that is ours alone.
    """
    digest = hashlib.sha256(os.fsencode(paths.home)).hexdigest()[:16]
    if sys.platform == "win32":
        return f"rendermanager-{digest}"
    inside = str(paths.run / "queue.sock")
    if len(os.fsencode(inside)) <= MAX_SOCKET_PATH:
        return inside
    for base in (os.environ.get("XDG_RUNTIME_DIR", ""), tempfile.gettempdir(), "/tmp"):  # noqa: S108
        folder = Path(base, f"rendermanager-{os.getuid()}")
        address = str(folder / f"{digest}.sock")
        if not Path(base).is_absolute() or not Path(base).is_dir():
            continue
        if len(os.fsencode(address)) <= MAX_SOCKET_PATH:
            _make_private(folder)
            return address
    raise NotPossibleNow("There is no folder for the local socket.", "Use a shorter --data-dir.")


def _make_private(folder: Path) -> None:
    """Make sure that nobody else can put anything into this folder, whose parent is public."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.stat()
    except OSError as error:
        raise NotPossibleNow(
            f"“{folder}” cannot be made: {error.strerror or error}.", "Use a shorter --data-dir."
        ) from error
    if status.st_uid != os.getuid() or status.st_mode & 0o077:
        raise NotPossibleNow(f"“{folder}” belongs to somebody else.", "Use a shorter --data-dir.")


def _write_owner(paths: Paths, address: str) -> None:
    owner = {
        "pid": os.getpid(),
        "identity": identity(os.getpid()),
        "address": address,
        "version": __version__,
    }
    write_private(paths.owner, json.dumps(owner).encode(), durable=False)


def _no_window() -> NotPossibleNow:
    return NotPossibleNow(
        "This queue is run by “render” or “serve”, without a window.",
        "Use “submit” to add to it, or open the window when that has ended.",
    )


def _said(error: Exception) -> dict[str, Any]:
    if isinstance(error, RenderManagerError):
        return error_view(error)
    _log.error("a request failed", exc_info=error)
    return error_view(RenderManagerError(f"Render Manager made a mistake: {error}"))
