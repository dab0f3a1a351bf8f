from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rendermanager.core.errors import NotPossibleNow
from rendermanager.core.output import ExpectedOutput, Finding, OutputKind
from rendermanager.media.checks import check_output, judge
from rendermanager.media.measured import Measured
from rendermanager.media.reader import MediaReader
from rendermanager.media.sequences import frame_path
from tests.media.samples import Samples, run_ffmpeg


def expected(path: Path, kind: OutputKind = OutputKind.VIDEO, **fields: object) -> ExpectedOutput:
    basis = ExpectedOutput(written=str(path), final=str(path), kind=kind)
    return replace(basis, **fields)  # type: ignore[arg-type]


@pytest.fixture
def fatal(reader: MediaReader) -> Callable[[ExpectedOutput], list[str]]:
    """The sentences that stop an output from being published; there must be no warnings."""

    def check(output: ExpectedOutput) -> list[str]:
        found = check_output(output, reader)
        assert all(item.fatal for item in found), found
        return [item.message for item in found]

    return check


Fatal = Callable[[ExpectedOutput], list[str]]


# --- good outputs


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        (
            "clip.mp4",
            {
                "duration_s": 2.0,
                "frames": 50,
                "width": 160,
                "height": 90,
                "video_codec": "h264",
                "audio_codec": "aac",
            },
        ),
        ("silent.mkv", {"duration_s": 4.0, "frames": 100, "audio_codec": "-"}),
        ("start_index.mp4", {"duration_s": 2.0, "frames": 50}),
        ("stream.ts", {"duration_s": 3.0, "frames": 75}),
        ("raw.h264", {"duration_s": 1.0, "frames": 25}),
        ("moving.gif", {"duration_s": 1.0, "frames": 25, "video_codec": "gif"}),
        ("tone.wav", {"kind": OutputKind.AUDIO, "duration_s": 2.0, "audio_codec": "pcm_s16le"}),
        ("cover.mp3", {"kind": OutputKind.AUDIO, "duration_s": 2.0, "audio_codec": "mp3"}),
        ("still.png", {"kind": OutputKind.IMAGE, "width": 160, "height": 90}),
        ("still.exr", {"kind": OutputKind.IMAGE, "video_codec": "exr"}),
        ("still.tga", {"kind": OutputKind.IMAGE, "video_codec": "targa", "width": 160}),
        ("still.tif", {"kind": OutputKind.IMAGE, "frames": 1}),
    ],
)
def test_a_good_output_passes(
    fatal: Fatal, samples: Samples, name: str, fields: dict[str, object]
) -> None:
    assert fatal(replace(expected(samples[name]), **fields)) == []  # type: ignore[arg-type]
    assert fatal(expected(samples[name], fields.get("kind", OutputKind.VIDEO))) == []  # type: ignore[arg-type]


def test_invisible_pictures_of_vp8_are_not_counted(fatal: Fatal, tmp_path: Path) -> None:
    source = ["-f", "lavfi", "-i", "testsrc2=size=160x90:rate=25:duration=4"]
    codec = ["-c:v", "libvpx", "-b:v", "100k", "-auto-alt-ref", "1", "-lag-in-frames", "25"]
    passes = ["-passlogfile", str(tmp_path / "log")]
    run_ffmpeg(*source, *codec, "-pass", "1", *passes, "-f", "null", "-")
    done = run_ffmpeg(*source, *codec, "-pass", "2", *passes, tmp_path / "v.webm")
    assert done.returncode == 0, done.stderr
    assert fatal(expected(tmp_path / "v.webm", frames=100, video_codec="vp8")) == []


def test_sound_that_goes_on_is_a_warning(reader: MediaReader, samples: Samples) -> None:
    (found,) = check_output(expected(samples["long_sound.mkv"], duration_s=4.0), reader)
    assert not found.fatal
    assert "pictures of “long_sound.mkv” end after 1 s, its sound after 4 s" in found.message


