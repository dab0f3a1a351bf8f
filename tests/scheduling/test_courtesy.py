"""How far renders keep out of the artist's way."""

from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.manners import Manners
from rendermanager.scheduling.courtesy import PATIENCE_S, Courtesy, Distance, after_look

QUIET_S = 60.0


def distances(manners: Manners, *looks: tuple[float, float | None]) -> list[Distance]:
    """What comes of looks at (moment, seconds since the last input)."""
    stand, found = Courtesy(), []
    for now_s, idle_s in looks:
        stand = after_look(stand, manners, idle_s, QUIET_S, now_s)
        found.append(stand.distance)
    return found


def test_renders_step_back_at_once_and_rest_soon_after() -> None:
    looks = [(0.0, 90.0), (0.5, 0.1), (1.0, 0.6), (2.0, 1.6), (2.5, 0.0)]
    assert distances(Manners.PAUSE, *looks) == [
        Distance.NONE,
        Distance.BACK,
        Distance.BACK,
        Distance.AWAY,
        Distance.AWAY,
    ]


def test_they_go_on_once_it_has_been_quiet_for_long_enough() -> None:
    looks = [(0.0, 0.0), (PATIENCE_S, 1.5), (59.0, 59.5), (60.0, 60.0), (61.0, 0.0)]
    assert distances(Manners.PAUSE, *looks) == [
        Distance.BACK,
        Distance.AWAY,
        Distance.AWAY,
        Distance.NONE,
        Distance.BACK,
    ]


def test_those_that_only_step_back_never_rest() -> None:
    assert distances(Manners.STEP_BACK, (0.0, 0.0), (100.0, 0.0)) == [Distance.BACK] * 2


def test_nothing_happens_where_nobody_can_tell_or_nobody_cares() -> None:
    assert distances(Manners.PAUSE, (0.0, None), (9.0, None)) == [Distance.NONE] * 2
    assert distances(Manners.IGNORE, (0.0, 0.0), (9.0, 0.0)) == [Distance.NONE] * 2


@given(
    st.sampled_from(Manners),
    st.lists(st.tuples(st.floats(0, 10), st.none() | st.floats(0, 200)), max_size=30),
)
def test_renders_rest_only_where_that_is_wanted_and_somebody_was_there_for_a_while(
    manners: Manners, steps: list[tuple[float, float | None]]
) -> None:
    stand, now_s, since_s = Courtesy(), 0.0, None
    for step_s, idle_s in steps:
        now_s += step_s
        here = idle_s is not None and idle_s < QUIET_S and manners is not Manners.IGNORE
        since_s = (now_s if since_s is None else since_s) if here else None
        stand = after_look(stand, manners, idle_s, QUIET_S, now_s)
        assert (stand.distance is Distance.NONE) is not here
        if stand.distance is Distance.AWAY:
            assert manners is Manners.PAUSE
            assert since_s is not None
            assert now_s - since_s >= PATIENCE_S
