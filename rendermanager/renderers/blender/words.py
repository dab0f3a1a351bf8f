"""The words a person chooses from in the settings of a Blender render."""

from enum import StrEnum


class Format(StrEnum):
    """What is made of the frames."""

    PNG = "png"
    """PNG pictures: lossless, with transparency where the scene has it."""
    JPEG = "jpeg"
    """JPEG pictures."""
    EXR = "exr"
    """OpenEXR pictures: linear light, for compositing."""
    LAYERS = "exr-layers"
    """OpenEXR pictures with every pass of every view layer, for compositing."""
    TIFF = "tiff"
    """TIFF pictures: lossless."""
    MP4 = "mp4"
    """A film in H.264, with the sound of the scene."""
    PRORES = "prores"
    """A film in ProRes, with the sound of the scene."""

    @property
    def is_film(self) -> bool:
        """Whether all frames end in one file; they are rendered as pictures first."""
        return self in (Format.MP4, Format.PRORES)


class Engine(StrEnum):
    """What renders the scene inside Blender."""

    SCENE = "scene"
    """What the scene is set to."""
    CYCLES = "cycles"
    """Cycles: traces rays."""
    EEVEE = "eevee"
    """Eevee: fast, needs a graphics card or its software stand-in."""
    WORKBENCH = "workbench"
    """Workbench: as in the viewport."""


class Device(StrEnum):
    """What Cycles computes on."""

    AUTO = "auto"
    """What the scene and Blender's preferences say."""
    CPU = "cpu"
    """The processor."""
    CUDA = "cuda"
    """NVIDIA cards."""
    OPTIX = "optix"
    """NVIDIA cards with ray tracing units."""
    HIP = "hip"
    """AMD cards."""
    ONEAPI = "oneapi"
    """Intel cards."""
    METAL = "metal"
    """Apple's own chips."""


class Denoise(StrEnum):
    """Whether Cycles removes noise at the end of each frame."""

    SCENE = "scene"
    """As the scene has it."""
    ON = "on"
    """Yes."""
    OFF = "off"
    """No."""
