"""What macOS tells about a process, taken apart byte by byte, and who belongs to whom."""

import struct
from collections.abc import Collection, Iterable, Mapping

#: struct proc_bsdinfo of <sys/proc_info.h>.
_BSD_INFO = struct.Struct("=12I16s32s5Ii2Q")
BSD_INFO_BYTES = _BSD_INFO.size
_STATUS, _PID, _PPID, _PGID, _START_S, _START_US = 1, 3, 4, 15, 20, 21
_SZOMB = 5
_ARGC = struct.Struct("=i")


class Record:
    """One process as macOS knows it.

    Attributes:
        start_us: When it began, in microseconds since 1970; with the pid it names a process.
        alive: It has not ended, or is not only waiting to be collected.
    """

    __slots__ = ("alive", "pgid", "pid", "ppid", "start_us")

    def __init__(self, pid: int, ppid: int, pgid: int, start_us: int, *, alive: bool) -> None:
        self.pid = pid
        self.ppid = ppid
        self.pgid = pgid
        self.start_us = start_us
        self.alive = alive

    @property
    def key(self) -> tuple[int, int]:
        return self.pid, self.start_us


def record_of(data: bytes) -> Record | None:
    """A process from the bytes of its proc_bsdinfo; None when they are not all there."""
    if len(data) < BSD_INFO_BYTES:
        return None
    fields = _BSD_INFO.unpack_from(data)
    start_us = fields[_START_S] * 1_000_000 + fields[_START_US]
    alive = fields[_STATUS] != _SZOMB
    return Record(fields[_PID], fields[_PPID], fields[_PGID], start_us, alive=alive)


def environment_of(data: bytes) -> list[bytes]:
    """The ``NAME=value`` entries in what KERN_PROCARGS2 gives; none when it gives no whole answer.

    It holds the number of arguments, the program's path, null characters up to a round address,
    then the arguments and the environment, each with a null character behind it.
    """
    if len(data) < _ARGC.size:
        return []
    (argc,) = _ARGC.unpack_from(data)
    path, _, rest = data[_ARGC.size :].partition(b"\0")
    if argc < 0 or not path:
        return []
    entries = rest.lstrip(b"\0").split(b"\0")[argc:]
    # Behind an empty entry come the loader's own texts.
    end = entries.index(b"") if b"" in entries else len(entries)
    return entries[:end]


def members(
    table: Mapping[int, Record],
    leader: int,
    known: Iterable[tuple[int, int]],
    tagged: Collection[int],
    spared: Collection[int],
) -> list[Record]:
    """Everybody alive who belongs to a render.

    Args:
        table: All processes there are, by pid.
        leader: The renderer, or 0 when its number may be another's by now.
        known: Who was found before, by pid and start: their parents may have gone meanwhile.
        tagged: Pids of those who carry the render's tag.
        spared: Pids that never belong to it: the supervisor's own.
    """
    found = {key[0] for key in known if (one := table.get(key[0])) and one.key == key}
    found.update(tagged)
    if leader:
        found.update(one.pid for one in table.values() if leader in (one.pid, one.pgid))
    children: dict[int, list[int]] = {}
    for one in table.values():
        children.setdefault(one.ppid, []).append(one.pid)
    unseen = found = found - set(spared)
    while unseen:
        born = {child for pid in unseen for child in children.get(pid, ())}
        unseen = born - found - set(spared)
        found = found | unseen
    return [table[pid] for pid in sorted(found) if pid in table and table[pid].alive]
