"""Footage that is missing is listed, with where it was expected, whichever system it comes from."""

import io
import sys
from collections.abc import Container
from dataclasses import replace
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from rendermanager.core.source import SourceInfo
from rendermanager.media.aep import describing
from rendermanager.media.aep.describing import described, look_inside
from rendermanager.media.aep.missing import missing_footage
from rendermanager.media.aep.model import Project
from rendermanager.media.aep.project import read_project
from rendermanager.media.opening import Refused
from rendermanager.media.reader import MediaReader
from tests.helpers import aep_writer as ae

HERE = PurePosixPath("/jobs/show/shot.aep")
THERE = PureWindowsPath("E:\\jobs\\show\\shot.aep")


def project(*items: ae.Node) -> Project:
    content = ae.riff_of(ae.project(*items))
    return read_project(io.BytesIO(content), len(content))


def lost(node: ae.Node, path: PurePath, there: Container[str] = ()) -> tuple[str, ...] | None:
    """Where the footage was expected, None when it was found."""
    found = missing_footage(project(node), path, lambda each: each in there)
    return found[0].expected if found else None


def test_a_file_is_looked_for_where_the_project_says_and_beside_it() -> None:
    node = ae.footage(1, "/media/a.mov")
    assert lost(node, HERE) == ("/media/a.mov", "/jobs/show/a.mov")
    assert lost(node, HERE, {"/media/a.mov"}) is None
    assert lost(node, HERE, {"/jobs/show/a.mov"}) is None


def test_a_project_that_was_moved_with_its_files_finds_them() -> None:
    node = ae.footage(1, "D:\\Projects\\test\\boilerplate\\assets\\a.jpg", up=1, down=3)
    moved = "/jobs/show/boilerplate/assets/a.jpg"
    assert lost(node, HERE, {moved}) is None
    assert lost(node, HERE) == (
        "D:\\Projects\\test\\boilerplate\\assets\\a.jpg",
        moved,
        "/jobs/show/a.jpg",
    )
    assert lost(node, THERE, {"E:\\jobs\\show\\boilerplate\\assets\\a.jpg"}) is None


@pytest.mark.parametrize("path", ["\\\\nas\\film\\a.mov", "\\\\.\\pipe\\a.mov", "E:\\nul.mov"])
def test_a_stranger_s_machine_is_never_looked_at(path: str) -> None:
    asked: list[str] = []

    def exists(place: str) -> bool:
        asked.append(place)
        return False

    node = ae.footage(1, path)
    assert missing_footage(project(node), THERE, exists) == ()
    assert [each for each in asked if each == path] == []
    near = PureWindowsPath("\\\\NAS\\film\\jobs\\shot.aep")
    found = missing_footage(project(node), near, exists)
    # Whoever opens a project on a server has logged in there.
    assert bool(found) == ("nas" in path)


def test_a_path_of_another_system_is_never_asked_for_here() -> None:
    asked: list[str] = []

    def exists(path: str) -> bool:
        asked.append(path)
        return False

    missing_footage(project(ae.footage(1, "\\\\server\\share\\a.mov")), HERE, exists)
    missing_footage(project(ae.footage(1, "/Volumes/x/a.mov")), THERE, exists)
    assert asked == ["/jobs/show/a.mov", "E:\\jobs\\show\\a.mov"]


@pytest.mark.parametrize(("up", "down"), [(9, 1), (1, 9), (0, 2), (2, 0)])
def test_a_way_that_leads_nowhere_is_left_out(up: int, down: int) -> None:
    node = ae.footage(1, "/media/a.mov", up=up, down=down)
    assert lost(node, HERE) == ("/media/a.mov", "/jobs/show/a.mov")


def test_a_sequence_needs_its_first_and_its_last_file() -> None:
    node = ae.footage(1, "C:\\s", names=["s_1.png", "s_2.png", "s_3.png"])
    folder = "/jobs/show/s"
    assert lost(node, HERE, {f"{folder}/s_1.png", f"{folder}/s_3.png"}) is None
    assert lost(node, HERE, {f"{folder}/s_1.png"}) == ("C:\\s\\s_1.png", f"{folder}/s_1.png")


