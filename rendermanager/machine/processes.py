"""Processes by identity: whether one of ours still lives, who carries our tag, how to end it all.

A pid alone names nobody: it is given away again. An identity is the pid with the start time and
the boot it belongs to, as text, so that it can be stored with an attempt.
"""

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rendermanager.machine.supervising import procfs
from rendermanager.machine.supervising.brand import brand_of, is_of_queue, read_brand
from rendermanager.machine.supervising.spawned import TAG_VARIABLE

#: How far apart two readings of a start time may be where it is given as a time of day.
CLOCK_TOLERANCE_S = 2.0
#: How long killed processes may take to go; longer means the kernel holds them (a dead disk).
KILL_WAIT_S = 5.0
#: Time between two looks where nothing tells us that a process has ended.
LOOK_INTERVAL_S = 0.02

_LINUX = sys.platform == "linux"
_Known = dict[tuple[int, int], procfs.Stat]

# psutil takes as long to import as a short command takes altogether, and Linux rarely needs it.
if TYPE_CHECKING:
    import psutil


def identity(pid: int) -> str:
    """The process that has this pid now, as text for `is_alive` and `end_tree`.

    Raises:
        ProcessLookupError: There is none.
    """
    if _LINUX:
        stat = procfs.read_stat(pid)
        if stat is None:
            raise ProcessLookupError(pid)
        return _identity_of(stat)
    import psutil  # noqa: PLC0415 - see the top

    try:
        return f"{pid}:{psutil.Process(pid).create_time():.2f}:clock"
    except psutil.Error as error:
        raise ProcessLookupError(pid) from error


def pid_of(process: str) -> int:
    """The pid in an identity; only for looking, since it may be another's by now."""
    return int(process.partition(":")[0])


def is_alive(process: str) -> bool:
    """Whether that very process still runs; a zombie does not, nor does one of an earlier boot."""
    return _living(process) is not None


def send_signal(process: str, signum: int) -> bool:
    """Signal that very process; False when it does not run any more or is not ours."""
    found = _living(process)
    if isinstance(found, procfs.Stat):
        return procfs.send(found, signum)
    if found is None:
        return False
    import psutil  # noqa: PLC0415 - see the top

    try:
        found.send_signal(signum)
    except psutil.Error:
        return False
    return True


def tagged(tag: str, *, prefix: bool = False, spare: Collection[str] = ()) -> list[str]:
    """Identities of the living processes that carry an attempt's tag.

    It stands in their environment and, on Linux, in a limit that survives where that does not.

    Args:
        tag: What the renderer was started with.
        prefix: Take every tag that begins so ("7" would then also mean "70": end with a separator).
        spare: Tags whose processes are left out all the same.

    Raises:
        ValueError: The tag is empty, which would mean everybody.
    """
    if not tag:
        raise ValueError("an empty tag means every process")
    if _LINUX:
        return [_identity_of(stat) for stat in _carriers(tag, spare, prefix=prefix)]
    import psutil  # noqa: PLC0415 - see the top

    found = []
    for process in psutil.process_iter():
        try:
            value = process.environ().get(TAG_VARIABLE, "")
            matches = value.startswith(tag) if prefix else value == tag
            if matches and value not in spare and process.pid != os.getpid():
                found.append(identity(process.pid))
        except (psutil.Error, OSError):
            continue  # not ours to read, or just gone
    return found


def end_tree(processes: Iterable[str], grace_s: float) -> list[str]:
    """End processes and all their descendants: SIGTERM, then SIGKILL until nobody is left.

    Blocks for up to `grace_s` plus `KILL_WAIT_S`; for a worker thread.

    Args:
        processes: Identities; those that do not live any more are skipped.
        grace_s: Seconds between asking and killing; 0 kills at once.

    Returns:
        Identities of those that are still there (held by the kernel, or not ours to end).
    """
    roots = list(processes)
    if not _LINUX:
        return _end_portable(roots, grace_s)
    known: _Known = {}
    return _end(lambda: _find_tree(roots, known), grace_s)


def end_tagged(
    tag: str, grace_s: float, *, prefix: bool = False, spare: Collection[str] = ()
) -> list[str]:
    """End everybody who carries the tag, with all descendants; see `tagged` and `end_tree`."""
    if not _LINUX:
        return _end_tagged_portable(partial(tagged, tag, prefix=prefix, spare=spare), grace_s)
    known: _Known = {}

    def find() -> Iterator[procfs.Stat]:
        # One by one: who lives but for a moment is stopped before the next one is looked at.
        for stat in _carriers(tag, spare, prefix=prefix):
            known.setdefault(stat.key, stat)
            yield stat
        yield from _find_tree((), known)

    return _end(find, grace_s)


def _end(find: Callable[[], Iterable[procfs.Stat]], grace_s: float) -> list[str]:
    if sys.platform != "linux":
        raise NotImplementedError(procfs.NO_PROC)
    if grace_s > 0:
        told = False
        for stat in find():
            told = True
            procfs.send(stat, signal.SIGTERM)
            procfs.send(stat, signal.SIGCONT)  # a suspended one must wake up to hear it
        if not told:
            return []
        _wait_until_gone(find, grace_s)
    until = time.monotonic() + KILL_WAIT_S
    while any(find()) and time.monotonic() < until:
        procfs.kill(find)
        _wait_until_gone(find, LOOK_INTERVAL_S)
    return [_identity_of(stat) for stat in find()]


def _identity_of(stat: procfs.Stat) -> str:
    return f"{stat.pid}:{stat.start}:{procfs.boot_id()}"


