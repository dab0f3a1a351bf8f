"""The words a person chooses from in the settings of a render."""

from enum import StrEnum
from typing import Final


class VideoCodec(StrEnum):
    """How pictures are written."""

    H264 = "h264"
    """H.264: plays everywhere."""
    H265 = "h265"
    """H.265 (HEVC): half the size of H.264, on newer devices."""
    AV1 = "av1"
    """AV1: smallest files, slow to make."""
    VP9 = "vp9"
    """VP9: for web pages, with transparency where the source has it."""
    PRORES = "prores"
    """Apple ProRes: for editing."""
    DNXHR = "dnxhr"
    """Avid DNxHR: for editing."""
    GIF = "gif"
    """Animated GIF with a palette of its own."""
    PNG = "png"
    """PNG pictures: lossless, with transparency."""
    JPEG = "jpeg"
    """JPEG pictures."""
    WEBP = "webp"
    """WebP pictures, with transparency."""
    TIFF = "tiff"
    """TIFF pictures: lossless, with transparency."""
    COPY = "copy"
    """The source's pictures as they are, without a new encode."""
    NONE = "none"
    """No pictures: sound alone."""

    @classmethod
    def _missing_(cls, value: object) -> "VideoCodec | None":
        return _VIDEO_ALIASES.get(str(value).lower())


class AudioCodec(StrEnum):
    """How sound is written."""

    AUTO = "auto"
    """What suits the container."""
    AAC = "aac"
    """AAC: plays everywhere."""
    OPUS = "opus"
    """Opus: best at low bit rates."""
    MP3 = "mp3"
    """MP3: for old players."""
    FLAC = "flac"
    """FLAC: lossless and compressed."""
    PCM16 = "pcm16"
    """Uncompressed, 16 bit."""
    PCM24 = "pcm24"
    """Uncompressed, 24 bit."""
    COPY = "copy"
    """The source's sound as it is."""
    NONE = "none"
    """No sound."""

    @classmethod
    def _missing_(cls, value: object) -> "AudioCodec | None":
        return _AUDIO_ALIASES.get(str(value).lower())


_VIDEO_ALIASES: Final = {
    **dict.fromkeys(("avc", "x264", "libx264", "h.264"), VideoCodec.H264),
    **dict.fromkeys(("hevc", "x265", "libx265", "h.265"), VideoCodec.H265),
    **dict.fromkeys(("dnxhd", "dnx"), VideoCodec.DNXHR),
    "prores_ks": VideoCodec.PRORES,
    "libvpx-vp9": VideoCodec.VP9,
    "jpg": VideoCodec.JPEG,
    "mjpeg": VideoCodec.JPEG,
    "tif": VideoCodec.TIFF,
}
_AUDIO_ALIASES: Final = {
    "pcm": AudioCodec.PCM16,
    "wav": AudioCodec.PCM16,
    "pcm_s16le": AudioCodec.PCM16,
    "pcm_s24le": AudioCodec.PCM24,
    "libopus": AudioCodec.OPUS,
    "libmp3lame": AudioCodec.MP3,
}


class Speed(StrEnum):
    """How much time an encoder takes to make files small; slower ones are smaller."""

    ULTRAFAST = "ultrafast"
    """Largest files; for tests."""
    SUPERFAST = "superfast"
    """Very large files."""
    VERYFAST = "veryfast"
    """Large files."""
    FASTER = "faster"
    """Somewhat large files."""
    FAST = "fast"
    """A little faster than usual."""
    MEDIUM = "medium"
    """The usual balance."""
    SLOW = "slow"
    """A little smaller than usual."""
    SLOWER = "slower"
    """Small files."""
    VERYSLOW = "veryslow"
    """Smallest files, very slow."""


class Fit(StrEnum):
    """How a picture of another shape goes into `width` by `height`."""

    INSIDE = "inside"
    """As large as fits, shape kept."""
    SHRINK = "shrink"
    """As `INSIDE`, but never enlarged."""
    PAD = "pad"
    """Exactly this size, shape kept, with bars."""
    CROP = "crop"
    """Exactly this size, shape kept, edges cut off."""
    STRETCH = "stretch"
    """Exactly this size, distorted."""
