"""What samples prove about a result, decided from the values alone."""

from itertools import pairwise

import pytest

from rendermanager.core.survey import Look, Sound, Survey
from rendermanager.media.likeness import (
    MAX_ASKED,
    MAX_SAMPLES,
    Fault,
    Suspect,
    blank_findings,
    chosen,
    clock,
    confirmed,
    confirmed_by_version,
    findings,
    is_same_length,
    margin,
    spans,
    suspects,
)

LIT = {"brightest": 200, "contrast": 150, "change": 90}
DARK = {"brightest": 3, "contrast": 2, "change": 0}
STILL = {"brightest": 200, "contrast": 150, "change": 0}


def look(at_s: float, until_s: float | None = None, **values: int) -> Look:
    return Look(at_s=at_s, until_s=at_s + 0.6 if until_s is None else until_s, **values)


@pytest.mark.parametrize("duration_s", [0.04, 0.5, 1.0, 3.3, 30.0, 36.0])
def test_short_films_are_covered_without_a_gap(duration_s: float) -> None:
    found = spans(duration_s, 25)
    assert found[0][0] == 0
    assert found[-1][1] == pytest.approx(duration_s - 0.04, abs=1e-9)
    assert all(one[1] == pytest.approx(other[0]) for one, other in pairwise(found))


@pytest.mark.parametrize("duration_s", [60.0, 7200.0, 100_000.0])
def test_long_films_are_sampled_evenly_and_at_once_from_both_ends(duration_s: float) -> None:
    found = spans(duration_s, 24)
    assert len(found) == MAX_SAMPLES + 1
    last = found.pop()
    assert last == (duration_s - 1 / 24, duration_s - 1 / 24)
    # Whatever the time allows, the first eight samples reach over the whole film.
    first = sorted(start_s for start_s, _ in found[:8])
    assert first[0] < duration_s * 0.1
    assert first[-1] > duration_s * 0.85
    assert all(0 <= start_s < end_s <= duration_s for start_s, end_s in found)


def test_slow_films_are_compared_over_some_pictures() -> None:
    assert all(end_s - start_s >= 3 for start_s, end_s in spans(60, 1)[:-1])
    assert margin(1) == 1.2
    assert margin(25) == margin(0) == 0.1


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        (LIT, None),
        (DARK, Fault.BLACK),
        (STILL, Fault.FROZEN),
        ({**STILL, "change": -1}, None),
        ({"brightest": 200, "contrast": 1, "change": 0}, Fault.FLAT),
        ({**LIT, "opacity": 0}, Fault.CLEAR),
    ],
)
def test_a_sample_looks_wrong_by_itself(values: dict[str, int], fault: Fault | None) -> None:
    found = suspects(Survey((look(1, **values),)))
    assert [each.fault for each in found] == ([fault] if fault else [])


def test_silence_is_suspicious() -> None:
    survey = Survey((), (Sound(0, 0.6, 0.0), Sound(0.6, 1.2, 0.2)))
    assert suspects(survey) == [Suspect(Fault.SILENT, 0, 0.6)]


@pytest.mark.parametrize(
    ("fault", "right", "wrong"),
    [
        (Fault.BLACK, LIT, DARK),
        (Fault.FLAT, LIT, {"brightest": 200, "contrast": 3}),
        (Fault.CLEAR, LIT, {**LIT, "opacity": 0}),
        (Fault.FROZEN, LIT, STILL),
    ],
)
def test_only_a_source_that_is_certain_all_around_proves_it(
    fault: Fault, right: dict[str, int], wrong: dict[str, int]
) -> None:
    suspect = Suspect(fault, 4, 4.6)
    asks = suspect.asks(0.1)
    good = [look(*span, **right) for span in asks]
    assert confirmed([suspect], Survey(tuple(good)), 0.1) == [suspect]
    for at, span in enumerate(asks):
        doubtful = (*good[:at], look(*span, **wrong), *good[at + 1 :])
        assert confirmed([suspect], Survey(doubtful), 0.1) == []
    # What the time did not allow to look up proves nothing.
    assert confirmed([suspect], Survey(tuple(good[1:])), 0.1) == []


def test_a_source_between_the_limits_proves_nothing() -> None:
    suspect = Suspect(Fault.SILENT, 4, 4.6)
    for peak, proven in ((0.1, True), (0.002, False)):
        answer = Survey((), (Sound(*suspect.asks(0.1)[0], peak),))
        assert bool(confirmed([suspect], answer, 0.1)) is proven


def test_a_span_shorter_than_the_margins_cannot_be_proven() -> None:
    suspect = Suspect(Fault.FROZEN, 4, 4.1)
    assert suspect.asks(0.1) == ()
    assert confirmed([suspect], Survey(), 0.1) == []


def test_few_of_many_suspects_are_looked_up() -> None:
    many = [Suspect(Fault.BLACK, at, at + 0.6) for at in range(50)]
    picked = chosen([*many, Suspect(Fault.SILENT, 3, 4)])
    assert len(picked) == MAX_ASKED + 1
    assert {0.0, 49.0} <= {each.start_s for each in picked}


def test_an_earlier_version_proves_by_its_samples_on_both_sides() -> None:
    suspect = Suspect(Fault.BLACK, 4, 4.6)
    assert confirmed_by_version([suspect], Survey((look(3.9, **LIT), look(4.5, **LIT))))
    assert not confirmed_by_version([suspect], Survey((look(3.9, **LIT), look(4.5, **DARK))))
    assert not confirmed_by_version([suspect], Survey())
    assert is_same_length(10, 10.1)
    assert not is_same_length(10, 11)


def told(survey: Survey, *times: float, fault: Fault = Fault.BLACK) -> list[str]:
    wrong = [Suspect(fault, at_s, at_s + 0.6) for at_s in times]
    found = findings("“a.mp4”", "its source", wrong, survey)
    assert not any(each.fatal for each in found)
    return [each.message for each in found]


def test_a_stretch_is_told_by_its_times() -> None:
    looks = tuple(look(at, **(DARK if 3 <= at <= 6 or at == 9 else LIT)) for at in range(12))
    assert told(Survey(looks), 3, 6, 9) == [
        "“a.mp4” is black from 0:03 to 0:07 and from 0:09 to 0:10, where its source is not."
    ]
    # What lies beyond the certain ones is black in the source, too, for all that is known.
    assert told(Survey(looks), 4) == [
        "“a.mp4” is black from 0:04 to 0:05, where its source is not."
    ]


def test_a_result_that_is_wrong_throughout_is_told_so() -> None:
    looks = tuple(look(at, **DARK) for at in range(5))
    assert told(Survey(looks), 0, 4) == ["“a.mp4” is black throughout, where its source is not."]
    assert told(Survey(looks[:1]), 0) == ["“a.mp4” is black, but its source is not."]


def test_a_still_without_anything_to_compare_with() -> None:
    flat = Survey((look(0, 0, brightest=200, contrast=0),))
    clear = Survey((look(0, 0, brightest=200, contrast=90, opacity=0),))
    assert "one single colour" in blank_findings("“a”", flat, is_still=True)[0].message
    assert "fully transparent" in blank_findings("“a”", clear, is_still=True)[0].message
    assert blank_findings("“a”", flat, is_still=False) == []
    assert blank_findings("“a”", Survey(), is_still=True) == []


def test_times_are_told_as_players_show_them() -> None:
    assert [clock(each) for each in (0, 61.4, 3723.6, -1)] == ["0:00", "1:01", "1:02:04", "0:00"]
