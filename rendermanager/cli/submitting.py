"""The commands `render` and `submit`: the same arguments, with and without waiting."""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

import click

from rendermanager.cli.context import CliContext, json_option, pass_context
from rendermanager.cli.output import print_json, say, show_problems
from rendermanager.cli.reporting import make_report
from rendermanager.config.paths import absolute
from rendermanager.core.errors import BadInput, UserError
from rendermanager.core.job import IfExists, JobSpec
from rendermanager.core.problem import Problem, Severity, unknown
from rendermanager.core.status import JobStatus, Priority
from rendermanager.services.link import Link, RemoteLink, find_owner, open_link
from rendermanager.services.report import Report
from rendermanager.services.views import View

POLL_INTERVAL_S: Final = 0.25
MAX_CONCURRENCY: Final = 64

_Options = dict[str, Any]


def job_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The arguments that describe jobs."""
    for option in reversed(
        [
            click.argument("inputs", nargs=-1),
            click.option("--preset", "-p", default="", help="Preset; see “presets”."),
            click.option("--output", "-o", default="", help="Result: a file, or a folder."),
            click.option("--set", "changes", multiple=True, metavar="KEY=VALUE", help="Setting."),
            click.option("--priority", default="normal", help="urgent, high, normal, low, system."),
            click.option("--engine", default="", help="Render engine; see “engines”."),
            click.option("--name", default="", help="Name in the queue."),
            click.option(
                "--if-exists",
                default=IfExists.VERSION.value,
                help="version (default), replace or skip.",
            ),
            click.option("--project", default="", help="Project or client."),
            click.option("--tag", "tags", multiple=True, help="Word to find it by."),
            click.option("--jobs", default="", metavar="FILE.jsonl", help="One job on each line."),
        ]
    ):
        command = option(command)
    return command


@click.command()
@job_options
@click.option("--concurrency", "-j", default="auto", metavar="N|auto", help="Renders at once.")
@json_option
@pass_context
def render(context: CliContext, /, concurrency: str, **options: Any) -> None:
    """Render INPUT… (files, folders, sequences) and wait until it is done."""
    slots = _slots(concurrency)
    wish, specs = _asked(options)
    owner = find_owner(context.paths)
    report = make_report(as_json=context.as_json)
    try:
        if owner is not None:
            code = _render_there(owner, options["inputs"], specs, wish, report)
        else:
            code = _render_here(context, options["inputs"], specs, wish, report, slots)
    finally:
        report.close()
    raise SystemExit(code)


@click.command()
@job_options
@json_option
@pass_context
def submit(context: CliContext, /, **options: Any) -> None:
    """Add INPUT… to the queue and print the ids."""
    wish, specs = _asked(options)
    with open_link(context.paths) as link:
        ids, refused = _submit(link, options["inputs"], specs, wish)
    if context.as_json:
        print_json({"ids": ids})
    else:
        for job_id in ids:
            say(str(job_id))
    raise SystemExit(2 if refused else 0)


def _asked(options: _Options) -> tuple[JobSpec, list[JobSpec]]:
    """What the options ask of every input, and the jobs of the jobs file.

    Raises:
        BadInput: Something in the options is wrong, or nothing is to be rendered.
    """
    problems: list[Problem] = []
    changes: dict[str, object] = {}
    for change in options["changes"]:
        key, found, value = change.partition("=")
        if not found or not key.strip():
            text = f"“{change}” is not of the form key=value."
            problems.append(Problem("set", text, "For example: --set crf=18"))
        changes[key.strip()] = value
    priority = Priority.NORMAL
    try:
        priority = Priority.from_word(options["priority"])
    except ValueError:
        words = [level.word for level in Priority]
        problems.append(unknown("priority", options["priority"], words, "priority"))
    if options["if_exists"] not in list(IfExists):
        problems.append(unknown("choice", options["if_exists"], list(IfExists), "if-exists"))
    if not options["inputs"] and not options["jobs"]:
        problems.append(
            Problem("inputs", "Nothing to render.", "Name files or folders, or “sample:”.")
        )
    if problems:
        raise BadInput(problems)
    wish = JobSpec(
        engine=options["engine"],
        preset=options["preset"],
        output=options["output"],
        name=options["name"],
        settings=changes,
        priority=priority,
        if_exists=IfExists(options["if_exists"]),
        project=options["project"],
        tags=tuple(options["tags"]),
        submitter="cli",
    )
    return wish, _from_file(options["jobs"])


def _from_file(name: str) -> list[JobSpec]:
    if not name:
        return []
    from rendermanager.services.jobfile import read_jobs

    specs = read_jobs(Path(name), "cli")
    if not specs:
        raise BadInput([Problem("jobs", f"“{name}” holds no jobs.", "One JSON object a line.")])
    return specs


def _slots(text: str) -> int:
    if text == "auto":
        return 0
    if text.isdigit() and 1 <= int(text) <= MAX_CONCURRENCY:
        return int(text)
    raise UserError(f"--concurrency must be auto or 1 to {MAX_CONCURRENCY}, not “{text}”.")


def _submit(
    link: Link, inputs: Sequence[str], specs: Sequence[JobSpec], wish: JobSpec
) -> tuple[list[int], int]:
    """Submit through a link; the ids, and how many problems stood in the way."""
    here = isinstance(link, RemoteLink)
    answer = link.perform(
        "submit",
        inputs=[_from_here(each) for each in inputs],
        specs=[asdict(spec) for spec in specs] if here else specs,
        wish=asdict(_with_absolute_output(wish)) if here else _with_absolute_output(wish),
    )
    show_problems(answer["problems"])
    refused = sum(each["severity"] == Severity.ERROR for each in answer["problems"])
    if not answer["ids"] and not refused:
        show_problems([])
    return answer["ids"], refused


def _render_here(
    context: CliContext,
    inputs: Sequence[str],
    specs: Sequence[JobSpec],
    wish: JobSpec,
    report: Report,
    slots: int,
) -> int:
    # Qt is only imported once it is sure that this process renders.
    from rendermanager.app.headless import render as run_here
    from rendermanager.services.submit import Plan, Submitter

    refused = 0

    def plan(submitter: Submitter) -> Plan:
        nonlocal refused
        planned = submitter.plan(specs)
        if inputs:
            named = submitter.plan_inputs(inputs, _with_absolute_output(wish))
            planned = Plan((*planned.jobs, *named.jobs), (*planned.problems, *named.problems))
        if not planned.jobs and planned.blocking:
            raise BadInput(planned.problems)
        from rendermanager.services.views import problem_view

        show_problems([problem_view(each) for each in planned.problems])
        refused = len(planned.blocking)
        return planned

    from rendermanager.log import set_up_logging

    set_up_logging(context.paths.app_log, verbose=context.verbose)
    code = run_here(context.paths, plan, report, slots)
    return code or (2 if refused else 0)


def _render_there(
    link: RemoteLink,
    inputs: Sequence[str],
    specs: Sequence[JobSpec],
    wish: JobSpec,
    report: Report,
) -> int:
    """Submit to the process that owns the queue and watch until these jobs end."""
    ids, refused = _submit(link, inputs, specs, wish)
    views: list[View] = link.perform("list", ids=ids)
    report.added([(view["id"], view["name"]) for view in views])
    try:
        failed = _watch(link, ids, report)
    except KeyboardInterrupt:
        link.perform("ask", what="cancel", ids=ids)
        return 130
    return 1 if failed else 2 if refused else 0


def _watch(link: RemoteLink, ids: Sequence[int], report: Report) -> int:
    left, failed = set(ids), 0
    before: dict[int, str] = {}
    while left:
        views: list[View] = link.perform("list", ids=sorted(left))
        report.moved([view for view in views if view["status"] == "rendering" and "fps" in view])
        for view in views:
            job_id, status = view["id"], JobStatus(view["status"])
            if status.is_ended:
                left.discard(job_id)
                failed += status is not JobStatus.COMPLETED
                report.ended(view)
            elif before.get(job_id) not in (None, view["status"]):
                report.changed(job_id, status, view["reason"])
            before[job_id] = view["status"]
        left &= {view["id"] for view in views}
        if left:
            time.sleep(POLL_INTERVAL_S)
    return failed


def _from_here(text: str) -> str:
    """An input as an absolute path: the owner of the queue works in another folder."""
    # Loads the media rules, which other commands do without.
    from rendermanager.services.sources import SAMPLE

    return text if text == SAMPLE else absolute(text)


def _with_absolute_output(wish: JobSpec) -> JobSpec:
    if not wish.output:
        return wish
    return replace(wish, output=absolute(wish.output))
