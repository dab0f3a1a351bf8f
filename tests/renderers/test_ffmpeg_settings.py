"""Settings that contradict themselves are refused with a sentence that helps."""

from typing import Any

import pytest

from rendermanager.core.errors import BadInput
from rendermanager.renderers.ffmpeg.presets import PRESETS
from rendermanager.renderers.ffmpeg.settings import FfmpegSettings
from rendermanager.renderers.ffmpeg.words import AudioCodec, Fit, VideoCodec
from rendermanager.renderers.settings import read_settings


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_every_preset_is_sound(preset: Any) -> None:
    assert read_settings(FfmpegSettings, preset.settings).check() == []


def test_names_and_aliases_of_presets_are_unique() -> None:
    words = [word for each in PRESETS for word in (each.name, *each.aliases)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("word", "codec"),
    [("hevc", VideoCodec.H265), ("x264", VideoCodec.H264), ("JPG", VideoCodec.JPEG)],
)
def test_other_names_of_codecs_are_understood(word: str, codec: VideoCodec) -> None:
    assert VideoCodec(word) is codec
    assert AudioCodec("pcm") is AudioCodec.PCM16


def test_texts_of_the_command_line_become_values() -> None:
    texts = {"crf": "18", "width": "1920", "fit": "pad", "height": "1080", "start": "1:30"}
    settings = read_settings(FfmpegSettings, texts)
    assert (settings.crf, settings.width, settings.fit) == (18, 1920, Fit.PAD)
    assert settings.start == "1:30"


REFUSED: list[tuple[dict[str, object], str, str]] = [
    ({"video": "h266"}, "settings.video", "h265"),
    ({"video": "none", "audio": "none"}, "settings.video", "Neither pictures nor sound"),
    ({"still": True}, "settings.still", "png, jpeg, webp or tiff"),
    ({"still": True, "video": "copy"}, "settings.still", "copy"),
    ({"video": "png", "audio": "aac"}, "settings.audio", "carry no sound"),
    ({"video": "gif", "audio": "aac"}, "settings.audio", "carry no sound"),
    ({"video": "copy", "width": 100}, "settings.video", "copied and changed"),
    ({"video": "copy", "fps": 25}, "settings.video", "copied and changed"),
    ({"video": "copy", "scale": 0.5}, "settings.video", "copied and changed"),
    ({"container": "mp5"}, "settings.container", "mp4"),
    ({"container": "webm"}, "settings.container", "cannot hold H.264"),
    ({"video": "none", "audio": "opus", "container": "wav"}, "settings.container", "Opus alone"),
    ({"video": "none", "audio": "copy", "container": "gif"}, "settings.container", "sound alone"),
    ({"video": "copy", "container": "wav"}, "settings.container", "copied pictures"),
    (
        {"video": "vp9", "audio": "aac", "container": "webm"},
        "settings.container",
        "cannot hold VP9 with AAC",
    ),
    ({"crf": 52}, "settings.crf", "At most 51"),
    ({"crf": 64}, "settings.crf", "63"),
    ({"video": "prores", "crf": 20}, "settings.crf", "no quality scale"),
    ({"quality": 90}, "settings.quality", "JPEG and WebP"),
    ({"video": "jpeg", "quality": 101}, "settings.quality", "100"),
    ({"bitrate": "8M", "crf": 20}, "settings.bitrate", "cannot both hold"),
    ({"bitrate": "8MB"}, "settings.bitrate", "8M or 192k"),
    ({"video": "prores", "bitrate": "8M"}, "settings.bitrate", "takes no bit rate"),
    ({"audio": "flac", "audio_bitrate": "192k"}, "settings.audio_bitrate", "lossless"),
    ({"audio_bitrate": "loud"}, "settings.audio_bitrate", "is not a bit rate"),
    ({"profile": "hq"}, "settings.profile", "high"),
    ({"video": "gif", "profile": "hq"}, "settings.profile", "takes no profile"),
    ({"video": "prores", "pixel_format": "rgb24"}, "settings.pixel_format", "rgb24"),
    ({"video": "copy", "encoder": "libx264"}, "settings.encoder", "takes no encoder"),
    ({"encoder": "libx265"}, "settings.encoder", "libx264"),
    (
        {"video": "prores", "pixel_format": "yuva444p10le"},
        "settings.profile",
        "Set profile to 4444",
    ),
    ({"width": 100, "scale": 2.0}, "settings.scale", "together with width"),
    ({"fit": "pad", "width": 100}, "settings.fit", "both width and height"),
    ({"width": 101}, "settings.width", "Take 100 or 102"),
    ({"height": 8}, "settings.height", "at least 16"),
    ({"width": 20000}, "settings.width", "at most 16384"),
    ({"width": -4}, "settings.width", "0"),
    ({"video": "dnxhr", "width": 200}, "settings.width", "at least 256"),
    ({"start": "later"}, "settings.start", "is not a time"),
    ({"start": "1:00", "end": 30}, "settings.end", "after the start"),
    ({"fps": "1/0"}, "settings.fps", "is not a frame rate"),
    ({"sequence_rate": 0}, "settings.sequence_rate", "above 0"),
    ({"sequence_rate": "x"}, "settings.sequence_rate", "is not a frame rate"),
    ({"first_frame": -1}, "settings.first_frame", "0"),
    ({"colour": "red"}, "settings.colour", "There is no setting"),
]


@pytest.mark.parametrize(("values", "field", "words"), REFUSED, ids=lambda value: str(value)[:60])
def test_contradictions_are_refused(values: dict[str, object], field: str, words: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_settings(FfmpegSettings, values)
    found = [each for each in caught.value.problems if each.field == field]
    assert found
    assert words in f"{found[0].message} {found[0].hint}"
    assert found[0].blocks


def test_all_contradictions_are_named_at_once() -> None:
    with pytest.raises(BadInput) as caught:
        read_settings(FfmpegSettings, {"crf": 52, "width": 101, "start": "x", "profile": "y"})
    assert {each.field for each in caught.value.problems} == {
        *("settings.crf", "settings.width", "settings.start", "settings.profile"),
    }
