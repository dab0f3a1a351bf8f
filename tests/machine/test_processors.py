"""How busy the processors were between two looks."""

import pytest

from rendermanager.machine.processors import CpuTimes, cpu_times, load_between


@pytest.mark.parametrize(
    ("before", "after", "load"),
    [
        (CpuTimes(10, 100), CpuTimes(15, 110), 0.5),
        (CpuTimes(10, 100), CpuTimes(20, 110), 1.0),
        (CpuTimes(10, 100), CpuTimes(10, 110), 0.0),
        (CpuTimes(10, 100), CpuTimes(9, 110), 0.0),
        (CpuTimes(10, 100), CpuTimes(25, 110), 1.0),
        (CpuTimes(10, 100), CpuTimes(10, 100), None),
        (CpuTimes(10, 100), CpuTimes(5, 50), None),
    ],
    ids=["half", "all", "none", "clock back", "clock ahead", "no time passed", "started anew"],
)
def test_load_is_the_share_of_work_in_the_time_that_passed(
    before: CpuTimes, after: CpuTimes, load: float | None
) -> None:
    assert load_between(before, after) == load


def test_each_processor_is_told_of() -> None:
    found = cpu_times()
    assert found
    assert all(0 < each.busy <= each.total for each in found)
