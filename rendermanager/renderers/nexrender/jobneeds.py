"""Lists every file that a nexrender job reads, with the part of the job that it is for."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from rendermanager.renderers.nexrender.actions import EncodeAction
from rendermanager.renderers.nexrender.assets import Data, Footage, Script, Static
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobfields import shorten
from rendermanager.renderers.nexrender.jobproducts import Product, products
from rendermanager.renderers.nexrender.jobsources import FILE, Source, find_source

WORDS: Final[dict[type, str]] = {Script: "the script", Static: "the static asset"}


@dataclass(frozen=True, slots=True)
class Needed:
    """A file that a job reads.

    Attributes:
        field: Path of the field that names it.
        what: The part of the job it is for, in words.
        source: Where it comes from.
        layer: Name of the layer that shows it; empty for others.
    """

    field: str
    what: str
    source: Source
    layer: str = ""


def needed_files(job: Job, base: PurePath) -> list[Needed]:
    """Every file that a job reads, in its order.

    Args:
        job: The job.
        base: Folder of the job file, absolute.
    """
    found = [Needed("template.src", "the project", find_source(job.template.src, base))]
    for number, asset in enumerate(job.assets):
        if isinstance(asset, Data):
            continue
        what = layer_words(asset) if isinstance(asset, Footage) else WORDS[type(asset)]
        layer = asset.layer_name if isinstance(asset, Footage) else ""
        source = find_source(asset.src, base)
        found.append(Needed(f"assets[{number}].src", what, source, layer))
    for step in products(job).steps:
        for name in _mixed_in(step.action, step.inputs):
            source = Source(FILE, name, base / name)
            found.append(Needed("actions.postrender", "the encoding", source))
    return found


def _mixed_in(action: object, inputs: tuple[Product | str, ...]) -> Iterator[str]:
    yield from (each for each in inputs if isinstance(each, str))
    if isinstance(action, EncodeAction):
        more = action.params.get("-i", [])
        yield from more if isinstance(more, list) else [more]


def layer_words(asset: Footage | Data) -> str:
    """A layer, as people find it: ``layer “Title” of “main”``."""
    name = f"layer “{shorten(asset.layer_name)}”" if asset.layer_name else ""
    name = name or f"layer {asset.layer_index}"
    everywhere = asset.composition in ("", "*")
    return name if everywhere else f"{name} of “{shorten(asset.composition)}”"
