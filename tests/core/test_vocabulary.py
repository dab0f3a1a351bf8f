"""What every module of the core promises: frozen values, explained members, nothing impure."""

import ast
import dataclasses
import importlib
import pkgutil
from enum import Enum
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

import rendermanager.core

FOLDER = Path(rendermanager.core.__path__[0])
MODULES = [
    importlib.import_module(f"rendermanager.core.{found.name}")
    for found in pkgutil.iter_modules([str(FOLDER)])
]
PURE = {
    "collections",
    "dataclasses",
    "datetime",
    "difflib",
    "enum",
    "fractions",
    "functools",
    "hashlib",
    "itertools",
    "math",
    "pathlib",
    "re",
    "rendermanager",
    "types",
    "typing",
    "unicodedata",
}
"""Modules that neither read a file nor a clock, as the core uses them."""


CLASSES = [
    each
    for module in MODULES
    for each in vars(module).values()
    if isinstance(each, type) and each.__module__ == module.__name__
]
ENUMS = [each for each in CLASSES if issubclass(each, Enum)]
VALUES = [each for each in CLASSES if dataclasses.is_dataclass(each)]


def is_docstring(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_a_module_imports_only_what_is_pure(module: ModuleType) -> None:
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    roots = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert roots <= PURE
    imported = {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("rendermanager")
    }
    assert all((name or "").startswith("rendermanager.core.") for name in imported)


@pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
def test_every_member_of_an_enum_is_explained(kind: type[Enum]) -> None:
    module = importlib.import_module(kind.__module__)
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    body = next(
        node.body
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name == kind.__name__
    )
    explained = {
        node.targets[0].id
        for node, after in pairwise(body)
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and is_docstring(after)
    }
    assert explained == set(kind.__members__)


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_a_value_is_frozen_and_has_slots(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(kind)


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_a_value_explains_its_fields(kind: type) -> None:
    text = kind.__doc__ or ""
    assert text.splitlines()[0].endswith((".", "?"))
    if "Attributes:" in text:
        for field in dataclasses.fields(kind):
            assert f"        {field.name}: " in text
