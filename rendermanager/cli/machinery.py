"""Commands about the app itself: serve, engines, doctor, schema and backups."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from rendermanager import __version__
from rendermanager.cli.context import CliContext, from_here, json_option, pass_context, start_log
from rendermanager.cli.output import complain, print_json, print_lines, say, show_problems, table
from rendermanager.config.paths import absolute
from rendermanager.core.errors import BadInput, NotPossibleNow, QueueBusy, UserError
from rendermanager.core.problem import unknown
from rendermanager.services.views import View

if TYPE_CHECKING:
    from rendermanager.renderers.registry import Registry

_NEEDED: Final = "ffmpeg"
"""The engine that every installation has; the others are there for those who use them."""


@click.command()
@click.option("--exit-when-idle", is_flag=True, help="End when nothing is left to do.")
@click.option("--concurrency", "-j", default=0, type=click.IntRange(0, 64), help="0: automatic.")
@pass_context
def serve(context: CliContext, exit_when_idle: bool, concurrency: int) -> None:
    """Run the queue without a window, until Ctrl-C."""
    from rendermanager.app.headless import serve as run

    start_log(context)
    raise SystemExit(run(context.paths, concurrency, exit_when_idle=exit_when_idle))


@click.command()
@click.argument("files", nargs=-1)
@pass_context
def gui(context: CliContext, files: tuple[str, ...]) -> None:
    """Open the window, with FILES added to the queue."""
    from rendermanager.app.opening import run

    start_log(context)
    raise SystemExit(run(context.paths, [from_here(each) for each in files]))


@click.command()
@click.option("--install", default="", metavar="NAME", help="Install what this engine needs.")
@click.option("--test", is_flag=True, help="Let each program render something tiny.")
@json_option
@pass_context
def engines(context: CliContext, install: str, test: bool) -> None:
    """List the render engines and the programs found for them."""
    if install:
        _install(context, install)
        return
    registry = _registry(context)
    views = _engine_views(context, registry, others=True)
    show_problems([asdict(each) for each in registry.broken])
    if test:
        _add_tests(context, registry, views)
    if context.as_json:
        print_lines(views, as_json=True)
    else:
        rows = [row for view in views for row in _engine_rows(view)]
        print_lines(table([("ENGINE", "VERSION", "FROM", "PROGRAM"), *rows]), as_json=False)
        for view in views:
            if view.get("test"):
                mark = "✓" if view["test"]["works"] else "✗"
                say(f"{mark} {view['test']['message']} {view['test']['hint']}".rstrip())
    if any(view.get("test") and not view["test"]["works"] for view in views):
        raise SystemExit(3)


def _engine_rows(view: View) -> Iterator[tuple[str, str, str, str]]:
    yield (
        view["name"],
        view["version"] or "–",
        view["origin"],
        view["program"] or f"{view['problem']} {view.get('hint', '')}".strip(),
    )
    for each in view["others"]:
        yield ("", each["version"], each["origin"], each["program"])


def _add_tests(context: CliContext, registry: "Registry", views: Sequence[View]) -> None:
    """Let the program of each engine that was found render something tiny."""
    from rendermanager.config.settings import load_settings
    from rendermanager.engine.programs import Programs
    from rendermanager.engine.trial import try_out
    from rendermanager.media.reader import MediaReader

    programs = Programs(load_settings(context.paths.settings).programs)
    with MediaReader() as media:
        for view in views:
            engine = registry.get(view["name"])
            if view["found"] and engine.needs_program:
                view["test"] = asdict(try_out(engine, programs.get(engine), media))


def _install(context: CliContext, name: str) -> None:
    from rendermanager.services.installing import install_engine

    done = install_engine(name, complain)
    if context.as_json:
        print_json({"engine": done.name, "version": done.version, "folder": str(done.folder)})
    else:
        say(f"{done.name} {done.version} is installed in “{done.folder}”.")


def _registry(context: CliContext) -> "Registry":
    from rendermanager.renderers.registry import Registry
    from rendermanager.services.trustbook import TrustBook

    return Registry.load(context.paths.presets, TrustBook(context.paths.trusted).folders)


def _engine_views(context: CliContext, registry: "Registry", *, others: bool = False) -> list[View]:
    """What is known of each engine.

    Args:
        context: Where things are.
        registry: The engines.
        others: Whether all programs are asked, not only those that are used.
    """
    from rendermanager.config.settings import load_settings
    from rendermanager.engine.programs import Programs

    programs = Programs(load_settings(context.paths.settings).programs)
    views: list[View] = []
    for engine in registry:
        view: View = {
            "name": engine.name,
            "label": engine.label,
            "found": True,
            "program": "",
            "version": "",
            "origin": "",
            "problem": "",
            "absent": False,
            "others": [],
        }
        if engine.needs_program:
            try:
                found = programs.get(engine)
            except NotPossibleNow as error:
                absent = programs.is_absent(engine)
                view.update(found=False, absent=absent, problem=error.message, hint=error.hint)
            else:
                view.update(program=str(found.program), version=found.version, origin=found.origin)
                view["others"] = [
                    {"program": str(each.program), "version": each.version, "origin": each.origin}
                    for each in (programs.all(engine) if others else ())
                    if each.program != found.program
                ]
        views.append(view)
    return views


@click.command()
@json_option
@pass_context
def doctor(context: CliContext) -> None:
    """Check the installation and say what is wrong."""
    registry = _registry(context)
    checks = [
        *map(_engine_check, _engine_views(context, registry)),
        *_preset_checks(registry),
        *_store_checks(context),
        _disk_check(context),
    ]
    if context.as_json:
        print_json({"version": __version__, "python": sys.version.split()[0], "checks": checks})
    else:
        say(f"Render Manager {__version__}, Python {sys.version.split()[0]}, {sys.platform}")
        for check in checks:
            say(f"{'✓' if check['ok'] else '✗'} {check['name']}: {check['text']}")
    raise SystemExit(0 if all(check["ok"] for check in checks) else 3)


def _check(name: str, text: str, *, ok: bool) -> View:
    return {"name": name, "ok": ok, "text": text}


def _engine_check(view: View) -> View:
    if view["found"]:
        ready = f"{view['version']} at {view['program']}" if view["program"] else "ready"
        return _check(view["label"], ready, ok=True)
    if view["absent"] and view["name"] != _NEEDED:
        return _check(view["label"], "not installed", ok=True)
    return _check(view["label"], f"{view['problem']} {view['hint']}", ok=False)


def _preset_checks(registry: "Registry") -> list[View]:
    """What is wrong with preset files, and with engines of other packages."""
    names = {"presets": "Preset", "engine": "Plug-in"}
    return [
        _check(names.get(each.field, "Engine"), f"{each.message} {each.hint}".strip(), ok=False)
        for each in registry.broken
    ]


def _store_checks(context: CliContext) -> list[View]:
    from rendermanager.store.database import sqlite_is_safe, sqlite_version

    try:
        with context.link() as link:
            stats = link.perform("stats")
    except NotPossibleNow as error:
        return [_check("Queue", str(error), ok=False)]
    return [
        _check("Queue", f"{stats['jobs']} jobs in {context.paths.database}", ok=True),
        *(_check("Stopped", sentence, ok=False) for sentence in stats["stopped"]),
        _check("SQLite", sqlite_version(), ok=sqlite_is_safe()),
    ]


def _disk_check(context: CliContext) -> View:
    home = context.paths.home
    free = shutil.disk_usage(home if home.exists() else home.anchor).free
    return _check("Disk", f"{free / 1e9:.1f} GB free for the queue", ok=free > 200e6)


@click.command()
@click.argument("what", default="job")
@json_option
def schema(what: str) -> None:
    """Print the JSON Schema of WHAT: job."""
    from rendermanager.services.jobfile import schema as job_schema

    if what != "job":
        raise BadInput([unknown("schema", what, ["job"], "what")])
    print_json(job_schema())


@click.command()
@click.argument("file")
@json_option
@pass_context
def backup(context: CliContext, file: str) -> None:
    """Write a copy of the queue to FILE, also while it works."""
    from rendermanager.store.store import Store

    target = Path(absolute(file))
    if os.path.lexists(target):
        raise UserError(f"“{target}” exists already.", "Choose another name.")
    context.paths.make()
    store = Store(context.paths.database)
    try:
        store.back_up(target)
    except OSError as error:
        raise UserError(f"“{target}” cannot be written: {error.strerror or error}.") from error
    finally:
        store.close()
    if context.as_json:
        print_json({"file": str(target), "bytes": target.stat().st_size})
    else:
        say(f"The queue is saved in “{target}”.")


@click.command()
@json_option
@pass_context
def backups(context: CliContext) -> None:
    """List the copies of the queue that were made by themselves, the newest first."""
    from rendermanager.store.backups import backups_in, jobs_in

    views: list[View] = [
        {
            "file": str(each.path),
            "at": each.at.isoformat(),
            "jobs": jobs_in(each.path),
            "bytes": each.size_bytes,
        }
        for each in backups_in(context.paths.backups)
    ]
    if context.as_json:
        print_lines(views, as_json=True)
    elif views:
        rows = [
            (
                datetime.fromisoformat(view["at"]).astimezone().strftime("%Y-%m-%d %H:%M"),
                "?" if view["jobs"] is None else str(view["jobs"]),
                Path(view["file"]).name,
            )
            for view in views
        ]
        print_lines(table([("MADE", "JOBS", "FILE"), *rows]), as_json=False)
    else:
        say("There are no backups yet.")


@click.command()
@click.argument("file")
@json_option
@pass_context
def restore(context: CliContext, file: str) -> None:
    """Put the queue saved in FILE in place of the current one, which is kept beside it.

    A name of those that “backups” lists is found in their folder.
    """
    from rendermanager.services.owning import own
    from rendermanager.store.restoring import restore_database

    context.paths.make()
    saved = Path(absolute(file))
    if not saved.exists() and Path(file).name == file:
        saved = context.paths.backups / file
    try:
        with own(context.paths):
            kept = restore_database(saved, context.paths.database)
    except QueueBusy as error:
        raise QueueBusy(
            "Render Manager is running on this queue.",
            "Close it and try again, or restore in the settings of its window.",
        ) from error
    except OSError as error:
        reason = error.strerror or error
        raise UserError(f"“{saved}” cannot be put in place: {reason}.") from error
    if context.as_json:
        print_json({"restored": file, "kept": str(kept) if kept else None})
    else:
        say("The queue is restored." + (f" The one before is kept as “{kept}”." if kept else ""))


COMMANDS: Final[list[Any]] = [
    serve,
    gui,
    engines,
    doctor,
    schema,
    backup,
    backups,
    restore,
]
