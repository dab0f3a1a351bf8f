"""The command `check`: everything that speaks against jobs, without adding them."""

from pathlib import Path
from typing import Any, Final

import click
import msgspec

from rendermanager.cli.context import CliContext, json_option, pass_context
from rendermanager.cli.output import one_line, print_json, say, show_problems
from rendermanager.cli.submitting import asked, job_options, plan_through
from rendermanager.core.amounts import size_words
from rendermanager.core.errors import UserError
from rendermanager.core.job import JobSpec
from rendermanager.core.problem import Problem, Severity
from rendermanager.services.views import View, problem_view


@click.command()
@job_options
@json_option
@pass_context
def check(context: CliContext, /, **options: Any) -> None:
    """Say what would come of INPUT…, and everything that is wrong; add nothing."""
    wish, specs = asked(options)
    with context.link() as link:
        plan = plan_through(link, "plan", options["inputs"], specs, wish)
    jobs, problems = _examined(context, plan)
    is_good = all(problem["severity"] != Severity.ERROR for problem in problems)
    if context.as_json:
        print_json({"ok": is_good, "jobs": jobs, "problems": problems})
    else:
        show_problems(problems)
        for job in jobs:
            if job["ok"]:
                say(_line(job))
    raise SystemExit(0 if is_good else UserError.exit_code)


def _examined(context: CliContext, plan: View) -> tuple[list[View], list[View]]:
    """Each planned job as it would fare, and all problems, each once."""
    from rendermanager.config.settings import load_settings
    from rendermanager.engine.programs import Programs
    from rendermanager.media.reader import MediaReader
    from rendermanager.renderers.registry import Registry
    from rendermanager.services.preflight import Preflight
    from rendermanager.services.trustbook import TrustBook

    media = MediaReader()
    settings = load_settings(context.paths.settings)
    programs = Programs(settings.programs)
    preflight = Preflight(
        Registry.load(context.paths.presets, TrustBook(context.paths.trusted).folders),
        programs,
        media,
        floor_bytes=settings.disk_floor_bytes,
    )
    jobs: list[View] = []
    found: list[Problem] = []
    try:
        for each in plan["jobs"]:
            spec = msgspec.convert(each, JobSpec)
            verdict = preflight.examine(spec)
            jobs.append(_view(spec, ok=not verdict.blocks, about_bytes=verdict.about_bytes))
            found += verdict.problems
    finally:
        media.close()
    deep = [problem_view(problem) for problem in dict.fromkeys(found)]
    # What was a note to the plan may be an error to the look, which is then what counts.
    told = {problem["message"] for problem in deep}
    return jobs, [*(each for each in plan["problems"] if each["message"] not in told), *deep]


def _view(spec: JobSpec, *, ok: bool, about_bytes: int) -> View:
    return {
        "ok": ok,
        "name": spec.name,
        "engine": spec.engine,
        "preset": spec.preset,
        "source": spec.source,
        "output": spec.output,
        "about_bytes": about_bytes,
    }


def _line(job: View) -> str:
    """A job that can be rendered: its name, where its result goes, and how large that gets."""
    where = f" → {one_line(job['output'])}" if job["output"] else ""
    size = f", about {size_words(job['about_bytes'])}" if job["about_bytes"] else ""
    return f"✓ {one_line(job['name'] or Path(job['source']).name)}{where}{size}"


COMMANDS: Final = (check,)
