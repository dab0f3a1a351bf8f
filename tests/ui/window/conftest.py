"""The fixtures of the interface, and a short film."""

from pathlib import Path

import pytest

from tests.helpers.ui_fixtures import jobs, running, session, theme, until, window
from tests.ui.queue.scene import film

__all__ = ["jobs", "media", "running", "session", "theme", "until", "window"]


@pytest.fixture
def media(tmp_path: Path) -> Path:
    """A short film."""
    return film(tmp_path / "SummerSale.mov", 150)
