"""The presets of the Manim engine; the first one is the default."""

from collections.abc import Sequence
from typing import Final

from rendermanager.renderers.api import Preset

ENGINE: Final = "manim"


def _preset(name: str, label: str, description: str, **settings: object) -> Preset:
    return Preset(name, label, ENGINE, settings, description)


PRESETS: Final[Sequence[Preset]] = (
    _preset("manim-1080p60", "Manim 1080p60", "An MP4 of 1920 × 1080 at 60.", quality="h"),
    _preset("manim-480p15", "Manim 480p15", "A quick look: 854 × 480 at 15.", quality="l"),
    _preset("manim-720p30", "Manim 720p30", "An MP4 of 1280 × 720 at 30.", quality="m"),
    _preset("manim-1440p60", "Manim 1440p60", "An MP4 of 2560 × 1440 at 60.", quality="p"),
    _preset("manim-2160p60", "Manim 2160p60", "An MP4 of 3840 × 2160 at 60.", quality="k"),
    _preset(
        "manim-transparent",
        "Manim transparent",
        "A MOV of 1920 × 1080 at 60 with transparency, for editing.",
        quality="h",
        format="mov",
        transparent=True,
    ),
    _preset(
        "manim-webm",
        "Manim WebM",
        "For web pages, with transparency.",
        quality="h",
        format="webm",
        transparent=True,
    ),
    _preset("manim-gif", "Manim GIF", "A small animated picture.", quality="l", format="gif"),
    _preset("manim-still", "Manim still", "The last frame as a PNG.", quality="h", format="png"),
)
