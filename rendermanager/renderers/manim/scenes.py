"""Lists the scenes of a Manim script from its text alone: nothing of it is run or imported."""

import ast
import sys
import threading
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.core.source import Part
from rendermanager.media.trouble import plain, quoted
from rendermanager.renderers.manim.counting import plays_of

LARGEST_BYTES: Final = 1 << 20
"""No script that a person writes is longer."""
_ENDINGS: Final = ("Scene", "Slide")
"""So end the names of the scenes of Manim and of what is built on it."""
_OTHER_MANIM: Final = "manimlib"
"""The module of ManimGL, which is another program."""

# Python's warnings are switched for the whole process: two threads must not do so at once.
_quiet = threading.Lock()


@dataclass(slots=True)
class _Names:
    """What the names of a script stand for, as far as its imports tell.

    Attributes:
        modules: Names that stand for a module.
        classes: Names that may stand for a scene of another module.
        stars: Whether a module gave all of its names.
        manim: Whether Manim, or something built on it, is imported.
        other: Whether ManimGL is.
    """

    modules: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    stars: bool = False
    manim: bool = False
    other: bool = False


def scenes_in(content: bytes, path: Path) -> tuple[Part, ...]:
    """The scenes of a script, in its order; `steps` where their animations can be counted.

    Args:
        content: The script.
        path: Its name, for the sentences.

    Raises:
        BadInput: It is no Python, or no script for Manim.
    """
    tree = _parsed(content, path)
    statements = list(_module_level(tree.body))
    names = _imported(ast.walk(tree))
    if not names.manim:
        raise BadInput([_not_manim(path, names)])
    classes = {each.name: each for each in statements if isinstance(each, ast.ClassDef)}
    scenes = {name: each for name, each in classes.items() if _is_scene(each, classes, names)}
    if not scenes:
        text = f"{quoted(path)} has no scene: no class in it derives from a scene of Manim."
        raise BadInput([Problem("source", text, "Write one, or choose another file.")])
    return tuple(Part(name, _steps(each, classes)) for name, each in scenes.items())


def _steps(scene: ast.ClassDef, classes: dict[str, ast.ClassDef]) -> int | None:
    """How many animations it plays; what it inherits from a class of the script may play more."""
    inherits = any(_dotted(base)[:1] and _dotted(base)[0] in classes for base in scene.bases)
    return None if inherits else plays_of(scene)


def _parsed(content: bytes, path: Path) -> ast.Module:
    try:
        with _quiet, warnings.catch_warnings():
            # What the text of a formula looks like to Python ("\d") is its writer's business.
            warnings.simplefilter("ignore")
            return ast.parse(content, filename=path.name)
    except SyntaxError as error:
        reason = plain(error.msg or "it cannot be read")
        where = f", line {error.lineno}" if error.lineno else ""
    except ValueError:
        reason, where = "it holds a NUL character", ""
    except (RecursionError, MemoryError):
        reason, where = "it is nested too deeply", ""
    text = f"{quoted(path)}{where} is no valid Python: {reason}."
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    raise BadInput([Problem("source", text, f"Correct it there. (It was read as {version}.)")])


def _module_level(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a module, with those inside its conditions."""
    pending = list(body)[::-1]
    while pending:
        statement = pending.pop()
        yield statement
        if isinstance(statement, ast.If | ast.Try | ast.With):
            inner: list[ast.stmt] = [*statement.body]
            if not isinstance(statement, ast.With):
                inner += statement.orelse
            if isinstance(statement, ast.Try):
                inner += [each for handler in statement.handlers for each in handler.body]
                inner += statement.finalbody
            pending += inner[::-1]


def _imported(nodes: Iterable[ast.AST]) -> _Names:
    names = _Names()
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                _note(names, alias.name)
                names.modules.add(alias.asname or alias.name.split(".")[0])
        elif isinstance(node, ast.ImportFrom):
            _note(names, node.module or "")
            for alias in node.names:
                if alias.name == "*":
                    names.stars = True
                elif alias.name.endswith(_ENDINGS):
                    names.classes.add(alias.asname or alias.name)
                else:
                    names.modules.add(alias.asname or alias.name)
    return names


def _note(names: _Names, module: str) -> None:
    top = module.partition(".")[0]
    if top == _OTHER_MANIM:
        names.other = True
    elif top == "manim" or top.startswith("manim_"):
        names.manim = True


def _is_scene(start: ast.ClassDef, classes: dict[str, ast.ClassDef], names: _Names) -> bool:
    """Whether a class derives, in one step or many, from a scene of another module."""
    pending, seen = [start], {start.name}
    while pending:
        for base in pending.pop().bases:
            written = _dotted(base)
            if len(written) == 1 and written[0] in classes and written[0] not in seen:
                seen.add(written[0])
                pending.append(classes[written[0]])
            elif _is_foreign_scene(written, classes, names):
                return True
    return False


def _is_foreign_scene(
    written: Sequence[str], classes: dict[str, ast.ClassDef], names: _Names
) -> bool:
    if not written:
        return False
    if len(written) > 1:
        return written[0] in names.modules and written[-1].endswith(_ENDINGS)
    name = written[0]
    return name in names.classes or (
        names.stars and name not in classes and name.endswith(_ENDINGS)
    )


def _dotted(node: ast.expr) -> tuple[str, ...]:
    """``m.Scene`` as its words; nothing for what is no plain name."""
    words: list[str] = []
    while isinstance(node, ast.Attribute):
        words.append(node.attr)
        node = node.value
    if isinstance(node, ast.Subscript):  # Scene[Camera]
        return _dotted(node.value) if not words else ()
    return (node.id, *words[::-1]) if isinstance(node, ast.Name) else ()


def _not_manim(path: Path, names: _Names) -> Problem:
    if names.other:
        text = f"{quoted(path)} is written for ManimGL, which is another program."
        return Problem("source", text, "Import “manim” in it, or run it as a command.")
    text = f"{quoted(path)} is no script for Manim: it does not import “manim”."
    return Problem("source", text, "Run other programs as a command (see “Any program”).")
