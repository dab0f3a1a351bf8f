"""What a render must leave: told where it is certain, left open where it is not."""

from dataclasses import replace
from typing import Any

import pytest

from rendermanager.core.output import ExpectedOutput, Original, OutputKind
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.renderers.ffmpeg.expected import is_steady
from tests.renderers.rendering import ENGINE, FILM, MUSIC, request_of

SHOT = SourceInfo(
    SourceKind.SEQUENCE,
    container="image2",
    duration_s=2,
    frames=50,
    rate="25/1",
    width=641,
    height=480,
    video_codec="exr",
)


def expected(source: SourceInfo, **wish: Any) -> ExpectedOutput:
    wish.setdefault("read", "/a/x_%04d.exr" if source.kind is SourceKind.SEQUENCE else "/a/x.mov")
    [output] = ENGINE.outputs(request_of(source, **wish))
    return output


def test_a_film_keeps_duration_pictures_and_codecs() -> None:
    found = expected(FILM, output="/b/o.mp4")
    assert replace(found, about_bytes=0) == ExpectedOutput(
        written="/results/.attempt/o.mp4",
        final="/b/o.mp4",
        kind=OutputKind.VIDEO,
        duration_s=10,
        frames=240,
        video_codec="h264",
        audio_codec="aac",
        audio_streams=1,
        rate="24/1",
        original=Original("/a/x.mov"),
    )


@pytest.mark.parametrize(
    ("source", "steady"),
    [
        (FILM, True),
        (SHOT, True),
        (replace(FILM, rate="30000/1001", frames=300, duration_s=10.01), True),
        # Sound makes the file a little longer than its pictures.
        (replace(FILM, duration_s=10.03), True),
        # Phones: the average rate of a film of varying rate.
        (replace(FILM, rate="2987/100"), False),
        # An edit list hides a second.
        (replace(FILM, duration_s=9), False),
        (replace(FILM, container="avi"), True),
        # Worked out from the duration, and the rate may vary.
        (replace(FILM, container="matroska"), False),
        (replace(FILM, container="matroska", audio_streams=0), False),
        (replace(FILM, container="gif", audio_streams=0), False),
        (replace(FILM, rate=""), False),
        (replace(FILM, frames=0, duration_s=0), False),
        (replace(SHOT, frames=0), False),
        (MUSIC, False),
    ],
)
def test_only_steady_films_have_a_known_number_of_pictures(
    source: SourceInfo, steady: bool
) -> None:
    assert is_steady(source) is steady
    if source.kind is SourceKind.VIDEO:
        assert (expected(source, output="/b/o.mp4").frames > 0) is steady


@pytest.mark.parametrize(
    ("changes", "duration_s", "frames"),
    [
        ({"start": 4}, 6, 144),
        ({"end": 4}, 4, 96),
        ({"start": 4, "end": 5}, 1, 24),
        ({"start": 9, "end": 50}, 1, 24),
        ({"start": 50}, 0, 0),
        ({"fps": 12}, 10, 120),
        ({"fps": 24}, 10, 240),
        ({"fps": 30, "end": 1}, 1, 30),
    ],
)
def test_trimming_and_another_rate_change_what_is_expected(
    changes: dict[str, Any], duration_s: float, frames: int
) -> None:
    output = expected(FILM, **changes)
    assert (output.duration_s, output.frames) == (duration_s, frames)


@pytest.mark.parametrize(
    ("source", "wish", "duration_s"),
    [
        (FILM, {"preset": "wav", "output": "/b/o.wav"}, 0),
        (MUSIC, {"preset": "aac", "output": "/b/o.m4a"}, 10),
        (replace(MUSIC, container="mp3"), {"preset": "aac", "output": "/b/o.m4a"}, 0),
        (FILM, {"audio": "none"}, 10),
        (replace(FILM, frames=230), {"audio": "none"}, 0),
        (replace(FILM, audio_streams=0), {}, 10),
        (FILM, {"preset": "copy"}, 10),
        (FILM, {"preset": "copy", "start": 3}, 0),
        (replace(FILM, duration_s=6), {"preset": "copy"}, 0),
        (replace(FILM, duration_s=6, container="matroska"), {"preset": "copy"}, 6),
        (FILM, {"video": "none", "audio": "copy", "output": "/b/o.m4a"}, 0),
        (MUSIC, {"video": "none", "audio": "copy", "output": "/b/o.wav", "end": 4}, 4),
        (FILM, {"preset": "still-png", "output": "/b/o.png"}, 0),
        (SHOT, {"sequence_rate": 10}, 5),
    ],
)
def test_a_duration_is_expected_where_it_is_certain(
    source: SourceInfo, wish: dict[str, Any], duration_s: float
) -> None:
    assert expected(source, **wish).duration_s == duration_s


