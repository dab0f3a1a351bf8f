"""Samples of real films: jumps, sound, damage, and what cannot be searched."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rendermanager.core.output import ExpectedOutput, Original, OutputKind
from rendermanager.core.survey import Survey
from rendermanager.media.comparing import compare, remember
from rendermanager.media.likeness import Span, spans
from rendermanager.media.looking import survey
from rendermanager.media.presence import stamp_of
from rendermanager.media.reader import MediaReader
from tests.media.samples import Samples


def looked(path: Path, wanted: list[Span], *, snap: bool = True, limit_s: float = 60) -> Survey:
    return survey(
        path,
        wanted,
        snap=snap,
        rate="",
        aspect=0,
        limit_s=limit_s,
        still_alive=lambda: None,
    )


def test_a_long_film_is_sampled_at_its_key_pictures(samples: Samples) -> None:
    found = looked(samples["minute.mp4"], spans(70, 5))
    assert found.is_whole
    assert found.error == ""
    # A key picture each 25 pictures: every 5 seconds; the beginning is reached without a jump.
    assert {round(look.at_s % 5, 3) for look in found.looks[:-1] if look.at_s > 2} == {0.0}
    assert found.looks[-1].at_s == pytest.approx(69.8)
    assert all(look.brightest > 150 and look.contrast > 100 for look in found.looks)
    assert all(look.change > 10 for look in found.looks[:-1])
    assert all(sound.peak > 0.1 for sound in found.sounds)


def test_exact_moments_are_reached_from_the_key_picture_before(samples: Samples) -> None:
    wanted = [(31.0, 31.6), (12.3, 12.3), (68.0, 68.4), (0.0, 0.0)]
    found = looked(samples["minute.mp4"], wanted, snap=False)
    assert sorted((look.at_s, look.until_s) for look in found.looks) == sorted(wanted)


def test_what_the_time_does_not_allow_is_missing(samples: Samples) -> None:
    found = looked(samples["minute.mp4"], spans(70, 5), limit_s=0)
    assert found.looks == ()
    assert not found.is_whole


@pytest.mark.parametrize(
    "name", ["raw.h264", "moving.gif", "stream.ts", "trimmed.mp4", "silent.mkv"]
)
def test_whatever_can_or_cannot_be_searched_is_looked_through(samples: Samples, name: str) -> None:
    found = looked(samples[name], spans(1.0, 25))
    assert found.error == ""
    assert [look.brightest > 100 for look in found.looks] == [True] * len(found.looks)
    assert found.looks


def test_a_middle_part_leaves_the_bars_out(samples: Samples) -> None:
    whole = looked(samples["clip.mp4"], [(0.0, 0.0)]).looks[0]
    for aspect in (0.1, 9 / 16, 16 / 9, 40.0):
        part = survey(
            samples["turned.mp4"],
            [(0.0, 0.0)],
            snap=False,
            rate="",
            aspect=aspect,
            limit_s=60,
            still_alive=lambda: None,
        ).looks[0]
        assert part.brightest <= whole.brightest
        assert part.contrast > 30


def test_damage_in_the_middle_of_a_long_film_is_told_with_its_time(
    samples: Samples, tmp_path: Path
) -> None:
    content = bytearray(samples.content("minute.mp4"))
    middle = len(content) // 2
    content[middle - 30_000 : middle + 30_000] = b"\xff" * 60_000
    path = tmp_path / "hurt.mp4"
    path.write_bytes(content)
    found = looked(path, spans(70, 5))
    assert found.error
    assert 15 < found.error_at_s < 55


def test_stills_and_sound_have_samples_too(samples: Samples) -> None:
    for name in ("still.png", "still.exr", "still.tga", "clear.png"):
        (look,) = looked(samples[name], [(0.0, 0.0)]).looks
        assert look.brightest > 50
    assert looked(samples["clear.png"], [(0.0, 0.0)]).looks[0].opacity == pytest.approx(128, abs=3)
    tone = looked(samples["cover.mp3"], [(0.0, 0.6), (1.0, 1.6), (5.0, 5.6)])
    assert tone.looks == ()
    assert [sound.peak > 0.1 for sound in tone.sounds] == [True, True, False]


# --- held against something


@pytest.fixture
def told(reader: MediaReader) -> Callable[..., list[str]]:
    def compared(expected: ExpectedOutput) -> list[str]:
        found = compare(expected, 70, 5, "“a”", reader)
        assert not any(each.fatal for each in found)
        return [each.message for each in found]

    return compared


def film(path: Path, final: Path | None = None, **fields: object) -> ExpectedOutput:
    return ExpectedOutput(str(path), str(final or path), OutputKind.VIDEO, **fields)  # type: ignore[arg-type]


DARK = "“a” is black from 0:30 to 0:41, where {} is not."


def test_a_dark_and_silent_stretch_of_a_long_film_is_found(
    told: Callable[..., list[str]], samples: Samples
) -> None:
    dark = samples["dark_middle.mp4"]
    black, silent = told(film(dark, original=Original(str(samples["minute.mp4"]))))
    assert black == DARK.format("its source")
    assert silent.startswith("“a” is silent from 0:5")
    # What the source shows as well is no fault.
    assert told(film(dark, original=Original(str(dark)))) == []
    assert told(film(dark)) == []
    assert told(film(dark, original=Original("/gone.mp4"))) == []


def test_the_file_under_the_final_name_stands_in_for_a_source(
    told: Callable[..., list[str]], samples: Samples, tmp_path: Path
) -> None:
    dark, minute = samples["dark_middle.mp4"], samples["minute.mp4"]
    assert told(film(dark, minute))[0] == DARK.format("the version before")
    # Of another length, nothing can be said moment by moment.
    assert told(film(dark, samples["clip.mp4"])) == []
    assert told(film(dark, tmp_path / "none.mp4")) == []


def test_what_was_remembered_stands_in_for_a_source(
    told: Callable[..., list[str]], reader: MediaReader, samples: Samples, tmp_path: Path
) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(samples.content("minute.mp4"))
    stamp = stamp_of(path)
    assert stamp is not None
    before = remember(film(path), ((str(path), stamp),), reader)
    assert before.survey is not None
    path.write_bytes(samples.content("dark_middle.mp4"))
    assert told(film(path, before=before))[0] == DARK.format("the version before")
    path.write_bytes(samples.content("minute.mp4"))
    assert told(film(path, before=before)) == []
