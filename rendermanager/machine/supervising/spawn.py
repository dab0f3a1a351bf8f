"""Starts one program in a session of its own, with pipes to it that it alone inherits."""

import errno
import os
import signal
import sys
from collections.abc import Mapping

from rendermanager.machine.supervising.brand import Branding
from rendermanager.machine.supervising.orders import Start
from rendermanager.machine.supervising.spawned import TAG_VARIABLE, Refused, Spawned

assert sys.platform != "win32"  # noqa: S101 - there it is windows.start

#: Signals that may be ignored here, which a program would otherwise inherit.
_RESTORED = (signal.SIGPIPE, signal.SIGXFSZ, signal.SIGINT)

_WHY = {
    errno.EAGAIN: "no_resources",
    errno.ENOMEM: "no_resources",
    errno.EMFILE: "no_resources",
    errno.ENFILE: "no_resources",
    errno.E2BIG: "too_long",
    errno.EACCES: "not_executable",
    errno.EPERM: "not_executable",
    errno.ENOEXEC: "not_executable",
    errno.EISDIR: "not_executable",
    errno.ENOTDIR: "not_found",
    errno.ENOENT: "not_found",
}


def spawn(order: Start, home: int, base_env: Mapping[bytes, bytes]) -> Spawned:
    """Start the program of `order`.

    Args:
        order: What to run.
        home: A handle of the folder that this process lives in and returns to.
        base_env: The environment for an order that names none.

    Raises:
        Refused: It cannot be started; nothing is left behind.
    """
    pipes: list[int] = []
    try:
        for _ in range(3):
            pipes += os.pipe()
        with Branding(order.tag):
            pid = _spawn_in(order, home, _environment(order, base_env), pipes)
    except OSError as error:
        _close(pipes)
        raise _refusal(order, error) from error
    except ValueError as error:  # a text that the system's encoding cannot express
        _close(pipes)
        raise Refused("bad_order", str(error)) from error
    except Refused:
        _close(pipes)
        raise
    in_read, in_write, out_read, out_write, err_read, err_write = pipes
    _close([in_read, out_write, err_write])
    for fd in (in_write, out_read, err_read):
        os.set_blocking(fd, False)
    if order.quiet_stdin:
        _close([in_write])
        in_write = -1
    return Spawned(pid, in_write, out_read, err_read)


def _spawn_in(
    order: Start, home: int, env: Mapping[str, str] | Mapping[bytes, bytes], pipes: list[int]
) -> int:
    """posix_spawn has no working folder of its own: this single thread goes there and back."""
    if not os.path.isabs(order.argv[0]):  # noqa: PTH117 - pathlib costs milliseconds at every start
        raise Refused("not_absolute", f"{order.argv[0]} is not an absolute path")
    if order.cwd is not None:
        try:
            os.chdir(order.cwd)
        except OSError as error:
            why = "cwd_denied" if error.errno == errno.EACCES else "cwd_missing"
            raise Refused(why, f"{order.cwd}: {error.strerror}") from error
    try:
        return os.posix_spawn(
            order.argv[0],
            order.argv,
            env,
            file_actions=(
                (os.POSIX_SPAWN_DUP2, pipes[0], 0),
                (os.POSIX_SPAWN_DUP2, pipes[3], 1),
                (os.POSIX_SPAWN_DUP2, pipes[5], 2),
            ),
            setsid=True,
            setsigmask=(),
            setsigdef=_RESTORED,
        )
    finally:
        if order.cwd is not None:
            os.fchdir(home)


def _environment(
    order: Start, base: Mapping[bytes, bytes]
) -> Mapping[str, str] | Mapping[bytes, bytes]:
    if order.env is None:
        return {**base, os.fsencode(TAG_VARIABLE): os.fsencode(order.tag)}
    return {**order.env, TAG_VARIABLE: order.tag}


def _refusal(order: Start, error: OSError) -> Refused:
    program = order.argv[0]
    why = _WHY.get(error.errno or 0, "system")
    text = f"{program}: {error.strerror}"
    if why == "not_found" and os.path.exists(program):  # noqa: PTH110 - as above
        return Refused("not_executable", f"{program}: the interpreter that it asks for is missing")
    return Refused(why, text)


def _close(fds: list[int]) -> None:
    for fd in fds:
        os.close(fd)
