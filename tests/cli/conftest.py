"""The command line on a queue of its own, and tiny real media."""

from pathlib import Path

import pytest

from tests.cli.driving import Cli
from tests.media.samples import Samples, run_ffmpeg


@pytest.fixture
def cli(home: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(home, capsys)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    return Samples(tmp_path_factory.mktemp("samples"))


@pytest.fixture
def clip(tmp_path: Path, samples: Samples) -> Path:
    """One second of film in a folder of its own."""
    path = tmp_path / "footage" / "clip.mp4"
    path.parent.mkdir()
    path.write_bytes(samples.content("clip.mp4"))
    return path


@pytest.fixture(scope="session")
def long_film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made in a moment, rendered in minutes with `SLOWLY`."""
    path = tmp_path_factory.mktemp("long") / "long.mkv"
    picture = ["-f", "lavfi", "-i", "testsrc2=size=160x90:rate=25:duration=60"]
    done = run_ffmpeg(*picture, "-c:v", "libx264", "-preset", "ultrafast", path)
    assert done.returncode == 0, done.stderr.decode()
    return path
