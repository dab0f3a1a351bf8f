"""What is said about a render before it is queued."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rendermanager.core.errors import BadInput
from rendermanager.core.job import JobSpec
from rendermanager.core.problem import Problem, Severity
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.renderers.api import EngineVersion
from tests.renderers.rendering import ENGINE, FILM, MUSIC, request_of, settings_of

SILENT = replace(FILM, audio_codec="", audio_streams=0)
STILL = SourceInfo(SourceKind.IMAGE, container="png_pipe", frames=1, width=640, height=480)
SHOT = replace(
    STILL, kind=SourceKind.SEQUENCE, container="image2", frames=50, rate="25/1", video_codec="png"
)


def problems(source: SourceInfo | None, **wish: Any) -> list[Problem]:
    return ENGINE.validate(request_of(source, **wish))


def only(found: list[Problem]) -> Problem:
    assert len(found) == 1, found
    return found[0]


def test_an_ordinary_render_has_no_problem() -> None:
    assert problems(FILM) == []


def test_an_unknown_source_is_a_problem() -> None:
    assert only(problems(None)).field == "source"


@pytest.mark.parametrize(
    ("source", "read", "output", "preset", "words"),
    [
        (MUSIC, "/a/song.wav", "/b/o.mp4", "h264", "sound alone"),
        (MUSIC, "/a/song.wav", "/b/o.png", "still-png", "sound alone"),
        (SILENT, "/a/film.mov", "/b/o.m4a", "aac", "has no sound"),
        (SHOT, "/a/x_%04d.png", "/b/o.wav", "wav", "has no sound"),
        (STILL, "/a/one.png", "/b/o.mp4", "h264", "a single picture"),
        (STILL, "/a/one.png", "/b/o_%04d.png", "png-sequence", "a single picture"),
        (SourceInfo(SourceKind.PROJECT), "/a/x.aep", "/b/o.mp4", "h264", "nothing ffmpeg can read"),
    ],
)
def test_a_preset_that_does_not_fit_the_source_is_refused(
    source: SourceInfo, read: str, output: str, preset: str, words: str
) -> None:
    problem = only(problems(source, read=read, output=output, preset=preset))
    assert problem.field == "source"
    assert words in problem.message
    assert Path(read).name in problem.message


def test_a_single_picture_is_offered_the_sequence_only_where_it_helps() -> None:
    film = only(problems(STILL, read="/a/one.png", output="/b/o.mp4", preset="h264"))
    stills = only(problems(STILL, read="/a/one.png", output="/b/%04d.png", preset="png-sequence"))
    assert "numbered sequence" in film.hint
    assert "numbered sequence" not in stills.hint


@pytest.mark.parametrize("reader", ["concat", "hls", "lavfi", "imf"])
def test_a_source_that_leads_elsewhere_is_refused(reader: str) -> None:
    problem = only(problems(replace(FILM, container=reader)))
    assert "not opened for safety" in problem.message


def test_a_sequence_with_gaps_is_refused() -> None:
    shot = replace(SHOT, missing_frames="5-7")
    problem = only(problems(shot, read="/a/x_%04d.png"))
    assert "5-7" in problem.message


def test_a_sequence_needs_a_pattern() -> None:
    assert "no sequence" in only(problems(SHOT, read="/a/x.png")).message


@pytest.mark.parametrize(
    ("output", "preset", "changes", "words"),
    [
        ("/b/o.avi", "h264", {}, ".mp4 or .mov or .mkv"),
        ("/b/o", "h264", {}, ".mp4"),
        ("/b/o.webm", "h264-social", {}, "end in .mp4."),
        ("/b/o.mov", "", {"container": "mp4"}, "end in .mp4."),
        ("/b/o.mp4", "wav", {}, ".wav"),
        ("/b/o_%04d.jpg", "png-sequence", {}, ".png"),
        ("/b/o.webm", "h264", {"audio": "flac"}, ".mkv"),
    ],
)
def test_an_extension_that_does_not_fit_is_refused(
    output: str, preset: str, changes: dict[str, Any], words: str
) -> None:
    problem = only(problems(FILM, output=output, preset=preset, **changes))
    assert problem.field == "output"
    assert words in problem.hint


@pytest.mark.parametrize(
    ("output", "preset"),
    [
        *(("/b/O.MP4", "h264"), ("/b/o.mov", "h264"), ("/b/o.mkv", "h264"), ("/b/o.m2ts", "h264")),
        *(("/b/o.jpeg", "still-jpeg"), ("/b/o.jpg", "still-jpeg"), ("/b/o.ogg", "opus")),
        *(("/b/o_%d.tiff", "tiff-sequence"), ("/b/o.mka", "wav"), ("/b/o.mxf", "dnxhr-hq")),
    ],
)
def test_other_extensions_choose_their_container(output: str, preset: str) -> None:
    found = problems(FILM, output=output, preset=preset, container="")
    assert found == []


@pytest.mark.parametrize("name", ["o.png", "100%.png", "a%04d_%04d.png"])
def test_a_sequence_needs_a_number_in_its_name(name: str) -> None:
    found = problems(FILM, output=f"/b/{name}", preset="png-sequence")
    assert "_%04d.png" in only(found).hint


def test_the_source_is_never_the_output(tmp_path: Path) -> None:
    source = tmp_path / "film.mp4"
    source.write_bytes(b"film")
    (tmp_path / "hard.mp4").hardlink_to(source)
    (tmp_path / "soft.mp4").symlink_to(source)
    (tmp_path / "folder").symlink_to(tmp_path)
    for name in ("film.mp4", "hard.mp4", "soft.mp4", "folder/film.mp4"):
        problem = only(problems(FILM, read=str(source), output=str(tmp_path / name)))
        assert "the source itself" in problem.message
    assert problems(FILM, read=str(source), output=str(tmp_path / "other.mp4")) == []


def test_a_sequence_is_never_written_over_itself(tmp_path: Path) -> None:
    (tmp_path / "x_0000.png").write_bytes(b"picture")
    os.link(tmp_path / "x_0000.png", tmp_path / "y_0000.png")
    read = str(tmp_path / "x_%04d.png")
    for output in ("x_%04d.png", "y_%04d.png"):
        found = problems(SHOT, read=read, output=str(tmp_path / output), preset="png-sequence")
        assert "the source itself" in only(found).message
    still = problems(SHOT, read=read, output=str(tmp_path / "x_0000.png"), preset="still-png")
    assert "the source itself" in only(still).message


def test_a_path_that_no_file_can_have_is_no_crash() -> None:
    assert problems(FILM, read="/a/\0.mov") == []


@pytest.mark.parametrize(
    ("source", "output", "changes", "words"),
    [
        (replace(FILM, video_codec="prores"), "/b/o.mp4", {"container": "mp4"}, "prores pictures"),
        (replace(FILM, audio_codec="wmav2"), "/b/o.mp4", {"audio": "copy"}, "wmav2 sound"),
        (SHOT, "/b/o.mkv", {}, "Only films"),
        (replace(SILENT, container="h264"), "/b/o.mkv", {}, "a time for each picture"),
    ],
)
def test_copies_into_a_container_that_cannot_hold_them_are_refused(
    source: SourceInfo, output: str, changes: dict[str, Any], words: str
) -> None:
    read = "/a/x_%04d.png" if source is SHOT else "/a/x.mov"
    found = problems(source, read=read, output=output, video="copy", **changes)
    assert words in only(found).message


def test_sound_that_the_extension_does_not_take_is_refused() -> None:
    webm = replace(FILM, container="matroska", video_codec="vp9", audio_codec="opus")
    found = problems(webm, read="/a/x.webm", output="/b/o.webm", video="copy", audio="aac")
    assert "does not go into “o.webm”" in only(found).message


def test_sound_that_cannot_be_copied_is_encoded_instead() -> None:
    odd = replace(FILM, audio_codec="wmav2")
    assert problems(odd, output="/b/o.mp4", video="copy") == []


def test_a_range_outside_the_source_is_refused() -> None:
    late = only(problems(FILM, start=10))
    assert late.field == "settings.start"
    long = only(problems(FILM, end="0:20"))
    assert long.severity is Severity.WARNING
    # 50 pictures at 10 a second last 5 s, whatever the probe took for granted.
    shot = problems(SHOT, read="/a/x_%04d.png", start=4, sequence_rate=10)
    assert [each for each in shot if each.field == "settings.start"] == []
    unknown = replace(FILM, duration_s=0)
    assert problems(unknown, start=10) == []


@pytest.mark.parametrize(
    ("source", "preset", "changes", "words"),
    [
        (replace(FILM, width=20000), "h264", {}, "at most 16384"),
        (replace(FILM, width=20000), "still-webp", {}, "at most 16383"),
        (replace(FILM, width=8, height=8), "h264", {}, "at least 16"),
        (replace(FILM, width=320, height=240), "proxy", {}, "256 × 120"),
        (FILM, "h264", {"scale": 8}, None),
        (replace(FILM, width=4000), "h264", {"scale": 8}, "32000"),
        (replace(FILM, width=100, height=4000), "h264", {"width": 1000}, "40000"),
        (replace(FILM, width=4000, height=100), "h264", {"height": 1000}, "40000"),
        (replace(FILM, width=0, height=0), "h264", {}, None),
        (replace(FILM, width=20000), "h264", {"width": 1920, "height": 1080}, None),
    ],
)
def test_sizes_that_the_codec_does_not_take_are_refused(
    source: SourceInfo, preset: str, changes: dict[str, Any], words: str | None
) -> None:
    output = {"still-webp": "/b/o.webp", "proxy": "/b/o.mov"}.get(preset, "/b/o.mp4")
    found = problems(source, output=output, preset=preset, **changes)
    if words is None:
        assert found == []
    else:
        problem = only(found)
        assert words in problem.message


@pytest.mark.parametrize(
    ("preset", "output", "warned"),
    [
        ("h264", "/b/o.mp4", True),
        ("prores-hq", "/b/o.mov", True),
        ("prores-4444", "/b/o.mov", False),
        ("vp9", "/b/o.webm", False),
        ("still-png", "/b/o.png", False),
        ("copy", "/b/o.mov", False),
    ],
)
def test_lost_transparency_is_said_but_blocks_nothing(
    preset: str, output: str, warned: bool
) -> None:
    found = problems(replace(FILM, pixel_format="yuva444p10le"), output=output, preset=preset)
    assert [each.severity for each in found] == ([Severity.WARNING] if warned else [])
    palette = replace(FILM, pixel_format="pal8")
    assert problems(palette, output=output, preset=preset) == []


def version(*features: str) -> EngineVersion:
    return EngineVersion(Path("/usr/bin/ffmpeg"), "5.1", "system", frozenset(features))


@pytest.mark.parametrize(
    ("preset", "features", "words"),
    [
        ("h265", ("libx264", "aac"), "H.265: it has no libx265"),
        ("av1", ("aac",), "no libsvtav1 or libaom-av1 or librav1e"),
        ("h264", ("libx264",), "AAC: it has no aac"),
    ],
)
def test_a_build_that_lacks_an_encoder_says_so(
    preset: str, features: tuple[str, ...], words: str
) -> None:
    request = request_of(FILM, preset=preset, audio="aac")
    problem = only(ENGINE.validate(request, version(*features)))
    assert words in problem.message
    assert "5.1" in problem.message
    with pytest.raises(BadInput) as caught:
        ENGINE.command(request, version(*features))
    assert caught.value.problems == (problem,)


def test_a_wanted_encoder_is_named_when_it_is_missing() -> None:
    request = request_of(FILM, encoder="h264_nvenc", audio="none")
    assert "no h264_nvenc" in only(ENGINE.validate(request, version("libx264"))).message


def test_a_build_nobody_asked_is_trusted() -> None:
    assert ENGINE.validate(request_of(FILM, preset="h265"), version()) == []


@pytest.mark.parametrize(
    ("source", "output", "preset", "proposed"),
    [
        ("/a/film.mov", "", "h264", "/a/film_h264.mp4"),
        ("/a/film.mov", "", "", "/a/film_h264.mp4"),
        ("/a/film.mov", "/b/", "prores-hq", "/b/film_prores-hq.mov"),
        ("/a/film.mov", "/b/x.mkv", "h264", "/b/x.mkv"),
        ("/a/film.mov", "", "aac", "/a/film_aac.m4a"),
        ("/a/film.avi", "", "copy", "/a/film_copy.mkv"),
        ("/a/film.mp4", "", "copy", "/a/film_copy.mp4"),
        ("/a/song.wav", "", "copy", "/a/song_copy.mkv"),
        ("/a/x_%04d.png", "", "h264", "/a/x_h264.mp4"),
        ("/a/%04d.png", "", "h264", "/a/sequence_h264.mp4"),
        ("/a/5%% of_%04d.png", "", "h264", "/a/5% of_h264.mp4"),
        (
            "/a/film.mov",
            "",
            "png-sequence",
            "/a/film_png-sequence/film_png-sequence_%04d.png",
        ),
        ("/a/take:1.mov", "", "still-png", "/a/take_1_still-png.png"),
    ],
)
def test_a_name_is_proposed(source: str, output: str, preset: str, proposed: str) -> None:
    spec = JobSpec(source=source, output=output, preset=preset)
    assert str(ENGINE.default_output(spec, settings_of(preset))) == proposed


def test_an_existing_folder_takes_the_result(tmp_path: Path) -> None:
    spec = JobSpec(source="/a/film.mov", output=str(tmp_path), preset="h264")
    assert ENGINE.default_output(spec, settings_of()) == tmp_path / "film_h264.mp4"


def test_copied_sound_alone_keeps_a_file_that_holds_it() -> None:
    for source, name in (("/a/song.mp3", "song_x.mp3"), ("/a/film.avi", "film_x.mka")):
        spec = JobSpec(source=source, preset="x")
        settings = settings_of(video="none", audio="copy")
        assert ENGINE.default_output(spec, settings).name == name


@pytest.mark.parametrize(
    ("name", "mine"),
    [("a.mp4", True), ("A.MOV", True), ("a_%04d.exr", True), ("a.aep", False), ("a", False)],
)
def test_media_files_are_its_business(name: str, mine: bool) -> None:
    assert ENGINE.accepts(Path(name)) is mine


@pytest.mark.parametrize(
    ("source", "read", "sound", "audio", "words"),
    [
        (FILM, "/a/film.mov", __file__, "auto", "goes with an image sequence alone"),
        (SHOT, "/a/x_%04d.png", "/a/absent.wav", "auto", "no sound file “/a/absent.wav”"),
        (SHOT, "/a/x_%04d.png", "tone.wav", "auto", "no sound file “tone.wav”"),
        (SHOT, "/a/x_%04d.png", __file__, "copy", "is encoded, not copied"),
    ],
)
def test_sound_of_its_own_is_a_file_for_a_sequence(
    source: SourceInfo, read: str, sound: str, audio: str, words: str
) -> None:
    found = problems(source, read=read, output="/b/o.mov", sound=sound, audio=audio)
    assert any(words in each.message for each in found), found
