"""Sizes in words, files on their way, room on a volume, and names that are traps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.amounts import size_words
from rendermanager.core.arriving import FRESH_S, Sighting, arriving
from rendermanager.core.naming import safe_name
from rendermanager.core.problem import Severity
from rendermanager.core.space import RESERVE_BYTES, short_of_room, wanted_bytes
from rendermanager.core.unsafe import MAX_WINDOWS_PATH, name_problems

NOW = 1_000_000.0


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (-5, "0 bytes"),
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1_000, "1.0 kB"),
        (12_400_000, "12.4 MB"),
        (99_940_000, "99.9 MB"),
        (99_960_000, "100 MB"),
        (300_000_000, "300 MB"),
        (999_600_000, "1.0 GB"),
        (1_200_000_000, "1.2 GB"),
        (8 * 2**60, "9.2 EB"),
        (10**22, "10000 EB"),
    ],
)
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    assert size_words(size) == words


def test_a_file_that_grew_between_two_looks_is_being_copied() -> None:
    before = Sighting(10_000_000, NOW - 60)
    assert arriving(Sighting(12_400_000, NOW - 60), NOW, before) == (
        "still being copied (12.4 MB, growing)"
    )
    assert arriving(Sighting(10_000_000, NOW - 59), NOW, before).startswith("still being copied")
    assert arriving(before, NOW, before) == ""


def test_a_sequence_that_gets_more_frames_is_not_whole() -> None:
    before = Sighting(5, NOW - 60, files=10)
    assert arriving(Sighting(5, NOW - 1, files=12), NOW, before) == (
        "frames are still being added (12 so far)"
    )


@pytest.mark.parametrize("age", [-3.0, 0.0, FRESH_S])
def test_a_fresh_file_that_somebody_writes_is_not_whole(age: float) -> None:
    look = Sighting(1_000, NOW - age, has_writer=True)
    assert arriving(look, NOW) == "still being copied (1.0 kB so far)"


def test_a_fresh_file_alone_is_whole() -> None:
    assert arriving(Sighting(1_000, NOW), NOW) == ""


def test_a_program_that_merely_keeps_an_old_file_open_holds_nothing_up() -> None:
    assert arriving(Sighting(1_000, NOW - FRESH_S - 1, has_writer=True), NOW) == ""


def test_short_of_room_says_both_numbers() -> None:
    text = short_of_room(1_200_000_000, 300_000_000, "/mnt/x")
    assert text == "needs about 1.2 GB, 300 MB free on /mnt/x"
    assert short_of_room(1_200_000_000, 2_000_000_000, "/mnt/x") == ""


def test_what_renders_now_is_counted() -> None:
    text = short_of_room(1_000_000_000, 2_000_000_000, "/mnt/x", 1_500_000_000)
    assert text.endswith("2.0 GB free on /mnt/x, 1.5 GB of it for what renders now")


def test_what_is_to_stay_free_is_left_alone_and_said() -> None:
    text = short_of_room(1_000_000_000, 2_000_000_000, "/", floor_bytes=1_000_000_000)
    assert text == "needs about 1.0 GB, 2.0 GB free on /, 1.0 GB are to stay free"
    assert short_of_room(1_000_000_000, 2_200_000_000, "/", floor_bytes=1_000_000_000) == ""


def test_a_result_of_unknown_size_needs_a_little() -> None:
    assert short_of_room(0, RESERVE_BYTES, "/") == ""
    assert short_of_room(0, 5_000_000, "/") == "needs room for its result, 5.0 MB free on /"


@given(st.integers(0, 2**62), st.integers(0, 2**62), st.integers(0, 2**62))
def test_exactly_enough_is_enough(estimate: int, free: int, promised: int) -> None:
    enough = free - promised >= wanted_bytes(estimate)
    assert (short_of_room(estimate, free, "/", promised) == "") is enough


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("con.mp4", "a word that Windows keeps"),
        ("COM1", "a word that Windows keeps"),
        ("take.", "ends in a dot or a space"),
        ("take.mp4 ", "ends in a dot or a space"),
        ("a\nb.mp4", "a control character"),
        ("a\x7fb.mp4", "a control character"),
        ("take:1.mp4", "holds “:”"),
        ("what?.mp4", "holds “?”"),
        ("photo\u202egpj.mp4", "invisible characters"),
        ("-out.mp4", "begins with a dash"),
    ],
)
def test_traps_are_named(name: str, words: str) -> None:
    (problem,) = name_problems([name], f"/out/{name}")
    assert words in problem.message
    assert problem.hint
    assert problem.severity is Severity.WARNING
    assert problem.message.isprintable()


def test_on_windows_what_it_cannot_store_blocks() -> None:
    (reserved,) = name_problems(["aux"], "c:/aux", is_windows=True)
    (dash,) = name_problems(["-a"], "c:/-a", is_windows=True)
    assert (reserved.blocks, dash.blocks) == (True, False)


def test_long_paths_are_told() -> None:
    fits, long = "x" * MAX_WINDOWS_PATH, "x" * (MAX_WINDOWS_PATH + 1)
    assert name_problems([], fits) == []
    assert "260 characters" in name_problems([], long)[0].message
    assert name_problems([], long, is_windows=True)[0].blocks


def test_several_traps_are_all_told() -> None:
    assert len(name_problems(["-con.", "a:b"], "/x")) == 3


@given(st.text(min_size=1))
def test_safe_names_are_no_traps_but_for_their_look(text: str) -> None:
    name = safe_name(text)
    assert all("dash" in p.message or "invisible" in p.message for p in name_problems([name], name))
