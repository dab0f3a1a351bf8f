"""What an ffmpeg render must leave behind, told only as far as it is certain."""

from fractions import Fraction
from pathlib import Path
from typing import Final

from rendermanager.core.output import ExpectedOutput, Original, OutputKind
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.renderers.api import RenderRequest
from rendermanager.renderers.ffmpeg.codecs import AUDIO
from rendermanager.renderers.ffmpeg.estimate import about_bytes
from rendermanager.renderers.ffmpeg.plan import Plan, make_plan
from rendermanager.renderers.ffmpeg.settings import FfmpegSettings
from rendermanager.renderers.ffmpeg.words import AudioCodec, Fit

_ESTIMATING: Final = frozenset(
    "aac ac3 amr ape dirac dnxhd dts dtshd eac3 evc gif apng h261 h263 h264 hevc av1 obu loas m4v"
    " mjpeg mlp mp3 mpeg mpegvideo rm truehd vc1 vvc webp_anim".split()
)
"""Readers that guess a duration from the bit rate, or whose pictures say how long they stand."""
_COUNTING: Final = frozenset({"mov", "avi"})
"""Readers that know the number of pictures. For others the probe works it out from the rate and the
duration, which says nothing: the rate may vary, and sound may have made it longer."""
_NEVER_TURNED: Final = frozenset({"exr", "dpx", "targa", "bmp", "psd", "hdr", "sgi", "pam", "ppm"})
"""Pictures without a tag that turns them."""
_USUAL_RATES: Final = frozenset(
    {Fraction(n) for n in (10, 12, 15, 16, 18, 20, 24, 25, 30, 48, 50, 60, 72, 90, 100, 120, 240)}
    | {Fraction(n * 1000, 1001) for n in (24, 30, 48, 60, 120)}
)
_DRIFT_FRAMES: Final = 0.9
"""By how many frames count and duration may disagree before the rate is called unsteady."""


def expected_output(request: RenderRequest[FfmpegSettings]) -> ExpectedOutput:
    """What must be there after the render; zero or empty where nothing certain can be said."""
    source = request.source or SourceInfo(SourceKind.NONE)
    plan = make_plan(request.settings, source, Path(request.spec.source), request.output)
    width, height = _size(request.settings, source, plan)
    audio_codec = _audio_codec(source, plan)
    return ExpectedOutput(
        written=str(request.folder / request.output.name),
        final=str(request.output),
        kind=plan.kind,
        duration_s=_duration(source, plan),
        frames=_frames(source, plan),
        width=width,
        height=height,
        video_codec=_video_codec(source, plan),
        audio_codec=audio_codec,
        audio_streams=_audio_streams(request.settings, source, plan, audio_codec),
        rate=_rate(source, plan),
        aspect=_picture_aspect(request.settings, source),
        first_frame=request.settings.first_frame,
        is_copy=plan.facts is None and plan.has_pictures,
        original=_original(request, source, plan),
        about_bytes=about_bytes(request.settings, source, plan, (width, height)),
    )


def _original(
    request: RenderRequest[FfmpegSettings], source: SourceInfo, plan: Plan
) -> Original | None:
    """What the result is made from; a copy begins at some key picture, nobody knows which."""
    if plan.facts is None and plan.has_pictures and plan.start_s:
        return None
    rate = plan.read_rate
    return Original(
        path=request.spec.source,
        start_s=plan.start_s,
        rate=f"{rate.numerator}/{rate.denominator}" if rate else "",
        aspect=_used_aspect(request.settings, source),
    )


def _used_aspect(settings: FfmpegSettings, source: SourceInfo) -> float:
    """Of the middle part of the source that is left after cropping; 0 when nothing is cut off."""
    is_cut = settings.fit is Fit.CROP and settings.width and settings.height
    return settings.width / settings.height if is_cut and source.width else 0.0


def _picture_aspect(settings: FfmpegSettings, source: SourceInfo) -> float:
    """Of the picture between the bars of the result; 0 when there are none, or nobody knows."""
    shown = source.shown_size
    is_padded = settings.fit is Fit.PAD and settings.width and settings.height
    return shown[0] / shown[1] if is_padded and shown else 0.0


def _rate(source: SourceInfo, plan: Plan) -> str:
    """Pictures per second; empty where they may vary."""
    if plan.kind not in (OutputKind.VIDEO, OutputKind.SEQUENCE) or plan.facts is None:
        return ""
    if plan.container.name == "gif":
        return ""
    steady = source.fps if is_steady(source) else None
    rate = plan.rate or plan.read_rate or steady
    return f"{rate.numerator}/{rate.denominator}" if rate else ""


