"""What renderers say: to the app, into the log, and how much of it."""

import re
from pathlib import Path

import pytest

from tests.machine.driver import Driver, program, wait_until

MEMORY_LIMIT_MIB = 40
FLOOD_MB = 300


def test_characters_written_byte_by_byte_arrive_whole(app: Driver) -> None:
    assert app.run(program("splits_utf8"))["code"] == 0
    assert app.text("o") == "Käse, 日本語, 🎬 clip\nzweite Zeile ohne Ende: ü"


def test_bytes_that_are_no_text_are_replaced(app: Driver) -> None:
    app.run(["/bin/sh", "-c", r"printf 'a\377b\nK\303'"])
    assert app.text("o") == "a\ufffdb\nK\ufffd"


def test_line_waits_until_it_is_whole(app: Driver) -> None:
    app.run(["/bin/sh", "-c", "printf 'first half, '; printf 'second half\\n'; echo next"])
    texts = [event["t"] for event in app.events if event["ev"] == "out"]
    assert all(text.endswith("\n") for text in texts)
    assert "".join(texts) == "first half, second half\nnext\n"


def test_unfinished_line_is_shown_before_the_renderer_ends(app: Driver) -> None:
    app.start(["/bin/sh", "-c", "printf 'Password: '; exec cat"])
    assert app.wait_for_text("Password: ") == "Password: "
    app.stop()


def test_carriage_returns_end_lines_too(app: Driver) -> None:
    app.start(program("prints_progress", "3", "0.001", "cr"))
    app.wait_for("exited")
    assert app.text("o") == "frame=1\rframe=2\rframe=3\r"


def test_streams_stay_apart_and_meet_in_the_log(app: Driver, tmp_path: Path) -> None:
    log = tmp_path / "log"
    script = "echo out; echo err >&2; printf tail"
    exited = app.run(["/bin/sh", "-c", script], log=str(log))
    assert (app.text("o"), app.text("e")) == ("out\ntail", "err\n")
    assert sorted(re.findall("out\n|err\n|tail", log.read_text())) == ["err\n", "out\n", "tail"]
    assert exited["log_bytes"] == log.stat().st_size == 12


def test_machine_output_is_forwarded_and_kept_out_of_the_log(app: Driver, tmp_path: Path) -> None:
    log = tmp_path / "log"
    app.run(["/bin/sh", "-c", "echo frame=1; echo a warning >&2"], log=str(log), machine=True)
    assert (app.text("o"), app.text("e")) == ("frame=1\n", "a warning\n")
    assert log.read_text() == "a warning\n"


def test_log_is_continued_and_private(app: Driver, tmp_path: Path) -> None:
    log = tmp_path / "log"
    app.run(["/bin/echo", "one"], log=str(log))
    app.run(["/bin/echo", "two"], log=str(log))
    assert log.read_text() == "one\ntwo\n"
    assert log.stat().st_mode & 0o777 == 0o600


def test_everything_said_comes_before_the_end(app: Driver) -> None:
    app.run(["/bin/sh", "-c", "seq 1 20000"])
    assert app.text("o") == "".join(f"{n}\n" for n in range(1, 20001))
    assert app.events[-1]["dropped"] == 0


def test_full_disk_costs_lines_of_the_log_and_not_the_render(app: Driver) -> None:
    exited = app.run(["/bin/echo", "hello"], log="/dev/full")
    assert (exited["code"], exited["log_bytes"]) == (0, 0)
    assert exited["log_error"] == "No space left on device"
    assert app.text("o") == "hello\n"


@pytest.mark.parametrize("stream", ["out", "err"])
def test_log_keeps_beginning_and_end(app: Driver, tmp_path: Path, stream: str) -> None:
    log = tmp_path / "log"
    app.run(program("floods_output", "10", stream), log=str(log), out_cap=100_000)
    text = log.read_text()
    assert text.startswith("0000000 some output")
    assert text.count("[log cut at ") == 1
    assert text.endswith("last line of the flood\n")
    assert len(text) < 100_000 + 200


def test_flood_stays_bounded_while_the_app_reads(app: Driver, tmp_path: Path) -> None:
    log = tmp_path / "log"
    exited = app.run(program("floods_output", str(FLOOD_MB)), log=str(log))
    assert exited["code"] == 0
    assert app.peak_memory_mib() < MEMORY_LIMIT_MIB
    assert app.text("o").endswith("last line of the flood\n")
    assert log.stat().st_size < (64 << 20) + 200
    gaps = sum(event.get("gap", 0) for event in app.events)
    lines = app.text("o").count("\n")
    in_log = int(re.findall(rb"\[(\d+) bytes left out\]", log.read_bytes())[0])
    assert gaps == exited["dropped"]
    assert in_log > FLOOD_MB * 1_000_000 - (65 << 20)
    assert lines + exited["dropped"] == FLOOD_MB * 10_000 + 2


def test_renderer_is_not_held_up_by_an_app_that_does_not_read(app: Driver, tmp_path: Path) -> None:
    log = tmp_path / "log"
    app.start(program("floods_output", str(FLOOD_MB)), log=str(log))
    # The tail is written when everybody is gone; nothing was read up to here.
    assert wait_until(lambda: log.exists() and log.read_bytes().endswith(b"the flood\n"))
    assert app.peak_memory_mib() < MEMORY_LIMIT_MIB
    exited = app.wait_for("exited")
    assert exited["code"] == 0
    assert exited["dropped"] > 0
    assert app.text("o").endswith("last line of the flood\n")


def test_flood_of_tiny_writes_stays_bounded(app: Driver) -> None:
    script = "import os\nfor n in range(300000): os.write(1 + n % 2, b'\\n')"
    app.start([*program("sleeps")[:-1], "-c", script])
    assert wait_until(lambda: not app.tagged())
    exited = app.wait_for("exited")
    assert app.peak_memory_mib() < MEMORY_LIMIT_MIB
    received = len(app.text("o")) + len(app.text("e"))
    assert received + exited["dropped"] == 300_000


def test_orders_are_obeyed_while_the_app_does_not_read(app: Driver) -> None:
    app.start(program("floods_output", "0"))
    assert wait_until(app.tagged)
    app.send("stop", grace_s=1)
    assert wait_until(lambda: not app.tagged())
    assert app.wait_for("exited")["dropped"] >= 0
