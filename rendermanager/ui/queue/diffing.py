"""What has to be done to one order of rows to make it another, so that a view keeps its place."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

MAX_STEPS: Final = 48
"""Beyond this many steps it is cheaper for a view to begin anew."""


@dataclass(frozen=True, slots=True)
class RemoveRows:
    """Rows go.

    Attributes:
        first: The first one.
        last: The last one.
    """

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class InsertRows:
    """Rows come.

    Attributes:
        first: Where the first one will be.
        ids: What comes.
    """

    first: int
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One row goes elsewhere.

    Attributes:
        source: Where it is.
        target: Before which row it goes, counted while it is still in its old place.
    """

    source: int
    target: int


Step = RemoveRows | InsertRows | MoveRow


def steps_between(
    old: Sequence[int], new: Sequence[int], suspects: AbstractSet[int]
) -> list[Step] | None:
    """The steps from one order to another, or None when they would be too many.

    Args:
        old: The ids as they stand.
        new: The ids as they should stand.
        suspects: Ids that may have changed their place relative to the others.
    """
    if old == new:
        return []
    kept, known = set(new), set(old)
    steps: list[Step] = []
    gone = [row for row, each in enumerate(old) if each not in kept]
    come = [row for row, each in enumerate(new) if each not in known]
    for first, last in reversed(_runs(gone)):
        steps.append(RemoveRows(first, last))
    left = [each for each in old if each in kept] if gone else list(old)
    wanted = [each for each in new if each in known] if come else list(new)
    moves = _moves(left, wanted, suspects)
    if moves is None:
        return None
    steps += moves
    steps += [InsertRows(first, tuple(new[first : last + 1])) for first, last in _runs(come)]
    return steps if len(steps) <= MAX_STEPS else None


def apply(rows: list[int], step: Step) -> None:
    """Carry out one step."""
    if isinstance(step, RemoveRows):
        del rows[step.first : step.last + 1]
    elif isinstance(step, InsertRows):
        rows[step.first : step.first] = step.ids
    else:
        moved = rows.pop(step.source)
        rows.insert(step.target - (step.target > step.source), moved)


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as (first, last), in order."""
    return _runs(sorted(rows))


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def _moves(left: list[int], wanted: list[int], suspects: AbstractSet[int]) -> list[MoveRow] | None:
    if left == wanted:
        return []
    settled = [each for each in left if each not in suspects]
    if settled != [each for each in wanted if each not in suspects]:
        return None
    moves: list[MoveRow] = []
    previous = None
    for each in wanted:
        if each in suspects:
            # What comes before it has its place already, so it goes right behind that.
            target = 0 if previous is None else left.index(previous) + 1
            source = left.index(each)
            if source != target:
                step = MoveRow(source, target)
                moves.append(step)
                apply(left, step)
                if len(moves) > MAX_STEPS:
                    return None
        previous = each
    return moves
