"""Counts the animations of a scene where its text alone settles their number."""

import ast
from collections.abc import Iterator
from typing import Final, TypeGuard

_PLAYS: Final = frozenset({"play", "wait", "pause"})
"""Each call of these is one animation."""
_SILENT: Final = frozenset(
    {"add", "remove", "clear", "add_sound", "add_subcaption", "next_section", "bring_to_front"}
    | {"bring_to_back", "add_foreground_mobject", "add_foreground_mobjects"}
    | {"set_camera_orientation", "add_fixed_in_frame_mobjects", "add_fixed_orientation_mobjects"}
    | {"begin_ambient_camera_rotation", "stop_ambient_camera_rotation", "add_updater"}
)
"""Methods of a scene that play nothing."""
_ONCE: Final = (ast.Expr, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Pass)
"""Statements that run exactly once where they stand in a row."""
_ENDS: Final = (ast.Return, ast.Raise)
_AROUND: Final = frozenset({"setup", "tear_down", "render"})
"""Methods that Manim calls besides `construct`."""
_BRANCHES: Final = (
    *(ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
    *(ast.IfExp, ast.BoolOp, ast.Await, ast.Yield, ast.YieldFrom),
)
"""Expressions whose inner calls may run never, or many times."""


def plays_of(scene: ast.ClassDef) -> int | None:
    """How many animations a scene plays; None when its text does not settle that.

    It does where `construct` is a plain row of statements, and the scene is handed to nobody and
    calls nothing of its own but what is known of Manim. A loop, a condition or a method of its
    own may play any number: then there is no honest share of the whole, and none is shown.
    """
    methods = [each for each in scene.body if isinstance(each, ast.FunctionDef)]
    constructs = [each for each in methods if each.name == "construct" and each.args.args]
    if len(constructs) != 1 or any(each.name in _AROUND for each in methods):
        return None
    construct = constructs[0]
    own = construct.args.args[0].arg
    total = 0
    for statement in construct.body:
        if isinstance(statement, ast.Return):
            break
        found = _plays_in(statement, own)
        if found is None or construct.decorator_list:
            return None
        total += found
    return total


def _plays_in(statement: ast.stmt, own: str) -> int | None:
    """Animations that a statement plays; None when it cannot be told."""
    if not isinstance(statement, _ONCE):
        # One that does not touch the scene does no harm, unless it may end it early.
        ends = not isinstance(statement, ast.FunctionDef | ast.ClassDef) and any(
            isinstance(node, _ENDS) for node in ast.walk(statement)
        )
        return None if ends or any(True for _ in _uses(statement, own)) else 0
    if any(
        isinstance(node, _BRANCHES) and any(True for _ in _uses(node, own))
        for node in ast.walk(statement)
    ):
        return None
    plays = 0
    known, called = set(), set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Call) and _is_method(node.func, own):
            called.add(id(node.func))
            plays += node.func.attr in _PLAYS
        elif _is_method(node, own):
            known.add(id(node.value))
            if node.attr not in _SILENT and (node.attr in _PLAYS) != (id(node) in called):
                # A method under another name, or one that may play anything.
                return None
    # The scene itself, handed on or kept under another name, may be made to play anywhere.
    return plays if all(id(node) in known for node in _uses(statement, own)) else None


def _uses(node: ast.AST, own: str) -> Iterator[ast.Name]:
    return (each for each in ast.walk(node) if isinstance(each, ast.Name) and each.id == own)


def _is_method(node: ast.AST, own: str) -> TypeGuard[ast.Attribute]:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == own
    )
