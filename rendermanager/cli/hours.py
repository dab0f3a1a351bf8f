"""The commands `hours`, `hours set` and `hours clear`: what may run at once at which hours."""

from datetime import datetime
from typing import Final

import click

from rendermanager.cli.context import CliContext, json_option, pass_context
from rendermanager.cli.output import print_json, print_lines, say, table
from rendermanager.services.views import View


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def hours(ctx: click.Context) -> None:
    r"""Show what may run at once at which hours of the week.

    \b
    A window says on which days, at which hours, and what is allowed then:
      mon-fri 09:00-18:00 1    one render at once
      22:00-06:00 x1.5         every night, one and a half times the usual number
      sat,sun idle             nothing is started while somebody works here
      12:00-13:00 none         nothing is started
    Where several hold, the last one counts; where none does, all is as usual.
    """
    if ctx.invoked_subcommand is None:
        context = ctx.ensure_object(CliContext)
        with context.link() as link:
            _answer(context, link.perform("hours"))


@hours.command("set")
@click.argument("windows", nargs=-1, required=True, metavar="WINDOWS…")
@json_option
@pass_context
def set_hours(context: CliContext, windows: tuple[str, ...]) -> None:
    """Put WINDOWS in the place of all others."""
    with context.link() as link:
        _answer(context, link.perform("set_hours", hours=windows))


@hours.command("clear")
@json_option
@pass_context
def clear(context: CliContext) -> None:
    """Let renders run as usual at any hour."""
    with context.link() as link:
        _answer(context, link.perform("set_hours", hours=()))


def _answer(context: CliContext, view: View) -> None:
    if context.as_json:
        print_json(view)
        return
    if not view["hours"]:
        say("Renders run as usual at any hour.")
    else:
        rows = [(f"{place}", each) for place, each in enumerate(view["hours"], 1)]
        print_lines(table(rows), as_json=False)
        say(f"Now: {_allowed(view['now'])}. {_next(view)}".rstrip())
    if view["concurrency"]:
        number = view["concurrency"]
        say(f"This does not count for what runs now: it was started with --concurrency {number}.")


def _allowed(word: str) -> str:
    """What is allowed, for people; `word` is as windows are written."""
    if word.startswith("x"):
        return "as usual" if word == "x1" else f"{word[1:]} times the usual number of renders"
    words = {
        "none": "nothing is started",
        "idle": "nothing is started while somebody works here",
        "1": "one render at once",
    }
    return words.get(word, f"{word} renders at once")


def _next(view: View) -> str:
    if view["until"] is None:
        return "That never changes."
    until = datetime.fromisoformat(view["until"])
    return f"From {until:%A, %Y-%m-%d %H:%M} on: {_allowed(view['then'])}."


COMMANDS: Final = (hours,)
