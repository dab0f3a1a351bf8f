"""Damaged projects bring nothing but a reason why they cannot be read."""

import io
import os
import random
from pathlib import Path
from xml.parsers import expat

import pytest

from rendermanager.media.aep import chunks
from rendermanager.media.aep import xml as aep_xml
from rendermanager.media.aep.chunks import Budget
from rendermanager.media.aep.describing import described
from rendermanager.media.aep.model import NotReadable
from rendermanager.media.aep.project import read_project
from tests.helpers import aep_writer as ae

VARIANTS = int(os.environ.get("RENDERMANAGER_AEP_VARIANTS", "5000"))
SAMPLES = os.environ.get("RENDERMANAGER_AEP_SAMPLES", "")
"""A folder with real projects, which are damaged as well."""
_SIZES = (0, 1, 4, 7, 8, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)


def healthy() -> list[bytes]:
    nodes = ae.project(
        ae.folder(1, "Outer", ae.folder(2, "Inner", ae.composition(3, "Main", uses=[4, 5, 6]))),
        ae.composition(4, "Nested", rate=(2997, 100), uses=[7, 4]),
        ae.footage(5, "C:\\a\\b.mov", up=1, down=2),
        ae.footage(6, "/a/b", names=["b_1.png", "b_2.png"]),
        ae.footage(7, "/a/c", parts=("c.", ".exr", 4, 7, 120)),
        ae.solid(8, "Red"),
        ae.placeholder(9, "Later"),
        queue=ae.render_queue((3, 2, ["/out"]), (4, 6, ["D:\\out"])),
    )
    real = sorted(Path(SAMPLES).glob("*.aep*")) if SAMPLES else []
    return [ae.riff_of(nodes), ae.xml_of(nodes), *(path.read_bytes() for path in real)]


def damaged(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 40))):
        at = chance.randrange(len(data))
        match chance.randrange(6):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                data[at : at + 4] = chance.choice(_SIZES).to_bytes(4, "big")
            case 2:
                del data[at : at + chance.randrange(1, 50)]
            case 3:
                data[at:at] = data[at : at + chance.randrange(1, 2_000)]
            case 4:
                mark = chance.choice((b"LIST", b"Item", b"<Item>", b"</", b"bdata", b'"', b"Sfdr"))
                data[at : at + len(mark)] = mark
            case _:
                del data[at:]
        if not data:
            return b""
    return bytes(data)


class Counting(Budget):
    """Keeps every budget, so that a test can look at what was used of it."""

    all: list["Counting"]

    def __init__(self) -> None:
        super().__init__()
        Counting.all.append(self)


def test_no_damage_brings_more_than_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    seed = int(os.environ.get("RENDERMANAGER_SEED", "20"))
    print(f"seed {seed}, {VARIANTS} variants")
    chance = random.Random(seed)
    for reader in (chunks, aep_xml):
        monkeypatch.setattr(reader, "Budget", Counting)
    Counting.all = []
    sources = healthy()
    refused = 0
    for _ in range(VARIANTS):
        content = damaged(chance.choice(sources), chance)
        try:
            project = read_project(io.BytesIO(content), len(content))
            described(project, Path("/jobs/a.aep"), lambda _: False)
        except NotReadable:
            refused += 1
    assert 0 < refused < VARIANTS
    # Each chunk takes eight bytes of the file, and is looked at once.
    most = max(len(content) for content in sources) + 40 * 2_000
    assert all(each._chunks <= most // chunks.HEAD_BYTES for each in Counting.all)
    assert all(each._bytes <= most * 30 for each in Counting.all)
    print(f"{refused} refused")


def test_an_exception_of_another_kind_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    planted = expat.ExpatError
    # What the reader means to catch is no longer what is raised.
    monkeypatch.setattr(expat, "ExpatError", KeyError)
    monkeypatch.setitem(globals(), "VARIANTS", 300)
    with pytest.raises(planted):
        test_no_damage_brings_more_than_a_refusal(monkeypatch)
