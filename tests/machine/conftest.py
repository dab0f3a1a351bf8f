"""Fixtures for tests that run real supervisors."""

import sys
from collections.abc import Iterator

import pytest

from tests.machine.driver import Driver


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These tests look into /proc, to see for themselves what the supervisor says."""
    for item in items:
        if "machine" in item.path.parts and sys.platform != "linux":
            item.add_marker(pytest.mark.skip(reason="looks into /proc"))


@pytest.fixture
def app() -> Iterator[Driver]:
    """The app's end of a warm supervisor; afterwards nobody of its renders may be alive."""
    with Driver() as driver:
        yield driver
