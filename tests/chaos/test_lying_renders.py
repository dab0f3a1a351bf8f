"""Programs that end with exit code 0 and lie about it, and renders that look odd and are good.

A slice of both runs with the other tests. ``CHAOS_LIES=all`` runs the whole and prints the figures:

    CHAOS_LIES=all python -m pytest tests/chaos/test_lying_renders.py -s
"""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import pytest
from pytestqt.qtbot import QtBot

from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.media import checks
from tests.chaos.films import Films
from tests.helpers.engine_room import PROGRAMS, Room

WHOLE = os.environ.get("CHAOS_LIES") == "all"
LIMIT_MS = 110_000


class End(Enum):
    """How a job came to its end, as far as a person is told."""

    FAILED = "failed"
    """It failed: nothing was published."""
    FLAGGED = "flagged"
    """It is done with warnings."""
    CLEAN = "clean"
    """It is done."""


@dataclass(frozen=True)
class Case:
    """One render.

    Attributes:
        name: What it is about; for ffmpeg the result's name, which tells the program how to lie.
        end: How it must end.
        source: Of an ffmpeg job; of a command the file that it writes from.
        preset: Of an ffmpeg job; empty for a command.
        settings: Changes to the preset.
        result: Name of the result.
        earlier: What stands under that name before.
        quick: Whether it belongs to the slice.
    """

    name: str
    end: End
    source: str = "film.mov"
    preset: str = "h264"
    settings: dict[str, object] = field(default_factory=dict)
    result: str = ""
    earlier: str = ""
    quick: bool = False


def lie(name: str, end: End, **fields: Any) -> Case:
    return Case(name, end, **fields)


F, W, C = End.FAILED, End.FLAGGED, End.CLEAN
SEQ = {"preset": "png-sequence", "result": "{}_%04d.png"}

LYING_FFMPEG = [
    lie("nothing", F, quick=True),
    lie("empty", F, quick=True),
    lie("half", F, quick=True),
    lie("half", F, preset="vp9", result="half_b.webm"),
    lie("half", F, preset="wav", result="half_c.wav"),
    lie("half", F, source="still.png", preset="still-png", result="half_d.png"),
    lie("half", F, preset="prores-hq", result="half_e.mov"),
    lie("page", F),
    lie("hole", F, quick=True),
    lie("noise", F),
    lie("symlink", F),
    lie("hardlink", F),
    lie("folder", F),
    lie("pipe", F),
    lie("short", F, quick=True),
    lie("long", F),
    lie("small", F, source="mute.mp4"),
    lie("small", F, source="turned.mp4", result="small_b.mp4"),
    lie("unturned", F, source="turned.mp4"),
    lie("slow", F, source="vfr.mp4", settings={"fps": 25}),
    lie("shortpicture", W, source="chapters.mkv"),
    lie("codec", F),
    lie("soundcodec", F),
    lie("mute", F),
    lie("onetrack", F, source="twotracks.mov"),
    lie("shortsound", W),
    lie("black", W, quick=True),
    lie("blackend", W),
    lie("blackmiddle", W),
    lie("black", W, settings={"width": 108, "height": 192, "fit": "pad"}, result="black_b.mp4"),
    lie("blackend", W, settings={"start": 1.5, "fps": 12}, result="blackend_b.mp4"),
    lie("black", W, preset="gif", result="black_c.gif"),
    lie("black", W, source="shot_%04d.png", result="black_d.mp4"),
    lie("green", W),
    lie("greyend", W),
    lie("frozen", W, quick=True),
    lie("frozenend", W),
    lie("frozenend", W, source="longgop.mp4", result="frozenend_b.mp4"),
    lie("silent", W, quick=True),
    lie("silentend", W),
    lie("silent", W, preset="wav", result="silent_b.wav"),
    lie("blank", W, source="still.png", preset="still-png", result="blank.png"),
    lie("clear", W, source="alphaframes.png", preset="still-png", result="clear.png"),
    lie("missingframe", F, **SEQ, quick=True),
    lie("missingend", F, **SEQ),
    lie("emptyframe", F, **SEQ),
    lie("cutframe", F, **SEQ),
    lie("smallframe", F, **SEQ),
    lie("textframe", F, **SEQ),
    lie("noframes", F, **SEQ),
    lie("doubled", W, **SEQ),
    lie("black", W, preset="png-sequence", result="black_e_%04d.png"),
]
"""An ffmpeg that spoils what it made."""


