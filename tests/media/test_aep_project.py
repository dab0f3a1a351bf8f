"""Projects of After Effects are read from their files, binary or XML, to the same end."""

import io
from collections.abc import Sequence
from fractions import Fraction

import pytest

from rendermanager.media.aep import chunks
from rendermanager.media.aep import xml as aep_xml
from rendermanager.media.aep.model import FootageKind, NotReadable, Project, QueueStatus
from rendermanager.media.aep.project import read_project
from tests.helpers import aep_writer as ae


def read(content: bytes) -> Project:
    return read_project(io.BytesIO(content), len(content))


def both(nodes: Sequence[ae.Node]) -> Project:
    """The project, after making sure that it is the same from either kind of file."""
    project = read(ae.riff_of(nodes))
    assert read(ae.xml_of(nodes)) == project
    return project


def test_a_composition_is_read_with_its_numbers() -> None:
    main = ae.composition(48, "Comp 01", size=(351, 856), rate=(21, 1), seconds=(31, 1))
    (found,) = both(ae.project(main)).compositions
    assert (found.name, found.id, found.width, found.height) == ("Comp 01", 48, 351, 856)
    assert [found.fps, found.duration_s, *found.work_area_s, found.pixel_aspect] == [
        21,
        31,
        0,
        31,
        1,
    ]
    assert (found.frames, found.first_frame) == (651, 0)


def test_rates_stay_exact() -> None:
    ntsc = ae.composition(1, "N", rate=(2997, 100), seconds=(1_710_400, 23_976), start=(-10, 1))
    (found,) = both(ae.project(ntsc)).compositions
    assert found.fps == Fraction(2997, 100)
    assert (found.frames, found.first_frame) == (2138, -300)


def test_without_the_fraction_the_rounded_rate_becomes_the_simplest_one() -> None:
    node = ae.composition(1, "N", rate=(24_000, 1001))
    cdta = node.children[2]
    assert cdta.data is not None
    cdta.data = cdta.data[:4] + bytes(8) + cdta.data[12:]
    (found,) = both(ae.project(node)).compositions
    assert found.fps == Fraction(24_000, 1001)


@pytest.mark.parametrize("version", [(15, 0, 180), (16, 0, 235), (22, 1, 74), (25, 0, 53)])
def test_the_version_that_wrote_it_is_told(version: tuple[int, int, int]) -> None:
    major, minor, build = version
    assert both(ae.project(version=version)).version == f"{major}.{minor}x{build}"


def test_folders_are_opened_in_their_order() -> None:
    inner = ae.folder(3, "Inner", ae.composition(4, "B"))
    items = [ae.folder(1, "Outer", ae.composition(2, "A"), inner), ae.composition(5, "C")]
    assert [each.name for each in both(ae.project(*items)).compositions] == ["A", "B", "C"]


@pytest.mark.parametrize(
    "name", ["", "Main “01” — ドラフト", "a/b\\c:*?", "<&>\"'", "\u202e", "x" * 999]
)
def test_any_name_is_kept(name: str) -> None:
    (found, other) = both(ae.project(ae.composition(1, name), ae.composition(2, name))).compositions
    assert (found.name, other.name) == (name, name)


def test_an_empty_project_is_empty() -> None:
    assert both(ae.project()) == Project("25.0x53", (), (), ())


def test_ten_thousand_compositions_are_read() -> None:
    nodes = ae.project(*(ae.composition(number, f"C{number}") for number in range(1, 10_001)))
    found = read(ae.riff_of(nodes)).compositions
    assert (len(found), found[-1].name) == (10_000, "C10000")


def test_files_and_sequences_are_told_apart() -> None:
    items = [
        ae.footage(1, "C:\\shots\\a.mov", up=1, down=2),
        ae.footage(2, "/shots/b", names=["b_001.png", "b_002.png"]),
        ae.footage(3, "/shots/c", parts=("c.", ".exr", 4, 7, 120)),
        ae.solid(4, "Red Solid 1"),
        ae.placeholder(5, "Still to come"),
    ]
    found = both(ae.project(*items)).footage
    assert [each.name for each in found] == ["a.mov", "b", "c", "Red Solid 1", "Still to come"]
    assert [each.kind.value for each in found] == [
        *("file", "sequence", "sequence", "solid", "placeholder")
    ]
    assert found[1].files == ("b_001.png", "b_002.png")
    assert found[2].files == ("c.0007.exr", "c.0120.exr")
    assert (found[0].path, found[0].ascend, found[0].descend) == ("C:\\shots\\a.mov", 1, 2)
    assert (found[0].width, found[0].height) == (1280, 720)
    assert [found[0].fps, found[0].duration_s] == [25, 5]
    assert found[3].path == found[4].path == ""


