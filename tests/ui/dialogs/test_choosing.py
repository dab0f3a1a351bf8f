"""The dialog that has files chosen offers what the engines read."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from rendermanager.renderers.registry import Registry
from rendermanager.ui.dialogs.choosing import Choosing


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[QFileDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    Choosing(window, Registry.load()).files()
    found = window.findChild(QFileDialog)
    assert found is not None
    yield found
    found.reject()


def test_files_of_every_engine_are_offered_together_first(dialog: QFileDialog) -> None:
    first = dialog.nameFilters()[0]
    assert first.startswith("Everything that can be rendered (")
    for ending in ("*.mov", "*.wav", "*.exr", "*.blend", "*.aep", "*.json", "*.py"):
        assert ending in first.removesuffix(")").replace("(", " ").split()


def test_each_kind_can_be_looked_for_alone(dialog: QFileDialog) -> None:
    filters = dialog.nameFilters()
    assert "Blender (*.blend)" in filters
    assert any(each.startswith("Video, sound and pictures (*.264 ") for each in filters)
    assert not any(each.startswith("FFmpeg") for each in filters)
    assert filters[-1] == "All files (*)"