def _audio_streams(settings: FfmpegSettings, source: SourceInfo, plan: Plan, codec: str) -> int:
    """All tracks go along with pictures; alone only the first one does."""
    if codec in ("", "-"):
        return 0
    return source.audio_streams if plan.has_pictures and not settings.sound else 1


def is_steady(source: SourceInfo) -> bool:
    """Whether its pictures follow each other evenly, and all of them are known.

    A film of varying rate has an odd average, and one whose edit list hides pictures counts more
    of them than fit into its duration.
    """
    if source.kind is SourceKind.SEQUENCE:
        return source.frames > 0
    fps, reader = source.fps, _reader(source)
    if source.kind is not SourceKind.VIDEO or fps is None or reader not in _COUNTING:
        return False
    drift = abs(source.frames - source.duration_s * float(fps))
    return fps in _USUAL_RATES and source.frames > 0 and drift < _DRIFT_FRAMES


def _reader(source: SourceInfo) -> str:
    return source.container.split(",", 1)[0]


def _duration(source: SourceInfo, plan: Plan) -> float:
    if plan.kind is OutputKind.IMAGE:
        return 0.0
    if plan.facts is None and plan.has_pictures and _copy_differs(source, plan):
        return 0.0
    whole = _whole_duration(source, plan)
    if whole <= 0:
        return 0.0
    rest = max(0.0, whole - plan.start_s)
    return min(rest, plan.length_s) if plan.length_s else rest


def _copy_differs(source: SourceInfo, plan: Plan) -> bool:
    """Copies are cut only where a picture stands for itself, and hidden pictures come to light."""
    return plan.is_trimmed or (_reader(source) in _COUNTING and not is_steady(source))


def _whole_duration(source: SourceInfo, plan: Plan) -> float:
    if plan.read_rate is not None:
        return float(source.frames / plan.read_rate)
    if _reader(source) in _ESTIMATING:
        return 0.0
    # A file lasts as long as its longest stream: of pictures or sound alone, that says nothing.
    both = source.kind is SourceKind.VIDEO and source.audio_streams > 0
    if not both or (plan.has_pictures and plan.audio is not AudioCodec.NONE):
        return source.duration_s
    fps = source.fps if plan.has_pictures and is_steady(source) else None
    return float(source.frames / fps) if fps else 0.0


def _frames(source: SourceInfo, plan: Plan) -> int:
    if plan.kind is OutputKind.IMAGE:
        return 1
    if plan.kind is OutputKind.AUDIO or plan.facts is None or plan.container.name == "gif":
        return 0
    read_rate = plan.read_rate or source.fps
    if read_rate is None or not is_steady(source):
        return 0
    rate = plan.rate or read_rate
    if rate == read_rate and not plan.is_trimmed:
        return source.frames
    # Each file of a sequence is checked for by its number: one too many would be missed.
    return 0 if plan.kind is OutputKind.SEQUENCE else round(_duration(source, plan) * rate)


def _size(settings: FfmpegSettings, source: SourceInfo, plan: Plan) -> tuple[int, int]:
    """Pixels, as far as the settings or the source tell; one of them may be 0."""
    if plan.facts is None:
        return (0, 0)
    width, height = settings.width, settings.height
    if width and height and settings.fit in (Fit.PAD, Fit.CROP, Fit.STRETCH):
        return (width, height)
    if (width or height) and settings.fit is not Fit.SHRINK:
        # The other side follows, and rounding is ffmpeg's affair.
        return (0, 0) if width and height else (width, height)
    shown = _shown_size(source)
    if width or height or shown is None:
        return (0, 0)
    step = 2 if plan.facts.even else 1
    if settings.scale != 1:
        return (_scaled(shown[0], settings.scale, step), _scaled(shown[1], settings.scale, step))
    return (shown[0] + shown[0] % step, shown[1] + shown[1] % step)


def _scaled(side: int, factor: float, step: int) -> int:
    """As the filter has it: the nearest multiple, halves upwards."""
    return max(step, int(side * factor / step + 0.5) * step)


def _shown_size(source: SourceInfo) -> tuple[int, int] | None:
    """Width and height as ffmpeg turns the pictures; None where versions differ about tags."""
    if source.kind is SourceKind.VIDEO:
        return source.shown_size
    if source.video_codec in _NEVER_TURNED and source.width and source.height:
        return (source.width, source.height)
    return None


def _video_codec(source: SourceInfo, plan: Plan) -> str:
    if not plan.has_pictures:
        return ""
    return plan.facts.codec if plan.facts is not None else source.video_codec


def _audio_codec(source: SourceInfo, plan: Plan) -> str:
    if plan.audio is AudioCodec.COPY:
        return source.audio_codec
    return AUDIO[plan.audio].codec if plan.audio in AUDIO else "-"