def _living(process: str) -> "procfs.Stat | psutil.Process | None":
    """The process behind an identity, if it still runs."""
    pid_text, _, rest = process.partition(":")
    start, _, epoch = rest.partition(":")
    if not pid_text.isdigit() or not start:
        return None
    pid = int(pid_text)
    if epoch == "clock":
        return _living_by_clock(pid, start)
    stat = procfs.read_stat(pid) if epoch == procfs.boot_id() else None
    return stat if stat and stat.alive and str(stat.start) == start else None


def _living_by_clock(pid: int, start: str) -> "psutil.Process | None":
    import psutil  # noqa: PLC0415 - see the top

    try:
        process = psutil.Process(pid)
        if abs(process.create_time() - float(start)) > CLOCK_TOLERANCE_S:
            return None
        return process if process.status() != psutil.STATUS_ZOMBIE else None
    except (psutil.Error, ValueError):
        return None


def _carriers(tag: str, spare: Collection[str], *, prefix: bool) -> Iterator[procfs.Stat]:
    """Who carries the tag, each told as soon as it is found."""
    spared = {brand_of(each) for each in spare}
    spared_entries = [_entry(each) + b"\0" for each in spare]
    # Each variable stands between two null characters, the first one behind the one added here.
    wanted = _entry(tag) + (b"" if prefix else b"\0")
    branded = brand_of(tag)
    for pid in procfs.pids():
        brand = read_brand(pid)
        if brand in spared:
            continue
        if brand != branded and not (prefix and is_of_queue(brand, tag)):
            # Started by somebody else than a supervisor, or its limits are not shown.
            environment = b"\0" + (procfs.read_bytes(f"/proc/{pid}/environ") or b"")
            if wanted not in environment or any(each in environment for each in spared_entries):
                continue
        if pid == os.getpid():
            continue
        stat = procfs.read_stat(pid)
        if stat and stat.alive:
            yield stat


def _entry(tag: str) -> bytes:
    return b"\0" + os.fsencode(f"{TAG_VARIABLE}={tag}")


def _find_tree(roots: Sequence[str], known: _Known) -> list[procfs.Stat]:
    """The living roots, their descendants, and who was seen as one before and still lives.

    A descendant whose parent has gone is another's child by now: `known` remembers him.
    """
    table = procfs.scan()
    for process in roots:
        stat = _living(process)
        if isinstance(stat, procfs.Stat):
            known.setdefault(stat.key, stat)
    alive = {
        stat.pid: stat
        for key in known
        if (stat := table.get(key[0])) and stat.key == key and stat.alive
    }
    for stat in procfs.descendants(list(alive), table):
        if stat.alive and stat.pid != os.getpid():
            known.setdefault(stat.key, stat)
            alive[stat.pid] = stat
    return list(alive.values())


def _wait_until_gone(find: Callable[[], Iterable[procfs.Stat]], limit_s: float) -> None:
    """Wait for all that `find` finds, and for whom they leave behind, up to the limit."""
    until = time.monotonic() + limit_s
    while (left := next(iter(find()), None)) and (rest_s := until - time.monotonic()) > 0:
        _wait_for_one(left, min(rest_s, 1.0))


def _wait_for_one(stat: procfs.Stat, limit_s: float) -> None:
    if sys.platform != "linux":
        raise NotImplementedError(procfs.NO_PROC)
    try:
        handle = os.pidfd_open(stat.pid)
    except (AttributeError, OSError):
        time.sleep(min(limit_s, LOOK_INTERVAL_S))
        return
    try:
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        now = procfs.read_stat(stat.pid)
        if now and now.key == stat.key:
            poll.poll(limit_s * 1000)
    finally:
        os.close(handle)


def _end_portable(roots: Sequence[str], grace_s: float) -> list[str]:
    """The same by psutil, which checks pid and start time before each signal."""
    import psutil  # noqa: PLC0415 - see the top

    members = _with_children(
        each for each in map(_living, roots) if isinstance(each, psutil.Process)
    )
    if grace_s > 0:
        _each(members, psutil.Process.terminate)
        _, members = psutil.wait_procs(members, timeout=grace_s)
    until = time.monotonic() + KILL_WAIT_S
    while members and time.monotonic() < until:
        # Again and again: who was born meanwhile is another's child as soon as we have been here.
        members = _with_children(members)
        _each(members, psutil.Process.kill)
        _, members = psutil.wait_procs(members, timeout=LOOK_INTERVAL_S)
    return [f"{process.pid}:{process.create_time():.2f}:clock" for process in members]


def _end_tagged_portable(find: Callable[[], list[str]], grace_s: float) -> list[str]:
    """The same for a tag, until nobody new carries it."""
    left = _end_portable(find(), grace_s)
    until = time.monotonic() + KILL_WAIT_S
    while (new := set(find()) - set(left)) and time.monotonic() < until:
        left += _end_portable(sorted(new), 0.0)
    return left


def _with_children(members: "Iterable[psutil.Process]") -> "list[psutil.Process]":
    """These and all their descendants, each once."""
    import psutil  # noqa: PLC0415 - see the top

    found: dict[psutil.Process, None] = {}
    for process in members:
        found[process] = None
        try:
            found.update(dict.fromkeys(process.children(recursive=True)))
        except psutil.Error:
            continue  # it has gone; its children were found by an earlier look, or by the tag
    return list(found)


def _each(members: "Iterable[psutil.Process]", action: "Callable[[psutil.Process], None]") -> None:
    import psutil  # noqa: PLC0415 - see the top

    for process in members:
        try:
            action(process)
        except psutil.Error:
            continue  # gone, or not ours to end
