"""Whether a result would be made again by the same order."""

import pytest

from rendermanager.core.output import Origin

SAME = Origin("order", "source", "named")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (SAME, True),
        (Origin("another", "source", "named"), False),
        (Origin("order", "changed", "named"), False),
        (Origin("order", "source", "changed"), False),
        (Origin("order", "", "named"), True),
        (Origin("order", "", ""), True),
        (Origin("another", "", "named"), False),
    ],
)
def test_all_of_it_counts_but_a_source_that_nobody_can_see(other: Origin, same: bool) -> None:
    assert SAME.is_that_of(other) is same
    assert other.is_that_of(SAME) is same
