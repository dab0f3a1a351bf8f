"""Which jobs a person wants to see, and in which order: one query, answered with ids."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeAlias

import apsw

from rendermanager.core.status import JobStatus
from rendermanager.store.queries import RUN_ORDER
from rendermanager.store.rows import moment_of
from rendermanager.store.txn import Row

Connection: TypeAlias = apsw.Connection
"""What `Store.read` hands to a question; others need its name for their annotations."""


class SortKey(StrEnum):
    """By what the list can be sorted."""

    NUMBER = "number"
    """The number that the store gave."""
    NAME = "name"
    """The name; numbers in it count as numbers, so that shot 2 comes before shot 10."""
    PRESET = "preset"
    """The preset's name."""
    STATUS = "status"
    """What renders, what waits, what failed, what is done."""
    PROGRESS = "progress"
    """The share that is finished."""
    ENDED = "ended"
    """When it ended."""
    PRIORITY = "priority"
    """How early it is served."""
    ENGINE = "engine"
    """The engine's name."""
    OUTPUT = "output"
    """Where the result goes."""
    ELAPSED = "elapsed"
    """How long the last attempt took."""
    STARTED = "started"
    """When the first attempt started."""
    ADDED = "added"
    """When it was accepted."""
    ATTEMPTS = "attempts"
    """How often it was tried."""
    SIZE = "size"
    """How large the published result is."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What to list.

    Attributes:
        terms: Conditions that must all hold.
        sort: By what it is sorted; None means in run order.
        descending: Whether the largest comes first; what has no value comes last either way.
    """

    terms: tuple[Term, ...] = ()
    sort: SortKey | None = None
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """The jobs of a listing.

    Attributes:
        ids: In order.
        statuses: Of each of them.
        total: Jobs in the queue, whether listed or not.
        rendering: Jobs that render, whether listed or not.
    """

    ids: list[int]
    statuses: list[JobStatus]
    total: int
    rendering: int


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

_SORTS: Final[Mapping[SortKey, str]] = {
    SortKey.NUMBER: "id",
    SortKey.STATUS: (
        "CASE status WHEN 'rendering' THEN 0 WHEN 'paused' THEN 1 WHEN 'failed' THEN 3 "
        "WHEN 'completed' THEN 4 WHEN 'cancelled' THEN 5 ELSE 2 END"
    ),
    SortKey.PRESET: "nullif(preset, '') COLLATE NOCASE",
    SortKey.PROGRESS: "progress",
    SortKey.ENDED: "ended",
    SortKey.PRIORITY: "priority",
    SortKey.ENGINE: "engine COLLATE NOCASE",
    SortKey.OUTPUT: "nullif(spec ->> '$.output', '') COLLATE NOCASE",
    SortKey.ELAPSED: "nullif(elapsed_s, 0)",
    SortKey.STARTED: "started",
    SortKey.ADDED: "created",
    SortKey.ATTEMPTS: "attempts",
    SortKey.SIZE: ("(SELECT sum(value ->> '$.size_bytes') FROM json_each(job.artifacts))"),
}
_INSIDE: Final = "spec ->"
_TAGS: Final = f"(SELECT group_concat(value, char(10)) FROM json_each({_INSIDE} '$.tags'))"
_TEXTS: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.ANY: (
        "name",
        "preset",
        "engine",
        "project",
        "spec ->> '$.source'",
        "spec ->> '$.output'",
        _TAGS,
        "spec ->> '$.notes'",
    ),
    Field.PRESET: ("preset",),
    Field.ENGINE: ("engine",),
    Field.PROJECT: ("project",),
    Field.TAG: (_TAGS,),
}
_STATUSES: Final = {status.value: status for status in JobStatus}
_DIGITS: Final = re.compile(r"\d+")
_NUMBER_WIDTH: Final = 12


