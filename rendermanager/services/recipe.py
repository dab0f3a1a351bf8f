"""Finds how a job is made: its engine, its preset, and the settings of both."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.job import JobSpec
from rendermanager.core.problem import Problem, unknown
from rendermanager.media.trouble import plain
from rendermanager.renderers.api import (
    Preset,
    RenderEngine,
)
from rendermanager.renderers.extras import (
    settings_for,
)
from rendermanager.renderers.registry import Registry
from rendermanager.renderers.settings import read_settings

NO_SOURCE: Final = Problem("source", "No source is named.", "Name a file to render.")


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a job is made.

    Attributes:
        engine: The engine.
        preset: The preset; None for an engine without any.
        settings: The engine's settings: preset and changes merged and checked.
    """

    engine: RenderEngine[Any]
    preset: Preset | None
    settings: Any

    def changes(self) -> dict[str, object]:
        """The settings that differ from the engine's defaults: what a job has to remember."""
        found: dict[str, object] = {}
        for field in dataclasses.fields(self.settings):
            value = getattr(self.settings, field.name)
            if value != field.default:
                found[field.name] = value
        return found

    def default_output(self, spec: JobSpec) -> Path:
        """See `RenderEngine.default_output`.

        Raises:
            BadInput: The system cannot say what stands under that name.
        """
        try:
            return self.engine.default_output(spec, self.settings)
        except OSError as error:
            text = f"“{plain(spec.output)}” cannot be used: {error.strerror or error}."
            raise BadInput([Problem("output", text, "Choose another output.")]) from error


def find_recipe(registry: Registry, default_preset: str, spec: JobSpec) -> Recipe:
    """The engine, preset and settings that a job asks for, by name or by its source.

    Args:
        registry: The engines and presets.
        default_preset: Taken where the job names none and its engine knows this one.
        spec: What was asked for.

    Raises:
        BadInput: Names or values are wrong; all of them are listed.
    """
    preset, problems = _preset(registry, spec)
    try:
        engine = _engine(registry, spec, preset)
    except BadInput as error:
        raise BadInput(once((*problems, *error.problems))) from error
    if problems:
        # Without its preset only the names of the settings can be judged, not their values.
        raise BadInput(once((*problems, *_unknown_settings(engine, spec))))
    if preset is None:
        preset = _usual_preset(registry, engine, default_preset)
    layer = preset.settings if preset else {}
    return Recipe(
        engine, preset, read_settings(settings_for(engine, spec, None), layer, spec.settings)
    )


def engine_of(registry: Registry, spec: JobSpec) -> RenderEngine[Any]:
    """The engine that a job asks for, by its name, by its preset or by its source.

    Raises:
        BadInput: There is none.
    """
    return _engine(registry, spec, _preset(registry, spec)[0])


def once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once: the same wish for many inputs has the same problem many times."""
    return tuple(dict.fromkeys(problems))


def _preset(registry: Registry, spec: JobSpec) -> tuple[Preset | None, tuple[Problem, ...]]:
    if not spec.preset:
        return None, ()
    try:
        return registry.preset(spec.preset, _engine_name(spec)), ()
    except BadInput as error:
        return None, error.problems


def _engine(registry: Registry, spec: JobSpec, preset: Preset | None) -> RenderEngine[Any]:
    name = _engine_name(spec) or (preset.engine if preset else "")
    if name:
        return registry.get(name)
    if not spec.source:
        raise BadInput([NO_SOURCE])
    return registry.for_source(Path(spec.source))


def _engine_name(spec: JobSpec) -> str:
    return spec.engine or ("command" if spec.argv else "")


def _usual_preset(
    registry: Registry, engine: RenderEngine[Any], default_preset: str
) -> Preset | None:
    if default_preset and engine.reads_source:
        try:
            return registry.preset(default_preset, engine.name)
        except BadInput:
            pass  # it belongs to another engine, or is gone
    return engine.presets[0] if engine.presets else None


def _unknown_settings(engine: RenderEngine[Any], spec: JobSpec) -> list[Problem]:
    kind: Any = settings_for(engine, spec, None)
    names = [field.name for field in dataclasses.fields(kind)]
    return [
        unknown("setting", key, names, f"settings.{key}")
        for key in spec.settings
        if key not in names
    ]
