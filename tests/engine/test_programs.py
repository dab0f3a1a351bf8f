"""Programs are found once, and a wrong choice is told instead of passed over."""

import logging
import os
from pathlib import Path

import pytest

from rendermanager.core.errors import NotPossibleNow
from rendermanager.engine.programs import Programs
from rendermanager.renderers.api import (
    EngineVersion,
)
from rendermanager.renderers.blender.engine import BlenderEngine
from rendermanager.renderers.command import CommandEngine
from rendermanager.renderers.extras import (
    missing_words,
)
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


class Driven(FfmpegEngine):
    """Stands for an engine that needs more than its program."""

    variable = "RENDERMANAGER_OTHER"

    def __init__(self, beside: Path) -> None:
        self.beside = beside
        self.asked = 0

    def find(self, env: object, chosen: str = "") -> list[tuple[Path, str]]:
        return [(self.beside.with_name("program"), "environment")]

    def probe(self, program: Path) -> EngineVersion:
        self.asked += 1
        if not self.beside.exists():
            raise NotPossibleNow("Its other half is missing.", "Install that.")
        return EngineVersion(program, "1", helpers={"beside": self.beside})

    def also_needs(self, env: object) -> list[Path]:
        return [self.beside]


def test_what_is_missing_beside_a_program_is_told_and_noticed_when_it_comes(tmp_path: Path) -> None:
    engine, programs = Driven(tmp_path / "beside"), Programs({})
    for _ in range(2):
        with pytest.raises(NotPossibleNow, match="Its other half is missing"):
            programs.get(engine)
    assert engine.asked == 1
    engine.beside.touch()
    found = programs.get(engine)
    assert (found.origin, found.helpers) == ("environment", {"beside": engine.beside})


def test_a_wrong_choice_names_the_variable_of_its_engine(tmp_path: Path) -> None:
    class Broken(Driven):
        def probe(self, program: Path) -> EngineVersion:
            raise OSError("it is a cake")

    with pytest.raises(NotPossibleNow, match="RENDERMANAGER_OTHER, does not work: it is a cake"):
        Programs({}).get(Broken(tmp_path))


def test_a_plug_in_that_makes_mistakes_costs_itself_alone(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL, "rendermanager.engine.programs")

    class CannotLook(FfmpegEngine):
        name = "cannot-look"
        label = "Lost"

        def find(self, env: object, chosen: str = "") -> list[tuple[Path, str]]:
            raise KeyError("PROGRAMFILES")

    class CannotAsk(FfmpegEngine):
        name = "cannot-ask"

        def probe(self, program: Path) -> EngineVersion:
            raise IndexError("list index out of range")

    programs = Programs({})
    with pytest.raises(NotPossibleNow, match="Lost was not found on this machine"):
        programs.get(CannotLook())
    assert programs.is_absent(CannotLook())
    with pytest.raises(NotPossibleNow, match=r"made a mistake \(IndexError: list index"):
        programs.get(CannotAsk())
    assert not programs.is_absent(CannotAsk())
    assert programs.all(CannotLook()) == []
    assert programs.get(FfmpegEngine()).version


@pytest.mark.parametrize(
    ("platform", "words"), [("win32", "winget"), ("darwin", "brew"), ("linux", "apt install")]
)
def test_how_a_missing_program_is_installed_is_said_for_each_system(
    platform: str, words: str
) -> None:
    for engine in (FfmpegEngine(), BlenderEngine()):
        told = missing_words(engine, {}, platform)
        assert words in told.hint
        assert f"RENDERMANAGER_{engine.name.upper()}" in told.hint
    assert "Install Command." in missing_words(CommandEngine(), {}, platform).hint
