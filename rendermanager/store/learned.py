"""What was found out about this machine, kept with the queue."""

from collections.abc import Mapping
from typing import Final

import apsw
import msgspec

from rendermanager.store.txn import Txn

MOST: Final = 200
"""Kinds of jobs that are remembered, those found last."""
_SLOTS: Final = "slots_found"


def slots_found(connection: apsw.Connection) -> dict[frozenset[str], int]:
    """How many renders at once have brought the most, by the kinds of jobs."""
    stored = connection.execute("SELECT value FROM setting WHERE name = ?", (_SLOTS,)).get
    if stored is None:
        return {}
    try:
        rows = msgspec.json.decode(stored, type=list[tuple[list[str], int]])
    except msgspec.DecodeError:
        return {}  # it is found out again
    return {frozenset(kinds): slots for kinds, slots in rows}


def keep_slots(txn: Txn, found: Mapping[frozenset[str], int]) -> None:
    """Remember how many renders at once bring the most."""
    rows = [(sorted(kinds), slots) for kinds, slots in found.items()][-MOST:]
    value = msgspec.json.encode(rows).decode()
    txn.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", _SLOTS, value)
