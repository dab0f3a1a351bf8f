"""Looks whether the files of a nexrender job are there, and names the layer that lacks one."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from rendermanager.core.output import OutputKind
from rendermanager.core.problem import Problem, Severity
from rendermanager.media.trouble import plain
from rendermanager.renderers.documents import read_regular
from rendermanager.renderers.nexrender.assets import FONTS, Data, Footage, Script, Static, is_font
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobcompile import name_clashes
from rendermanager.renderers.nexrender.jobfields import shorten
from rendermanager.renderers.nexrender.jobground import Ground, Standing
from rendermanager.renderers.nexrender.jobneeds import WORDS, Needed, needed_files
from rendermanager.renderers.nexrender.jobproducts import products
from rendermanager.renderers.nexrender.jobsources import (
    FILE,
    WEB,
    Source,
    find_source,
    source_problems,
)

Stat = Callable[[PurePath], os.stat_result]
"""What the system tells of a file; raises OSError."""
MayRead = Callable[[PurePath], bool]
"""Whether this user may read a file that is there."""

MAX_SCRIPT_BYTES: Final = 1024 * 1024
MAX_FONT_BYTES: Final = 64 * 1024 * 1024
PROJECTS: Final = (".aep", ".aepx", ".aet")
_FONT_NAME: Final = re.compile(r"[\w .+-]{1,100}")
"""A font's name goes into a line that Windows's own shell reads."""


def read_piece(path: PurePath) -> bytes:
    """A script or a font, which is approved by its content.

    Raises:
        OSError: It cannot be read, is too large, or is no ordinary file.
    """
    is_font = path.name.lower().endswith(FONTS)
    return read_regular(path, MAX_FONT_BYTES if is_font else MAX_SCRIPT_BYTES)


def job_problems(job: Job, ground: Ground, look: Stat, may_read: MayRead) -> list[Problem]:
    """What speaks against a job that was read, as far as its files and names tell.

    Args:
        job: The job.
        ground: Knows which files may be looked at.
        look: Asks the system for a file.
        may_read: Asks the system whether it may be read.
    """
    found = [*name_clashes(job), *_font_problems(job)]
    for each in needed_files(job, ground.base):
        wrong = list(source_problems(each.source, each.field, each.what))
        path = each.source.path
        if not wrong and path is not None:
            spot = ground.find(path)
            if spot.standing is Standing.REFUSED:
                wrong = [_refused(each, spot.why)]
            elif spot.path != path:
                # What its links lead to is what nexrender is told.
                really = replace(each.source, path=spot.path)
                wrong = list(source_problems(really, each.field, each.what))
            if not wrong:
                missing = Severity.WARNING if _may_miss(job, each) else Severity.ERROR
                wrong = list(_file_problems(each, spot.path, look, may_read, missing))
        found += wrong
    found += _kind_problems(job, ground.base)
    return found


def _refused(needed: Needed, why: str) -> Problem:
    """Says that a file is not even looked at."""
    text = f"“{needed.source.shown}”, the file of {needed.what}, {why}: it is not read."
    if why.startswith("lies"):
        hint = "Allow its folder once: rendermanager trust --folder FOLDER, or in the settings."
    else:
        hint = "Name a file."
    return Problem(needed.field, text, hint)


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
    elif needed.what == WORDS[Script] and status.st_size > MAX_SCRIPT_BYTES:
        text = f"“{name}” is larger than {MAX_SCRIPT_BYTES // 2**20} MiB: nobody can look at it."
        yield Problem(needed.field, text, "Split the script.")


def _kind_problems(job: Job, base: PurePath) -> Iterator[Problem]:
    project = find_source(job.template.src, base)
    if project.scheme == FILE and not project.name.lower().endswith(PROJECTS):
        text = f"“{shorten(project.name)}” is no project of After Effects."
        yield Problem("template.src", text, f"It ends in {', '.join(PROJECTS)}.")
    for number, asset in enumerate(job.assets):
        if isinstance(asset, Data):
            continue
        source = find_source(asset.src, base)
        if isinstance(asset, Script) and source.scheme != FILE:
            text = "A script from elsewhere cannot be looked at before it runs."
            yield Problem(f"assets[{number}].src", text, "Download it, and name the local file.")
        elif source.scheme in WEB and _nameless(job, number, source):
            text = f"“{source.shown}” does not tell what kind of file it gives."
            yield Problem(f"assets[{number}].src", text, "Give its “extension”, such as “png”.")
    for each in products(job).published[1:]:
        if each.product.kind is OutputKind.SEQUENCE:
            text = "Numbered pictures can be published once."
            yield Problem("actions.postrender", text, "Copy them afterwards.")


def _font_problems(job: Job) -> Iterator[Problem]:
    for number, asset in enumerate(job.assets if job.actions.fonts else ()):
        if is_font(asset) and not _FONT_NAME.fullmatch(asset.name):
            text = f"A font cannot be called “{shorten(asset.name)}”."
            yield Problem(f"assets[{number}].name", text, "Give it the name the project knows.")


def _nameless(job: Job, number: int, source: Source) -> bool:
    """Whether nothing tells what kind of file an address gives."""
    asset = job.assets[number]
    told = isinstance(asset, Footage | Static) and (asset.extension or "." in asset.name)
    return not told and "." not in source.name
