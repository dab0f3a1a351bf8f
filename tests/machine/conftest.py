"""Fixtures for tests that run real supervisors."""

import os
import sys
from collections.abc import Iterator

import pytest

from tests.machine.driver import Driver, program

#: Tests that need nothing of Linux.
ANYWHERE = (
    "test_darwin_parts",
    "test_mailbox",
    "test_native_trees",
    "test_queuepoller",
    "test_windows_parts",
)

#: Tests that Windows could not even read: they import what only the others have.
collect_ignore = ["test_brand.py", "test_renders.py"] if sys.platform == "win32" else []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These tests look into /proc, to see for themselves what the supervisor says."""
    for item in items:
        if "machine" not in item.path.parts or item.path.stem in ANYWHERE:
            continue
        if sys.platform != "linux":
            item.add_marker(pytest.mark.skip(reason="looks into /proc"))


@pytest.fixture
def app() -> Iterator[Driver]:
    """The app's end of a warm supervisor; afterwards nobody of its renders may be alive."""
    threads = program("supervises_by_threads") if "SUPERVISOR_BY_THREADS" in os.environ else None
    with Driver(command=threads) as driver:
        yield driver


@pytest.fixture
def by_threads() -> Iterator[Driver]:
    """The same with a supervisor that waits as on Windows."""
    with Driver(command=program("supervises_by_threads")) as driver:
        yield driver