@pytest.mark.parametrize(
    ("source", "wish", "frames"),
    [
        (FILM, {"preset": "png-sequence", "output": "/b/%04d.png"}, 240),
        (SHOT, {"preset": "png-sequence", "output": "/b/%04d.png"}, 50),
        # A file too many or too few would be missed or not be there.
        (FILM, {"preset": "png-sequence", "output": "/b/%04d.png", "start": 1}, 0),
        (FILM, {"preset": "png-sequence", "output": "/b/%04d.png", "fps": 12}, 0),
        (FILM, {"preset": "still-png", "output": "/b/o.png"}, 1),
        (FILM, {"preset": "gif", "output": "/b/o.gif"}, 0),
        (FILM, {"preset": "copy"}, 0),
        (FILM, {"preset": "aac", "output": "/b/o.m4a"}, 0),
    ],
)
def test_pictures_are_counted_where_it_is_certain(
    source: SourceInfo, wish: dict[str, Any], frames: int
) -> None:
    assert expected(source, **wish).frames == frames


@pytest.mark.parametrize(
    ("source", "wish", "size"),
    [
        (FILM, {"width": 90, "height": 90, "fit": "crop"}, (90, 90)),
        (FILM, {"width": 90, "height": 90, "fit": "inside"}, (0, 0)),
        (FILM, {"width": 90}, (90, 0)),
        (FILM, {"height": 90}, (0, 90)),
        (FILM, {"height": 90, "fit": "shrink"}, (0, 0)),
        # A phone's film may lie on its side.
        (FILM, {"scale": 0.5}, (0, 0)),
        (FILM, {}, (0, 0)),
        (replace(FILM, rotation=0), {}, (1920, 1080)),
        (replace(FILM, rotation=90), {}, (1080, 1920)),
        (replace(FILM, rotation=180), {}, (1920, 1080)),
        (replace(FILM, rotation=270), {"scale": 0.5}, (540, 960)),
        (replace(FILM, rotation=270), {"scale": 0.33}, (356, 634)),
        (replace(FILM, rotation=45), {}, (0, 0)),
        (replace(FILM, container="avi", width=641, rotation=0), {}, (642, 1080)),
        (replace(FILM, container="avi", width=0), {}, (0, 0)),
        (SHOT, {}, (642, 480)),
        (SHOT, {"preset": "png-sequence", "output": "/b/%04d.png"}, (641, 480)),
        # A camera's picture may be turned by its tag.
        (replace(SHOT, video_codec="mjpeg"), {}, (0, 0)),
        (FILM, {"preset": "copy"}, (0, 0)),
    ],
)
def test_a_size_is_expected_where_it_is_certain(
    source: SourceInfo, wish: dict[str, Any], size: tuple[int, int]
) -> None:
    output = expected(source, **wish)
    assert (output.width, output.height) == size


@pytest.mark.parametrize(
    ("source", "wish", "video", "audio"),
    [
        (FILM, {"preset": "prores-hq", "output": "/b/o.mov"}, "prores", "pcm_s24le"),
        (FILM, {"preset": "h265", "output": "/b/o.mov"}, "hevc", "aac"),
        (FILM, {"preset": "vp9", "output": "/b/o.webm"}, "vp9", "opus"),
        (FILM, {"preset": "gif", "output": "/b/o.gif"}, "gif", "-"),
        (FILM, {"preset": "copy"}, "h264", "aac"),
        (replace(FILM, audio_codec="wmav2"), {"preset": "copy"}, "h264", "aac"),
        (FILM, {"preset": "copy", "audio": "copy"}, "h264", "aac"),
        (FILM, {"preset": "flac", "output": "/b/o.flac"}, "", "flac"),
        (FILM, {"audio": "none"}, "h264", "-"),
        (replace(FILM, audio_streams=0), {}, "h264", "-"),
    ],
)
def test_codecs_are_expected(
    source: SourceInfo, wish: dict[str, Any], video: str, audio: str
) -> None:
    output = expected(source, **wish)
    assert (output.video_codec, output.audio_codec) == (video, audio)


