"""Decides how each file of a nexrender job gets into the folder of its attempt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from rendermanager.machine.staging.plan import Bring, Item
from rendermanager.renderers.nexrender.assets import Footage, is_font
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobcompile import names_of
from rendermanager.renderers.nexrender.jobground import Ground
from rendermanager.renderers.nexrender.jobneeds import Needed, needed_files
from rendermanager.renderers.nexrender.jobsources import DATA, FILE

FOLDER: Final = "files"
"""Below the folder of an attempt."""


@dataclass(frozen=True, slots=True)
class Staged:
    """How the files of a job are brought.

    Attributes:
        items: What is to be brought, or to be looked at where it lies.
        files: Where each is read from, by the words of the job.
        copies: Words of the job whose file is a copy of our own: nexrender needs no other.
    """

    items: tuple[Item, ...] = ()
    files: Mapping[str, PurePath] = field(default_factory=dict)
    copies: frozenset[str] = frozenset()


def stage(job: Job, ground: Ground, folder: PurePath, given: Mapping[int, bytes]) -> Staged:
    """What has to be brought where.

    Args:
        job: The job; one that nothing speaks against.
        ground: Knows where its files really lie.
        folder: The attempt's folder, absolute.
        given: Assets that come with their content, by their numbers.
    """
    held = {f"assets[{number}].src" for number in given}
    found: dict[str, Item] = {}
    names = names_of(job)
    for needed in needed_files(job, ground.base):
        text = needed.source.text
        if needed.field in held or needed.source.scheme == DATA:
            continue
        way = _way(job, needed)
        known = found.get(text)
        if known is None or _RANK[way] > _RANK[known.way]:
            path = folder / FOLDER / str(len(found)) / _name(job, needed, names)
            found[text] = _item(needed, way, ground, known.to if known else str(path), job)
    files = {
        text: PurePath(each.source if each.way is Bring.STAY else each.to)
        for text, each in found.items()
    }
    copies = frozenset(text for text, each in found.items() if each.way is Bring.COPY)
    kinds = {text: type(folder)(path) for text, path in files.items()}
    return Staged(tuple(found.values()), kinds, copies)


_RANK: Final = {Bring.STAY: 0, Bring.LINK: 1, Bring.COPY: 2}


def _way(job: Job, needed: Needed) -> Bring:
    """As nexrender would use it: where it lies, or a copy, of which one is enough."""
    if needed.field == "template.src":
        stays = needed.source.scheme == FILE and job.template.use_original is not False
        return Bring.STAY if stays else Bring.LINK
    number = _number(needed)
    asset = None if number is None else job.assets[number]
    if not isinstance(asset, Footage) or asset.sequence:
        return Bring.LINK
    return Bring.STAY if asset.use_original and needed.source.scheme == FILE else Bring.COPY


def _number(needed: Needed) -> int | None:
    """The number of the asset that it is for; None for what is none."""
    digits = needed.field.removeprefix("assets[").partition("]")[0]
    return int(digits) if digits.isdecimal() else None


def _name(job: Job, needed: Needed, names: Mapping[int, str]) -> str:
    """What a file is called while nobody has copied it to where its own name counts.

    nexrender installs what ends like a font here: only what was approved as one may do so.
    """
    number = _number(needed)
    asset = None if number is None else job.assets[number]
    if number is not None and isinstance(asset, Footage):
        return names[number]
    if asset is not None and not is_font(asset):
        return "file"
    ending = PurePath(needed.source.name).suffix.lower()
    return f"file{ending}" if ending.isascii() and ending[1:].isalnum() else "file"


def _item(needed: Needed, way: Bring, ground: Ground, to: str, job: Job) -> Item:
    path = needed.source.path
    source = needed.source.text if path is None else str(ground.find(path).path)
    may_miss = bool(needed.layer) and job.template.continue_on_missing
    return Item(source, needed.source.shown, to, way, may_miss=may_miss)
