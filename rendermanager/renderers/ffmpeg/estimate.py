"""About how large an ffmpeg render gets: exact where a rate is set, else on the low side."""

from fractions import Fraction
from typing import Final

from rendermanager.core.output import OutputKind
from rendermanager.core.source import SourceInfo
from rendermanager.renderers.ffmpeg import values
from rendermanager.renderers.ffmpeg.codecs import AUDIO
from rendermanager.renderers.ffmpeg.plan import Plan, is_deep
from rendermanager.renderers.ffmpeg.settings import FfmpegSettings
from rendermanager.renderers.ffmpeg.words import AudioCodec, VideoCodec

_BITS_PER_PIXEL: Final = {
    VideoCodec.H264: 0.08,
    VideoCodec.H265: 0.04,
    VideoCodec.AV1: 0.03,
    VideoCodec.VP9: 0.04,
    VideoCodec.GIF: 0.5,
    VideoCodec.PNG: 4.0,
    VideoCodec.JPEG: 0.4,
    VideoCodec.WEBP: 0.2,
    VideoCodec.TIFF: 12.0,
}
"""Of calm material at the usual quality: a job must not wait for room that it would not use."""
_BITS_OF_PROFILE: Final = {
    (VideoCodec.PRORES, "proxy"): 0.7,
    (VideoCodec.PRORES, "lt"): 1.6,
    (VideoCodec.PRORES, "standard"): 2.3,
    (VideoCodec.PRORES, "hq"): 3.5,
    (VideoCodec.PRORES, "4444"): 5.3,
    (VideoCodec.PRORES, "4444xq"): 8.0,
    (VideoCodec.DNXHR, "lb"): 0.7,
    (VideoCodec.DNXHR, "sq"): 2.3,
    (VideoCodec.DNXHR, "hq"): 3.5,
    (VideoCodec.DNXHR, "hqx"): 3.5,
    (VideoCodec.DNXHR, "444"): 7.0,
}
"""Bits per pixel; their makers give them as rates at 1920 × 1080."""
_DEEP_FACTOR: Final = 2.0
_CALM: Final = 0.5
"""ProRes stays below its rate where there is little to see; DNxHR keeps it."""
_CRF_HALVES: Final = 6
"""So many steps of crf halve a file."""
_FLAC: Final = 0.5


def about_bytes(
    settings: FfmpegSettings, source: SourceInfo, plan: Plan, size: tuple[int, int]
) -> int:
    """Bytes of the whole result; 0 when nothing can be said.

    Args:
        settings: As a person set them.
        source: What was found inside the source.
        plan: What the render will do.
        size: Width and height of the result, as far as they are certain.
    """
    seconds = _seconds(source, plan)
    if plan.facts is None and plan.has_pictures:
        whole = source.duration_s
        return int(source.size_bytes * min(1.0, seconds / whole)) if whole > 0 else 0
    bits = _picture_bits(settings, source, plan, seconds, size) if plan.has_pictures else 0.0
    return int((bits + seconds * _sound_rate(settings, source, plan)) / 8)


def _seconds(source: SourceInfo, plan: Plan) -> float:
    whole = float(source.frames / plan.read_rate) if plan.read_rate else source.duration_s
    rest = max(0.0, whole - plan.start_s)
    return min(rest, plan.length_s) if plan.length_s else rest


def _picture_bits(
    settings: FfmpegSettings,
    source: SourceInfo,
    plan: Plan,
    seconds: float,
    size: tuple[int, int],
) -> float:
    if rate := values.bits_per_second(settings.bitrate):
        return seconds * rate
    width, height = size if all(size) else likely_size(settings, source)
    frames = 1.0
    if plan.kind is not OutputKind.IMAGE:
        frames = seconds * float(plan.rate or plan.read_rate or source.fps or Fraction(0))
    return frames * width * height * _per_pixel(settings, plan)


def likely_size(settings: FfmpegSettings, source: SourceInfo) -> tuple[float, float]:
    """The size where it is not certain; a side that follows the other keeps the shape."""
    if settings.width and settings.height:
        return (settings.width, settings.height)
    if not source.width or not source.height:
        return (0, 0)
    factor = settings.scale
    if settings.width or settings.height:
        factor = max(settings.width / source.width, settings.height / source.height)
    return (source.width * factor, source.height * factor)


def _per_pixel(settings: FfmpegSettings, plan: Plan) -> float:
    fixed = _BITS_OF_PROFILE.get((settings.video, plan.profile))
    if fixed is not None:
        return fixed * (_CALM if settings.video is VideoCodec.PRORES else 1.0)
    bits = _BITS_PER_PIXEL.get(settings.video, 0.0)
    if plan.facts is not None and plan.facts.default_crf is not None and settings.crf is not None:
        bits *= float(2.0 ** ((plan.facts.default_crf - settings.crf) / _CRF_HALVES))
    is_still = plan.facts is not None and plan.facts.still
    return bits * _DEEP_FACTOR if is_still and is_deep(plan.pixel_format) else bits


def _sound_rate(settings: FfmpegSettings, source: SourceInfo, plan: Plan) -> float:
    """Bits per second of the sound."""
    if plan.audio not in AUDIO:
        return 0.0  # none, or a copy whose rate nobody has measured
    plain = source.sample_rate * source.channels
    if plan.audio is AudioCodec.PCM16:
        return plain * 16
    if plan.audio is AudioCodec.PCM24:
        return plain * 24
    if plan.audio is AudioCodec.FLAC:
        return plain * 16 * _FLAC
    return values.bits_per_second(settings.audio_bitrate) or AUDIO[plan.audio].bits_per_second
