"""What the memory looks like, and what a tree of processes holds of it."""

import os
import subprocess
import sys

import pytest

from rendermanager.machine.memory import memory_now

HOLDS = 150_000_000
HOLDER = f"""
import subprocess, sys
held = bytearray({HOLDS})
held[::4096] = b"x" * len(held[::4096])
if len(sys.argv) > 1:
    child = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE)
    child.stdout.read(1)
print("x", end="", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("platform", [sys.platform, "elsewhere"])
def test_a_tree_is_measured_with_all_its_processes(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr("rendermanager.machine.trees.sys.platform", platform)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.read(1) == b"x"
        now = memory_now([os.getpid(), process.pid])
        process.communicate(b"")
    assert HOLDS < now.trees[process.pid] < 2 * HOLDS
    assert now.trees[os.getpid()] > 2 * HOLDS
    assert 2 * HOLDS < now.used < now.total


def test_nobody_is_looked_at_unasked() -> None:
    assert memory_now().trees == {}
