"""The command `presets`: lists the presets, and keeps those that a person has made."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from rendermanager.cli.context import CliContext, from_here, json_option, pass_context
from rendermanager.cli.output import print_json, print_lines, say, show_problems, table
from rendermanager.cli.submitting import changes_of
from rendermanager.core.errors import BadInput, UserError
from rendermanager.services.views import View, problem_view

if TYPE_CHECKING:
    from rendermanager.renderers.api import Preset
    from rendermanager.renderers.registry import Registry
    from rendermanager.services.presets import PresetShelf

_Options = dict[str, Any]


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME…]")
@click.option("--engine", default="", help="Only those of this engine.")
@click.option("--save", default="", metavar="NAME", help="Keep a preset of your own.")
@click.option("--from", "base", default="", metavar="PRESET", help="What --save begins with.")
@click.option("--set", "changes", multiple=True, metavar="KEY=VALUE", help="Setting for --save.")
@click.option("--label", default="", help="Name in the window, for --save.")
@click.option("--description", default="", help="What it is good for, for --save.")
@click.option("--replace", is_flag=True, help="--save may replace one of your own.")
@click.option("--delete", default="", metavar="NAME", help="Delete one of your own.")
@click.option("--export", default="", metavar="FILE", help="Write NAME…, or all of your own.")
@click.option("--import", "file", default="", metavar="FILE", help="Install presets.")
@json_option
@pass_context
def presets(context: CliContext, /, **options: Any) -> None:
    """List the presets, or keep those of your own."""
    from rendermanager.renderers.registry import Registry
    from rendermanager.services.presets import PresetShelf

    asked = [key for key in ("save", "delete", "export", "file") if options[key]]
    if len(asked) > 1:
        raise UserError("Use one of --save, --delete, --export and --import at a time.")
    _refuse_strays(options, asked[0] if asked else "")
    registry = Registry.load(context.paths.presets)
    shelf = PresetShelf(context.paths.presets, registry)
    if not asked:
        _list(context, registry, options["engine"])
    elif asked == ["save"]:
        _save(context, registry, shelf, options)
    elif asked == ["delete"]:
        gone = shelf.delete(options["delete"]).preset
        _tell(context, "deleted", [gone.name], "“{}” is deleted.")
    elif asked == ["export"]:
        written = shelf.hand_on(Path(from_here(options["export"])), options["names"])
        _tell(context, "exported", [each.name for each in written], "“{}” is exported.")
    else:
        taken = shelf.take_in(Path(from_here(options["file"])))
        _tell(context, "imported", taken.names, "“{}” is installed.")
        if not context.as_json:
            print_lines([f"“{each}” was there already." for each in taken.known], as_json=False)


def _refuse_strays(options: _Options, asked: str) -> None:
    """Words that mean nothing here are not passed over in silence.

    Raises:
        UserError: There are some.
    """
    if options["names"] and asked != "export":
        raise UserError("Names of presets go with --export.")
    if asked != "save":
        for key, option in (("base", "from"), ("changes", "set"), ("replace", "replace")):
            if options[key]:
                raise UserError(f"--{option} goes with --save.")
        for key in ("label", "description"):
            if options[key]:
                raise UserError(f"--{key} goes with --save.")


def _list(context: CliContext, registry: "Registry", engine: str) -> None:
    if engine:
        registry.get(engine)
    found = [each for each in registry.presets() if engine in ("", each.engine)]
    show_problems([problem_view(each) for each in registry.broken])
    if context.as_json:
        print_lines([_view(preset) for preset in found], as_json=True)
        return
    rows = [(each.name, each.label, each.description) for each in found]
    print_lines(table([("PRESET", "LABEL", ""), *rows]), as_json=False)


def _view(preset: "Preset") -> View:
    return {
        "name": preset.name,
        "label": preset.label,
        "engine": preset.engine,
        "aliases": list(preset.aliases),
        "description": preset.description,
        "settings": dict(preset.settings),
        "file": preset.file,
    }


def _save(
    context: CliContext, registry: "Registry", shelf: "PresetShelf", options: _Options
) -> None:
    from rendermanager.renderers.api import Preset

    changes, problems = changes_of(options["changes"])
    if problems:
        raise BadInput(problems)
    name, base = options["save"], None
    if options["base"] or not options["engine"]:
        base = registry.preset(options["base"] or name, options["engine"])
    made = Preset(
        name,
        options["label"] or name.replace("-", " ").replace("_", " ").capitalize(),
        base.engine if base else options["engine"],
        {**(base.settings if base else {}), **changes},
        options["description"] or (base.description if base else ""),
    )
    saved = shelf.save(made, replaces=options["replace"])
    _tell(context, "saved", [saved.name], "“{}” is saved.")


def _tell(context: CliContext, what: str, names: Any, sentence: str) -> None:
    if context.as_json:
        print_json({what: list(names)})
        return
    for name in names:
        say(sentence.format(name))


COMMANDS: Final = (presets,)
