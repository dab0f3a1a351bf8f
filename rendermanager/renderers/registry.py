"""All render engines of this installation: the built-in ones and those of other packages."""

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem, unknown
from rendermanager.media.trouble import shown
from rendermanager.renderers.api import Preset, RenderEngine

ENTRY_POINTS: Final = "rendermanager.engines"
"""Group under which another package names its engine: a class without arguments, or an object."""

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Engine = RenderEngine[Any]
Allowed = Callable[[], Iterable[str]]

_ATTRIBUTES: Final = (
    *("name", "label", "settings", "presets", "failure_rules"),
    *("reads_source", "needs_program"),
)
_METHODS: Final = (
    *("find", "probe", "accepts", "inspect", "default_output"),
    *("validate", "command", "listener", "outputs"),
)


class Registry:
    """The engines, by name and by what they read. Safe to ask from any thread."""

    def __init__(
        self, engines: Iterable[Engine], *, plug_ins: bool = False, presets: Path | None = None
    ) -> None:
        """Take these engines; the earlier one gets a source that two of them read.

        Args:
            engines: The ones that are there from the start.
            plug_ins: Whether other packages may bring more.
            presets: Folder with preset files, which describe more.

        Raises:
            ValueError: Two have the same name.
        """
        self._engines: dict[str, Engine] = {}
        for engine in engines:
            if engine.name in self._engines:
                raise ValueError(f"two engines are called “{engine.name}”")
            self._engines[engine.name] = engine
        self._broken: list[Problem] = []
        self._unbuilt: dict[str, Callable[[], Engine]] = {}
        self._plug_ins = plug_ins
        self._presets = presets
        self._lock = threading.Lock()
        self._reading = threading.Lock()

    @classmethod
    def load(cls, presets: Path | None = None, allowed: Allowed = tuple) -> "Registry":
        """The built-in engines, those that preset files describe, and those of other packages.

        Args:
            presets: Folder with the preset files.
            allowed: Says which folders jobs from elsewhere may read without being asked for.
        """
        registry = cls([], plug_ins=True, presets=presets)
        registry._unbuilt = {
            "ffmpeg": _ffmpeg,
            "command": _command,
            "openjd": _openjd,
            "nexrender": partial(_nexrender, allowed),
            "manim": _manim,
            "blender": _blender,
        }
        return registry

    def _build(self, names: Iterable[str]) -> None:
        """Make built-in engines that were not needed before; importing one costs a while."""
        with self._lock:
            for name in names:
                make = self._unbuilt.pop(name, None)
                if make is not None:
                    self._engines[name] = make()

    @property
    def broken(self) -> tuple[Problem, ...]:
        """What is wrong with preset files and plug-ins that are not used; they block nothing."""
        self._build(tuple(self._unbuilt))
        self._look_for_more()
        return tuple(self._broken)

    def _look_for_more(self) -> None:
        self._read_presets()
        self._look_for_plug_ins()

    def _read_presets(self) -> None:
        """Read the preset files, once; what they describe must not hide what is built in."""
        # Who asks meanwhile waits: half of the engines would look like none.
        with self._reading:
            folder, self._presets = self._presets, None
            if folder is not None:
                self._take_presets(folder)

    def _take_presets(self, folder: Path) -> None:
        # Imported here: most commands need no engine, and most people have no preset files.
        from rendermanager.renderers.program import preset_engines  # noqa: PLC0415

        self._build(tuple(self._unbuilt))
        engines, problems = preset_engines(folder)
        with self._lock:
            self._broken += problems
            for engine in engines:
                if engine.name in {*self._engines, *self._preset_names()}:
                    text = f"The preset file for “{engine.name}” is not used: that name is taken."
                    self._broken.append(Problem("presets", text, "Give it another “name”."))
                else:
                    self._engines[engine.name] = cast("Engine", engine)

    def _preset_names(self) -> Iterator[str]:
        for engine in self._engines.values():
            for preset in engine.presets:
                yield from (preset.name, *preset.aliases)

    def _look_for_plug_ins(self) -> None:
        """Load the engines of other packages, the first time that the built-in ones do not do.

        Searching the installed packages takes longer than everything else here together.
        """
        with self._lock:
            wanted, self._plug_ins = self._plug_ins, False
            for point in _entry_points() if wanted else ():
                try:
                    engine = _loaded(point)
                    if engine.name in self._engines or engine.name in self._unbuilt:
                        raise ValueError(f"there is an engine “{engine.name}” already")  # noqa: TRY301
                except Exception as error:  # noqa: BLE001 - foreign code may raise anything
                    reason = str(error) or type(error).__name__
                    text = f"Plug-in “{point.name}” is not usable: {reason}."
                    self._broken.append(Problem("engine", text))
                else:
                    self._engines[engine.name] = engine

    def __iter__(self) -> Iterator[Engine]:
        """The engines, built-in ones first."""
        self._build(tuple(self._unbuilt))
        self._look_for_more()
        return iter(tuple(self._engines.values()))

    def get(self, name: str) -> Engine:
        """The engine with this name.

        Raises:
            BadInput: There is none; the nearest name is suggested.
        """
        self._build([name])
        if name not in self._engines:
            self._build(tuple(self._unbuilt))
            self._look_for_more()
        engine = self._engines.get(name)
        if engine is None:
            raise BadInput([unknown("engine", name, self._engines, "engine")])
        return engine

    def for_source(self, path: Path) -> Engine:
        """The engine whose business a file of this name is.

        Raises:
            BadInput: No engine reads it.
        """
        self._build(tuple(self._unbuilt))
        for engines in (tuple(self._engines.values()), self):
            for engine in engines:
                if engine.accepts(path):
                    return engine
        message = f"No engine reads “{shown(path)}”."
        raise BadInput([Problem("source", message, "Name the engine, or choose another file.")])

    def preset(self, name: str, engine: str = "") -> Preset:
        """The preset with this name or alias, of one engine or of any.

        Raises:
            BadInput: There is none, or no such engine; the nearest name is suggested.
        """
        presets = self.get(engine).presets if engine else self.presets()
        wanted = name.lower()
        for preset in presets:
            if wanted == preset.name.lower():
                return preset
        for preset in presets:
            if wanted in (alias.lower() for alias in preset.aliases):
                return preset
        known = [each for preset in presets for each in (preset.name, *preset.aliases)]
        raise BadInput([unknown("preset", name, known, "preset")])

    def presets(self) -> list[Preset]:
        """All presets, engine by engine."""
        return [preset for engine in self for preset in engine.presets]


