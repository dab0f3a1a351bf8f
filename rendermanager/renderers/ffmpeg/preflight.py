"""What speaks against one ffmpeg render, given its source and its target."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rendermanager.core.output import OutputKind
from rendermanager.core.problem import Problem, Severity
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.media.kinds import format_whitelist
from rendermanager.media.presence import is_source
from rendermanager.media.sequences import is_pattern
from rendermanager.media.trouble import plain, shown
from rendermanager.renderers.api import EngineVersion, RenderRequest
from rendermanager.renderers.ffmpeg import containers, encoders
from rendermanager.renderers.ffmpeg.codecs import AUDIO, VIDEO
from rendermanager.renderers.ffmpeg.plan import Plan, keeps_alpha, make_plan
from rendermanager.renderers.ffmpeg.settings import FfmpegSettings
from rendermanager.renderers.ffmpeg.words import AudioCodec, VideoCodec

_TIMELESS: Final = frozenset(
    {"dirac", "h261", "h263", "h264", "hevc", "m4v", "mjpeg", "vc1", "vvc"}
)
"""Readers of bare streams, whose pictures do not say when they are shown."""


def request_problems(request: RenderRequest[FfmpegSettings]) -> list[Problem]:
    """Everything at once, as far as source, settings and target tell."""
    source, read = request.source, Path(request.spec.source)
    if source is None:
        return [Problem("source", f"Nothing is known about “{shown(read)}”.", "Add it again.")]
    plan = make_plan(request.settings, source, read, request.output)
    wrong_kind = list(_kind(request.settings, source, read, plan))
    if wrong_kind:
        return wrong_kind
    return [
        *_reader(source, read),
        *_sequence(source, read),
        *_target(request, plan),
        *_same_file(read, request.output),
        *_copies(request.settings, source, plan),
        *_sound(request.settings, source),
        *_range(source, read, plan),
        *_size(request.settings, source, plan),
        *_alpha(source, read, plan),
    ]


def build_problems(settings: FfmpegSettings, version: EngineVersion) -> list[Problem]:
    """What this build of ffmpeg cannot do."""
    found: list[Problem] = []
    program = f"The ffmpeg {version.version} at “{version.program}”"
    hint = "Choose another ffmpeg in the settings, or another preset."
    if settings.video in VIDEO and not encoders.pick(settings, version):
        facts = VIDEO[settings.video]
        wanted = settings.encoder or " or ".join(facts.encoders)
        message = f"{program} cannot write {facts.label}: it has no {wanted}."
        found.append(Problem("settings.video", message, hint))
    if settings.audio in AUDIO and version.features:
        sound = AUDIO[settings.audio]
        if sound.encoder not in version.features:
            message = f"{program} cannot write {sound.label}: it has no {sound.encoder}."
            found.append(Problem("settings.audio", message, hint))
    return found


def _kind(
    settings: FfmpegSettings, source: SourceInfo, read: Path, plan: Plan
) -> Iterator[Problem]:
    name = shown(read)
    if source.kind in (SourceKind.PROJECT, SourceKind.NONE):
        yield Problem("source", f"“{name}” is nothing ffmpeg can read.")
    elif plan.kind is OutputKind.AUDIO and not source.audio_streams:
        hint = "Choose a preset for pictures, such as h264 or still-png."
        yield Problem("source", f"“{name}” has no sound.", hint)
    elif plan.has_pictures and source.kind is SourceKind.AUDIO:
        hint = "Choose a preset for sound, such as aac or wav."
        yield Problem("source", f"“{name}” has sound alone, no pictures.", hint)
    elif source.kind is SourceKind.IMAGE and plan.kind is not OutputKind.IMAGE:
        still = VIDEO.get(settings.video)
        hint = "Choose a preset for stills, such as still-png"
        hint += "." if still and still.still else ", or add the whole numbered sequence."
        yield Problem("source", f"“{name}” is a single picture, not a film.", hint)


def _reader(source: SourceInfo, read: Path) -> Iterator[Problem]:
    reader = source.container.split(",", 1)[0]
    if reader and reader not in format_whitelist().split(","):
        message = f"“{shown(read)}” is of a kind ({reader}) that is not opened for safety."
        yield Problem("source", message, "Export it again in a usual format.")


def _sequence(source: SourceInfo, read: Path) -> Iterator[Problem]:
    if source.kind is not SourceKind.SEQUENCE:
        return
    if not is_pattern(read):
        message = f"“{shown(read)}” names no sequence."
        yield Problem("source", message, "Its name needs one number, such as %04d.")
    if source.missing_frames:
        message = f"The sequence “{shown(read)}” lacks pictures: {source.missing_frames}."
        yield Problem("source", message, "Render the missing pictures first: it would end there.")


def _target(request: RenderRequest[FfmpegSettings], plan: Plan) -> Iterator[Problem]:
    settings, output = request.settings, request.output
    name = shown(output)
    if not plan.container.fits_name(output):
        fitting = containers.choices(settings.video, settings.audio)
        others = [f".{each}" for each in fitting if not settings.container]
        ends = " or ".join(others or [f".{plan.container.name}"])
        what = VIDEO[settings.video].label if settings.video in VIDEO else "This result"
        yield Problem(
            "output", f"{what} does not go into “{name}”.", f"Let the name end in {ends}."
        )
    if plan.kind is OutputKind.SEQUENCE and not is_pattern(output):
        example = shown(output.with_name(f"{output.stem.replace('%', '%%')}_%04d{output.suffix}"))
        message = f"“{name}” has no place for the number of a picture."
        yield Problem("output", message, f"Name it “{example}”.")


def _same_file(read: Path, output: Path) -> Iterator[Problem]:
    """The source would be destroyed: compared by what the names lead to, not by the names."""
    if read == output or is_source(output, str(read)):
        message = f"“{shown(output)}” is the source itself."
        yield Problem("output", message, "Choose another name for the result.")


def _copies(settings: FfmpegSettings, source: SourceInfo, plan: Plan) -> Iterator[Problem]:
    container = plan.container
    hint = "Choose another container, such as mkv, or a codec."
    if settings.video is VideoCodec.COPY:
        if source.kind is not SourceKind.VIDEO or source.container in _TIMELESS:
            message = "Only films with a time for each picture can be copied as they are."
            yield Problem("settings.video", message, "Choose a codec.")
        elif not containers.holds_copy(container.video, source.video_codec):
            message = f"“{container.name}” cannot hold {source.video_codec} pictures."
            yield Problem("settings.video", message, hint)
    if plan.audio is AudioCodec.COPY and not containers.holds_copy(
        container.audio, source.audio_codec
    ):
        message = f"“{container.name}” cannot hold {source.audio_codec} sound."
        yield Problem("settings.audio", message, hint)


def _sound(settings: FfmpegSettings, source: SourceInfo) -> Iterator[Problem]:
    if not settings.sound:
        return
    path = Path(settings.sound)
    if source.kind is not SourceKind.SEQUENCE:
        message = "Sound of its own goes with an image sequence alone."
        yield Problem("settings.sound", message, "Leave it out.")
    elif settings.audio is AudioCodec.COPY:
        message = "Sound of its own is encoded, not copied."
        yield Problem("settings.audio", message, "Choose a codec, such as aac or pcm24.")
    elif not path.is_absolute() or not os.path.isfile(path):  # noqa: PTH113 - never raises
        message = f"There is no sound file “{plain(settings.sound)}”."
        yield Problem("settings.sound", message, "Name it by its whole path.")


def _range(source: SourceInfo, read: Path, plan: Plan) -> Iterator[Problem]:
    whole = source.duration_s
    if plan.read_rate is not None:
        whole = float(source.frames / plan.read_rate)
    if source.kind is SourceKind.IMAGE or whole <= 0:
        return
    if plan.start_s >= whole:
        message = f"The start lies behind the end of “{shown(read)}” ({whole:.2f} s)."
        yield Problem("settings.start", message, "Choose an earlier start.")
    elif plan.length_s and plan.start_s + plan.length_s > whole + 1:
        message = f"“{shown(read)}” ends at {whole:.2f} s, before the chosen end."
        yield Problem("settings.end", message, "It is rendered to its end.", Severity.WARNING)


def _size(settings: FfmpegSettings, source: SourceInfo, plan: Plan) -> Iterator[Problem]:
    """The size as stored is taken; a film that lies on its side has the same two numbers."""
    if plan.facts is None or not source.width or not source.height:
        return
    wide, high = _nominal(settings, source)
    most, (least_wide, least_high) = plan.facts.most, plan.facts.least
    if max(wide, high) > most:
        message = f"{plan.facts.label} allows at most {most} pixels on a side, not {wide} × {high}."
        yield Problem("settings.width", message, "Set a smaller width or height.")
    elif wide < least_wide or high < least_high:
        message = (
            f"{plan.facts.label} needs at least {least_wide} × {least_high} pixels,"
            f" not {wide} × {high}."
        )
        yield Problem("settings.width", message, "Set a larger width or height.")


def _nominal(settings: FfmpegSettings, source: SourceInfo) -> tuple[int, int]:
    if settings.width and settings.height:
        return (settings.width, settings.height)
    if settings.width:
        return (settings.width, max(1, round(source.height * settings.width / source.width)))
    if settings.height:
        return (max(1, round(source.width * settings.height / source.height)), settings.height)
    return (round(source.width * settings.scale), round(source.height * settings.scale))


def _alpha(source: SourceInfo, read: Path, plan: Plan) -> Iterator[Problem]:
    # Palettes are counted as transparent because one of their colours may be; it rarely is.
    has_alpha = source.has_alpha and source.pixel_format != "pal8"
    if has_alpha and plan.facts is not None and not keeps_alpha(plan.pixel_format):
        message = f"{plan.facts.label} drops the transparency of “{shown(read)}”."
        hint = "Use prores-4444, vp9 or png-sequence to keep it."
        yield Problem("settings.video", message, hint, Severity.WARNING)
