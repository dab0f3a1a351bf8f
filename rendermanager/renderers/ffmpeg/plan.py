"""What a render will do, worked out from its settings and its source before it starts."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

from rendermanager.core.output import OutputKind
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.renderers.ffmpeg import containers, values
from rendermanager.renderers.ffmpeg.codecs import VIDEO, VideoFacts
from rendermanager.renderers.ffmpeg.containers import Container
from rendermanager.renderers.ffmpeg.settings import FfmpegSettings
from rendermanager.renderers.ffmpeg.words import AudioCodec, VideoCodec

_ALPHA_PROFILES: Final = frozenset({"4444", "4444xq"})
_DEEP: Final = ("9le", "9be", "10le", "10be", "12le", "12be", "14le", "14be", "16le", "16be")
_DEEP_PACKED: Final = ("48le", "48be", "64le", "64be", "f32le", "f32be", "f16le", "f16be")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The decisions behind one ffmpeg call.

    Attributes:
        kind: What comes out.
        container: Kind of file.
        facts: How pictures are written; None when they are copied or left out.
        audio: How sound is written: a codec, COPY or NONE, never AUTO.
        pixel_format: Of the result; empty when pictures are copied or left out.
        profile: Of the codec; empty for its own choice.
        start_s: Seconds of the source that are left out at its start.
        length_s: Seconds of the source that are used; 0 means to its end.
        read_rate: Frames per second an image sequence is read with; None for other sources.
        rate: Frames per second that are asked for; None leaves them.
    """

    kind: OutputKind
    container: Container
    facts: VideoFacts | None
    audio: AudioCodec
    pixel_format: str = ""
    profile: str = ""
    start_s: float = 0.0
    length_s: float = 0.0
    read_rate: Fraction | None = None
    rate: Fraction | None = None

    @property
    def has_pictures(self) -> bool:
        """Whether pictures are written, new or copied."""
        return self.kind is not OutputKind.AUDIO

    @property
    def is_trimmed(self) -> bool:
        """Whether parts of the source are left out."""
        return self.start_s > 0 or self.length_s > 0


def make_plan(settings: FfmpegSettings, source: SourceInfo, read: Path, output: Path) -> Plan:
    """Work out what a render will do. The settings have passed their own check.

    Args:
        settings: As a person set them.
        source: What was found inside the source.
        read: Path of the source.
        output: Path of the result, whose extension may choose the container.
    """
    container = choose_container(settings, read, output)
    facts = VIDEO.get(settings.video)
    start, end = values.seconds(settings.start), values.seconds(settings.end)
    profile = _profile(settings, source)
    return Plan(
        kind=_kind(settings, facts),
        container=container,
        facts=facts,
        audio=_audio(settings, source, container),
        pixel_format=_pixel_format(settings, source, profile) if facts else "",
        profile=profile,
        start_s=start,
        length_s=max(0.0, end - start) if end else 0.0,
        read_rate=_read_rate(settings, source),
        rate=values.rate(settings.fps),
    )


def choose_container(settings: FfmpegSettings, read: Path, output: Path) -> Container:
    """The container: as set, else by the output's extension where that fits, else the usual."""
    named = containers.by_name(settings.container)
    if named is not None:
        return named
    by_suffix = containers.by_name(output.suffix)
    if by_suffix and by_suffix.name in containers.choices(settings.video, settings.audio):
        return by_suffix
    return containers.CONTAINERS[containers.usual(settings.video, settings.audio, read)]


def _kind(settings: FfmpegSettings, facts: VideoFacts | None) -> OutputKind:
    if settings.video is VideoCodec.NONE:
        return OutputKind.AUDIO
    if facts is not None and facts.still:
        return OutputKind.IMAGE if settings.still else OutputKind.SEQUENCE
    return OutputKind.VIDEO


def _audio(settings: FfmpegSettings, source: SourceInfo, container: Container) -> AudioCodec:
    if not (source.audio_streams or settings.sound) or container.audio == frozenset():
        return AudioCodec.NONE
    if settings.audio is not AudioCodec.AUTO:
        return settings.audio
    if settings.video is VideoCodec.COPY and containers.holds_copy(
        container.audio, source.audio_codec
    ):
        return AudioCodec.COPY
    return containers.automatic_sound(container, settings.video)


def _profile(settings: FfmpegSettings, source: SourceInfo) -> str:
    """The profile as set; ProRes and DNxHR always have one."""
    if settings.profile or settings.video not in (VideoCodec.PRORES, VideoCodec.DNXHR):
        return settings.profile
    if settings.video is VideoCodec.DNXHR and is_deep(source.pixel_format):
        return "hqx"
    return "hq"


def _pixel_format(settings: FfmpegSettings, source: SourceInfo, profile: str) -> str:
    if settings.pixel_format:
        return settings.pixel_format
    facts = VIDEO[settings.video]
    if settings.video is VideoCodec.PRORES and profile in _ALPHA_PROFILES:
        return "yuva444p10le" if source.has_alpha else "yuv444p10le"
    if settings.video is VideoCodec.DNXHR and profile in ("hqx", "444"):
        return "yuv422p10le" if profile == "hqx" else "yuv444p10le"
    deep = is_deep(source.pixel_format)
    if source.has_alpha and facts.alpha:
        return facts.deep_alpha if deep else facts.alpha
    return facts.deep if deep and facts.deep else facts.plain


def _read_rate(settings: FfmpegSettings, source: SourceInfo) -> Fraction | None:
    if source.kind is not SourceKind.SEQUENCE:
        return None
    return values.rate(settings.sequence_rate)


def is_deep(pixel_format: str) -> bool:
    """Whether pictures of this format have more than 8 bits for each part."""
    return pixel_format.endswith((*_DEEP, *_DEEP_PACKED)) or pixel_format[:4] in ("p010", "p210")


def is_rgb(pixel_format: str) -> bool:
    """Whether pictures of this format are RGB or grey, without a matrix to be known."""
    return pixel_format.startswith(
        ("rgb", "bgr", "argb", "abgr", "0rgb", "0bgr", "x2rgb", "x2bgr", "gbr", "pal8", "gray")
    ) or pixel_format in ("ya8", "ya16be", "ya16le", "monob", "monow")


def keeps_alpha(pixel_format: str) -> bool:
    """Whether a result of this format has transparency."""
    return pixel_format.startswith(("yuva", "rgba", "bgra", "pal8"))
