"""The adapter that lets the rest of the app render with ffmpeg."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from rendermanager.core.adaptation import Remedy
from rendermanager.core.errors import BadInput
from rendermanager.core.failure import FailureRule
from rendermanager.core.job import JobSpec
from rendermanager.core.naming import MAX_NAME_BYTES, safe_name, shortened
from rendermanager.core.needs import Needs
from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.core.problem import Problem
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.media.kinds import MEDIA_EXTENSIONS, is_media
from rendermanager.media.reader import MediaReader
from rendermanager.renderers import targets
from rendermanager.renderers.api import (
    Command,
    EngineVersion,
    Listener,
    Preset,
    RenderRequest,
    Trial,
)
from rendermanager.renderers.ffmpeg import argv, encoders, locate, memory, names, preflight
from rendermanager.renderers.ffmpeg.codecs import VIDEO
from rendermanager.renderers.ffmpeg.expected import expected_output
from rendermanager.renderers.ffmpeg.failures import FAILURE_RULES
from rendermanager.renderers.ffmpeg.parse import parse_line
from rendermanager.renderers.ffmpeg.plan import make_plan
from rendermanager.renderers.ffmpeg.presets import ENGINE, PRESETS
from rendermanager.renderers.ffmpeg.settings import FfmpegSettings


class FfmpegEngine:
    """Transcodes films and sound, and makes stills and image sequences. See `RenderEngine`."""

    name: ClassVar[str] = ENGINE
    label: ClassVar[str] = "FFmpeg"
    settings: ClassVar[type] = FfmpegSettings
    presets: ClassVar[Sequence[Preset]] = PRESETS
    endings: ClassVar[tuple[str, ...]] = tuple(sorted(MEDIA_EXTENSIONS))
    failure_rules: ClassVar[Sequence[FailureRule]] = FAILURE_RULES
    remedies: ClassVar[frozenset[Remedy]] = frozenset(Remedy)
    reads_source: ClassVar[bool] = True
    needs_program: ClassVar[bool] = True
    install: ClassVar[Mapping[str, str]] = {
        "win32": "Install it with “winget install ffmpeg”, or unpack a build of it and choose its "
        "ffmpeg.exe.",
        "darwin": "Install it with “brew install ffmpeg”.",
        "": "Install it with your system's packages, such as “sudo apt install ffmpeg”.",
    }

    def find(self, env: Mapping[str, str], chosen: str = "") -> list[tuple[Path, str]]:
        return locate.find(env, chosen)

    def probe(self, program: Path) -> EngineVersion:
        return locate.probe(program)

    def accepts(self, source: Path) -> bool:
        return is_media(source)

    def inspect(self, source: Path, media: MediaReader) -> SourceInfo:
        return media.probe(source)

    def default_output(self, spec: JobSpec, settings: FfmpegSettings) -> Path:
        """``<folder>/<stem>_<preset>.<ext>``; a sequence gets a folder of that name for itself."""
        named = targets.named_file(spec)
        if named is not None:
            return named
        read, folder = Path(spec.source), targets.folder_of(spec)
        plan = make_plan(settings, SourceInfo(SourceKind.NONE), read, Path())
        tail = f"_{safe_name(spec.preset or settings.video.value)}"
        stem = safe_name(names.stem_of(read))
        number = "_%04d" if plan.kind is OutputKind.SEQUENCE else ""
        if number:
            stem = stem.replace("%", "_")
        ending = f"{tail}{number}.{plan.container.name}"
        # Only the stem is cut: the preset's name keeps the result apart from its source.
        stem = shortened(stem, MAX_NAME_BYTES - len(ending.encode()))
        return folder / (stem + tail) / (stem + ending) if number else folder / (stem + ending)

    def validate(
        self, request: RenderRequest[FfmpegSettings], version: EngineVersion | None = None
    ) -> list[Problem]:
        found = preflight.request_problems(request)
        if version is not None:
            found += preflight.build_problems(request.settings, version)
        return found

    def trial(self, version: EngineVersion, folder: Path) -> Trial:
        """See `api.trial_of`."""
        film = str(folder / "trial.mp4")
        pictures = "testsrc2=size=128x72:rate=10:duration=0.5"
        words = ("-hide_banner", "-nostdin", "-f", "lavfi", "-i", pictures, "-y", film)
        expected = ExpectedOutput(film, film, OutputKind.VIDEO, frames=5, width=128, height=72)
        return Trial(
            Command((str(version.program), *words), folder), (expected,), "it rendered a small film"
        )

    def command(self, request: RenderRequest[FfmpegSettings], version: EngineVersion) -> Command:
        if request.software:
            request = replace(request, settings=encoders.without_hardware(request.settings))
        missing = preflight.build_problems(request.settings, version)
        if missing:
            raise BadInput(missing)
        writes = request.settings.video in VIDEO
        encoder = encoders.pick(request.settings, version) if writes else ""
        return argv.build(request, version, encoder)

    def listener(self, request: RenderRequest[FfmpegSettings]) -> Listener:  # noqa: ARG002
        return parse_line

    def outputs(self, request: RenderRequest[FfmpegSettings]) -> list[ExpectedOutput]:
        return [expected_output(request)]

    def needs(self, request: RenderRequest[FfmpegSettings]) -> Needs:
        """See `extras.needs_of`."""
        return memory.needs(request)
