"""Runs real renders for tests and looks at what came out with PyAV, which knows nothing of us."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import av
import imageio_ffmpeg

from rendermanager.core.failure import Failure, classify
from rendermanager.core.job import JobSpec
from rendermanager.core.output import ExpectedOutput
from rendermanager.core.progress import Observation
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.media.reader import MediaReader
from rendermanager.media.sequences import frame_path
from rendermanager.renderers.api import Command, EngineVersion, RenderRequest
from rendermanager.renderers.ffmpeg import FfmpegEngine
from rendermanager.renderers.ffmpeg.settings import FfmpegSettings
from rendermanager.renderers.settings import read_settings

BUILT_IN = Path(imageio_ffmpeg.get_ffmpeg_exe())
SYSTEM = Path("/usr/bin/ffmpeg")
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "sample.mov"
ENGINE = FfmpegEngine()
FILM = SourceInfo(
    SourceKind.VIDEO,
    container="mov",
    duration_s=10,
    frames=240,
    rate="24/1",
    width=1920,
    height=1080,
    video_codec="h264",
    pixel_format="yuv420p",
    audio_codec="aac",
    audio_streams=1,
)
MUSIC = SourceInfo(
    SourceKind.AUDIO, container="wav", duration_s=10, audio_codec="pcm_s16le", audio_streams=1
)
TIME_LIMIT_S = 60


@cache
def version_of(program: Path) -> EngineVersion:
    return ENGINE.probe(program)


def settings_of(preset: str = "", **changes: object) -> FfmpegSettings:
    named = next((each.settings for each in ENGINE.presets if each.name == preset), {})
    return read_settings(FfmpegSettings, named, changes)


def request_of(
    source: SourceInfo | None,
    *,
    read: str = "/footage/clip.mov",
    output: str = "/results/clip.mp4",
    preset: str = "",
    **changes: object,
) -> RenderRequest[FfmpegSettings]:
    settings = settings_of(preset, **changes)
    spec = JobSpec(engine="ffmpeg", source=read, output=output, preset=preset)
    return RenderRequest(spec, settings, source, Path(output), Path("/results/.attempt"))


@dataclass(frozen=True)
class Result:
    """One render that was run to its end."""

    request: RenderRequest[FfmpegSettings]
    command: Command
    expected: ExpectedOutput
    exit_code: int
    seen: Sequence[Observation]
    failure: Failure | None
    log: str

    @property
    def written(self) -> Path:
        return Path(self.expected.written)

    def files(self) -> list[Path]:
        return sorted(self.request.folder.iterdir())

    def frame(self, number: int) -> Path:
        return frame_path(self.written, number)


class Bench:
    """Renders like the app does: inspect, validate, command, run, parse."""

    def __init__(self, folder: Path, media: MediaReader) -> None:
        self.folder = folder
        self.media = media
        self._count = 0

    def request(
        self, source: Path, preset: str = "", output: Path | None = None, **changes: object
    ) -> RenderRequest[FfmpegSettings]:
        self._count += 1
        folder = self.folder / f"attempt-{self._count}"
        folder.mkdir()
        settings = settings_of(preset, **changes)
        wish = JobSpec(engine="ffmpeg", source=str(source), output=f"{folder}/", preset=preset)
        output = output or ENGINE.default_output(wish, settings)
        info = ENGINE.inspect(source, self.media)
        return RenderRequest(wish, settings, info, output, folder)

    def render(
        self,
        source: Path,
        preset: str = "",
        output: Path | None = None,
        program: Path = BUILT_IN,
        threads: int = 0,
        **changes: object,
    ) -> Result:
        request = self.request(source, preset, output, **changes)
        request = replace(request, threads=threads)
        version = version_of(program)
        assert [each for each in ENGINE.validate(request, version) if each.blocks] == []
        command = ENGINE.command(request, version)
        [expected] = ENGINE.outputs(request)
        listen = ENGINE.listener(request)
        ran = subprocess.run(
            command.argv,
            cwd=command.cwd,
            env={**os.environ, **command.env},
            stdin=subprocess.PIPE,
            capture_output=True,
            timeout=TIME_LIMIT_S,
            check=False,
        )
        log = ran.stderr.decode("utf-8", "replace")
        lines = [*ran.stdout.decode("utf-8", "replace").splitlines(), *log.splitlines()]
        return Result(
            request,
            command,
            expected,
            ran.returncode,
            [seen for line in lines if (seen := listen(line)) is not None],
            classify(log.splitlines(), ENGINE.failure_rules),
            log,
        )


@dataclass(frozen=True)
class Look:
    """What PyAV sees when it decodes a file to its end."""

    video: str = ""
    audio: str = ""
    width: int = 0
    height: int = 0
    frames: int = 0
    pixel_format: str = ""
    sound_s: float = 0.0


def look(path: Path) -> Look:
    with path.open("rb") as file, av.open(file, "r") as container:
        picture = next(iter(container.streams.video), None)
        sound = next(iter(container.streams.audio), None)
        frames, heard = 0, 0.0
        width = height = 0
        pixel_format = ""
        for frame in container.decode(*[each for each in (picture, sound) if each]):
            if isinstance(frame, av.VideoFrame):
                frames += 1
                width, height, pixel_format = frame.width, frame.height, frame.format.name
            elif isinstance(frame, av.AudioFrame):
                heard += frame.samples / frame.sample_rate
        return Look(
            picture.codec_context.codec.canonical_name if picture else "",
            sound.codec_context.codec.canonical_name if sound else "",
            width,
            height,
            frames,
            pixel_format,
            heard,
        )
