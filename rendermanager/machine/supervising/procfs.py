"""Processes as Linux shows them under /proc, told apart from later owners of the same pid."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator

from rendermanager.machine.supervising.files import OPEN_FLAGS

#: Rounds of looking for new processes before a tree that grows faster is left half frozen.
FREEZE_ROUNDS = 50
#: How often, and how far apart, it is looked whether everybody has stopped: 0.2 s in all.
FREEZE_WAITS = 100
FREEZE_WAIT_S = 0.002
#: The kernel's letters for who stands still: by a signal, or by a debugger.
STOPPED = "Tt"
#: Why these functions refuse elsewhere. Nobody calls them there; said in each, it lets checks for
#: other systems pass over names of `os` and `signal` that only Linux has.
NO_PROC = "only Linux has /proc"
#: Lists of processes read before a look ends where new ones are born faster than we read.
LISTS = 200

_boot_id: list[str] = []


class Stat:
    """One line of /proc/<pid>/stat.

    Attributes:
        state: The kernel's letter: R, S, D, T (stopped), Z (dead, not yet collected), ...
        start: Start time in clock ticks since boot; with the pid it names a process for good.
        ticks: Processor time in clock ticks, with that of children it has waited for.
    """

    __slots__ = ("pgrp", "pid", "ppid", "session", "start", "state", "ticks")

    def __init__(self, pid: int, line: bytes) -> None:
        # The name stands in parentheses and may itself hold spaces and parentheses.
        fields = line[line.rindex(b")") + 2 :].split(None, 20)
        self.pid = pid
        self.state = fields[0].decode()
        self.ppid = int(fields[1])
        self.pgrp = int(fields[2])
        self.session = int(fields[3])
        self.ticks = int(fields[11]) + int(fields[12]) + int(fields[13]) + int(fields[14])
        self.start = int(fields[19])

    @property
    def alive(self) -> bool:
        return self.state not in "ZXx"

    @property
    def key(self) -> tuple[int, int]:
        return self.pid, self.start


def read_bytes(path: str) -> bytes | None:
    """The whole of a file under /proc; None when its process has gone or is not ours to read."""
    try:
        fd = os.open(path, os.O_RDONLY | OPEN_FLAGS)
    except OSError:
        return None
    parts = []
    try:
        while part := os.read(fd, 65536):
            parts.append(part)
    except OSError:
        return None
    finally:
        os.close(fd)
    return b"".join(parts)


def read_stat(pid: int) -> Stat | None:
    """The process's state now, or None when there is none of that number."""
    line = read_bytes(f"/proc/{pid}/stat")
    return Stat(pid, line) if line else None


def boot_id() -> str:
    """A name for the time since this machine was switched on."""
    if not _boot_id:
        _boot_id.append((read_bytes("/proc/sys/kernel/random/boot_id") or b"?").strip().decode())
    return _boot_id[0]


def ticks_per_s() -> int:
    """The unit of processor time under /proc."""
    if sys.platform != "linux":
        raise NotImplementedError(NO_PROC)
    return os.sysconf("SC_CLK_TCK")


def page_bytes() -> int:
    """The unit of memory under /proc."""
    if sys.platform != "linux":
        raise NotImplementedError(NO_PROC)
    return os.sysconf("SC_PAGE_SIZE")


def pids() -> Iterator[int]:
    """Every process we can see, and those that are born before we have come to the end.

    Whoever forks and ends while it waits for its turn leaves a child that was not listed with
    it. So the list is read again until it shows nobody new: then a caller who looked at each
    process as it came has missed nobody but the children of those it has found alive.
    """
    before: set[int] = set()
    for _ in range(LISTS):
        listed = {int(name) for name in os.listdir("/proc") if name.isdigit()}  # noqa: PTH208
        # Compared with the last list alone: a chain of short lives can use up all pids within
        # seconds, so that a number seen earlier may stand for somebody new.
        if listed <= before:
            return
        yield from sorted(listed - before)
        before = listed


def scan() -> dict[int, Stat]:
    """Every process we can see, by pid."""
    return {pid: stat for pid in pids() if (stat := read_stat(pid))}


def descendants(roots: Iterable[int], table: dict[int, Stat]) -> list[Stat]:
    """Children of the roots and theirs in turn, dead ones included, the roots left out."""
    children: dict[int, list[Stat]] = {}
    for stat in table.values():
        children.setdefault(stat.ppid, []).append(stat)
    found: dict[int, Stat] = {}
    unseen = list(roots)
    while unseen:
        for stat in children.get(unseen.pop(), ()):
            if stat.pid not in found:
                found[stat.pid] = stat
                unseen.append(stat.pid)
    return list(found.values())


