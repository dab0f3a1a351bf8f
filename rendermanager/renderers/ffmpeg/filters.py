"""The chain of filters between decoding and encoding."""

from typing import Final

from rendermanager.core.source import SourceInfo
from rendermanager.renderers.ffmpeg.locate import APPLY_TRC, OUT_TRANSFER
from rendermanager.renderers.ffmpeg.plan import Plan, is_rgb
from rendermanager.renderers.ffmpeg.settings import FfmpegSettings
from rendermanager.renderers.ffmpeg.words import Fit

_BT709: Final = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
_EXACT: Final = "flags=lanczos+accurate_rnd"
_PALETTE: Final = (
    "split[p1][p2];[p1]palettegen=stats_mode=diff[palette];"
    "[p2][palette]paletteuse=dither=sierra2_4a:diff_mode=rectangle"
)


def is_linear(source: SourceInfo) -> bool:
    """Whether its numbers are amounts of light, which a screen would show far too dark."""
    return source.video_codec == "exr"


def picture_filters(
    settings: FfmpegSettings, source: SourceInfo, plan: Plan, features: frozenset[str]
) -> str:
    """The value of ``-vf``: frame rate, size, colours.

    Args:
        settings: As a person set them.
        source: What is read.
        plan: What will be done.
        features: What this build of ffmpeg can do.
    """
    chain: list[str] = []
    if plan.rate is not None:
        chain.append(f"fps={plan.rate.numerator}/{plan.rate.denominator}")
    if is_linear(source) and APPLY_TRC not in features and OUT_TRANSFER in features:
        chain.append("scale=in_transfer=linear:out_transfer=iec61966-2-1")
    chain += _sizing(settings, source, plan)
    if plan.container.name == "gif":
        return ",".join([*chain, _PALETTE])
    chain += _colours(source, plan)
    return ",".join(chain)


def _sizing(settings: FfmpegSettings, source: SourceInfo, plan: Plan) -> list[str]:
    even = plan.facts is not None and plan.facts.even
    width, height, step = settings.width, settings.height, 2 if even else 1
    if width and height:
        return _into(settings.fit, width, height, step)
    if width or height:
        shrinks = settings.fit is Fit.SHRINK
        # A comma inside an expression has to be hidden from the parser of the chain.
        wide = f"min({width}\\,iw)" if shrinks else str(width)
        high = f"min({height}\\,ih)" if shrinks else str(height)
        if step == 2 and shrinks:
            wide, high = _evened(wide), _evened(high)
        return [f"scale={wide if width else -step}:{high if height else -step}:flags=lanczos"]
    if settings.scale != 1:
        share = f"*{settings.scale:g}/{step})*{step}"
        sides = [f"max({step}\\,round({side}{share})" for side in ("iw", "ih")]
        return [f"scale={sides[0]}:{sides[1]}:flags=lanczos"]
    # Odd sides grow by one pixel: padding would leave a black line, cropping lose a real one.
    odd = source.width % 2 or source.height % 2 or not source.width
    return [f"scale={_evened('iw', up=True)}:{_evened('ih', up=True)}"] if even and odd else []


def _evened(expression: str, *, up: bool = False) -> str:
    return f"{'ceil' if up else 'trunc'}({expression}/2)*2"


def _into(fit: Fit, width: int, height: int, step: int) -> list[str]:
    flags = "flags=lanczos"
    if fit is Fit.STRETCH:
        return [f"scale={width}:{height}:{flags}", "setsar=1"]
    if fit is Fit.SHRINK:
        inside = f"scale=min({width}\\,iw):min({height}\\,ih)"
        return [f"{inside}:force_original_aspect_ratio=decrease:force_divisible_by={step}:{flags}"]
    if fit is Fit.INSIDE:
        inside = f"scale={width}:{height}:force_original_aspect_ratio=decrease"
        return [f"{inside}:force_divisible_by={step}:{flags}"]
    # Bars and cuts are measured on square pixels, or anamorphic pictures would come out squeezed.
    square = "scale=trunc(iw*sar):ih,setsar=1"
    if fit is Fit.PAD:
        return [
            square,
            f"scale={width}:{height}:force_original_aspect_ratio=decrease:{flags}",
            f"pad={width}:{height}:(ow-iw)/2:(oh-ih)/2",
        ]
    return [
        square,
        f"scale={width}:{height}:force_original_aspect_ratio=increase:{flags}",
        f"crop={width}:{height}",
    ]


def _colours(source: SourceInfo, plan: Plan) -> list[str]:
    """RGB and JPEG pictures become BT.709 in video range, and say so; JPEG results are BT.601.

    Left alone, ffmpeg converts RGB by BT.601 and leaves the file untagged: players then guess, and
    the colours shift. JPEG files in turn carry no tag and are read as BT.601 in full range.
    """
    target = plan.pixel_format
    if target.startswith("yuvj"):
        return [f"scale=out_color_matrix=bt601:out_range=pc:{_EXACT}", f"format={target}"]
    full = is_rgb(source.pixel_format) or source.pixel_format.startswith("yuvj")
    if full and target.startswith(("yuv4", "yuva")):
        return [f"scale=out_color_matrix=bt709:out_range=tv:{_EXACT}", f"format={target}", _BT709]
    return [f"format={target}"]
