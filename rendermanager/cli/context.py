"""What every command knows: where the queue is, and how to answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from rendermanager.config.paths import Paths, find_paths

F = TypeVar("F", bound=Callable[..., Any])

JSON_KEY = "rendermanager.json"


@dataclass(slots=True)
class CliContext:
    """Global options.

    Attributes:
        data_dir: As named with --data-dir; empty when not.
        as_json: Whether to answer in JSON.
        verbose: Whether the app's log goes to standard error, too.
    """

    data_dir: str = ""
    as_json: bool = False
    verbose: bool = False

    @property
    def paths(self) -> Paths:
        """Where the queue is."""
        return find_paths(self.data_dir)


pass_context = click.make_pass_decorator(CliContext, ensure=True)


def json_option(command: F) -> F:
    """Adds --json to a command; the global one works as well."""

    def remember(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value:
            ctx.ensure_object(CliContext).as_json = True
            ctx.find_root().meta[JSON_KEY] = True

    return click.option(
        "--json",
        is_flag=True,
        expose_value=False,
        callback=remember,
        help="Answer in JSON: one object, or one on each line.",
    )(command)
