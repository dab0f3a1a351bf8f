"""What is made of the words of nexrender and aerender: steps, frames, shares, warnings."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.doubt import doubts_in
from rendermanager.core.progress import Observation
from rendermanager.renderers.nexrender.failures import NEXRENDER_DOUBTS
from rendermanager.renderers.nexrender.listening import RENDER_SHARE, NexrenderListener
from rendermanager.renderers.nexrender.timecode import frame_number, span
from tests.renderers.nexrender_cases import CASES, FOLDER, read

EXPECTED: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
HEAD = [
    "PROGRESS:    Start: 0:00:00:00",
    "PROGRESS:    End: 0:00:03:24",
    "PROGRESS:    Duration: 0:00:04:00",
    "PROGRESS:    Frame Rate: 25.00 (comp)",
]
PIECES = st.sampled_from(
    [
        *("PROGRESS:", "  ", "0:00:00:00", "0;00;01;02", " (12L):", " (199): 0 Seconds", "118"),
        *("Start: ", "25,00 (Komp.)", "[uid] ", "encoding progress 120%...", "rendering job..."),
        *("“main”", "WARNING:", "9" * 30, "-1", "\0", "…", "Ende: ", "0.00 (x)", "\r", "³"),
    ]
)
LINES = st.text() | st.lists(PIECES).map("".join) | st.sampled_from(HEAD)


def heard(*lines: str, **known: Any) -> list[Observation]:
    listen = NexrenderListener(**known)
    return [seen for line in lines if (seen := listen(line)) is not None]


def test_every_case_has_a_transcript_and_an_expected_result() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(CASES) == set(EXPECTED)


@pytest.mark.parametrize("name", CASES)
def test_a_transcript_is_read_as_expected(name: str) -> None:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert read(lines, CASES[name]) == EXPECTED[name]


def test_the_translated_word_before_the_time_does_not_matter() -> None:
    lines = ["PROGRESS:    開始: 0:00:00:00", "PROGRESS:    x�: 0:00:00:09"]
    lines += ["PROGRESS:    z: 0:00:00:10", "PROGRESS:    é: 24,00 (comp)"]
    assert heard(*lines) == [Observation(frames=10)]


def test_the_number_in_parentheses_counts_whatever_stands_before() -> None:
    lines = ["PROGRESS:  118 (50): 0 Seconds", "PROGRESS:  0007+06 (51L): 1 Seconds"]
    assert [each.frame for each in heard(*HEAD, *lines)] == [None, 50, 51]


def test_a_second_copy_of_the_head_changes_nothing() -> None:
    """nexrender prints all of it once more when it fails."""
    frame = "PROGRESS:  0:00:00:49 (50): 0 Seconds"
    other = [line.replace("0:00:03:24", "0:00:00:01") for line in HEAD]
    assert heard(*HEAD, frame, *other, frame)[-1].fraction == 0.5


def test_a_range_that_was_asked_for_helps_where_the_head_does_not() -> None:
    assert heard("PROGRESS:  0:00:00:03 (4): 0 Seconds", given=8)[0].fraction == 0.5


def test_without_a_total_frames_are_counted_and_no_share_is_made_up() -> None:
    (seen,) = heard("PROGRESS:  0:00:00:03 (4): 0 Seconds")
    assert (seen.frame, seen.frames, seen.fraction, seen.step) == (4, None, None, "rendering")


def test_more_frames_than_there_should_be_are_no_more_than_all() -> None:
    seen = heard(*HEAD, "PROGRESS:  0:00:09:00 (999): 0 Seconds")[-1]
    assert (seen.frame, seen.frames, seen.fraction) == (100, 100, 1.0)


def test_encoding_is_a_second_phase_where_it_was_asked_for() -> None:
    lines = [*HEAD, "PROGRESS:  0:00:03:24 (100): 0 Seconds", "[a] encoding progress 50%..."]
    shares = [each.fraction for each in heard(*lines, encodes=True) if each.fraction is not None]
    assert shares == [RENDER_SHARE, RENDER_SHARE + (1 - RENDER_SHARE) / 2]
    assert heard("[a] encoding progress 120%...", encodes=True)[0].fraction == 1
    assert heard("[a] encoding progress 50%...") == [Observation(step="encoding")]


def test_a_warning_is_told_once() -> None:
    line = "WARNING:After Effects warning: a font is missing."
    assert [each.warning for each in heard(line, "x", line)] == [
        "After Effects warning: a font is missing."
    ]


def test_what_after_effects_warns_of_is_told_and_what_is_usual_is_not() -> None:
    def told(name: str) -> tuple[str, ...]:
        return doubts_in((FOLDER / name).read_text("utf-8").splitlines(), NEXRENDER_DOUBTS)

    missing = "After Effects warns: 1 file is missing since you last saved this project."
    assert told("missing-and-on.txt") == (missing,)
    assert told("ok.txt") == ()
    older = "WARNING:After Effects warning: This project must be converted from version 17.0."
    assert doubts_in([older], NEXRENDER_DOUBTS) == ()


@given(lines=st.lists(LINES, max_size=12), encodes=st.booleans(), given_frames=st.integers(0, 9))
def test_any_text_is_heard_without_a_word(
    lines: list[str], encodes: bool, given_frames: int
) -> None:
    for seen in heard(*lines, encodes=encodes, given=given_frames):
        assert seen.fraction is None or 0 <= seen.fraction <= 1
        assert seen.frame is None or seen.frame >= 0
        assert seen.frames is None or seen.frames > 0


@pytest.mark.parametrize(
    ("text", "rate", "frame"),
    [
        ("0:00:01:24", 25, 49),
        ("1:00:00:00", 24, 86_400),
        ("0;00;59;29", 29.97, 1_799),
        ("0;01;00;02", 29.97, 1_800),
        ("0;10;00;00", 29.97, 17_982),
        ("0;01;00;04", 59.94, 3_600),
        ("0:01:00:00", 29.97, 1_800),
        ("0.00.01.00", 30, 30),
        ("118", 0, 118),
        ("0:00:01:24", 0, None),
        ("0007+06", 25, None),
        ("", 25, None),
        ("0:00:01:24", 1e9, None),
    ],
)
def test_times_are_frames(text: str, rate: float, frame: int | None) -> None:
    assert frame_number(text, rate) == frame


def test_a_span_needs_both_ends_or_a_length() -> None:
    assert span("0:00:00:10", "0:00:00:19", "", 25) == 10
    assert span("0:00:00:10", "0:00:00:02", "0:00:00:07", 25) == 7
    assert span("", "", "", 25) == 0
