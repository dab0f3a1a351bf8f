"""The window writes nothing that others may read."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.core.job import JobSpec
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.add.planning import AddRequest
from rendermanager.ui.window import MainWindow
from tests.helpers.privacy import open_to_others
from tests.helpers.ui_fixtures import Until

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs rights of Unix")


@pytest.fixture(autouse=True)
def open_to_everybody() -> Iterator[None]:
    """As on machines where new files are open to all; set before the window is made."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_layout_settings_and_pictures_are_private(
    session: Session, window: MainWindow, media: Path, until: Until
) -> None:
    window._inside.adding.add(AddRequest((str(media),), JobSpec()), at_once=True)
    until(lambda: window.page.pane.model.rowCount() == 1)
    session.preferences.change(theme="light")
    session.background.drain()
    window._remembering.save()
    until(lambda: any(session.paths.thumbnails.iterdir()))
    names = {path.name for path in session.paths.home.rglob("*")}
    assert {"layout.json", "settings.json"} <= names
    assert open_to_others(session.paths.home) == []
