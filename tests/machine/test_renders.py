"""Starting renderers, and how they end by themselves."""

import json
import os
import signal
import sys
import tempfile
from pathlib import Path

import pytest

from rendermanager.machine.processes import identity
from tests.machine.driver import Driver, program, wait_until

ODD_NAMES = ['it\'s "quoted"', "two\nlines", "🎬 clip", "-rf", "--", "", "$HOME `id` ;&|", "\udcff"]


def shown(app: Driver, *args: str, **fields: object) -> dict[str, object]:
    assert app.run(program("shows_itself", *args), **fields)["code"] == 0, app.text("e")
    result: dict[str, object] = json.loads(app.text("o"))
    return result


@pytest.mark.parametrize("code", [0, 1, 7, 255])
def test_exit_code_is_reported(app: Driver, code: int) -> None:
    exited = app.run(program("exits_with", str(code)))
    assert (exited["code"], exited["signal"], exited["strays"]) == (code, None, 0)


@pytest.mark.parametrize("signum", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV])
def test_death_by_signal_is_no_exit_code(app: Driver, signum: signal.Signals) -> None:
    exited = app.run(program("exits_with", str(-signum)))
    assert (exited["code"], exited["signal"]) == (None, signum)


def test_silent_success_is_reported_as_it_is(app: Driver, tmp_path: Path) -> None:
    exited = app.run(program("exits_0_writes_nothing.sh"), log=str(tmp_path / "log"))
    assert (exited["code"], exited["log_bytes"]) == (0, 0)
    assert (tmp_path / "log").read_bytes() == b""


def test_used_processor_time_and_memory_are_reported(app: Driver) -> None:
    exited = app.run([sys.executable, "-c", "sum(range(1000000)); b = b'x' * (64 << 20)"])
    assert exited["cpu_s"] > 0
    assert exited["rss_peak"] > 64 << 20


def test_started_carries_an_identity_that_others_can_check(app: Driver) -> None:
    app.start(program("sleeps"))
    started = app.wait_for("started")
    assert started["born"] == identity(started["pid"])
    app.stop()


def test_fifty_renders_run_on_one_warm_supervisor(app: Driver) -> None:
    for number in range(1, 51):
        exited = app.run(["/bin/sh", "-c", f"echo render {number}; exit {number}"])
        assert (exited["id"], exited["code"]) == (number, number)
        assert app.text("o") == f"render {number}\n"
    kinds = [event["ev"] for event in app.events]
    assert kinds == ["ready", *["started", "out", "exited"] * 50]


def test_odd_arguments_arrive_as_they_were_sent(app: Driver) -> None:
    assert shown(app, *ODD_NAMES)["argv"] == ODD_NAMES


def test_working_folder_is_the_renderers_own(app: Driver, tmp_path: Path) -> None:
    folder = tmp_path / "Kühe 🐄"
    folder.mkdir()
    assert shown(app, cwd=str(folder))["cwd"] == str(folder)
    assert shown(app)["cwd"] == str(Path.cwd())


def test_environment_is_inherited_or_replaced_and_always_tagged(app: Driver) -> None:
    inherited = shown(app)["env"]
    assert isinstance(inherited, dict)
    own = Path(f"/proc/{app.pid}/environ").read_bytes().rstrip(b"\0").decode().split("\0")
    pairs = (entry.split("=", 1) for entry in own)
    assert inherited == {**dict(pairs), "RENDERMANAGER_ATTEMPT": f"{app.tag}1"}
    replaced = shown(app, env={"LC_ALL": "C.UTF-8", "NAME": "Käthe=1"})["env"]
    tag = f"{app.tag}2"
    assert replaced == {"LC_ALL": "C.UTF-8", "NAME": "Käthe=1", "RENDERMANAGER_ATTEMPT": tag}


def test_renderer_gives_way_to_the_desktop(app: Driver) -> None:
    before = os.nice(0)
    seen = shown(app, nice=before + 5)
    assert (seen["nice"], seen["oom"]) == (before + 5, 500)


def test_renderer_inherits_three_pipes_and_nothing_else() -> None:
    with tempfile.TemporaryFile() as lock, Driver(pass_fds=(lock.fileno(),)) as app:
        seen = shown(app)
        assert (seen["fds"], seen["leads_session"]) == ([0, 1, 2], True)
        held = [link.readlink() for link in Path(f"/proc/{app.pid}/fd").iterdir()]
        assert Path(f"/proc/self/fd/{lock.fileno()}").readlink() not in held


