"""A Job Object: every process that a renderer starts is born into it, and ends with it."""

import ctypes
import sys
import threading
from collections.abc import Callable
from ctypes import wintypes

from rendermanager.machine.supervising.windows import kernel, structures
from rendermanager.machine.supervising.windows.jobtree import Members

assert sys.platform == "win32"  # noqa: S101 - nobody else has them

#: Room for this many processes in the first list that we ask for.
ROOM = 256
#: A message of ours among those of Windows: nobody listens any more.
_OVER = 0xFFFF
_KEY = 1
_ACCESS = kernel.PROCESS_SUSPEND_RESUME | kernel.PROCESS_QUERY_INFORMATION
_INVALID_HANDLE = ctypes.c_void_p(-1).value


class Job(Members):
    """One Job Object and the port at which Windows tells of its processes.

    The handle is ours alone: when this process ends, however it does, Windows closes it and ends
    everybody in the job.
    """

    __slots__ = ("_job", "_port", "_thread")

    def __init__(self) -> None:
        """Create it, empty.

        Raises:
            OSError: Windows has none to give.
        """
        self._job = kernel.call("CreateJobObjectW", None, None)
        limits = structures.ExtendedLimits()
        # Nor may a crash wait for a person to close its window.
        limits.basic.flags = (
            structures.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
            | structures.JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION
        )
        self._set(structures.JOB_OBJECT_EXTENDED_LIMITS, limits)
        self._port = kernel.call("CreateIoCompletionPort", _INVALID_HANDLE, None, 0, 1)
        port = structures.CompletionPort(_KEY, self._port)
        self._set(structures.JOB_OBJECT_COMPLETION_PORT, port)
        self._thread: threading.Thread | None = None

    def take(self, process: int) -> None:
        """Have a process that has not run yet in the job.

        Raises:
            OSError: Windows refuses.
        """
        kernel.call("AssignProcessToJobObject", self._job, process)

    def close(self) -> None:
        """Let go of it, which ends who is still there."""
        if self._thread:
            kernel.tried("PostQueuedCompletionStatus", self._port, _OVER, 0, None)
        else:
            kernel.tried("CloseHandle", self._port)
        kernel.tried("CloseHandle", self._job)

    def listen(self, on_change: Callable[[], None]) -> None:
        """Call `on_change` in a thread of its own for each message, until `close`."""
        self._thread = threading.Thread(target=self._hear, args=(on_change,), daemon=True)
        self._thread.start()

    def _hear(self, on_change: Callable[[], None]) -> None:
        message, key, about = wintypes.DWORD(), ctypes.c_size_t(), ctypes.c_void_p()
        parts = (ctypes.byref(message), ctypes.byref(key), ctypes.byref(about))
        while kernel.tried("GetQueuedCompletionStatus", self._port, *parts, kernel.INFINITE):
            if message.value == _OVER:
                break
            on_change()
        kernel.tried("CloseHandle", self._port)

    def usage(self) -> tuple[int, float, int]:
        """Who is active, seconds of processor time of all, memory of the largest in bytes."""
        accounting, limits = structures.Accounting(), structures.ExtendedLimits()
        self._get(structures.JOB_OBJECT_BASIC_ACCOUNTING, accounting)
        self._get(structures.JOB_OBJECT_EXTENDED_LIMITS, limits)
        cpu_s = (accounting.user_time + accounting.kernel_time) / structures.TICKS_PER_S
        return accounting.active, cpu_s, limits.peak_process_memory

    # -- what a tree asks for

    def pids(self) -> list[int]:
        room = ROOM
        while True:
            found = structures.process_ids(room)()
            try:
                self._get(structures.JOB_OBJECT_PROCESS_IDS, found)
            except OSError as error:
                if error.winerror != kernel.ERROR_MORE_DATA:
                    raise
                room *= 4
                continue
            return [int(pid) for pid in found.pids[: found.listed]]

    def suspend(self, pid: int) -> bool:
        return self._with_process(pid, kernel.nt_suspend_process)

    def resume(self, pid: int) -> bool:
        return self._with_process(pid, kernel.nt_resume_process)

    def _with_process(self, pid: int, action: Callable[[int], int]) -> bool:
        try:
            process = kernel.call("OpenProcess", _ACCESS, False, pid)
        except OSError:
            return False
        try:
            # The number may be another's by now.
            ours = wintypes.BOOL()
            kernel.call("IsProcessInJob", process, self._job, ctypes.byref(ours))
            return bool(ours) and action(process) >= 0
        except OSError:
            return False
        finally:
            kernel.tried("CloseHandle", process)

    def interrupt(self, group: int) -> bool:
        # A console's event goes to who shares it, so we join it for a moment; it is not sent to
        # us, who are not of the group.
        for pid in self.pids():
            if kernel.tried("AttachConsole", pid):
                sent = kernel.tried("GenerateConsoleCtrlEvent", kernel.CTRL_BREAK_EVENT, group)
                kernel.tried("FreeConsole")
                return sent
        return False

    def terminate(self, code: int) -> None:
        kernel.tried("TerminateJobObject", self._job, code)

    def _set(self, kind: int, value: ctypes.Structure) -> None:
        size = ctypes.sizeof(value)
        kernel.call("SetInformationJobObject", self._job, kind, ctypes.byref(value), size)

    def _get(self, kind: int, value: ctypes.Structure) -> None:
        size = ctypes.sizeof(value)
        kernel.call("QueryInformationJobObject", self._job, kind, ctypes.byref(value), size, None)
