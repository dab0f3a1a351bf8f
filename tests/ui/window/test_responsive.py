"""What is shown at which size."""

import pytest

from rendermanager.ui.window.responsive import Arrangement, InspectorPlace, arrange

BESIDE, OVER = InspectorPlace.BESIDE, InspectorPlace.OVER


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1360, 820), Arrangement(BESIDE, False, True, False)),
        ((1200, 820), Arrangement(BESIDE, False, True, False)),
        ((1199, 820), Arrangement(OVER, False, True, False)),
        ((1000, 820), Arrangement(OVER, False, True, False)),
        ((999, 820), Arrangement(OVER, True, False, False)),
        ((900, 600), Arrangement(OVER, True, False, True)),
        ((1360, 680), Arrangement(BESIDE, False, True, False)),
        ((1360, 679), Arrangement(BESIDE, False, True, True)),
    ],
)
def test_parts_give_way_in_order(size: tuple[int, int], expected: Arrangement) -> None:
    assert arrange(*size) == expected
