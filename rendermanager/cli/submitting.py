"""The commands `render` and `submit`: the same arguments, with and without waiting."""

import contextlib
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

import click
import msgspec

from rendermanager.cli.context import CliContext, from_here, json_option, pass_context, start_log
from rendermanager.cli.output import print_json, say, show_problems
from rendermanager.cli.reporting import Tally, make_report
from rendermanager.config.paths import absolute
from rendermanager.core.errors import BadInput, UserError
from rendermanager.core.job import IfExists, JobSpec
from rendermanager.core.problem import Problem, Severity, unknown
from rendermanager.core.status import JobStatus, Priority
from rendermanager.services.link import Link, RemoteLink, find_owner
from rendermanager.services.report import Report, Waits
from rendermanager.services.views import View

FAILED: Final = 1
INTERRUPTED: Final = 130
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
            click.option(
                "--memory",
                default=0,
                metavar="MB",
                type=click.IntRange(0),
                help="Memory that it takes at its peak, in megabytes.",
            ),
            click.option(
                "--memory-limit",
                default=0,
                metavar="MB",
                type=click.IntRange(0),
                help="End it when it takes more memory than this, in megabytes.",
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
    wish, specs = asked(options)
    owner = find_owner(context.paths)
    report = Tally(make_report(as_json=context.as_json))
    try:
        if owner is not None:
            with contextlib.closing(owner):
                code = _render_there(context, owner, options["inputs"], specs, wish, report)
        else:
            code = _render_here(context, options["inputs"], specs, wish, report, slots)
    finally:
        report.close()
    raise SystemExit(report.exit_code if code == FAILED else code)


@click.command()
@job_options
@json_option
@pass_context
def submit(context: CliContext, /, **options: Any) -> None:
    """Add INPUT… to the queue and print the ids."""
    wish, specs = asked(options)
    with context.link() as link:
        answer = plan_through(link, "submit", options["inputs"], specs, wish)
    if context.as_json:
        print_json({"ids": answer["ids"], "problems": answer["problems"]})
    else:
        show_problems(answer["problems"])
        for job_id in answer["ids"]:
            say(str(job_id))
    raise SystemExit(UserError.exit_code if _is_refused(answer) else 0)


def asked(options: _Options) -> tuple[JobSpec, list[JobSpec]]:
    """What the options ask of every input, and the jobs of the jobs file.

    Raises:
        BadInput: Something in the options is wrong, or nothing is to be rendered.
    """
    changes, problems = changes_of(options["changes"])
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
        memory_mb=options["memory"],
        memory_limit_mb=options["memory_limit"],
        project=options["project"],
        tags=tuple(options["tags"]),
        submitter="cli",
    )
    return wish, _from_file(options["jobs"])


def changes_of(words: Sequence[str]) -> tuple[dict[str, object], list[Problem]]:
    """What ``--set key=value`` says, and what is wrong with it."""
    problems: list[Problem] = []
    changes: dict[str, object] = {}
    for change in words:
        key, found, value = change.partition("=")
        if not found or not key.strip():
            text = f"“{change}” is not of the form key=value."
            problems.append(Problem("set", text, "For example: --set crf=18"))
        changes[key.strip()] = value
    return changes, problems


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
    if text.isdecimal() and 1 <= int(text) <= MAX_CONCURRENCY:
        return int(text)
    raise UserError(f"--concurrency must be auto or 1 to {MAX_CONCURRENCY}, not “{text}”.")


def plan_through(
    link: Link, verb: str, inputs: Sequence[str], specs: Sequence[JobSpec], wish: JobSpec
) -> View:
    """Ask a link to `submit` or to `plan`; see `Desk.do_submit`."""
    there = isinstance(link, RemoteLink)
    wish = _with_absolute_output(wish)
    answer: View = link.perform(
        verb,
        inputs=[from_here(each) for each in inputs],
        specs=[asdict(spec) for spec in specs] if there else specs,
        wish=asdict(wish) if there else wish,
    )
    return answer


def _is_refused(answer: View) -> bool:
    return any(each["severity"] == Severity.ERROR for each in answer["problems"])


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
    from rendermanager.services.views import problem_view

    refused = False

    def plan(submitter: Submitter) -> Plan:
        nonlocal refused
        planned = submitter.plan(specs)
        if inputs:
            named = submitter.plan_inputs(inputs, _with_absolute_output(wish))
            planned = Plan((*planned.jobs, *named.jobs), (*planned.problems, *named.problems))
        if not planned.jobs and planned.blocking:
            raise BadInput(planned.problems)
        show_problems([problem_view(each) for each in planned.problems])
        refused = bool(planned.blocking)
        if not planned.jobs:
            raise _NothingLeftError
        return planned

    start_log(context)
    try:
        code = run_here(context.paths, plan, report, slots)
    except _NothingLeftError:
        return 0
    return code or (UserError.exit_code if refused else 0)


class _NothingLeftError(Exception):
    """Everything that was asked for is there already."""


def _render_there(
    context: CliContext,
    link: RemoteLink,
    inputs: Sequence[str],
    specs: Sequence[JobSpec],
    wish: JobSpec,
    report: Report,
) -> int:
    """Submit to the process that owns the queue and watch until these jobs end."""
    answer = plan_through(link, "submit", inputs, specs, wish)
    ids, refused = answer["ids"], _is_refused(answer)
    if refused and not ids:
        raise BadInput([msgspec.convert(each, Problem) for each in answer["problems"]])
    show_problems(answer["problems"])
    report.added(list(zip(ids, answer["names"], strict=True)))
    try:
        failed = _watch(link, ids, report)
    except KeyboardInterrupt:
        # On a line of its own: ours may be in the middle of an answer.
        with context.link() as fresh:
            fresh.perform("ask", what="cancel", ids=ids)
        return INTERRUPTED
    return FAILED if failed else UserError.exit_code if refused else 0


def _watch(link: RemoteLink, ids: Sequence[int], report: Report) -> int:
    left, failed = set(ids), 0
    before: dict[int, str] = {}
    waits = Waits(report)
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
                if status is JobStatus.RENDERING:
                    waits.started()
            before[job_id] = view["status"]
        waits.look({v["id"]: (v["waits_for"], v["reason"]) for v in views if "waits_for" in v})
        left &= {view["id"] for view in views}
        if left:
            time.sleep(POLL_INTERVAL_S)
    return failed


def _with_absolute_output(wish: JobSpec) -> JobSpec:
    if not wish.output:
        return wish
    return replace(wish, output=absolute(wish.output))


COMMANDS: Final = (render, submit)
