import string
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.media.sequences import (
    Found,
    Sequence,
    ffmpeg_pattern,
    frame_path,
    group,
    is_pattern,
    natural_key,
    sequence_at,
    sequence_of,
    shown_pattern,
)
from tests.media.samples import Samples, run_ffmpeg


def grouped(*names: str) -> list[str]:
    """What `group` makes of files in one folder: names, with the range of a sequence."""
    found = group([Path("/shots") / name for name in names])
    return [f"{item.path.name}{_range(item)}" for item in found]


def _range(item: Found) -> str:
    shot = item.sequence
    if shot is None:
        return ""
    gaps = f" without {shot.missing}" if shot.missing else ""
    return f" [{shot.first}-{shot.last}]{gaps}"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("f_0001.png f_0002.png f_0003.png", ["f_%04d.png [1-3]"]),
        ("f_0001.png f_0004.png", ["f_%04d.png [1-4] without 2-3"]),
        ("f9.png f10.png f11.png", ["f%01d.png [9-11]"]),
        ("f1001.png f1002.png", ["f%04d.png [1001-1002]"]),
        ("f998.png f999.png f1000.png", ["f%01d.png [998-1000]"]),
        ("f098.png f999.png f1000.png", ["f%03d.png [98-1000] without 99-998"]),
        ("f0.png f1.png", ["f%01d.png [0-1]"]),
        ("f01.png f02.png f1.png f2.png", ["f%02d.png [1-2]", "f%01d.png [1-2]"]),
        ("0001.exr 0002.exr", ["%04d.exr [1-2]"]),
        ("shot_v002.0001.exr shot_v002.0002.exr", ["shot_v002.%04d.exr [1-2]"]),
        ("f_0001_beauty.png f_0002_beauty.png", ["f_%04d_beauty.png [1-2]"]),
        ("f_0001.png f_0001.jpg f_0002.png", ["f_0001.jpg", "f_%04d.png [1-2]"]),
        ("f_0001.png f_0002.jpg", ["f_0001.png", "f_0002.jpg"]),
        ("100%_0001.png 100%_0002.png", ["100%%_%04d.png [1-2]"]),
        ("a%d_1.png a%d_2.png", ["a%%d_%01d.png [1-2]"]),
        (
            "f_\u0660\u0660\u0661.png f_\u0660\u0660٢.png",
            ["f_\u0660\u0660\u0661.png", "f_\u0660\u0660٢.png"],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_numbered_stills_become_sequences(names: str, expected: list[str]) -> None:
    assert grouped(*names.split()) == expected


@pytest.mark.parametrize(
    "names",
    [
        "shot_v002.png",
        "shot_v001.png shot_v002.png",
        "shot_V1.png shot_V2.png",
        "logo_720p.png logo_1080p.png",
        "take1.mp4 take2.mp4",
        "IMG_1.png",
        "scan_20240131.png scan_20260902.png",
        "hash_12345678901.png hash_12345678902.png",
        "p100%d.png",
    ],
    ids=str,
)
def test_versions_sizes_dates_and_films_stay_single_files(names: str) -> None:
    assert grouped(*names.split()) == sorted(names.split(), key=lambda n: natural_key(Path(n)))


def test_a_long_gap_is_missing_frames_as_long_as_the_shot_is_not_sparse() -> None:
    names = [f"f_{n:06d}.png" for n in (*range(1, 101), 1500)]
    assert grouped(*names) == ["f_%06d.png [1-1500] without 101-1499"]
    assert len(grouped("f_000001.png", "f_900000.png")) == 2


def test_the_same_file_twice_counts_once() -> None:
    assert grouped("f_0001.png", "f_0001.png") == ["f_0001.png"]


def test_folders_are_kept_apart() -> None:
    found = group([Path("/a/f_1.png"), Path("/b/f_2.png")])
    assert [item.sequence for item in found] == [None, None]


def test_files_are_sorted_as_people_count() -> None:
    assert grouped("Clip10.mp4", "clip9.mp4", "clip.mp4", "a.mov") == [
        "a.mov",
        "clip.mp4",
        "clip9.mp4",
        "Clip10.mp4",
    ]


def test_a_sequence_lists_its_files_without_the_gaps() -> None:
    (found,) = group([Path("f_08.png"), Path("f_09.png"), Path("f_11.png")])
    assert found.sequence is not None
    assert [str(path) for path in found.sequence.files()] == ["f_08.png", "f_09.png", "f_11.png"]
    assert (found.sequence.count, found.sequence.padding) == (3, 2)


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        ("f_%04d.png", 7, "f_0007.png"),
        ("f_%04d.png", 12345, "f_12345.png"),
        ("f%d.png", 12, "f12.png"),
        ("f%01d.png", 12, "f12.png"),
        ("100%%_%03d.png", 5, "100%_005.png"),
    ],
)
def test_a_pattern_names_its_frames(name: str, number: int, expected: str) -> None:
    assert frame_path(Path("/50%d/x") / name, number) == Path("/50%d/x") / expected


