"""Reads the text of a nexrender job as JSON, and says in words why it is none."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any, Final, NoReturn

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.media.trouble import plain

MAX_JOB_BYTES: Final = 1024 * 1024
MAX_BATCH_BYTES: Final = 16 * 1024 * 1024
MAX_DEPTH: Final = 32
_UTF8_MARK: Final = b"\xef\xbb\xbf"
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
# Possessive, so that a text of nothing but quotation marks takes no longer than any other.
_PIECES: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)
_LAST_COMMA: Final = re.compile(r",[}\]]")
_OTHER_QUOTES: Final = ("'", "\u2018", "\u201c")
_POISON: Final = "__proto__"
_FORM: Final = "Check it with a JSON editor, or export the job again."


def read_json(raw: bytes) -> Any:
    """The JSON value in the content of a file; a mark at its start (BOM) is passed over.

    Raises:
        BadInput: It is too large or too deep, no text, no JSON, or holds what no job may hold.
    """
    text = _text(raw)
    _check_depth(text)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_number,
        )
    except json.JSONDecodeError as error:
        raise BadInput([_no_json(text, error)]) from error
    except RecursionError:  # pragma: no cover - the depth is known by now
        refuse("The job is nested too deeply.")
    except ValueError as error:
        refuse("The job holds a number with more digits than anybody can use.", cause=error)
    problems = list(_bad_texts(value, ""))
    if problems:
        raise BadInput(problems)
    return value


def refuse(message: str, hint: str = _FORM, *, cause: Exception | None = None) -> NoReturn:
    """Refuse the whole text.

    Raises:
        BadInput: Always.
    """
    raise BadInput([Problem("job", message, hint)]) from cause


def _text(raw: bytes) -> str:
    """The bytes as text.

    Raises:
        BadInput: They are too many, or none in UTF-8.
    """
    if raw.startswith(_WIDE_MARKS) or b"\0" in raw[:4]:
        refuse("The job is in UTF-16 or UTF-32.", "Save it as UTF-8.")
    raw = raw.removeprefix(_UTF8_MARK)
    limit = MAX_BATCH_BYTES if raw.lstrip()[:1] == b"[" else MAX_JOB_BYTES
    if len(raw) > limit:
        refuse(
            f"The job is larger than {limit // 2**20} MiB.",
            "Keep pictures and long texts in files of their own, or split it.",
        )
    if not raw.strip():
        refuse("The job is empty.", "Export it again.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        refuse(f"Byte {error.start + 1} of the job is no text.", "Save it as UTF-8.", cause=error)


def _check_depth(text: str) -> None:
    """Refuse what nests too deeply before a parser has to go down there.

    Raises:
        BadInput: It does.
    """
    depth = 0
    for piece in _PIECES.finditer(text):
        mark = piece[0]
        if mark in "[{":
            depth += 1
        elif mark in "]}":
            depth -= 1
        if depth > MAX_DEPTH:
            refuse(
                f"The job is nested more than {MAX_DEPTH} levels deep (line "
                f"{_line(text, piece.start())}).",
                "No job needs that: export it again.",
            )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, whose fields each come once.

    Raises:
        BadInput: One comes twice, or has a name that changes programs.
    """
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            text = f"The field “{plain(name)}” is there twice in one object."
            raise BadInput([Problem(plain(name), text, "Leave one of them out.")])
        if name == _POISON:
            text = f"The field “{_POISON}” changes the program that reads it."
            raise BadInput([Problem(_POISON, text, "Take it out; ask where the job comes from.")])
        found[name] = value
    return found


def _constant(word: str) -> NoReturn:
    refuse(f"“{word}” is no number in JSON.", "Write a number, or leave the field out.")


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        refuse(f"The number {text[:40]} is too large.", "Write a smaller one.")
    return value


def _no_json(text: str, error: json.JSONDecodeError) -> Problem:
    """Why a text is no JSON, by what stands where the parser gave up."""
    ahead, behind = text[error.pos :].lstrip(), text[: error.pos].rstrip()
    where = f"in line {error.lineno}, column {error.colno}"
    if ahead.startswith(("//", "/*", "#")):
        what, hint = f"There is a comment {where}", "JSON has none: take it out."
    elif _LAST_COMMA.search(f"{behind[-1:]}{ahead[:1]}{ahead[1:].lstrip()[:1]}"):
        what, hint = f"There is a comma too many {where}", "Take out the last comma."
    elif ahead.startswith(_OTHER_QUOTES):
        what, hint = f"There is a text in other quotation marks {where}", 'Use plain ones: "…".'
    elif not ahead or error.msg.startswith("Unterminated"):
        what, hint = "The job ends in the middle", "It may still be written: export it again."
    elif error.msg.startswith("Extra data"):
        what, hint = f"There is more than one value {where}", "Put several jobs in a list: […]."
    elif error.msg.startswith("Invalid control character"):
        what, hint = f"There is a line break or tab inside a text {where}", "Write \\n or \\t."
    elif error.msg.startswith("Invalid \\escape"):
        what, hint = f"There is a single backslash {where}", "Write each as two: C:\\\\shots."
    else:
        what, hint = f"The job is no JSON: something is wrong {where}", _FORM
    return Problem("job", f"{what}.", hint)


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _bad_texts(value: Any, path: str) -> Iterator[Problem]:
    """Texts and names that hold half a character, which no other program can be told."""
    if isinstance(value, str):
        if not _is_text(value):
            text = f"“{plain(value[:80])}” holds half a character."
            yield Problem(plain(path) or "job", text, "Type this text again.")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _bad_texts(each, f"{path}[{number}]")
    elif isinstance(value, dict):
        for name, each in value.items():
            inner = f"{path}.{name}" if path else name
            yield from _bad_texts(each, inner)
            if not _is_text(name):
                text = f"The field “{plain(name[:80])}” holds half a character."
                yield Problem(plain(inner), text, "Type its name again.")


def _is_text(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)
