"""What is read for the rows of the queue, on a thread that reads: an order, and jobs to show."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.store import queries
from rendermanager.store.listing import Connection, Listed, Listing, listed, paused_since
from rendermanager.ui.queue.diffing import Step, steps_between

PAGE: Final = 64
"""Rows that are read together."""
_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class Order:
    """The rows as they should stand.

    Attributes:
        listed: The ids in order, and counts.
        row_of: The row of each id.
        steps: How to get there from the rows as they stood; None means begin anew.
    """

    listed: Listed
    row_of: dict[int, int]
    steps: list[Step] | None


@dataclass(frozen=True, slots=True)
class Fresh:
    """What was read.

    Attributes:
        listing: What was asked for.
        order: The rows, when they were asked for.
        jobs: Jobs as they are now.
        paused: When the paused ones among them were paused.
        missing: Jobs that were asked for and do not exist any more.
    """

    listing: Listing
    order: Order | None = None
    jobs: dict[int, Job] = field(default_factory=dict)
    paused: dict[int, datetime] = field(default_factory=dict)
    missing: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """The rows as they stand when a reading begins.

    Attributes:
        listing: Whose rows they are; None when there are none yet.
        ids: Of the rows; never changed afterwards.
        loaded: Jobs that are kept and have to be kept up to date.
        visible: First and last row in sight.
    """

    listing: Listing | None
    ids: list[int]
    loaded: AbstractSet[int]
    visible: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be read.

    Attributes:
        listing: What is listed.
        standing: The rows now.
        touched: Jobs that changed since they were read.
        suspects: Jobs that may have changed their places since the order was read.
        order: Whether the order is to be read.
    """

    listing: Listing
    standing: Standing
    touched: frozenset[int]
    suspects: frozenset[int]
    order: bool


def fetch(wish: Wish, connection: Connection) -> Fresh:
    """Read the order, where that is wished, and every job that has to be read with it."""
    standing = wish.standing
    wanted = set(wish.touched & standing.loaded)
    found: Order | None = None
    if wish.order:
        now = listed(connection, wish.listing)
        first, last = standing.visible
        # What comes into sight by the new order is there at once, without a moment of nothing.
        in_sight = now.ids[max(0, first) : max(last, PAGE) + 1]
        wanted |= set(in_sight) - standing.loaded
        # From one list to another no row keeps its place.
        begins_anew = wish.listing != standing.listing
        steps = None if begins_anew else steps_between(standing.ids, now.ids, wish.suspects)
        found = Order(now, dict(zip(now.ids, range(len(now.ids)), strict=True)), steps)
    fresh = fetch_jobs(wish.listing, tuple(wanted), connection)
    return Fresh(wish.listing, found, fresh.jobs, fresh.paused, fresh.missing)


def fetch_jobs(listing: Listing, ids: tuple[int, ...], connection: Connection) -> Fresh:
    """Read these jobs; `listing` is handed on."""
    jobs: dict[int, Job] = {}
    for at in range(0, len(ids), _BATCH):
        jobs |= queries.jobs_by_id(connection, ids[at : at + _BATCH])
    paused = [job.id for job in jobs.values() if job.status is JobStatus.PAUSED]
    since = paused_since(connection, paused) if paused else {}
    return Fresh(listing, None, jobs, since, frozenset(ids) - jobs.keys())
