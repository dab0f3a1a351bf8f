"""OpenEXR pictures whose channels are all in layers."""

import io
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.core.source import LAYER
from rendermanager.media.checks import check_output
from rendermanager.media.openexr import MARK, layer_of
from rendermanager.media.reader import MediaReader

WIDTH, HEIGHT = 16, 8


def attribute(name: str, kind: str, content: bytes) -> bytes:
    head = f"{name}\0{kind}\0".encode()
    return head + struct.pack("<I", len(content)) + content


def picture(*channels: str) -> bytes:
    """A whole picture without compression, grey in every channel, as the format wants it."""
    names = sorted(channels)
    held = b"".join(f"{name}\0".encode() + struct.pack("<IIII", 2, 0, 1, 1) for name in names)
    window = struct.pack("<4i", 0, 0, WIDTH - 1, HEIGHT - 1)
    header = MARK + struct.pack("<I", 2)
    header += attribute("channels", "chlist", held + b"\0")
    header += attribute("compression", "compression", b"\0")
    header += attribute("dataWindow", "box2i", window)
    header += attribute("displayWindow", "box2i", window)
    header += attribute("lineOrder", "lineOrder", b"\0")
    header += attribute("pixelAspectRatio", "float", struct.pack("<f", 1.0))
    header += attribute("screenWindowCenter", "v2f", struct.pack("<2f", 0.0, 0.0))
    header += attribute("screenWindowWidth", "float", struct.pack("<f", 1.0)) + b"\0"
    line = struct.pack(f"<{WIDTH * len(names)}f", *[0.5] * WIDTH * len(names))
    block = 8 + len(line)
    first = len(header) + 8 * HEIGHT
    table = struct.pack(f"<{HEIGHT}Q", *(first + block * y for y in range(HEIGHT)))
    lines = b"".join(struct.pack("<II", y, len(line)) + line for y in range(HEIGHT))
    return header + table + lines


BLENDER = [f"ViewLayer.Combined.{channel}" for channel in "RGBA"]


@pytest.mark.parametrize(
    ("channels", "layer"),
    [
        (["R", "G", "B"], ""),
        (["Y"], ""),
        ([*"RGB", "diffuse.R", "diffuse.G", "diffuse.B"], ""),
        (["ViewLayer.Depth.Z", *BLENDER], "ViewLayer.Combined"),
        (["A.Shadow.R", "A.Combined.R", "B.Combined.R"], "A.Combined"),
        (["albedo.R", "Beauty.R", "z.R"], "Beauty"),
        (["first.R", "second.R"], "first"),
        (["Depth.Z", "V"], ""),
    ],
)
def test_the_layer_that_shows_the_picture(channels: list[str], layer: str) -> None:
    assert layer_of(io.BytesIO(picture(*channels))) == layer


@given(st.binary(max_size=300), st.integers(0, 400))
def test_no_header_makes_it_fail(noise: bytes, cut: int) -> None:
    whole = picture(*BLENDER)
    assert isinstance(layer_of(io.BytesIO(MARK + noise)), str)
    assert isinstance(layer_of(io.BytesIO(whole[:cut])), str)
    assert isinstance(layer_of(io.BytesIO(whole[:cut] + noise)), str)


@pytest.mark.parametrize("channels", [["R", "G", "B"], BLENDER, ["fog.R", "fog.G", "fog.B"]])
def test_it_is_read_and_checked(channels: list[str], tmp_path: Path, reader: MediaReader) -> None:
    path = tmp_path / "a.exr"
    path.write_bytes(picture(*channels))
    info = reader.probe(path)
    assert (info.width, info.height, info.video_codec) == (WIDTH, HEIGHT, "exr")
    assert info.facts.get(LAYER, "") == channels[0].rpartition(".")[0]
    expected = ExpectedOutput(
        str(path), str(path), OutputKind.IMAGE, width=WIDTH, height=HEIGHT, video_codec="exr"
    )
    assert [found for found in check_output(expected, reader) if found.fatal] == []
