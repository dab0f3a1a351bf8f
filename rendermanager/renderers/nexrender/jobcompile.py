"""Writes the JSON that nexrender is given: from the model alone, never the job's own text."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.naming import safe_name
from rendermanager.core.problem import Problem
from rendermanager.renderers.nexrender import actions as known
from rendermanager.renderers.nexrender.actions import CompressAction, CopyAction, EncodeAction
from rendermanager.renderers.nexrender.assets import (
    FONTS,
    Data,
    Footage,
    Script,
    Static,
    is_font,
)
from rendermanager.renderers.nexrender.encoding import plain_value
from rendermanager.renderers.nexrender.job import Job
from rendermanager.renderers.nexrender.jobfields import told_fields
from rendermanager.renderers.nexrender.jobproducts import (
    DIGITS,
    OUR_UID,
    Product,
    Products,
    products,
)
from rendermanager.renderers.nexrender.jobsources import FILE, file_uri, find_source

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]")
_MODULES: Final[Mapping[type, str]] = {
    CopyAction: known.COPY,
    EncodeAction: known.ENCODE,
    CompressAction: known.COMPRESS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a job is going to be rendered.

    Attributes:
        folder: The attempt's folder, absolute.
        base: Folder of the job file, absolute: relative sources begin there.
        modules: Absolute path of each action's module, by its name.
        contents: The approved content of each script and font, by the number of its asset from 0.
        files: Where what a job names is read from, by the words of the job; others as it says.
        copies: Words of the job whose file there is a copy of our own, used as it lies.
    """

    folder: PurePath
    base: PurePath
    modules: Mapping[str, str] = field(default_factory=dict)
    contents: Mapping[int, bytes] = field(default_factory=dict)
    files: Mapping[str, PurePath] = field(default_factory=dict)
    copies: frozenset[str] = frozenset()

    @property
    def work(self) -> PurePath:
        """nexrender's own folder, when it is told to work in the attempt's."""
        return self.folder / OUR_UID


@dataclass(frozen=True, slots=True)
class Compiled:
    """What nexrender is given.

    Attributes:
        text: The job, as JSON in UTF-8.
        files: Scripts and fonts as they were approved, by their names in the attempt's folder.
    """

    text: bytes
    files: Mapping[str, bytes]


def compile_job(job: Job, place: Place) -> Compiled:
    """The job for nexrender, with our id, our names and our folders.

    Raises:
        BadInput: A module or the content of a script is missing, or the folder cannot be told.
    """
    _check(job, place)
    made = products(job)
    assets, files = [], {}
    names = names_of(job)
    for number, asset in enumerate(job.assets):
        if isinstance(asset, Script):
            name = f"script-{number}.jsx"
            files[name] = place.contents[number]
            assets.append(_script(asset, _uri(place, name)))
        elif isinstance(asset, Data):
            assets.append({"type": "data", **dict(told_fields(asset))})
        elif number in place.contents:
            # nexrender tells a font by the small letters of its ending.
            name = f"font-{number}{PurePath(asset.src.lower()).suffix}"
            files[name] = place.contents[number]
            assets.append({**_file(asset, names[number], place), "src": _uri(place, name)})
        else:
            assets.append(_file(asset, names[number], place))
    value = {
        "uid": OUR_UID,
        "template": _template(job, place),
        "assets": assets,
        "actions": _actions(job, made, place),
        # Straight to where it is published from, so that no action has to copy it there.
        "output": str(place.work / _for_after_effects(made.result)),
    }
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return Compiled(text.encode("utf-8", "surrogateescape"), files)


def needed_modules(job: Job) -> set[str]:
    """Names of the modules without which the job cannot be compiled."""
    found = {known.FONTS} if job.actions.fonts else set()
    for step in products(job).steps:
        found.add(_MODULES[type(step.action)])
    return found


def _check(job: Job, place: Place) -> None:
    """Refuse what cannot be compiled.

    Raises:
        BadInput: Something is missing; all of it is listed.
    """
    problems = [
        Problem(
            "actions",
            f"nexrender's module “{module}” is not installed.",
            "Install it beside nexrender, or take its action out of the job.",
        )
        for module in sorted(needed_modules(job) - place.modules.keys())
    ]
    for number, asset in enumerate(job.assets):
        if isinstance(asset, Script) and number not in place.contents:
            text = f"The script “{asset.src}” was not looked at."
            problems.append(Problem(f"assets[{number}].src", text, "Add the job again."))
    # nexrender escapes the first one in the path of each file, and no other.
    if str(place.folder).count("'") > 1:
        text = f"The folder “{place.folder}” holds several apostrophes, which nexrender mistakes."
        problems.append(Problem("output", text, "Choose another folder for the result."))
    if problems:
        raise BadInput(problems)


def _uri(place: Place, name: str) -> str:
    return file_uri(place.folder / name)


def _template(job: Job, place: Place) -> dict[str, Any]:
    template = job.template
    told = dict(told_fields(template))
    source = find_source(template.src, place.base)
    for name in ("output", "useOriginal", "outputExt", "imageSequence"):
        told.pop(name, None)
    told["src"] = _address(template.src, place)
    told["incrementFrame"] = template.increment_frame
    told["continueOnMissing"] = template.continue_on_missing
    made = products(job).result
    told["outputExt"] = PurePath(made.written).suffix.lstrip(".")
    told["imageSequence"] = "%" in made.written
    ending = _UNSAFE.sub("", PurePath(template.name or source.name).suffix) or ".aep"
    # Without a name newer versions of nexrender find no local file at all.
    told["name"] = f"project{ending.lower()}"
    if source.scheme == FILE and template.use_original is not False:
        # Read where it lies, its footage beside it is found; it is never written.
        told["useOriginal"] = True
    return told


