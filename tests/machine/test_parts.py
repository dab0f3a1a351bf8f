"""The supervisor's pure parts, for any input."""

import itertools
import json
import os
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rendermanager.machine.supervising.forward import KEPT_BYTES, Forwarder
from rendermanager.machine.supervising.lines import (
    HELD_BYTES,
    LineCutter,
    complete_length,
    count_lines,
)
from rendermanager.machine.supervising.logfile import LogFile
from rendermanager.machine.supervising.orders import Fields
from rendermanager.machine.supervising.procfs import Stat
from rendermanager.machine.supervising.wire import ControlReader, Outbox

TEXT = st.text(alphabet="aü日🎬\n\r ", max_size=200)


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    return [data[a:b] for a, b in itertools.pairwise(edges)]


@given(text=TEXT, cuts=st.lists(st.integers(0, 1000)), impatient=st.booleans())
def test_cut_lines_are_the_stream_and_split_no_character(
    text: str, cuts: list[int], impatient: bool
) -> None:
    cutter = LineCutter()
    out = []
    for piece in pieces(text.encode(), cuts):
        out.append(cutter.feed(piece, 0.0))
        if impatient:
            out.append(cutter.overdue())
        elif out[-1]:
            assert out[-1].endswith((b"\n", b"\r"))
    out.append(cutter.finish())
    assert "".join(part.decode() for part in out) == text


@given(st.binary(max_size=8))
def test_at_most_a_partial_character_is_held_back(data: bytes) -> None:
    assert len(data) - complete_length(data) <= 3


def test_endless_line_is_let_go_in_pieces() -> None:
    cutter = LineCutter()
    given_on = b"".join(cutter.feed(b"x" * 1000, 0.0) for _ in range(100))
    assert len(given_on) >= 100_000 - HELD_BYTES - 1000


@given(TEXT)
def test_lines_are_counted_as_python_does(text: str) -> None:
    ends = text.encode()
    assert count_lines(ends) == len((text + "x").splitlines()) - 1


@given(chunks=st.lists(st.binary(max_size=300), max_size=20), cap=st.integers(0, 2000))
def test_log_holds_its_cap_and_always_the_end(chunks: list[bytes], cap: int) -> None:
    path = Path(os.environ.get("TMPDIR", "/tmp")) / f"rendermanager-log-{os.getpid()}"
    log = LogFile(str(path), cap)
    for chunk in chunks:
        log.write(chunk)
    log.close()
    written, whole = path.read_bytes(), b"".join(chunks)
    path.unlink()
    assert log.written == len(written)
    beginning, cut, rest = written.partition(b"\n[log cut at ")
    if not cut:
        assert written == whole
        assert len(whole) <= cap
        return
    left_out = re.match(rb"[^]]*\]\n(?:\[(\d+) bytes left out\]\n)?", rest)
    assert left_out
    end = rest[left_out.end() :]
    assert whole.startswith(beginning)
    assert whole.endswith(end)
    assert len(beginning) + int(left_out[1] or 0) + len(end) == len(whole)
    assert len(beginning) + len(end) <= cap
    assert len(end) == cap // 2 or not left_out[1]


@given(
    orders=st.lists(st.dictionaries(st.text(), st.text()), max_size=5),
    cuts=st.lists(st.integers(0, 10_000)),
)
def test_orders_survive_any_cutting_of_the_pipe(
    orders: list[dict[str, str]], cuts: list[int]
) -> None:
    data = b"".join(json.dumps(order).encode() + b"\n" for order in orders)
    reader = ControlReader()
    read: list[Fields | str] = []
    for piece in pieces(data, cuts):
        read += reader.feed(piece)
    assert read == orders


@given(st.binary(max_size=200))
def test_no_bytes_break_the_control_reader(data: bytes) -> None:
    for order in ControlReader().feed(data + b"\n"):
        assert isinstance(order, dict | str)


def test_slow_app_loses_the_oldest_lines_and_hears_how_many() -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    outbox = Outbox(writing)
    os.set_blocking(reading, False)
    while not outbox.backlog:
        outbox.post({"ev": "filler", "t": "x" * 1000})
    forward = Forwarder(1, outbox)
    for number in range(20_000):
        forward.add("o", b"%099d\n" % number)
        forward.send_due(float(number))
    # Nothing to wake up for before the app has read something.
    assert forward.deadline() is None
    assert forward.dropped >= 20_000 - KEPT_BYTES // 100
    received = b""
    forward_done = False
    while outbox.backlog or not forward_done:
        try:
            received += os.read(reading, 65536)
        except BlockingIOError:
            forward.finish()
            forward_done = True
        outbox.flush()
    try:
        while True:
            received += os.read(reading, 65536)
    except BlockingIOError:
        pass
    os.close(reading)
    os.close(writing)
    events = [json.loads(line) for line in received.splitlines()]
    out = [event for event in events if event["ev"] == "out"]
    numbers = [int(line) for event in out for line in event["t"].splitlines()]
    assert numbers == list(range(forward.dropped, 20_000))
    assert out[0]["gap"] == forward.dropped
    assert not any("gap" in event for event in out[1:])


def test_a_million_tiny_pieces_count_as_the_memory_they_take() -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    forward = Forwarder(1, Outbox(writing))
    for _ in range(10_000):
        forward.add("o", b"\n")
        forward.add("e", b"\n")
    os.close(reading)
    os.close(writing)
    assert forward.dropped >= 20_000 - KEPT_BYTES // 100


def test_name_with_parentheses_does_not_confuse_the_reading_of_a_process() -> None:
    fields = " ".join(str(number) for number in range(3, 53))
    stat = Stat(7, f"7 (a) (b) R {fields}".encode())
    assert (stat.state, stat.ppid, stat.pgrp, stat.session, stat.start) == ("R", 3, 4, 5, 21)
