"""Reads what can still be read of a damaged queue that has no backup: the work that is left to do.

Each job is looked up by its number, so that damage in one place does not hide the others. What is
found is submitted anew and paused: a changed letter in a path or a command cannot be told from the
right one, so a person has to look at the jobs before they run.
"""

import contextlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import apsw
import msgspec

from rendermanager.core.job import JobSpec
from rendermanager.core.status import ENDED_JOBS
from rendermanager.store import intents, submission
from rendermanager.store.database import open_viewer
from rendermanager.store.restoring import go_on_from, new_file
from rendermanager.store.store import Store
from rendermanager.store.submission import NewJob

MOST_JOBS: Final = 200_000
"""Numbers beyond this are not looked up."""
GAP: Final = 5_000
"""So many numbers without a job mean that no more follow."""

_READ: Final = (
    "SELECT status, checked AND source IS NULL, reserves, spec FROM job "
    "WHERE id = ? AND removed IS NULL"
)
_ENDED: Final = frozenset(status.value for status in ENDED_JOBS)
_decoder: Final = msgspec.json.Decoder(JobSpec)


def salvage(damaged: Path, target: Path) -> int:
    """Make a new queue at `target` with the unfinished jobs that can be read; how many they are.

    Raises:
        OSError: The new queue cannot be written.
        StoreUnusable: The same.
    """
    jobs, uid = _found(damaged)
    new_file(target)
    Store(target).close()
    go_on_from(target, damaged)
    store = Store(target)
    try:
        futures = [store.write(partial(submission.submit, jobs=[job])) for job in jobs]
        # Refused where another one writes the same file.
        ids = [each.result()[0] for each in futures if each.exception() is None]
        store.change(lambda txn: intents.pause(txn, ids), actor="recovery")
        if uid:
            # What the old queue started is found by this name, and ended.
            store.change(lambda txn: txn.run("UPDATE setting SET value=? WHERE name='uid'", uid))
    finally:
        store.close()
    return len(ids)


def _found(damaged: Path) -> tuple[list[NewJob], str]:
    try:
        connection = open_viewer(damaged)
    except (apsw.Error, OSError):
        return [], ""
    try:
        return list(_jobs(connection)), _uid(connection)
    finally:
        connection.close()


def _jobs(connection: apsw.Connection) -> Iterator[NewJob]:
    missing = 0
    for number in range(1, MOST_JOBS):
        try:
            row = next(iter(connection.execute(_READ, (number,))), None)
            missing = 0 if row else missing + 1
            if row and row[0] not in _ENDED:
                first, *further = (*submission.places_of(str(row[2])), "")
                places = tuple(filter(None, further))
                yield NewJob(_decoder.decode(row[3]), bool(row[1]), first, places)
        except (apsw.SQLError, apsw.NotADBError):
            return  # there are no tables to look into
        except (apsw.Error, ValueError, TypeError, msgspec.MsgspecError):
            missing += 1
        if missing > GAP:
            return


def _uid(connection: apsw.Connection) -> str:
    with contextlib.suppress(apsw.Error, ValueError):
        value = connection.execute("SELECT value FROM setting WHERE name = 'uid'").get
        if isinstance(value, str) and value.isalnum():
            return value
    return ""
