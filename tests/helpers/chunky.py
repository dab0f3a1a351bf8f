"""A render engine that cuts its jobs up, for tests of jobs with many tasks."""

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rendermanager.core.doubt import Doubt
from rendermanager.core.failure import FailureKind, FailureRule, Retry, rule
from rendermanager.core.frames import FrameRange
from rendermanager.core.job import JobSpec
from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.core.problem import Problem
from rendermanager.core.progress import Observation
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.core.tasks import SHARED, TaskSpec
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import Command, EngineVersion, Listener, Preset, RenderRequest

PROGRAM = Path(__file__).parent.parent / "programs" / "draws_frames.py"
PATTERN = "frame_%04d.png"
TITLE = "title"
"""A part of a film that is one file, as its sound is with other engines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChunkySettings:
    """What a test can ask for."""

    frames: int = 6
    chunk: int = 2
    movie: bool = False
    title: bool = False
    mode: str = ""
    argument: str = ""


class ChunkyEngine:
    """Draws frames in chunks; as a film, ffmpeg then encodes them. See `RenderEngine`."""

    name: ClassVar[str] = "chunky"
    label: ClassVar[str] = "Chunky"
    settings: ClassVar[type] = ChunkySettings
    presets: ClassVar[Sequence[Preset]] = (Preset("chunky", "Chunky", "chunky", {}),)
    failure_rules: ClassVar[Sequence[FailureRule]] = (
        rule(
            r"^frame (\d+) cannot be drawn",
            FailureKind.INVALID_INPUT,
            "Frame {0} cannot be drawn.",
            "Draw it differently.",
            Retry.AFTER_FIX,
        ),
    )
    doubts: ClassVar[Sequence[Doubt]] = (Doubt(r"^(\w+) is not lit", "“{0}” is not lit."),)
    reads_source: ClassVar[bool] = True
    resumes: ClassVar[bool] = True
    needs_program: ClassVar[bool] = True

    def find(self, env: Mapping[str, str], chosen: str = "") -> list[tuple[Path, str]]:
        return [(Path(sys.executable), "system")]

    def probe(self, program: Path) -> EngineVersion:
        return EngineVersion(program, "1")

    def accepts(self, source: Path) -> bool:
        return source.suffix == ".chunky"

    def uses(self, source: Path) -> tuple[Path, ...]:
        return (source.with_name("texture.png"),)

    def inspect(self, source: Path, media: MediaReader) -> SourceInfo:
        """A source that is a number alone has so many frames."""
        text = source.read_text()
        frames = int(text) if text.isdigit() else 0
        return SourceInfo(SourceKind.PROJECT, size_bytes=len(text), frames=frames)

    def default_output(self, spec: JobSpec, settings: ChunkySettings) -> Path:
        return Path(spec.output) / ("film.mp4" if settings.movie else PATTERN)

    def validate(
        self,
        request: RenderRequest[ChunkySettings],
        version: EngineVersion | None = None,
    ) -> list[Problem]:
        return []

    def tasks(
        self,
        spec: JobSpec,
        settings: ChunkySettings,
        source: SourceInfo | None,
    ) -> list[TaskSpec]:
        frames = source.frames if source and source.frames else settings.frames
        every = FrameRange.of(range(1, frames + 1))
        chunks = [
            TaskSpec(name=f"frames {part}", frames=str(part))
            for part in every.chunks(settings.chunk)
        ]
        if settings.title:
            chunks.append(TaskSpec(name="title", step=TITLE))
        encode = TaskSpec(
            name="encode",
            step="encode",
            engine="ffmpeg",
            preset="h264",
            source=f"{SHARED}/{PATTERN}",
            after=tuple(range(len(chunks))),
        )
        return [*chunks, encode] if settings.movie else chunks

    def command(self, request: RenderRequest[ChunkySettings], version: EngineVersion) -> Command:
        frames = [str(each) for each in missing(request)]
        words = (str(request.folder), ",".join(frames))
        mode = (request.settings.mode, request.settings.argument.removeprefix("@"))
        program = str(request.folder / "draw.py")
        return Command(
            (str(version.program), program, *words, *filter(None, mode)),
            cwd=request.folder,
            files={"draw.py": PROGRAM.read_bytes()},
        )

    def listener(self, request: RenderRequest[ChunkySettings]) -> Listener:
        frames = len(missing(request))
        heard: list[str] = []

        def hear(line: str) -> Observation | None:
            if re.fullmatch(r"saved \d+", line) is None:
                return None
            heard.append(line)
            return Observation(frame=len(heard), frames=frames)

        return hear

    def outputs(self, request: RenderRequest[ChunkySettings]) -> list[ExpectedOutput]:
        if request.task.step == TITLE:
            written, final = request.folder / (PATTERN % 1), request.shared / "title.png"
            return [ExpectedOutput(str(written), str(final), OutputKind.IMAGE, frames=1)]
        if not request.task.frames:
            return []
        frames = FrameRange.parse(request.task.frames).frames
        folder = request.shared if request.settings.movie else request.output.parent
        return [
            ExpectedOutput(
                str(request.folder / PATTERN),
                str(folder / PATTERN),
                OutputKind.SEQUENCE,
                frames=len(frames),
                first_frame=frames[0],
            )
        ]


def missing(request: RenderRequest[ChunkySettings]) -> list[int]:
    """The frames of its task that are not there yet."""
    if request.task.step == TITLE:
        return [1]
    return [each for each in FrameRange.parse(request.task.frames) if each not in request.done]
