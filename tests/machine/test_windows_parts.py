"""What a supervisor on Windows decides by itself, which every system can check."""

import ctypes
import subprocess

import pytest

from rendermanager.machine.supervising.spawned import Refused
from rendermanager.machine.supervising.windows import structures
from rendermanager.machine.supervising.windows.codes import (
    KILLED,
    exit_code,
    priority_flag,
    why_refused,
)
from rendermanager.machine.supervising.windows.commandline import MAX_CHARACTERS, command_line
from rendermanager.machine.supervising.windows.jobtree import FREEZE_ROUNDS, JobTree, Members

PROGRAM = r"C:\Program Files\Tool\tool.exe"


@pytest.mark.parametrize(
    ("structure", "size"),
    [
        (structures.BasicLimits, 64),
        (structures.IoCounters, 48),
        (structures.ExtendedLimits, 144),
        (structures.Accounting, 48),
        (structures.CompletionPort, 16),
        (structures.FileTime, 8),
        (structures.process_ids(1), 16),
        (structures.process_ids(256), 8 + 256 * 8),
    ],
)
def test_structure_has_the_size_that_windows_has_for_it(
    structure: type[ctypes.Structure], size: int
) -> None:
    assert ctypes.sizeof(structure) == size


@pytest.mark.parametrize(
    ("structure", "field", "offset"),
    [
        (structures.BasicLimits, "flags", 16),
        (structures.BasicLimits, "min_working_set", 24),
        (structures.BasicLimits, "affinity", 48),
        (structures.BasicLimits, "scheduling_class", 60),
        (structures.ExtendedLimits, "io", 64),
        (structures.ExtendedLimits, "peak_process_memory", 128),
        (structures.Accounting, "active", 40),
        (structures.process_ids(4), "pids", 8),
    ],
)
def test_field_stands_where_windows_writes_it(
    structure: type[ctypes.Structure], field: str, offset: int
) -> None:
    assert getattr(structure, field).offset == offset


def test_time_of_windows_becomes_seconds_since_1970() -> None:
    ticks = 116_444_736_000_000_000 + 1_600_000_000 * 10_000_000 + 5_000_000
    assert structures.unix_time(ticks & 0xFFFFFFFF, ticks >> 32) == 1_600_000_000.5


def test_arguments_are_quoted_for_the_c_library() -> None:
    line = command_line([PROGRAM, "plain", "two words", 'say "hi"', "C:\\dir\\", "C:\\a b\\", ""])
    assert line == (
        r'"C:\Program Files\Tool\tool.exe" plain "two words" "say \"hi\"" C:\dir\ "C:\a b\\" ""'
    )


@pytest.mark.parametrize("program", ["tool.exe", r"dir\tool.exe", r"C:tool.exe", r"\tool.exe", ""])
def test_program_without_a_whole_path_is_refused(program: str) -> None:
    with pytest.raises(Refused) as refusal:
        command_line([program, "x"])
    assert refusal.value.why == "not_absolute"


@pytest.mark.parametrize("program", [r"\\server\share\tool.exe", r"C:/tools/tool.exe", PROGRAM])
def test_program_on_a_drive_or_a_share_is_taken(program: str) -> None:
    assert command_line([program, "x"]) == subprocess.list2cmdline([program, "x"])


@pytest.mark.parametrize("name", ["run.bat", "run.CMD", "run.cmd.", "run.bat . ", "RUN.Bat "])
def test_batch_file_with_arguments_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="batch file") as refusal:
        command_line([rf"C:\tools\{name}", '"&calc.exe'])
    assert refusal.value.why == "not_executable"


def test_batch_file_without_arguments_is_taken() -> None:
    assert command_line([r"C:\tools\run.bat"]) == r"C:\tools\run.bat"


def test_command_that_windows_would_not_take_is_refused() -> None:
    room = MAX_CHARACTERS - len(f'"{PROGRAM}" ')
    assert len(command_line([PROGRAM, "x" * (room - 1)])) == MAX_CHARACTERS - 1
    with pytest.raises(Refused) as refusal:
        command_line([PROGRAM, "x" * room])
    assert refusal.value.why == "too_long"


