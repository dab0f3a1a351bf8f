"""The picture that Blender keeps in a .blend: read from real files, and from ones that lie."""

import struct
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rendermanager.renderers.blender.engine import BlenderEngine
from rendermanager.renderers.blender.picture import saved_picture
from rendermanager.renderers.extras import (
    picture_of,
)

BLENDS = Path(__file__).parent / "blends"
FRONT = BLENDS / "front-3.4.blend"
"""The first three blocks of a file that the window of Blender 3.4 has saved: a grey cube."""
SHORT, LONG = struct.Struct("<4siQii"), struct.Struct("<4siQqq")


def front() -> bytes:
    with FRONT.open("rb") as file:
        return zstandard.ZstdDecompressor().stream_reader(file).read()


def with_picture(width: int, height: int, pixels: bytes, *, large: bool = False) -> bytes:
    content = struct.pack("<ii", width, height) + pixels
    if large:
        return b"BLENDER17-01v0500" + LONG.pack(b"TEST", 0, 0, len(content), 1) + content
    return b"BLENDER-v304" + SHORT.pack(b"TEST", len(content), 0, 0, 1) + content


def test_the_scene_is_seen_as_it_was_saved() -> None:
    found = picture_of(BlenderEngine(), FRONT)
    assert found is not None
    assert (found.width, found.height) == (128, 128)
    middle = (64 * 128 + 64) * 4
    red, green, blue, _ = found.pixels[middle : middle + 4]
    assert max(red, green, blue) - min(red, green, blue) <= 2
    assert len(set(found.pixels)) > 20


def test_it_is_the_same_without_compression(tmp_path: Path) -> None:
    plain = tmp_path / "plain.blend"
    plain.write_bytes(front())
    assert saved_picture(plain) == saved_picture(FRONT)


@pytest.mark.parametrize("large", [False, True])
def test_its_rows_are_given_from_the_top(tmp_path: Path, large: bool) -> None:
    path = tmp_path / "a.blend"
    path.write_bytes(with_picture(1, 2, b"bott" + b"top!", large=large))
    found = saved_picture(path)
    assert found is not None
    assert found.pixels == b"top!bott"


@pytest.mark.parametrize("version", ["3.4", "4.2", "5.0"])
def test_a_file_that_was_saved_without_a_window_keeps_none(version: str) -> None:
    assert saved_picture(BLENDS / f"saved-{version}.blend") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"BLENDER",
        b"not a scene",
        with_picture(0, 0, b""),
        with_picture(-1, 4, b"1234"),
        with_picture(2, 2, b"1234"),
        with_picture(30_000, 30_000, b"1234"),
        with_picture(2, 2, b"0123456789abcdef")[:-3],
    ],
)
def test_what_is_damaged_shows_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.blend"
    path.write_bytes(content)
    assert saved_picture(path) is None


def test_a_file_that_is_gone_shows_nothing(tmp_path: Path) -> None:
    assert saved_picture(tmp_path / "gone.blend") is None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 140), byte=st.integers(0, 255))
def test_no_damage_does_any_harm(tmp_path: Path, at: int, byte: int) -> None:
    content = bytearray(front())
    content[at] = byte
    path = tmp_path / "a.blend"
    path.write_bytes(content)
    saved_picture(path)
