"""Commands about what fails: failures by cause, run a group again, try now."""

from typing import Any, Final

import click

from rendermanager.cli.context import CliContext, json_option, pass_context
from rendermanager.cli.output import one_line, print_json, print_lines, say, table
from rendermanager.cli.queueing import answer_all
from rendermanager.services.views import View


@click.command()
@json_option
@pass_context
def failures(context: CliContext) -> None:
    """List why jobs failed: each cause once, with how many jobs it stopped."""
    with context.link() as link:
        views: list[View] = link.perform("failures")
    if context.as_json:
        print_lines(views, as_json=True)
        return
    if not views:
        say("No job has failed.")
        return
    rows = [(view["key"], str(view["count"]), one_line(view["message"])) for view in views]
    print_lines(table([("CAUSE", "JOBS", ""), *rows]), as_json=False)


@click.command(help="Run ended jobs again: by their ids, or all that failed for one cause.")
@click.argument("ids", nargs=-1, type=click.IntRange(min=1), metavar="ID…")
@click.option("--cause", default="", metavar="KEY", help="All of this cause; see “failures”.")
@click.option("--from-start", is_flag=True, help="Render frames again that are there already.")
@json_option
@pass_context
def retry(context: CliContext, ids: tuple[int, ...], cause: str, from_start: bool) -> None:
    """Run ended jobs again."""
    if bool(ids) is bool(cause):
        raise click.UsageError("Name jobs by their ids, or a cause of “rendermanager failures”.")
    if cause and from_start:
        raise click.UsageError("Name the jobs that are to be rendered from the start.")
    with context.link() as link:
        if cause:
            answers = link.perform("retry_cause", key=cause)
        else:
            answers = link.perform(
                "ask", what="retry_from_start" if from_start else "retry", ids=list(ids)
            )
    answer_all(context, answers)


@click.command("try-now")
@json_option
@pass_context
def try_now(context: CliContext) -> None:
    """Try at once what was stopped after failures in a row."""
    with context.link() as link:
        view: View = link.perform("try_now")
    if context.as_json:
        print_json(view)
    else:
        say("What was stopped is tried now.")


COMMANDS: Final[list[Any]] = [failures, retry, try_now]
