"""Which jobs a filter finds: its words are looked for in `job_text`, statuses in `job_listed`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import apsw
import msgspec

from rendermanager.store.folding import Part, folded


class Field(StrEnum):
    """What a term of a filter looks at."""

    ANY = "any"
    """Name, source, output, preset, engine, project, tags and notes."""
    STATUS = "status"
    """One of `STATUS_WORDS`."""
    PRESET = "preset"
    """The preset's name."""
    ENGINE = "engine"
    """The engine's name."""
    PROJECT = "project"
    """The project's name."""
    TAG = "tag"
    """One of the tags."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition of a filter.

    Attributes:
        field: What it looks at.
        values: Words of which one must be found, in any case of letters.
        wanted: False turns the condition round.
    """

    field: Field
    values: tuple[str, ...]
    wanted: bool = True


STATUS_WORDS: Final[Mapping[str, str]] = {
    "active": "status IN ('rendering', 'paused')",
    "cancelled": "status = 'cancelled'",
    "checking": "status IN ('pending', 'validating')",
    "done": "status = 'completed'",
    "ended": "status IN ('completed', 'failed', 'cancelled')",
    "failed": "status = 'failed'",
    "finishing": "status = 'rendering' AND stage IN ('verify', 'publish')",
    "paused": "status = 'paused'",
    "queued": "status = 'queued' AND retry_at IS NULL",
    "rendering": "status = 'rendering'",
    "retrying": "status = 'queued' AND retry_at IS NOT NULL",
    "scheduled": "status = 'scheduled'",
    "waiting": "status IN ('pending', 'validating', 'queued', 'scheduled', 'blocked')",
    "warnings": "status = 'completed' AND warnings IS NOT NULL",
}
"""The words that a filter may use for a status, with their meaning."""

_PARTS: Final[Mapping[Field, Part]] = {
    Field.PRESET: Part.PRESET,
    Field.ENGINE: Part.ENGINE,
    Field.PROJECT: Part.PROJECT,
    Field.TAG: Part.TAGS,
}
_ids: Final = msgspec.json.Decoder(list[int])


def matching(connection: apsw.Connection, terms: Sequence[Term]) -> set[int]:
    """The jobs for which all of these terms hold, those taken out of the list among them.

    Raises:
        KeyError: A status term uses a word that is not in `STATUS_WORDS`.
    """
    statuses = [term for term in terms if term.field is Field.STATUS]
    texts = [term for term in terms if term.field is not Field.STATUS]
    found: list[set[int]] = []
    if statuses:
        where = " AND ".join(_has_status(term) for term in statuses)
        source = f"id) FROM job INDEXED BY job_listed WHERE removed IS NULL AND {where}"
        found.append(_found(connection, source, ()))
    if texts:
        where = " AND ".join(_has_words(term) for term in texts)
        values = [folded(word) for term in texts for word in term.values]
        found.append(_found(connection, f"job_id) FROM job_text WHERE {where}", values))
    return set.intersection(*found)


def part_of(words: str, part: Part) -> str:
    """SQL for one of the texts within `job_text.words`."""
    start, end = (f"instr({words}, char({mark}))" for mark in (part.value, part.value + 1))
    return f"substr({words}, {start} + 1, {end} - {start} - 1)"


def _found(connection: apsw.Connection, source: str, values: Sequence[str]) -> set[int]:
    # All of them as one text: handed over one by one, 100,000 would take three times as long.
    return set(_ids.decode(connection.execute(f"SELECT json_group_array({source}", values).get))


def _has_status(term: Term) -> str:
    text = " OR ".join(f"({STATUS_WORDS[word]})" for word in term.values)
    return _turned(text, wanted=term.wanted)


def _has_words(term: Term) -> str:
    text = "words" if term.field is Field.ANY else part_of("words", _PARTS[term.field])
    return _turned(" OR ".join(f"instr({text}, ?) > 0" for _ in term.values), wanted=term.wanted)


def _turned(condition: str, *, wanted: bool) -> str:
    return f"({condition})" if wanted else f"NOT ({condition})"
