"""Secrets by name: ``${secret:NAME}`` stands for a password that is kept in the keyring."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from rendermanager.core.problem import Problem

MIN_LENGTH: Final = 4
"""Shorter ones could not be hidden in a log without hiding half of it."""

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_REFERENCE: Final = re.compile(r"\$\{secret:([^}]*)\}")


def secret_names(texts: Iterable[str]) -> tuple[str, ...]:
    """The secrets that these texts refer to, each once."""
    return tuple(dict.fromkeys(name for text in texts for name in _REFERENCE.findall(text)))


def revealed(text: str, values: Mapping[str, str]) -> str:
    """`text` with each reference replaced by its value; a value is never looked into again.

    Raises:
        KeyError: A value is missing.
    """
    return _REFERENCE.sub(lambda match: values[match[1]], text)


def name_problem(name: str, field: str = "name") -> Problem | None:
    """Why a secret cannot be called so; None when it can."""
    if _NAME.fullmatch(name):
        return None
    text = f"A secret cannot be called “{name}”."
    return Problem(field, text, "Use up to 64 letters, digits, dots, dashes and underscores.")
