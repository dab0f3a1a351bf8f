"""Finds the texts that the window hands to Qt for translation, with Python's own parser.

lupdate can read Python, but passes over calls inside f-strings, and takes some plurals for plain
texts. So it is given a listing of what stands here, in the language that it was made for.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class NotReadable(Exception):
    """A text that cannot be looked up, because it is not written out where it is asked for."""


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text that is to be translated.

    Attributes:
        context: In Qt's sense: the class or the group it belongs to.
        source: As written in the program.
        comment: Tells it from an equal text with another meaning.
        counts: Whether it has a plural, for ``%n``.
    """

    context: str
    source: str
    comment: str = ""
    counts: bool = False


class _Calls(ast.NodeVisitor):
    """Collects the calls of `tr` and `translate` in one module."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._classes: list[str] = []
        self.found: list[Text] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        if _called(node) == "tr":
            if not self._classes or _owner(node) != "self":
                raise self._wrong(node, "`tr` belongs to `self`; elsewhere `translate` is meant")
            self._add(node, self._classes[-1], node.args)
        elif _called(node) == "translate":
            self._add(node, self._written(node, node.args[0]), node.args[1:])

    def _add(self, node: ast.Call, context: str, words: list[ast.expr]) -> None:
        if node.keywords or not 1 <= len(words) <= 3:
            raise self._wrong(node, "source, comment and number are expected, in this order")
        source, *comment = (self._written(node, word) for word in words[:2])
        self.found.append(Text(context, source, "".join(comment), len(words) == 3))

    def _written(self, node: ast.Call, word: ast.expr) -> str:
        if isinstance(word, ast.Constant) and isinstance(word.value, str):
            return word.value
        raise self._wrong(node, "this text is not written out")

    def _wrong(self, node: ast.Call, why: str) -> NotReadable:
        return NotReadable(f"{self._path}:{node.lineno}: {why}: {ast.unparse(node)}")


def _called(node: ast.Call) -> str:
    """``tr`` or ``translate`` where one of Qt's is called; else empty."""
    if isinstance(node.func, ast.Name):
        return node.func.id if node.func.id == "translate" else ""
    if isinstance(node.func, ast.Attribute):
        is_qt = node.func.attr == "tr" or _owner(node) == "QCoreApplication"
        return node.func.attr if is_qt else ""
    return ""


def _owner(node: ast.Call) -> str:
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    return owner.id if isinstance(owner, ast.Name) else ""


def texts_in(path: Path) -> list[Text]:
    """The texts of one module, in the order they stand in.

    Raises:
        NotReadable: One of them is not written out where it is asked for.
    """
    calls = _Calls(path)
    calls.visit(ast.parse(path.read_text(encoding="utf-8"), str(path)))
    return calls.found


def texts_of_ui(package: Path) -> Iterator[tuple[str, Text]]:
    """The module's path below the package, and each of its texts."""
    for part in ("app", "ui"):
        for path in sorted((package / part).rglob("*.py")):
            for text in texts_in(path):
                yield path.relative_to(package).as_posix(), text
