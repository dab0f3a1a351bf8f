"""The commands that presets and jobs are rendered with, as one would paste them into a shell."""

import shlex
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rendermanager.core.job import Job, JobSpec
from rendermanager.engine.prepare import request_for
from rendermanager.engine.programs import Programs
from rendermanager.log import masked_words
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


def job_commands(registry: Registry, programs: Programs, jobs: Sequence[Job]) -> list[str]:
    """The lines of jobs, one for each task; passwords are masked. Blocks on the programs.

    Raises:
        RenderManagerError: A job makes no sense any more, or a program is not there.
    """
    lines = []
    for job in jobs:
        if job.spec.argv:
            lines.append(shlex.join(masked_words(job.spec.argv)))
            continue
        engine, spec = registry.get(job.spec.engine), job.spec
        folder = str(Path(spec.output).parent)
        settings = request_for(spec, job.source, engine).settings
        for task in tasks_of(engine, spec, settings, job.source):
            request = request_for(spec, job.source, engine, folder, task=task)
            argv = engine.command(request, programs.get(engine)).argv
            lines.append(shlex.join(masked_words(argv)))
    return lines
