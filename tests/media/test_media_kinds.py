from pathlib import Path

import pytest

from rendermanager.core.source import SourceKind
from rendermanager.media.kinds import (
    AUDIO_EXTENSIONS,
    DEMUXERS,
    IMAGE_EXTENSIONS,
    VIDEO_EXTENSIONS,
    format_whitelist,
    is_media,
    kind_of,
)
from tests.media.samples import Samples, run_ffmpeg

FOLLOWERS = {
    "concat",
    "hls",
    "dash",
    "imf",
    "lavfi",
    "sdp",
    "rtsp",
    "rtp",
    "avisynth",
    "image2pipe",
}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("clip.mp4", SourceKind.VIDEO),
        ("CLIP.MOV", SourceKind.VIDEO),
        ("-out.mkv", SourceKind.VIDEO),
        ("song.Mp3", SourceKind.AUDIO),
        ("frame.0001.EXR", SourceKind.IMAGE),
        ("notes.txt", None),
        ("scene.blend", None),
        ("list.m3u8", None),
        (".mp4", None),
        ("", None),
    ],
)
def test_a_name_tells_what_a_file_holds(name: str, kind: SourceKind | None) -> None:
    assert kind_of(Path(name)) is kind
    assert is_media(Path(name)) is (kind is not None)


def test_no_extension_means_two_things() -> None:
    sets = (VIDEO_EXTENSIONS, AUDIO_EXTENSIONS, IMAGE_EXTENSIONS)
    assert sum(map(len, sets)) == len(frozenset().union(*sets))
    assert all(name == name.lower() and name.startswith(".") for name in frozenset().union(*sets))


@pytest.mark.parametrize("kind", DEMUXERS)
def test_no_reader_that_follows_other_files_is_allowed(kind: SourceKind) -> None:
    assert not FOLLOWERS & set(DEMUXERS[kind])


def test_ffmpeg_reads_a_clip_under_the_whitelist_but_no_list(
    samples: Samples, tmp_path: Path
) -> None:
    clip = samples["clip.mp4"]
    trap = tmp_path / "trap.mp4"
    trap.write_text(f"ffconcat version 1.0\nfile {clip}\n")
    allowed = ["-format_whitelist", format_whitelist(SourceKind.VIDEO)]
    assert run_ffmpeg("-safe", "0", "-i", trap, "-f", "null", "-").returncode == 0
    assert run_ffmpeg(*allowed, "-i", clip, "-f", "null", "-").returncode == 0
    refused = run_ffmpeg(*allowed, "-i", trap, "-f", "null", "-")
    assert refused.returncode != 0
    assert b"whitelist" in refused.stderr
