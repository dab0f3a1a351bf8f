"""How many renders at once bring the most: found by trying one more, or one fewer, and measuring.

Whether the work goes faster is seen by the renders themselves. Those that ran before and after a
change tell by their pace how much it has cost each of them; that, times the number of renders, is
what has come of it. So neither frames of different jobs have to be compared, nor must anything be
known of how long they take. Renders too short to be measured go by the processors alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

SETTLE_S: Final = 4.0
"""After a change nothing is measured for so long: a program that starts loads first."""
MEASURE_S: Final = 8.0
"""How long the pace is measured."""
FREE: Final = 0.9
"""Processors that are less busy than this have room for one more render."""
WORTH: Final = 0.03
"""One more render has to bring so much more work done; one fewer may cost a third of it."""
FORGET_S: Final = 1_800.0
"""What was found is tried again after so long: other programs may have come or gone."""

Mix = frozenset[str]


@dataclass(frozen=True, slots=True)
class Sight:
    """The renders and the machine at one look.

    Attributes:
        now_s: The moment, on a clock that only goes forward.
        mix: The kinds of jobs that render.
        done: By attempt, the share of it that is finished, 0 to 1.
        waits: Whether some task waits for nothing but its turn.
        busy: Share of the processors that has worked since the last look, 0 to 1.
    """

    now_s: float
    mix: Mix
    done: Mapping[int, float]
    waits: bool
    busy: float


@dataclass(frozen=True, slots=True)
class Window:
    """What is being measured.

    Attributes:
        since_s: When it began.
        last_s: When all slots were last seen taken.
        done: By attempt, how much was finished then, or when it joined.
        joined_s: By attempt, when that was.
        busy: Sum of what was seen of the processors.
        looks: How often.
    """

    since_s: float
    last_s: float
    done: Mapping[int, float] = field(default_factory=dict)
    joined_s: Mapping[int, float] = field(default_factory=dict)
    busy: float = 0.0
    looks: int = 0


@dataclass(frozen=True, slots=True)
class Trial:
    """One more render, or one fewer, is being tried.

    Attributes:
        before: Renders at once until then.
        paces: By attempt, the share that it finished in a second.
    """

    before: int
    paces: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Climb:
    """What is remembered from one look to the next.

    Attributes:
        slots: Renders at once.
        least: Never fewer than this.
        most: Never more than this.
        mix: The kinds of jobs that were seen last.
        window: What is being measured; None while there is nothing to measure.
        trial: What is being tried.
        found: The best number so far, by the kinds of jobs.
        refused: Numbers that were tried in vain, by the kinds of jobs, with the moment.
    """

    slots: int
    least: int
    most: int
    mix: Mix = frozenset()
    window: Window | None = None
    trial: Trial | None = None
    found: Mapping[Mix, int] = field(default_factory=dict)
    refused: Mapping[tuple[Mix, int], float] = field(default_factory=dict)


def without_trial(climb: Climb) -> Climb:
    """Measure and try nothing: the number that counted before is the one to go by."""
    slots = climb.trial.before if climb.trial is not None else climb.slots
    return replace(climb, slots=slots, window=None, trial=None)


def after_look(before: Climb, sight: Sight) -> Climb:
    """What to do next; `slots` of the answer counts at once."""
    climb = before if sight.mix == before.mix else _other_mix(before, sight.mix)
    window = climb.window
    if not sight.waits:
        return replace(climb, window=None)
    if len(sight.done) != climb.slots:
        # One has ended, and the next is on its way: that is passed over, unless it takes long.
        is_over = window is not None and sight.now_s - window.last_s > SETTLE_S
        return replace(climb, window=None) if is_over else climb
    if window is None:
        return replace(climb, window=Window(sight.now_s, sight.now_s))
    age_s = sight.now_s - window.since_s
    if age_s < SETTLE_S:
        return replace(climb, window=replace(window, last_s=sight.now_s))
    window = _seen(window, sight)
    climb = replace(climb, window=window)
    return climb if age_s < SETTLE_S + MEASURE_S else _judged(climb, window, sight)


def _other_mix(climb: Climb, mix: Mix) -> Climb:
    """Other jobs: begin with what was found for them, and end what was being tried."""
    climb = without_trial(climb)
    return replace(climb, slots=climb.found.get(mix, climb.slots), mix=mix)


def _seen(window: Window, sight: Sight) -> Window:
    fresh = {each: done for each, done in sight.done.items() if each not in window.done}
    return Window(
        window.since_s,
        sight.now_s,
        {**window.done, **fresh},
        {**window.joined_s, **dict.fromkeys(fresh, sight.now_s)},
        window.busy + sight.busy,
        window.looks + 1,
    )


def _paces(window: Window, sight: Sight) -> dict[int, float]:
    """By attempt, the share that it finished in a second; those that stood still are left out."""
    found = {}
    for each, done in sight.done.items():
        took_s = sight.now_s - window.joined_s.get(each, sight.now_s)
        moved = done - window.done.get(each, done)
        if took_s >= MEASURE_S / 2 and moved > 0:
            found[each] = moved / took_s
    return found


def _judged(climb: Climb, window: Window, sight: Sight) -> Climb:
    """A window is full: end the trial, then begin the next one."""
    paces = _paces(window, sight)
    if climb.trial is not None:
        tried = climb.slots
        climb = _ended(climb, climb.trial, paces, sight)
        if climb.slots != tried:
            return replace(climb, window=None, trial=None)
    climb = replace(climb, window=None, trial=None)
    wanted = _wanted(climb, window.busy / window.looks, sight.now_s)
    if wanted == climb.slots:
        return climb
    return replace(climb, slots=wanted, trial=Trial(climb.slots, paces))


def _wanted(climb: Climb, busy: float, now_s: float) -> int:
    """The number to try next; the same where nothing is worth a try."""
    slots = climb.slots
    tries = [slots - 1] if busy >= FREE else [slots + 1]
    if busy < FREE / 2:
        tries = [slots * 2, slots + 1]
    for each in tries:
        wanted = min(each, climb.most)
        if wanted >= climb.least and not _is_refused(climb, wanted, now_s):
            return wanted
    return slots


def _ended(climb: Climb, trial: Trial, paces: Mapping[int, float], sight: Sight) -> Climb:
    """Keep what was tried, or go back."""
    both = [paces[each] / trial.paces[each] for each in paces if each in trial.paces]
    gain = sum(both) / len(both) * climb.slots / trial.before if both else None
    more = climb.slots > trial.before
    enough = 1 + WORTH if more else 1 - WORTH / 3
    slots, refused = climb.slots, climb.refused
    # Where nothing could be measured, one more stays, since it found free processors.
    if (not more) if gain is None else gain < enough:
        slots = trial.before
        refused = {**refused, (climb.mix, climb.slots): sight.now_s}
    return replace(climb, slots=slots, refused=refused, found={**climb.found, climb.mix: slots})


def _is_refused(climb: Climb, slots: int, now_s: float) -> bool:
    at_s = climb.refused.get((climb.mix, slots))
    return at_s is not None and now_s - at_s < FORGET_S
