"""Values survive the way into the database and back."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.job import IfExists, JobSpec
from rendermanager.core.output import Artifact
from rendermanager.core.source import Part, SourceInfo, SourceKind
from rendermanager.core.status import Priority
from rendermanager.store import endings, submission
from rendermanager.store.rows import moment_of, packed
from rendermanager.store.store import Store
from rendermanager.store.submission import NewJob
from tests.helpers.queue import START, add, job, last_attempt, rows, task, verifying

FULL = JobSpec(
    engine="ffmpeg",
    source="/media/Größe “1”.mov",
    name="Öffnung 🎬",
    preset="h264",
    output="/out/a.mp4",
    if_exists=IfExists.REPLACE,
    settings={"crf": 18, "tune": "film", "deep": {"list": [1, 2.5, None, True]}},
    priority=Priority.LOW,
    argv=("convert", "-a", "with space", ""),
    cwd="/work",
    env={"PATH": "/bin", "EMPTY": ""},
    expects=("/out/a.mp4",),
    max_attempts=5,
    timeout_s=90.5,
    project="Spot",
    tags=("a", "b"),
    notes="Line one\nline two",
    submitter="window",
)


def test_a_spec_comes_back_as_it_was(store: Store) -> None:
    (job_id,) = add(store, NewJob(FULL, checked=True))
    assert job(store, job_id).spec == FULL


def test_a_new_job_comes_back_with_nothing_but_what_was_asked(store: Store) -> None:
    (job_id,) = add(store, NewJob(JobSpec(name="a"), checked=True))
    found = job(store, job_id)
    assert found.created == START
    assert (found.started, found.ended, found.retry_at) == (None, None, None)
    assert (found.source, found.failure, found.warnings, found.artifacts) == (None, None, (), ())
    assert (found.attempts, found.progress, found.elapsed_s) == (0, 0.0, 0.0)


def test_what_was_found_in_a_source_comes_back(store: Store) -> None:
    info = SourceInfo(SourceKind.VIDEO, "mov", 12.5, 300, "24/1", 1920, 1080, "prores", "yuva444p")
    (job_id,) = add(store, NewJob(JobSpec(name="a"), checked=False))
    store.change(lambda txn: submission.pass_check(txn, job_id, info))
    assert job(store, job_id).source == info


def test_the_parts_of_a_project_come_back(store: Store) -> None:
    main = Part(name="Main “01”", first_frame=-10, frames=50, rate="2997/100", width=1920)
    other = Part(name="Main “01”", step=2, facts={"camera": "yes"})
    info = SourceInfo(
        SourceKind.PROJECT,
        parts=(main, other),
        missing_files=("/gone.mov",),
        facts={"version": "25.0"},
    )
    (job_id,) = add(store, NewJob(JobSpec(name="a"), checked=False))
    store.change(lambda txn: submission.pass_check(txn, job_id, info))
    assert job(store, job_id).source == info


def test_a_failure_comes_back_in_the_job_and_in_its_attempt(store: Store) -> None:
    failure = Failure(
        FailureKind.TIMEOUT, "It stood still.", "Try “again”.", Retry.AFTER_FIX, "frame= 1"
    )
    attempt = verifying(store)
    store.change(lambda txn: endings.fail(txn, attempt, failure, exit_code=3, elapsed_s=4.5))
    assert job(store, attempt.job_id).failure == failure
    ended = last_attempt(store, attempt.job_id)
    assert (ended.failure, ended.exit_code, ended.elapsed_s) == (failure, 3, 4.5)


def test_artifacts_and_warnings_come_back(store: Store) -> None:
    attempt = verifying(store)
    artifacts = (Artifact("/tmp/1/a.mp4", "/out/a.mp4", 42, "ff" * 32), Artifact("/t/b", "/o/b"))
    store.change(lambda txn: endings.publish(txn, attempt, artifacts))
    assert last_attempt(store, attempt.job_id).artifacts == artifacts
    store.change(lambda txn: endings.complete(txn, attempt, artifacts, ("It is dark.",)))
    found = job(store, attempt.job_id)
    assert (found.artifacts, found.warnings) == (artifacts, ("It is dark.",))


def test_the_time_of_the_next_attempt_comes_back(store: Store) -> None:
    attempt = verifying(store)
    failure = Failure(FailureKind.NETWORK_FAILURE, "No answer.", retry=Retry.BACKOFF)
    store.change(lambda txn: endings.fail(txn, attempt, failure, delay_s=7.25))
    due = START + timedelta(seconds=7.25)
    assert job(store, attempt.job_id).retry_at == due
    assert task(store, attempt.job_id).retry_at == due


def test_settings_of_a_later_version_are_passed_over(store: Store) -> None:
    (job_id,) = add(store, NewJob(JobSpec(name="a"), checked=True))
    store.change(lambda txn: txn.run("UPDATE job SET spec = ?", b'{"name":"b","mood":"blue"}'))
    assert job(store, job_id).spec == JobSpec(name="b")


def test_nothing_takes_no_room(store: Store) -> None:
    assert packed(None) is None
    assert packed(()) is None
    add(store, NewJob(JobSpec(), checked=True))
    assert rows(store, "SELECT source, failure, warnings, artifacts FROM job") == [(None,) * 4]


@given(st.datetimes(datetime(1971, 1, 1), datetime(2199, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001 - aware by the strategy
def test_a_time_comes_back_to_the_microsecond(moment: datetime) -> None:
    assert moment_of(moment.timestamp()) == moment


def test_no_time_is_no_time() -> None:
    assert moment_of(None) is None
