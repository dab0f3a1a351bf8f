"""Commands about jobs that exist: list, show, log, cancel, pause and their relatives."""

from collections.abc import Sequence
from typing import Any, Final

import click

from rendermanager.cli.context import CliContext, json_option, pass_context
from rendermanager.cli.joblog import log
from rendermanager.cli.output import complain, one_line, print_json, print_lines, say, table
from rendermanager.cli.reporting import facts_of, is_doubtful, tell_choices
from rendermanager.core.errors import UserError
from rendermanager.core.status import ENDED_JOBS
from rendermanager.services.views import View

MOST_OUTPUTS: Final = 5
"""Results that are named one by one; `--json` names them all."""

job_ids = click.argument("ids", nargs=-1, required=True, type=click.IntRange(min=1), metavar="ID…")


@click.command("list")
@click.option("--status", "statuses", multiple=True, help="Only jobs in this status.")
@json_option
@pass_context
def list_jobs(context: CliContext, statuses: tuple[str, ...]) -> None:
    """List the jobs in the order they run."""
    with context.link() as link:
        what = "list" if context.as_json else "brief"
        views: list[View] = link.perform(what, statuses=list(statuses))
        trouble: str = link.perform("trouble")["trouble"]
    if trouble:
        complain(f"! {trouble}")
    if context.as_json:
        print_lines(views, as_json=True)
    elif views:
        print_lines(table([("ID", "STATUS", "DONE", "NAME", ""), *map(_row, views)]), as_json=False)
    else:
        say("No job has this status." if statuses else "The queue is empty.")


def _row(view: View) -> tuple[str, ...]:
    told = view["error"]["message"] if view["error"] else facts_of(view) or view["reason"]
    if is_doubtful(view):
        told = f"done with warnings: {view['warnings'][0]}"
    return (
        str(view["id"]),
        str(view["status"]),
        f"{view['progress'] * 100:.0f} %",
        one_line(view["name"]),
        one_line(told),
    )


@click.command()
@click.argument("job_id", type=click.IntRange(min=1), metavar="ID")
@json_option
@pass_context
def show(context: CliContext, job_id: int) -> None:
    """Show one job with its attempts and its story."""
    with context.link() as link:
        view: View = link.perform("show", job_id=job_id)
    if context.as_json:
        print_json(view)
        return
    events = view.pop("events")
    history = view.pop("history")
    view["outputs"] = _few(view["outputs"])
    for key, value in view.items():
        # Nearly every job has one task: that says nothing.
        if value not in (None, "", [], {}) and (key, value) != ("tasks", 1):
            say(f"{key + ':':<12} {one_line(_text(value))}")
    for number, attempt in enumerate(history, start=1):
        part = f" ({one_line(attempt['part'])})" if attempt["part"] else ""
        outcome = attempt["outcome"] or attempt["state"]
        say(f"attempt {number}{part}: {outcome} {attempt['log']}")
    for event in events:
        if event["what"] == "job":
            say(f"{event['at']}  {event['old']} → {event['new']}  {one_line(event['reason'])}")
    if is_doubtful(view):
        tell_choices(view)


def _few(outputs: Sequence[str]) -> list[str]:
    """The results for a person: of a sequence its two ends."""
    if len(outputs) <= MOST_OUTPUTS:
        return list(outputs)
    return [f"{outputs[0]} … {outputs[-1]} ({len(outputs)} files)"]


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}={each}" for key, each in value.items() if each not in (None, ""))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _verb(name: str, help_text: str) -> click.Command:
    @click.command(name, help=help_text)
    @job_ids
    @json_option
    @pass_context
    def command(context: CliContext, ids: tuple[int, ...]) -> None:
        with context.link() as link:
            answer_all(context, link.perform("ask", what=name, ids=list(ids)))

    return command


