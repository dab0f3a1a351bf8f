"""What starts beside what runs, as far as memory goes."""

from rendermanager.scheduling.memory import Ahead, Memory, Taken, ran_short, shortage

GB = 1_000_000_000
MACHINE = Memory(total=16 * GB, ceiling=12 * GB, used=3 * GB)


def test_it_starts_where_it_fits_below_the_ceiling() -> None:
    assert shortage(9 * GB, MACHINE, []) == ""
    assert shortage(5 * GB, MACHINE, [Taken(4 * GB, 0)]) == ""


def test_it_waits_with_numbers_where_it_does_not_fit() -> None:
    running = [Taken(4 * GB, 0)]
    assert shortage(9_200_000_000, MACHINE, running) == (
        "needs 9.2 GB of memory, 5.0 GB is free below the ceiling"
    )
    full = [Taken(9 * GB, 0)]
    assert shortage(GB, MACHINE, full).endswith("none is free below the ceiling")


def test_what_a_render_holds_counts_once_and_what_it_may_still_take_counts_too() -> None:
    half = Memory(16 * GB, 12 * GB, 5 * GB)  # 2 of the 5 are the render's own
    assert shortage(5 * GB, half, [Taken(4 * GB, 2 * GB)]) == ""
    assert shortage(5 * GB + 1, half, [Taken(4 * GB, 2 * GB)]) != ""


def test_a_render_that_takes_more_than_was_kept_for_it_counts_with_what_it_has() -> None:
    grown = Memory(16 * GB, 12 * GB, 9 * GB)  # 6 of the 9 are the render's own
    assert shortage(3 * GB, grown, [Taken(4 * GB, 6 * GB)]) == ""
    assert shortage(3 * GB + 1, grown, [Taken(4 * GB, 6 * GB)]) != ""


def test_alone_it_needs_memory_that_is_there_be_it_above_the_ceiling() -> None:
    crowded = Memory(16 * GB, 12 * GB, 13 * GB)
    assert shortage(3 * GB, crowded, []) == ""
    assert shortage(4 * GB, crowded, []) == "needs 4.0 GB of memory, 3.0 GB is free"


def test_what_never_fits_runs_alone() -> None:
    assert shortage(20 * GB, MACHINE, []) == ""
    assert shortage(20 * GB, MACHINE, [Taken(0, 0)]) != ""


def test_one_of_which_nothing_is_known_starts_while_something_is_left() -> None:
    assert shortage(0, MACHINE, [Taken(8 * GB, 0)]) == ""
    assert shortage(0, MACHINE, [Taken(9 * GB, 0)]) == (
        "needs memory, none is free below the ceiling"
    )
    assert shortage(0, Memory(16 * GB, 12 * GB, 15 * GB), []) == ""


def test_a_later_one_starts_before_one_that_waits_only_where_both_fit_together() -> None:
    running = [Taken(4 * GB, 0)]
    assert shortage(2 * GB, MACHINE, running, Ahead(7 * GB)) == ""
    assert shortage(3 * GB, MACHINE, running, Ahead(7 * GB)) == (
        "an earlier job waits for 7.0 GB of memory, and 3.0 GB do not fit beside it"
    )
    assert shortage(2 * GB, MACHINE, running, Ahead(7 * GB, passed=GB)) != ""


def test_nobody_waits_for_one_that_other_programs_keep_from_starting() -> None:
    crowded = Memory(16 * GB, 12 * GB, 9 * GB)
    assert shortage(2 * GB, crowded, [], Ahead(8 * GB)) == ""


def test_everybody_waits_for_one_that_has_to_run_alone() -> None:
    assert shortage(GB, MACHINE, [Taken(GB, GB)], Ahead(20 * GB)) != ""


def test_one_that_was_ended_says_what_it_held() -> None:
    assert ran_short(1_200_000_000) == "memory ran short, and it held 1.2 GB"
