"""Pausing and ending whole process trees."""

import os
import signal
from pathlib import Path

from tests.machine.driver import Driver, pid_of, program, state_of, wait_until


def grandchild_of(app: Driver) -> int:
    return int(app.wait_for_text("grandchild").split()[1])


def test_stop_word_on_stdin_lets_the_renderer_finish(app: Driver) -> None:
    app.start(program("echoes_stdin_quit"))
    app.wait_for_text("ready")
    exited = app.stop(quit="q", quit_s=30, grace_s=0)
    assert (exited["code"], exited["signal"]) == (0, None)
    assert app.text("o") == "ready\ngot 'q', closing the file\n"


def test_stop_without_a_word_terminates(app: Driver) -> None:
    app.start(program("sleeps"))
    app.wait_for_text("ready")
    assert app.stop(grace_s=30)["signal"] == signal.SIGTERM


def test_renderer_that_ignores_everything_is_killed(app: Driver) -> None:
    app.start(program("ignores_sigterm"))
    app.wait_for_text("ready")
    exited = app.stop(quit="q", quit_s=0.05, grace_s=0.05)
    assert (exited["code"], exited["signal"]) == (None, signal.SIGKILL)


def test_asking_again_makes_it_faster(app: Driver) -> None:
    app.start(program("ignores_sigterm"))
    app.wait_for_text("ready")
    app.send("stop", quit="q", quit_s=3600, grace_s=3600)
    app.send("stop", grace_s=3600)
    assert app.stop(grace_s=0)["signal"] == signal.SIGKILL


def test_supervisor_listens_while_it_waits_for_the_end(app: Driver) -> None:
    app.start(program("ignores_sigterm"))
    app.wait_for_text("ready")
    app.send("stop", grace_s=3600)
    app.send("resume")
    assert app.wait_for("resumed")["id"] == 1
    app.stop(grace_s=0)


def test_stop_for_an_earlier_render_does_not_touch_this_one(app: Driver) -> None:
    app.run(["/bin/true"])
    app.start(program("sleeps"))
    app.wait_for_text("ready")
    app.send("stop", id=1, grace_s=0)
    app.send("pause", id=1)
    assert app.wait_for("paused") == {"ev": "paused", "id": None, "pids": []}
    assert app.states() in ({"S"}, {"R"})
    app.stop(id=2)


def test_orders_without_a_render_do_nothing(app: Driver) -> None:
    app.send("stop")
    app.send("pause")
    assert app.next_event() == {"ev": "paused", "id": None, "pids": []}
    app.send("resume")
    assert app.next_event() == {"ev": "resumed", "id": None, "pids": []}


def test_stop_finds_the_grandchild_that_left_the_group(app: Driver) -> None:
    app.start(program("spawns_grandchild"))
    grandchild = grandchild_of(app)
    assert os.getpgid(grandchild) != os.getpgid(app.events[1]["pid"])
    # Once the renderer itself has gone, nobody waits an hour for what it has left behind.
    exited = app.stop(grace_s=3600)
    assert exited["signal"] == signal.SIGTERM
    assert state_of(grandchild) == ""


def test_process_that_left_the_group_is_asked_before_it_is_killed(app: Driver) -> None:
    helper = "trap 'echo helper closes its file; exit' TERM; echo up; while :; do sleep 0.01; done"
    app.start(["/bin/sh", "-c", f'setsid /bin/sh -c "{helper}" & wait'])
    app.wait_for_text("up\n")
    app.stop(grace_s=30)
    assert app.text("o") == "up\nhelper closes its file\n"


def test_grandchild_that_outlives_its_renderer_is_ended_and_counted(app: Driver) -> None:
    exited = app.run(program("spawns_grandchild", "exit"))
    assert (exited["code"], exited["strays"]) == (0, 1)
    assert state_of(grandchild_of(app)) == ""


def test_tree_that_keeps_growing_is_ended(app: Driver) -> None:
    app.start(program("keeps_forking"))
    app.wait_for_text("ready")
    assert wait_until(lambda: len(app.tagged()) > 5)
    assert app.stop(grace_s=0)["signal"] == signal.SIGKILL
    assert app.tagged() == []


def test_pause_stops_the_whole_tree_and_resume_lets_it_go_on(app: Driver) -> None:
    app.start(program("spawns_grandchild"))
    grandchild = grandchild_of(app)
    app.send("pause")
    paused = app.wait_for("paused")
    assert sorted(paused["pids"]) == sorted(pid_of(one) for one in app.tagged())
    assert grandchild in paused["pids"]
    assert wait_until(lambda: app.states() == {"T"})
    app.send("resume")
    assert sorted(app.wait_for("resumed")["pids"]) == sorted(paused["pids"])
    assert wait_until(lambda: app.states() == {"S"})
    app.stop(grace_s=0)


def test_paused_renderer_is_silent_and_then_goes_on_where_it_was(app: Driver) -> None:
    app.start(program("prints_progress", "100000", "0.002"))
    app.wait_for_text("frame=3\n")
    app.send("pause")
    app.wait_for("paused")
    assert wait_until(lambda: app.states() == {"T"})
    app.send("resume")
    app.wait_for("resumed")
    reached = app.text("o").count("\n")
    app.wait_for_text(f"frame={reached + 20}\n")
    app.stop()
    numbers = [int(line.removeprefix("frame=")) for line in app.text("o").splitlines()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_pause_catches_a_tree_that_keeps_growing(app: Driver) -> None:
    app.start(program("keeps_forking"))
    app.wait_for_text("ready")
    assert wait_until(lambda: len(app.tagged()) > 5)
    app.send("pause")
    app.wait_for("paused")
    assert wait_until(lambda: app.states() == {"T"})
    first = app.tagged()
    app.send("pause")
    app.wait_for("paused")
    assert app.tagged() == first
    app.send("resume")
    app.wait_for("resumed")
    assert wait_until(lambda: set(app.tagged()) - set(first))
    app.stop(grace_s=0)


def test_process_that_waits_for_its_vfork_child_goes_on_too(app: Driver, tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    app.start(program("waits_in_vfork", str(fifo)))
    assert wait_until(lambda: app.states() == {"D", "S"})
    app.send("pause")
    app.wait_for("paused")
    assert wait_until(lambda: app.states() == {"D", "T"})
    app.send("resume")
    app.wait_for("resumed")
    fifo.write_bytes(b"")
    assert app.wait_for("exited")["code"] == 0
    assert app.text("o") == "done\n"


def test_paused_renderer_can_be_stopped_gently(app: Driver) -> None:
    app.start(program("echoes_stdin_quit"))
    app.wait_for_text("ready")
    app.send("pause")
    app.wait_for("paused")
    assert wait_until(lambda: app.states() == {"T"})
    assert app.stop(quit="q", quit_s=30)["code"] == 0
