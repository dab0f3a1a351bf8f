"""What a person can set for a render with After Effects."""

from dataclasses import dataclass, fields, make_dataclass
from enum import StrEnum
from typing import Annotated, Any, Final, get_type_hints

from msgspec import Meta

from rendermanager.core.problem import Problem

LOWEST_FRAME: Final = -1_000_000
HIGHEST_FRAME: Final = 10_000_000

_Frame = Annotated[int, Meta(ge=LOWEST_FRAME, le=HIGHEST_FRAME)]


class MultiFrames(StrEnum):
    """Whether After Effects renders several frames at the same time."""

    AUTO = "auto"
    """As its own preferences say."""
    ON = "on"
    """It does, within a share of the processors."""
    OFF = "off"
    """One frame after the other: slower, and with less memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NexrenderSettings:
    """Settings of one render with After Effects. Empty texts and zeros leave it to the project."""

    composition: Annotated[str, Meta(description="Name of the composition that is rendered.")] = ""
    output_module: Annotated[
        str, Meta(description="Name of an output module template of After Effects, such as H.264.")
    ] = ""
    settings_template: Annotated[
        str, Meta(description="Name of a render settings template, such as Best Settings.")
    ] = ""
    output_ext: Annotated[
        str,
        Meta(description="Extension that the output module writes; empty follows the output."),
    ] = ""
    frame_start: Annotated[
        _Frame | None, Meta(description="First frame, as the composition counts them.")
    ] = None
    frame_end: Annotated[_Frame | None, Meta(description="Last frame, included.")] = None
    increment: Annotated[
        int, Meta(ge=1, le=1_000, description="Render every frame (1), every second one (2) …")
    ] = 1
    multi_frames: Annotated[
        MultiFrames, Meta(description="Whether several frames are rendered at the same time.")
    ] = MultiFrames.AUTO
    multi_frames_cpu: Annotated[
        int, Meta(ge=1, le=100, description="Percent of the processors for that, if it is on.")
    ] = 90
    max_memory: Annotated[
        int,
        Meta(ge=0, le=1_000, description="Percent of the memory After Effects may use; 0: all."),
    ] = 0
    image_cache: Annotated[
        int, Meta(ge=0, le=100, description="Percent of that memory for images; 0: its own choice.")
    ] = 0
    continue_on_missing: Annotated[
        bool, Meta(description="Render although footage is missing, with bars in its place.")
    ] = False
    reuse: Annotated[
        bool, Meta(description="Use an After Effects that is open already instead of a new one.")
    ] = False
    after_effects: Annotated[
        str, Meta(description="Year of the After Effects that renders; empty takes the newest.")
    ] = ""
    confined: Annotated[
        bool, Meta(description="Keep nexrender from writing anywhere but where it has to.")
    ] = True

    def check(self) -> list[Problem]:
        """What is wrong with these values, whatever the source."""
        found = [*self._range_problems()]
        if self.output_ext and not self.output_ext.lstrip(".").isalnum():
            text = f"“{self.output_ext}” is no extension of a file."
            found.append(Problem("settings.output_ext", text, "Write it like this: mov."))
        if "\0" in f"{self.composition}{self.output_module}{self.settings_template}":
            text = "A name holds a character that none can hold."
            found.append(Problem("settings.composition", text, "Take out NUL."))
        return found

    def _range_problems(self) -> list[Problem]:
        first, last = self.frame_start, self.frame_end
        if first is None or last is None or first <= last:
            return []
        text = f"The last frame ({last}) comes before the first one ({first})."
        return [Problem("settings.frame_end", text, "Swap them.")]

    @property
    def extension(self) -> str:
        """The extension in small letters without its dot; empty when none is set."""
        return self.output_ext.lstrip(".").lower()

    @property
    def frames(self) -> int:
        """How many frames are asked for; 0 when the project says."""
        if self.frame_start is None or self.frame_end is None:
            return 0
        return (self.frame_end - self.frame_start) // self.increment + 1


ENTRY: Final = "entry"
"""The setting that says which job of a file is meant."""
OF_THE_MACHINE: Final = (
    *("multi_frames", "multi_frames_cpu", "max_memory", "image_cache"),
    *("reuse", "after_effects", "confined"),
)
"""Settings that a job of nexrender leaves open: they are about this machine."""


def _of_the_machine() -> list[tuple[str, Any, Any]]:
    kinds = get_type_hints(NexrenderSettings, include_extras=True)
    known = {field.name: field for field in fields(NexrenderSettings)}
    return [(name, kinds[name], known[name].default) for name in OF_THE_MACHINE]


JobFileSettings: Final[Any] = make_dataclass(
    "JobFileSettings",
    [
        (
            ENTRY,
            Annotated[
                int,
                Meta(ge=0, le=5_000, description="Which job of a file, from 1; 0: all of them."),
            ],
            0,
        ),
        *_of_the_machine(),
    ],
    frozen=True,
    slots=True,
    kw_only=True,
)
"""Settings of a job that a file describes; what else there is stands in the file."""
