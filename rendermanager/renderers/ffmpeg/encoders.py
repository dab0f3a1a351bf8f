"""The options of each encoder."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from rendermanager.renderers.api import EngineVersion
from rendermanager.renderers.ffmpeg import values
from rendermanager.renderers.ffmpeg.codecs import AUDIO, VIDEO
from rendermanager.renderers.ffmpeg.plan import Plan
from rendermanager.renderers.ffmpeg.settings import FfmpegSettings
from rendermanager.renderers.ffmpeg.words import AudioCodec, Speed, VideoCodec

Options = list[str]

_SPEEDS: Final = tuple(Speed)
_SVT: Final = (12, 11, 10, 9, 8, 6, 5, 4, 3)
_AOM: Final = (8, 8, 7, 6, 5, 4, 3, 2, 1)
_RAV1E: Final = (10, 9, 8, 7, 6, 6, 5, 4, 3)
_VPX: Final = (8, 6, 5, 4, 3, 2, 1, 1, 0)
_NVENC: Final = ("p1", "p1", "p2", "p3", "p4", "p4", "p5", "p6", "p7")
_QSV: Final = (*("veryfast",) * 3, "faster", "fast", "medium", "slow", "slower", "veryslow")
_AMF: Final = (*("speed",) * 4, *("balanced",) * 2, *("quality",) * 3)
_JPEG_WORST: Final = 31
_JPEG_QUALITY: Final = 92
_WEBP_QUALITY: Final = 90
_LOSSLESS: Final = 100


def pick(settings: FfmpegSettings, version: EngineVersion) -> str:
    """The encoder of this build that writes the pictures; empty when it has none.

    A build whose encoders are not known is taken to have the usual one.
    """
    facts = VIDEO[settings.video]
    wanted = (settings.encoder,) if settings.encoder else facts.encoders
    if not version.features:
        return wanted[0]
    return next((name for name in wanted if name in version.features), "")


def without_hardware(settings: FfmpegSettings) -> FfmpegSettings:
    """The same settings for an encoder that needs no graphics card."""
    if settings.encoder.rpartition("_")[2] in _HARDWARE:
        return replace(settings, encoder="")
    return settings


def video_options(encoder: str, settings: FfmpegSettings, plan: Plan, threads: int = 0) -> Options:
    """From ``-c:v`` on: quality, speed and profile; with as many threads, where that is said."""
    special = _SPECIAL.get(encoder) or _HARDWARE.get(encoder.rpartition("_")[2]) or _nothing
    options = special(settings, plan)
    if threads and encoder == "libx265":
        # Its pool of threads is its own: ffmpeg's number only says how many frames go at once.
        options[-1] += f":pools={threads}"
    limit = ["-threads", str(threads)] if threads else []
    return ["-c:v", encoder, *options, *limit, *_tag(settings, plan)]


def audio_options(settings: FfmpegSettings, plan: Plan) -> Options:
    """From ``-c:a`` on."""
    if plan.audio is AudioCodec.COPY:
        return ["-c:a", "copy"]
    facts = AUDIO[plan.audio]
    options = ["-c:a", facts.encoder]
    bits = values.bits_per_second(settings.audio_bitrate) or facts.bits_per_second
    if facts.bits_per_second:
        options += ["-b:a", str(bits)]
    if plan.audio is AudioCodec.OPUS:
        # libopus refuses the side layouts that most films use for surround sound.
        options += ["-af", "aformat=channel_layouts=mono|stereo|3.0|quad|5.0|5.1|6.1|7.1"]
    if plan.container.name == "mxf":
        options += ["-ar", "48000"]
    return options


def _quality(settings: FfmpegSettings, flag: str = "-crf") -> Options:
    """Bit rate where one is set, else constant quality."""
    bits = values.bits_per_second(settings.bitrate)
    if bits:
        return ["-b:v", str(bits)]
    default = VIDEO[settings.video].default_crf
    return [flag, str(default if settings.crf is None else settings.crf)]


def _at(scale: tuple[int, ...] | tuple[str, ...], settings: FfmpegSettings) -> str:
    return str(scale[_SPEEDS.index(settings.speed)])


def _profile(settings: FfmpegSettings) -> Options:
    return ["-profile:v", settings.profile] if settings.profile else []


def _tag(settings: FfmpegSettings, plan: Plan) -> Options:
    # Without this tag Apple's players do not take an H.265 film for one.
    hevc = settings.video is VideoCodec.H265 and plan.container.name in ("mp4", "m4v", "mov")
    return ["-tag:v", "hvc1"] if hevc else []


def _x264(settings: FfmpegSettings, _: Plan) -> Options:
    return ["-preset", settings.speed.value, *_quality(settings), *_profile(settings)]


def _x265(settings: FfmpegSettings, plan: Plan) -> Options:
    # x265 prints past ffmpeg's own log levels.
    return [*_x264(settings, plan), "-x265-params", "log-level=error"]


def _svt(settings: FfmpegSettings, _: Plan) -> Options:
    return ["-preset", _at(_SVT, settings), *_quality(settings)]


def _aom(settings: FfmpegSettings, _: Plan) -> Options:
    free = [] if settings.bitrate else ["-b:v", "0"]
    speed = ["-cpu-used", _at(_AOM, settings), "-row-mt", "1"]
    return [*_quality(settings), *free, *speed]


def _rav1e(settings: FfmpegSettings, _: Plan) -> Options:
    if settings.bitrate:
        return [*_quality(settings), "-speed", _at(_RAV1E, settings)]
    crf = VIDEO[VideoCodec.AV1].default_crf if settings.crf is None else settings.crf
    return ["-qp", str((crf or 0) * 255 // 63), "-speed", _at(_RAV1E, settings)]


def _vpx(settings: FfmpegSettings, _: Plan) -> Options:
    free = [] if settings.bitrate else ["-b:v", "0"]
    way = "realtime" if settings.speed is Speed.ULTRAFAST else "good"
    speed = ["-deadline", way, "-cpu-used", _at(_VPX, settings), "-row-mt", "1"]
    return [*_quality(settings), *free, *speed]


def _prores(_: FfmpegSettings, plan: Plan) -> Options:
    alpha = ["-alpha_bits", "16"] if plan.pixel_format.startswith("yuva") else []
    return ["-profile:v", plan.profile, "-vendor", "apl0", *alpha]


def _dnxhr(_: FfmpegSettings, plan: Plan) -> Options:
    return ["-profile:v", f"dnxhr_{plan.profile}"]


def _jpeg(settings: FfmpegSettings, _: Plan) -> Options:
    percent = settings.quality or _JPEG_QUALITY
    scale = 1 + (100 - percent) * (_JPEG_WORST - 1) // 99
    return ["-qmin", "1", "-q:v", str(scale)]


def _webp(settings: FfmpegSettings, _: Plan) -> Options:
    percent = settings.quality or _WEBP_QUALITY
    return ["-lossless", "1"] if percent == _LOSSLESS else ["-quality", str(percent)]


def _tiff(_: FfmpegSettings, __: Plan) -> Options:
    return ["-compression_algo", "lzw"]


def _nothing(_: FfmpegSettings, __: Plan) -> Options:
    return []


def _nvenc(settings: FfmpegSettings, _: Plan) -> Options:
    free = [] if settings.bitrate else ["-b:v", "0"]
    speed = ["-preset", _at(_NVENC, settings), "-rc", "vbr"]
    return [*speed, *_quality(settings, "-cq"), *free, *_profile(settings)]


def _qsv(settings: FfmpegSettings, _: Plan) -> Options:
    speed = ["-preset", _at(_QSV, settings)]
    return [*speed, *_quality(settings, "-global_quality"), *_profile(settings)]


def _amf(settings: FfmpegSettings, _: Plan) -> Options:
    quality = _quality(settings, "-qp_i")
    constant = [] if settings.bitrate else ["-rc", "cqp", "-qp_p", quality[1]]
    return ["-quality", _at(_AMF, settings), *constant, *quality]


def _videotoolbox(settings: FfmpegSettings, plan: Plan) -> Options:
    if plan.profile:
        return ["-profile:v", plan.profile]
    if settings.bitrate:
        return _quality(settings)
    facts = VIDEO[settings.video]
    crf = facts.default_crf if settings.crf is None else settings.crf
    # Apple's scale runs the other way, from 1 to 100.
    return ["-q:v", str(max(1, 100 - round(100 * (crf or 0) / (facts.max_crf or 1))))]


_SPECIAL: Final[Mapping[str, Callable[[FfmpegSettings, Plan], Options]]] = {
    "libx264": _x264,
    "libx265": _x265,
    "libsvtav1": _svt,
    "libaom-av1": _aom,
    "librav1e": _rav1e,
    "libvpx-vp9": _vpx,
    "prores_ks": _prores,
    "dnxhd": _dnxhr,
    "mjpeg": _jpeg,
    "libwebp": _webp,
    "tiff": _tiff,
}
_HARDWARE: Final[Mapping[str, Callable[[FfmpegSettings, Plan], Options]]] = {
    "nvenc": _nvenc,
    "qsv": _qsv,
    "amf": _amf,
    "videotoolbox": _videotoolbox,
}
