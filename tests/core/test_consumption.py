"""What attempts have taken, and what follows from that for the next one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.consumption import (
    ENOUGH,
    Usage,
    expected_card_memory,
    expected_memory,
    kind_of,
)
from rendermanager.core.usage import TreeLoad


def load(cores: float | None, memory: int, *, card: int = 0, read: int = 0) -> TreeLoad:
    return TreeLoad(cores=cores, memory=memory, read=read, written=2 * read, card_memory=card)


def test_peaks_and_sums_are_kept() -> None:
    seen = Usage().after(load(None, 10, card=3), 0.0)
    assert seen.cores is None
    seen = seen.after(load(1.5, 30, read=4), 2.0).after(load(0.5, 20, card=2, read=1), 2.0)
    assert seen == Usage(seconds=4.0, cpu_s=4.0, memory=30, card_memory=3, read=4, written=8)
    assert seen.cores == 1.0


@pytest.mark.parametrize(
    ("width", "height", "kind"),
    [
        (1920, 1080, "ffmpeg h264 2^21"),
        (1080, 1920, "ffmpeg h264 2^21"),
        (2048, 1152, "ffmpeg h264 2^21"),
        (3840, 2160, "ffmpeg h264 2^23"),
        (0, 0, "ffmpeg h264 ?"),
    ],
)
def test_pictures_of_about_one_size_are_of_one_kind(width: int, height: int, kind: str) -> None:
    assert kind_of("ffmpeg", "h264", width, height) == kind


def test_a_job_without_preset_is_of_a_kind_too() -> None:
    assert kind_of("command", "", 0, 0) == "command - ?"


@given(st.lists(st.integers(1, 10**12), max_size=30))
def test_most_of_what_was_seen_fits_into_what_is_expected(peaks: list[int]) -> None:
    expected = expected_memory([Usage(memory=each) for each in peaks])
    if len(peaks) < ENOUGH:
        assert expected == 0
        return
    assert sum(peak <= expected for peak in peaks) >= 0.9 * len(peaks)
    assert expected <= 1.1 * max(peaks)
    assert expected_card_memory([Usage(card_memory=each) for each in peaks]) == expected
