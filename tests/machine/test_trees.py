"""What whole trees do, seen from outside."""

import os
import subprocess
from pathlib import Path

from rendermanager.machine.trees import mark_of, trees_of
from tests.machine.driver import Driver, program, wait_until


def test_a_tree_that_sleeps_does_nothing(app: Driver) -> None:
    app.start(program("spawns_grandchild"))
    app.wait_for_text("grandchild")
    assert wait_until(lambda: not trees_of([app.pid], [app.pid])[app.pid].busy)
    before = trees_of([app.pid])[app.pid]
    after = trees_of([app.pid])[app.pid]
    assert len(after.members) == 2
    assert (after.members, after.moved) == (before.members, before.moved)


def test_a_tree_that_computes_is_busy(app: Driver, tmp_path: Path) -> None:
    app.start(program("busy_quietly", "computes", "60", str(tmp_path)))
    assert wait_until(lambda: trees_of([app.pid])[app.pid].busy)
    assert wait_until(lambda: trees_of([app.pid])[app.pid].cpu_s > 0.05)


def test_a_thread_that_computes_is_seen_by_a_close_look(app: Driver, tmp_path: Path) -> None:
    app.start(program("busy_quietly", "computes_in_a_thread", "60", str(tmp_path)))
    assert wait_until(lambda: trees_of([app.pid], [app.pid])[app.pid].busy)


def test_reading_from_memory_counts_as_reading(app: Driver, tmp_path: Path) -> None:
    app.start(program("busy_quietly", "reads_a_big_file", "60", str(tmp_path)))
    assert wait_until(lambda: trees_of([app.pid])[app.pid].moved > 9 << 20)


def test_one_look_serves_several_trees() -> None:
    with subprocess.Popen(["/bin/sh", "-c", "sleep 60 & wait"]) as shell:
        try:
            assert wait_until(lambda: len(trees_of([shell.pid])[shell.pid].members) == 1)
            found = trees_of([shell.pid, os.getpid()])
            assert found[shell.pid].members < found[os.getpid()].members
            assert trees_of([2**22 + 1])[2**22 + 1].members == frozenset()
        finally:
            for pid, _ in trees_of([shell.pid])[shell.pid].members:
                os.kill(pid, 9)
            shell.wait()


def test_any_growth_of_the_output_shows(tmp_path: Path) -> None:
    inside = tmp_path / "folder" / "deeper"
    inside.mkdir(parents=True)
    beside = tmp_path / "beside.mp4"
    seen = [mark_of(str(tmp_path / "folder"), [str(beside)])]
    (inside / "frame1.png").write_bytes(b"x")
    seen.append(mark_of(str(tmp_path / "folder"), [str(beside)]))
    (inside / "frame1.png").write_bytes(b"xy")
    seen.append(mark_of(str(tmp_path / "folder"), [str(beside)]))
    beside.write_bytes(b"film")
    seen.append(mark_of(str(tmp_path / "folder"), [str(beside)]))
    assert len(set(seen)) == len(seen)
    assert mark_of("", [str(tmp_path / "gone")]) == mark_of("", [str(tmp_path / "gone")])
    assert mark_of(str(tmp_path / "no such folder")) == (0, 0, 0)
