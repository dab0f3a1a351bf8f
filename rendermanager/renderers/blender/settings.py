"""What a person can set for a Blender render."""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from rendermanager.core.frames import FrameRange
from rendermanager.core.problem import Problem
from rendermanager.renderers.blender.words import Denoise, Device, Engine, Format


@dataclass(frozen=True, slots=True, kw_only=True)
class BlenderSettings:
    """Settings of one Blender render. Empty texts and zeros mean: as the scene has it."""

    format: Annotated[Format, Meta(description="Pictures, or a film made of them.")] = Format.PNG
    scene: Annotated[
        str, Meta(description="Name of the scene; empty takes the one that was open.")
    ] = ""
    camera: Annotated[str, Meta(description="Name of the camera; empty takes the scene's.")] = ""
    frames: Annotated[
        str, Meta(description="Frames to render: 1-100, 1-100x2, 5,8; empty takes the scene's.")
    ] = ""
    chunk: Annotated[
        int, Meta(ge=0, le=100_000, description="Frames in each part of the job; 0 chooses.")
    ] = 0
    engine: Annotated[Engine, Meta(description="What renders inside Blender.")] = Engine.SCENE
    samples: Annotated[
        int, Meta(ge=0, le=1_000_000, description="Samples per pixel; 0 leaves them.")
    ] = 0
    percent: Annotated[
        int, Meta(ge=0, le=1_000, description="Size in percent; 0 leaves it as the scene has it.")
    ] = 0
    device: Annotated[Device, Meta(description="What Cycles computes on.")] = Device.AUTO
    denoise: Annotated[Denoise, Meta(description="Whether Cycles removes noise.")] = Denoise.SCENE
    threads: Annotated[
        int, Meta(ge=0, le=1_024, description="Threads of the processor; 0 for all of them.")
    ] = 0
    scripts: Annotated[
        bool,
        Meta(description="Run the scripts inside the file: only for files you trust."),
    ] = False
    allow_missing: Annotated[
        bool, Meta(description="Render although files that the scene uses are missing.")
    ] = False

    def check(self) -> list[Problem]:
        """What is wrong with these values, whatever the source."""
        if not self.frames:
            return []
        hint = "Write frames as 1-100, 1-100x2, or 5,8,13-20."
        try:
            wanted = FrameRange.parse(self.frames)
        except ValueError as error:
            return [Problem("settings.frames", f"The frames make no sense: {error}.", hint)]
        if wanted.frames[0] < 0:
            message = f"Frame {wanted.frames[0]} cannot be numbered: files count from 0."
            return [Problem("settings.frames", message, hint)]
        return []
