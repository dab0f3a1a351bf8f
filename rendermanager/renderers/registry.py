"""All render engines of this installation: the built-in ones and those of other packages."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem, unknown
from rendermanager.media.trouble import plain, quoted, shown
from rendermanager.renderers.api import Preset, RenderEngine
from rendermanager.renderers.settings import read_settings

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
        self._folder = presets
        self._seen: tuple[object, ...] | None = None
        self._described: dict[str, Engine] = {}
        self._own: dict[str, Preset] = {}
        self._wrong_files: list[Problem] = []
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
        return (*self._wrong_files, *self._broken)

    def _look_for_more(self) -> None:
        self._read_presets()
        self._look_for_plug_ins()

    def refresh(self) -> None:
        """Read the preset files again if one of them is another one now. Blocks on the disk."""
        with self._reading:
            if self._seen is not None and self._folder is not None:
                self._take_presets(self._folder)

    def _read_presets(self) -> None:
        """Read the preset files, once; what they describe must not hide what is built in."""
        # Who asks meanwhile waits: half of the engines would look like none.
        with self._reading:
            if self._seen is None and self._folder is not None:
                self._take_presets(self._folder)

    def _take_presets(self, folder: Path) -> None:
        # Imported here: most commands need no engine, and most people have no preset files.
        from rendermanager.renderers.program import preset_files  # noqa: PLC0415

        # Looked at before they are read: what changes meanwhile is then read the next time.
        seen = _signs(folder)
        if seen == self._seen:
            return
        self._build(tuple(self._unbuilt))
        found = preset_files(folder)
        with self._lock:
            built_in = {k: v for k, v in self._engines.items() if k not in self._described}
        taken = {*built_in, *_names(built_in.values())}
        described: dict[str, Engine] = {}
        wrong = list(found.problems)
        for engine in found.engines:
            if engine.name in taken:
                wrong.append(_taken(engine.name))
            else:
                described[engine.name] = cast("Engine", engine)
                taken.add(engine.name)
        with self._lock:
            self._engines = {**built_in, **described}
            self._described = described
        self._own, problems = self._usable(found.presets, taken)
        self._wrong_files = [*wrong, *problems]
        self._seen = seen

    def _usable(
        self, presets: Iterable[Preset], taken: set[str]
    ) -> tuple[dict[str, Preset], list[Problem]]:
        """The presets of engines that are there, and what is wrong with the others."""
        own: dict[str, Preset] = {}
        wrong: list[Problem] = []
        for preset in presets:
            if preset.name in taken or preset.name in own:
                wrong.append(_taken(preset.name))
                continue
            problems = self._misfits(preset)
            if problems:
                wrong += problems
            else:
                own[preset.name] = preset
        return own, wrong

    def _misfits(self, preset: Preset) -> list[Problem]:
        """What an engine has to say against a preset that a person has made of it."""
        if preset.engine not in self._engines:
            self._look_for_plug_ins()
        engine = self._engines.get(preset.engine)
        if engine is None:
            problems = [unknown("engine", preset.engine, self._engines, "engine")]
        else:
            problems = misfits(engine, preset.settings)
        where = quoted(Path(preset.file))
        return [Problem("presets", plain(f"{where}: {p.message}"), p.hint) for p in problems]

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

    def reads(self, path: Path) -> bool:
        """Whether a file of this name is the business of any engine."""
        try:
            self.for_source(path)
        except BadInput:
            return False
        return True

    def preset(self, name: str, engine: str = "") -> Preset:
        """The preset with this name or alias, of one engine or of any.

        Raises:
            BadInput: There is none, or no such engine; the nearest name is suggested.
        """
        presets = [*self.get(engine).presets, *self._own_of(engine)] if engine else self.presets()
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
        """All presets, engine by engine, those that a person has made of it last."""
        return [
            preset for engine in self for preset in (*engine.presets, *self._own_of(engine.name))
        ]

    def _own_of(self, engine: str) -> list[Preset]:
        self._read_presets()
        return [preset for preset in self._own.values() if preset.engine == engine]


def misfits(engine: Engine, settings: Mapping[str, object]) -> list[Problem]:
    """What is wrong with the settings of a preset of this engine."""
    if hasattr(engine, "settings_for"):
        # Which settings there are is known once there is a source.
        return []
    try:
        read_settings(engine.settings, settings)
    except BadInput as error:
        return list(error.problems)
    return []


def _names(engines: Iterable[Engine]) -> Iterator[str]:
    for engine in engines:
        for preset in engine.presets:
            yield from (preset.name, *preset.aliases)


def _taken(name: str) -> Problem:
    text = f"The preset file for “{name}” is not used: that name is taken."
    return Problem("presets", text, "Give it another “name”.")


def _signs(folder: Path) -> tuple[object, ...]:
    """What a change of the files in a folder shows by."""
    try:
        with os.scandir(folder) as entries:
            found = [(each.name, each.stat()) for each in entries]
    except OSError as error:
        return (error.errno,)
    return tuple(sorted((n, s.st_mtime_ns, s.st_size, s.st_ino) for n, s in found))


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