@pytest.mark.parametrize(
    "name", ["f.png", "f%.png", "%d_%d.png", "%s.png", "f%%04d.png", "% d.png"]
)
def test_other_names_are_no_patterns(name: str) -> None:
    assert not is_pattern(Path(name))
    with pytest.raises(ValueError, match="frame number"):
        frame_path(Path(name), 1)


def test_there_is_no_frame_below_zero() -> None:
    with pytest.raises(ValueError, match="0"):
        frame_path(Path("f%d.png"), -1)


def test_one_dropped_frame_finds_its_shot(shot: Callable[..., Path]) -> None:
    pattern = shot(3, 4, 6)
    found = sequence_of(frame_path(pattern, 4))
    assert found == sequence_at(pattern)
    assert found is not None
    assert (found.pattern, found.first, found.last, str(found.missing)) == (pattern, 3, 6, "5")


def test_a_lonely_still_has_no_shot(shot: Callable[..., Path], tmp_path: Path) -> None:
    assert sequence_of(frame_path(shot(3), 3)) is None
    assert sequence_of(tmp_path / "gone" / "f_1.png") is None
    assert sequence_of(tmp_path / "clip.mp4") is None


def test_a_pattern_finds_a_single_frame_and_no_strangers(tmp_path: Path) -> None:
    for name in ("f_007.png", "f_7.png", "f_0007.png", "f_x07.png", "f_007.png.tmp", "f_.png"):
        (tmp_path / name).touch()
    found = sequence_at(tmp_path / "f_%03d.png")
    assert found is not None
    assert [path.name for path in found.files()] == ["f_007.png"]
    assert sequence_at(tmp_path / "g_%03d.png") is None


def test_a_pattern_survives_a_stray_number_far_away(tmp_path: Path) -> None:
    for name in ("f_1.png", "f_2.png", "f_999999999.png"):
        (tmp_path / name).touch()
    assert sequence_at(tmp_path / "f_%01d.png") is None


@pytest.mark.parametrize("name", ["f_%04d.png", "100%%_%04d.png", "%%d-%01d.png"])
def test_ffmpeg_reads_what_the_pattern_names(samples: Samples, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "50%d off"
    folder.mkdir()
    pattern = folder / name
    for number in (1, 2, 3):
        frame_path(pattern, number).write_bytes(samples.content("still.png"))
    counted = tmp_path / "counted.txt"
    source = ["-f", "image2", "-start_number", "1", "-i", f"file:{ffmpeg_pattern(pattern)}"]
    done = run_ffmpeg(*source, "-f", "framecrc", counted)
    assert done.returncode == 0, done.stderr
    assert sum(not line.startswith("#") for line in counted.read_text().splitlines()) == 3


TEXT = st.text(st.sampled_from(string.ascii_lowercase + "%._- é😀\n"), max_size=8)


@given(before=TEXT, after=TEXT, numbers=st.sets(st.integers(0, 400), min_size=2, max_size=20))
def test_any_name_around_the_number_comes_back(before: str, after: str, numbers: set[int]) -> None:
    files = {Path("/x") / f"{before}#{n:05d}{'_' if after else ''}{after}.png" for n in numbers}
    (found,) = group(files)
    assert isinstance(found.sequence, Sequence)
    assert set(found.sequence.files()) == files
    assert is_pattern(found.path)
    assert [frame_path(found.path, n) in files for n in sorted(numbers)] == [True] * len(numbers)


@given(st.lists(st.from_regex(r"[fv_]{0,2}[0-9]{1,5}\.(png|jpg)", fullmatch=True), max_size=30))
def test_no_file_is_lost_or_made_up(names: list[str]) -> None:
    files = {Path(name) for name in names}
    back = [
        path
        for item in group(files)
        for path in (item.sequence.files() if item.sequence else [item.path])
    ]
    assert sorted(back) == sorted(files)


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [("f_%04d.png", "f_####.png"), ("f%d.exr", "f#.exr"), ("50%%_%03d.tif", "50%_###.tif")],
)
def test_a_pattern_is_shown_as_artists_write_it(pattern: str, shown: str) -> None:
    assert shown_pattern(Path("/shots") / pattern) == shown
