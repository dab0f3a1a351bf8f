"""Starts one program inside a Job Object, with pipes to it that it alone inherits."""

# ruff: noqa: E402 - what is imported exists on this system alone

import _winapi
import msvcrt
import os
import sys

assert sys.platform == "win32"  # noqa: S101 - there it is spawn

from subprocess import STARTUPINFO

from rendermanager.machine.supervising.orders import Start
from rendermanager.machine.supervising.spawned import TAG_VARIABLE, Refused, Spawned
from rendermanager.machine.supervising.windows import kernel
from rendermanager.machine.supervising.windows.codes import KILLED, priority_flag, why_refused
from rendermanager.machine.supervising.windows.commandline import command_line
from rendermanager.machine.supervising.windows.job import Job

_CREATE_SUSPENDED = 0x0004
_CREATE_NEW_PROCESS_GROUP = 0x0200
_CREATE_NO_WINDOW = 0x08000000
_STARTF_USESTDHANDLES = 0x0100
#: It does not run before it is in the job: no child of it can be born outside.
_FLAGS = _CREATE_SUSPENDED | _CREATE_NEW_PROCESS_GROUP | _CREATE_NO_WINDOW


def start(order: Start, job: Job) -> tuple[Spawned, int]:
    """Start the program of `order` in the job; returns a handle of its process, too.

    Raises:
        Refused: It cannot be started; nothing is left behind.
    """
    line = command_line(order.argv)
    if order.cwd is not None and not os.path.isdir(order.cwd):  # noqa: PTH112 - as in spawn
        raise Refused("cwd_missing", f"{order.cwd}: there is no such folder")
    pipes: list[int] = []
    try:
        for _ in range(3):
            pipes += os.pipe()
        process, pid = _start_in(order, line, job, [pipes[0], pipes[3], pipes[5]])
    except OSError as error:
        _close(pipes)
        raise Refused(why_refused(error.winerror), f"{order.argv[0]}: {error.strerror}") from error
    except ValueError as error:
        _close(pipes)
        raise Refused("bad_order", str(error)) from error
    in_read, in_write, out_read, out_write, err_read, err_write = pipes
    _close([in_read, out_write, err_write])
    if order.quiet_stdin:
        _close([in_write])
        in_write = -1
    return Spawned(pid, in_write, out_read, err_read), process


def _start_in(order: Start, line: str, job: Job, ends: list[int]) -> tuple[int, int]:
    handles = [msvcrt.get_osfhandle(fd) for fd in ends]
    for handle in handles:
        os.set_handle_inheritable(handle, True)
    info = STARTUPINFO(
        dwFlags=_STARTF_USESTDHANDLES,
        hStdInput=handles[0],
        hStdOutput=handles[1],
        hStdError=handles[2],
        lpAttributeList={"handle_list": handles},
    )
    base = dict(os.environ) if order.env is None else order.env
    flags = _FLAGS | priority_flag(order.nice)
    process, thread, pid, _ = _winapi.CreateProcess(
        order.argv[0],
        line,
        None,
        None,
        True,
        flags,
        {**base, TAG_VARIABLE: order.tag},
        order.cwd,
        info,
    )
    try:
        job.take(process)
        kernel.resume_thread(thread)
    except OSError:
        _winapi.TerminateProcess(process, KILLED)
        _winapi.CloseHandle(process)
        raise
    finally:
        _winapi.CloseHandle(thread)
    return process, pid


def _close(fds: list[int]) -> None:
    for fd in fds:
        os.close(fd)
