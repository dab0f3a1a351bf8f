"""The presets of the Blender engine; the first one is the default."""

from collections.abc import Sequence
from typing import Final

from rendermanager.renderers.api import Preset

ENGINE: Final = "blender"


def _preset(name: str, label: str, description: str, *aliases: str, **settings: object) -> Preset:
    return Preset(name, label, ENGINE, settings, description, aliases)


PRESETS: Final[Sequence[Preset]] = (
    _preset(
        "blender-png",
        "Blender to PNG",
        "One lossless picture for each frame of the scene.",
        format="png",
    ),
    _preset(
        "blender-exr",
        "Blender to OpenEXR",
        "One picture in linear light for each frame, for compositing.",
        format="exr",
    ),
    _preset(
        "blender-exr-layers",
        "Blender to OpenEXR with layers",
        "Every pass of every view layer in one file for each frame, for compositing.",
        "multilayer",
        format="exr-layers",
    ),
    _preset(
        "blender-jpeg",
        "Blender to JPEG",
        "One small picture for each frame, for a quick look.",
        format="jpeg",
    ),
    _preset(
        "blender-mp4",
        "Blender to MP4",
        "A film in H.264 with the sound of the scene; the frames are rendered as pictures first.",
        format="mp4",
    ),
    _preset(
        "blender-prores",
        "Blender to ProRes",
        "A film for editing with the sound of the scene; the frames are pictures of 16 bit first.",
        format="prores",
    ),
)
