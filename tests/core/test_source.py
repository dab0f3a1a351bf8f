"""What is known about a source."""

from dataclasses import replace
from fractions import Fraction

import av
import pytest
from av.video.format import names  # type: ignore[attr-defined]  # missing in its stub

from rendermanager.core.source import Part, SourceInfo, SourceKind


@pytest.mark.parametrize(
    ("rate", "fps"),
    [
        ("", None),
        ("25/1", Fraction(25)),
        ("30000/1001", Fraction(30_000, 1_001)),
        ("0/1", None),
        ("-25/1", None),
    ],
)
def test_frames_per_second(rate: str, fps: Fraction | None) -> None:
    assert SourceInfo(SourceKind.VIDEO, rate=rate).fps == fps
    assert Part(name="Main", rate=rate).fps == fps


def formats() -> list[tuple[str, bool]]:
    found = [av.VideoFormat(name) for name in sorted(names)]
    return [
        (each.name, each.has_palette or any(part.is_alpha for part in each.components))
        for each in found
    ]


@pytest.mark.parametrize(("name", "alpha"), formats(), ids=str)
def test_transparency_is_judged_as_ffmpeg_does(name: str, alpha: bool) -> None:
    assert SourceInfo(SourceKind.IMAGE, pixel_format=name).has_alpha is alpha


def test_an_unknown_pixel_format_has_no_transparency() -> None:
    assert not SourceInfo(SourceKind.AUDIO).has_alpha


@pytest.mark.parametrize(
    ("rotation", "size"),
    [
        (0, (1920, 1080)),
        (90, (1080, 1920)),
        (180, (1920, 1080)),
        (270, (1080, 1920)),
        (45, None),
        (None, None),
    ],
)
def test_a_film_is_shown_as_its_rotation_says(
    rotation: int | None, size: tuple[int, int] | None
) -> None:
    info = SourceInfo(SourceKind.VIDEO, width=1920, height=1080, rotation=rotation)
    assert info.shown_size == size
    assert replace(info, width=0).shown_size is None
