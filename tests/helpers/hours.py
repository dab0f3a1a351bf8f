"""Windows of the week, made up at random."""

from hypothesis import strategies as st

from rendermanager.core.hours import DAY_MIN, Fixed, Multiple, OnlyIdle, Rule, Window


def rules() -> st.SearchStrategy[Rule]:
    """Anything that may be allowed."""
    return st.one_of(
        st.builds(Fixed, st.integers(0, 64)),
        st.builds(Multiple, st.integers(10, 800)),
        st.just(OnlyIdle()),
    )


def windows() -> st.SearchStrategy[Window]:
    """Any window of the week."""
    return st.builds(
        Window,
        st.frozensets(st.integers(0, 6), min_size=1),
        st.integers(0, DAY_MIN - 1),
        st.integers(1, DAY_MIN),
        rules(),
    ).filter(lambda each: each.start != each.end)