@pytest.mark.parametrize(
    ("raw", "code"),
    [(0, 0), (1, 1), (255, 255), (KILLED, -9), (0xC000013A, -15), (0xC0000005, -11), (9, 9)],
)
def test_exit_code_of_windows_is_told_in_the_words_of_the_app(raw: int, code: int) -> None:
    assert exit_code(raw) == code


def test_refusals_of_windows_have_words() -> None:
    words = {number: why_refused(number) for number in (2, 5, 193, 206, 267, 740, 1455, 9999)}
    assert words == {
        2: "not_found",
        5: "not_executable",
        193: "not_executable",
        206: "too_long",
        267: "cwd_missing",
        740: "not_executable",
        1455: "no_resources",
        9999: "system",
    }


@pytest.mark.parametrize(("nice", "flag"), [(-5, 0), (0, 0), (10, 0x4000), (19, 0x40)])
def test_stepping_back_is_a_class_of_priority(nice: int, flag: int) -> None:
    assert priority_flag(nice) == flag


class Processes(Members):
    """A Job Object made of numbers: how often each one is suspended, as Windows counts."""

    def __init__(self, *pids: int) -> None:
        self.counts = dict.fromkeys(pids, 0)
        self.newborn: list[int] = []
        self.interrupted: list[int] = []
        self.ended_with: list[int] = []

    def pids(self) -> list[int]:
        return list(self.counts)

    def suspend(self, pid: int) -> bool:
        if pid not in self.counts:
            return False
        self.counts[pid] += 1
        if self.newborn:  # somebody had a child before its turn came
            self.counts[self.newborn.pop()] = 0
        return True

    def resume(self, pid: int) -> bool:
        if pid not in self.counts:
            return False
        self.counts[pid] -= 1
        return True

    def interrupt(self, group: int) -> bool:
        self.interrupted.append(group)
        return True

    def terminate(self, code: int) -> None:
        self.ended_with.append(code)


def test_pause_finds_who_is_born_meanwhile() -> None:
    job = Processes(10, 11)
    job.newborn = [13, 12]
    assert JobTree(10, 1.0, job).suspend() == [10, 11, 12, 13]
    assert set(job.counts.values()) == {1}


def test_pause_twice_needs_one_resume() -> None:
    job = Processes(10, 11)
    tree = JobTree(10, 1.0, job)
    tree.suspend()
    job.counts[12] = 0
    assert tree.suspend() == [10, 11, 12]
    assert job.counts == {10: 1, 11: 1, 12: 1}
    assert tree.resume() == [10, 11, 12]
    assert job.counts == {10: 0, 11: 0, 12: 0}
    assert tree.resume() == []


def test_who_ended_while_suspended_is_forgotten() -> None:
    job = Processes(10, 11)
    tree = JobTree(10, 1.0, job)
    tree.suspend()
    del job.counts[11]
    assert tree.resume() == [10]
    job.counts[11] = 0  # the number belongs to a new one
    assert tree.suspend() == [10, 11]
    assert job.counts == {10: 1, 11: 1}


def test_pause_of_a_tree_that_never_stops_growing_ends() -> None:
    job = Processes(10)
    job.newborn = list(range(100, 100 + 4 * FREEZE_ROUNDS))
    assert JobTree(10, 1.0, job).suspend()


def test_asking_goes_to_the_group_and_killing_to_all() -> None:
    job = Processes(10, 11)
    tree = JobTree(10, 1_600_000_000.123, job)
    tree.terminate()
    tree.kill()
    assert (job.interrupted, job.ended_with) == ([10], [KILLED])
    assert (tree.alive(), tree.born()) == ([10, 11], "10:1600000000.12:clock")
    assert [tree.gone(childless=childless) for childless in (False, True)] == [False, True]
