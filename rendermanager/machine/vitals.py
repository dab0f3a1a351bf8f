"""What whole process trees do at one moment, by one look at the process table for all of them."""

import contextlib
import mmap
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rendermanager.machine.supervising import procfs

MOST_FILES: Final = 5_000
"""Files of an output that are looked at; the count of the rest says enough."""
_AT_WORK: Final = "RD"
"""The kernel's letters for a thread that computes or waits for a disk."""
_IO_FIELDS: Final = (b"rchar:", b"wchar:", b"read_bytes:", b"write_bytes:")

_PAGE_BYTES: Final = mmap.PAGESIZE

Member = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Vitals:
    """What the descendants of one process do.

    Attributes:
        cpu_s: Seconds of processor time, with that of children that were waited for.
        io_bytes: Bytes read and written, from and to whatever it was.
        members: Who they are: pid and start time.
        busy: Somebody computes, waits for a disk, or cannot be looked into.
    """

    cpu_s: float = 0.0
    io_bytes: int = 0
    members: frozenset[Member] = frozenset()
    busy: bool = False


def vitals(roots: Collection[int], closely: Collection[int] = ()) -> dict[int, Vitals]:
    """What the descendants of each of these processes do, the processes themselves left out.

    Args:
        roots: The pids of supervisors.
        closely: Those of them whose every thread is looked at, which costs more.
    """
    if sys.platform != "linux":
        return {pid: _portable(pid) for pid in roots}
    table = procfs.scan()
    return {pid: _of(procfs.descendants([pid], table), pid in closely) for pid in roots}


def resident_bytes(roots: Collection[int]) -> dict[int, int]:
    """Main memory that the descendants of each of these processes hold, themselves left out."""
    if sys.platform != "linux":
        return {pid: _portable_resident(pid) for pid in roots}
    table = procfs.scan()
    return {pid: sum(map(_resident, procfs.descendants([pid], table))) for pid in roots}


def mark_of(folder: str, files: Sequence[str] = ()) -> tuple[int, int, int]:
    """Stands for what is in a folder and in some files: any growth gives another value.

    May block for long on a share that does not answer.
    """
    count = size = newest = 0
    for entry in (*_walk(folder), *map(Path, files)):
        count += 1
        if count > MOST_FILES:
            continue
        try:
            stat = entry.stat()
        except OSError:
            continue
        size += stat.st_size
        newest = max(newest, stat.st_mtime_ns)
    return count, size, newest


def _walk(folder: str) -> Iterator[Path]:
    if not folder:
        return
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                yield Path(entry.path)
                if entry.is_dir(follow_symlinks=False):
                    yield from _walk(entry.path)
    except OSError:
        return


def _of(tree: Sequence[procfs.Stat], closely: bool) -> Vitals:
    alive = [stat for stat in tree if stat.alive]
    io_bytes, hidden = 0, False
    for stat in alive:
        moved = _moved_bytes(stat.pid)
        io_bytes += moved or 0
        hidden = hidden or moved is None
    at_work = any(stat.state in _AT_WORK for stat in alive)
    if closely and not at_work:
        at_work = any(_threads_at_work(stat.pid) for stat in alive)
    cpu_s = sum(stat.ticks for stat in alive) / procfs.ticks_per_s()
    return Vitals(cpu_s, io_bytes, frozenset(stat.key for stat in alive), at_work or hidden)


def _moved_bytes(pid: int) -> int | None:
    """What a process has read and written; None when that is hidden from us."""
    text = procfs.read_bytes(f"/proc/{pid}/io")
    if text is None:
        # Gone meanwhile, which the next look tells by its absence, or another user's.
        return 0 if procfs.read_stat(pid) is None else None
    return sum(int(line.split()[1]) for line in text.splitlines() if line.startswith(_IO_FIELDS))


def _resident(stat: procfs.Stat) -> int:
    text = procfs.read_bytes(f"/proc/{stat.pid}/statm")
    return int(text.split()[1]) * _PAGE_BYTES if text else 0


def _threads_at_work(pid: int) -> bool:
    try:
        threads = os.listdir(f"/proc/{pid}/task")  # noqa: PTH208 - names are all that is needed
    except OSError:
        return False
    for thread in threads:
        line = procfs.read_bytes(f"/proc/{pid}/task/{thread}/stat")
        if line and procfs.Stat(pid, line).state in _AT_WORK:
            return True
    return False


def _portable(pid: int) -> Vitals:
    """The same by psutil; it does not tell who waits for a disk."""
    import psutil  # noqa: PLC0415 - where /proc tells all, nobody needs it

    cpu_s, io_bytes, members = 0.0, 0, set()
    try:
        tree = psutil.Process(pid).children(recursive=True)
    except psutil.Error:
        return Vitals()
    for process in tree:
        try:
            with process.oneshot():
                members.add((process.pid, int(process.create_time() * 100)))
                cpu_s += sum(process.cpu_times()[:4])
                counters = process.io_counters() if hasattr(process, "io_counters") else ()
        except psutil.Error:
            continue
        io_bytes += sum(counters)
    return Vitals(cpu_s, io_bytes, frozenset(members))


def _portable_resident(pid: int) -> int:
    import psutil  # noqa: PLC0415 - as above

    total = 0
    try:
        tree = psutil.Process(pid).children(recursive=True)
    except psutil.Error:
        return 0
    for process in tree:
        with contextlib.suppress(psutil.Error):
            total += process.memory_info().rss
    return total
