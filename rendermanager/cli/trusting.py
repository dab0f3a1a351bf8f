"""The command `trust`: shows what a job would run, and remembers what may."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from rendermanager.cli.context import CliContext, json_option, pass_context
from rendermanager.cli.output import one_line, print_json, say
from rendermanager.config.paths import absolute
from rendermanager.core.errors import BadInput, UserError
from rendermanager.core.problem import Problem

if TYPE_CHECKING:
    from rendermanager.services.trustbook import Examined, TrustBook


@click.command()
@click.argument("file", required=False, default="")
@click.option("--folder", default="", metavar="FOLDER", help="Let every job read what is in it.")
@click.option("--yes", is_flag=True, help="Allow it without being asked.")
@click.option("--list", "as_list", is_flag=True, help="List what is allowed.")
@click.option("--forget", default="", metavar="NAME", help="Allow it no longer: name or hash.")
@json_option
@pass_context
def trust(
    context: CliContext, /, file: str, folder: str, yes: bool, as_list: bool, forget: str
) -> None:
    """Show what the jobs in FILE would run on this machine, and allow it."""
    from rendermanager.services.trustbook import TrustBook

    if bool(file) + bool(folder) + as_list + bool(forget) != 1:
        raise UserError("Name one file, or use --folder, --list or --forget.")
    book = TrustBook(context.paths.trusted)
    if as_list:
        _show(context, book)
    elif forget:
        _forget(context, book, forget)
    elif folder:
        _allow_folder(context, book, Path(absolute(folder)))
    else:
        from rendermanager.services.trust import examine

        _ask(context, book, examine(Path(absolute(file)), book.folders()), yes=yes)


def _show(context: CliContext, book: "TrustBook") -> None:
    known = book.approvals()
    if context.as_json:
        print_json({"trusted": [_approval_view(each) for each in known]})
        return
    if not known:
        say("Nothing is allowed so far.")
    for each in known:
        say(f"{each.fingerprint[:12]}  {each.since[:10]}  {one_line(each.folder or each.name)}")


def _allow_folder(context: CliContext, book: "TrustBook", folder: Path) -> None:
    """Let every job read what lies in a folder."""
    made = book.allow_folder(folder, datetime.now(UTC))
    if context.as_json:
        print_json({"trusted": [_approval_view(made)]})
    else:
        say(f"Every job may read what lies in “{one_line(made.folder)}”.")


def _forget(context: CliContext, book: "TrustBook", name: str) -> None:
    """Take approvals back.

    Raises:
        BadInput: There is none of that name.
    """
    gone = book.forget(name)
    if not gone:
        text = f"Nothing is allowed that is called “{name}”."
        raise BadInput([Problem("forget", text, "“rendermanager trust --list” shows the names.")])
    if context.as_json:
        print_json({"forgotten": [_approval_view(each) for each in gone]})
    for each in () if context.as_json else gone:
        say(f"“{one_line(each.name)}” is not allowed any more.")


def _ask(context: CliContext, book: "TrustBook", jobs: "list[Examined]", *, yes: bool) -> None:
    """Show what would run, and write down what the person says."""
    new = {each.fingerprint: each for each in jobs if not book.allows(each.pieces)}
    if not context.as_json:
        _tell(jobs, new)
    if new and (yes or _agrees(context)):
        now = datetime.now(UTC)
        for each in new.values():
            book.trust(each, now)
        new = {}
        if not context.as_json:
            say("It may run.")
    if context.as_json:
        print_json({"trusted": not new, "jobs": [_view(each, book) for each in jobs]})
    if new:
        raise SystemExit(UserError.exit_code)


def _tell(jobs: "list[Examined]", new: "dict[str, Examined]") -> None:
    name = one_line(jobs[0].file.name)
    if not any(each.needed for each in jobs):
        say(f"“{name}” runs nothing that needs approval.")
        return
    if not new:
        say(f"“{name}” is allowed already.")
        return
    say(f"“{name}” would do this on your machine:")
    for piece in dict.fromkeys(piece for each in new.values() for piece in each.needed):
        say(f"  {piece.reach.value:<10}  {one_line(piece.sentence)}")


def _agrees(context: CliContext) -> bool:
    """Whether the person says so; nobody is asked who cannot answer."""
    if context.as_json or not sys.stdin.isatty():
        if not context.as_json:
            say("Allow it with --yes.")
        return False
    return click.confirm("Do you know where it comes from, and may it run?", default=False)


def _view(examined: "Examined", book: "TrustBook") -> dict[str, Any]:
    return {
        "fingerprint": examined.fingerprint,
        "trusted": book.allows(examined.pieces),
        "runs": [
            {"kind": each.reach.value, "where": each.where, "code": each.code}
            for each in examined.needed
        ],
    }


def _approval_view(approval: Any) -> dict[str, str]:
    return {
        "fingerprint": approval.fingerprint,
        "name": approval.name,
        "since": approval.since,
        "folder": approval.folder,
    }


COMMANDS: Final = (trust,)
