"""The thread that measures: it goes on whatever happens, and ends when it is told to."""

import os
import subprocess
import threading
from datetime import UTC, datetime
from pathlib import Path

from rendermanager.core.consumption import Usage
from rendermanager.core.points import LEVELS
from rendermanager.services.sampling import Sampling
from rendermanager.store.samples import points_of
from tests.machine.driver import wait_until

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def test_it_measures_renders_and_keeps_what_it_saw(tmp_path: Path) -> None:
    sampling = Sampling(tmp_path / "samples.db", lambda: {3: os.getpid()})
    assert sampling.newest is None
    assert sampling.renders == {}
    sampling.start()
    try:
        assert wait_until(lambda: 3 in sampling.renders)
        assert wait_until(lambda: points_of(sampling.path, ["cpu"], LEVELS[0], LONG_AGO)["cpu"])
    finally:
        sampling.close()
    assert "sampler" not in {thread.name for thread in threading.enumerate()}


def test_it_measures_at_once_when_somebody_looks(tmp_path: Path) -> None:
    looks: list[int] = []

    def trees() -> dict[int, int]:
        looks.append(1)
        return {}

    sampling = Sampling(tmp_path / "samples.db", trees)
    sampling.start()
    try:
        assert wait_until(lambda: sampling.newest)
        before = len(looks)
        sampling.watch("somebody", watched=True)
        assert wait_until(lambda: len(looks) > before)
    finally:
        sampling.close()


def test_closing_one_that_never_began_is_harmless(tmp_path: Path) -> None:
    sampling = Sampling(tmp_path / "samples.db", dict)
    sampling.close()
    assert not (tmp_path / "samples.db").exists()


def test_what_an_attempt_has_taken_is_handed_over_when_it_is_gone(tmp_path: Path) -> None:
    kept: dict[int, Usage] = {}
    trees = {3: os.getpid()}
    sampling = Sampling(tmp_path / "samples.db", lambda: dict(trees), keep=kept.__setitem__)
    with subprocess.Popen(["sleep", "60"]) as process:
        sampling.start()
        try:
            assert wait_until(lambda: (found := sampling.usage(3)) and found.seconds)
            assert kept == {}
            trees.clear()
            assert wait_until(lambda: 3 in kept)
        finally:
            sampling.close()
            process.kill()
    assert kept[3].memory > 0
    assert sampling.usage(3) is None


def test_what_was_measured_lately_is_at_hand(tmp_path: Path) -> None:
    sampling = Sampling(tmp_path / "samples.db", dict, lambda: [tmp_path])
    sampling.watch("somebody", watched=True)
    sampling.start()
    try:
        assert wait_until(lambda: len(sampling.recent) > 1 and sampling.recent[-1].volumes)
    finally:
        sampling.close()
    assert sampling.recent[-1] is sampling.newest
    assert [each.at for each in sampling.recent] == sorted(each.at for each in sampling.recent)


def test_a_render_that_begins_ends_the_long_pause(tmp_path: Path) -> None:
    looks: list[int] = []

    def trees() -> dict[int, int]:
        looks.append(1)
        return {}

    sampling = Sampling(tmp_path / "samples.db", trees)
    sampling.start()
    try:
        assert wait_until(lambda: sampling._idle)
        before = len(looks)
        sampling.look_soon()
        assert wait_until(lambda: len(looks) > before)
    finally:
        sampling.close()
