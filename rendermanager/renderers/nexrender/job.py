"""The typed model of a nexrender job: all of it that may reach nexrender, and nothing else."""

from dataclasses import dataclass, field
from typing import Annotated, Final

from msgspec import Meta

from rendermanager.renderers.nexrender.actions import Actions
from rendermanager.renderers.nexrender.assets import Asset
from rendermanager.renderers.nexrender.jobfields import NESTED

STILLS: Final = frozenset("jpeg jpg png tif tga tiff exr dpx psd bmp".split())
"""Extensions of numbered pictures: nexrender knows the first five, After Effects all of them."""

_Frame = Annotated[int, Meta(ge=-1_000_000, le=10_000_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The project, and how its composition is rendered.

    Attributes:
        src: Where the project comes from.
        composition: Name of the composition.
        frame_start: First frame.
        frame_end: Last frame, included.
        increment_frame: Every frame (1), every second one (2) …
        continue_on_missing: Whether missing footage and layers are passed over.
        settings_template: Name of a render settings template of After Effects.
        output_module: Name of an output module template of After Effects.
        output_ext: Extension of what that writes.
        image_sequence: Whether it writes numbered pictures.
        render_settings: Render settings as aerender takes them.
        output_settings: Output settings as aerender takes them.
        name: What the project is called while it renders.
        use_original: Whether it is read where it lies; None when the job does not say.
        output: Where the result is wanted; an older place for the job's own ``output``.
    """

    src: str
    composition: str
    frame_start: _Frame | None = None
    frame_end: _Frame | None = None
    increment_frame: Annotated[int, Meta(ge=1, le=1_000)] = 1
    continue_on_missing: bool = False
    settings_template: str = ""
    output_module: str = ""
    output_ext: str = ""
    image_sequence: bool = False
    render_settings: str = ""
    output_settings: str = ""
    name: str = ""
    use_original: bool | None = None
    output: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One job.

    Attributes:
        template: The project.
        assets: What is put into its layers.
        actions: What happens around the render.
        uid: The job's name for itself; nexrender gets another one.
        type: ``default``; kept for people.
        state: Where some server left it; kept for people.
        output: Where the result is wanted; empty when copies say it, or nobody.
        tags: Words to find it by.
        priority: A server's number for it; kept for people.
    """

    template: Template = field(metadata=NESTED)
    assets: tuple[Asset, ...] = field(default=(), metadata=NESTED)
    actions: Actions = field(default=Actions(), metadata=NESTED)
    uid: str = ""
    type: str = ""
    state: str = ""
    output: str = ""
    tags: str | tuple[str, ...] = ""
    priority: int | float = 0

    @property
    def wanted_output(self) -> str:
        """Where the job itself wants the rendered result; empty when it does not say."""
        return self.template.output or self.output