def listed(connection: apsw.Connection, listing: Listing) -> Listed:
    """The jobs of a listing; cheap even for 100,000 of them.

    Raises:
        KeyError: A status term uses a word that is not in `STATUS_WORDS`.
    """
    conditions, values = ["removed IS NULL"], list[str]()
    for term in listing.terms:
        condition, words = _condition(connection, term)
        conditions.append(condition)
        values += words
    where = " AND ".join(conditions)
    if listing.sort is SortKey.NAME:
        rows = _by_name(connection, where, values, descending=listing.descending)
    else:
        order = _order(listing)
        rows = _rows(
            connection, f"SELECT id, status FROM job WHERE {where} ORDER BY {order}", values
        )
    total, rendering = connection.execute(
        "SELECT count(*), count(*) FILTER (WHERE status = 'rendering') "
        "FROM job WHERE removed IS NULL"
    ).get
    return Listed([row[0] for row in rows], [_STATUSES[row[1]] for row in rows], total, rendering)


def paused_since(connection: apsw.Connection, ids: Sequence[int]) -> dict[int, datetime]:
    """When these jobs were paused the last time, as far as they ever were."""
    marks = ",".join("?" * len(ids))
    found = {}
    for job_id, stamp in connection.execute(
        "SELECT job_id, max(at) FROM event "
        f"WHERE job_id IN ({marks}) AND task_id = 0 AND new = 'paused' GROUP BY job_id",
        ids,
    ):
        moment = moment_of(stamp)
        if moment is not None:
            found[job_id] = moment
    return found


def _order(listing: Listing) -> str:
    if listing.sort is None:
        return RUN_ORDER
    value = _SORTS[listing.sort]
    way = "DESC" if listing.descending else "ASC"
    return f"{value} {way} NULLS LAST, {RUN_ORDER}"


def _by_name(
    connection: apsw.Connection, where: str, values: Sequence[str], *, descending: bool
) -> list[Row]:
    rows = _rows(
        connection, f"SELECT id, status, name FROM job WHERE {where} ORDER BY {RUN_ORDER}", values
    )
    rows.sort(key=_natural, reverse=descending)
    return rows


def _rows(connection: apsw.Connection, sql: str, values: Sequence[str]) -> list[Row]:
    return list(connection.execute(sql, values))


def _natural(row: Row) -> str:
    """A name as it sorts: in one case, its numbers filled up with zeros."""
    name: str = row[2]
    return _DIGITS.sub(lambda found: found[0].zfill(_NUMBER_WIDTH), name.casefold())


def _condition(connection: apsw.Connection, term: Term) -> tuple[str, list[str]]:
    if term.field is Field.STATUS:
        text = " OR ".join(f"({STATUS_WORDS[word]})" for word in term.values)
        return _turned(text, wanted=term.wanted), []
    parts: list[str] = []
    values: list[str] = []
    for word in term.values:
        columns = _TEXTS[term.field]
        plain = [column for column in columns if _INSIDE not in column]
        inside = [column for column in columns if _INSIDE in column]
        parts += [_contains(connection, column, word) for column in plain]
        if inside:
            inner = " OR ".join(_contains(connection, column, word) for column in inside)
            if stands_as_it_is := _is_the_same_in_json(word):
                # Taking texts out of JSON takes long: only where one of them can be it.
                inner = f"{_contains(connection, 'CAST(spec AS TEXT)', word)} AND ({inner})"
            parts.append(f"({inner})")
            values += [_pattern(word)] * stands_as_it_is
        values += [_pattern(word)] * len(columns)
    return _turned(" OR ".join(parts), wanted=term.wanted), values


def _is_the_same_in_json(word: str) -> bool:
    return word.isascii() and word.isprintable() and not set(word) & {'"', "\\"}


def _pattern(word: str) -> str:
    return _like(word) if word.isascii() else word.casefold()


def _turned(condition: str, *, wanted: bool) -> str:
    return f"({condition})" if wanted else f"NOT ({condition})"


def _contains(connection: apsw.Connection, column: str, word: str) -> str:
    if word.isascii():
        return f"coalesce({column}, '') LIKE ? ESCAPE '\\'"
    # LIKE knows the cases of ASCII letters alone.
    connection.create_scalar_function("folded", _folded, 1, deterministic=True)
    return f"instr(folded({column}), ?) > 0"


def _folded(*texts: object) -> str:
    text = texts[0]
    return text.casefold() if isinstance(text, str) else ""


def _like(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
