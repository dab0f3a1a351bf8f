"""The parts a job is rendered in."""

import msgspec

from rendermanager.core.tasks import WHOLE, TaskSpec


def test_the_empty_one_does_all_of_the_job() -> None:
    assert TaskSpec() == WHOLE
    assert not WHOLE.frames
    assert not WHOLE.after


def test_what_is_stored_is_read_again() -> None:
    task = TaskSpec(name="encode", step="encode", after=(0, 1), engine="ffmpeg", settings={"a": 1})
    assert msgspec.json.decode(msgspec.json.encode(task), type=TaskSpec) == task
