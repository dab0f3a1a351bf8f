"""A program is tested by a tiny render; what is broken says so in a sentence, and hangs nobody."""

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.core.errors import NotPossibleNow
from rendermanager.engine.programs import Programs
from rendermanager.engine.trial import try_out
from rendermanager.machine.processes import identity, is_alive
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.api import (
    EngineVersion,
)
from rendermanager.renderers.blender.engine import BlenderEngine
from rendermanager.renderers.command import CommandEngine
from rendermanager.renderers.extras import (
    trial_of,
)
from rendermanager.renderers.ffmpeg import FfmpegEngine
from rendermanager.renderers.manim import ManimEngine

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-ins are scripts of Unix")


@pytest.fixture(scope="module")
def media() -> Iterator[MediaReader]:
    with MediaReader() as made:
        yield made


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_ffmpeg_renders_a_film(media: MediaReader) -> None:
    engine = FfmpegEngine()
    tried = try_out(engine, Programs({}).get(engine), media)
    assert tried.works
    assert tried.message == "FFmpeg works: it rendered a small film."


@pytest.mark.engines
@pytest.mark.parametrize("kind", [BlenderEngine, ManimEngine])
def test_large_engines_render_something(kind: type, media: MediaReader) -> None:
    engine = kind()
    try:
        version = Programs({}).get(engine)
    except NotPossibleNow as error:
        pytest.skip(str(error))
    tried = try_out(engine, version, media)
    assert tried.works, tried
    assert "it rendered a small" in tried.message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("exit 1", "it ended with code 1, and last said: it printed nothing"),
        ("echo 'No licence for you.'; exit 3", "code 3, and last said: No licence for you."),
        ("echo 'Unknown encoder libx264'; exit 1", "does not work here: "),
        ("exit 0", "does not work here: "),
        ('for last; do :; done; echo junk > "$last"', "does not work here: "),
    ],
)
def test_what_fails_says_why(tmp_path: Path, media: MediaReader, text: str, words: str) -> None:
    broken = EngineVersion(script(tmp_path / "ffmpeg", text), "1")
    tried = try_out(FfmpegEngine(), broken, media)
    assert not tried.works
    assert words in tried.message


@pytest.mark.parametrize(
    ("content", "mode", "words"),
    [
        (b"\x7fELF\x02\x01\x01" + bytes(57), 0o755, "it is no program for this machine"),
        (b"#!/nowhere/at/all\n", 0o755, "something that it is run by is missing"),
        (None, 0o755, "it is a folder"),
    ],
)
def test_what_cannot_be_run_says_so_wherever_it_is_asked(
    tmp_path: Path, media: MediaReader, content: bytes | None, mode: int, words: str
) -> None:
    path = tmp_path / "ffmpeg"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
        path.chmod(mode)
    with pytest.raises(NotPossibleNow, match=words):
        Programs({"ffmpeg": str(path)}).get(FfmpegEngine())
    tried = try_out(FfmpegEngine(), EngineVersion(path, "1"), media)
    assert not tried.works
    assert words in tried.message


@pytest.mark.parametrize("by_limit", [True, False])
def test_what_hangs_is_ended_with_all_that_it_has_started(
    tmp_path: Path, media: MediaReader, by_limit: bool
) -> None:
    pid = tmp_path / "pid"
    text = f"sleep 600 & echo $! > {pid}.new; mv {pid}.new {pid}; wait"
    broken = EngineVersion(script(tmp_path / "ffmpeg", text), "1")
    limit = {"limit_s": 0.0} if by_limit else {}
    tried = try_out(FfmpegEngine(), broken, media, lambda: not pid.exists(), **limit)
    assert not tried.works
    assert "gave no result" in tried.message
    if pid.exists():
        assert not is_alive(identity(int(pid.read_text())))


def test_one_that_hangs_when_asked_holds_up_nobody_else() -> None:
    asked, over = threading.Event(), threading.Event()

    class Slow(FfmpegEngine):
        name = "slow"

        def probe(self, program: Path) -> EngineVersion:
            asked.set()
            assert over.wait(60)
            return EngineVersion(program, "9")

    programs = Programs({"slow": sys.executable})
    thread = threading.Thread(target=lambda: programs.get(Slow()))
    thread.start()
    try:
        assert asked.wait(60)
        assert programs.get(FfmpegEngine()).version
        # A new choice does not wait either, and is not overwritten by the old answer.
        programs.forget({"slow": "/gone"})
    finally:
        over.set()
        thread.join()
    slow = Slow()
    assert programs.get(slow).program == Path("/gone")


def test_all_programs_are_told_where_there_is_a_choice(tmp_path: Path) -> None:
    class Many(FfmpegEngine):
        def find(self, env: object, chosen: str = "") -> list[tuple[Path, str]]:
            return [(tmp_path / each, "system") for each in ("4", "broken", "3")]

        def probe(self, program: Path) -> EngineVersion:
            if program.name == "broken":
                raise OSError("it is a cake")
            return EngineVersion(program, program.name)

    found = Programs({}).all(Many())
    assert [(each.version, each.origin) for each in found] == [("4", "system"), ("3", "system")]
    assert Programs({}).all(CommandEngine()) == []


def test_an_engine_without_a_test_is_only_asked(media: MediaReader, tmp_path: Path) -> None:
    engine = CommandEngine()
    assert trial_of(engine, EngineVersion(Path(), ""), tmp_path) is None
    tried = try_out(engine, EngineVersion(Path(), ""), media)
    assert tried.works
    assert "has no test" in tried.message
