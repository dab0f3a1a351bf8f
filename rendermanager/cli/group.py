"""A click group that names the nearest command, and turns our errors into exit codes."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from rendermanager.cli.context import CliContext
from rendermanager.cli.output import show_error
from rendermanager.core.errors import RenderManagerError
from rendermanager.core.problem import nearest


class Commands(click.Group):
    """The top of the command line; the module of a command is imported when it is needed.

    Running `rendermanager` alone, or with file names, opens the window.
    """

    def __init__(self, *args: Any, places: Mapping[str, Sequence[str]], **kwargs: Any) -> None:
        """Know the commands.

        Args:
            args: As for any group.
            places: Names of commands by module of `rendermanager.cli`, in the order of the help.
                Each module lists its own in `COMMANDS`.
            kwargs: As for any group.
        """
        super().__init__(*args, **kwargs)
        self._places = {name: module for module, names in places.items() for name in names}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click asks so
        """Every command, in the order of the help."""
        return list(self._places)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click asks so
        cmd_name: str,
    ) -> click.Command | None:
        """The command of that name, with its module."""
        if cmd_name not in self._places:
            return None
        if cmd_name not in self.commands:
            module = import_module(f"rendermanager.cli.{self._places[cmd_name]}")
            self.commands.update((command.name, command) for command in module.COMMANDS)
        return self.commands[cmd_name]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The named command; a file name stands for the window with that file."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            if _looks_like_a_file(name):
                return "gui", self.get_command(ctx, "gui"), args
            guess = nearest(name, self.list_commands(ctx))
            hint = f" Did you mean “{guess}”?" if guess else ""
            ctx.fail(f"There is no command “{name}”.{hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error that has a sentence ends with its exit code."""
        try:
            return super().invoke(ctx)
        except RenderManagerError as error:
            show_error(error, as_json=ctx.ensure_object(CliContext).as_json)
            ctx.exit(error.exit_code)


def _looks_like_a_file(name: str) -> bool:
    return any(mark in name for mark in ("/", "\\", ".", ":"))
