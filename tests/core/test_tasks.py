"""The parts a job is rendered in."""

from dataclasses import replace

import msgspec
import pytest

from rendermanager.core.tasks import WHOLE, TaskSpec, refitted


def test_the_empty_one_does_all_of_the_job() -> None:
    assert TaskSpec() == WHOLE
    assert not WHOLE.frames
    assert not WHOLE.after


def test_what_is_stored_is_read_again() -> None:
    task = TaskSpec(name="encode", step="encode", after=(0, 1), engine="ffmpeg", settings={"a": 1})
    assert msgspec.json.decode(msgspec.json.encode(task), type=TaskSpec) == task


CHUNKS = (TaskSpec(name="frames 1-5", frames="1-5"), TaskSpec(name="frames 6-9", frames="6-9"))
FILM = TaskSpec(name="film", step="encode", after=(0, 1), engine="ffmpeg")


def test_a_job_that_is_run_again_takes_the_frames_that_its_source_has_now() -> None:
    now = (CHUNKS[0], TaskSpec(name="frames 6-10", frames="6-10"))
    assert refitted(CHUNKS, now) == now


def test_what_follows_from_the_source_is_new_and_the_preset_stays_as_it_was() -> None:
    before = replace(FILM, preset="h264", settings={"crf": 18, "sequence_rate": "24"})
    now = replace(FILM, preset="mine", settings={"sequence_rate": "25"})
    expected = replace(FILM, preset="h264", settings={"crf": 18, "sequence_rate": "25"})
    assert refitted((*CHUNKS, before), (*CHUNKS, now)) == (*CHUNKS, expected)


@pytest.mark.parametrize("now", [CHUNKS[:1], (*CHUNKS, FILM), (CHUNKS[0], replace(FILM, after=()))])
def test_other_parts_are_another_job(now: tuple[TaskSpec, ...]) -> None:
    assert refitted(CHUNKS, now) is None
