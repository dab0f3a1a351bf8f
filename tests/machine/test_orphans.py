"""What happens to a render when the app or the supervisor dies."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from rendermanager.machine import supervisor
from rendermanager.machine.processes import end_tagged, is_alive, tagged
from tests.machine.driver import GONE_S, PROGRAMS, Driver, program, wait_until


def result_of(path: Path) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(path.read_text())
    return result


def test_death_of_the_app_ends_the_tree(app: Driver) -> None:
    app.start(program("spawns_grandchild"))
    app.wait_for_text("grandchild")
    assert app.tagged()
    assert app.close() == 0
    assert app.tagged() == []


def test_death_of_the_app_ends_a_paused_tree(app: Driver) -> None:
    app.start(program("spawns_grandchild"))
    app.wait_for_text("grandchild")
    app.send("pause")
    app.wait_for("paused")
    assert app.close() == 0
    assert app.tagged() == []


def test_killed_app_leaves_nobody_behind() -> None:
    tag = f"test-killed-app-{os.getpid()}"
    renderer = program("spawns_grandchild")
    stand_in = [sys.executable, str(PROGRAMS / "app_with_supervisor.py"), tag]
    with subprocess.Popen(
        [*stand_in, *supervisor.command(), "--", *renderer], stdout=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout
            events = [json.loads(process.stdout.readline()) for _ in range(3)]
            assert [event["ev"] for event in events] == ["ready", "started", "out"]
            assert len(tagged(tag)) == 2
        finally:
            process.kill()
        assert wait_until(lambda: not tagged(tag), GONE_S), end_tagged(tag, 0)
        assert wait_until(lambda: not Path(f"/proc/{events[0]['pid']}/exe").exists())


def test_death_of_the_supervisor_leaves_its_tree_to_the_tag(app: Driver) -> None:
    app.start(program("spawns_grandchild"))
    app.wait_for_text("grandchild")
    before = app.tagged()
    assert len(before) == 2
    app.kill()
    # The planted defect: without a supervisor they live on, and the tag finds them.
    assert app.tagged() == before
    assert end_tagged(f"{app.tag}1", 0.1) == []
    assert not any(map(is_alive, before))


def test_death_of_the_supervisor_in_a_growing_tree(app: Driver) -> None:
    app.start(program("keeps_forking"))
    app.wait_for_text("ready")
    assert wait_until(lambda: len(app.tagged()) > 5)
    app.kill()
    assert end_tagged(f"{app.tag}1", 0.1) == []
    assert app.tagged() == []


def test_outcome_nobody_heard_of_is_written_down(app: Driver, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    exited = app.run(program("exits_with", "7"), result=str(path))
    assert not path.exists()
    app.close()
    assert result_of(path) == exited
    assert [entry.name for entry in tmp_path.iterdir()] == ["result.json"]


def test_outcome_of_a_render_that_died_with_the_app_is_written_down(
    app: Driver, tmp_path: Path
) -> None:
    path = tmp_path / "result.json"
    app.start(program("sleeps"), result=str(path))
    app.wait_for_text("ready")
    app.close()
    assert result_of(path)["signal"] == signal.SIGTERM


def test_confirmed_outcome_is_not_written(app: Driver, tmp_path: Path) -> None:
    for name in ("first", "second"):
        app.run(["/bin/true"], result=str(tmp_path / name))
    app.send("ack", id=1)
    app.close()
    assert [entry.name for entry in tmp_path.iterdir()] == ["second"]


def test_lost_folder_of_the_result_is_survived(app: Driver) -> None:
    app.run(["/bin/true"], result="/no/such/folder/result.json")
    app.send("exit")
    assert "/no/such/folder" in app.wait_for("error")["text"]
    assert app.close() == 0


def test_render_may_finish_without_the_app(app: Driver, tmp_path: Path) -> None:
    log, path = tmp_path / "log", tmp_path / "result.json"
    app.send("policy", on_orphan="finish")
    wait = "while [ ! -e go ]; do sleep 0.01; done"
    script = f'echo early; {wait}; echo "frame=2"; echo "a warning" >&2; exit 4'
    app.start(
        ["/bin/sh", "-c", script], log=str(log), result=str(path), machine=True, cwd=str(tmp_path)
    )
    app.wait_for_text("early")
    app.send("pause")
    app.wait_for("paused")
    assert wait_until(lambda: "T" in app.states())
    app.hang_up()
    assert wait_until(lambda: "T" not in app.states())
    (tmp_path / "go").touch()
    assert app.close() == 0
    assert result_of(path)["code"] == 4
    assert log.read_text() == "a warning\n"
    assert (tmp_path / "log.progress").read_text() == "frame=2\n"


def test_policy_can_be_taken_back(app: Driver) -> None:
    app.send("policy", on_orphan="finish")
    app.send("policy", on_orphan="stop")
    app.start(program("sleeps"))
    app.wait_for_text("ready")
    app.close()
    assert app.tagged() == []
