"""The entry point: global options and the list of commands."""

import sys
from collections.abc import Sequence
from typing import Final

import click

from rendermanager import __version__
from rendermanager.cli.context import CliContext
from rendermanager.cli.group import Commands
from rendermanager.cli.output import show_error
from rendermanager.core.errors import UserError

INTERRUPTED: Final = 130
PLACES: Final = {
    "submitting": ("render", "submit"),
    "checking": ("check",),
    "looking": ("look",),
    "presetting": ("presets",),
    "queueing": (
        *("list", "show", "log", "cancel", "pause", "resume", "keep", "remove", "restore-jobs"),
        *("priority", "move", "pause-queue", "resume-queue", "clear", "stats"),
    ),
    "failing": ("failures", "retry", "try-now"),
    "machinery": (
        *("serve", "gui", "engines", "doctor", "schema"),
        *("backup", "backups", "restore"),
    ),
    "hours": ("hours",),
    "measuring": ("resources", "usage"),
    "desktop": ("desktop",),
    "secrets": ("secret",),
    "trusting": ("trust",),
}
"""Where each command is; what is not asked for is not imported."""


@click.group(
    cls=Commands,
    places=PLACES,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--data-dir", default="", metavar="DIR", help="Keep all state in DIR.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@click.option("--verbose", "-v", is_flag=True, help="Show the app's log on standard error.")
@click.version_option(__version__, prog_name="Render Manager")
@click.pass_context
def cli(ctx: click.Context, data_dir: str, as_json: bool, verbose: bool) -> None:
    """Every render on this machine, in one queue.

    Without a command it opens the window.
    """
    context = ctx.ensure_object(CliContext)
    context.data_dir = data_dir
    context.as_json = as_json
    context.verbose = verbose
    if ctx.invoked_subcommand is None:
        from rendermanager.cli.machinery import gui

        ctx.invoke(gui, files=())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        result = cli.main(args=given, prog_name="rendermanager", standalone_mode=False)
    except click.ClickException as error:
        if "--json" in given:
            show_error(UserError(error.format_message()), as_json=True)
        else:
            error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    return result if isinstance(result, int) else 0
