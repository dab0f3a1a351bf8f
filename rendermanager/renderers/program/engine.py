"""The engine that a preset file describes: its words filled in and run, never through a shell."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.failure import FailureRule
from rendermanager.core.frames import FrameRange
from rendermanager.core.job import JobSpec
from rendermanager.core.naming import safe_name
from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.core.problem import Problem
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.core.success import Success
from rendermanager.media.kinds import kind_of
from rendermanager.media.reader import MediaReader
from rendermanager.media.sequences import is_pattern
from rendermanager.media.trouble import Trouble, problem
from rendermanager.renderers import discovery
from rendermanager.renderers.api import Command, EngineVersion, Listener, Preset, RenderRequest
from rendermanager.renderers.command import MAY_WAIT_S, CommandEngine, promised_kind
from rendermanager.renderers.program.filling import all_filled, filled
from rendermanager.renderers.program.listening import RuleListener
from rendermanager.renderers.program.patterns import compiled
from rendermanager.renderers.program.settings_type import settings_type
from rendermanager.renderers.program.shape import ProgramFile, SettingKind
from rendermanager.renderers.targets import result_path

_Request = RenderRequest[Any]
_STEM_BYTES: Final = 200


class ProgramEngine:
    """Runs the program of one preset file. See `RenderEngine`.

    Attributes:
        at_once: How many of its renders run at the same time; 0 for as many as there are slots.
        success: When the program has done its work.
    """

    reads_source = True
    needs_program = True

    def __init__(self, name: str, made: ProgramFile) -> None:
        """Take a preset file that was found to be good.

        Args:
            name: Name of the engine and of its preset.
            made: What the file says.
        """
        self._made = made
        self.name = name
        self.label = made.label or name.replace("-", " ").replace("_", " ").capitalize()
        said = made.description or f"Runs {Path(made.argv[0]).name}."
        self.presets: Sequence[Preset] = (Preset(name, self.label, name, {}, said),)
        self.failure_rules: Sequence[FailureRule] = CommandEngine.failure_rules
        self.at_once = made.at_once
        self.endings = tuple(each.lower() for each in made.sources)
        rule = made.success
        self.success = Success(frozenset(rule.codes), rule.must_say, rule.must_not_say)
        self._pattern = compiled(made.progress.pattern) if made.progress else None
        self._flags = {
            key: each.words for key, each in made.settings.items() if each.type is SettingKind.FLAG
        }
        self._range = next(
            (key for key, each in made.settings.items() if each.type is SettingKind.FRAMES), ""
        )

    @cached_property
    def settings(self) -> type:
        """Its settings class, made when somebody asks: many presets are only listed."""
        return settings_type(f"{self.name}_settings", self._made.settings)

    def find(self, env: Mapping[str, str], chosen: str = "") -> list[tuple[Path, str]]:
        word = self._made.argv[0]
        if not Path(word).is_absolute():
            return discovery.candidates(word, env, chosen)
        named = [(Path(chosen), discovery.CHOSEN)] if chosen else []
        return [*named, (Path(word), discovery.SYSTEM)]

    def probe(self, program: Path) -> EngineVersion:
        """Look whether it can be run; what it says of its version nobody knows how to ask.

        Raises:
            OSError: It cannot be run.
        """
        if not discovery.is_program(program):
            raise OSError(f"“{program}” is no program that may be run")
        return EngineVersion(program, "")

    def accepts(self, source: Path) -> bool:
        return source.name.lower().endswith(self.endings)

    def inspect(self, source: Path, media: MediaReader) -> SourceInfo:
        if not source.exists() and is_pattern(source):
            return media.probe(source)
        if not source.is_file():
            raise BadInput([problem(Trouble.MISSING, source)])
        return SourceInfo(kind_of(source) or SourceKind.PROJECT, size_bytes=source.stat().st_size)

    def default_output(self, spec: JobSpec, settings: Any) -> Path:
        """``<folder>/<output of the preset>``, filled in and made safe."""
        source = Path(spec.source)
        values = {"stem": _stem(source), "source_name": source.name, **self._texts(settings)}
        name = Path(safe_name(filled(self._made.output, values)))
        return result_path(spec, name.stem, name.suffix)

    def validate(
        self,
        request: _Request,
        version: EngineVersion | None = None,  # noqa: ARG002
    ) -> list[Problem]:
        if self._range and not self._frames(request):
            text = "The job does not say which frames it renders."
            hint = f"For example: {self._range}=1-100"
            return [Problem(f"settings.{self._range}", text, hint)]
        return []

    def command(self, request: _Request, version: EngineVersion) -> Command:
        values = self._values(request)
        flags = {
            key: words if getattr(request.settings, key) else ()
            for key, words in self._flags.items()
        }
        return Command(
            (str(version.program), *all_filled(self._made.argv[1:], values, flags)),
            Path(filled(self._made.working_folder, values)),
            {key: filled(value, values) for key, value in self._made.env.items()},
            still_s=MAY_WAIT_S,
        )

    def listener(self, request: _Request) -> Listener:
        frames = self._frames(request)
        if frames is None:
            return RuleListener(self._pattern, request.source.frames if request.source else 0)
        return RuleListener(self._pattern, len(frames), frames.frames[0])

    def outputs(self, request: _Request) -> list[ExpectedOutput]:
        values = self._values(request)
        found = [self._expected(request, name, values) for name in self._made.outputs]
        free, main = iter(request.spec.expects), str(request.output)
        if len(request.spec.expects) != sum(each.final != main for each in found):
            return found
        return [each if each.final == main else replace(each, final=next(free)) for each in found]

    def further_results(self, request: _Request) -> list[Path]:
        """See `api.further_results`."""
        bare = replace(request, spec=replace(request.spec, expects=()))
        return [Path(each.final) for each in self.outputs(bare) if Path(each.final) != bare.output]

    def _expected(self, request: _Request, name: str, values: Mapping[str, str]) -> ExpectedOutput:
        final = request.output
        if name != "{output}":
            final = request.output.parent / safe_name(filled(name, values))
        kind = promised_kind(final.name)
        written, frames = str(request.folder / final.name), self._frames(request)
        if kind is not OutputKind.SEQUENCE or frames is None:
            return ExpectedOutput(written, str(final), kind)
        return ExpectedOutput(
            written, str(final), kind, frames=len(frames), first_frame=frames.frames[0]
        )

    def _frames(self, request: _Request) -> FrameRange | None:
        """The frames that are rendered, where the preset has a setting for them."""
        text = request.task.frames or (
            getattr(request.settings, self._range) if self._range else ""
        )
        return FrameRange.parse(text) if text else None

    def _values(self, request: _Request) -> dict[str, str]:
        source, output = Path(request.spec.source), request.output
        values = {
            "source": request.spec.source,
            "source_folder": str(source.parent),
            "source_name": source.name,
            "stem": _stem(source),
            "output": str(request.folder / output.name),
            "output_folder": str(request.folder),
            "output_name": output.name,
            "output_stem": output.stem,
            "threads": str(request.threads),
            **self._texts(request.settings),
        }
        if frames := self._frames(request):
            values[self._range] = str(frames)
            values["frame_start"], values["frame_end"] = (
                str(frames.frames[0]),
                str(frames.frames[-1]),
            )
            values["frame_count"] = str(len(frames))
        return values

    def _texts(self, settings: Any) -> dict[str, str]:
        """The settings as they are filled in."""
        return {key: _text(getattr(settings, key)) for key in self._made.settings}


def _stem(source: Path) -> str:
    """The name of a source without its ending, and without the number of a sequence."""
    if is_pattern(source):
        stem = source.stem.partition("%0")[0].replace("%%", "%").rstrip("._- ")
        return stem or "sequence"
    return source.stem


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)
