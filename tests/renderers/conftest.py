"""Tiny real sources and a bench to render them on, shared by the tests of the engines."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.config.paths import Paths
from rendermanager.media.reader import MediaReader
from tests.cli.driving import Cli, leftovers, processes
from tests.helpers.after_effects import AfterEffects, stand_ins
from tests.helpers.nexrender import variables
from tests.renderers.rendering import BUILT_IN, SYSTEM, Bench

PICTURES = "testsrc2=size=128x96:rate=24:duration=1"
TONE = "sine=frequency=440:duration=1"
CLIP = "{clip.mov}"
RECIPES = {
    "clip.mov": ["-i", PICTURES, "-f", "lavfi", "-i", TONE, "-pix_fmt", "yuv420p", "-c:a", "aac"],
    "turned.mov": ["-display_rotation", "90", "-i", CLIP, "-c", "copy"],
    "hidden.mov": ["-ss", "0.4", "-i", CLIP, "-c", "copy"],
    "silent.mkv": ["-i", PICTURES, "-pix_fmt", "yuv420p"],
    "odd.mov": ["-i", "testsrc=size=121x67:rate=24:duration=1", "-pix_fmt", "yuv444p"],
    "clear.mov": ["-i", f"{PICTURES},format=rgba,colorchannelmixer=aa=0.5", "-c:v", "qtrle"],
    "deep.mov": ["-i", PICTURES, "-pix_fmt", "yuv422p10le", "-c:v", "prores_ks"],
    "tone.wav": ["-i", TONE],
    "surround.wav": ["-i", f"{TONE},pan=5.1(side)|FL=c0|FR=c0|FC=c0|LFE=c0|SL=c0|SR=c0"],
    "still.png": ["-i", f"{PICTURES},format=rgba", "-frames:v", "1", "-update", "1"],
    "shot_%04d.png": ["-i", f"{PICTURES},format=rgba", "-frames:v", "12", "-start_number", "7"],
    "light_%02d.exr": ["-i", "color=c=0x376C9A:size=64x48,format=gbrpf32le", "-frames:v", "2"],
    "red_%02d.png": ["-i", "color=c=0xC83C1E:size=64x48,format=rgb24", "-frames:v", "3"],
}


class Sources:
    """Sources by name, each made when a test first asks for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: set[str] = set()

    def __getitem__(self, name: str) -> Path:
        path = self.folder / name
        if name not in self._made:
            self._made.add(name)
            clip = str(self["clip.mov"]) if CLIP in RECIPES[name] else ""
            recipe = [clip if word == CLIP else word for word in RECIPES[name]]
            reader = [] if clip else ["-f", "lavfi"]
            quiet = ["-hide_banner", "-nostdin", "-loglevel", "error", "-y", *reader]
            subprocess.run([BUILT_IN, *quiet, *recipe, f"file:{path}"], check=True)
        return path


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    return Sources(tmp_path_factory.mktemp("sources"))


@pytest.fixture(scope="session")
def media() -> Iterator[MediaReader]:
    with MediaReader() as shared:
        yield shared


@pytest.fixture
def bench(tmp_path: Path, media: MediaReader) -> Bench:
    return Bench(tmp_path, media)


@pytest.fixture(params=["built in", "system"])
def program(request: pytest.FixtureRequest) -> Path:
    """Each ffmpeg there is: the one in the wheel, and the system's where it has one."""
    if request.param == "built in":
        return BUILT_IN
    if not SYSTEM.exists():
        pytest.skip("this system has no ffmpeg of its own")
    return SYSTEM


@pytest.fixture
def cli(home: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(home, capsys)


@pytest.fixture
def effects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AfterEffects:
    made = AfterEffects(tmp_path / "Applications")
    for name, value in variables(made).items():
        monkeypatch.setenv(name, value)
    return made


@pytest.fixture
def nothing_is_left_behind(home: Path, tmp_path: Path) -> Iterator[None]:
    """No process, no temporary folder and no After Effects outlives a test."""
    yield
    if Paths(home).database.exists():
        assert processes(Paths(home)) == []
    assert leftovers(tmp_path / "shots") == []
    assert stand_ins(tmp_path) == []