def _script(asset: Script, copy: str) -> dict[str, Any]:
    parameters = []
    for each in asset.parameters:
        told = dict(told_fields(each))
        if each.arguments:
            told["arguments"] = [dict(told_fields(one)) for one in each.arguments]
        parameters.append(told)
    return {
        "type": "script",
        "src": copy,
        "name": PurePath(copy).stem,
        "extension": "jsx",
        "keyword": asset.keyword,
        "parameters": parameters,
    }


def _file(asset: Footage | Static, name: str, place: Place) -> dict[str, Any]:
    told = dict(told_fields(asset))
    told["type"] = "static" if isinstance(asset, Static) else asset.type.value
    told["src"] = _address(asset.src, place)
    stem, dot, extension = name.rpartition(".")
    told["name"] = stem if dot and stem else name
    told.pop("extension", None)
    if dot and stem:
        # Told apart from the name: nexrender would guess a second one for data.
        told["extension"] = extension
    path = place.files.get(asset.src, find_source(asset.src, place.base).path)
    if asset.src in place.copies:
        told["useOriginal"] = True
    elif path is None or "'" in str(path):
        told.pop("useOriginal", None)
    return told


def _address(src: str, place: Place) -> str:
    path = place.files.get(src, find_source(src, place.base).path)
    return src if path is None else file_uri(path)


def names_of(job: Job) -> dict[int, str]:
    """What each file is called beside the project: unique, and safe in a script.

    Pictures of a sequence keep their names, by which After Effects finds the others; static files
    keep the names that scripts and projects know them by.
    """
    found: dict[int, str] = {}
    for number, asset in enumerate(job.assets):
        if isinstance(asset, Data | Script):
            continue
        source = find_source(asset.src, PurePath())
        given = asset.name or safe_name(source.name, "file")
        if asset.extension:
            given = f"{given}.{asset.extension.lstrip('.')}"
        if is_font(asset) and not given.casefold().endswith(FONTS):
            # Without its ending no system takes it for a font.
            given += PurePath(asset.src.lower()).suffix
        if isinstance(asset, Static) and asset.name:
            found[number] = given
        elif asset.sequence or asset.name:
            found[number] = _UNSAFE.sub("_", given)
        else:
            found[number] = f"{number:03d}-{_UNSAFE.sub('_', given)}"[-120:]
    return found


def name_clashes(job: Job) -> Iterator[Problem]:
    """Assets that would overwrite each other beside the project."""
    seen: dict[str, int] = {}
    for number, name in names_of(job).items():
        first = seen.setdefault(name.casefold(), number)
        if first != number and _src(job, first) != _src(job, number):
            text = f"The assets {first} and {number} are both called “{name}” while they render."
            yield Problem(f"assets[{number}].name", text, "Give one another name.")


def _src(job: Job, number: int) -> str:
    asset = job.assets[number]
    return "" if isinstance(asset, Data) else asset.src


def _for_after_effects(product: Product) -> str:
    return product.written.replace(f"%0{DIGITS}d", f"[{'#' * DIGITS}]")


def _actions(job: Job, made: Products, place: Place) -> dict[str, Any]:
    before = [{"module": place.modules[known.FONTS]}] if job.actions.fonts else []
    after = []
    for step in made.steps:
        if isinstance(step.action, EncodeAction):
            inputs = [_input(each, place) for each in step.inputs]
            after.append(_encode(step.action, inputs[0], step.product, place))
        elif isinstance(step.action, CopyAction):
            after.append(_copy(_input(step.inputs[0], place), step.product, place))
        else:
            after.append(_compress(step.action, step.inputs, step.product, place))
    # The last two have to be there: nexrender's fonts add themselves to the one after the render.
    return {"predownload": [], "postdownload": [], "prerender": before, "postrender": after}


def _input(given: Product | str, place: Place) -> str:
    if isinstance(given, Product):
        return str(place.work / given.written)
    return _mixed_in(given, place)


def _mixed_in(name: str, place: Place) -> str:
    return str(place.files.get(name, place.base / name))


def _encode(action: EncodeAction, read: str, made: Product, place: Place) -> dict[str, Any]:
    params: dict[str, Any] = {}
    for name, value in action.params.items():
        values = value if isinstance(value, list) else [value]
        if name == "-i":
            params[name] = [_mixed_in(each, place) for each in values]
        elif name != "-y":
            texts = [plain_value(each) for each in values]
            params[name] = texts if len(texts) > 1 else texts[0]
    told = {
        "module": place.modules[known.ENCODE],
        "input": read,
        "output": str(place.work / made.written),
        "params": params,
    }
    return {**told, "preset": action.preset} if action.preset else told


def _copy(read: str, made: Product, place: Place) -> dict[str, Any]:
    written = str(place.work / made.written)
    return {"module": place.modules[known.COPY], "input": read, "output": written}


def _compress(
    action: CompressAction, inputs: tuple[Product | str, ...], made: Product, place: Place
) -> dict[str, Any]:
    # It joins every path to nexrender's own folder, absolute or not.
    names = [each.written for each in inputs if isinstance(each, Product)]
    return {
        "module": place.modules[known.COMPRESS],
        "format": action.format,
        "input": names,
        "output": made.written,
    }
