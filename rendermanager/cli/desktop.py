"""The command that puts Render Manager into the menu of the desktop."""

from typing import Any, Final

import click

from rendermanager.cli.context import CliContext, json_option, pass_context
from rendermanager.cli.output import print_json, say
from rendermanager.core.errors import UserError


@click.command()
@click.option("--install", is_flag=True, help="Put it there, for you alone.")
@click.option("--remove", is_flag=True, help="Take it away again.")
@json_option
@pass_context
def desktop(context: CliContext, install: bool, remove: bool) -> None:
    """Say whether Render Manager is in the menu of the desktop, or put it there."""
    from rendermanager.config.paths import absolute
    from rendermanager.services.menuentry import menu_entry, start_command

    if install and remove:
        raise UserError("--install and --remove were both given.", "Choose one of them.")
    entry = menu_entry()
    if install:
        folder = absolute(context.data_dir) if context.data_dir else ""
        entry.install(start_command(folder))
        text = f"Render Manager is in the menu now: “{entry.file}”."
    elif remove:
        gone = entry.remove()
        text = "It is out of the menu." if gone else "It was not in the menu."
    elif entry.is_there:
        text = f"Render Manager is in the menu: “{entry.file}”."
    else:
        text = "Render Manager is not in the menu; “rendermanager desktop --install” puts it there."
    if context.as_json:
        print_json({"installed": entry.is_there, "file": str(entry.file)})
    else:
        say(text)


COMMANDS: Final[list[Any]] = [desktop]