def test_any_file_that_holds_something_will_do_as_a_file(fatal: Fatal, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("x")
    assert fatal(expected(path, OutputKind.FILE)) == []


# --- outputs that lie


@pytest.mark.parametrize("kind", OutputKind)
def test_an_output_that_was_not_written(fatal: Fatal, tmp_path: Path, kind: OutputKind) -> None:
    name = "f_%04d.png" if kind is OutputKind.SEQUENCE else "clip.mp4"
    assert fatal(expected(tmp_path / name, kind)) == [f"“{name}” was not written."]


@pytest.mark.parametrize("kind", [OutputKind.VIDEO, OutputKind.FILE, OutputKind.IMAGE])
def test_an_output_of_no_bytes(fatal: Fatal, tmp_path: Path, kind: OutputKind) -> None:
    (tmp_path / "clip.mp4").touch()
    assert fatal(expected(tmp_path / "clip.mp4", kind)) == ["“clip.mp4” is empty (0 bytes)."]


def test_a_folder_in_place_of_the_output(fatal: Fatal, tmp_path: Path) -> None:
    assert fatal(expected(tmp_path, OutputKind.FILE)) == [
        f"“{tmp_path.name}” is a folder, not a file."
    ]


def test_junk_is_no_film(fatal: Fatal, tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_text("Conversion failed!\n" * 100)
    (message,) = fatal(expected(path))
    assert "“clip.mp4” is not a media file" in message


def test_a_film_that_was_killed_before_its_index(
    fatal: Fatal, samples: Samples, tmp_path: Path
) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(samples.content("clip.mp4")[:20_000])
    (message,) = fatal(expected(path, duration_s=2.0))
    assert "moov atom missing" in message


def test_half_a_film_whose_header_claims_all_of_it(
    fatal: Fatal, samples: Samples, tmp_path: Path
) -> None:
    content = samples.content("silent.mkv")
    path = tmp_path / "clip.mkv"
    path.write_bytes(content[: len(content) // 2])
    messages = fatal(expected(path, duration_s=4.0, frames=100))
    assert any("lasts" in line and "should last 4 s" in line for line in messages)
    assert any("frames but should have 100" in line for line in messages)
    (message,) = fatal(expected(path))
    assert "“clip.mkv” claims to last 4 s but ends after" in message


def test_half_a_film_with_its_index_at_the_start(
    fatal: Fatal, samples: Samples, tmp_path: Path
) -> None:
    content = samples.content("start_index.mp4")
    path = tmp_path / "clip.mp4"
    path.write_bytes(content[: len(content) * 2 // 3])
    messages = fatal(expected(path))
    assert any("does not play without errors" in line for line in messages)
    assert any("claims to last 2 s" in line for line in messages)


def test_sound_that_lacks_its_last_few_samples(
    fatal: Fatal, samples: Samples, tmp_path: Path
) -> None:
    path = tmp_path / "tone.mov"
    path.write_bytes(samples.content("pcm.mov")[:-500])
    (message,) = fatal(expected(path, OutputKind.AUDIO, duration_s=2.0))
    assert "“tone.mov” does not play without errors (a part of the data is missing)" in message


def test_a_film_whose_end_is_overwritten_with_zeros(
    fatal: Fatal, samples: Samples, tmp_path: Path
) -> None:
    content = samples.content("start_index.mp4")
    path = tmp_path / "clip.mp4"
    path.write_bytes(content[: len(content) // 2] + bytes(len(content) - len(content) // 2))
    messages = fatal(expected(path, duration_s=2.0, frames=50))
    assert any("does not play without errors" in line for line in messages)


@pytest.mark.parametrize(
    ("name", "fields", "message"),
    [
        ("clip.mp4", {"duration_s": 10.0}, "“clip.mp4” lasts 2 s but should last 10 s."),
        ("clip.mp4", {"duration_s": 1.8}, "“clip.mp4” lasts 2 s but should last 1.8 s."),
        ("clip.mp4", {"frames": 60}, "“clip.mp4” has 50 frames but should have 60."),
        ("clip.mp4", {"width": 1920, "height": 1080}, "is 160×90 pixels but should be 1920×1080."),
        ("clip.mp4", {"height": 92}, "“clip.mp4” is 160×90 pixels but should be 160×92."),
        ("clip.mp4", {"video_codec": "hevc"}, "“clip.mp4” is encoded as h264 but should be hevc."),
        ("clip.mp4", {"audio_codec": "-"}, "“clip.mp4” has sound but should have none."),
        ("clip.mp4", {"audio_codec": "opus"}, "is encoded as aac but should be opus."),
        ("silent.mkv", {"audio_codec": "aac"}, "“silent.mkv” has no sound."),
        ("silent.mkv", {"kind": OutputKind.AUDIO}, "“silent.mkv” holds no sound."),
        ("tone.wav", {}, "“tone.wav” holds no pictures."),
        ("still.png", {"kind": OutputKind.IMAGE, "width": 100}, "should be 100×90."),
    ],
)
def test_one_thing_that_is_wrong_is_one_sentence(
    fatal: Fatal, samples: Samples, name: str, fields: dict[str, object], message: str
) -> None:
    (found,) = fatal(replace(expected(samples[name]), **fields))  # type: ignore[arg-type]
    assert found.endswith(message)


def test_everything_that_is_wrong_is_told_at_once(fatal: Fatal, samples: Samples) -> None:
    wrong = expected(samples["clip.mp4"], duration_s=9.0, frames=9, width=9, video_codec="av1")
    assert len(fatal(wrong)) == 4


def test_the_person_reads_the_final_name(fatal: Fatal, tmp_path: Path) -> None:
    output = replace(expected(tmp_path / "17.part.mp4"), final="/films/My film.mp4")
    assert fatal(output) == ["“My film.mp4” was not written."]


@pytest.mark.parametrize("name", ["still.png", "still.jpg", "still.exr", "still.tif", "still.dpx"])
def test_a_cut_picture(fatal: Fatal, samples: Samples, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    content = samples.content(name)
    path.write_bytes(content[: len(content) * 3 // 4])
    (message, *_) = fatal(expected(path, OutputKind.IMAGE))
    assert f"“{name}”" in message


@pytest.mark.parametrize(
    ("has", "wants", "is_fine"),
    [
        (2.14, 2.0, True),
        (2.16, 2.0, False),
        (1.86, 2.0, True),
        (1.84, 2.0, False),
        (100.9, 100.0, True),
        (101.1, 100.0, False),
    ],
)
def test_durations_may_differ_a_little(has: float, wants: float, is_fine: bool) -> None:
    measured = Measured(duration_s=has, video_s=has, frames=round(has * 25), video_codec="h264")
    found = judge(expected(Path("x"), duration_s=wants), measured, "“x”")
    assert (found == []) is is_fine


def test_two_slow_frames_may_be_missing_from_the_duration() -> None:
    measured = Measured(duration_s=9.1, video_s=9.1, frames=18, video_codec="gif")
    assert judge(expected(Path("x"), duration_s=10.0), measured, "“x”") == []


@pytest.mark.parametrize(
    ("has", "wants", "is_fine"),
    [(48, 50, True), (47, 50, False), (52, 50, True), (53, 50, False), (9_951, 10_000, True)],
)
def test_frames_may_differ_a_little(has: int, wants: int, is_fine: bool) -> None:
    measured = Measured(duration_s=2, video_s=2, frames=has, video_codec="h264")
    assert (judge(expected(Path("x"), frames=wants), measured, "“x”") == []) is is_fine


# --- sequences

SHOT = OutputKind.SEQUENCE


@pytest.mark.parametrize("name", ["shot_%04d.png", "shot_%04d.exr", "shot_%04d.jpg", "s_%02d.tga"])
def test_a_whole_sequence_passes(fatal: Fatal, shot: Callable[..., Path], name: str) -> None:
    pattern = shot(*range(5, 15), name=name)
    fields: dict[str, object] = {"frames": 10, "first_frame": 5, "width": 160, "height": 90}
    assert fatal(expected(pattern, SHOT, **fields)) == []
    assert fatal(expected(pattern, SHOT)) == []


def test_frames_that_do_not_follow_each_other(fatal: Fatal, shot: Callable[..., Path]) -> None:
    pattern = shot(1, 4, 7, 20)
    asked: dict[str, object] = {"frames": 4, "first_frame": 1, "numbers": "1-7x3,20"}
    assert fatal(expected(pattern, SHOT, **asked)) == []
    frame_path(pattern, 4).unlink()
    assert fatal(expected(pattern, SHOT, **asked)) == [
        "“shot_%04d.png” lacks frame 4 (1 of 4 missing)."
    ]


def test_missing_and_empty_frames(fatal: Fatal, shot: Callable[..., Path]) -> None:
    pattern = shot(1, 2, 3, 5, 6, 9)
    frame_path(pattern, 5).write_bytes(b"")
    assert fatal(expected(pattern, SHOT, frames=10)) == [
        "“shot_%04d.png” lacks frames 4,7-8,10 (4 of 10 missing).",
        "“shot_%04d.png” has empty files for frame 5 (1 of 10 empty).",
    ]


def test_a_gap_shows_even_when_nobody_said_how_many(
    reader: MediaReader, shot: Callable[..., Path]
) -> None:
    (found,) = check_output(expected(shot(3, 4, 6), SHOT), reader)
    assert found == Finding("“shot_%04d.png” lacks frame 5 (1 of 4 missing).", fatal=False)


def test_every_second_frame_is_no_gap(fatal: Fatal, shot: Callable[..., Path]) -> None:
    assert fatal(expected(shot(3, 5, 7), SHOT)) == []


def test_none_of_the_frames_is_there(fatal: Fatal, tmp_path: Path) -> None:
    assert fatal(expected(tmp_path / "f_%04d.png", SHOT, frames=8)) == [
        "“f_%04d.png” was not written: none of its 8 frames is there."
    ]


@pytest.mark.parametrize("name", ["shot_%04d.png", "shot_%04d.exr"])
def test_a_frame_in_the_middle_that_was_cut_off(
    fatal: Fatal, shot: Callable[..., Path], name: str
) -> None:
    pattern = shot(*range(1, 8), name=name)
    frame = frame_path(pattern, 4)
    frame.write_bytes(frame.read_bytes()[:-300])
    assert fatal(expected(pattern, SHOT, frames=7)) == [
        f"“{name}” has cut-off files for frame 4 (1 of 7 cut off)."
    ]


def test_a_frame_of_another_size(
    fatal: Fatal, shot: Callable[..., Path], samples: Samples, tmp_path: Path
) -> None:
    pattern = shot(1, 2, 3, 4)
    done = run_ffmpeg("-i", samples["still.png"], "-vf", "scale=170:80", frame_path(pattern, 3))
    assert done.returncode == 0, done.stderr
    (message,) = fatal(expected(pattern, SHOT, frames=4))
    assert message == "“shot_%04d.png” is 170×80 pixels in frame 3 but should be 160×90."


def test_all_frames_of_the_wrong_size(fatal: Fatal, shot: Callable[..., Path]) -> None:
    (message,) = fatal(expected(shot(1, 2, 3), SHOT, frames=3, width=320, height=180))
    assert message == "“shot_%04d.png” is 160×90 pixels in frames 1-3 but should be 320×180."


@pytest.mark.parametrize("number", [1, 6])
def test_the_first_and_the_last_frame_are_decoded(
    fatal: Fatal, shot: Callable[..., Path], number: int
) -> None:
    pattern = shot(*range(1, 7), name="shot_%04d.tga")
    frame_path(pattern, number).write_bytes(b"no picture at all" * 99)
    (message,) = fatal(expected(pattern, SHOT, frames=6))
    assert f"“shot_000{number}.tga” is not a media file" in message


def test_frames_in_another_format_than_asked_for(fatal: Fatal, shot: Callable[..., Path]) -> None:
    messages = fatal(expected(shot(1, 2), SHOT, frames=2, video_codec="exr"))
    assert messages[0] == "“shot_0001.png” is encoded as png but should be exr."


def test_a_tiny_frame_among_large_ones_is_a_warning(
    reader: MediaReader, shot: Callable[..., Path], samples: Samples
) -> None:
    pattern = shot(*range(1, 12))
    black = ["-f", "lavfi", "-i", "color=black:size=160x90", "-pix_fmt", "rgb24"]
    assert run_ffmpeg(*black, "-frames:v", "1", frame_path(pattern, 6)).returncode == 0
    (found,) = check_output(expected(pattern, SHOT, frames=11), reader)
    assert not found.fatal
    assert "“shot_0006.png” is far smaller" in found.message


def test_a_black_start_of_a_sequence_is_no_warning(fatal: Fatal, shot: Callable[..., Path]) -> None:
    pattern = shot(*range(1, 20))
    black = ["-f", "lavfi", "-i", "color=black:size=160x90", "-pix_fmt", "rgb24"]
    for number in range(1, 7):
        assert run_ffmpeg(*black, "-frames:v", "1", frame_path(pattern, number)).returncode == 0
    assert fatal(expected(pattern, SHOT, frames=19)) == []


def test_a_pattern_that_is_none_is_told(fatal: Fatal, tmp_path: Path) -> None:
    (message,) = fatal(expected(tmp_path / "f.png", SHOT, frames=2))
    assert "cannot be read" in message


def test_a_closed_reader_is_not_the_fault_of_the_output(samples: Samples) -> None:
    closed = MediaReader()
    closed.close()
    with pytest.raises(NotPossibleNow):
        check_output(expected(samples["clip.mp4"]), closed)
