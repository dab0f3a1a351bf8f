"""A click group that names the nearest command, and turns our errors into exit codes."""

from typing import Any

import click

from rendermanager.cli.context import CliContext
from rendermanager.cli.output import show_error
from rendermanager.core.errors import RenderManagerError
from rendermanager.core.problem import nearest


class Commands(click.Group):
    """The top of the command line.

    Running `rendermanager` alone, or with file names, opens the window.
    """

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
