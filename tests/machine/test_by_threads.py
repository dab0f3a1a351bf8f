"""The supervisor's loop over threads and one queue, as it waits on Windows, with real renderers.

Set ``SUPERVISOR_BY_THREADS`` to have every test of a supervisor use that loop.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rendermanager.machine.supervising.mailbox import leave_word
from tests.machine.driver import PROGRAMS, Driver, program, state_of, wait_until


def test_output_and_exit_code_come_through(by_threads: Driver) -> None:
    exited = by_threads.run(["/bin/sh", "-c", "echo one; echo two >&2; exit 3"])
    assert exited["code"] == 3
    assert (by_threads.text("o"), by_threads.text("e")) == ("one\n", "two\n")


def test_one_render_after_the_other(by_threads: Driver) -> None:
    for number in range(5):
        by_threads.run(["/bin/sh", "-c", f"printf {number}"])
        assert by_threads.text("o") == str(number)


def test_flood_is_in_the_log_to_its_last_line(by_threads: Driver, tmp_path: Path) -> None:
    log = tmp_path / "log"
    by_threads.run(["/bin/sh", "-c", "seq 300000"], log=str(log))
    assert log.read_bytes() == b"".join(b"%d\n" % number for number in range(1, 300_001))


def test_stop_word_lets_the_renderer_finish(by_threads: Driver) -> None:
    by_threads.start(program("echoes_stdin_quit"))
    by_threads.wait_for_text("ready")
    assert by_threads.stop(quit="q", quit_s=30, grace_s=0)["code"] == 0


def test_pause_and_resume_of_the_whole_tree(by_threads: Driver) -> None:
    by_threads.start(program("spawns_grandchild"))
    by_threads.wait_for_text("grandchild")
    by_threads.send("pause")
    by_threads.wait_for("paused")
    assert wait_until(lambda: by_threads.states() == {"T"})
    by_threads.send("resume")
    by_threads.wait_for("resumed")
    assert wait_until(lambda: "T" not in by_threads.states())
    by_threads.stop(grace_s=0)
    assert by_threads.tagged() == []


def test_grandchild_is_ended_with_its_renderer(by_threads: Driver) -> None:
    exited = by_threads.run(program("spawns_grandchild", "exit"))
    assert (exited["code"], exited["strays"]) == (0, 1)
    assert state_of(int(by_threads.text("o").split()[1])) == ""


def test_death_of_the_app_ends_the_tree(by_threads: Driver) -> None:
    by_threads.start(program("spawns_grandchild"))
    by_threads.wait_for_text("grandchild")
    assert by_threads.close() == 0
    assert by_threads.tagged() == []


@pytest.mark.parametrize("words", [["stop"], ["suspend", "resume", "stop"]])
def test_render_that_goes_on_alone_obeys_words_in_a_file(
    by_threads: Driver, tmp_path: Path, words: list[str]
) -> None:
    log, result = str(tmp_path / "log"), tmp_path / "result.json"
    by_threads.send("policy", on_orphan="finish")
    by_threads.start(program("sleeps"), log=log, result=str(result))
    by_threads.wait_for_text("ready")
    by_threads.hang_up()
    assert wait_until(Path(f"{log}.progress").exists)
    for word in words:
        assert leave_word(log, word)
        if word == "suspend":
            assert wait_until(lambda: by_threads.states() == {"T"})
        elif word == "resume":
            assert wait_until(lambda: "T" not in by_threads.states())
    assert by_threads.close() == 0
    outcome = json.loads(result.read_text())
    assert outcome["stopped"] is True
    assert by_threads.tagged() == []


def test_supervisor_loads_nothing_of_other_systems() -> None:
    code = (
        "import sys; sys.path.append(sys.argv[1])\n"
        "from rendermanager.machine.supervising.loop import Supervisor\n"
        "from rendermanager.machine.supervising.host import this_host\n"
        "this_host(); print(*sys.modules, file=sys.stderr)"
    )
    argv = [sys.executable, "-I", "-S", "-c", code, str(PROGRAMS.parents[1])]
    loaded = set(subprocess.run(argv, capture_output=True, check=True, text=True).stderr.split())
    assert "rendermanager.machine.supervising.posix" in loaded
    foreign = {"threading", "subprocess", "typing", "dataclasses", "pathlib", "logging"}
    assert not loaded & foreign
    assert not [name for name in loaded if "windows" in name or "darwin" in name]
