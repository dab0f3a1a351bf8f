"""The call of ffmpeg, where a look at its words is worth more than a render."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rendermanager.core.source import LAYER, SourceInfo, SourceKind
from rendermanager.renderers.api import Command, EngineVersion
from tests.renderers.rendering import ENGINE, FILM, request_of

SHOT = SourceInfo(
    SourceKind.SEQUENCE, container="image2", frames=50, video_codec="exr", first_frame=7
)
VERSION = EngineVersion(Path("/opt/ffmpeg"), "6.1")


def command(source: SourceInfo, version: EngineVersion = VERSION, **wish: Any) -> Command:
    return ENGINE.command(request_of(source, **wish), version)


def after(words: tuple[str, ...], flag: str) -> str:
    return words[words.index(flag) + 1]


def test_the_program_can_be_ended_with_q_and_speaks_to_machines() -> None:
    found = command(FILM)
    assert found.argv[0] == "/opt/ffmpeg"
    assert "-nostdin" not in found.argv
    assert (found.quit_text, found.machine_stdout) == ("q", True)
    assert after(found.argv, "-progress") == "pipe:1"
    assert "-y" in found.argv


def test_only_local_files_and_harmless_readers_are_opened() -> None:
    words = command(FILM).argv
    assert after(words, "-protocol_whitelist") == "file,pipe"
    allowed = after(words, "-format_whitelist").split(",")
    assert "mov" in allowed
    assert not {"concat", "hls", "dash", "lavfi", "imf"} & set(allowed)
    assert after(words, "-f") == "mov"
    assert words.index("-f") < words.index("-i")


def test_a_picture_in_layers_is_read_by_the_layer_that_shows_it() -> None:
    words = command(replace(SHOT, facts={LAYER: "View.Combined"})).argv
    assert after(words, "-layer") == "View.Combined"
    assert words.index("-layer") < words.index("-i")
    assert "-layer" not in command(SHOT).argv


def test_an_unknown_reader_is_left_to_the_whitelist() -> None:
    words = command(replace(FILM, container="")).argv
    assert "-f" not in words[: words.index("-i")]


def test_the_result_is_written_into_the_folder_of_the_attempt() -> None:
    assert command(FILM, output="/b/o.mp4").argv[-1] == "file:/results/.attempt/o.mp4"


@pytest.mark.parametrize(
    ("version", "flag"), [("4.4.2", "-vsync"), ("5.1", "-fps_mode"), ("N-1-gabc", "-fps_mode")]
)
def test_older_builds_get_the_option_they_know(version: str, flag: str) -> None:
    found = command(
        FILM, replace(VERSION, version=version), output="/b/%04d.png", preset="png-sequence"
    )
    assert after(found.argv, flag) == "passthrough"


def test_a_film_of_varying_rate_becomes_an_even_sequence() -> None:
    uneven = replace(FILM, rate="2987/100")
    words = command(uneven, output="/b/%04d.png", preset="png-sequence").argv
    assert "-fps_mode" not in words


@pytest.mark.parametrize(
    ("features", "decoder", "chain"),
    [
        ({"apply_trc"}, True, False),
        ({"apply_trc", "out_transfer"}, True, False),
        ({"out_transfer"}, False, True),
        (set(), False, False),
    ],
)
def test_linear_light_is_converted_as_the_build_can(
    features: set[str], decoder: bool, chain: bool
) -> None:
    known = frozenset(features | {"libx264", "aac"} if features else ())
    words = command(SHOT, replace(VERSION, features=known), read="/a/x_%04d.exr").argv
    assert ("-apply_trc" in words) is decoder
    assert ("in_transfer=linear" in after(words, "-vf")) is chain


def test_sequences_are_read_from_their_first_number() -> None:
    words = command(SHOT, read="/a 5%/x_%04d.exr", sequence_rate="29.97").argv
    assert after(words, "-i") == "file:/a 5%%/x_%04d.exr"
    assert after(words, "-start_number") == "7"
    assert after(words, "-framerate") == "30000/1001"
    assert after(words, "-pattern_type") == "sequence"


def test_a_picture_of_the_pattern_reader_is_no_pattern() -> None:
    still = SourceInfo(SourceKind.IMAGE, container="image2", video_codec="targa")
    words = command(still, read="/a/x%d.tga", output="/b/o.png", preset="still-png").argv
    assert after(words, "-pattern_type") == "none"
    assert after(words, "-i") == "file:/a/x%d.tga"


def test_without_a_known_encoder_list_the_usual_one_is_taken() -> None:
    assert after(command(FILM, preset="av1").argv, "-c:v") == "libsvtav1"


@pytest.mark.parametrize(
    ("features", "encoder"),
    [
        ({"libaom-av1", "libsvtav1"}, "libsvtav1"),
        ({"libaom-av1", "librav1e"}, "libaom-av1"),
        ({"librav1e"}, "librav1e"),
    ],
)
def test_the_best_encoder_of_the_build_is_taken(features: set[str], encoder: str) -> None:
    version = replace(VERSION, features=frozenset(features | {"aac"}))
    assert after(command(FILM, version, preset="av1").argv, "-c:v") == encoder


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"encoder": "h264_nvenc"}, "-preset p4 -rc vbr -cq 20 -b:v 0"),
        ({"encoder": "h264_nvenc", "bitrate": "8M"}, "-preset p4 -rc vbr -b:v 8000000"),
        ({"encoder": "h264_qsv", "crf": 18}, "-preset medium -global_quality 18"),
        ({"encoder": "h264_amf"}, "-quality balanced -rc cqp -qp_p 20 -qp_i 20"),
        ({"encoder": "h264_amf", "bitrate": "8M"}, "-quality balanced -b:v 8000000"),
        ({"encoder": "h264_videotoolbox", "crf": 51}, "-q:v 1"),
        ({"encoder": "h264_videotoolbox", "crf": 0}, "-q:v 100"),
        ({"encoder": "h264_videotoolbox", "bitrate": 800}, "-b:v 800"),
        (
            {"video": "prores", "encoder": "prores_videotoolbox", "profile": "4444"},
            "-profile:v 4444",
        ),
        ({"video": "h265"}, "-x265-params log-level=error -tag:v hvc1"),
        ({"video": "jpeg", "still": True, "quality": 100}, "-qmin 1 -q:v 1"),
        ({"video": "jpeg", "still": True, "quality": 1}, "-qmin 1 -q:v 31"),
    ],
)
def test_encoders_get_their_options(changes: dict[str, Any], words: str) -> None:
    output = {"prores": "/b/o.mov", "jpeg": "/b/o.jpg"}.get(str(changes.get("video")), "/b/o.mp4")
    assert f" {words} " in " ".join(command(FILM, output=output, **changes).argv) + " "


@pytest.mark.parametrize(
    ("pixel_format", "profile"), [("yuv422p10le", "dnxhr_hqx"), ("yuv420p", "dnxhr_hq")]
)
def test_dnxhr_takes_the_profile_that_keeps_the_depth(pixel_format: str, profile: str) -> None:
    source = replace(FILM, pixel_format=pixel_format)
    words = command(source, output="/b/o.mov", video="dnxhr").argv
    assert after(words, "-profile:v") == profile


def test_copies_are_not_filtered() -> None:
    words = command(FILM, preset="copy", start="1:00").argv
    assert "-vf" not in words
    assert after(words, "-c:v") == "copy"
    assert after(words, "-ss") == "60"


def test_sound_alone_takes_one_stream() -> None:
    words = command(FILM, preset="aac", output="/b/o.m4a").argv
    assert [words[at + 1] for at, word in enumerate(words) if word == "-map"] == ["0:a:0"]


def smaller(
    preset: str = "", threads: int = 0, software: bool = False, **changes: Any
) -> list[str]:
    request = replace(
        request_of(FILM, preset=preset, **changes), threads=threads, software=software
    )
    return list(ENGINE.command(request, VERSION).argv)


def test_after_memory_ran_out_fewer_threads_are_used_everywhere() -> None:
    words = smaller(threads=2)
    assert words[words.index("-filter_threads") + 1] == "2"
    first, source = words.index("-threads"), words.index("-i")
    assert first < source < words.index("-threads", source)
    assert words.count("-threads") == 2
    assert "-threads" not in smaller()


def test_x265_has_a_pool_of_threads_of_its_own() -> None:
    words = smaller("h265", threads=3)
    assert words[words.index("-x265-params") + 1] == "log-level=error:pools=3"


@pytest.mark.parametrize("encoder", ["h264_nvenc", "h264_qsv", "h264_amf", "h264_videotoolbox"])
def test_without_the_graphics_card_the_processor_encodes(encoder: str) -> None:
    assert encoder in smaller(encoder=encoder)
    assert "libx264" in smaller(encoder=encoder, software=True)


def test_an_encoder_that_was_chosen_and_needs_no_graphics_card_stays() -> None:
    assert "libaom-av1" in smaller("av1", encoder="libaom-av1", software=True)
