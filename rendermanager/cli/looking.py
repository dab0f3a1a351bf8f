"""The command `look`: what is inside files, such as the compositions or scenes of a project."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from rendermanager.cli.context import CliContext, from_here, json_option, pass_context
from rendermanager.cli.output import complain, one_line, print_json, say, show_problems, table
from rendermanager.core.errors import BadInput, UserError
from rendermanager.core.source import Part, SourceInfo


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@json_option
@pass_context
def look(context: CliContext, /, files: tuple[str, ...]) -> None:
    """Say what is inside FILE…: size and length, or the compositions or scenes of a project."""
    from rendermanager.media.reader import MediaReader
    from rendermanager.renderers.registry import Registry
    from rendermanager.services.trustbook import TrustBook

    registry = Registry.load(context.paths.presets, TrustBook(context.paths.trusted).folders)
    is_good = True
    with MediaReader() as media:
        for name in files:
            path = Path(from_here(name))
            try:
                source = registry.for_source(path).inspect(path, media)
            except BadInput as error:
                is_good = False
                _refuse(path, error, as_json=context.as_json)
                continue
            if context.as_json:
                print_json({"file": str(path), **dataclasses.asdict(source)})
            else:
                _show(path, source)
    raise SystemExit(0 if is_good else UserError.exit_code)


def _refuse(path: Path, error: BadInput, *, as_json: bool) -> None:
    """Say why a file could not be looked into."""
    from rendermanager.services.views import problem_view

    problems = [problem_view(problem) for problem in error.problems]
    if as_json:
        print_json({"file": str(path), "problems": problems})
    else:
        show_problems(problems)


def _show(path: Path, source: SourceInfo) -> None:
    say(f"{one_line(path.name)}: {', '.join(_facts(source))}")
    for line in table([_row(part) for part in source.parts]):
        say(f"  {line}")
    if source.facts.get("left_out"):
        say(f"  and {source.facts['left_out']} more")
    if source.facts.get("unreadable"):
        complain(f"! {one_line(source.facts['unreadable'])}")
    for file in source.missing_files:
        complain(f"! missing: {one_line(file)}")


def _facts(source: SourceInfo) -> Iterator[str]:
    yield source.kind.value
    if source.parts:
        count = len(source.parts)
        yield "1 part" if count == 1 else f"{count:,} parts"
    elif source.width:
        yield f"{source.width} × {source.height}"
    if not source.parts and source.fps:
        yield f"{float(source.fps):g} fps"
    if not source.parts and source.frames:
        yield f"{source.frames:,} frames"
    if not source.parts and source.duration_s:
        yield f"{source.duration_s:.2f} s"


def _row(part: Part) -> tuple[str, str, str, str]:
    """A part as columns: name, size, rate, frames."""
    size = f"{part.width} × {part.height}" if part.width else ""
    rate = f"{float(part.fps):g} fps" if part.fps else ""
    return one_line(part.name), size, rate, _frames(part)


def _frames(part: Part) -> str:
    if not part.frames:
        return ""
    last = part.first_frame + (part.frames - 1) * part.step
    step = f"x{part.step}" if part.step != 1 else ""
    count = "1 frame" if part.frames == 1 else f"{part.frames:,} frames"
    return f"{count} ({part.first_frame}-{last}{step})"


COMMANDS: Final = (look,)
