"""What is read of .blend files that Blender 3.4, 4.2 and 5.0 have saved, and of broken ones."""

import gzip
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rendermanager.core.errors import BadInput
from rendermanager.core.source import SourceKind
from rendermanager.renderers.blender import blendfile, scenes
from rendermanager.renderers.blender.scenes import inspect_blend

SAVED = Path(__file__).parent / "blends"
VERSIONS = ("3.4", "4.2", "5.0")


def saved_by(version: str) -> Path:
    return SAVED / f"saved-{version}.blend"


def plain(version: str) -> bytes:
    """The file without its compression."""
    with saved_by(version).open("rb") as file:
        return zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True).read()


@pytest.mark.parametrize("version", VERSIONS)
def test_scenes_are_read_without_blender(version: str) -> None:
    found = inspect_blend(saved_by(version))
    assert found.kind is SourceKind.PROJECT
    assert found.size_bytes == saved_by(version).stat().st_size
    main, side, stereo = sorted(found.parts, key=lambda part: part.name)
    assert (main.name, side.name, stereo.name) == ("Main", "Side", "Stereo")
    assert (main.first_frame, main.frames, main.step) == (3, 4, 3)
    assert main.rate == "30000/1001"
    assert (main.width, main.height) == (320, 180)
    assert main.facts[scenes.FULL_SIZE] == "640x360"
    assert main.facts[scenes.ENGINE] == "CYCLES"
    assert main.facts[scenes.CAMERA] == "Kamera Ω"
    assert main.facts[scenes.VIEW_LAYERS] == "ViewLayer\nBeauty 2"
    assert main.facts[scenes.SAVED_BY] == version
    assert side.facts[scenes.ENGINE] == "BLENDER_WORKBENCH"
    assert side.facts[scenes.CAMERAS] == "Kamera Ω"
    assert scenes.CAMERA not in side.facts
    assert (side.width, side.height, side.frames) == (0, 0, 5)
    assert scenes.VIEWS in stereo.facts


@pytest.mark.parametrize("version", ["3.4", "5.0"])
def test_sound_in_the_sequencer_is_counted(version: str) -> None:
    main = next(each for each in inspect_blend(saved_by(version)).parts if each.name == "Main")
    assert main.facts[scenes.SOUND] == "1"
    assert scenes.CAN_DO_WITHOUT not in main.facts


@pytest.mark.parametrize("version", VERSIONS)
def test_files_that_a_scene_uses_are_looked_for(version: str, tmp_path: Path) -> None:
    file = tmp_path / "shot.blend"
    file.write_bytes(saved_by(version).read_bytes())
    texture = tmp_path / "textures" / "brick.png"
    assert str(texture) in inspect_blend(file).missing_files
    texture.parent.mkdir()
    texture.touch()
    assert str(texture) not in inspect_blend(file).missing_files


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("packed", [lambda data: data, gzip.compress])
def test_a_file_reads_the_same_however_it_is_packed(
    version: str, packed: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    file = tmp_path / "a.blend"
    file.write_bytes(packed(plain(version)))
    assert inspect_blend(file).parts == inspect_blend(saved_by(version)).parts


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n0123456789", "is no .blend file"),
        (b"BLEND", "is no .blend file"),
        (b"BLENDER-v3", "is damaged"),
        (b"BLENDER-v304", "is damaged"),
        (b"BLENDER-vABC" + bytes(99), "is damaged"),
        (b"BLENDER23-02v0700" + bytes(99), "newer than this program"),
        (b"\x28\xb5\x2f\xfd" + bytes(99), "is no .blend file"),
        (b"\x1f\x8b" + bytes(99), "is damaged"),
        (gzip.compress(b"hello, world", mtime=0), "is no .blend file"),
        (b"BLENDER-v304ENDB" + bytes(20), "is damaged"),
        (b"BLENDER-v304REND\xff\xff\xff\xff" + bytes(99), "is damaged"),
    ],
)
def test_what_is_no_scene_is_refused_with_a_sentence(
    content: bytes, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "a.blend"
    file.write_bytes(content)
    with pytest.raises(BadInput) as caught:
        inspect_blend(file)
    (problem,) = caught.value.problems
    assert words in problem.message
    assert "“a.blend”" in problem.message
    assert problem.hint


def test_a_file_that_is_gone_or_a_folder_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.blend", tmp_path):
        with pytest.raises(BadInput, match="cannot be read"):
            inspect_blend(path)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_cut_off_anywhere_is_refused(version: str, tmp_path: Path) -> None:
    file = tmp_path / "a.blend"
    whole = plain(version)
    for share in range(1, 20):
        file.write_bytes(whole[: len(whole) * share // 20])
        with pytest.raises(BadInput, match="damaged"):
            inspect_blend(file)
    file.write_bytes(saved_by(version).read_bytes()[:30_000])
    with pytest.raises(BadInput, match="damaged"):
        inspect_blend(file)


@pytest.mark.parametrize("version", VERSIONS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), max_size=9))
def test_any_damage_ends_in_a_refusal_or_an_answer(
    version: str, changes: list[tuple[float, bytes]], tmp_path: Path
) -> None:
    data = bytearray(plain(version))
    for share, patch in changes:
        at = int(share * (len(data) - len(patch)))
        data[at : at + len(patch)] = patch
    file = tmp_path / "a.blend"
    file.write_bytes(data)
    with suppress(BadInput):
        assert inspect_blend(file).parts


def test_what_is_too_much_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blendfile, "MOST_KEPT_BYTES", 20_000)
    found = blendfile.read_blend(saved_by("4.2"))
    assert not found.is_whole
    assert sum(len(block.content) for block in found.blocks) <= 20_000


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(blendfile, "MOST_UNPACKED_BYTES", 10_000)
    with pytest.raises(BadInput, match="too large"):
        inspect_blend(saved_by("3.4"))
    file = tmp_path / "plain.blend"
    file.write_bytes(plain("3.4"))
    assert inspect_blend(file).parts


def test_blocks_without_end_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blendfile, "MOST_BLOCKS", 50)
    with pytest.raises(BadInput, match="too large"):
        inspect_blend(saved_by("5.0"))
