"""Lets the trees of some processes step back behind everything else, and come forward again."""

import ctypes
import logging
import os
import platform
import sys
from collections.abc import Collection, Iterator
from typing import Any, Final

from rendermanager.machine.supervising import procfs

_DARWIN_PROCESS: Final = 4
_DARWIN_BACKGROUND: Final = 0x1000
_IOPRIO_WHO_PROCESS: Final = 1
_IOPRIO_IDLE: Final = 3 << 13
_IOPRIO_NONE: Final = 0
"""The scheduler goes by the nice value again."""
_IOPRIO_SET: Final = {"x86_64": 251, "aarch64": 30}

_log = logging.getLogger(__name__)


def step_back(roots: Collection[int]) -> None:
    """Have the descendants of these processes run only where nobody else wants to.

    What cannot be changed back later is left alone. Harmless when done again: processes that were
    born since are treated, too.
    """
    _apply(roots, back=True)


def come_forward(roots: Collection[int]) -> None:
    """Take back what `step_back` has done."""
    _apply(roots, back=False)


def _apply(roots: Collection[int], *, back: bool) -> None:
    if sys.platform != "linux":
        _apply_elsewhere(roots, back=back)
        return
    cores = _some_cores() if back else os.sched_getaffinity(0)
    for thread in _threads(roots):
        try:
            _set_linux(thread, cores, back=back)
        except OSError as error:
            _log.debug("thread %d keeps its precedence: %s", thread, error)


def _apply_elsewhere(roots: Collection[int], *, back: bool) -> None:
    import psutil  # noqa: PLC0415 - where /proc tells all, nobody needs it

    for root in roots:
        try:
            tree = psutil.Process(root).children(recursive=True)
        except psutil.Error:
            continue
        for process in tree:
            try:
                _set_elsewhere(process, back=back)
            except (psutil.Error, OSError) as error:
                _log.debug("process %d keeps its precedence: %s", process.pid, error)


def may_come_forward(nice: int) -> bool:
    """Whether a process of this user that runs only in idle time may leave that again.

    Linux lets it only where its nice value is within RLIMIT_NICE (sched(7)).
    """
    if sys.platform != "linux":
        return True
    import resource  # noqa: PLC0415 - not on Windows

    limit = resource.getrlimit(resource.RLIMIT_NICE)[0]
    return os.geteuid() == 0 or limit == resource.RLIM_INFINITY or limit >= 20 - nice


def _threads(roots: Collection[int]) -> Iterator[int]:
    for stat in procfs.descendants(roots, procfs.scan()):
        try:
            names = os.listdir(f"/proc/{stat.pid}/task")  # noqa: PTH208 - names are all we need
        except OSError:
            continue
        yield from map(int, names)


def _set_linux(thread: int, cores: set[int], *, back: bool) -> None:
    if sys.platform != "linux":
        raise NotImplementedError(procfs.NO_PROC)
    _set_disk_precedence(thread, _IOPRIO_IDLE if back else _IOPRIO_NONE)
    if may_come_forward(os.getpriority(os.PRIO_PROCESS, thread)):
        policy = os.SCHED_IDLE if back else os.SCHED_OTHER
        if os.sched_getscheduler(thread) != policy:
            os.sched_setscheduler(thread, policy, os.sched_param(0))
    elif os.sched_getaffinity(thread) != cores:
        # Half of the processors are the artist's then.
        os.sched_setaffinity(thread, cores)


def _some_cores() -> set[int]:
    if sys.platform != "linux":
        raise NotImplementedError(procfs.NO_PROC)
    cores = sorted(os.sched_getaffinity(0))
    return set(cores[len(cores) // 2 :])


def _set_disk_precedence(thread: int, value: int) -> None:
    """The C library has no function for this call."""
    number = _IOPRIO_SET.get(platform.machine())
    if number is not None:
        ctypes.CDLL(None, use_errno=True).syscall(number, _IOPRIO_WHO_PROCESS, thread, value)


def _set_elsewhere(process: Any, *, back: bool) -> None:
    if sys.platform == "win32":
        import psutil  # noqa: PLC0415 - as above

        usual = psutil.BELOW_NORMAL_PRIORITY_CLASS
        process.nice(psutil.IDLE_PRIORITY_CLASS if back else usual)
    else:
        value = _DARWIN_BACKGROUND if back else 0
        ctypes.CDLL(None).setpriority(_DARWIN_PROCESS, process.pid, value)