@pytest.mark.parametrize("node", [ae.solid(1, "Red"), ae.placeholder(1, "P"), ae.footage(1, "")])
def test_what_has_no_file_is_not_missing(node: ae.Node) -> None:
    assert lost(node, HERE) is None


def told(*items: ae.Node, queue: ae.Node | None = None) -> SourceInfo:
    content = ae.riff_of(ae.project(*items, queue=queue))
    read = read_project(io.BytesIO(content), len(content))
    return described(read, HERE, lambda _: False, len(content))


def test_compositions_that_no_other_shows_come_first() -> None:
    nested = ae.composition(1, "Nested", uses=[4])
    main = ae.composition(2, "Main", uses=[1, 3], start=(1, 1))
    loop = ae.composition(3, "Loop", uses=[3])
    queue = ae.render_queue((2, 2, []))
    source = told(nested, main, loop, ae.footage(4, "/gone.mov"), queue=queue)
    assert [part.name for part in source.parts] == ["Main", "Nested", "Loop"]
    assert source.parts[0].facts == {
        "queued": "yes",
        "missing": "1",
        "missing_files": "/gone.mov",
    }
    assert (source.parts[0].first_frame, source.parts[0].frames) == (25, 100)
    assert source.parts[1].facts["nested"] == "yes"
    assert source.parts[2].facts == {"nested": "yes"}
    assert source.missing_files == ("/gone.mov",)
    assert source.facts == {"version": "25.0x53"}
    assert source.width == 0


def test_a_single_composition_is_what_the_source_is() -> None:
    source = told(ae.composition(1, "Only", size=(640, 480), rate=(2997, 100)))
    assert (source.width, source.height, source.frames) == (640, 480, 120)
    assert (source.rate, source.duration_s) == ("2997/100", 4.0)


def test_very_many_are_told_in_part() -> None:
    source = told(*(ae.composition(number, "C") for number in range(1, 1_201)))
    assert len(source.parts) == 1_000
    assert source.facts["left_out"] == "200"
    assert source.parts[0].facts["same_name"] == "1200"


def test_an_answer_stays_short_whatever_the_names() -> None:
    items = [ae.composition(number, "\u2028" * 1_000, uses=[number]) for number in range(1, 300)]
    gone = [ae.footage(1_000 + number, "/" + "y" * 1_000) for number in range(300)]
    source = told(*items, *gone)
    words = sum(len(part.name) for part in source.parts) + sum(map(len, source.missing_files))
    assert 0 < words <= describing.MAX_WORDS


def test_the_reader_tells_of_a_project(tmp_path: Path) -> None:
    (tmp_path / "b.mov").touch()
    here = tmp_path / "shot.aepx"
    items = [
        ae.composition(1, "A", uses=[2, 3]),
        ae.footage(2, "X:\\b.mov"),
        ae.footage(3, "/c.mov"),
    ]
    here.write_bytes(ae.xml_of(ae.project(*items)))
    bad = tmp_path / "bad.aep"
    bad.write_bytes(b"RIFX nothing")
    with MediaReader(helpers=1) as media:
        source = media.project(here)
        nothing = media.project(bad)
    assert source == look_inside(here)
    assert source.missing_files == ("/c.mov",)
    assert nothing == replace(look_inside(bad), size_bytes=12)
    assert "begin" in nothing.facts["unreadable"] or "missing" in nothing.facts["unreadable"]


def test_a_project_that_kills_its_reader_is_one_that_nothing_is_known_about(tmp_path: Path) -> None:
    program = tmp_path / "dies.py"
    program.write_text("import sys\nprint('{\"ready\": true}', flush=True)\nsys.stdin.readline()\n")

    with MediaReader(helpers=1, argv=[sys.executable, str(program)]) as media:
        source = media.project(tmp_path / "shot.aep")
    assert "“shot.aep” made the program" in source.facts["unreadable"]


def test_a_file_that_is_not_there_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        look_inside(tmp_path / "gone.aep")