def test_a_place_that_makes_no_sense_is_no_place() -> None:
    odd = ae.footage(1, "/a.mov")
    place = odd.children[2].children[2].children[0]
    for data in (b"\0\0\1\2", b"[]", b'{"fullpath": 7, "ascendcount_base": true}', b"[" * 60_000):
        place.data = data
        (found,) = read(ae.riff_of(ae.project(odd))).footage
        assert (found.path, found.ascend, found.kind) == ("", 0, FootageKind.FILE)


def test_the_render_queue_is_read() -> None:
    queue = ae.render_queue((7, 2, ["/out", "D:\\out"]), (8, 6, []), (9, 99, []))
    lines = both(ae.project(queue=queue)).queue
    assert [(line.composition, line.status) for line in lines] == [
        (7, QueueStatus.QUEUED),
        (8, QueueStatus.DONE),
        (9, None),
    ]
    end = "[compName].[fileExtension]"
    assert lines[0].outputs == (f"/out/{end}", f"D:\\out\\{end}")


def test_who_shows_what_is_told() -> None:
    items = [ae.composition(1, "A", uses=[2, 3, 3]), ae.composition(2, "B", uses=[3])]
    assert both(ae.project(*items)).used_in() == {2: (1,), 3: (1, 2)}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "does not begin"),
        (b"RIFX\0\0", "does not begin"),
        (b"RIFF\0\0\0\4Egg!", "does not begin"),
        (b"RIFX\0\0\xff\xffEgg!", "its end is missing"),
        (b"RIFX\0\0\0\4Egg!", "compositions and footage is missing"),
        (b"RIFX\0\0\0\x0cEgg!head\0\0\0\x09", "longer than what it is in"),
        (b"<html></html>", "not a project"),
        (b"<AfterEffectsProject>", "line 1"),
        (b'<AfterEffectsProject><head bdata="zz"/></AfterEffectsProject>', "hexadecimal"),
        (b"<?xml version='1.0' encoding='utf-99'?><a/>", "encoding"),
    ],
)
def test_what_is_no_project_is_refused_with_a_reason(content: bytes, why: str) -> None:
    with pytest.raises(NotReadable, match=why):
        read(content)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE a [<!ENTITY x "y">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://localhost/x"> %p;]>',
    ],
)
def test_entities_and_document_types_are_refused(declared: str) -> None:
    with pytest.raises(NotReadable, match="declares"):
        read(f"{declared}<AfterEffectsProject/>".encode())


def test_folders_beyond_all_measure_are_refused() -> None:
    node = ae.folder(1, "deepest")
    for number in range(2, 135):
        node = ae.folder(number, "f", node)
    with pytest.raises(NotReadable, match="deep"):
        read(ae.riff_of(ae.project(node)))
    with pytest.raises(NotReadable, match="deep"):
        read(b"<AfterEffectsProject>" + b"<x>" * 2_000)


@pytest.mark.parametrize(("limit", "value"), [("MAX_CHUNKS", 20), ("MAX_KEPT_BYTES", 5_000)])
def test_more_than_the_limits_is_refused(
    limit: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, limit, value)
    nodes = ae.project(*(ae.composition(number, "C") for number in range(30)))
    for content in (ae.riff_of(nodes), ae.xml_of(nodes)):
        with pytest.raises(NotReadable, match=r"it has more|it says more"):
            read(content)


def test_xml_that_is_too_large_or_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aep_xml, "MAX_TOKEN_BYTES", 100_000)
    monkeypatch.setattr(aep_xml, "_BLOCK_BYTES", 10_000)
    with pytest.raises(NotReadable, match="too long"):
        read(b'<AfterEffectsProject><x bdata="' + b"0" * 300_000)
    monkeypatch.setattr(aep_xml, "MAX_FILE_BYTES", 5)
    with pytest.raises(NotReadable, match="larger"):
        read(b"<AfterEffectsProject/>")
