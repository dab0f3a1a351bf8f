"""Reads one nexrender job from decoded JSON, with everything that is wrong with it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rendermanager.renderers.nexrender.actions import read_actions
from rendermanager.renderers.nexrender.assets import read_assets
from rendermanager.renderers.nexrender.job import Job, Template
from rendermanager.renderers.nexrender.jobfields import (
    Findings,
    as_object,
    line_problem,
    read_fields,
    required,
    shorten,
)
from rendermanager.renderers.nexrender.jobproducts import product_problems

_ALIASES: Final = {"frameIncrement": "incrementFrame"}
_TEMPLATE_LEFT_OUT: Final = {
    "dest": "",
    "extension": "the project keeps its own",
    "params": "how files are fetched is not for the job to say",
}
_OURS: Final = "Render Manager decides it"
_CALLS: Final = "a job runs no code of its own in nexrender"
_JOB_LEFT_OUT: Final[dict[str, str]] = {
    **dict.fromkeys(
        "_id timings createdAt updatedAt startedAt finishedAt errorAt error renderProgress"
        " creator executor resultname scriptfile".split(),
        "",
    ),
    **dict.fromkeys(("workpath", "settings", "aerender", "logPath"), _OURS),
    **dict.fromkeys(("onChange", "onRenderProgress", "onRender", "onRenderError"), _CALLS),
}


def read_object(value: Any, findings: Findings) -> Job | None:
    """A job from decoded JSON; None, and problems, when it is none."""
    values = as_object(value, "", findings)
    if values is None:
        return None
    given = read_fields(Job, values, "", findings, left_out=_JOB_LEFT_OUT)
    template = _template(values.get("template"), findings)
    assets = read_assets(values.get("assets"), findings)
    actions = read_actions(values.get("actions"), findings)
    if findings.blocks() or template is None:
        return None
    job = Job(template=template, assets=assets, actions=actions, **given)
    for where, message, hint in product_problems(job):
        findings.refuse(where, message, hint)
    return None if findings.blocks() else job


def _template(value: Any, findings: Findings) -> Template | None:
    if value is None:
        findings.refuse("template", "“template” is missing.", "It names project and composition.")
        return None
    values = as_object(value, "template", findings)
    if values is None:
        return None
    before = len(findings.problems)
    given = read_fields(
        Template, values, "template", findings, left_out=_TEMPLATE_LEFT_OUT, aliases=_ALIASES
    )
    required(("src", "composition"), given, "template", findings)
    for name, message, hint in _troubles(given):
        findings.refuse(f"template.{name}", message, hint)
    if any(problem.blocks for problem in findings.problems[before:]):
        return None
    template = Template(**given)
    if template.output_module and not template.output_ext:
        findings.warn(
            "template.outputExt",
            f"Nobody knows what “{shorten(template.output_module)}” writes.",
            "Add outputExt, such as “mov”; otherwise the name of the result tells.",
        )
    return template


def _troubles(given: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What no project, composition or setting can be called, as field, message and hint."""
    if trouble := composition_trouble(given.get("composition", "")):
        text = f"The composition “{shorten(given['composition'])}” {trouble}."
        yield "composition", text, "nexrender writes it into a script as it is: rename it."
    for name, key in (
        ("settingsTemplate", "settings_template"),
        ("outputModule", "output_module"),
        ("renderSettings", "render_settings"),
        ("outputSettings", "output_settings"),
    ):
        text = given.get(key, "")
        if trouble := line_problem(text) or ("begins with a dash" if text[:1] == "-" else ""):
            yield name, f"“{shorten(text)}” {trouble}.", "Give the name as After Effects shows it."
    name = given.get("name", "")
    if name and (line_problem(name) or any(mark in name for mark in '/\\<>:"|?*') or name == ".."):
        yield "name", f"“{shorten(name)}” cannot be the name of a file.", "Leave it out."
    ending = given.get("output_ext", "")
    if ending and not (ending.isascii() and ending.isalnum() and len(ending) <= 8):
        yield "outputExt", f"“{shorten(ending)}” is no extension.", "Write “mp4”, without a dot."
    first, last = given.get("frame_start"), given.get("frame_end")
    if first is not None and last is not None and last < first:
        yield "frameEnd", f"The last frame ({last}) comes before the first ({first}).", ""


def composition_trouble(name: str) -> str:
    """Why nexrender cannot be given this composition: it writes the name into its script as it is.

    Empty when it can.
    """
    for mark in ("'", '"', "\\", "*/", "$&", "$'", "$`", "$$"):
        if mark in name:
            return f"holds {mark}"
    if name.startswith("-"):
        return "begins with a dash"
    return line_problem(name)
