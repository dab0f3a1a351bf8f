"""Which parts of a source may be chosen, such as scenes, and one job for each that is."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.job import JobSpec
from rendermanager.core.problem import Problem
from rendermanager.core.source import Part, SourceInfo
from rendermanager.media.trouble import plain
from rendermanager.renderers.api import (
    RenderEngine,
)
from rendermanager.renderers.extras import (
    settings_for,
)

BY_NAME: Final = ("scene", "composition")
"""Settings that take the name of a part."""
BY_NUMBER: Final = "entry"
"""The setting that takes the number of a part, counted from 1; left out, all of them are meant."""
_LEFT_OUT: Final = "left_out"

Choices = Mapping[str, Sequence[Mapping[str, object]]]
"""By the path of a source: settings to change, once for each job that is wanted of it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What one source holds of which some can be chosen.

    Attributes:
        source: Its path.
        setting: The setting that names a part.
        parts: Each name once, in its order.
        usual: Places of the parts that are rendered when nobody chooses.
        more: How many there are beyond these.
    """

    source: str
    setting: str
    parts: tuple[Part, ...]
    usual: frozenset[int] = frozenset()
    more: int = 0

    def change(self, at: int) -> dict[str, object]:
        """The change of settings that means one of the parts."""
        value: object = at + 1 if self.setting == BY_NUMBER else self.parts[at].name
        return {self.setting: value}


def part_setting(kind: type) -> str:
    """The setting by which a part of a source is named; empty where there is none."""
    names = {field.name for field in _fields(kind)}
    return next((name for name in (*BY_NAME, BY_NUMBER) if name in names), "")


def leaves_open(engine: RenderEngine[Any], spec: JobSpec) -> bool:
    """Whether there is something to choose or to fill in before a source is rendered.

    Blocks on the disk.

    Args:
        engine: Its engine.
        spec: The job as asked for, its source named.
    """
    try:
        kind = settings_for(engine, spec, None)
    except BadInput:
        return False
    setting = part_setting(kind)
    if setting:
        return not spec.settings.get(setting)
    # Others than its engine has: the source brings them along.
    return {each.name for each in _fields(kind)} != {each.name for each in _fields(engine.settings)}


def contents_of(spec: JobSpec, setting: str, source: SourceInfo, *, needs_one: bool) -> Contents:
    """What a source holds, and what of it a job without a choice would render.

    Args:
        spec: Such a job, its source named.
        setting: See `part_setting`.
        source: What was found inside.
        needs_one: Whether its engine will not go on before a part is named.
    """
    unique = {part.name: part for part in source.parts}
    parts, more = tuple(unique.values()), int(source.facts.get(_LEFT_OUT, "0"))
    made = Contents(spec.source, setting, parts, more=more)
    named = spec.settings.get(setting)
    if named:
        usual = [at for at in range(len(parts)) if str(made.change(at)[setting]) == str(named)]
    elif setting == BY_NUMBER:
        usual = list(range(len(parts)))
    else:
        usual = [] if needs_one else [0]
    return replace(made, usual=frozenset(usual))


def chosen(specs: Iterable[JobSpec], choices: Choices) -> tuple[list[JobSpec], list[Problem]]:
    """A job for each choice, in the place of the one that was asked for.

    Args:
        specs: Jobs, their sources named.
        choices: Sources that are not among these stay as they are.

    Returns:
        The jobs, and what is to be said of sources of which nothing is chosen.
    """
    jobs: list[JobSpec] = []
    problems: list[Problem] = []
    for spec in specs:
        changes = choices.get(spec.source, ({},))
        jobs += [replace(spec, settings={**spec.settings, **change}) for change in changes]
        if not changes:
            text = f"Nothing in “{plain(Path(spec.source).name)}” is chosen."
            problems.append(Problem("parts", text, "Choose what to render of it."))
    return jobs, problems


def _fields(kind: Any) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(kind)
