"""What every command knows: where the queue is, and how to answer."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from rendermanager.cli.output import complain
from rendermanager.config.paths import Paths, absolute, find_paths
from rendermanager.services.link import Link, open_link

F = TypeVar("F", bound=Callable[..., Any])


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

    def link(self) -> AbstractContextManager[Link]:
        """The way to the queue; what is wrong with it is told on standard error.

        Raises:
            NotPossibleNow: There is none at the moment.
        """
        return open_link(self.paths, lambda sentence: complain(f"! {sentence}"))


def start_log(context: CliContext) -> None:
    """Let the app's log begin, in folders that only their owner can read.

    Raises:
        NotPossibleNow: The data folder cannot be made.
    """
    # Commands that only look at the queue have no log.
    from rendermanager.log import set_up_logging

    context.paths.make()
    set_up_logging(context.paths.app_log, verbose=context.verbose)


pass_context = click.make_pass_decorator(CliContext, ensure=True)


def json_option(command: F) -> F:
    """Adds --json to a command; the global one works as well."""

    def remember(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value:
            ctx.ensure_object(CliContext).as_json = True

    return click.option(
        "--json",
        is_flag=True,
        expose_value=False,
        callback=remember,
        help="Answer in JSON: one object, or one on each line.",
    )(command)


def from_here(text: str) -> str:
    """An input as an absolute path: whoever adds it may work in another folder."""
    # Loads the media rules, which other commands do without.
    from rendermanager.services.sources import SAMPLE

    # An empty name would become the current folder; whoever reads it refuses it.
    return text if text in ("", SAMPLE) else absolute(text)
