"""A supervisor's system where a Job Object owns the tree and threads tell of its end."""

# ruff: noqa: E402 - what is imported exists on this system alone

import _winapi
import msvcrt
import os
import sys
import threading
from collections.abc import Callable

assert sys.platform == "win32"  # noqa: S101 - there it is posix

from rendermanager.machine.supervising.host import Ended, Host
from rendermanager.machine.supervising.orders import Start
from rendermanager.machine.supervising.queuepoller import QueuePoller
from rendermanager.machine.supervising.spawned import Refused, Spawned
from rendermanager.machine.supervising.tree import Tree
from rendermanager.machine.supervising.windows import kernel
from rendermanager.machine.supervising.windows.codes import exit_code
from rendermanager.machine.supervising.windows.job import Job
from rendermanager.machine.supervising.windows.jobtree import JobTree
from rendermanager.machine.supervising.windows.start import start

_WAIT_OBJECT_0 = 0


class _Running:
    """The render under way: its job, and its renderer until that has ended."""

    __slots__ = ("job", "pid", "process")

    def __init__(self, job: Job, pid: int, process: int) -> None:
        self.job = job
        self.pid = pid
        self.process: int | None = process


class WindowsHost(Host):
    """A process without a console, so that a terminal's Ctrl-C leaves us to the app."""

    __slots__ = ("_on_ended", "_poller", "_running")

    def __init__(self) -> None:
        """Let go of the console that we may have been started in."""
        self._poller = QueuePoller()
        super().__init__(self._poller, has_signals=False)
        self._running: _Running | None = None
        kernel.tried("FreeConsole")
        for fd in (0, 1):
            msvcrt.setmode(fd, os.O_BINARY)

    def listen(self, on_ended: Callable[[], None], on_word: Callable[[str], None]) -> None:
        """Nobody can call us but by the control pipe, and by a file when that has ended."""
        del on_word
        self._on_ended = on_ended

    def spawn(self, order: Start) -> tuple[Spawned, Tree]:
        try:
            job = Job()
        except OSError as error:
            raise Refused("no_resources", f"no Job Object: {error.strerror}") from error
        try:
            spawned, process = start(order, job)
        except Refused:
            job.close()
            raise
        self._running = _Running(job, spawned.pid, process)
        job.listen(self._tell)
        # A handle of its own: ours is closed as soon as we have seen the end.
        own = _duplicate(process)
        threading.Thread(target=self._wait_for, args=(own,), daemon=True).start()
        return spawned, JobTree(spawned.pid, kernel.born_s(process), job)

    def _tell(self) -> None:
        self._poller.call(self._on_ended)

    def _wait_for(self, process: int) -> None:
        _winapi.WaitForSingleObject(process, kernel.INFINITE)
        self._tell()
        _winapi.CloseHandle(process)

    def collect(self) -> tuple[list[Ended], bool]:
        running, ended = self._running, list[Ended]()
        if running is None:
            return ended, True
        if running.process is not None:
            if _winapi.WaitForSingleObject(running.process, 0) != _WAIT_OBJECT_0:
                return ended, False
            code = _winapi.GetExitCodeProcess(running.process)
            ended.append(Ended(running.pid, exit_code(code), 0.0, 0))
            _winapi.CloseHandle(running.process)
            running.process = None
        active, cpu_s, peak = running.job.usage()
        if active:
            return ended, False
        # The job has counted for all of them, whenever they ended.
        ended.append(Ended(0, 0, cpu_s, peak))
        running.job.close()
        self._running = None
        return ended, True


def _duplicate(handle: int) -> int:
    us = _winapi.GetCurrentProcess()
    return _winapi.DuplicateHandle(us, handle, us, 0, False, _winapi.DUPLICATE_SAME_ACCESS)
