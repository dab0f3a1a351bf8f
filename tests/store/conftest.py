"""A queue in a folder of its own, with a clock that stands still."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.store.store import Store
from tests.helpers.queue import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = Store(tmp_path / "queue.db", clock)
    yield opened
    opened.close()