def order(name: str, end: End, result: str, source: str = "", **fields: Any) -> Case:
    return Case(name, end, source=source, preset="", result=result, **fields)


LYING_COMMANDS = [
    order("nothing", F, "a.mp4", quick=True),
    order("empty", F, "b.mp4"),
    order("page", F, "c.mp4"),
    order("page", F, "d.png"),
    order("page", F, "e.wav"),
    order("folder", F, "f.mov"),
    order("touch", F, "g.mp4", earlier="film.mov", quick=True),
    order("half", F, "h.mp4", "mute.mp4"),
    order("half", F, "i.mkv", "vfr.mkv"),
    order("half", F, "j.wav", "tone.wav"),
    order("half", F, "k.png", "still.png"),
    order("half", F, "l.exr", "still.exr"),
    order("hole", F, "m.mov", "film.mov"),
    order("noise", F, "n.mp4", "mute.mp4"),
    order("write", W, "o.mp4", "black.mp4", earlier="mute.mp4", quick=True),
    order("write", W, "p.mp4", "silence.mp4", earlier="latesound.mp4"),
    order("write", W, "q.mov", "plate.mov", earlier="moving8.mp4"),
    order("write", W, "r.png", "flat.png"),
    order("write", W, "s.mkv", "longsound.mkv"),
    order("touch", F, "t_%04d.png", earlier="shot_%04d.png"),
    order("some", W, "shot_%04d.png", "shot_%04d.png", earlier="shot_%04d.png"),
]
"""Any other program that does."""


def odd(source: str, preset: str = "h264", result: str = "", **settings: object) -> Case:
    return Case(source, C, source=source, preset=preset, settings=settings, result=result)


PICTURES = """
    blackintro.mp4 slides.mp4 silence.mp4 mute.mp4 oneframe.mp4 twoframes.mkv tick.mov vfr.mp4
    vfr.mkv oddsize.avi alpha.mov prores.mov edited.mp4 stream.ts vp8.webm vp9.webm moving.gif
    uneven.gif timecode.mov black.mp4 white.mp4 plate.mov noise.mp4 ntsc.mov fast.mp4 raw.h264
    tape.mpg old.flv phone.mp4 turned.mp4 surround.mkv longsound.mkv shortsound.mp4 latesound.mp4
    latepicture.mkv anamorphic.mp4 interlaced.ts deep.mov fragments.mp4 fades.mp4 dot.mp4 strobe.mp4
    longgop.mp4 chapters.mkv whisper.mp4 dark.mp4 twotracks.mov
""".split()
ODD_RENDERS = [
    *(odd(name) for name in PICTURES),
    # Brought to another rate, another part, another shape, other codecs.
    *(odd(name, fps=12) for name in ("vfr.mp4", "dot.mp4", "strobe.mp4", "tick.mov", "fast.mp4")),
    *(odd(name, fps=60) for name in ("slides.mp4", "uneven.gif", "phone.mp4", "oneframe.mp4")),
    *(odd(name, start=0.5, end=1.7) for name in ("blackintro.mp4", "vfr.mkv", "longgop.mp4")),
    *(odd(name, start=3.9) for name in ("blackintro.mp4", "fades.mp4", "edited.mp4")),
    *(odd(name, width=96, height=170, fit="pad") for name in ("phone.mp4", "fades.mp4")),
    *(odd(name, width=90, height=90, fit="crop") for name in ("dot.mp4", "anamorphic.mp4")),
    *(odd(name, scale=0.33) for name in ("turned.mp4", "oddsize.avi", "slides.mp4")),
    *(odd(name, "vp9", "x.webm") for name in ("alpha.mov", "black.mp4", "fades.mp4")),
    odd("alpha.mov", "prores-4444", "x.mov"),
    *(odd(name, "gif", "x.gif") for name in ("uneven.gif", "fades.mp4", "ntsc.mov", "dot.mp4")),
    *(
        odd(name, "copy", f"x{Path(name).suffix}")
        for name in ("edited.mp4", "phone.mp4", "stream.ts", "chapters.mkv", "fragments.mp4")
    ),
    odd("longgop.mp4", "copy", "x.mp4", start=2.3),
    *(
        odd(name, "png-sequence", "x_%04d.png")
        for name in ("slides.mp4", "strobe.mp4", "blackintro.mp4", "vfr.mkv", "turned.mp4")
    ),
    odd("blackintro.mp4", "jpeg-sequence", "x_%04d.jpg", start=1),
    # Sequences and stills.
    *(odd(name) for name in ("shot_%04d.png", "light_%04d.exr", "held_%04d.png", "night_%04d.jpg")),
    odd("held_%04d.png", "tiff-sequence", "x_%04d.tif", first_frame=1001),
    odd("shot_%04d.png", sequence_rate=2),
    *(odd(name, "still-png", "x.png") for name in ("still.jpg", "still.exr", "clear.png")),
    *(odd(name, "still-png", "x.png") for name in ("flat.png", "blackintro.mp4", "tiny.png")),
    odd("turned.mp4", "still-jpeg", "x.jpg", start=1),
    # Sound alone, with and without a cover.
    *(odd(name, "aac", "x.m4a") for name in ("tone.wav", "cover.mp3", "quiet.wav", "click.wav")),
    *(odd(name, "wav", "x.wav") for name in ("cover.m4a", "surround.mkv", "whisper.mp4")),
    *(odd(name, "flac", "x.flac") for name in ("tone.flac", "latesound.mp4")),
]
"""Good renders of odd sources by the real ffmpeg."""