@pytest.mark.parametrize(
    ("source", "wish", "original"),
    [
        (FILM, {"start": 3}, Original("/a/x.mov", start_s=3)),
        (SHOT, {"sequence_rate": 10}, Original("/a/x_%04d.exr", rate="10/1")),
        (FILM, {"width": 90, "height": 160, "fit": "crop"}, Original("/a/x.mov", aspect=0.5625)),
        (FILM, {"preset": "copy"}, Original("/a/x.mov")),
        # A copy begins at the key picture before that.
        (FILM, {"preset": "copy", "start": 3}, None),
    ],
)
def test_a_result_is_held_against_its_source(
    source: SourceInfo, wish: dict[str, Any], original: Original | None
) -> None:
    assert expected(source, **wish).original == original


def test_bars_are_no_part_of_the_picture() -> None:
    turned = replace(FILM, rotation=90)
    wish = {"width": 1920, "height": 1080}
    assert expected(turned, **wish, fit="pad").aspect == 1080 / 1920
    assert expected(turned, **wish, fit="stretch").aspect == 0
    assert expected(FILM, **wish, fit="pad").aspect == 0


@pytest.mark.parametrize(
    ("source", "wish", "rate"),
    [
        (FILM, {}, "24/1"),
        (FILM, {"fps": 12}, "12/1"),
        (SHOT, {"sequence_rate": 10}, "10/1"),
        (replace(FILM, rate="2987/100"), {}, ""),
        (replace(FILM, rate="2987/100"), {"fps": 25}, "25/1"),
        (FILM, {"preset": "gif", "output": "/b/o.gif"}, ""),
        (FILM, {"preset": "copy"}, ""),
        (FILM, {"preset": "still-png", "output": "/b/o.png"}, ""),
    ],
)
def test_a_frame_rate_is_expected_where_it_is_certain(
    source: SourceInfo, wish: dict[str, Any], rate: str
) -> None:
    assert expected(source, **wish).rate == rate


def test_every_track_of_sound_is_expected() -> None:
    two = replace(FILM, audio_streams=2)
    assert expected(two).audio_streams == 2
    assert expected(two, preset="aac", output="/b/o.m4a").audio_streams == 1
    assert expected(two, preset="gif", output="/b/o.gif").audio_streams == 0


@pytest.mark.parametrize(
    ("wish", "low", "high"),
    [
        # 10 s of 640 × 480 at 24 pictures per second, with sound.
        ({}, 200_000, 2_000_000),
        ({"bitrate": "8M"}, 10_000_000, 10_500_000),
        ({"bitrate": "8M", "start": 5}, 5_000_000, 5_300_000),
        ({"crf": 14}, 450_000, 4_000_000),
        ({"video": "prores"}, 12_000_000, 40_000_000),
        ({"video": "png"}, 20_000_000, 250_000_000),
        ({"video": "png", "still": True}, 50_000, 1_000_000),
        ({"video": "none", "audio": "pcm16"}, 1_900_000, 2_000_000),
        ({"video": "none", "audio": "flac"}, 500_000, 1_900_000),
        ({"video": "copy"}, 0, 0),
    ],
)
def test_about_how_large_a_result_gets(wish: dict[str, Any], low: int, high: int) -> None:
    source = replace(FILM, width=640, height=480, sample_rate=48_000, channels=2, audio_streams=1)
    assert low <= expected(source, **wish).about_bytes <= high


def test_a_copy_needs_as_much_as_its_source() -> None:
    source = replace(FILM, size_bytes=1_000_000)
    assert expected(source, video="copy").about_bytes == 1_000_000
    assert expected(source, video="copy", end=source.duration_s / 2).about_bytes == 500_000


def test_double_the_width_is_four_times_the_room() -> None:
    small, large = expected(SHOT, width=320), expected(SHOT, width=640)
    assert large.about_bytes == pytest.approx(4 * small.about_bytes, rel=0.05)
