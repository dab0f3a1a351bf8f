"""The settings while the app runs."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.config.settings import Settings, load_settings
from rendermanager.core.errors import BadInput
from rendermanager.services.preferences import Preferences


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def preferences(path: Path, qtbot: QtBot) -> Preferences:
    return Preferences(path)


def test_they_begin_as_stored(path: Path, qtbot: QtBot) -> None:
    path.write_text('{"theme": "light"}')
    assert Preferences(path).value == Settings(theme="light")


def test_a_change_is_told_and_written_down(
    preferences: Preferences, path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(preferences.changed) as told:
        preferences.change(theme="dark", concurrency=3)
    assert told.args == [Settings(theme="dark", concurrency=3)]
    assert preferences.value == load_settings(path) == Settings(theme="dark", concurrency=3)


def test_what_stays_the_same_is_not_told(
    preferences: Preferences, path: Path, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.change(theme=preferences.value.theme)
    assert not path.exists()


def test_a_value_that_cannot_be_changes_nothing(
    preferences: Preferences, path: Path, qtbot: QtBot
) -> None:
    with (
        qtbot.assertNotEmitted(preferences.changed),
        pytest.raises(BadInput, match="no theme “pink”"),
    ):
        preferences.change(theme="pink", nice=5)
    assert preferences.value == Settings()
    assert not path.exists()


@pytest.mark.allow_warnings("settings could not be saved")
def test_when_they_cannot_be_saved_they_still_hold(
    preferences: Preferences, path: Path, qtbot: QtBot
) -> None:
    path.parent.rmdir()
    with qtbot.waitSignal(preferences.changed):
        preferences.change(theme="dark")
    assert preferences.value.theme == "dark"
