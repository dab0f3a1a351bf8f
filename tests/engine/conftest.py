"""Fixtures of the engine's tests."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import imageio_ffmpeg
import pytest
from pytestqt.qtbot import QtBot

from rendermanager.app import engineroom
from tests.helpers.engine_room import Room
from tests.helpers.warm import WarmReader


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """An engine that is built and not started."""
    monkeypatch.setattr(engineroom, "MediaReader", WarmReader)
    made = Room(tmp_path / "home", qtbot)
    yield made
    made.close()


@pytest.fixture
def running(room: Room) -> Room:
    """An engine at work, with two slots."""
    room.start(2)
    return room


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One second of moving picture, 128x96, 25 frames."""
    path = tmp_path_factory.mktemp("media") / "clip.mov"
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    source = "testsrc2=s=128x96:r=25:d=1"
    quiet = ["-hide_banner", "-loglevel", "error"]
    encode = ["-f", "lavfi", "-i", source, "-pix_fmt", "yuv420p"]
    subprocess.run([ffmpeg, *quiet, *encode, str(path)], check=True)
    return path
