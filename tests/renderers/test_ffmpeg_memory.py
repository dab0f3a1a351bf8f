"""About how much memory a render is going to take."""

from dataclasses import replace
from typing import Any

import pytest

from rendermanager.core.needs import Basis
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.renderers.extras import needs_of
from rendermanager.renderers.ffmpeg.memory import needs
from tests.renderers.rendering import ENGINE, FILM, MUSIC, request_of

HD = replace(FILM, width=1920, height=1080)
UHD = replace(FILM, width=3840, height=2160)


def megabytes(source: SourceInfo, **wish: Any) -> float:
    return needs(request_of(source, **wish), cores=2).memory_bytes / 1e6


@pytest.mark.parametrize(
    ("source", "codec", "measured"),
    [
        (HD, "h264", 513),
        (UHD, "h264", 1796),
        (HD, "h265", 479),
        (HD, "av1", 465),
        (HD, "vp9", 367),
        (HD, "prores", 124),
        (UHD, "prores", 398),
        (HD, "dnxhr", 302),
    ],
)
def test_the_estimate_is_no_less_than_what_was_measured_and_not_twice_as_much(
    source: SourceInfo, codec: str, measured: float
) -> None:
    assert measured <= megabytes(source, video=codec) < 2 * measured


def test_more_threads_and_deeper_pictures_take_more() -> None:
    plain = megabytes(HD, video="h264")
    assert needs(request_of(HD, video="h264"), cores=16).memory_bytes > plain * 1.2e6
    assert megabytes(HD, video="h265", pixel_format="yuv420p10le") > megabytes(HD, video="h265")


def test_fewer_threads_after_memory_ran_out_count() -> None:
    request = request_of(HD, video="h264")
    assert (
        needs(replace(request, threads=1), cores=16).memory_bytes < needs(request, 16).memory_bytes
    )


def test_a_smaller_result_takes_less() -> None:
    assert megabytes(UHD, video="h264", width=1280, height=720) < megabytes(UHD, video="h264") / 2


def test_copies_and_sound_take_little() -> None:
    assert megabytes(HD, video="copy") == megabytes(MUSIC, video="none") == 60


def test_the_engine_says_so() -> None:
    found = needs_of(ENGINE, request_of(HD, video="h264"))
    assert found.basis is Basis.PREDICTED
    assert found.memory_bytes > 400_000_000
    assert needs_of(object(), request_of(SourceInfo(SourceKind.NONE))).memory_bytes == 0
