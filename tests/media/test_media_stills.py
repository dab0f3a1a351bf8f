import os
from pathlib import Path

import pytest

from rendermanager.media.dimensions import pixel_size
from rendermanager.media.reader import MediaReader
from rendermanager.media.stills import is_complete
from tests.media.samples import Samples

TELLING = ["still.png", "still.jpg", "still.exr", "still.tif", "still.dpx", "still.bmp"]


@pytest.mark.parametrize("name", TELLING)
def test_a_whole_picture_is_complete(samples: Samples, name: str) -> None:
    assert is_complete(samples[name]) is True


@pytest.mark.parametrize("name", TELLING)
@pytest.mark.parametrize("share", [0.99, 0.6, 0.1])
def test_a_cut_picture_is_not(samples: Samples, tmp_path: Path, name: str, share: float) -> None:
    cut = tmp_path / name
    content = samples.content(name)
    cut.write_bytes(content[: int(len(content) * share)])
    assert is_complete(cut) is False


@pytest.mark.parametrize("name", TELLING)
def test_no_cut_makes_the_look_fail(samples: Samples, tmp_path: Path, name: str) -> None:
    content = samples.content(name)
    cut = tmp_path / name
    for length in range(0, 700, 7):
        cut.write_bytes(content[:length])
        assert is_complete(cut) in (False, None)


def test_what_follows_a_picture_does_not_matter(samples: Samples, tmp_path: Path) -> None:
    for name in TELLING:
        longer = tmp_path / name
        longer.write_bytes(samples.content(name) + b"\0" * 100)
        assert is_complete(longer) is True


def test_an_exr_whose_table_was_never_filled_in_is_not_complete(
    samples: Samples, tmp_path: Path
) -> None:
    content = samples.content("still.exr")
    # ffmpeg packs one or sixteen of the 90 lines into a block; the first block follows the table.
    at = next(
        at
        for at in range(8, 4096)
        if int.from_bytes(content[at : at + 8], "little") in (at + 8 * 90, at + 8 * 6)
    )
    empty = tmp_path / "killed.exr"
    empty.write_bytes(content[:at] + bytes(8) + content[at + 8 :])
    assert is_complete(empty) is False


@pytest.mark.parametrize("name", ["still.tga", "still.webp", "clip.mp4"])
def test_other_formats_do_not_tell(samples: Samples, name: str) -> None:
    assert is_complete(samples[name]) is None


def test_random_bytes_behind_a_known_start_never_crash(samples: Samples, tmp_path: Path) -> None:
    for name in TELLING:
        junk = tmp_path / name
        for _ in range(50):
            junk.write_bytes(samples.content(name)[:12] + os.urandom(200))
            assert is_complete(junk) in (True, False, None)


@pytest.mark.parametrize("name", ["still.png", "still.jpg", "still.exr", "still.dpx", "still.bmp"])
def test_the_size_of_a_picture_stands_in_its_header(
    samples: Samples, reader: MediaReader, tmp_path: Path, name: str
) -> None:
    assert pixel_size(samples[name]) == (160, 90)
    cut = tmp_path / name
    for length in range(0, 900, 13):
        cut.write_bytes(samples.content(name)[:length])
        assert pixel_size(cut) in ((160, 90), None)


def test_other_formats_do_not_tell_their_size(samples: Samples) -> None:
    assert pixel_size(samples["still.tif"]) is None
