"""The commands `secret set`, `secret list` and `secret remove`: passwords in the keyring."""

import sys
from typing import Final

import click

from rendermanager.cli.context import CliContext, json_option, pass_context
from rendermanager.cli.output import print_json, say
from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.core.secret import MIN_LENGTH, name_problem

MAX_CHARACTERS: Final = 65_536


@click.group()
def secret() -> None:
    """Keep passwords in the keyring; jobs name them as ${secret:NAME}."""


@secret.command("set")
@click.argument("name")
@json_option
@pass_context
def set_secret(context: CliContext, name: str) -> None:
    """Store a secret under NAME; its value is asked for, or read from standard input."""
    from rendermanager.machine.keyring import write_secret

    if problem := name_problem(name):
        raise BadInput([problem])
    write_secret(name, _value())
    _answer(context, name, "stored")


@secret.command("list")
@json_option
@pass_context
def list_secrets(context: CliContext) -> None:
    """List the names of the secrets, never their values."""
    from rendermanager.machine.keyring import secret_list

    names = list(secret_list())
    if context.as_json:
        print_json({"names": names})
    else:
        say("\n".join(names) if names else "There are no secrets.")


@secret.command("remove")
@click.argument("name")
@json_option
@pass_context
def remove(context: CliContext, name: str) -> None:
    """Forget the secret called NAME."""
    from rendermanager.machine.keyring import remove_secret

    if problem := name_problem(name):
        raise BadInput([problem])
    remove_secret(name)
    _answer(context, name, "removed")


def _answer(context: CliContext, name: str, what: str) -> None:
    if context.as_json:
        print_json({"name": name, what: True})
    else:
        say(f"“{name}” is {what}.")


def _value() -> str:
    """What is to be kept. Never from an argument: every program can read those of others.

    Raises:
        BadInput: It is no text, too short to be hidden in a log, or too long.
    """
    if sys.stdin.isatty():
        value = click.prompt("Value", hide_input=True, confirmation_prompt=True, err=True)
    else:
        try:
            value = sys.stdin.read(MAX_CHARACTERS + 2)
        except UnicodeDecodeError as error:
            raise _refused("is not valid text (UTF-8)") from error
        value = value.removesuffix("\n").removesuffix("\r")
    if len(value) < MIN_LENGTH:
        raise _refused(f"is too short: {MIN_LENGTH} characters is the least")
    if len(value) > MAX_CHARACTERS or "\0" in value:
        raise _refused("is too long, or holds a character that no argument can hold (NUL)")
    return str(value)


def _refused(why: str) -> BadInput:
    text = f"The value {why}."
    return BadInput([Problem("value", text, "Type it when asked, or send it to standard input.")])


COMMANDS: Final = (secret,)