def test_no_signal_is_ignored_or_blocked_in_the_renderer(app: Driver) -> None:
    app.run(["/bin/sh", "-c", "grep -E 'Sig(Ign|Blk)' /proc/self/status"])
    masks = [int(line.split()[1], 16) for line in app.text("o").splitlines()]
    # Above the classic signals the C library has two of its own.
    assert [mask & 0x7FFFFFFF for mask in masks] == [0, 0]


def test_stdin_waits_for_us_or_ends_at_once(app: Driver) -> None:
    app.run(["/bin/cat"], quiet_stdin=True)
    app.start(["/bin/cat"])
    app.wait_for("started")
    assert app.stop(quit="hello\n", quit_s=0)["signal"] == signal.SIGTERM


@pytest.mark.parametrize(
    ("argv", "fields", "why"),
    [
        (["/no/such/program"], {}, "not_found"),
        (["true"], {}, "not_absolute"),
        (["/etc/passwd"], {}, "not_executable"),
        (["/usr"], {}, "not_executable"),
        (["/bin/true"], {"cwd": "/no/such/folder"}, "cwd_missing"),
        (["/bin/true"], {"log": "/no/such/folder/log"}, "log_unwritable"),
        (["/bin/true", "x" * 3_000_000], {}, "too_long"),
        (["/bin/true", "\ud800"], {}, "bad_order"),
        (["/bin/true", "a\0b"], {}, "bad_order"),
        (["/bin/true"], {"env": {"A=B": "c"}}, "bad_order"),
        ([], {}, "bad_order"),
        (["/bin/true"], {"nice": "5"}, "bad_order"),
        (["/bin/true"], {"id": True}, "bad_order"),
        (["/bin/true"], {"machine": 1}, "bad_order"),
        (["/bin/true"], {"out_cap": -1}, "bad_order"),
    ],
)
def test_impossible_start_is_refused_with_a_word(
    app: Driver, argv: list[str], fields: dict[str, object], why: str
) -> None:
    app.start(argv, **fields)
    event = app.next_event()
    assert (event["ev"], event["why"]) == ("refused", why)
    assert event["text"]
    assert app.run(["/bin/true"])["code"] == 0


def test_script_without_its_interpreter_is_not_called_missing(app: Driver, tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text("#!/no/such/interpreter\n")
    script.chmod(0o755)
    app.start([str(script)])
    assert app.next_event()["why"] == "not_executable"


def test_second_render_is_refused_while_one_runs(app: Driver) -> None:
    app.start(program("sleeps"))
    app.wait_for_text("ready")
    app.start(["/bin/true"])
    assert app.next_event()["why"] == "busy"
    app.stop()


@pytest.mark.parametrize(
    "line",
    [
        b"this is no JSON",
        b"[1, 2]",
        b'{"do": "dance"}',
        b'{"do": ["start"]}',
        b"{}",
        b'\xff\xfe{"do":"stop"}',
        b"[" * 100_000,
        b'{"do": "stop", "grace_s": NaN}',
        b'{"do": "stop", "grace_s": -1}',
        b'{"do": "stop", "quit": 5}',
        b'{"do": "ack", "id": "one"}',
        b'{"do": "policy", "on_orphan": "dance"}',
        b'{"do": "start", "id": ' + b"9" * 5_000 + b"}",
        b"x" * 5_000_000,
    ],
    ids=lambda line: line[:30].decode(errors="replace"),
)
def test_bad_control_line_is_answered_and_survived(app: Driver, line: bytes) -> None:
    app.send_raw(line + b"\n")
    event = app.next_event()
    assert event["ev"] == "error"
    assert event["text"]
    assert app.run(["/bin/true"])["code"] == 0


def test_orders_may_come_in_pieces(app: Driver) -> None:
    for byte in b'\n{"do":"start","id":9,"argv":["/bin/true"]}\r\n':
        app.send_raw(bytes([byte]))
    assert app.wait_for("exited")["id"] == 9


def test_exit_ends_an_idle_supervisor(app: Driver) -> None:
    app.send("exit")
    assert app.close() == 0


def test_exit_ends_the_render_first(app: Driver) -> None:
    app.start(program("sleeps"))
    app.wait_for_text("ready")
    app.send("exit")
    assert app.wait_for("exited")["signal"] == signal.SIGTERM
    assert app.close() == 0


def test_terminated_supervisor_takes_its_render_along(app: Driver) -> None:
    app.start(program("ignores_sigterm"))
    app.wait_for_text("ready")
    os.kill(app.pid, signal.SIGTERM)
    assert app.wait_for("exited")["signal"] == signal.SIGKILL
    assert wait_until(lambda: not app.tagged())