def _ffmpeg() -> Engine:
    from rendermanager.renderers.ffmpeg import FfmpegEngine  # noqa: PLC0415 - see _build

    return FfmpegEngine()


def _blender() -> Engine:
    from rendermanager.renderers.blender.engine import BlenderEngine  # noqa: PLC0415 - see _build

    return BlenderEngine()


def _command() -> Engine:
    from rendermanager.renderers.command import CommandEngine  # noqa: PLC0415 - see _build

    return CommandEngine()


def _nexrender(allowed: Allowed) -> Engine:
    from rendermanager.renderers.nexrender import NexrenderEngine  # noqa: PLC0415 - see _build

    return NexrenderEngine(allowed)


def _openjd() -> Engine:
    from rendermanager.renderers.openjd import OpenJdEngine  # noqa: PLC0415 - see _build

    return OpenJdEngine()


def _manim() -> Engine:
    from rendermanager.renderers.manim import ManimEngine  # noqa: PLC0415 - see _build

    return ManimEngine()


def _entry_points() -> "Iterable[EntryPoint]":
    # Imported here for the same reason that plug-ins are looked for late.
    from importlib.metadata import entry_points  # noqa: PLC0415

    return entry_points(group=ENTRY_POINTS)


def _loaded(point: "EntryPoint") -> Engine:
    """The engine behind an entry point.

    Raises:
        TypeError: It is no engine. Whatever else its own code raises comes through.
    """
    found = point.load()
    engine = found() if isinstance(found, type) else found
    lacking = [name for name in _ATTRIBUTES if not hasattr(engine, name)]
    lacking += [name for name in _METHODS if not callable(getattr(engine, name, None))]
    if lacking:
        raise TypeError(f"it lacks {', '.join(lacking)}")
    usable: Engine = engine
    return usable
