"""A disk that can be cut off: records what SQLite writes, and builds what a power cut leaves."""

import random
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import apsw

BASE: Final = "unix"
"""SQLite's own way to the disk, where everything ends up."""
SECTOR: Final = 512
"""Bytes that a disk writes whole or not at all."""


@dataclass(frozen=True, slots=True)
class Op:
    """One thing that was done to a file; `note` ops stand for what somebody was told.

    Attributes:
        kind: ``write``, ``truncate``, ``sync``, ``delete``, ``sync folder`` or ``note``.
        name: Name of the file; empty for the last two.
        at: Offset of a write, size of a truncation.
        data: What was written, or the note.
    """

    kind: str
    name: str = ""
    at: int = 0
    data: Any = b""


class Recorder:
    """The operations of all files in the order in which they happened."""

    def __init__(self) -> None:
        self.ops: list[Op] = []
        self._gate = threading.RLock()

    def add(self, op: Op) -> None:
        with self._gate:
            self.ops.append(op)

    def note(self, told: Any) -> None:
        """Somebody is told something that must be true from now on."""
        self.add(Op("note", data=told))


class _File(apsw.VFSFile):
    def __init__(self, recorder: Recorder, filename: Any, flags: list[int], ignores: str) -> None:
        super().__init__(BASE, filename, flags)
        self._recorder = recorder
        path = filename.filename() if isinstance(filename, apsw.URIFilename) else filename
        self._name = Path(path).name
        self._ignores = ignores
        # SQLite syncs the folder along with the first sync of a journal that it has made, in its
        # own part that lies below this one.
        makes = flags[0] & apsw.SQLITE_OPEN_CREATE
        journal = flags[0] & (apsw.SQLITE_OPEN_WAL | apsw.SQLITE_OPEN_MAIN_JOURNAL)
        self._syncs_folder = bool(makes and journal)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        super().xWrite(data, offset)
        self._recorder.add(Op("write", self._name, offset, bytes(data)))

    def xTruncate(self, size: int) -> None:  # noqa: N802 - SQLite's name
        super().xTruncate(size)
        self._recorder.add(Op("truncate", self._name, size))

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        # The test's own disk need not be flushed: what counts is that it was asked for.
        if self._ignores and self._name.endswith(self._ignores):
            return
        self._recorder.add(Op("sync", self._name))
        if self._syncs_folder:
            self._recorder.add(Op("sync folder"))
            self._syncs_folder = False


class _Vfs(apsw.VFS):
    def __init__(self, recorder: Recorder, ignores: str) -> None:
        self._recorder = recorder
        self._ignores = ignores
        super().__init__("recording", BASE, makedefault=True)

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - SQLite's name
        if name is None:
            return apsw.VFSFile(BASE, name, flags)  # a temporary file: gone with its process
        return _File(self._recorder, name, flags, self._ignores)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - SQLite's name
        super().xDelete(filename, syncdir)
        self._recorder.add(Op("delete", Path(filename).name))
        if syncdir:
            self._recorder.add(Op("sync folder"))


@contextmanager
def recording(*, ignores: str = "") -> Iterator[Recorder]:
    """Record every file that SQLite opens meanwhile.

    Args:
        ignores: Ending of the files whose syncs the disk only pretends to carry out: a planted
            defect.
    """
    recorder = Recorder()
    vfs = _Vfs(recorder, ignores)
    try:
        yield recorder
    finally:
        vfs.unregister()


@dataclass(slots=True)
class _Disk:
    """What is known of one file: what was synced, and what may or may not have reached the disk.

    Attributes:
        synced: Its bytes after the last sync; None when it does not exist for sure.
        pending: What was done to it since.
    """

    synced: bytearray | None = None
    pending: list[Op] = field(default_factory=list)


class Crashes:
    """Goes through a recording and builds what each power cut would leave."""

    def __init__(self, ops: Sequence[Op]) -> None:
        self._ops = ops
        self._disks: dict[str, _Disk] = {}
        self._next = 0
        self.told: list[Any] = []
        """Notes that were given before the cut."""

    def go_to(self, cut: int) -> None:
        """Play the recording up to this operation; forwards only."""
        for op in self._ops[self._next : cut]:
            if op.kind == "note":
                self.told.append(op.data)
                continue
            if op.kind == "sync folder":
                for disk in self._disks.values():
                    _forget_deleted(disk)
                continue
            disk = self._disks.setdefault(op.name, _Disk())
            if op.kind == "sync":
                disk.synced = settled(disk)
                disk.pending = []
            else:
                disk.pending.append(op)
        self._next = cut

    def image(self, chance: random.Random) -> dict[str, bytes]:
        """One of the many states in which the disk may be found: files by name."""
        files = {name: torn(disk, chance) for name, disk in self._disks.items()}
        return {name: content for name, content in files.items() if content is not None}


def _forget_deleted(disk: _Disk) -> None:
    """What was deleted cannot come back any more."""
    deletes = [at for at, op in enumerate(disk.pending) if op.kind == "delete"]
    if deletes:
        disk.synced = None
        disk.pending = disk.pending[deletes[-1] + 1 :]


def settled(disk: _Disk) -> bytearray | None:
    """The file with everything carried out in order."""
    content = None if disk.synced is None else bytearray(disk.synced)
    for op in disk.pending:
        content = _carried_out(content, op)
    return bytearray() if content is None else content


def _carried_out(content: bytearray | None, op: Op) -> bytearray | None:
    if op.kind == "delete":
        return None
    content = bytearray() if content is None else content
    if op.kind == "truncate":
        del content[op.at :]
        return content
    end = op.at + len(op.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[op.at : end] = op.data
    return content


def torn(disk: _Disk, chance: random.Random) -> bytes | None:
    """The file with each sector as it was after any of the operations since the last sync.

    A cache writes sectors back in any order, each one whole: so one sector may be new while one
    that was written before it is old. The length may be any of those that the file has had, too.
    """
    # Now and then the cache had written back nothing, or everything.
    mood = chance.random()
    if mood < 0.1:
        return None if disk.synced is None else bytes(disk.synced)
    lengths, sectors, content = _history(disk)
    if mood < 0.2:
        return None if content is None else bytes(content)
    length = chance.choice(lengths)
    if length is None:
        return None
    image = bytearray(b"" if disk.synced is None else disk.synced[:length])
    image.extend(bytes(length - len(image)))
    for number, versions in sectors.items():
        # Where nothing was ever written, it is anybody's guess what a disk holds.
        sector = chance.choice(versions) or chance.choice([bytes(SECTOR), chance.randbytes(SECTOR)])
        at = number * SECTOR
        room = max(0, min(len(sector), length - at))
        image[at : at + room] = sector[:room]
    return bytes(image)


def _history(
    disk: _Disk,
) -> tuple[list[int | None], dict[int, list[bytes]], bytearray | None]:
    """Lengths and versions of each touched sector since the last sync, and the newest content."""
    content = None if disk.synced is None else bytearray(disk.synced)
    lengths = [None if content is None else len(content)]
    sectors: dict[int, list[bytes]] = {}
    for op in disk.pending:
        content = _carried_out(content, op)
        lengths.append(None if content is None else len(content))
        if op.kind != "write" or content is None:
            continue
        for number in range(op.at // SECTOR, (op.at + len(op.data) - 1) // SECTOR + 1):
            part = slice(number * SECTOR, (number + 1) * SECTOR)
            old = b"" if disk.synced is None else bytes(disk.synced[part])
            sectors.setdefault(number, [old]).append(bytes(content[part]))
    return lengths, sectors, content
