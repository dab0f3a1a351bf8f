"""What each codec and container is able to do, as tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rendermanager.renderers.ffmpeg.words import AudioCodec, VideoCodec


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoFacts:
    """What is to be known about a way to write pictures.

    Attributes:
        label: Shown to people.
        codec: ffmpeg's name of the codec in the finished file.
        encoders: Encoders that are chosen automatically, the best first.
        others: Encoders a person may ask for.
        containers: Where it may go, the default one first.
        plain: Pixel format for ordinary pictures.
        deep: Pixel format for pictures of more than 8 bits; empty when there is none.
        alpha: Pixel format that keeps transparency; empty when there is none.
        deep_alpha: The same for more than 8 bits.
        formats: Further pixel formats a person may ask for.
        profiles: Names of profiles; empty when there are none to choose.
        default_crf: Quality when nothing is set; None when it has no such scale.
        max_crf: The worst value of that scale.
        even: Whether both sides of the picture must be even.
        least: Smallest width and height in pixels.
        most: Longest side in pixels.
        still: Whether it is a format of pictures, one file each.
    """

    label: str
    codec: str
    encoders: tuple[str, ...]
    others: tuple[str, ...] = ()
    containers: tuple[str, ...]
    plain: str
    deep: str = ""
    alpha: str = ""
    deep_alpha: str = ""
    formats: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    default_crf: int | None = None
    max_crf: int = 0
    even: bool = False
    least: tuple[int, int] = (16, 16)
    most: int = 16384
    still: bool = False

    @property
    def all_formats(self) -> tuple[str, ...]:
        """Every pixel format a person may ask for, each once."""
        named = (self.plain, self.deep, self.alpha, self.deep_alpha, *self.formats)
        return tuple(dict.fromkeys(name for name in named if name))


VIDEO: Final[Mapping[VideoCodec, VideoFacts]] = {
    VideoCodec.H264: VideoFacts(
        label="H.264",
        codec="h264",
        encoders=("libx264",),
        others=("h264_nvenc", "h264_qsv", "h264_amf", "h264_videotoolbox"),
        containers=("mp4", "mov", "mkv", "m4v", "ts"),
        plain="yuv420p",
        formats=("yuv422p", "yuv444p", "yuv420p10le", "yuv422p10le", "yuv444p10le"),
        profiles=("baseline", "main", "high", "high10", "high422", "high444"),
        default_crf=20,
        max_crf=51,
        even=True,
    ),
    VideoCodec.H265: VideoFacts(
        label="H.265",
        codec="hevc",
        encoders=("libx265",),
        others=("hevc_nvenc", "hevc_qsv", "hevc_amf", "hevc_videotoolbox"),
        containers=("mp4", "mov", "mkv", "m4v", "ts"),
        plain="yuv420p",
        deep="yuv420p10le",
        formats=("yuv422p", "yuv444p", "yuv422p10le", "yuv444p10le"),
        profiles=("main", "main10", "main422-10", "main444-8", "main444-10"),
        default_crf=23,
        max_crf=51,
        even=True,
        least=(32, 32),
    ),
    VideoCodec.AV1: VideoFacts(
        label="AV1",
        codec="av1",
        encoders=("libsvtav1", "libaom-av1", "librav1e"),
        others=("av1_nvenc", "av1_qsv", "av1_amf"),
        containers=("mp4", "mkv", "webm"),
        plain="yuv420p",
        deep="yuv420p10le",
        default_crf=30,
        max_crf=63,
        even=True,
        least=(64, 64),
    ),
    VideoCodec.VP9: VideoFacts(
        label="VP9",
        codec="vp9",
        encoders=("libvpx-vp9",),
        containers=("webm", "mkv", "mp4"),
        plain="yuv420p",
        deep="yuv420p10le",
        alpha="yuva420p",
        deep_alpha="yuva420p",
        formats=("yuv422p", "yuv444p", "yuv422p10le", "yuv444p10le"),
        default_crf=31,
        max_crf=63,
        even=True,
    ),
    VideoCodec.PRORES: VideoFacts(
        label="ProRes",
        codec="prores",
        encoders=("prores_ks",),
        others=("prores_videotoolbox",),
        containers=("mov", "mkv"),
        plain="yuv422p10le",
        deep="yuv422p10le",
        formats=("yuv444p10le", "yuva444p10le"),
        profiles=("hq", "proxy", "lt", "standard", "4444", "4444xq"),
        even=True,
    ),
    VideoCodec.DNXHR: VideoFacts(
        label="DNxHR",
        codec="dnxhd",
        encoders=("dnxhd",),
        containers=("mov", "mxf", "mkv"),
        plain="yuv422p",
        deep="yuv422p",
        formats=("yuv422p10le", "yuv444p10le"),
        profiles=("hq", "lb", "sq", "hqx", "444"),
        even=True,
        least=(256, 120),
    ),
    VideoCodec.GIF: VideoFacts(
        label="GIF",
        codec="gif",
        encoders=("gif",),
        containers=("gif",),
        plain="pal8",
        alpha="pal8",
        deep_alpha="pal8",
        least=(1, 1),
        most=65535,
    ),
    VideoCodec.PNG: VideoFacts(
        label="PNG",
        codec="png",
        encoders=("png",),
        containers=("png",),
        plain="rgb24",
        deep="rgb48be",
        alpha="rgba",
        deep_alpha="rgba64be",
        formats=("gray", "gray16be"),
        least=(1, 1),
        most=65535,
        still=True,
    ),
    VideoCodec.JPEG: VideoFacts(
        label="JPEG",
        codec="mjpeg",
        encoders=("mjpeg",),
        containers=("jpg",),
        plain="yuvj420p",
        formats=("yuvj422p", "yuvj444p"),
        least=(1, 1),
        most=65500,
        still=True,
    ),
    VideoCodec.WEBP: VideoFacts(
        label="WebP",
        codec="webp",
        encoders=("libwebp",),
        containers=("webp",),
        # WebP has a matrix of its own: given RGB, libwebp converts by the right one.
        plain="bgra",
        alpha="bgra",
        deep_alpha="bgra",
        formats=("yuv420p", "yuva420p"),
        least=(1, 1),
        most=16383,
        still=True,
    ),
    VideoCodec.TIFF: VideoFacts(
        label="TIFF",
        codec="tiff",
        encoders=("tiff",),
        containers=("tif",),
        plain="rgb24",
        deep="rgb48le",
        alpha="rgba",
        deep_alpha="rgba64le",
        formats=("gray", "gray16le"),
        least=(1, 1),
        most=65535,
        still=True,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioFacts:
    """What is to be known about a way to write sound.

    Attributes:
        label: Shown to people.
        codec: ffmpeg's name of the codec in the finished file.
        encoder: ffmpeg's encoder.
        bits_per_second: Bit rate when nothing is set; 0 for codecs that have none.
        container: Where sound alone goes.
    """

    label: str
    codec: str
    encoder: str
    bits_per_second: int = 0
    container: str


AUDIO: Final[Mapping[AudioCodec, AudioFacts]] = {
    AudioCodec.AAC: AudioFacts(
        label="AAC", codec="aac", encoder="aac", bits_per_second=192_000, container="m4a"
    ),
    AudioCodec.OPUS: AudioFacts(
        label="Opus", codec="opus", encoder="libopus", bits_per_second=128_000, container="opus"
    ),
    AudioCodec.MP3: AudioFacts(
        label="MP3", codec="mp3", encoder="libmp3lame", bits_per_second=256_000, container="mp3"
    ),
    AudioCodec.FLAC: AudioFacts(label="FLAC", codec="flac", encoder="flac", container="flac"),
    AudioCodec.PCM16: AudioFacts(
        label="16-bit PCM", codec="pcm_s16le", encoder="pcm_s16le", container="wav"
    ),
    AudioCodec.PCM24: AudioFacts(
        label="24-bit PCM", codec="pcm_s24le", encoder="pcm_s24le", container="wav"
    ),
}
