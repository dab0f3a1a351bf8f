"""Works out what a nexrender job leaves behind: which files, made how, wanted under which names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Final

from rendermanager.core.naming import safe_name
from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.renderers.nexrender.actions import (
    CompressAction,
    CopyAction,
    EncodeAction,
    PostAction,
)
from rendermanager.renderers.nexrender.encoding import INPUTS
from rendermanager.renderers.nexrender.job import STILLS, Job
from rendermanager.renderers.nexrender.jobfields import line_problem, shorten

OUR_UID: Final = "attempt"
"""nexrender's name for every job of ours, and of its own folder below the attempt's."""
DIGITS: Final = 5
DEFAULT_EXTENSION: Final = "mov"
SOUNDS: Final = frozenset({"mp3", "m4a", "aac", "wav", "flac", "opus", "oga", "aif", "aiff"})
_NUMBER: Final = re.compile(r"\[#+\]|#####|%0\d{1,2}d")
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_VARIABLE: Final = re.compile(r"\$\w|%\w+%|\$\{")

_Trouble = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Product:
    """A file, or numbered pictures, that come into being in nexrender's own folder.

    Attributes:
        written: Its name there; ``%05d`` stands for the number of a picture.
        kind: What it is.
        called: What the job calls it; later actions name it so.
    """

    written: str
    kind: OutputKind
    called: str


@dataclass(frozen=True, slots=True)
class Step:
    """One action that makes a product.

    Attributes:
        action: What is to be done.
        inputs: What it is made from: products, or paths as the job says them.
        product: What comes of it.
    """

    action: PostAction
    inputs: tuple[Product | str, ...]
    product: Product


@dataclass(frozen=True, slots=True)
class Published:
    """A product that is kept.

    Attributes:
        product: The product.
        wanted: Its path as the job says it, with ``%05d`` for numbers; empty when it says none.
    """

    product: Product
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Products:
    """All that a job makes.

    Attributes:
        result: What After Effects writes.
        steps: What is made of it, in order.
        published: What is kept, at least one; the first is the job's own result.
    """

    result: Product
    steps: tuple[Step, ...]
    published: tuple[Published, ...]


def products(job: Job) -> Products:
    """What a job makes; one that `product_problems` has nothing to say about."""
    found = _Workshop(job)
    found.work()
    return found.products()


def product_problems(job: Job) -> list[_Trouble]:
    """What is wrong with the files that actions name, as path, message and hint."""
    found = _Workshop(job)
    found.work()
    published = found.products().published
    seen: dict[str, Published] = {}
    for each in published:
        key = each.wanted.casefold()
        if each.wanted and key in seen:
            text = f"Two results are called “{shorten(each.wanted)}”."
            found.troubles.append(("actions.postrender", text, "Give one another name."))
        seen[key] = each
    for name in ("output", "template.output"):
        wanted = job.output if name == "output" else job.template.output
        found.troubles += _path_troubles(name, wanted)
    return found.troubles


def rendered_extension(job: Job) -> str:
    """What After Effects writes: as the job says it, else as the name of its result tells."""
    if job.template.output_ext:
        return job.template.output_ext.lower()
    copies = [each for each in job.actions.postrender if isinstance(each, CopyAction)]
    names = [each.output for each in copies if not each.input]
    for name in (*names, job.wanted_output):
        ending = _path(name).suffix.lstrip(".").lower()
        if ending.isalnum() and ending.isascii():
            return ending
    return "png" if job.template.image_sequence else DEFAULT_EXTENSION


def expected_outputs(
    job: Job, folder: PurePath, output: PurePath, base: PurePath | None = None
) -> list[ExpectedOutput]:
    """What must be there when the render has ended well.

    Args:
        job: The job.
        folder: The attempt's folder, absolute.
        output: Where the first result is published, absolute; others go beside it, unless the job
            names an absolute path.
        base: Folder of the job file: where the first result stays where the job wants it, the
            others do so, too.
    """
    found = products(job)
    root = output.parent
    wanted = found.published[0].wanted
    if base is not None and wanted and (base / wanted).parent == root:
        root = base
    template = job.template
    frames = 0
    if template.frame_start is not None and template.frame_end is not None:
        frames = (template.frame_end - template.frame_start) // template.increment_frame + 1
    outputs = []
    for number, each in enumerate(found.published):
        is_result = each.product is found.result or _copies(found, each.product)
        final = output if number == 0 else root / (each.wanted or each.product.written)
        # Which numbers the files bear is certain for a whole range alone.
        whole = template.increment_frame == 1 or each.product.kind is not OutputKind.SEQUENCE
        outputs.append(
            ExpectedOutput(
                str(folder / OUR_UID / each.product.written),
                str(final),
                each.product.kind,
                frames=frames if is_result and whole else 0,
                first_frame=(template.frame_start or 0) if is_result else 1,
            )
        )
    return outputs


def _copies(found: Products, product: Product) -> bool:
    """Whether it is a second file of what After Effects has written."""
    steps = (step for step in found.steps if isinstance(step.action, CopyAction))
    return any(step.product == product and step.inputs == (found.result,) for step in steps)


class _Workshop:
    """Goes through the actions in their order and keeps what they have made."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._extension = rendered_extension(job)
        is_sequence = job.template.image_sequence or self._extension in STILLS
        number = f"_%0{DIGITS}d" if is_sequence else ""
        self._result = Product(
            f"result{number}.{self._extension}", _rendered_kind(self._extension, number), "result"
        )
        self._steps: list[Step] = []
        self._published: list[Published] = []
        self._used: set[str] = set()
        self.troubles: list[_Trouble] = []

    def work(self) -> None:
        for at, action in enumerate(self._job.actions.postrender):
            where = f"actions.postrender[{at}]"
            self.troubles += _path_troubles(f"{where}.output", action.output)
            if isinstance(action, CopyAction):
                self._copy(action, where)
            else:
                self._make(action, where, len(self._steps) + 1)

    def products(self) -> Products:
        kept = list(self._published)
        copied = {each.product.written for each in kept}
        for step in self._steps:
            made = step.product
            if made.written not in copied and made.written not in self._used:
                kept.append(Published(made, step.action.output))
        if not kept:
            wanted = _numbered(self._job.wanted_output, self._result)
            kept = [Published(self._result, wanted)]
        return Products(self._result, tuple(self._steps), tuple(kept))

    def _copy(self, action: CopyAction, where: str) -> None:
        product = self._named(action.input)
        if product is None:
            text = f"No file of the render is called “{shorten(action.input)}”: it is not copied."
            self.troubles.append((f"{where}.input", text, "Leave it out for the result."))
            return
        self._used.add(product.written)
        wanted = self._wanted(action, product)
        given, made = (_path(name).suffix.lower() for name in (wanted, product.written))
        if given != made:
            text = f"“{shorten(wanted)}” ends in “{given}”, but what is copied is a “{made}”."
            self.troubles.append((f"{where}.output", text, "A copy changes no format: encode it."))
        is_kept = any(each.product == product for each in self._published)
        if is_kept and product.kind is not OutputKind.SEQUENCE:
            # One file gets one name: whoever wants two has two files.
            copy = Product(f"copy-{len(self._steps) + 1}{made}", product.kind, action.output)
            self._steps.append(Step(action, (product,), copy))
            product = copy
        self._published.append(Published(product, wanted))

    def _wanted(self, action: CopyAction, product: Product) -> str:
        """The path of a copy; in a folder it is called like what is copied, or by the job."""
        text = action.output
        if text.endswith(("/", "\\")) or not _path(text).suffix:
            ending = _path(product.written).suffix
            by_id = action.use_job_id and self._job.uid
            name = f"{safe_name(self._job.uid)}{ending}" if by_id else product.written
            text = f"{text.rstrip('/' + chr(92))}/{name}" if text.strip("/\\") else text + name
        return _numbered(text, product)

    def _make(self, action: EncodeAction | CompressAction, where: str, number: int) -> None:
        inputs: list[Product | str] = []
        named = action.input if isinstance(action, CompressAction) else (action.input,)
        for name in named:
            product = self._named(name)
            if product is not None:
                self._used.add(product.written)
            elif isinstance(action, CompressAction) or not _may_be_mixed_in(name):
                text = f"No file of the render is called “{shorten(name)}”."
                self.troubles.append((f"{where}.input", text, "Leave it out for the result."))
            inputs.append(name if product is None else product)
        if isinstance(action, CompressAction) and any(
            isinstance(each, Product) and each.kind is OutputKind.SEQUENCE for each in inputs
        ):
            text = "Numbered pictures cannot be packed by nexrender."
            self.troubles.append((f"{where}.input", text, "Pack them afterwards."))
        ending = _path(action.output).suffix.lower()
        kind = OutputKind.FILE if isinstance(action, CompressAction) else _encoded_kind(ending)
        made = Product(f"made-{number}{ending}", kind, action.output)
        self._steps.append(Step(action, tuple(inputs), made))

    def _named(self, name: str) -> Product | None:
        """The product that an action means."""
        if not name or name == self._job.wanted_output:
            return self._result
        called = [(step.product.called, step.product) for step in self._steps]
        made = [product for text, product in called if name in (text, _path(text).name)]
        if made:
            return made[-1]
        plain = _NUMBER.sub("", _path(name).name.lower())
        is_inside = _path(name).name == name or name == self._job.wanted_output
        is_result = plain in (f"result.{self._extension}", f"result_.{self._extension}")
        return self._result if is_result and is_inside else None


