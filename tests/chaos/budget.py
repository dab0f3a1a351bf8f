"""How much chaos: a slice in the suite, more by an environment variable, always with its seed."""

import os
import random
from typing import Final

SEED: Final = int(os.environ.get("CHAOS_SEED", "0")) or random.randrange(1_000_000)
"""Makes the same choices again: CHAOS_SEED."""
SCALE: Final = float(os.environ.get("CHAOS_SCALE", "1"))
"""How many times as much as the suite has time for: CHAOS_SCALE."""


def amount(name: str, few: int) -> int:
    """How often to try.

    Args:
        name: The environment variable that says so.
        few: What the suite has time for.
    """
    return int(os.environ.get(name, "0")) or max(1, round(few * SCALE))


def dice(name: str) -> random.Random:
    """Chance for one test, which tells with which seed it can be had again."""
    print(f"{name}: CHAOS_SEED={SEED}")
    return random.Random(f"{SEED} {name}")
