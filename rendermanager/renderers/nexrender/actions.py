"""The actions of a nexrender job: a short list of modules, with what each may be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final

from msgspec import Meta

from rendermanager.core.problem import nearest, unknown
from rendermanager.renderers.nexrender.encoding import MEDIA, param_problems
from rendermanager.renderers.nexrender.jobfields import (
    Findings,
    as_list,
    as_object,
    read_fields,
    required,
    shorten,
)

COPY: Final = "@nexrender/action-copy"
ENCODE: Final = "@nexrender/action-encode"
COMPRESS: Final = "@nexrender/action-compress"
FONTS: Final = "@nexrender/action-fonts"

HELP: Final = {
    COPY: "Publishes a file of the render under another name (postrender: input, output).",
    ENCODE: "Makes another film with ffmpeg (postrender: preset, input, output, params).",
    COMPRESS: "Packs files of the render into a ZIP (postrender: input, output).",
    FONTS: "Installs the fonts among the static assets for this user (prerender).",
}
"""Every module that runs, with what it is for."""
REFUSED: Final = {
    "@nexrender/action-upload": "Render Manager sends no results away: use what sends files.",
    "@nexrender/action-webhook": "Render Manager tells of finished jobs itself.",
    "@nexrender/action-cache": "Render Manager keeps no cache of downloads.",
    "@nexrender/action-mogrt": "Open the template in After Effects, and save a project.",
    "@nexrender/action-mogrt-template": "Open the template in After Effects, and save a project.",
    "@nexrender/action-link": "Name the local file as it is.",
    "@nexrender/action-decompress": "Unpack the project first, and name the project file.",
    "@nexrender/action-lottie": "Export the project from Lottie first.",
    "@nexrender/action-image": "Prepare the picture first.",
}
MOMENTS: Final = ("predownload", "postdownload", "prerender", "postrender")
MAX_ACTIONS: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyAction:
    """A file of the render under another name.

    Attributes:
        output: Path, or folder; relative ones begin at the results.
        input: File of the render; empty takes the rendered result.
        use_job_id: Whether a copy into a folder is called by the job's id; ours has none to keep.
    """

    output: str
    input: str = ""
    use_job_id: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodeAction:
    """Another film, made by ffmpeg from a file of the render.

    Attributes:
        output: Name of the file; an absolute path publishes it there.
        preset: ``mp4``, ``ogg``, ``webm``, ``mp3``, ``m4a``, ``gif``; empty for none.
        input: File of the render; empty takes the rendered result.
        params: Options of ffmpeg.
    """

    output: str
    preset: str = ""
    input: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompressAction:
    """A ZIP with files of the render.

    Attributes:
        output: Name of the ZIP; an absolute path publishes it there.
        input: Files of the render.
        format: ``zip``, the only one there is.
    """

    output: str
    input: Annotated[tuple[str, ...], Meta(min_length=1, max_length=100)] = ()
    format: str = "zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class FontsAction:
    """The fonts among the static assets, installed for this user."""


PostAction = CopyAction | EncodeAction | CompressAction

_KINDS: Final[dict[str, type]] = {COPY: CopyAction, ENCODE: EncodeAction, COMPRESS: CompressAction}
_PRESETS: Final = ("", "mp4", "ogg", "webm", "mp3", "m4a", "gif")
_LEFT_OUT: Final = {
    "module": "",
    "onProgress": "a job runs no code of its own",
    "onComplete": "a job runs no code of its own",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """What happens around the render.

    Attributes:
        fonts: Whether fonts are installed first.
        postrender: What is made of the result, in order.
    """

    fonts: bool = False
    postrender: tuple[PostAction, ...] = ()


def read_actions(value: Any, findings: Findings) -> Actions:
    """The actions of a job; those with problems are left out."""
    if value is None:
        return Actions()
    values = as_object(value, "actions", findings)
    fonts, after = False, []
    for moment, given in (values or {}).items():
        where = f"actions.{moment}"
        if moment not in MOMENTS:
            problem = unknown("moment for actions", shorten(moment), MOMENTS, where)
            findings.warn(shorten(where), problem.message, problem.hint)
            continue
        listed = as_list(given, where, findings)
        if len(listed) > MAX_ACTIONS:
            findings.refuse(where, f"A job has at most {MAX_ACTIONS} actions at a moment.")
            continue
        for at, each in enumerate(listed):
            action = _action(each, moment, f"{where}[{at}]", findings)
            if isinstance(action, FontsAction):
                fonts = True
            elif action is not None:
                after.append(action)
    return Actions(fonts=fonts, postrender=tuple(after))


def _action(
    value: Any, moment: str, where: str, findings: Findings
) -> PostAction | FontsAction | None:
    values = as_object(value, where, findings)
    if values is None:
        return None
    module = values.get("module")
    if not isinstance(module, str) or module not in HELP:
        _refuse_module(module, f"{where}.module", findings)
        return None
    fitting = ("prerender",) if module == FONTS else ("postrender",)
    if module == FONTS and moment == "postrender":
        return None  # that moment only takes fonts away, where it was switched on
    if moment not in fitting:
        text = f"“{module}” does not run at “{moment}”."
        findings.refuse(where, text, f"Move it to “{fitting[0]}”.")
        return None
    if module == FONTS:
        return FontsAction()
    return _after_render(module, values, where, findings)


def _refuse_module(module: Any, where: str, findings: Findings) -> None:
    """Say why a module does not run."""
    if not isinstance(module, str) or not module:
        findings.refuse(where, "The action names no module.", f"Known: {', '.join(HELP)}.")
        return
    name = shorten(module)
    if module in REFUSED:
        findings.refuse(where, f"The action “{name}” is not run.", REFUSED[module])
    elif module.startswith((".", "/", "\\", "~", "file:")) or ":" in module or "\\" in module:
        text = f"The action “{name}” is a program of its own: it is not run."
        findings.refuse(where, text, f"These actions run: {', '.join(HELP)}.")
    else:
        guess = nearest(module, HELP)
        hint = f"Did you mean “{guess}”?" if guess else f"These actions run: {', '.join(HELP)}."
        findings.refuse(where, f"The action “{name}” is not on the list of those that run.", hint)


def _after_render(
    module: str, values: Mapping[str, Any], where: str, findings: Findings
) -> PostAction | None:
    kind = _KINDS[module]
    if kind is CompressAction and isinstance(values.get("input"), str):
        values = {**values, "input": [values["input"]]}
    before = len(findings.problems)
    given = read_fields(kind, values, where, findings, left_out=_LEFT_OUT)
    required(("output",), given, where, findings)
    if kind is EncodeAction:
        preset = given.get("preset", "")
        if preset not in _PRESETS:
            problem = unknown("preset of ffmpeg", shorten(preset), _PRESETS[1:], f"{where}.preset")
            findings.refuse(problem.field, problem.message, problem.hint)
        for name, message, hint in param_problems(given.get("params", {})):
            findings.refuse(f"{where}.params.{name}", message, hint)
    if any(problem.blocks for problem in findings.problems[before:]):
        return None
    action: PostAction = kind(**given)
    if trouble := _output_trouble(action):
        findings.refuse(f"{where}.output", *trouble)
        return None
    return action


def _output_trouble(action: PostAction) -> tuple[str, str] | None:
    """What is wrong with the name of what an action makes, with what to do."""
    ending = action.output.rpartition(".")[2].lower()
    if isinstance(action, EncodeAction):
        if ending not in MEDIA:
            text = f"ffmpeg does not make a film, sound or picture of “{shorten(action.output)}”."
            return text, f"Let it end in one of: {', '.join(sorted(MEDIA))}."
        if "%" in action.output:
            text = f"“{shorten(action.output)}” holds a “%”, which ffmpeg counts with."
            return text, "Make one film, or let After Effects write the pictures."
    if isinstance(action, CompressAction):
        if action.format != "zip":
            return f"“{shorten(action.format)}” is no format that can be packed.", "Write “zip”."
        if ending != "zip":
            return f"“{shorten(action.output)}” is no name of a ZIP.", "Let it end in .zip."
        if not action.input:
            return "Nothing is to be packed.", "Name files of the render in “input”."
        if any("#" in name or "%" in name for name in action.input):
            return "Numbered pictures cannot be packed by nexrender.", "Pack them afterwards."
    return None
