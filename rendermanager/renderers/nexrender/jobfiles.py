"""Looks whether the files of a nexrender job are there, and names the layer that lacks one."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from rendermanager.core.output import OutputKind
from rendermanager.core.problem import Problem, Severity
from rendermanager.media.trouble import plain
from rendermanager.renderers.documents import read_regular
from rendermanager.renderers.nexrender.actions import EncodeAction
from rendermanager.renderers.nexrender.assets import Data, Footage, Script, Static
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobcompile import name_clashes
from rendermanager.renderers.nexrender.jobfields import shorten
from rendermanager.renderers.nexrender.jobproducts import Product, products
from rendermanager.renderers.nexrender.jobsources import FILE, Source, find_source, source_problems
from rendermanager.renderers.nexrender.trust import layer_words

Stat = Callable[[PurePath], os.stat_result]
"""What the system tells of a file; raises OSError."""
MayRead = Callable[[PurePath], bool]
"""Whether this user may read a file that is there."""

MAX_SCRIPT_BYTES: Final = 1024 * 1024
PROJECTS: Final = (".aep", ".aepx", ".aet")
_FONT_NAME: Final = re.compile(r"[\w .+-]{1,100}")
"""A font's name goes into a line that Windows's own shell reads."""


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


def read_script(path: PurePath) -> bytes:
    """A script that may be looked at.

    Raises:
        OSError: It cannot be read, is too large, or is no ordinary file.
    """
    return read_regular(path, MAX_SCRIPT_BYTES)


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
        what = layer_words(asset) if isinstance(asset, Footage) else _WORDS[type(asset)]
        layer = asset.layer_name if isinstance(asset, Footage) else ""
        source = find_source(asset.src, base)
        found.append(Needed(f"assets[{number}].src", what, source, layer))
    for step in products(job).steps:
        for name in _mixed_in(step.action, step.inputs):
            source = Source(FILE, name, base / name)
            found.append(Needed("actions.postrender", "the encoding", source))
    return found


def job_problems(job: Job, base: PurePath, look: Stat, may_read: MayRead) -> list[Problem]:
    """What speaks against a job that was read, as far as its files and names tell.

    Args:
        job: The job.
        base: Folder of the job file, absolute.
        look: Asks the system for a file.
        may_read: Asks the system whether it may be read.
    """
    found = [*name_clashes(job), *_font_problems(job)]
    for each in needed_files(job, base):
        wrong = list(source_problems(each.source, each.field, each.what))
        found += wrong
        path = each.source.path
        if not wrong and path is not None:
            missing = Severity.WARNING if _may_miss(job, each) else Severity.ERROR
            found += _file_problems(each, path, look, may_read, missing)
    found += _kind_problems(job, base)
    return found


_WORDS: Final[dict[type, str]] = {Script: "the script", Static: "the static asset"}


def _mixed_in(action: object, inputs: tuple[Product | str, ...]) -> Iterator[str]:
    yield from (each for each in inputs if isinstance(each, str))
    if isinstance(action, EncodeAction):
        more = action.params.get("-i", [])
        yield from more if isinstance(more, list) else [more]


def _may_miss(job: Job, needed: Needed) -> bool:
    """Whether the job goes on without it: for footage alone, where it says so."""
    return bool(needed.layer) and job.template.continue_on_missing


def _file_problems(
    needed: Needed, path: PurePath, look: Stat, may_read: MayRead, missing: Severity
) -> Iterator[Problem]:
    name = plain(str(path))
    try:
        status = look(path)
    except (FileNotFoundError, NotADirectoryError):
        text = f"The file of {needed.what} is missing: “{name}”."
        hint = "Look whether it was moved or renamed, or whether its drive is not connected."
        yield Problem(needed.field, text, hint, missing)
        return
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can be called so"
        text = f"The file of {needed.what} cannot be reached: “{name}”: {reason}."
        yield Problem(needed.field, text, "Check its drive and its permissions.", missing)
        return
    if not stat.S_ISREG(status.st_mode):
        text = f"“{name}”, the file of {needed.what}, is no ordinary file."
        yield Problem(needed.field, text, "Name a file.")
    elif status.st_size == 0:
        text = f"“{name}”, the file of {needed.what}, is empty."
        yield Problem(needed.field, text, "Export or copy it again.")
    elif not may_read(path):
        text = f"“{name}”, the file of {needed.what}, may not be read."
        yield Problem(needed.field, text, "Give yourself the right to read it.")
    elif needed.what == _WORDS[Script] and status.st_size > MAX_SCRIPT_BYTES:
        text = f"“{name}” is larger than {MAX_SCRIPT_BYTES // 2**20} MiB: nobody can look at it."
        yield Problem(needed.field, text, "Split the script.")


def _kind_problems(job: Job, base: PurePath) -> Iterator[Problem]:
    project = find_source(job.template.src, base)
    if project.scheme == FILE and not project.name.lower().endswith(PROJECTS):
        text = f"“{shorten(project.name)}” is no project of After Effects."
        yield Problem("template.src", text, f"It ends in {', '.join(PROJECTS)}.")
    for number, asset in enumerate(job.assets):
        if isinstance(asset, Script) and find_source(asset.src, base).scheme != FILE:
            text = "A script from elsewhere cannot be looked at before it runs."
            yield Problem(f"assets[{number}].src", text, "Download it, and name the local file.")
    for each in products(job).published[1:]:
        if each.product.kind is OutputKind.SEQUENCE:
            text = "Numbered pictures can be published once."
            yield Problem("actions.postrender", text, "Copy them afterwards.")


def _font_problems(job: Job) -> Iterator[Problem]:
    if not job.actions.fonts:
        return
    for number, asset in enumerate(job.assets):
        if not isinstance(asset, Static) or not asset.src.lower().endswith((".ttf", ".otf")):
            continue
        if not _FONT_NAME.fullmatch(asset.name):
            text = f"A font cannot be called “{shorten(asset.name)}”."
            yield Problem(f"assets[{number}].name", text, "Give it the name the project knows.")
