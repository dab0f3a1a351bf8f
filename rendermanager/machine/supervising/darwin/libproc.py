"""Asks macOS about its processes, by the library that `ps` uses."""

import ctypes
import os
import struct
import sys

from rendermanager.machine.supervising.darwin.records import (
    BSD_INFO_BYTES,
    Record,
    environment_of,
    record_of,
)
from rendermanager.machine.supervising.darwin.tree import System

assert sys.platform == "darwin"  # noqa: S101 - nobody else has it

PROC_PIDTBSDINFO = 3
CTL_KERN, KERN_ARGMAX, KERN_PROCARGS2 = 1, 8, 49
#: Room for processes that are born between asking how many there are and asking who.
SPARE_PIDS = 64
_PID = struct.Struct("=i")


class LibProc(System):
    """The processes of this machine, as far as they are ours to see."""

    __slots__ = ("_argument_bytes", "_libc", "_libproc")

    def __init__(self) -> None:
        self._libproc = ctypes.CDLL("/usr/lib/libproc.dylib", use_errno=True)
        self._libc = ctypes.CDLL("/usr/lib/libSystem.dylib", use_errno=True)
        self._libproc.proc_pidinfo.argtypes = (
            ctypes.c_int,
            ctypes.c_int,
            ctypes.c_uint64,
            ctypes.c_void_p,
            ctypes.c_int,
        )
        self._libproc.proc_listallpids.argtypes = (ctypes.c_void_p, ctypes.c_int)
        most = self._sysctl((CTL_KERN, KERN_ARGMAX), _PID.size)
        self._argument_bytes = _PID.unpack(most)[0] if len(most) == _PID.size else 1024 * 1024

    def table(self) -> dict[int, Record]:
        found = (self._record(pid) for pid in self._pids())
        return {record.pid: record for record in found if record}

    def environment(self, pid: int) -> list[bytes]:
        data = self._sysctl((CTL_KERN, KERN_PROCARGS2, pid), self._argument_bytes)
        return environment_of(data)

    def send(self, record: Record, signum: int) -> bool:
        now = self._record(record.pid)
        if now is None or now.key != record.key or not now.alive:
            return False
        try:
            os.kill(record.pid, signum)
        except (ProcessLookupError, PermissionError):
            return False
        return True

    def _pids(self) -> list[int]:
        room = self._libproc.proc_listallpids(None, 0) + SPARE_PIDS
        buffer = (ctypes.c_int * room)()
        count = self._libproc.proc_listallpids(buffer, ctypes.sizeof(buffer))
        return [pid for pid in buffer[: max(0, count)] if pid > 0]

    def _record(self, pid: int) -> Record | None:
        buffer = ctypes.create_string_buffer(BSD_INFO_BYTES)
        size = self._libproc.proc_pidinfo(pid, PROC_PIDTBSDINFO, 0, buffer, BSD_INFO_BYTES)
        return record_of(buffer.raw[: max(0, size)])

    def _sysctl(self, name: tuple[int, ...], room: int) -> bytes:
        names = (ctypes.c_int * len(name))(*name)
        buffer = ctypes.create_string_buffer(room)
        size = ctypes.c_size_t(room)
        failed = self._libc.sysctl(names, len(name), buffer, ctypes.byref(size), None, 0)
        return b"" if failed else buffer.raw[: size.value]