ODD_COMMANDS = [
    order("write", C, "a.mp4", "black.mp4"),
    order("write", C, "b.mp4", "tone.m4a"),
    order("write", C, "c.ts", "script.ts"),
    order("write", C, "d.mp4", "mute.mp4", earlier="mute.mp4"),
    order("write", C, "e.mp4", "film.mov", earlier="black.mp4"),
    order("write", C, "f.mp4", "black.mp4", earlier="black.mp4"),
    order("write", C, "g.mp4", "slides.mp4", earlier="broken.mp4"),
    order("write", C, "h.png", "clear.png", earlier="still.png"),
    order("write", C, "i.mp3", "cover.mp3"),
    order("write", C, "j.gif", "uneven.gif"),
    order("write", C, "k.bin", "noise.mp4"),
    order("copy", C, "shot_%04d.png", "shot_%04d.png"),
    order("copy", C, "held_%04d.png", "held_%04d.png", earlier="held_%04d.png"),
]
"""Good results of other programs that look odd."""

QUICK_ODD = {
    *("blackintro.mp4", "slides.mp4", "oneframe.mp4", "turned.mp4", "shot_%04d.png"),
    *("cover.mp3", "black.mp4"),
}


@pytest.fixture(scope="session")
def films(tmp_path_factory: pytest.TempPathFactory) -> Films:
    made = Films(tmp_path_factory.mktemp("films"))
    shutil.copyfile(made["cover.m4a"], made.folder / "tone.m4a")
    (made.folder / "script.ts").write_text("export const answer: number = 42;\n")
    (made.folder / "broken.mp4").write_bytes(b"nothing that plays")
    return made


