"""Says what comes from the layers below in the language of the window.

Those layers know no translator: their sentences are English, in the queue, the log and the
commands. What the window shows of them goes through `said`, which knows each sentence again by the
templates in resources/i18n/sentences.txt. One that it does not know is shown as it is.
"""

import re
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from rendermanager.config.resources import resource
from rendermanager.core.errors import RenderManagerError
from rendermanager.core.failure import Failure
from rendermanager.core.problem import Problem
from rendermanager.ui.language.catalogue import Catalogue, Value, fill

CONTEXT: Final = "Sentence"
LONGEST: Final = 4_000
"""Characters of a text that is looked up; what is longer is the output of a program."""
_REMEMBERED: Final = 2_048
_DEEPEST: Final = 3
"""A value may be a sentence, with values of its own."""
_TELLING: Final = 8
_ENDS: Final = re.compile(r"(?<=[.?:]) (?=[A-Z“])")
_WORDS: Final = re.compile(r"\b[a-z]{2,},? [a-z]{2,}\b")
_NUMBER: Final = re.compile(r"(?:[\d.,:–-]+\s?[^\W\d]{0,3})?")
"""A number with its unit, or nothing at all, is the same in every language."""
_NEW_SENTENCE: Final = re.compile(r"[.?] [A-Z“]")

translate = QCoreApplication.translate
_look_up = QCoreApplication.translate
"""For texts that are not written out in this module."""


def language() -> str:
    """The language that is spoken now."""
    return translate("Language", "en", "the code of the language of this translation")


def within(text: str) -> str:
    """A text as it stands inside a sentence: only English writes its words small there."""
    return text.lower() if language() == "en" else text


def said(text: str) -> str:
    """A text from below, or several sentences, in the language of the window."""
    if not text or len(text) > LONGEST or language() == "en":
        return text
    return _translated(text)


def said_error(error: Exception) -> str:
    """What an error says and advises."""
    if isinstance(error, RenderManagerError):
        return said_whole(error)
    return said(str(error))


def said_whole(about: Problem | Failure | RenderManagerError) -> str:
    """What is wrong, and what to do about it."""
    return f"{said(about.message)} {said(about.hint)}".strip()


def forget() -> None:
    """Another language is spoken from now on."""
    _translated.cache_clear()


@lru_cache(maxsize=_REMEMBERED)
def _translated(text: str) -> str:
    whole = _sentence(text)
    if whole is not None:
        return whole
    for end in _ENDS.finditer(text):
        first, rest = _sentence(text[: end.start()]), _translated(text[end.end() :])
        if first is not None and rest != text[end.end() :]:
            return f"{first} {rest}"
    return text


def _sentence(text: str, deep: int = 0) -> str | None:
    """One sentence; None where nobody has translated it."""
    found = _look_up(CONTEXT, text)
    if found != text:
        return found
    match = _catalogue().match(text)
    if match is None or deep >= _DEEPEST:
        return None
    source, values = match
    told = {name: _value(value, deep + 1) for name, value in values.items()}
    unknown = [values[name].text for name, text in told.items() if text is None]
    if any(_is_prose(source, text) for text in unknown):
        return None
    return fill(
        _look_up(CONTEXT, source),
        {name: values[name].text if text is None else text for name, text in told.items()},
    )


def _value(value: Value, deep: int) -> str | None:
    """What stands in one place; None where that may as well be the rest of another sentence."""
    text = value.text
    if value.is_name or _NUMBER.fullmatch(text):
        return text
    if text.startswith("“") and text.endswith("”"):
        return QLocale(language()).quoteString(text[1:-1])
    return _sentence(text, deep)


def _is_prose(source: str, value: str) -> bool:
    """Whether a value is rather the rest of another sentence that happens to begin alike."""
    if _NEW_SENTENCE.search(value):
        return True
    if not _says_little(source):
        return False
    # “Install {0}.” is for names; “{0} is {1}” is glue, which holds only what is known.
    return not source[:1].isupper() or _WORDS.search(value) is not None


def _says_little(source: str) -> bool:
    """Whether a template has so few letters of its own that many a sentence is like it."""
    return sum(map(str.isalpha, re.sub(r"\{\w+\}", "", source))) < _TELLING


@lru_cache(maxsize=1)
def _catalogue() -> Catalogue:
    lines = resource("i18n", "sentences.txt").read_text(encoding="utf-8").splitlines()
    return Catalogue(line.replace("\\n", "\n") for line in lines)
