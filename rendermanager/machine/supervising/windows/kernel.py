"""The functions of Windows that Python has no names for."""

import ctypes
import sys
from ctypes import wintypes

from rendermanager.machine.supervising.windows import structures

assert sys.platform == "win32"  # noqa: S101 - nobody else has them

_kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
_ntdll = ctypes.WinDLL("ntdll")

PROCESS_SUSPEND_RESUME = 0x0800
PROCESS_QUERY_INFORMATION = 0x0400
CTRL_BREAK_EVENT = 1
ERROR_MORE_DATA = 234
INFINITE = 0xFFFFFFFF

_H, _D, _P, _B = wintypes.HANDLE, wintypes.DWORD, ctypes.c_void_p, wintypes.BOOL
_SIGNATURES = {
    "CreateJobObjectW": (_H, _P, wintypes.LPCWSTR),
    "SetInformationJobObject": (_B, _H, ctypes.c_int, _P, _D),
    "QueryInformationJobObject": (_B, _H, ctypes.c_int, _P, _D, _P),
    "AssignProcessToJobObject": (_B, _H, _H),
    "TerminateJobObject": (_B, _H, wintypes.UINT),
    "IsProcessInJob": (_B, _H, _H, ctypes.POINTER(_B)),
    "CreateIoCompletionPort": (_H, _H, _H, ctypes.c_size_t, _D),
    "GetQueuedCompletionStatus": (
        _B,
        _H,
        ctypes.POINTER(_D),
        ctypes.POINTER(ctypes.c_size_t),
        ctypes.POINTER(_P),
        _D,
    ),
    "PostQueuedCompletionStatus": (_B, _H, _D, ctypes.c_size_t, _P),
    "ResumeThread": (_D, _H),
    "OpenProcess": (_H, _D, _B, _D),
    "GetProcessTimes": (_B, _H, _P, _P, _P, _P),
    "CloseHandle": (_B, _H),
    "AttachConsole": (_B, _D),
    "FreeConsole": (_B,),
    "GenerateConsoleCtrlEvent": (_B, _D, _D),
}
for _name, (_result, *_arguments) in _SIGNATURES.items():
    _function = getattr(_kernel32, _name)
    _function.restype = _result
    _function.argtypes = _arguments
for _name in ("NtSuspendProcess", "NtResumeProcess"):
    _function = getattr(_ntdll, _name)
    _function.restype = ctypes.c_long
    _function.argtypes = (_H,)

nt_suspend_process = _ntdll.NtSuspendProcess
nt_resume_process = _ntdll.NtResumeProcess


def call(name: str, *arguments: object) -> int:
    """Call a function whose result is 0 when it fails.

    Raises:
        OSError: It has failed.
    """
    result = getattr(_kernel32, name)(*arguments)
    if not result:
        raise ctypes.WinError(ctypes.get_last_error())
    return int(result)


def tried(name: str, *arguments: object) -> bool:
    """Call a function whose failure is nothing to worry about; whether it has succeeded."""
    return bool(getattr(_kernel32, name)(*arguments))


def resume_thread(thread: int) -> None:
    """Let a thread that was created suspended begin.

    Raises:
        OSError: It cannot be.
    """
    if _kernel32.ResumeThread(thread) == 0xFFFFFFFF:
        raise ctypes.WinError(ctypes.get_last_error())


def born_s(process: int) -> float:
    """When a process was started, in seconds since 1970.

    Raises:
        OSError: The handle does not tell.
    """
    times = [structures.FileTime() for _ in range(4)]
    call("GetProcessTimes", process, *(ctypes.byref(each) for each in times))
    return structures.unix_time(times[0].low, times[0].high)
