"""A renderer that does not want to end: hostile MODE. Prints its first word when it is at it."""

import ctypes
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

FOREVER_S = 100_000
MODES: dict[str, Callable[[], object]] = {}


def mode(function: Callable[[], object]) -> Callable[[], object]:
    MODES[function.__name__] = function
    return function


def deaf() -> None:
    for signum in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT, signal.SIGPIPE):
        signal.signal(signum, signal.SIG_IGN)


def stay() -> None:
    print("ready", flush=True)
    while True:
        time.sleep(FOREVER_S)


def stay_deaf() -> None:
    deaf()
    stay()


def sleep_deaf() -> None:
    deaf()
    time.sleep(FOREVER_S)


def in_child(work: Callable[[], object]) -> int:
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(0)
    return pid


def detached(work: Callable[[], object]) -> None:
    """Twice removed and in a session of its own, as daemons do it."""

    def middle() -> None:
        os.setsid()
        in_child(work)

    os.waitpid(in_child(middle), 0)


def without_traces() -> None:
    """Become a program whose environment and arguments say nothing about us."""
    os.closerange(0, 64)
    os.execve("/bin/sleep", ["[kworker/0:1]", str(FOREVER_S)], {})


@mode
def ignores_term() -> None:
    deaf()
    stay()


@mode
def double_fork() -> None:
    deaf()
    detached(stay)
    stay()


@mode
def double_fork_and_leave() -> None:
    detached(stay_deaf)


@mode
def own_session() -> None:
    def child() -> None:
        os.setsid()
        deaf()
        stay()

    in_child(child)
    stay()


@mode
def own_groups() -> None:
    def own_group() -> None:
        os.setpgid(0, 0)
        stay_deaf()

    for _ in range(4):
        in_child(own_group)
    stay()


@mode
def fork_bomb() -> None:
    """At most about 60 at once, each with a short life and a child before its end."""
    deaf()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print("ready", flush=True)

    def chain() -> None:
        while True:
            time.sleep(random.uniform(0.01, 0.1))
            if os.fork():
                os._exit(0)
            os.setsid()

    for _ in range(30):
        in_child(chain)
    while True:
        time.sleep(FOREVER_S)


@mode
def keeps_leaving() -> None:
    """Nobody lives longer than a moment: the child goes on where the parent ends."""
    deaf()
    print("ready", flush=True)
    if os.fork():
        os._exit(0)
    while True:
        time.sleep(0.02)
        if os.fork():
            os._exit(0)


@mode
def wide() -> None:
    deaf()
    for _ in range(40):
        in_child(lambda: time.sleep(FOREVER_S))
    stay()


@mode
def deep() -> None:
    deaf()
    for _ in range(25):
        pid = os.fork()
        if pid:
            os.waitpid(pid, 0)
    stay()


@mode
def empty_environment() -> None:
    print("ready", flush=True)
    detached(without_traces)
    in_child(without_traces)
    without_traces()


@mode
def overwrites_its_environment() -> None:
    """What setproctitle does: the memory that /proc shows is written over."""
    deaf()
    fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
    start, end = int(fields[47]), int(fields[48])
    ctypes.memset(start, ord("x"), end - start)
    detached(stay)
    stay()


@mode
def clone_of_a_name() -> None:
    libc = ctypes.CDLL(None)
    libc.prctl(15, b"rendermanager", 0, 0, 0)

    def impostor() -> None:
        libc.prctl(15, b"systemd", 0, 0, 0)
        stay_deaf()

    detached(impostor)
    stay()


@mode
def stops_itself() -> None:
    deaf()
    in_child(lambda: os.kill(os.getpid(), signal.SIGSTOP))
    print("ready", flush=True)
    os.kill(os.getpid(), signal.SIGSTOP)
    stay()


@mode
def stops_its_family() -> None:
    deaf()
    children = [in_child(lambda: time.sleep(FOREVER_S)) for _ in range(5)]
    for pid in children:
        os.kill(pid, signal.SIGSTOP)
    stay()


@mode
def zombie_maker() -> None:
    deaf()
    for _ in range(20):
        in_child(lambda: None)
    stay()


@mode
def writes_for_ever() -> None:
    deaf()
    in_child(lambda: [os.write(1, b"line\n" * 1000) for _ in iter(int, 1)])
    while True:
        os.write(2, b"ready and never silent\n" * 100)


@mode
def holds_the_pipes_after_its_end() -> None:
    print("ready", flush=True)
    detached(sleep_deaf)


@mode
def answers_term_with_children() -> None:
    def breed(_signum: int, _frame: object) -> None:
        for _ in range(3):
            detached(sleep_deaf)

    signal.signal(signal.SIGTERM, breed)
    print("ready", flush=True)
    while True:
        time.sleep(0.05)


@mode
def adopts_orphans() -> None:
    """A reaper of its own between us and its children."""
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
    deaf()
    for _ in range(3):
        detached(sleep_deaf)
    stay()


@mode
def shell_job() -> None:
    deaf()
    script = "trap '' TERM HUP; (sleep 100000 &) ; nohup sleep 100000 & echo ready; wait"
    subprocess.run(["/bin/sh", "-c", script], check=False)


@mode
def waits_in_vfork() -> None:
    deaf()
    print("ready", flush=True)
    subprocess.run(["/bin/sleep", str(FOREVER_S)], check=False)


if __name__ == "__main__":
    MODES[sys.argv[1]]()
