"""Which ffmpeg is preferred, and what is learnt from it."""

import sys
import types
from pathlib import Path

import pytest

from rendermanager.renderers import discovery
from rendermanager.renderers.ffmpeg import locate
from tests.renderers.rendering import BUILT_IN, SYSTEM

ANSWER = """#!/bin/sh
echo 'ffmpeg version {version} Copyright (c) 2000-2026 the FFmpeg developers'
echo 'libavutil      {libavutil} / {libavutil}'
case "$*" in
*-encoders*) echo ' V....D libx264              H.264'; echo ' A....D aac                  AAC';;
*filter=scale*) echo '   out_transfer      <int>        ..FV....... set';;
esac
"""


def ffmpeg(folder: Path, version: str, libavutil: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "ffmpeg"
    path.write_text(ANSWER.format(version=version, libavutil=libavutil))
    path.chmod(0o755)
    return path


@pytest.fixture
def only_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Leaves the real programs of this machine out."""
    monkeypatch.setattr(discovery, "usual_folders", lambda *_: [])
    monkeypatch.setattr(discovery, "bundled_ffmpeg", lambda: [tmp_path / "wheel" / "ffmpeg"])


@pytest.mark.usefixtures("only_here")
@pytest.mark.parametrize(
    ("system", "built_in", "first"),
    [
        (("5.1", "57. 28.100"), ("n9.0", "61.  1.102"), "built in"),
        (("9.1", "61.  5.100"), ("n9.0", "61.  1.102"), "system"),
        (("9.0", "61.  1.102"), ("n9.0", "61.  1.102"), "system"),
        (("N-120000-gabc", "62.  0.100"), ("n9.0", "61.  1.102"), "system"),
        (("2021-01-01-git-abc", "56. 60.100"), ("n9.0", "61.  1.102"), "built in"),
    ],
)
def test_the_newest_of_system_and_built_in_is_preferred(
    system: tuple[str, str], built_in: tuple[str, str], first: str, tmp_path: Path
) -> None:
    path = ffmpeg(tmp_path / "bin", *system)
    ffmpeg(tmp_path / "wheel", *built_in)
    assert next(origin for _, origin in locate.find({"PATH": str(path.parent)})) == first


@pytest.mark.usefixtures("only_here")
def test_what_a_person_named_goes_before_newer_ones(tmp_path: Path) -> None:
    old = ffmpeg(tmp_path / "old", "4.4", "56. 70.100")
    older = ffmpeg(tmp_path / "older", "4.3", "56. 51.100")
    ffmpeg(tmp_path / "wheel", "9.0", "61.  1.102")
    env = {"RENDERMANAGER_FFMPEG": str(older)}
    origins = [origin for _, origin in locate.find(env, str(old))]
    assert origins == ["chosen", "environment", "built in"]


@pytest.mark.usefixtures("only_here")
def test_a_broken_program_comes_last(tmp_path: Path) -> None:
    broken = tmp_path / "bin" / "ffmpeg"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    ffmpeg(tmp_path / "wheel", "4.0", "56. 14.100")
    found = locate.find({"PATH": str(broken.parent)})
    assert [origin for _, origin in found] == ["built in", "system"]


@pytest.mark.parametrize("program", [BUILT_IN, SYSTEM], ids=["built in", "system"])
def test_real_builds_tell_their_version_and_encoders(program: Path) -> None:
    if not program.exists():
        pytest.skip("not on this machine")
    version = locate.probe(program)
    assert version.version[:2] in ("n9", "5.", "6.", "7.", "8.", "9.")
    assert {"libx264", "prores_ks", "aac", "pcm_s24le"} <= version.features
    assert len(version.features & {locate.APPLY_TRC, locate.OUT_TRANSFER}) == 1
    assert all(" " not in name and "=" not in name for name in version.features)


def test_another_program_is_not_taken_for_ffmpeg(tmp_path: Path) -> None:
    path = tmp_path / "ffmpeg"
    path.write_text("#!/bin/sh\necho Python 3.11\n")
    path.chmod(0o755)
    with pytest.raises(OSError, match="is not ffmpeg"):
        locate.probe(path)


def test_builds_without_library_versions_are_compared_by_their_release() -> None:
    assert locate.age("ffmpeg version 4.4") < locate.age("ffmpeg version 6.0")
    assert locate.age("nonsense") == ()


def test_the_built_in_program_is_found_where_its_package_is() -> None:
    assert discovery.bundled_ffmpeg() == [BUILT_IN]


@pytest.mark.parametrize("answer", [RuntimeError("none"), "ffmpeg"])
def test_without_a_program_of_its_own_the_package_gives_none(
    answer: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def get_ffmpeg_exe() -> str:
        if isinstance(answer, Exception):
            raise answer
        return str(answer)

    fake = types.ModuleType("imageio_ffmpeg")
    fake.get_ffmpeg_exe = get_ffmpeg_exe  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", fake)
    assert discovery.bundled_ffmpeg() == []


def test_without_the_package_there_is_no_built_in_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    assert discovery.bundled_ffmpeg() == []


def test_a_half_removed_package_brings_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", types.ModuleType("imageio_ffmpeg"))
    assert discovery.bundled_ffmpeg() == []
