"""Turns the action of a task into a program call, with its files and its variables."""

import os
import shlex
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.core.tasks import TaskSpec
from rendermanager.media.trouble import plain
from rendermanager.renderers.api import Command
from rendermanager.renderers.command import MAY_WAIT_S, resolved
from rendermanager.renderers.openjd.plan import Plan
from rendermanager.renderers.openjd.template import model

FILES: Final = "files"
"""Folder, within that of the attempt, for the files that a template carries."""
USUAL_NOTICE_S: Final = 120.0
"""Seconds between notice and end where a template says nothing, by the specification."""


def command_for(plan: Plan, task: TaskSpec, folder: Path, changed: Mapping[str, str]) -> Command:
    """The program call of one task.

    Args:
        plan: The job.
        task: One of its tasks.
        folder: Folder of the attempt, in which it works.
        changed: Parameters with other values than the plan's, by their names.

    Raises:
        BadInput: There is no such program, or something cannot be filled in.
    """
    step = next(each for each in plan.job.steps if each.name == task.step)
    symbols = _symbols(plan, task, folder, changed)
    openjd = model()
    try:
        names = _name_files(step, symbols, folder)
        files = {
            names[each.name]: _content(each, symbols) for each in step.script.embeddedFiles or ()
        }
        action = step.script.actions.onRun
        words = [_filled(each, symbols) for each in (action.command, *(action.args or ()))]
        env = _variables(plan.job, step, symbols)
    except (openjd.FormatStringError, openjd.ExpressionError, ValueError, KeyError) as error:
        message = plain(f"The step “{task.step}” cannot be filled in: {error}")
        raise BadInput([Problem("source", message, "Correct the template.")]) from error
    argv = (*_program(words[0], files, folder), *words[1:])
    return Command(
        argv,
        folder,
        env,
        grace_s=_grace_s(action),
        still_s=MAY_WAIT_S,
        limit_s=float(_filled(action.timeout or 0, symbols)),
        files=files,
    )


def _symbols(plan: Plan, task: TaskSpec, folder: Path, changed: Mapping[str, str]) -> Any:
    symbols = model().SymbolTable()
    for name, value in plan.parameters.items():
        symbols[f"Param.{name}"] = changed.get(name, value.value)
        symbols[f"RawParam.{name}"] = changed.get(name, value.value)
    for name, text in task.parameters.items():
        symbols[f"Task.Param.{name}"] = text
        symbols[f"Task.RawParam.{name}"] = text
    symbols["Session.WorkingDirectory"] = str(folder)
    symbols["Session.HasPathMappingRules"] = "false"
    symbols["Session.PathMappingRulesFile"] = ""
    return symbols


def _name_files(step: Any, symbols: Any, folder: Path) -> dict[str, str]:
    """A name for each embedded file; they may speak of each other, so all are named first."""
    names: dict[str, str] = {}
    for each in step.script.embeddedFiles or ():
        word = _filled(each.filename, symbols) if each.filename else each.name
        if PurePath(word).name != word or word in ("", ".", ".."):
            raise ValueError(f"“{word}” is no name of a file")
        names[each.name] = f"{FILES}/{word}"
        symbols[f"Task.File.{each.name}"] = str(folder / FILES / word)
    if len(set(names.values())) < len(names):
        raise ValueError("two of its files have the same name")
    return names


def _content(file: Any, symbols: Any) -> bytes:
    text = _filled(file.data, symbols)
    ending = str(getattr(file.endOfLine, "value", "") or "")
    if ending == "CRLF":
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    elif ending == "LF":
        text = text.replace("\r\n", "\n")
    return text.encode("utf-8", "surrogatepass")


def _variables(job: Any, step: Any, symbols: Any) -> dict[str, str]:
    """The variables of the environments; those of the step come last and win."""
    found: dict[str, str] = {}
    for environment in (*(job.jobEnvironments or ()), *(step.stepEnvironments or ())):
        for name, value in (environment.variables or {}).items():
            found[str(name)] = _filled(value, symbols)
    return found


def _program(word: str, files: Mapping[str, bytes], folder: Path) -> tuple[str, ...]:
    """The program that an action begins with.

    An embedded file is only ours to read, and not to run: its first line says what reads it.
    """
    content = next((files[name] for name in files if str(folder / name) == word), None)
    if content is None:
        program = resolved(word, os.environ)
        return (str(program),) if program is not None else _missing(word)
    first = content.partition(b"\n")[0].decode("utf-8", "replace").strip()
    reader = shlex.split(first[2:]) if first.startswith("#!") else []
    if len(reader) > 1 and PurePath(reader[0]).name == "env":
        reader = reader[1:]
    if not reader:
        message = f"The file “{Path(word).name}” does not say what runs it."
        raise BadInput([Problem("source", message, "Begin it with “#!” and a program.")])
    program = resolved(reader[0], os.environ)
    return (str(program), *reader[1:], word) if program is not None else _missing(reader[0])


def _missing(word: str) -> tuple[str, ...]:
    message = f"There is no program “{plain(word)}” on this machine."
    hint = "Install it, or name it by its whole path."
    raise BadInput([Problem("source", message, hint)])


def _filled(text: Any, symbols: Any) -> str:
    resolve = getattr(text, "resolve", None)
    return str(text) if resolve is None else str(resolve(symtab=symbols))


def _grace_s(action: Any) -> float:
    """Seconds that a program has between the notice and its end."""
    way = action.cancelation
    if way is None or str(way.mode.value) != "NOTIFY_THEN_TERMINATE":
        return 0.0
    period = getattr(way, "notifyPeriodInSeconds", None)
    return USUAL_NOTICE_S if period is None else float(period)
