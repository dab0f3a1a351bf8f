"""What is said of a source whose pictures are cut off."""

from pathlib import Path

import pytest

from rendermanager.core.output import Original
from rendermanager.media.originals import cut_off
from tests.media.samples import Samples


def words(path: Path) -> list[str]:
    found = cut_off(Original(str(path)))
    assert not any(finding.fatal for finding in found)
    return [finding.message for finding in found]


@pytest.mark.parametrize("name", ["still.png", "still.jpg", "still.exr"])
def test_a_picture(samples: Samples, tmp_path: Path, name: str) -> None:
    assert words(samples[name]) == []
    cut = tmp_path / name
    cut.write_bytes(samples.content(name)[:-900])
    assert words(cut) == [f"Its source “{name}” is cut off."]


def test_a_sequence(samples: Samples, tmp_path: Path) -> None:
    whole = samples.content("still.png")
    for number in (1, 2, 3, 5, 6):
        (tmp_path / f"shot_{number:04}.png").write_bytes(whole)
    shot = tmp_path / "shot_%04d.png"
    assert words(shot) == []
    (tmp_path / "shot_0005.png").write_bytes(whole[:100])
    assert words(shot) == ["A picture of its source “shot_%04d.png” is cut off: 5."]
    (tmp_path / "shot_0006.png").write_bytes(whole[:100])
    assert words(shot) == ["2 pictures of its source “shot_%04d.png” are cut off: 5-6."]


def test_nothing_is_said_of_films_and_of_what_is_gone(samples: Samples, tmp_path: Path) -> None:
    assert cut_off(None) == []
    assert words(samples["clip.mp4"]) == []
    assert words(tmp_path / "gone.png") == []
    assert words(tmp_path / "gone_%04d.png") == []
