"""The command that a preset renders the sample with, as one would paste it into a shell."""

import shlex
from dataclasses import replace
from pathlib import Path

from rendermanager.core.job import JobSpec
from rendermanager.engine.prepare import request_for
from rendermanager.engine.programs import Programs
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import Preset
from rendermanager.renderers.extras import tasks_of
from rendermanager.renderers.registry import Registry
from rendermanager.services.recipe import find_recipe
from rendermanager.services.sources import sample_file


def sample_command(
    registry: Registry, programs: Programs, media: MediaReader, preset: Preset
) -> str:
    """The line; empty for an engine that the sample is nothing for. Blocks on the program.

    Raises:
        RenderManagerError: The preset makes no sense, or the program is not there.
    """
    source = sample_file()
    engine = registry.get(preset.engine)
    if not engine.reads_source or not engine.accepts(source):
        return ""
    spec = JobSpec(
        source=str(source),
        engine=preset.engine,
        preset=preset.name,
        settings=dict(preset.settings),
    )
    recipe = find_recipe(registry, "", spec)
    output = Path.home() / recipe.default_output(spec).name
    settled = replace(spec, settings=recipe.changes(), output=str(output))
    info = engine.inspect(source, media)
    task = tasks_of(engine, settled, recipe.settings, info)[0]
    request = request_for(settled, info, engine, str(output.parent), task=task)
    return shlex.join(engine.command(request, programs.get(engine)).argv)
