"""Lists what a nexrender job runs, fetches, installs or writes elsewhere: what needs approval."""

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Any, Final

from rendermanager.core.trust import Reach, Runs
from rendermanager.renderers.nexrender.assets import Asset, Data, Footage, Script, Static, parts_of
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobfields import shorten
from rendermanager.renderers.nexrender.jobproducts import products
from rendermanager.renderers.nexrender.jobsources import WEB, Source, find_source

Read = Callable[[PurePath], bytes]
"""The content of a local file; raises OSError."""

_LOADERS: Final = ("#include", "evalfile", "#target")
_FONTS: Final = (".ttf", ".otf")


def what_runs(job: Job, base: PurePath, read: Read) -> tuple[Runs, ...]:
    """Every piece of a job that needs approval, in its order.

    Args:
        job: The job.
        base: Folder of the job file, absolute.
        read: Reads scripts; those that cannot be read stand there without a hash.
    """
    found: list[Runs] = []
    template = find_source(job.template.src, base)
    if template.scheme in WEB:
        found.append(_download("project", template))
    for asset in job.assets:
        found += _of_asset(asset, base, read)
    if job.actions.fonts:
        found += [each for asset in job.assets for each in _font(asset)]
    for each in products(job).published:
        if _is_elsewhere(each.wanted, base):
            found.append(Runs(Reach.PLACE, "result outside the folder of the job", each.wanted))
    return tuple(found)


def script_contents(job: Job, base: PurePath, read: Read) -> dict[int, bytes]:
    """The content of each script by the number of its asset; what `compile_job` has to be given.

    Raises:
        OSError: One cannot be read.
    """
    found = {}
    for number, asset in enumerate(job.assets):
        path = find_source(asset.src, base).path if isinstance(asset, Script) else None
        if path is not None:
            found[number] = read(path)
    return found


def kept_contents(contents: dict[PurePath, bytes]) -> Read:
    """A reader of what was read already, so that what is approved is what runs."""

    def read(path: PurePath) -> bytes:
        if path not in contents:
            raise FileNotFoundError(str(path))
        return contents[path]

    return read


def _of_asset(asset: Asset, base: PurePath, read: Read) -> Iterator[Runs]:
    if isinstance(asset, Data):
        yield from _of_data(asset)
        return
    source = find_source(asset.src, base)
    if source.scheme in WEB:
        what = f"file for {layer_words(asset)}" if isinstance(asset, Footage) else "file"
        yield _download(what, source)
    if isinstance(asset, Script):
        yield _of_script(asset, base, read)


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


def _of_script(asset: Script, base: PurePath, read: Read) -> Runs:
    path = find_source(asset.src, base).path
    told = [
        {"key": each.key, "value": each.value, "type": each.type}
        | {"arguments": [[one.key, one.value] for one in each.arguments]}
        for each in asset.parameters
    ]
    name = shorten(path.name if path is not None else asset.src)
    try:
        content = read(path) if path is not None else b""
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


def _font(asset: Asset) -> Iterator[Runs]:
    if isinstance(asset, Static) and asset.src.casefold().endswith(_FONTS):
        text = f"font “{shorten(asset.name or asset.src)}”, which stays installed"
        yield Runs(Reach.INSTALL, text, asset.src)


def _is_elsewhere(wanted: str, base: PurePath) -> bool:
    """Whether a result goes to a folder that only the job has chosen."""
    path = base / wanted
    return bool(wanted) and base not in path.parents


def layer_words(asset: Footage | Data) -> str:
    """A layer, as people find it: ``layer “Title” of “main”``."""
    name = f"layer “{shorten(asset.layer_name)}”" if asset.layer_name else ""
    name = name or f"layer {asset.layer_index}"
    everywhere = asset.composition in ("", "*")
    return name if everywhere else f"{name} of “{shorten(asset.composition)}”"


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
