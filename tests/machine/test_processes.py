"""Identities, tags and the ending of trees without a supervisor."""

import itertools
import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from rendermanager.machine import processes
from rendermanager.machine.processes import (
    end_tagged,
    end_tree,
    identity,
    is_alive,
    tagged,
)
from rendermanager.machine.supervising import procfs
from tests.machine.driver import program, state_of, wait_until

Started = subprocess.Popen[bytes]


@pytest.fixture
def tag() -> Iterator[str]:
    name = f"test-{uuid.uuid4().hex}"
    yield name
    assert end_tagged(name, 0, prefix=True) == []


def start(name: str, tag: str, *args: str) -> Started:
    """Start a program with a tag and wait for its first line."""
    environment = {**os.environ, "RENDERMANAGER_ATTEMPT": tag}
    process = subprocess.Popen(program(name, *args), env=environment, stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline()
    process.stdout.close()
    return process


@contextmanager
def started(name: str, tag: str, *args: str) -> Iterator[Started]:
    """The same for the length of a block; a stopped or stubborn program does not hold us up."""
    with start(name, tag, *args) as process:
        try:
            yield process
        finally:
            process.kill()


def test_identity_is_the_process_and_not_its_number(tag: str) -> None:
    with started("sleeps", tag) as process:
        mine = identity(process.pid)
        pid, start_time, boot = mine.split(":")
        assert is_alive(mine)
        assert not is_alive(f"{pid}:{int(start_time) + 1}:{boot}")
        assert not is_alive(f"{pid}:{start_time}:00000000-0000-0000-0000-000000000000")
        process.kill()
    assert not is_alive(mine)


def test_zombie_counts_as_dead(tag: str) -> None:
    with started("sleeps", tag) as process:
        mine = identity(process.pid)
        process.kill()
        assert wait_until(lambda: state_of(process.pid) == "Z")
        assert not is_alive(mine)
        assert tagged(tag) == []


@pytest.mark.parametrize(
    "text", ["", "1", "1:", "x:1:y", "-1:2:3", "99999999:1:clock", "1:x:clock"]
)
def test_nonsense_is_not_alive(text: str) -> None:
    assert not is_alive(text)


def test_identity_by_the_clock_is_understood(tag: str) -> None:
    import psutil

    with started("sleeps", tag) as process:
        born = psutil.Process(process.pid).create_time()
        assert is_alive(f"{process.pid}:{born:.2f}:clock")
        assert not is_alive(f"{process.pid}:{born - 60:.2f}:clock")


def test_process_that_is_gone_has_no_identity() -> None:
    with subprocess.Popen(["/bin/true"]) as process:
        process.wait()
    with pytest.raises(ProcessLookupError):
        identity(process.pid)


def test_tag_means_one_attempt_and_a_prefix_many(tag: str) -> None:
    first, second = start("sleeps", f"{tag}1"), start("sleeps", f"{tag}12")
    ids = [identity(process.pid) for process in (first, second)]
    assert tagged(f"{tag}1") == ids[:1]
    assert sorted(tagged(tag, prefix=True)) == sorted(ids)
    assert tagged(tag) == []
    assert end_tagged(tag, 5, prefix=True) == []
    assert [process.wait() for process in (first, second)] == [-signal.SIGTERM] * 2


def test_empty_tag_is_refused() -> None:
    with pytest.raises(ValueError, match="every process"):
        tagged("", prefix=True)


def test_tree_is_ended_with_those_who_left_it(tag: str) -> None:
    with started("spawns_grandchild", tag):
        members = tagged(tag)
        assert len(members) == 2
        assert end_tree(members, 0.05) == []
    assert not any(map(is_alive, members))


def test_suspended_process_hears_the_request(tag: str) -> None:
    with started("sleeps", tag) as process:
        process.send_signal(signal.SIGSTOP)
        assert wait_until(lambda: state_of(process.pid) == "T")
        assert end_tree([identity(process.pid)], 30) == []
        assert process.wait() == -signal.SIGTERM


def test_descendants_are_ended_although_only_the_root_is_named(tag: str) -> None:
    script = "import subprocess, sys; subprocess.run(sys.argv[1:])"
    command = [sys.executable, "-c", script, *program("ignores_sigterm")]
    environment = {**os.environ, "RENDERMANAGER_ATTEMPT": tag}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        assert wait_until(lambda: len(tagged(tag)) == 2)
        members = tagged(tag)
        assert end_tree([identity(process.pid)], 0.05) == []
    assert not any(map(is_alive, members))


def test_somebody_elses_process_with_the_same_number_is_spared(tag: str) -> None:
    with started("sleeps", tag) as process:
        pid, start_time, boot = identity(process.pid).split(":")
        assert end_tree([f"{pid}:{int(start_time) - 1}:{boot}"], 0) == []
        assert is_alive(identity(process.pid))
        process.kill()


def test_signal_for_an_earlier_owner_of_the_number_is_not_sent(tag: str) -> None:
    with started("sleeps", tag) as process:
        stat = procfs.read_stat(process.pid)
        assert stat
        stat.start -= 1
        assert not procfs.send(stat, signal.SIGKILL)
        stat.start += 1
        assert procfs.send(stat, signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        assert not procfs.send(stat, signal.SIGKILL)


def test_freezing_goes_on_until_nobody_new_is_found(tag: str) -> None:
    processes = [start("sleeps", tag) for _ in range(3)]
    looks = itertools.chain([1, 2], itertools.repeat(3))

    def find() -> list[procfs.Stat]:
        stats = [procfs.read_stat(process.pid) for process in processes[: next(looks)]]
        return [stat for stat in stats if stat]

    assert [stat.pid for stat in procfs.freeze(find)] == [process.pid for process in processes]
    assert wait_until(lambda: {state_of(process.pid) for process in processes} == {"T"})
    assert end_tagged(tag, 0) == []
    for process in processes:
        process.wait()


@pytest.mark.parametrize("grace_s", [0.0, 0.1])
@pytest.mark.parametrize("name", ["spawns_grandchild", "keeps_forking", "ignores_sigterm"])
def test_systems_without_proc_end_whole_trees_by_tag(
    tag: str, name: str, grace_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    with started(name, tag):
        with monkeypatch.context() as elsewhere:
            elsewhere.setattr(processes, "_LINUX", False)
            found = tagged(tag)
            assert found
            assert all(one.endswith(":clock") for one in found)
            assert end_tagged(tag, grace_s) == []
            assert tagged(tag) == []
        assert tagged(tag) == []


def test_systems_without_proc_end_a_process_and_its_descendants(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_LINUX", False)
    with started("prints_progress", tag, "100000", "0.01") as process:
        root = identity(process.pid)
        assert is_alive(root)
        assert end_tree([root, "99999999:1:clock"], 0.0) == []
        assert not is_alive(root)
