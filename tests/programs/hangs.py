"""Stops showing any sign of life: hangs MODE MARK [WORK_S].

Before it hangs it prints for WORK_S seconds, unless that is 0, and touches MARK.
"""

import ctypes
import fcntl
import multiprocessing
import os
import queue
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

FOREVER_S = 100_000
MODES: dict[str, Callable[[], object]] = {}


def mode(function: Callable[[], object]) -> Callable[[], object]:
    MODES[function.__name__] = function
    return function


@mode
def deadlock() -> None:
    one, other = threading.Lock(), threading.Lock()
    both = threading.Barrier(2)

    def take(first: threading.Lock, second: threading.Lock) -> None:
        with first:
            both.wait()
            with second:
                pass

    threads = [threading.Thread(target=take, args=pair) for pair in ((one, other), (other, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@mode
def own_lock() -> None:
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


@mode
def stops_itself() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)
    time.sleep(FOREVER_S)


def fifo() -> Path:
    path = Path(f"{sys.argv[2]}.fifo")
    os.mkfifo(path)
    return path


@mode
def fifo_reader() -> None:
    fifo().open("rb")


@mode
def fifo_writer() -> None:
    fifo().open("wb")


@mode
def silent_pipe() -> None:
    read, _ = os.pipe()
    os.read(read, 1)


@mode
def full_pipe() -> None:
    _, write = os.pipe()
    while True:
        os.write(write, b"x" * 65536)


@mode
def dead_child() -> None:
    # The child has ended; its word is waited for on a pipe that somebody else keeps open.
    read, _ = os.pipe()
    if os.fork() == 0:
        os._exit(0)
    os.read(read, 1)


@mode
def zombie() -> None:
    if os.fork() == 0:
        os._exit(0)
    signal.pause()


@mode
def hung_child() -> None:
    subprocess.run(["/bin/sleep", str(FOREVER_S)], check=True)


@mode
def hung_family() -> None:
    for _ in range(3):
        if os.fork() == 0:
            signal.pause()
    os.wait()


@mode
def shell() -> None:
    os.execv("/bin/sh", ["/bin/sh", "-c", f"sleep {FOREVER_S}; echo done"])


def listener() -> socket.socket:
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen()
    return server


@mode
def network_read() -> None:
    server = listener()
    client = socket.create_connection(server.getsockname())
    client.sendall(b"GET / HTTP/1.1\r\n\r\n")
    client.recv(1)


@mode
def network_accept() -> None:
    listener().accept()


@mode
def datagram() -> None:
    receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver.bind(("127.0.0.1", 0))
    receiver.recv(1)


@mode
def unix_socket() -> None:
    one, _other = socket.socketpair()
    one.recv(1)


@mode
def selecting() -> None:
    read, _ = os.pipe()
    select.select([read], [], [])


@mode
def polling() -> None:
    poller = select.poll()
    poller.register(os.pipe()[0], select.POLLIN)
    poller.poll()


@mode
def event() -> None:
    threading.Event().wait()


@mode
def empty_queue() -> None:
    queue.Queue[int]().get()


@mode
def joined_thread() -> None:
    thread = threading.Thread(target=time.sleep, args=(FOREVER_S,))
    thread.start()
    thread.join()


@mode
def semaphore() -> None:
    multiprocessing.get_context("fork").Semaphore(0).acquire()


@mode
def file_lock() -> None:
    with tempfile.NamedTemporaryFile() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with Path(file.name).open("rb") as again:
            fcntl.flock(again, fcntl.LOCK_EX)


@mode
def signal_wait() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
    signal.sigwait([signal.SIGUSR1])


@mode
def question() -> None:
    os.read(0, 1)  # "Overwrite? [y/n]"


@mode
def eventfd() -> None:
    os.read(os.eventfd(0), 8)


@mode
def futex() -> None:
    word = ctypes.c_int(0)
    ctypes.CDLL(None).syscall(202, ctypes.byref(word), 0, 0, None, None, 0)


@mode
def dialog() -> None:
    # A window that waits for a click still has its timers.
    while True:
        time.sleep(0.1)


@mode
def file_that_never_comes() -> None:
    while not Path("/no/such/file").exists():
        time.sleep(0.5)


@mode
def ignores_term() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(FOREVER_S)


@mode
def sleeping() -> None:
    time.sleep(FOREVER_S)


def main() -> None:
    mode, mark = sys.argv[1:3]
    until = time.monotonic() + float(sys.argv[3] if sys.argv[3:] else 0)
    while time.monotonic() < until:
        print("frame", flush=True)
        time.sleep(0.2)
    Path(mark).touch()
    MODES[mode]()


if __name__ == "__main__":
    main()
