"""The thread that measures: it goes on whatever happens, and ends when it is told to."""

import os
import threading
from datetime import UTC, datetime
from pathlib import Path

from rendermanager.core.usage import LEVELS
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
        assert wait_until(lambda: points_of(sampling.path, "cpu", LEVELS[0], LONG_AGO))
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
        sampling.watch(watched=True)
        assert wait_until(lambda: len(looks) > before)
    finally:
        sampling.close()


def test_closing_one_that_never_began_is_harmless(tmp_path: Path) -> None:
    sampling = Sampling(tmp_path / "samples.db", dict)
    sampling.close()
    assert not (tmp_path / "samples.db").exists()
