"""What has ended lately, read from the event rows."""

import pytest

from rendermanager.store import intents, told
from rendermanager.store.told import is_in_queue, told_since
from tests.helpers.ui_fixtures import jobs, session
from tests.helpers.ui_session import Jobs

__all__ = ["jobs", "session"]


def test_ends_come_newest_first_with_their_jobs(jobs: Jobs) -> None:
    done, failed = jobs.completed("film"), jobs.failed("broken", times=3)
    jobs.cancelled("unwanted")
    found = jobs.session.store.read(lambda db: told_since(db, 0, 10))
    assert [each.job_id for each in found.events] == [failed, done], "attempts are not told"
    assert {each.name for each in found.jobs.values()} == {"film", "broken"}
    assert found.newest > found.events[0].id
    later = jobs.session.store.read(lambda db: told_since(db, found.events[1].id, 10))
    assert [each.job_id for each in later.events] == [failed]
    newest = jobs.session.store.read(lambda db: told_since(db, 0, 1))
    assert [each.job_id for each in newest.events] == [failed]


def test_only_so_many_events_are_looked_through(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs.completed("long ago")
    monkeypatch.setattr(told, "LOOKED_AT", 3)
    for number in range(4):
        jobs.add(f"later {number}")
    assert not jobs.session.store.read(lambda db: told_since(db, 0, 10)).events


def test_what_was_cleared_is_not_in_the_queue(jobs: Jobs) -> None:
    job_id = jobs.completed("film")
    store = jobs.session.store
    assert store.read(lambda db: is_in_queue(db, job_id))
    store.change(lambda txn: intents.remove(txn, [job_id]))
    assert not store.read(lambda db: is_in_queue(db, job_id))
    assert not store.read(lambda db: is_in_queue(db, 999))
