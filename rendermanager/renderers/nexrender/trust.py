"""Lists what a nexrender job runs, fetches, installs or writes elsewhere: what needs approval."""

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Any, Final

from rendermanager.core.trust import Reach, Runs
from rendermanager.renderers.nexrender.assets import (
    Asset,
    Data,
    Footage,
    Script,
    is_font,
    parts_of,
)
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobfields import shorten
from rendermanager.renderers.nexrender.jobground import Ground, Standing
from rendermanager.renderers.nexrender.jobneeds import layer_words, needed_files
from rendermanager.renderers.nexrender.jobproducts import products
from rendermanager.renderers.nexrender.jobsources import WEB, Source, find_source

Read = Callable[[PurePath], bytes]
"""The content of a local file; raises OSError."""

_LOADERS: Final = ("#include", "evalfile", "#target")


def what_runs(job: Job, ground: Ground, read: Read) -> tuple[Runs, ...]:
    """Every piece of a job that needs approval: first what it does, then what it reads.

    Args:
        job: The job.
        ground: Knows which files it may read without that.
        read: Reads scripts and fonts; those that cannot be read stand there without a hash. It is
            never asked for a file that must not be looked at.
    """
    base = ground.base
    found: list[Runs] = []
    template = find_source(job.template.src, base)
    if template.scheme in WEB:
        found.append(_download("project", template))
    for asset in job.assets:
        found += _of_asset(asset, ground, read)
    if job.actions.fonts:
        found += [each for asset in job.assets for each in _font(asset, ground, read)]
    for each in products(job).published:
        if each.wanted and ground.find(base / each.wanted).standing is not Standing.INSIDE:
            found.append(Runs(Reach.PLACE, "result outside the folder of the job", each.wanted))
    return (*found, *_reads(job, ground))


def _reads(job: Job, ground: Ground) -> Iterator[Runs]:
    """Files outside the folder of the job, by where they really lie.

    Scripts are approved with all that is in them, wherever they are.
    """
    assets = enumerate(job.assets)
    scripts = {f"assets[{at}].src" for at, each in assets if isinstance(each, Script)}
    told: set[Runs] = set()
    for each in needed_files(job, ground.base):
        path = each.source.path
        if path is None or each.field in scripts:
            continue
        spot = ground.find(path)
        if spot.standing in (Standing.OUTSIDE, Standing.ALLOWED):
            granted = spot.standing is Standing.ALLOWED
            where = f"file for {each.what} from another folder"
            piece = Runs(Reach.READ, where, str(spot.path), granted=granted)
            if piece not in told:
                told.add(piece)
                yield piece


def contents_of(job: Job, ground: Ground, read: Read) -> dict[int, bytes]:
    """What `compile_job` has to be given: each local script and font by the number of its asset.

    Raises:
        OSError: One cannot be read.
    """
    found = {}
    for number, asset in enumerate(job.assets):
        if isinstance(asset, Script) or (job.actions.fonts and is_font(asset)):
            path = find_source(asset.src, ground.base).path
            if path is not None:
                found[number] = _content(path, ground, read)
    return found


def kept_contents(contents: dict[PurePath, bytes]) -> Read:
    """A reader of what was read already, so that what is approved is what runs."""

    def read(path: PurePath) -> bytes:
        if path not in contents:
            raise FileNotFoundError(str(path))
        return contents[path]

    return read


def _of_asset(asset: Asset, ground: Ground, read: Read) -> Iterator[Runs]:
    if isinstance(asset, Data):
        yield from _of_data(asset)
        return
    source = find_source(asset.src, ground.base)
    if source.scheme in WEB:
        what = f"file for {layer_words(asset)}" if isinstance(asset, Footage) else "file"
        yield _download(what, source)
    if isinstance(asset, Script):
        yield _of_script(asset, ground, read)


def _download(what: str, source: Source) -> Runs:
    """The whole address is hashed; people are shown it without passwords."""
    digest = hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()
    return Runs(Reach.DOWNLOAD, f"{what} from another machine", source.shown, digest)


def _of_data(asset: Data) -> Iterator[Runs]:
    where = f"{layer_words(asset)}, property “{shorten(asset.property)}”"
    place = _as_text([asset.layer_name, asset.layer_index, asset.composition, asset.property])
    digest = hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()
    if asset.expression:
        yield Runs(Reach.EXPRESSION, f"expression on {where}", asset.expression, digest)
    elif "expression" in (part.strip().casefold() for part in parts_of(asset.property)):
        yield Runs(Reach.EXPRESSION, f"expression on {where}", _as_text(asset.value), digest)


def _of_script(asset: Script, ground: Ground, read: Read) -> Runs:
    path = find_source(asset.src, ground.base).path
    told = [
        {"key": each.key, "value": each.value, "type": each.type}
        | {"arguments": [[one.key, one.value] for one in each.arguments]}
        for each in asset.parameters
    ]
    name = shorten(path.name if path is not None else asset.src)
    try:
        content = _content(path, ground, read)
    except OSError as error:
        where = f"script “{name}”, which cannot be read ({error.strerror or 'it is missing'})"
        return Runs(Reach.SCRIPT, where, "", _hash(asset.keyword, told, b""))
    text = content.decode("utf-8", "replace")
    loads = any(each in text.casefold() for each in _LOADERS)
    where = f"script “{name}”" + (", which loads other files unseen" if loads else "")
    return Runs(Reach.SCRIPT, where, text, _hash(asset.keyword, told, content))


def _hash(keyword: str, parameters: Any, content: bytes) -> str:
    total = hashlib.sha256(_as_text([keyword, parameters]).encode("utf-8", "surrogatepass"))
    total.update(b"\0")
    total.update(content)
    return total.hexdigest()


def _content(path: PurePath | None, ground: Ground, read: Read) -> bytes:
    """What a file holds; nothing for one that is fetched.

    Raises:
        OSError: It cannot be read, or must not be looked at.
    """
    if path is None:
        return b""
    spot = ground.find(path)
    if spot.standing is Standing.REFUSED:
        raise OSError(0, f"it {spot.why}")
    return read(spot.path)


def _font(asset: Asset, ground: Ground, read: Read) -> Iterator[Runs]:
    if not is_font(asset):
        return
    text = f"font “{shorten(asset.name or asset.src)}”, which stays installed"
    try:
        content = _content(find_source(asset.src, ground.base).path, ground, read)
    except OSError as error:
        text = f"{text} and cannot be read ({error.strerror or 'it is missing'})"
        content = b""
    digest = hashlib.sha256(content).hexdigest() if content else ""
    yield Runs(Reach.INSTALL, text, asset.src, digest)


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
