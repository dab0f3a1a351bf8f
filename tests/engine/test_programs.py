"""Programs are found once, and a wrong choice is told instead of passed over."""

import os
from pathlib import Path

import pytest

from rendermanager.core.errors import NotPossibleNow
from rendermanager.engine.programs import Programs
from rendermanager.renderers.command import CommandEngine
from rendermanager.renderers.ffmpeg import FfmpegEngine


def test_an_ffmpeg_is_found_and_remembered() -> None:
    programs = Programs({})
    found = programs.get(FfmpegEngine())
    assert found.program.is_absolute()
    assert found.version
    assert programs.get(FfmpegEngine()) is found


@pytest.mark.parametrize("way", ["settings", "variable"])
def test_a_named_program_that_does_not_work_is_told(tmp_path: Path, way: str) -> None:
    wrong = str(tmp_path / "ffmpeg")
    chosen = {"ffmpeg": wrong} if way == "settings" else {}
    env = {**os.environ, **({"RENDERMANAGER_FFMPEG": wrong} if way == "variable" else {})}
    programs = Programs(chosen, env)
    with pytest.raises(NotPossibleNow) as caught:
        programs.get(FfmpegEngine())
    assert wrong in caught.value.message
    assert ("settings" if way == "settings" else "RENDERMANAGER_FFMPEG") in caught.value.message


def test_after_a_correction_it_is_looked_for_anew(tmp_path: Path) -> None:
    programs = Programs({"ffmpeg": str(tmp_path / "nothing")})
    with pytest.raises(NotPossibleNow):
        programs.get(FfmpegEngine())
    programs.forget({})
    assert programs.get(FfmpegEngine()).version


def test_an_engine_without_a_program_of_its_own_needs_none() -> None:
    assert Programs({}).get(CommandEngine()).version == ""


def test_no_program_at_all_names_the_way_out() -> None:
    class Lost(FfmpegEngine):
        def find(self, env: object, chosen: str = "") -> list[tuple[Path, str]]:
            return []

    with pytest.raises(NotPossibleNow) as caught:
        Programs({}).get(Lost())
    assert "RENDERMANAGER_FFMPEG" in caught.value.hint