def send(process: Stat, signum: int) -> bool:
    """Signal a process unless its pid has a new owner.

    The handle is taken first and the start time compared after that: whatever the pid stands for
    later, the handle means the process that was compared.

    Returns:
        Whether the signal was delivered to a living process.
    """
    if sys.platform != "linux":
        raise NotImplementedError(NO_PROC)
    try:
        handle = os.pidfd_open(process.pid)
    except ProcessLookupError:
        return False
    except (AttributeError, OSError):  # a kernel before 5.3, or no handles left
        handle = -1
    try:
        now = read_stat(process.pid)
        if now is None or now.start != process.start or not now.alive:
            return False
        if handle >= 0:
            signal.pidfd_send_signal(handle, signum)
        else:
            os.kill(process.pid, signum)
    except (ProcessLookupError, PermissionError):
        return False
    finally:
        if handle >= 0:
            os.close(handle)
    return True


def _send_group(pgrp: int, signum: int) -> None:
    if sys.platform != "linux":
        raise NotImplementedError(NO_PROC)
    try:
        os.killpg(pgrp, signum)
    except (ProcessLookupError, PermissionError):
        pass


def freeze(find: Callable[[], Iterable[Stat]]) -> list[Stat]:
    """Stop every process that `find` finds, as soon as it is found, until all of them stand still.

    Whole groups are told where they are not ours: a session that we are not in was opened by the
    tree, so nobody else is in it, and a signal to a group misses no child (since Linux 4.19 one
    that comes in the middle of a fork reaches the child too). Without that, whoever forks and
    ends faster than we look is never caught.

    Stopped processes cannot fork. But who is told to stop in the middle of a fork finishes it
    first, and the child has not heard of it: so a look that shows nobody new is not enough, all
    have to be seen stopped. Who does not stop within the limit (it hangs in the kernel, or waits
    for its vfork child) is left to stop when it can.
    """
    if sys.platform != "linux":
        raise NotImplementedError(NO_PROC)
    held: dict[tuple[int, int], Stat] = {}
    told = {0, 1}  # a group out of sight, and what `killpg` takes for everybody
    own_session = os.getsid(0)
    rounds = waits = 0
    while rounds < FREEZE_ROUNDS and waits < FREEZE_WAITS:
        new = restless = False
        for stat in find():
            # The dead, too, tell of a group in which others may live.
            if stat.session != own_session and stat.pgrp not in told:
                told.add(stat.pgrp)
                _send_group(stat.pgrp, signal.SIGSTOP)
            if stat.alive and stat.key not in held:
                held[stat.key] = stat
                send(stat, signal.SIGSTOP)
                new = True
            elif stat.alive and stat.state not in STOPPED:
                restless = True
        if new:
            rounds += 1
        elif restless:
            waits += 1
            time.sleep(FREEZE_WAIT_S)
        else:
            break
    return list(held.values())


def thaw(find: Callable[[], Iterable[Stat]]) -> list[int]:
    """Let every process that `find` finds go on; returns the pids, in no order.

    Who waits for its vfork child has not stopped yet, but would as soon as the child goes on: it
    has to be told as well.
    """
    if sys.platform != "linux":
        raise NotImplementedError(NO_PROC)
    resumed: set[tuple[int, int]] = set()
    for _ in range(FREEZE_ROUNDS):
        held = [s for s in find() if s.alive and (s.state == "T" or s.key not in resumed)]
        if not held:
            break
        for stat in held:
            send(stat, signal.SIGCONT)
            resumed.add(stat.key)
    return [pid for pid, _ in resumed]


def kill(find: Callable[[], Iterable[Stat]]) -> int:
    """End every process that `find` finds, hard; returns how many were there."""
    if sys.platform != "linux":
        raise NotImplementedError(NO_PROC)
    ended: set[tuple[int, int]] = set()
    # Who is to be killed does not finish its fork: after a look that shows nobody new, nobody is
    # born any more.
    found = freeze(find)
    for _ in range(FREEZE_ROUNDS):
        for stat in found:
            send(stat, signal.SIGKILL)
            ended.add(stat.key)
        found = [stat for stat in find() if stat.alive and stat.key not in ended]
        if not found:
            break
    return len(ended)
