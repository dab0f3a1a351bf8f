"""Having no file handles left passes by itself: no program and no job is blamed for it."""

import errno
import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.core.circuit import Circuit, Part
from rendermanager.core.errors import NotPossibleNow
from rendermanager.core.failure import Cause
from rendermanager.core.status import JobStatus
from rendermanager.engine import handles
from rendermanager.engine.diagnose import diagnose
from rendermanager.engine.handles import are_used_up, caused_by_shortage, is_short
from rendermanager.engine.process import ExitReport
from tests.helpers.engine_room import Room


@pytest.fixture
def none_left() -> Iterator[None]:
    """This very process may open nothing more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    descriptor = os.open(os.devnull, os.O_RDONLY)
    resource.setrlimit(resource.RLIMIT_NOFILE, (descriptor, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        os.close(descriptor)


def wrapped() -> Exception:
    """An error of ours that was raised for the system's."""
    error = NotPossibleNow("The file cannot be looked into.")
    error.__cause__ = OSError(errno.ENFILE, os.strerror(errno.ENFILE))
    return error


def test_the_system_says_so() -> None:
    assert caused_by_shortage(wrapped())
    assert is_short(ValueError(f"a.mp4: {os.strerror(errno.EMFILE)}"))
    assert not is_short(OSError(errno.EIO, os.strerror(errno.EIO)))
    assert not are_used_up()


def test_what_is_said_in_other_words_is_seen_by_trying(none_left: None) -> None:
    assert are_used_up()
    assert is_short(NotPossibleNow("The database cannot be opened."))


def test_a_program_that_was_refused_for_it_is_not_blamed() -> None:
    failure = diagnose(ExitReport(1, refusal="/bin/a: Too many open files", is_short=True), "", ())
    assert failure.cause is Cause.HANDLES
    assert Circuit(Part.ENGINE, "a").says_nothing(failure.cause)
    assert Circuit(Part.FOLDER, "/out").says_nothing(failure.cause)


def test_a_check_without_handles_is_made_later(
    room: Room, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (job_id,) = room.render([str(clip)], preset="h264", output=f"{tmp_path}/out/")
    engine = room.session.registry.get("ffmpeg")
    room.session.programs.forget()
    real = type(engine).probe
    monkeypatch.setattr(type(engine), "probe", refuse)
    room.start(1)
    room.wait(lambda: "file handles" in room.job(job_id).reason)
    assert room.status(job_id) is JobStatus.PENDING
    # What could not be asked is not remembered as broken.
    monkeypatch.setattr(type(engine), "probe", real)
    assert room.wait_end(job_id).status is JobStatus.COMPLETED


def refuse(*_: object) -> None:
    raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))


def test_the_words_name_what_to_do() -> None:
    told = handles.SHORT_OF_HANDLES
    assert "file handles" in told.message
    assert told.hint
