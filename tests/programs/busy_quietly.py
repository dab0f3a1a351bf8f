"""Works without a word: busy_quietly MODE SECONDS FOLDER."""

import hashlib
import mmap
import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

STARTED = time.monotonic()
MODES: dict[str, Callable[[], object]] = {}


def mode(function: Callable[[], object]) -> Callable[[], object]:
    MODES[function.__name__] = function
    return function


def going() -> bool:
    return time.monotonic() < STARTED + float(sys.argv[2])


def output(name: str) -> Path:
    return Path(sys.argv[3]) / name


def work(seconds: float) -> None:
    stop = time.monotonic() + seconds
    while going() and time.monotonic() < stop:
        sum(range(1000))


@mode
def computes() -> None:
    work(1e9)


@mode
def hashes() -> None:
    data = bytes(1 << 20)
    while going():
        hashlib.sha256(data).digest()


@mode
def computes_in_a_thread() -> None:
    thread = threading.Thread(target=work, args=(1e9,))
    thread.start()
    thread.join()


@mode
def computes_in_a_child() -> None:
    context = multiprocessing.get_context("fork")
    child = context.Process(target=work, args=(1e9,))
    child.start()
    child.join()


@mode
def computes_in_a_grandchild() -> None:
    if os.fork() == 0:
        if os.fork() == 0:
            work(1e9)
            os._exit(0)
        os._exit(0)
    while going():
        time.sleep(0.05)


@mode
def computes_now_and_then() -> None:
    while going():
        work(0.06)
        time.sleep(1.0)


@mode
def computes_little() -> None:
    while going():
        work(0.02)
        time.sleep(0.4)


@mode
def writes_slowly() -> None:
    with output("slow").open("wb", buffering=0) as file:
        while going():
            file.write(bytes(4096))
            os.fsync(file.fileno())
            time.sleep(0.5)


@mode
def writes_a_byte_now_and_then() -> None:
    with output("byte").open("wb", buffering=0) as file:
        while going():
            file.write(b"x")
            time.sleep(1.0)


@mode
def writes_frames() -> None:
    number = 0
    while going():
        number += 1
        output(f"frame{number:04}.png").write_bytes(b"pixels")
        time.sleep(1.0)


@mode
def writes_outside_its_folder() -> None:
    with tempfile.TemporaryFile() as file:
        while going():
            file.write(bytes(100_000))
            file.flush()
            time.sleep(0.8)


@mode
def reads_a_big_file() -> None:
    big = output("big")
    big.write_bytes(bytes(8 << 20))
    with big.open("rb", buffering=0) as file:
        while going():
            if not file.read(65536):
                file.seek(0)
            time.sleep(0.3)


@mode
def reads_a_mapped_file() -> None:
    big = output("mapped")
    big.write_bytes(bytes(64 << 20))
    with big.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
        while going():
            for at in range(0, len(view), 4096):
                view[at]


@mode
def starts_many_children() -> None:
    while going():
        subprocess.run(["/bin/true"], check=True)
        time.sleep(0.4)


@mode
def one_short_child_after_another() -> None:
    while going():
        subprocess.run(["/bin/sleep", "0.7"], check=True)


@mode
def detached_children() -> None:
    while going():
        subprocess.Popen(["/bin/sleep", "1.3"], start_new_session=True)
        time.sleep(1.0)


@mode
def pipes_between_its_own() -> None:
    read, write = os.pipe()
    if os.fork() == 0:
        while going():
            os.write(write, b"frame")
            time.sleep(0.5)
        os._exit(0)
    os.close(write)
    while os.read(read, 5):
        pass


@mode
def renames_its_output() -> None:
    number = 0
    while going():
        number += 1
        output("part").write_bytes(bytes(number))
        output("part").rename(output("whole"))
        time.sleep(0.9)


@mode
def prints_seldom() -> None:
    while going():
        print("still here", flush=True)
        time.sleep(1.0)


@mode
def prints_errors_only() -> None:
    while going():
        print("frame", file=sys.stderr, flush=True)
        time.sleep(1.0)


@mode
def prints_dots() -> None:
    while going():
        print(end=".", flush=True)
        time.sleep(0.7)


if __name__ == "__main__":
    MODES[sys.argv[1]]()
