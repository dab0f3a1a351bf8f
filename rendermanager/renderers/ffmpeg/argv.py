"""The call of ffmpeg for one render."""

from pathlib import Path
from typing import Final

from rendermanager.core.output import OutputKind
from rendermanager.core.source import LAYER, SourceInfo, SourceKind
from rendermanager.media.kinds import format_whitelist
from rendermanager.renderers.api import Command, EngineVersion, RenderRequest
from rendermanager.renderers.discovery import version_numbers
from rendermanager.renderers.ffmpeg import encoders, names
from rendermanager.renderers.ffmpeg.expected import is_steady
from rendermanager.renderers.ffmpeg.filters import is_linear, picture_filters
from rendermanager.renderers.ffmpeg.locate import APPLY_TRC
from rendermanager.renderers.ffmpeg.plan import Plan, make_plan
from rendermanager.renderers.ffmpeg.settings import FfmpegSettings
from rendermanager.renderers.ffmpeg.words import AudioCodec

QUIT_S: Final = 2.0
"""Seconds an encoder gets to finish its file after ``q``; slow ones would take half a minute."""
_FIRST_FPS_MODE: Final = (5, 1)
_COMMON: Final = (
    # Standard input stays open: ``q`` on it ends a render in good order.
    *("-hide_banner", "-nostats", "-loglevel", "level+warning", "-progress", "pipe:1", "-y"),
)
_LOCAL: Final = ("-protocol_whitelist", "file,pipe", "-format_whitelist", format_whitelist())
_PACKETS_WAITING: Final = "4096"


def build(request: RenderRequest[FfmpegSettings], version: EngineVersion, encoder: str) -> Command:
    """The whole call; the encoder was picked beforehand and is empty for copies and sound."""
    source = request.source or SourceInfo(SourceKind.NONE)
    read = Path(request.spec.source)
    plan = make_plan(request.settings, source, read, request.output)
    return Command(
        argv=(
            str(version.program),
            *_COMMON,
            *_threads(request, "-filter_threads"),
            *_threads(request),
            *_input(source, read, plan, version),
            *_sound(request.settings),
            *_streams(request, plan, version, encoder),
            *_output(request, plan, version),
        ),
        cwd=request.folder,
        # SVT-AV1 prints past ffmpeg's own log levels.
        env={"AV_LOG_FORCE_NOCOLOR": "1", "SVT_LOG": "1"},
        machine_stdout=True,
        quit_text="q",
        quit_s=QUIT_S,
    )


def _threads(request: RenderRequest[FfmpegSettings], option: str = "-threads") -> list[str]:
    """Fewer threads need less memory: for the decoder, and for the filters."""
    return [option, str(request.threads)] if request.threads else []


def _input(source: SourceInfo, read: Path, plan: Plan, version: EngineVersion) -> list[str]:
    """Only local files and only readers that open nothing else; the reader is named outright."""
    options = [*_LOCAL]
    if plan.start_s:
        options += ["-ss", _number(plan.start_s)]
    if plan.length_s and plan.kind is not OutputKind.IMAGE:
        options += ["-t", _number(plan.length_s)]
    if is_linear(source) and plan.facts is not None and APPLY_TRC in version.features:
        options += ["-apply_trc", "iec61966_2_1"]
    if layer := source.facts.get(LAYER):
        options += ["-layer", layer]
    if plan.read_rate is not None:
        options += ["-f", "image2", "-pattern_type", "sequence"]
        options += ["-framerate", f"{plan.read_rate.numerator}/{plan.read_rate.denominator}"]
        options += ["-start_number", str(source.first_frame), "-start_number_range", "1"]
        return [*options, "-i", names.as_pattern(read)]
    reader = source.container.split(",", 1)[0]
    if reader:
        options += ["-f", reader]
    if reader == "image2":
        options += ["-pattern_type", "none"]
    return [*options, "-i", names.as_file(read)]


def _sound(settings: FfmpegSettings) -> list[str]:
    """The second input."""
    if not settings.sound:
        return []
    return [*_LOCAL, "-i", names.as_file(Path(settings.sound))]


def _streams(
    request: RenderRequest[FfmpegSettings], plan: Plan, version: EngineVersion, encoder: str
) -> list[str]:
    settings, source = request.settings, request.source or SourceInfo(SourceKind.NONE)
    options: list[str] = []
    if plan.has_pictures:
        # Capital V leaves out the cover picture of a piece of music.
        options += ["-map", "0:V:0"]
        if plan.facts is None:
            options += ["-c:v", "copy"]
        else:
            chain = picture_filters(settings, source, plan, version.features)
            options += [
                "-vf",
                chain,
                *encoders.video_options(encoder, settings, plan, request.threads),
            ]
    if plan.audio is not AudioCodec.NONE:
        pictures_sound = "1:a:0" if settings.sound else "0:a?"
        options += ["-map", pictures_sound if plan.has_pictures else "0:a:0"]
        options += encoders.audio_options(settings, plan)
    return options


def _output(
    request: RenderRequest[FfmpegSettings], plan: Plan, version: EngineVersion
) -> list[str]:
    target = request.folder / request.output.name
    options = ["-map_metadata", "0", "-max_muxing_queue_size", _PACKETS_WAITING]
    if plan.container.faststart:
        options += ["-movflags", "+faststart"]
    options += ["-f", plan.container.muxer]
    if plan.kind is OutputKind.IMAGE:
        return [*options, "-frames:v", "1", "-update", "1", names.as_file(target)]
    if plan.kind is OutputKind.SEQUENCE:
        if request.source and is_steady(request.source) and plan.rate is None:
            options += _every_picture(version)
        number = str(request.settings.first_frame)
        return [*options, "-start_number", number, names.as_pattern(target)]
    return [*options, names.as_file(target)]


def _every_picture(version: EngineVersion) -> list[str]:
    """One file for each picture read: nothing doubled or dropped to keep a rate."""
    numbers = version_numbers(version.version)
    if numbers and numbers < _FIRST_FPS_MODE:
        return ["-vsync", "passthrough"]
    return ["-fps_mode", "passthrough"]


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
