"""Contradictions within the settings of an ffmpeg render, whatever the source."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from rendermanager.core.problem import Problem, unknown
from rendermanager.renderers.ffmpeg import containers, values
from rendermanager.renderers.ffmpeg.codecs import AUDIO, VIDEO
from rendermanager.renderers.ffmpeg.words import AudioCodec, Fit, VideoCodec

if TYPE_CHECKING:
    from rendermanager.renderers.ffmpeg.settings import FfmpegSettings

_ELSE: Final = "Change this setting, or choose another preset."
_WITH_QUALITY: Final = frozenset({VideoCodec.JPEG, VideoCodec.WEBP})
_WITH_ALPHA_PROFILE: Final = frozenset({"4444", "4444xq"})


def setting_problems(settings: "FfmpegSettings") -> list[Problem]:
    """Everything that speaks against these values, in the order of the settings."""
    return [
        *_streams(settings),
        *_container(settings),
        *_encoding(settings),
        *_names(settings),
        *_size(settings),
        *_times(settings),
    ]


def _problem(field: str, message: str, hint: str = _ELSE) -> Problem:
    return Problem(f"settings.{field}", message, hint)


def _streams(settings: "FfmpegSettings") -> Iterator[Problem]:
    video, audio = settings.video, settings.audio
    if video is VideoCodec.NONE and audio is AudioCodec.NONE:
        yield _problem("video", "Neither pictures nor sound would be written.")
    facts = VIDEO.get(video)
    if settings.still and (facts is None or not facts.still):
        yield _problem(
            "still",
            f"One picture cannot be written as “{video.value}”.",
            "Choose png, jpeg, webp or tiff.",
        )
    if facts is not None and (facts.still or video is VideoCodec.GIF) and audio in AUDIO:
        yield _problem("audio", f"{facts.label} pictures carry no sound.")
    if video is VideoCodec.COPY and _changes_pictures(settings):
        yield _problem(
            "video",
            "Pictures cannot be copied and changed at the same time.",
            "Choose a codec, or leave size, frame rate and pixel format as they are.",
        )


def _changes_pictures(settings: "FfmpegSettings") -> bool:
    sized = settings.width or settings.height or settings.scale != 1
    return bool(sized or settings.fps or settings.pixel_format)


def _container(settings: "FfmpegSettings") -> Iterator[Problem]:
    if not settings.container:
        return
    container = containers.by_name(settings.container)
    if container is None:
        names = containers.CONTAINERS
        yield unknown("container", settings.container, names, "settings.container")
        return
    choices = containers.choices(settings.video, settings.audio)
    if container.name not in choices:
        yield _problem(
            "container",
            f"“{container.name}” cannot hold {_what(settings)}.",
            f"Choose {', '.join(choices)}." if choices else "",
        )


def _what(settings: "FfmpegSettings") -> str:
    sound = AUDIO[settings.audio].label if settings.audio in AUDIO else "sound"
    if settings.video is VideoCodec.NONE:
        return f"{sound} alone"
    pictures = VIDEO[settings.video].label if settings.video in VIDEO else "copied pictures"
    return f"{pictures} with {sound}" if settings.audio in AUDIO else pictures


def _encoding(settings: "FfmpegSettings") -> Iterator[Problem]:
    facts = VIDEO.get(settings.video)
    scaled = facts is not None and facts.default_crf is not None
    if settings.crf is not None and facts is not None:
        if not scaled:
            yield _problem("crf", f"{facts.label} has no quality scale of this kind.")
        elif settings.crf > facts.max_crf:
            yield _problem(
                "crf", f"A crf of {settings.crf} is too high.", f"At most {facts.max_crf}."
            )
    if settings.quality is not None and settings.video not in _WITH_QUALITY:
        yield _problem("quality", "Only JPEG and WebP pictures take a quality in percent.")
    if settings.bitrate and not scaled:
        yield _problem("bitrate", f"“{settings.video.value}” takes no bit rate.")
    if settings.bitrate and settings.crf is not None:
        yield _problem("bitrate", "A bit rate and a crf cannot both hold.", "Leave one away.")
    if settings.audio_bitrate and settings.audio in AUDIO:
        sound = AUDIO[settings.audio]
        if not sound.bits_per_second:
            yield _problem("audio_bitrate", f"{sound.label} is lossless and takes no bit rate.")


def _names(settings: "FfmpegSettings") -> Iterator[Problem]:
    facts = VIDEO.get(settings.video)
    for field, known in (
        ("profile", facts.profiles if facts else ()),
        ("pixel_format", facts.all_formats if facts else ()),
        ("encoder", (*facts.encoders, *facts.others) if facts else ()),
    ):
        word = str(getattr(settings, field))
        if word and not known:
            yield _problem(field, f"“{settings.video.value}” takes no {field.replace('_', ' ')}.")
        elif word and word not in known:
            yield unknown(field.replace("_", " "), word, known, f"settings.{field}")
    if (
        settings.video is VideoCodec.PRORES
        and "444" in settings.pixel_format
        and settings.profile not in _WITH_ALPHA_PROFILE
    ):
        yield _problem(
            "profile",
            f"ProRes keeps {settings.pixel_format} only with a 4444 profile.",
            "Set profile to 4444.",
        )


def _size(settings: "FfmpegSettings") -> Iterator[Problem]:
    sides = (settings.width, settings.height)
    if any(sides) and settings.scale != 1:
        yield _problem("scale", "A factor cannot be set together with width or height.")
    if settings.fit in (Fit.PAD, Fit.CROP, Fit.STRETCH) and not all(sides):
        yield _problem(
            "fit", f"To {settings.fit.value} a picture, both width and height are needed."
        )
    facts = VIDEO.get(settings.video)
    if facts is None:
        return
    for field, side, least in zip(("width", "height"), sides, facts.least, strict=True):
        if 0 < side < least:
            yield _problem(field, f"{facts.label} needs a {field} of at least {least} pixels.")
        elif side > facts.most:
            yield _problem(field, f"{facts.label} allows at most {facts.most} pixels.")
        elif side % 2 and facts.even:
            yield _problem(
                field,
                f"{facts.label} needs an even {field}, not {side}.",
                f"Take {side - 1} or {side + 1}.",
            )


def _times(settings: "FfmpegSettings") -> Iterator[Problem]:
    readers: dict[str, Callable[[Any], object]] = {
        "start": values.seconds,
        "end": values.seconds,
        "fps": values.rate,
        "sequence_rate": values.rate,
        "bitrate": values.bits_per_second,
        "audio_bitrate": values.bits_per_second,
    }
    good: dict[str, object] = {}
    for field, read in readers.items():
        value = getattr(settings, field)
        try:
            good[field] = read(value)
        except ValueError as error:
            yield _problem(field, f"Setting “{field}” cannot be used: {error}.")
    if "sequence_rate" in good and good["sequence_rate"] is None:
        yield _problem("sequence_rate", "An image sequence needs a frame rate above 0.")
    start, end = good.get("start"), good.get("end")
    if isinstance(start, float) and isinstance(end, float) and 0 < end <= start:
        yield _problem("end", "The end has to come after the start.")