VERBS: Final = [
    _verb("cancel", "End jobs, with all their processes."),
    _verb("pause", "Keep jobs from running; what runs is suspended."),
    _verb("resume", "Let paused jobs go on."),
    _verb("keep", "Keep results that are done with warnings as they are."),
    _verb("remove", "Take jobs out of the list; “restore-jobs” brings them back."),
]


@click.command("restore-jobs")
@job_ids
@json_option
@pass_context
def restore_jobs(context: CliContext, ids: tuple[int, ...]) -> None:
    """Bring removed jobs back into the list."""
    with context.link() as link:
        answer_all(context, link.perform("ask", what="restore", ids=list(ids)))


@click.command()
@click.argument("job_id", type=click.IntRange(min=1), metavar="ID")
@click.argument("level")
@json_option
@pass_context
def priority(context: CliContext, job_id: int, level: str) -> None:
    """Serve a job earlier or later: urgent, high, normal, low, system."""
    with context.link() as link:
        answer_all(context, link.perform("priority", ids=[job_id], level=level))


@click.command()
@click.argument("job_id", type=click.IntRange(min=1), metavar="ID")
@click.argument("place")
@json_option
@pass_context
def move(context: CliContext, job_id: int, place: str) -> None:
    """Move a waiting job within its priority: top, up, down, bottom."""
    with context.link() as link:
        answer_all(context, link.perform("move", ids=[job_id], place=place))


def answer_all(context: CliContext, answers: Sequence[View]) -> None:
    """Print what came of it; a job that does not exist, or cannot, is bad input."""
    print_lines(answers if context.as_json else (), as_json=True)
    for answer in () if context.as_json else answers:
        line = f"{answer['id']} {answer['message']}"
        if answer["done"]:
            say(line)
        else:
            complain(f"✗ Job {line}")
    if not all(answer["done"] for answer in answers):
        raise SystemExit(2)


@click.command("pause-queue")
@click.option("--now", is_flag=True, help="Suspend what runs as well.")
@json_option
@pass_context
def pause_queue(context: CliContext, now: bool) -> None:
    """Start nothing new until “resume-queue”."""
    with context.link() as link:
        _tell(context, link.perform("pause_queue", now=now), "The queue is paused.")


@click.command("resume-queue")
@json_option
@pass_context
def resume_queue(context: CliContext) -> None:
    """Let the queue run."""
    with context.link() as link:
        _tell(context, link.perform("resume_queue"), "The queue runs.")


@click.command()
@click.option("--completed", is_flag=True, help="Jobs that completed.")
@click.option("--failed", is_flag=True, help="Jobs that failed.")
@click.option("--all", "everything", is_flag=True, help="All that ended.")
@json_option
@pass_context
def clear(context: CliContext, completed: bool, failed: bool, everything: bool) -> None:
    """Remove ended jobs from the list; running and waiting ones stay."""
    statuses = ["completed"] * completed + ["failed"] * failed
    if everything:
        statuses = sorted(ENDED_JOBS)
    if not statuses:
        raise UserError("Say which jobs: --completed, --failed or --all.")
    with context.link() as link:
        view: View = link.perform("clear", statuses=statuses)
    _tell(context, view, f"{len(view['removed'])} removed.")


@click.command()
@json_option
@pass_context
def stats(context: CliContext) -> None:
    """Say how the queue stands."""
    with context.link() as link:
        view: View = link.perform("stats")
    if context.as_json:
        print_json(view)
        return
    for status, number in view["by_status"].items():
        say(f"{number:>8} {status}")
    say(f"{view['jobs']:>8} in all" + (" — the queue is paused" if view["queue_paused"] else ""))
    for sentence in view["stopped"]:
        say(f"! {one_line(sentence)}")


def _tell(context: CliContext, view: View, sentence: str) -> None:
    if context.as_json:
        print_json(view)
    else:
        say(sentence)


COMMANDS: Final = [
    list_jobs,
    show,
    log,
    *VERBS,
    restore_jobs,
    priority,
    move,
    pause_queue,
    resume_queue,
    clear,
    stats,
]
