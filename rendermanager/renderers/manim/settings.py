"""What a person can set for a render with Manim."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final

from msgspec import Meta

from rendermanager.core.problem import Problem


class Quality(StrEnum):
    """Size and pictures per second, by the letters of Manim."""

    LOW = "l"
    """854 × 480 at 15."""
    MEDIUM = "m"
    """1280 × 720 at 30."""
    HIGH = "h"
    """1920 × 1080 at 60."""
    PRODUCTION = "p"
    """2560 × 1440 at 60."""
    FOUR_K = "k"
    """3840 × 2160 at 60."""

    @classmethod
    def _missing_(cls, value: object) -> "Quality | None":
        return QUALITY_ALIASES.get(str(value).lower())


QUALITY_ALIASES: Final = {
    **dict.fromkeys(("480p15", "480p", "low"), Quality.LOW),
    **dict.fromkeys(("720p30", "720p", "medium"), Quality.MEDIUM),
    **dict.fromkeys(("1080p60", "1080p", "high"), Quality.HIGH),
    **dict.fromkeys(("1440p60", "1440p", "production"), Quality.PRODUCTION),
    **dict.fromkeys(("2160p60", "2160p", "4k"), Quality.FOUR_K),
}


class Format(StrEnum):
    """What is written."""

    MP4 = "mp4"
    """H.264, without transparency."""
    MOV = "mov"
    """Lossless QuickTime; with transparency where that is wanted."""
    WEBM = "webm"
    """VP9, for web pages; with transparency where that is wanted."""
    GIF = "gif"
    """An animated picture."""
    PNG = "png"
    """The last frame alone."""


class Renderer(StrEnum):
    """What draws the pictures."""

    CAIRO = "cairo"
    """The processor: works everywhere."""
    OPENGL = "opengl"
    """The graphics card, through OpenGL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ManimSettings:
    """Settings of one render. Empty texts and zeros mean: as usual."""

    scene: Annotated[
        str, Meta(description="Class of the scene; may be left out where the script has just one.")
    ] = ""
    quality: Annotated[
        Quality, Meta(description="Size and rate: l, m, h, p, k, or 480p15, 1080p60, 2160p60 …")
    ] = Quality.HIGH
    format: Annotated[Format, Meta(description="What is written; png is the last frame.")] = (
        Format.MP4
    )
    transparent: Annotated[bool, Meta(description="Whether the background is transparent.")] = False
    fps: Annotated[
        float, Meta(ge=0, le=1_000, description="Pictures per second instead of the quality's.")
    ] = 0.0
    width: Annotated[
        int, Meta(ge=0, le=32_768, description="Pixels, instead of the quality's; with `height`.")
    ] = 0
    height: Annotated[
        int, Meta(ge=0, le=32_768, description="Pixels, instead of the quality's; with `width`.")
    ] = 0
    renderer: Annotated[Renderer, Meta(description="What draws: cairo or opengl.")] = Renderer.CAIRO
    seed: Annotated[
        Annotated[int, Meta(ge=0, le=2**31 - 1)] | None,
        Meta(description="Number that chance begins with, for the same result each time."),
    ] = None

    def check(self) -> list[Problem]:
        """What contradicts itself."""
        found: list[Problem] = []
        if self.transparent and self.format is Format.MP4:
            text = "An MP4 cannot be transparent."
            found.append(Problem("settings.format", text, "Choose mov, webm, gif or png."))
        if bool(self.width) != bool(self.height):
            text = "Width and height go together."
            found.append(Problem("settings.width", text, "Set both, or neither."))
        odd = self.format in (Format.MP4, Format.WEBM) and (self.width % 2 or self.height % 2)
        if odd:
            text = f"{self.width} × {self.height} has an odd side, which {self.format} cannot hold."
            found.append(Problem("settings.width", text, "Take even numbers of pixels."))
        if self.scene and not self.scene.isidentifier():
            text = f"“{self.scene}” cannot be the name of a class."
            found.append(Problem("settings.scene", text, "Name a scene of the script."))
        return found
