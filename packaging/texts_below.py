"""Finds the sentences for people that are made in the layers below the window, as templates.

Those layers know no translator, and the queue keeps their sentences in English. So the window
says them anew when it shows them, and here is found what there is to be said. What people read
has a shape in this program that nothing else has: a sentence with its full stop. Only what has no
such shape is found by where it stands. Values become ``{0}``, ``{1}``.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

LAYERS: Final = (
    *("config", "core", "engine", "machine", "media"),
    *("renderers", "scheduling", "services", "store"),
)
NAMED: Final = {
    **dict.fromkeys(("unknown",), 0),
    **dict.fromkeys(("Preset", "_preset", "Reason"), 1),
    **dict.fromkeys(("Answer", "refresh_job", "_refresh", "release"), 2),
    **dict.fromkeys(("_leave", "_move_waiting"), 3),
    **dict.fromkeys(("move_task",), 5),
}
"""Calls with a name or a reason for people, and the place of it among the arguments."""
KEYWORDS: Final = frozenset({"reason", "step"})
"""Arguments with words for people, whatever is called with them."""
LISTED: Final = frozenset({"sources", "reason", "step"})
"""What holds names or reasons for people."""
WORDING: Final = frozenset(
    {
        *("core/adaptation.py", "core/arriving.py", "core/circuit.py", "core/elsewhere.py"),
        *("core/space.py", "core/unsafe.py"),
        *("engine/approval.py", "engine/before.py", "engine/guarding.py", "engine/hangwatch.py"),
        *("engine/reaching.py", "engine/trial.py", "engine/whole.py"),
        *("media/likeness.py", "media/trouble.py"),
        *("renderers/blender/listening.py", "renderers/blender/plan.py"),
        *("renderers/manim/listening.py", "renderers/nexrender/listening.py"),
        *("scheduling/admission.py", "scheduling/breaker.py"),
        *("scheduling/courtesy.py", "scheduling/hours.py", "scheduling/memory.py"),
        *("services/notebook.py", "services/notes.py", "services/notices.py"),
        "services/courtesy.py",
        *("services/refusals.py", "store/intents.py", "store/placing.py", "store/refusals.py"),
    }
)
"""Modules that put words together: several of these make one sentence."""
SINGLE: Final = frozenset({"core/status.py"})
"""Modules whose single words stand inside sentences."""

_SENTENCE: Final = re.compile(r"[A-Z0-9“{].* .*[.?]", re.DOTALL)
_WORDS: Final = re.compile(r".*[a-z]{2}.* .*|.* .*[a-z]{2}.*", re.DOTALL)
_WORD: Final = re.compile(r"[a-z]{4,}")
_SOME: Final = re.compile(r".*[a-z]{3}.*", re.DOTALL)
_NO_PROSE: Final = re.compile(
    r"\(|SELECT|UPDATE|INSERT|DELETE|VACUUM|CREATE|PRAGMA|WHERE|.*ORDER BY|.*\\[a-z(.]|.*\(\?",
    re.DOTALL,
)
_FIELD: Final = re.compile(r"\{\w+\}")
_UNSEEN: Final = frozenset({"ValueError", "TypeError", "KeyError", "AssertionError", "compile"})
"""What is called with texts that nobody but us reads."""


def templates(package: Path) -> Iterator[tuple[str, str]]:
    """The module's path below the package, and each template, in a lasting order."""
    for layer in LAYERS:
        for path in sorted((package / layer).rglob("*.py")):
            place = path.relative_to(package).as_posix()
            code = path.read_text(encoding="utf-8")
            shape = _WORDS if place in WORDING else _WORD if place in SINGLE else _SENTENCE
            for text in templates_in(code, shape):
                yield place, text


def templates_in(code: str, shape: re.Pattern[str] = _SENTENCE) -> list[str]:
    """The templates in the text of a module.

    Args:
        code: The text.
        shape: What counts; a sentence, where nothing else is said.
    """
    found: list[str] = []
    _look(ast.parse(code), found, shape)
    return found


def _look(node: ast.AST, found: list[str], shape: re.Pattern[str]) -> None:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    text = _template(node)
    if text is not None:
        if shape.fullmatch(text.strip()) and not _NO_PROSE.match(text) and _has_words(text):
            found.append(text)
        if not isinstance(node, ast.JoinedStr):
            return
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
        if name in _UNSEEN or _is_log(node):
            return
        _add_named(node, name, found)
    if isinstance(node, ast.AnnAssign | ast.Assign) and _is_listed(node):
        shape = _SOME
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant)):
            _look(child, found, shape)


def _add_named(node: ast.Call, name: str, found: list[str]) -> None:
    place = NAMED.get(name, len(node.args))
    told = [*node.args[place : place + 1], *(k.value for k in node.keywords if k.arg in KEYWORDS)]
    found += [text for text in map(_template, told) if text and _has_words(text)]


def _is_listed(node: ast.AnnAssign | ast.Assign) -> bool:
    target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
    calls = node.value is None or any(isinstance(each, ast.Call) for each in ast.walk(node.value))
    return ast.unparse(target) in LISTED and not calls


def _is_log(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value).endswith("_log")


def _has_words(text: str) -> bool:
    """Whether enough is left besides the values to know the text by."""
    return re.search(r"[A-Za-z]{2}", _FIELD.sub("", text)) is not None and "} {" not in text


def _template(node: ast.AST) -> str | None:
    """A literal text; one with values has numbered fields in their places."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    pieces, count = [], 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            pieces.append(str(part.value))
        else:
            pieces.append(f"{{{count}}}")
            count += 1
    return "".join(pieces)
