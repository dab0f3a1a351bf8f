"""The waiting of a supervisor on Windows, which works on every system: threads and one queue."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from rendermanager.machine.supervising.queuepoller import MAX_PIECES, QueuePoller
from rendermanager.machine.supervising.watcher import READ, WRITE
from rendermanager.machine.supervising.wire import READ_BYTES, Outbox
from tests.machine.driver import PATIENCE_S, wait_until

#: Windows decides itself what a pipe holds, and Python 3.11 cannot have one that does not block.
holds_64_kib = pytest.mark.skipif(sys.platform == "win32", reason="fills a pipe to its brim")


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    reading, writing = os.pipe()
    yield reading, writing
    for fd in (reading, writing):
        try:
            os.close(fd)
        except OSError:
            continue  # the test has done it


def wait_for(poller: QueuePoller, condition: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < until
        poller.wait(1.0)


def collect(poller: QueuePoller, fd: int, into: list[bytes]) -> None:
    """Read `fd` as a supervisor does, whenever there is something, up to its end."""

    def take() -> None:
        into.append(data := poller.read(fd))
        if not data:
            poller.close(fd)

    poller.watch(fd, take)


def test_output_of_a_real_child_comes_whole_and_in_order() -> None:
    poller, out, err = QueuePoller(), list[bytes](), list[bytes]()
    code = "import sys; [print(n) or print(-n, file=sys.stderr) for n in range(50_000)]"
    child = subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout
    assert child.stderr
    collect(poller, os.dup(child.stdout.fileno()), out)
    collect(poller, os.dup(child.stderr.fileno()), err)
    wait_for(poller, lambda: out[-1:] == [b""] and err[-1:] == [b""])
    assert [int(line) for line in b"".join(out).split()] == list(range(50_000))
    assert [-int(line) for line in b"".join(err).split()] == list(range(50_000))
    assert child.wait() == 0
    child.stdout.close()
    child.stderr.close()


@holds_64_kib
def test_nothing_is_read_while_nobody_wants_it_and_little_ahead(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    os.set_blocking(writing, False)
    poller, calls = QueuePoller(), list[int]()
    poller.watch(reading, lambda: calls.append(len(poller.read(reading))))
    poller.watch(reading, lambda: calls.append(len(poller.read(reading))), 0)
    written, still = 0, time.monotonic() + 0.3
    while time.monotonic() < still:
        try:
            written += os.write(writing, bytes(READ_BYTES))
            still = time.monotonic() + 0.3
        except BlockingIOError:
            poller.wait(0.01)
    # What the pipe holds, what waits for us and what the thread has in its hand.
    assert written <= (MAX_PIECES + 3) * READ_BYTES
    assert calls == []
    poller.watch(reading, lambda: calls.append(len(poller.read(reading))), READ)
    wait_for(poller, lambda: sum(calls) == written)


def test_end_of_a_pipe_is_told_even_to_who_does_not_read(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    poller, seen = QueuePoller(), list[bytes]()
    poller.watch(reading, lambda: None)
    poller.watch(reading, lambda: seen.append(poller.read(reading)), 0)
    os.close(writing)
    wait_for(poller, lambda: seen)
    assert seen == [b""]


def test_call_from_another_thread_ends_the_wait() -> None:
    poller, called = QueuePoller(), list[str]()
    thread = threading.Thread(target=lambda: poller.call(lambda: called.append("here")))
    thread.start()
    poller.wait(PATIENCE_S)
    thread.join()
    assert called == ["here"]


def test_wait_ends_with_its_time_out() -> None:
    began = time.monotonic()
    QueuePoller().wait(0.01)
    assert time.monotonic() - began >= 0.01


def test_last_piece_is_waited_for(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    poller = QueuePoller()
    poller.watch(reading, lambda: None)
    with pytest.raises(BlockingIOError):
        poller.read(reading)
    os.write(writing, b"the end")
    assert poller.read(reading, PATIENCE_S) == b"the end"
    os.close(writing)
    assert poller.read(reading, PATIENCE_S) == b""


def test_closing_under_a_waiting_reader_is_left_to_it(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    poller = QueuePoller()
    poller.watch(reading, lambda: None)
    poller.close(reading)
    os.fstat(reading)
    os.close(writing)

    def is_closed() -> bool:
        try:
            os.fstat(reading)
        except OSError:
            return True
        return False

    assert wait_until(is_closed)


@holds_64_kib
def test_writer_takes_one_piece_at_a_time_and_tells_when_there_is_room(
    pipe: tuple[int, int],
) -> None:
    reading, writing = pipe
    poller, room = QueuePoller(), list[bool]()
    big = bytes(range(256)) * 2048
    sent = poller.write(writing, big)
    assert sent == READ_BYTES
    # The pipe holds one such piece; the second one has to wait in the thread's hand.
    poller.finish(writing, PATIENCE_S)
    assert poller.write(writing, big) == READ_BYTES
    poller.finish(writing, 0.0)
    got = os.read(reading, READ_BYTES)
    poller.watch(writing, lambda: room.append(True), WRITE)
    wait_for(poller, lambda: room)
    assert got + os.read(reading, READ_BYTES) == big[:READ_BYTES] * 2


@holds_64_kib
def test_second_piece_is_refused_while_the_first_one_waits(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    poller = QueuePoller()
    os.set_blocking(writing, False)
    filled = os.write(writing, bytes(1024 * 1024))
    os.set_blocking(writing, True)
    assert poller.write(writing, b"first") == 5
    with pytest.raises(BlockingIOError):
        poller.write(writing, b"second")
    assert len(os.read(reading, filled)) > 0
    poller.finish(writing, PATIENCE_S)
    assert poller.write(writing, b"second") == 6
    poller.finish(writing, PATIENCE_S)


def test_events_go_out_whole_through_a_pipe_that_blocks(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    poller, got = QueuePoller(), list[bytes]()
    outbox = Outbox(writing, poller.write)
    for number in range(20_000):
        outbox.post({"ev": "out", "n": number})
    assert outbox.backlog
    collect(poller, reading, got)
    while outbox.backlog:
        poller.watch(writing, outbox.flush, WRITE)
        poller.wait(1.0)
    poller.unwatch(writing)
    poller.finish(writing, PATIENCE_S)
    os.close(writing)
    wait_for(poller, lambda: got[-1:] == [b""])
    assert b"".join(got).count(b"\n") == 20_000
    assert b"".join(got).endswith(b'{"ev":"out","n":19999}\n')


def test_pipe_without_a_reader_is_broken(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    poller = QueuePoller()
    os.close(reading)
    poller.write(writing, b"?")
    poller.finish(writing, PATIENCE_S)
    with pytest.raises(BrokenPipeError):
        poller.write(writing, b"!")
