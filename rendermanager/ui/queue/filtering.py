"""Reads what is typed into the filter box: words, ``status:failed``, ``preset:prores``."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from rendermanager.core.problem import nearest
from rendermanager.store.matching import STATUS_WORDS, Field, Term
from rendermanager.ui.queue.states import Shown, label_of

translate = QCoreApplication.translate

_TOKEN: Final = re.compile(r'(?P<no>-)?(?:(?P<key>[a-z]+):)?(?P<value>"[^"]*"?|\S*)', re.IGNORECASE)
_KEYS: Final = {
    "status": Field.STATUS,
    "is": Field.STATUS,
    "preset": Field.PRESET,
    "engine": Field.ENGINE,
    "project": Field.PROJECT,
    "tag": Field.TAG,
}
_WORDS: Final = {
    Shown.CHECKING: "checking",
    Shown.QUEUED: "queued",
    Shown.SCHEDULED: "scheduled",
    Shown.WAITING: "waiting",
    Shown.RENDERING: "rendering",
    Shown.FINISHING: "finishing",
    Shown.PAUSED: "paused",
    Shown.RETRYING: "retrying",
    Shown.DONE: "done",
    Shown.DONE_WITH_WARNINGS: "warnings",
    Shown.FAILED: "failed",
    Shown.CANCELLED: "cancelled",
}
_ALIASES: Final = {
    "completed": "done",
    "finished": "done",
    "running": "rendering",
    "error": "failed",
    "canceled": "cancelled",
    "pending": "checking",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What the filter box asks for.

    Attributes:
        terms: Conditions that must all hold.
        problem: What could not be understood and is left out; empty when all was.
    """

    terms: tuple[Term, ...] = ()
    problem: str = ""


def parse(text: str, presets_labelled: Callable[[str], Sequence[str]] = lambda _: ()) -> Filter:
    """The conditions in a line of text.

    A quoted value may hold spaces, a leading ``-`` turns a condition round, and values with
    commas between them are alternatives. The beginning of a status is enough, so that the list
    narrows while one types.

    Args:
        text: As typed.
        presets_labelled: The names of presets whose label contains a word.
    """
    terms: list[Term] = []
    problem = ""
    for found in _TOKEN.finditer(text):
        if not found[0]:
            continue
        value = found["value"].strip('"')
        field = _KEYS.get((found["key"] or "").lower())
        if field is None:
            if found["key"]:
                # No key of ours: the colon is part of a name.
                value = f"{found['key']}:{value}"
            field = Field.ANY
        values = [each for each in value.split(",") if each] if field is not Field.ANY else [value]
        if field is Field.STATUS:
            known = [word for each in values for word in _statuses(each)]
            if values and not known:
                problem = problem or _unknown_status(values[0])
            values = known
        elif field is Field.PRESET:
            values += [name for each in tuple(values) for name in presets_labelled(each)]
        if any(values):
            terms.append(Term(field, tuple(dict.fromkeys(values)), wanted=not found["no"]))
    return Filter(tuple(terms), problem)


def _statuses(typed: str) -> list[str]:
    """The status words that what was typed is, or begins."""
    wanted = typed.casefold()
    names = {word: word for word in STATUS_WORDS} | _ALIASES
    names |= {label_of(shown).casefold(): word for shown, word in _WORDS.items()}
    if wanted in names:
        return [names[wanted]]
    return [word for name, word in names.items() if name.startswith(wanted)]


def _unknown_status(typed: str) -> str:
    guess = nearest(typed, STATUS_WORDS)
    if not guess:
        return translate("Queue", "There is no status “{word}”.").format(word=typed)
    return translate("Queue", "There is no status “{word}”. Did you mean “{guess}”?").format(
        word=typed, guess=guess
    )