def _numbered(wanted: str, product: Product) -> str:
    """A path whose name has a place for the number, where pictures are numbered."""
    if not wanted or product.kind is not OutputKind.SEQUENCE:
        return wanted
    field = f"%0{DIGITS}d"
    found = _NUMBER.sub(lambda _: field, wanted, count=1)
    if field in found:
        return found
    stem, dot, ending = wanted.rpartition(".")
    return f"{stem}_{field}{dot}{ending}" if dot else f"{wanted}_{field}"


def _path_troubles(where: str, wanted: str) -> Iterator[_Trouble]:
    """What is wrong with the path of a result, whatever it is."""
    if not wanted:
        return
    shown = shorten(wanted)
    if _ADDRESS.match(wanted):
        yield where, f"“{shown}” is an address: results are files.", "Write a path."
    elif ".." in _path(wanted).parts or ".." in PurePosixPath(wanted).parts:
        yield where, f"“{shown}” leads out of its folder by “..”.", "Write the path without it."
    elif trouble := line_problem(wanted):
        yield where, f"“{shown}” {trouble}.", "Choose another name."
    elif _VARIABLE.search(wanted):
        yield where, f"“{shown}” holds a variable.", "Write the path itself."


def _path(text: str) -> PurePath:
    """A path of either system, taken apart."""
    return PureWindowsPath(text)


def _may_be_mixed_in(text: str) -> bool:
    """Whether an encoding may read this file, which is none of the render."""
    is_absolute = PurePosixPath(text).is_absolute() or PureWindowsPath(text).is_absolute()
    return is_absolute and _path(text).suffix.lstrip(".").lower() in INPUTS


def _rendered_kind(extension: str, number: str) -> OutputKind:
    if number:
        return OutputKind.SEQUENCE
    return OutputKind.AUDIO if extension in SOUNDS else OutputKind.VIDEO


def _encoded_kind(ending: str) -> OutputKind:
    extension = ending.lstrip(".")
    if extension in SOUNDS:
        return OutputKind.AUDIO
    # An animated picture may hold one frame, and the Ogg format sound alone.
    return OutputKind.MEDIA if extension in ("ogg", "gif", "webp", "apng") else OutputKind.VIDEO