@pytest.fixture
def liar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ffmpeg that is found is the one that lies."""
    words = (sys.executable, str(PROGRAMS / "lying_ffmpeg.py"), imageio_ffmpeg.get_ffmpeg_exe())
    program = tmp_path / "ffmpeg"
    program.write_text(f'#!/bin/sh\nexec {" ".join(words)} "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("RENDERMANAGER_FFMPEG", str(program))


@pytest.fixture
def working(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    made = Room(tmp_path / "home", qtbot)
    made.start(2)
    yield made
    made.close()


def submit(room: Room, films: Films, folder: Path, case: Case) -> int:
    folder.mkdir()
    source = films[case.source] if case.source in _KNOWN else films.folder / case.source
    if case.preset:
        name = (case.result or "{}.mp4").format(case.name.split(".")[0])
        (job_id,) = room.render(
            [str(source)],
            preset=case.preset,
            settings=case.settings,
            output=str(folder / name),
            max_attempts=1,
        )
        return job_id
    target = folder / case.result
    if case.earlier:
        put(films, case.earlier, target)
    is_shot = "%" in case.result
    words = (case.name, target.parent if is_shot else target, source.parent if is_shot else source)
    return room.add_program("lies.py", *words, expects=(str(target),), max_attempts=1)


def put(films: Films, name: str, target: Path) -> None:
    if "%" in name:
        for path in films[name].parent.iterdir():
            shutil.copyfile(path, target.parent / path.name.replace("shot", target.name[:-9]))
    else:
        path = films[name] if name in _KNOWN else films.folder / name
        shutil.copyfile(path, target)


def end_of(job: Job) -> End:
    if job.status is JobStatus.COMPLETED:
        return End.FLAGGED if job.warnings else End.CLEAN
    assert job.status is JobStatus.FAILED, job
    # Its source was good: it failed by its result.
    assert job.attempts, job.failure
    return End.FAILED


def outcomes(
    room: Room, films: Films, folder: Path, cases: Sequence[Case]
) -> list[tuple[Case, End, str]]:
    """How each case ended, and what was told about it."""
    ids = [submit(room, films, folder / str(at), case) for at, case in enumerate(cases)]
    room.bot.waitUntil(
        lambda: all(room.status(job_id).is_ended for job_id in ids), timeout=LIMIT_MS
    )
    found = []
    for case, job_id in zip(cases, ids, strict=True):
        job = room.job(job_id)
        told = job.failure.message if job.failure else " ".join(job.warnings)
        if job.failure and job.failure.detail:
            told = job.failure.detail
        found.append((case, end_of(job), told))
    return found


def tell(title: str, found: Sequence[tuple[Case, End, str]]) -> None:
    print(f"\n{title}: {len(found)} renders")
    for case, end, told in found:
        what = case.name if not case.preset else f"{case.name} {case.preset} {case.settings or ''}"
        print(f"  {end.value:8} {what.strip():34} {case.result:18} {told[:150]}")
    print(f"  = {dict(Counter(end.value for _, end, _ in found))}")


def some(cases: Sequence[Case]) -> list[Case]:
    return list(cases) if WHOLE else [case for case in cases if case.quick]


def wrong(found: Sequence[tuple[Case, End, str]]) -> list[str]:
    return [
        f"{case.name} {case.preset} {case.result}: {end.value}, not {case.end.value} ({told})"
        for case, end, told in found
        if end is not case.end
    ]


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
@pytest.mark.usefixtures("liar")
def test_no_lie_of_an_ffmpeg_passes(working: Room, films: Films, tmp_path: Path) -> None:
    found = outcomes(working, films, tmp_path, some(LYING_FFMPEG))
    tell("An ffmpeg that lies", found)
    assert [case.name for case, end, _ in found if end is End.CLEAN] == []
    assert wrong(found) == []


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_no_lie_of_a_command_passes(working: Room, films: Films, tmp_path: Path) -> None:
    found = outcomes(working, films, tmp_path, some(LYING_COMMANDS))
    tell("Commands that lie", found)
    assert wrong(found) == []


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_odd_renders_are_good(working: Room, films: Films, tmp_path: Path) -> None:
    renders = ODD_RENDERS if WHOLE else [each for each in ODD_RENDERS if each.name in QUICK_ODD][:9]
    commands = ODD_COMMANDS if WHOLE else ODD_COMMANDS[:3]
    found = outcomes(working, films, tmp_path, [*renders, *commands])
    tell("Odd and good", found)
    assert wrong(found) == []


@pytest.mark.usefixtures("liar")
def test_the_suite_sees_a_check_that_is_asleep(
    working: Room, films: Films, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted defect: nothing is checked any more."""
    monkeypatch.setattr(checks, "check_output", lambda *_: [])
    asleep = [case for case in LYING_FFMPEG if case.quick and case.name in ("short", "black")]
    assert len(wrong(outcomes(working, films, tmp_path, asleep))) == len(asleep)


_KNOWN = frozenset({*Films.NAMES})
