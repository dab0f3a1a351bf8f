"""Reads templates of Open Job Description, and refuses what cannot be done here with a sentence."""

import importlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.media.trouble import plain
from rendermanager.renderers.documents import read_document

LARGEST_BYTES: Final = 256 * 1024
MOST_NODES: Final = 100_000
"""YAML may name one part many times over: so many values a template may have in the end."""
_KEPT: Final = 16
"""Templates whose reading is remembered: each of its tasks asks for it again."""
_LONGEST_REASON: Final = 600


def model() -> Any:
    """The package that knows the format; imported late, because hardly any job needs it.

    Raises:
        BadInput: It is not installed.
    """
    try:
        return importlib.import_module("openjd.model")
    except ImportError as error:
        text = "Templates of Open Job Description need the package “openjd-model”."
        hint = "Install Render Manager with its extra “openjd”."
        raise BadInput([Problem("engine", text, hint)]) from error


def read_text(path: Path) -> str:
    """The text of a template.

    Raises:
        BadInput: It cannot be read, or is no text.
    """
    content = read_document(path, LARGEST_BYTES)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = f"“{plain(path.name)}” is no text in UTF-8."
        raise BadInput([Problem("source", text, "Save it as UTF-8.")]) from error


@lru_cache(maxsize=_KEPT)
def parsed(text: str, name: str) -> Any:
    """The template behind a text.

    Args:
        text: Its text, in YAML or JSON.
        name: Name of its file, for the sentences.

    Raises:
        BadInput: It is no template, or asks for what cannot be done here.
    """
    openjd = model()
    _check_size(text, name)
    # YAML holds JSON as well.
    try:
        document = openjd.document_string_to_object(
            document=text, document_type=openjd.DocumentType.YAML
        )
        template = openjd.decode_job_template(template=document)
    except (openjd.DecodeValidationError, ValueError, TypeError, RecursionError) as error:
        raise BadInput([_refusal(name, error)]) from error
    problems = list(_not_done_here(template, name))
    if problems:
        raise BadInput(problems)
    return template


def _check_size(text: str, name: str) -> None:
    yaml = importlib.import_module("yaml")
    try:
        # Nodes alone: nothing is built from them yet.
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        count = _count(root, {}, frozenset()) if root is not None else 0
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise BadInput([_refusal(name, error)]) from error
    if count > MOST_NODES:
        message = f"“{plain(name)}” holds more than {MOST_NODES} values."
        raise BadInput([Problem("source", message, "Make it smaller.")])


def _count(node: Any, known: dict[int, int], above: frozenset[int]) -> int:
    """How many values a node stands for, those that are named again counted again."""
    if id(node) in known:
        return known[id(node)]
    if id(node) in above:
        raise ValueError("a part of it holds itself")
    inside = node.value if isinstance(node.value, list) else []
    total = 1
    for each in inside:
        for child in each if isinstance(each, tuple) else (each,):
            total += _count(child, known, above | {id(node)})
    known[id(node)] = total
    return total


def _refusal(name: str, error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None)
    where = f", line {mark.line + 1}," if mark is not None else ""
    said = getattr(error, "problem", None) or str(error) or type(error).__name__
    reason = "; ".join(line.strip() for line in said.splitlines() if line.strip())
    text = plain(f"“{name}”{where} is no template that can be used: {reason[:_LONGEST_REASON]}")
    return Problem("source", text if text.endswith(".") else f"{text}.", "Correct it there.")


def _not_done_here(template: Any, name: str) -> Iterator[Problem]:
    """What a good template may ask for, and this engine does not do."""
    hint = "Put what they do into the steps themselves."
    for step in (None, *template.steps):
        owner = template if step is None else step
        found = owner.jobEnvironments if step is None else step.stepEnvironments
        for environment in found or ():
            if environment.script is not None:
                text = (
                    f"The environment “{environment.name}” of “{name}” runs actions of its own "
                    "(onEnter, onExit), which is not done here."
                )
                yield Problem("source", plain(text), hint)
    for step in template.steps:
        if step.script is None:
            text = f"The step “{step.name}” of “{name}” has no “script”, which is needed here."
            yield Problem("source", plain(text), "Write its action as “onRun”.")
