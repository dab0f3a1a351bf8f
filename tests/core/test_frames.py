"""Frame ranges as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core import frames
from rendermanager.core.frames import FrameRange

numbers = st.sets(st.integers(-300, 300), min_size=1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7", [7]),
        ("-3", [-3]),
        ("1-4", [1, 2, 3, 4]),
        ("-3--1", [-3, -2, -1]),
        ("-1-1", [-1, 0, 1]),
        ("5-5", [5]),
        ("1-10x3", [1, 4, 7, 10]),
        ("1-9x3", [1, 4, 7]),
        ("0001-0003", [1, 2, 3]),
        (" 1 - 3 , 8 - 10 x 2 ", [1, 2, 3, 8, 10]),
        ("8,1-3,2-4", [1, 2, 3, 4, 8]),
    ],
)
def test_a_range_is_read(text: str, found: list[int]) -> None:
    assert list(FrameRange.parse(text)) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "“” is not a frame range"),
        ("1,,2", "“” is not a frame range"),
        ("1-", "“1-” is not a frame range"),
        ("1-5x", "“1-5x” is not a frame range"),
        ("5x2", "“5x2” is not a frame range"),
        ("one", "“one” is not a frame range"),
        ("1.5", "“1.5” is not a frame range"),
        ("1-3, 9-4", "“9-4” runs backwards"),
        ("1-9x0", "“1-9x0” runs backwards"),
        ("1-99999999999", "“1-99999999999” has too many frames"),
        ("1-" + "9" * 5_000, "digits"),
    ],
)
def test_a_text_that_is_no_range_is_refused_with_the_part_at_fault(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        FrameRange.parse(text)


def test_the_limit_counts_all_parts_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "MAX_FRAMES", 10)
    assert len(FrameRange.parse("1-5,6-10")) == 10
    with pytest.raises(ValueError, match="“6-11” has too many frames"):
        FrameRange.parse("1-5,6-11")


@pytest.mark.parametrize(
    ("given_frames", "text"),
    [
        ([], ""),
        ([4], "4"),
        ([1, 2], "1-2"),
        ([1, 3], "1,3"),
        ([1, 3, 5], "1-5x2"),
        ([1, 2, 3, 10, 20, 30, 31], "1-3,10-30x10,31"),
        ([-3, -2, -1], "-3--1"),
        ([1, 5, 6, 7], "1,5-7"),
    ],
    ids=str,
)
def test_a_range_is_written_the_usual_way(given_frames: list[int], text: str) -> None:
    assert str(FrameRange.of(given_frames)) == text


@given(numbers)
def test_what_is_written_reads_back_the_same(found: set[int]) -> None:
    written = FrameRange.of(found)
    assert FrameRange.parse(str(written)) == written
    assert list(written) == sorted(found)
    assert len(written) == len(found)


@given(st.integers(-100, 100), st.integers(1, 100), st.integers(1, 9))
def test_a_regular_stride_is_written_as_one_part(first: int, count: int, step: int) -> None:
    written = str(FrameRange.of(range(first, first + count * step, step)))
    assert written.count(",") <= (1 if count == 2 else 0)


@given(numbers, st.integers(1, 50))
def test_chunks_are_full_and_together_give_the_range(found: set[int], size: int) -> None:
    pieces = FrameRange.of(found).chunks(size)
    assert [frame for piece in pieces for frame in piece] == sorted(found)
    assert all(len(piece) == size for piece in pieces[:-1])
    assert 1 <= len(pieces[-1]) <= size


def test_a_chunk_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one frame"):
        FrameRange.of([1]).chunks(0)


def test_nothing_has_no_chunks_and_misses_nothing() -> None:
    empty = FrameRange.of([])
    assert empty.chunks(5) == []
    assert empty.missing() == empty


@given(numbers)
def test_a_range_and_its_gaps_fill_the_span(found: set[int]) -> None:
    gaps = set(FrameRange.of(found).missing())
    assert gaps.isdisjoint(found)
    assert gaps | found == set(range(min(found), max(found) + 1))


def test_gaps_too_wide_to_list_are_refused_rather_than_filled() -> None:
    with pytest.raises(ValueError, match="too many frames are missing"):
        FrameRange.of([1, 20_251_122_110_101]).missing()
