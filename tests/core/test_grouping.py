"""Failures with one cause stand together, whatever file they happened to."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.failure import Failure, FailureKind
from rendermanager.core.grouping import FailedJob, cause_key, grouped

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
INPUT = FailureKind.INVALID_INPUT


def failed(number: int, message: str, engine: str = "ffmpeg") -> FailedJob:
    ended = START + timedelta(minutes=number)
    return FailedJob(number, f"job {number}", engine, Failure(INPUT, message), ended)


def key(message: str, engine: str = "ffmpeg", kind: FailureKind = INPUT) -> str:
    return cause_key(engine, Failure(kind, message))


def test_names_paths_and_numbers_make_no_difference() -> None:
    assert key("“a.mov” is cut off after 4.8 s.") == key("“b c.mov” is cut off after 12 s.")
    assert key("/mnt/a/b.mov is gone.") == key("C:\\x\\y.mov is gone.")


def test_engine_kind_and_words_make_a_difference() -> None:
    keys = [
        key("The disk is full."),
        key("Memory ran out."),
        key("The disk is full.", engine="command"),
        key("The disk is full.", kind=FailureKind.RESOURCE_EXHAUSTION),
    ]
    assert len(set(keys)) == 4


def test_a_key_can_be_typed_and_stays_the_same() -> None:
    assert key("The disk is full.") == "ffmpeg-b10a7b57"
    assert key("No engine reads it.", engine="").startswith("job-")


def test_the_largest_group_comes_first_and_the_newest_job_in_it() -> None:
    groups = grouped(
        [failed(1, "“a” is bad."), failed(2, "Memory ran out."), failed(3, "“b” is bad.")]
    )
    assert [(group.count, group.failure.message) for group in groups] == [
        (2, "“b” is bad."),
        (1, "Memory ran out."),
    ]
    assert [job.job_id for job in groups[0].jobs] == [3, 1]
    assert groups[0].newest == START + timedelta(minutes=3)
    assert groups[0].engine == "ffmpeg"


def test_of_equal_groups_the_newest_comes_first() -> None:
    groups = grouped([failed(1, "Old."), failed(2, "New.")])
    assert [group.failure.message for group in groups] == ["New.", "Old."]


MESSAGES = st.sampled_from(["“a” broke.", "“b” broke.", "Memory ran out.", "It took 5 s."])


@given(st.lists(st.tuples(MESSAGES, st.sampled_from(["ffmpeg", "command"])), max_size=30))
def test_every_job_stands_in_exactly_one_group(found: list[tuple[str, str]]) -> None:
    jobs = [failed(number, *each) for number, each in enumerate(found)]
    groups = grouped(jobs)
    assert sorted(job.job_id for group in groups for job in group.jobs) == list(range(len(jobs)))
    assert len({group.key for group in groups}) == len(groups)
    for group in groups:
        assert {cause_key(job.engine, job.failure) for job in group.jobs} == {group.key}
