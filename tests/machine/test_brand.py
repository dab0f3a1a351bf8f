"""The mark that a render's processes cannot wash off by accident."""

import os
import resource

import pytest

from rendermanager.machine.processes import end_tagged, tagged
from rendermanager.machine.supervising.brand import (
    RLIMIT_LOCKS,
    Branding,
    brand_of,
    is_of_queue,
    read_brand,
)
from tests.machine.driver import Driver, pid_of, program, wait_until


def test_attempts_of_one_queue_share_the_upper_part() -> None:
    one, other = brand_of("queue-1"), brand_of("queue-2")
    assert one != other
    assert is_of_queue(one, "queue-")
    assert is_of_queue(other, "queue-")
    assert not is_of_queue(one, "queue2-")
    assert not is_of_queue(one, "queue")
    assert not is_of_queue(0, "queue-")
    assert brand_of("a b-c") == brand_of("a b-c")
    assert 0 < brand_of("queue-99999999999") < 2**62


def test_a_supervisor_takes_its_brand_off_again() -> None:
    before = resource.getrlimit(RLIMIT_LOCKS)
    with Branding("queue-7"):
        assert read_brand(os.getpid()) == brand_of("queue-7")
    assert resource.getrlimit(RLIMIT_LOCKS) == before
    assert read_brand(os.getpid()) == 0
    assert read_brand(2**22 + 1) == 0


def test_a_limit_that_cannot_be_set_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise ValueError("not allowed to raise maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refused)
    with Branding("queue-7"):
        assert read_brand(os.getpid()) == 0


def test_processes_without_an_environment_are_found(app: Driver) -> None:
    app.start(program("hostile", "empty_environment"))
    app.wait_for_output()
    assert wait_until(lambda: len(app.tagged()) == 3)
    assert read_brand(app.pid) == 0
    app.kill()
    assert [read_brand(pid_of(one)) for one in app.tagged()] == [brand_of(f"{app.tag}1")] * 3
    assert end_tagged(f"{app.tag}1", 0) == []
    assert tagged(app.tag, prefix=True) == []
