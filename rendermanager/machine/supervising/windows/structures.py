"""What Windows and we hand to each other, byte for byte as on its 64-bit systems."""

import ctypes

JOB_OBJECT_BASIC_ACCOUNTING = 1
JOB_OBJECT_PROCESS_IDS = 3
JOB_OBJECT_COMPLETION_PORT = 7
JOB_OBJECT_EXTENDED_LIMITS = 9

JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE = 0x2000
JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x0400

#: Parts of a second in which Windows counts processor time and the time of day.
TICKS_PER_S = 10_000_000
#: From the year 1601, where Windows begins, to 1970.
EPOCH_S = 11_644_473_600


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("per_process_user_time", ctypes.c_int64),
        ("per_job_user_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("min_working_set", ctypes.c_uint64),
        ("max_working_set", ctypes.c_uint64),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_uint64),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    )


class IoCounters(ctypes.Structure):
    """IO_COUNTERS."""

    _fields_ = tuple(
        (name, ctypes.c_uint64)
        for name in ("reads", "writes", "others", "read_bytes", "written_bytes", "other_bytes")
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", BasicLimits),
        ("io", IoCounters),
        ("process_memory", ctypes.c_uint64),
        ("job_memory", ctypes.c_uint64),
        ("peak_process_memory", ctypes.c_uint64),
        ("peak_job_memory", ctypes.c_uint64),
    )


class Accounting(ctypes.Structure):
    """JOBOBJECT_BASIC_ACCOUNTING_INFORMATION."""

    _fields_ = (
        ("user_time", ctypes.c_int64),
        ("kernel_time", ctypes.c_int64),
        ("period_user_time", ctypes.c_int64),
        ("period_kernel_time", ctypes.c_int64),
        ("page_faults", ctypes.c_uint32),
        ("processes", ctypes.c_uint32),
        ("active", ctypes.c_uint32),
        ("terminated", ctypes.c_uint32),
    )


class CompletionPort(ctypes.Structure):
    """JOBOBJECT_ASSOCIATE_COMPLETION_PORT."""

    _fields_ = (("key", ctypes.c_uint64), ("port", ctypes.c_uint64))


class FileTime(ctypes.Structure):
    """FILETIME."""

    _fields_ = (("low", ctypes.c_uint32), ("high", ctypes.c_uint32))


def process_ids(room: int) -> type[ctypes.Structure]:
    """JOBOBJECT_BASIC_PROCESS_ID_LIST with room for that many."""
    fields = (
        ("assigned", ctypes.c_uint32),
        ("listed", ctypes.c_uint32),
        ("pids", ctypes.c_uint64 * room),
    )
    return type("ProcessIds", (ctypes.Structure,), {"_fields_": fields})


def unix_time(low: int, high: int) -> float:
    """A FILETIME as seconds since 1970."""
    return ((high << 32) + low) / TICKS_PER_S - EPOCH_S
