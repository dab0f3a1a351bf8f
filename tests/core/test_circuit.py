"""What jobs share, and which failures say that it is broken."""

import pytest

from rendermanager.core.circuit import Circuit, Part, circuits_of
from rendermanager.core.failure import Cause

ENGINE = Circuit(Part.ENGINE, "ffmpeg")
FOLDER = Circuit(Part.FOLDER, "/out")


def test_a_job_shares_its_engine_and_the_folder_of_its_output() -> None:
    assert circuits_of("ffmpeg", "", "/out/a.mp4") == (ENGINE, FOLDER)
    assert circuits_of("ffmpeg", "", "") == (ENGINE,)


def test_commands_share_the_program_that_they_run() -> None:
    assert circuits_of("command", "/opt/blender", "") == (Circuit(Part.ENGINE, "blender"),)


@pytest.mark.parametrize("cause", Cause)
def test_a_cause_blames_at_most_one_part(cause: Cause) -> None:
    assert ENGINE.is_broken_by(cause) is cause.blames_engine
    assert FOLDER.is_broken_by(cause) is cause.blames_destination
    assert cause.blames_engine + cause.blames_destination + cause.says_nothing <= 1
    assert ENGINE.says_nothing(cause) is (cause.blames_destination or cause.says_nothing)
    assert FOLDER.says_nothing(cause) is (cause.blames_engine or cause.says_nothing)


def test_they_have_names_for_people() -> None:
    assert ENGINE.words == "ffmpeg"
    assert FOLDER.words == "The folder “/out”"
