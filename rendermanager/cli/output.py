"""What commands print: JSON for programs, short lines for people."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from rendermanager.core.errors import BadInput, RenderManagerError

_MARKS = {"error": "✗", "warning": "!"}


def print_json(value: Any) -> bool:
    """One JSON value on one line of standard output; what it cannot show is escaped.

    Returns:
        Whether somebody still reads.
    """
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode(_encoding(sys.stdout))
    except UnicodeEncodeError:
        text = json.dumps(value)
    return _write(sys.stdout, text + "\n")


def print_lines(values: Iterable[Any], *, as_json: bool) -> None:
    """Several JSON values, or several lines of text."""
    for value in values:
        if as_json:
            print_json(value)
        else:
            say(str(value))


def say(text: str) -> bool:
    """A line for people on standard output; what the terminal cannot show is replaced.

    Returns:
        Whether somebody still reads.
    """
    return show_text(text + "\n")


def show_text(text: str) -> bool:
    """Text for people on standard output, line breaks and all; tells whether somebody reads."""
    return _write(sys.stdout, _replaced(text, sys.stdout))


def complain(text: str) -> None:
    """A line for people on standard error."""
    _write(sys.stderr, _replaced(text, sys.stderr) + "\n")


def _encoding(stream: TextIO) -> str:
    return stream.encoding or "utf-8"


def _replaced(text: str, stream: TextIO) -> str:
    return text.encode(_encoding(stream), "replace").decode(_encoding(stream))


def _write(stream: TextIO, text: str) -> bool:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # The reader (head, less) has what it wanted; a render goes on, so the rest goes nowhere.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        return False
    return True


def show_problems(problems: Sequence[Mapping[str, Any]]) -> None:
    """Every problem with its advice, on standard error."""
    for problem in problems:
        mark = _MARKS.get(problem["severity"], "✗")
        complain(f"{mark} {one_line(problem['message'])}")
        if problem["hint"]:
            complain(f"  {one_line(problem['hint'])}")


def show_error(error: RenderManagerError, *, as_json: bool) -> None:
    """An error with all its problems: on standard error, or as JSON on standard output."""
    from rendermanager.services.link import error_view

    view = error_view(error)
    if as_json:
        print_json({"error": view})
    elif isinstance(error, BadInput):
        show_problems(view["problems"])
    else:
        complain(f"✗ {one_line(view['message'])}")
        if view["hint"]:
            complain(f"  {one_line(view['hint'])}")


def one_line(text: str) -> str:
    """`text` with line breaks and control characters made visible: names may hold them."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def table(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Rows as left-aligned columns."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))] if rows else []
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
