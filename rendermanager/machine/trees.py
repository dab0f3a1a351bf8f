"""What whole process trees do at one moment, by one look at the process table for all of them."""

import os
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rendermanager.machine.supervising import procfs

if TYPE_CHECKING:
    import psutil

MOST_FILES: Final = 5_000
"""Files of an output that are looked at; the count of the rest says enough."""
_AT_WORK: Final = "RD"
"""The kernel's letters for a thread that computes or waits for a disk."""
_IO: Final = (b"rchar", b"wchar", b"read_bytes", b"write_bytes")
"""Lines of /proc/PID/io: asked for by calls, and really moved from and to storage."""
_PAGES_HELD: Final = 1
"""Where `statm` tells how many pages are in memory."""

Member = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tree:
    """What the descendants of one process do and hold.

    Attributes:
        cpu_s: Seconds of processor time, with that of children that were waited for.
        memory: Bytes held now; pages that processes share count once for each.
        read: Bytes fetched from storage by those that live; 0 where the system hides it.
        written: Bytes sent to storage by those that live; 0 where the system hides it.
        moved: Bytes read and written, from and to whatever it was; only its changes say something.
        members: Who they are: pid and start time.
        busy: Somebody computes, waits for a disk, or cannot be looked into.
    """

    cpu_s: float = 0.0
    memory: int = 0
    read: int = 0
    written: int = 0
    moved: int = 0
    members: frozenset[Member] = frozenset()
    busy: bool = False


def trees_of(roots: Collection[int], closely: Collection[int] = ()) -> dict[int, Tree]:
    """What the descendants of each of these processes do, the processes themselves left out.

    Args:
        roots: The pids of supervisors.
        closely: Those of them whose every thread is looked at, which costs more.
    """
    if not roots:
        return {}
    if sys.platform != "linux":
        return {pid: _portable(pid) for pid in roots}
    table = procfs.scan()
    return {pid: _of(procfs.descendants([pid], table), pid in closely) for pid in roots}


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


def _of(tree: Sequence[procfs.Stat], closely: bool) -> Tree:
    alive = [stat for stat in tree if stat.alive]
    pages, sums, hidden = 0, dict.fromkeys(_IO, 0), False
    for stat in alive:
        held = procfs.read_bytes(f"/proc/{stat.pid}/statm")
        pages += int(held.split()[_PAGES_HELD]) if held else 0
        text = procfs.read_bytes(f"/proc/{stat.pid}/io")
        if text is None:
            # Gone meanwhile, which the next look tells by its absence, or another user's.
            hidden = hidden or procfs.read_stat(stat.pid) is not None
            continue
        for line in text.splitlines():
            name, _, value = line.partition(b":")
            if name in sums:
                sums[name] += int(value)
    at_work = any(stat.state in _AT_WORK for stat in alive)
    if closely and not at_work:
        at_work = any(_threads_at_work(stat.pid) for stat in alive)
    return Tree(
        cpu_s=sum(stat.ticks for stat in alive) / procfs.ticks_per_s(),
        memory=pages * procfs.page_bytes(),
        read=sums[b"read_bytes"],
        written=sums[b"write_bytes"],
        moved=sum(sums.values()),
        members=frozenset(stat.key for stat in alive),
        busy=at_work or hidden,
    )


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


def _portable(pid: int) -> Tree:
    """The same by psutil; it does not tell who waits for a disk."""
    import psutil  # noqa: PLC0415 - where /proc tells all, nobody needs it

    try:
        tree = psutil.Process(pid).children(recursive=True)
    except psutil.Error:
        return Tree()
    found = [_portable_member(process) for process in tree]
    alive = [each for each in found if each is not None]
    return Tree(
        cpu_s=sum(each.cpu_s for each in alive),
        memory=sum(each.memory for each in alive),
        read=sum(each.read for each in alive),
        written=sum(each.written for each in alive),
        moved=sum(each.moved for each in alive),
        members=frozenset().union(*(each.members for each in alive)),
    )


def _portable_member(process: "psutil.Process") -> Tree | None:
    """One process as if it were a tree; None when it has gone or hides all."""
    import psutil  # noqa: PLC0415 - as above

    try:
        with process.oneshot():
            if process.status() == psutil.STATUS_ZOMBIE:
                return None
            # macOS does not tell what a process reads and writes.
            counters = process.io_counters() if hasattr(process, "io_counters") else None
            return Tree(
                cpu_s=sum(process.cpu_times()[:4]),
                memory=process.memory_info().rss,
                read=counters.read_bytes if counters else 0,
                written=counters.write_bytes if counters else 0,
                moved=sum(counters) if counters else 0,
                members=frozenset({(process.pid, int(process.create_time() * 100))}),
            )
    except psutil.Error:
        return None
