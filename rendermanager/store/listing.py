"""Which jobs a person wants to see, and in which order, answered with ids."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import compress
from typing import Final, TypeAlias

import apsw
import msgspec

from rendermanager.core.status import JobStatus
from rendermanager.store.folding import Part
from rendermanager.store.matching import Term, matching, part_of
from rendermanager.store.queries import RUN_ORDER
from rendermanager.store.rows import moment_of

Connection: TypeAlias = apsw.Connection
"""What `Store.read` hands to a question; others need its name for their annotations."""

FEW: Final = 2_000
"""Up to so many found jobs are looked up one by one; from among more, the others are left out."""


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
        codes: The status of each of them as a letter; see `status_at`.
        total: Jobs in the queue, whether listed or not.
        rendering: Jobs that render, whether listed or not.
    """

    ids: list[int]
    codes: str
    total: int
    rendering: int

    def status_at(self, row: int) -> JobStatus:
        """The status of one of them."""
        return _STATUSES[self.codes[row]]

    @property
    def statuses(self) -> list[JobStatus]:
        """The status of each of them."""
        return [_STATUSES[code] for code in self.codes]


_SORTS: Final[Mapping[SortKey, str]] = {
    SortKey.NUMBER: "id",
    SortKey.NAME: "name_key",
    SortKey.STATUS: (
        "CASE status WHEN 'rendering' THEN 0 WHEN 'paused' THEN 1 WHEN 'failed' THEN 3 "
        "WHEN 'completed' THEN 4 WHEN 'cancelled' THEN 5 ELSE 2 END"
    ),
    SortKey.PRESET: "nullif(preset, '') COLLATE NOCASE",
    SortKey.PROGRESS: "progress",
    SortKey.ENDED: "ended",
    SortKey.PRIORITY: "priority",
    SortKey.ENGINE: "engine COLLATE NOCASE",
    SortKey.OUTPUT: (
        f"(SELECT nullif({part_of('words', Part.OUTPUT)}, '') FROM job_text WHERE job_id = job.id)"
    ),
    SortKey.ELAPSED: "nullif(elapsed_s, 0)",
    SortKey.STARTED: "started",
    SortKey.ADDED: "created",
    SortKey.ATTEMPTS: "attempts",
    SortKey.SIZE: "size_bytes",
}
_STATUSES: Final = {chr(ord("a") + place): status for place, status in enumerate(JobStatus)}
_CODES: Final = {status: code for code, status in _STATUSES.items()}
_CODE: Final = "CASE status {} END".format(
    " ".join(f"WHEN '{status}' THEN '{code}'" for status, code in _CODES.items())
)
# What is read and sorted by stands in the index, so that no row of the wide table is touched.
_INDEX: Final = {None: "job_listed"} | {
    key: "job_by_name" if key is SortKey.NAME else "job_listed" for key in SortKey
}
_ids: Final = msgspec.json.Decoder(list[int])


def listed(connection: apsw.Connection, listing: Listing) -> Listed:
    """The jobs of a listing; cheap even for 100,000 of them.

    Raises:
        KeyError: A status term uses a word that is not in `STATUS_WORDS`.
    """
    if not listing.terms:
        ids, codes = _ordered(connection, listing)
        return Listed(ids, codes, len(ids), codes.count(_CODES[JobStatus.RENDERING]))
    found = matching(connection, listing.terms)
    if len(found) <= FEW:
        ids, codes = _ordered(connection, listing, found)
    else:
        ids, codes = _ordered(connection, listing)
        is_found = [each in found for each in ids]
        ids, codes = list(compress(ids, is_found)), "".join(compress(codes, is_found))
    total, rendering = connection.execute(
        "SELECT (SELECT count(*) FROM job INDEXED BY job_by_status WHERE removed IS NULL), "
        "(SELECT count(*) FROM job WHERE removed IS NULL AND status = 'rendering')"
    ).get
    return Listed(ids, codes, total, rendering)


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


def _ordered(
    connection: apsw.Connection, listing: Listing, among: Collection[int] | None = None
) -> tuple[list[int], str]:
    """The ids in order with the letters of their statuses: of all jobs, or of a few."""
    source, values = f"job INDEXED BY {_INDEX[listing.sort]} WHERE removed IS NULL", list[bytes]()
    if among is not None:
        source = "job WHERE removed IS NULL AND id IN (SELECT value FROM json_each(?))"
        values = [msgspec.json.encode(list(among))]
    # All of them as one text: handed over one by one, 100,000 would take three times as long.
    ids, codes = connection.execute(
        "SELECT json_group_array(id), coalesce(group_concat(code, ''), '') FROM (SELECT id, "
        f"{_CODE} AS code FROM {source} ORDER BY {_order(listing, is_whole=among is None)})",
        values,
    ).get
    return _ids.decode(ids), codes


def _order(listing: Listing, *, is_whole: bool) -> str:
    if listing.sort is None:
        return RUN_ORDER
    way = "DESC" if listing.descending else "ASC"
    value = f"{_SORTS[listing.sort]} {way} NULLS LAST"
    # SQLite's sorter leaves equals as they came, which is the order of the index: comparing them
    # by that again would take a third longer.
    return value if is_whole and listing.sort is not SortKey.NAME else f"{value}, {RUN_ORDER}"
