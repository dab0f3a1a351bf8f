"""Real renders of tiny sources: every preset, on every ffmpeg there is."""

import subprocess
from pathlib import Path
from typing import Any

import av
import pytest

from rendermanager.core.output import OutputKind
from rendermanager.media.checks import check_output
from rendermanager.renderers.ffmpeg.presets import PRESETS
from tests.renderers.conftest import Sources
from tests.renderers.rendering import ENGINE, SAMPLE, Bench, look, version_of

FAST: dict[str, Any] = {"speed": "ultrafast"}
SMALL: dict[str, Any] = {"width": 90, "height": 160}
CHANGES: dict[str, dict[str, Any]] = {
    **dict.fromkeys(("h264", "h265", "av1", "vp9"), FAST),
    "h264-vertical": {**SMALL, **FAST},
    "h264-square": {"width": 90, "height": 90, **FAST},
    # DNxHR takes nothing smaller.
    "dnxhr-hq": {"width": 256, "height": 192},
    "dnxhr-lb": {"width": 256, "height": 192},
    "proxy": {"scale": 2.0},
}
SOUND = {
    "aac": "aac",
    "opus": "opus",
    "mp3": "mp3",
    "wav": "pcm_s24le",
    "flac": "flac",
}
EDITING = ("prores-hq", "prores-4444", "dnxhr-hq", "dnxhr-lb", "proxy")


@pytest.mark.parametrize("preset", [each.name for each in PRESETS])
def test_every_preset_makes_what_it_promises(
    preset: str, program: Path, bench: Bench, sources: Sources
) -> None:
    result = bench.render(sources["clip.mov"], preset, program=program, **CHANGES.get(preset, {}))
    assert result.exit_code == 0, result.log
    assert check_output(result.expected, bench.media) == []
    if result.expected.kind is OutputKind.SEQUENCE:
        assert len(result.files()) == result.expected.frames == 24
        assert look(result.frame(24)).video == result.expected.video_codec
        return
    seen = look(result.written)
    assert seen.video == result.expected.video_codec
    assert seen.frames == {"gif": 15}.get(
        preset, 1 if "still" in preset else 0 if preset in SOUND else 24
    )
    if preset in SOUND:
        assert seen.audio == SOUND[preset]
    elif preset in EDITING:
        assert seen.audio == "pcm_s24le"
    if seen.audio:
        assert seen.sound_s == pytest.approx(1.0, abs=0.1)


@pytest.mark.parametrize("preset", ["h264", "h265", "av1", "vp9", "prores-hq", "dnxhr-lb"])
def test_fewer_threads_render_the_same_film(preset: str, bench: Bench, sources: Sources) -> None:
    changes = CHANGES.get(preset, {})
    result = bench.render(sources["clip.mov"], preset, threads=1, **changes)
    assert result.exit_code == 0, result.log
    assert check_output(result.expected, bench.media) == []


@pytest.mark.parametrize("preset", ["h264", "h265", "av1", "vp9", "prores-hq", "mp4-1080p"])
def test_odd_sizes_become_even(preset: str, bench: Bench, sources: Sources) -> None:
    seen = look(bench.render(sources["odd.mov"], preset, **CHANGES.get(preset, {})).written)
    assert (seen.width % 2, seen.height % 2, seen.frames) == (0, 0, 24)


@pytest.mark.parametrize("preset", ["gif", "still-png", "still-jpeg", "still-webp"])
def test_pictures_keep_their_odd_size(preset: str, bench: Bench, sources: Sources) -> None:
    seen = look(bench.render(sources["odd.mov"], preset).written)
    assert (seen.width, seen.height) == (121, 67)


@pytest.mark.parametrize(
    ("fit", "size"),
    [
        ("inside", (200, 150)),
        ("shrink", (128, 96)),
        ("pad", (200, 300)),
        ("crop", (200, 300)),
        ("stretch", (200, 300)),
    ],
)
def test_a_size_is_filled_as_asked(
    fit: str, size: tuple[int, int], program: Path, bench: Bench, sources: Sources
) -> None:
    result = bench.render(
        sources["clip.mov"], program=program, width=200, height=300, fit=fit, **FAST
    )
    seen = look(result.written)
    assert (seen.width, seen.height) == size
    assert result.expected.width in (0, size[0])


@pytest.mark.parametrize(
    ("changes", "size"),
    [
        ({"width": 64}, (64, 48)),
        ({"height": 50}, (66, 50)),
        ({"width": 400, "fit": "shrink"}, (128, 96)),
        ({"height": 400, "fit": "shrink"}, (128, 96)),
        ({"scale": 0.33}, (42, 32)),
    ],
)
def test_one_side_or_a_factor_decides_the_other(
    changes: dict[str, Any], size: tuple[int, int], bench: Bench, sources: Sources
) -> None:
    seen = look(bench.render(sources["clip.mov"], **changes, **FAST).written)
    assert (seen.width, seen.height) == size


def test_prores_4444_keeps_transparency(program: Path, bench: Bench, sources: Sources) -> None:
    result = bench.render(sources["clear.mov"], "prores-4444", program=program)
    with av.open(str(result.written)) as container:
        frame = next(container.decode(video=0))
        assert frame.format.name.startswith("yuva444p")
        clear = frame.reformat(format="rgba").to_ndarray()
    assert clear[..., 3].mean() == pytest.approx(128, abs=2)


@pytest.mark.parametrize(("preset", "form"), [("still-png", "rgba"), ("still-webp", "yuva420p")])
def test_pictures_keep_transparency(preset: str, form: str, bench: Bench, sources: Sources) -> None:
    assert look(bench.render(sources["clear.mov"], preset).written).pixel_format == form


def test_webm_carries_transparency_beside_the_pictures(bench: Bench, sources: Sources) -> None:
    result = bench.render(sources["clear.mov"], "vp9", **FAST)
    with av.open(str(result.written)) as container:
        assert container.streams.video[0].metadata.get("alpha_mode") == "1"


@pytest.mark.parametrize(
    ("preset", "form"), [("h265", "yuv420p10le"), ("h264", "yuv420p"), ("still-png", "rgb48be")]
)
def test_depth_is_kept_where_the_codec_can(
    preset: str, form: str, bench: Bench, sources: Sources
) -> None:
    result = bench.render(sources["deep.mov"], preset, **CHANGES.get(preset, {}))
    assert look(result.written).pixel_format == form


def test_a_sequence_becomes_a_film_of_its_rate(
    program: Path, bench: Bench, sources: Sources
) -> None:
    result = bench.render(sources["shot_%04d.png"], program=program, sequence_rate="23.976", **FAST)
    assert check_output(result.expected, bench.media) == []
    assert (result.expected.frames, look(result.written).frames) == (12, 12)
    with av.open(str(result.written)) as container:
        assert str(container.streams.video[0].average_rate) == "24000/1001"


def test_a_film_becomes_a_sequence_with_numbers_from_where_asked(
    program: Path, bench: Bench, sources: Sources
) -> None:
    result = bench.render(sources["clip.mov"], "png-sequence", program=program, first_frame=1001)
    assert check_output(result.expected, bench.media) == []
    assert (result.expected.first_frame, result.expected.frames) == (1001, 24)
    assert result.files()[0] == result.frame(1001)
    assert result.files()[-1] == result.frame(1024)


def test_a_sequence_becomes_another_sequence(bench: Bench, sources: Sources) -> None:
    result = bench.render(sources["shot_%04d.png"], "jpeg-sequence")
    assert (len(result.files()), result.expected.frames) == (12, 12)


def test_trimming_leaves_what_was_asked(program: Path, bench: Bench, sources: Sources) -> None:
    result = bench.render(sources["clip.mov"], program=program, start="0:00.25", end=0.75, **FAST)
    assert check_output(result.expected, bench.media) == []
    assert look(result.written).frames == 12
    assert (result.expected.duration_s, result.expected.frames) == (0.5, 12)


def test_another_frame_rate_keeps_the_duration(
    program: Path, bench: Bench, sources: Sources
) -> None:
    result = bench.render(sources["clip.mov"], program=program, fps=12, **FAST)
    assert check_output(result.expected, bench.media) == []
    assert (look(result.written).frames, result.expected.frames) == (12, 12)


def test_rgb_pictures_keep_their_colours_in_film(
    program: Path, bench: Bench, sources: Sources
) -> None:
    result = bench.render(sources["red_%02d.png"], program=program, crf=1, **FAST)
    with av.open(str(result.written)) as container:
        frame = next(container.decode(video=0))
        assert (int(frame.colorspace), int(frame.color_range)) == (1, 1)
        rgb = frame.reformat(format="rgb24", src_colorspace="ITU709").to_ndarray()
    for channel, wanted in enumerate((0xC8, 0x3C, 0x1E)):
        assert rgb[..., channel].mean() == pytest.approx(wanted, abs=3)


def test_film_keeps_its_colours_in_jpeg(program: Path, bench: Bench, sources: Sources) -> None:
    film = bench.render(sources["red_%02d.png"], crf=1, **FAST).written
    still = bench.render(film, "still-jpeg", program=program, quality=100).written
    with av.open(str(still)) as container:
        frame = next(container.decode(video=0))
        rgb = frame.reformat(format="rgb24", src_colorspace="ITU601").to_ndarray()
    for channel, wanted in enumerate((0xC8, 0x3C, 0x1E)):
        assert rgb[..., channel].mean() == pytest.approx(wanted, abs=5)


@pytest.mark.parametrize(
    "changes",
    [
        {"video": "h265", "bitrate": "300k"},
        {"video": "vp9", "bitrate": "300k"},
        {"video": "h264", "profile": "high10", "pixel_format": "yuv420p10le"},
        {"video": "dnxhr", "profile": "hqx", "width": 256, "height": 192},
        {"video": "dnxhr", "profile": "444", "width": 256, "height": 192},
        {"video": "dnxhr", "container": "mxf", "width": 256, "height": 192},
        {"video": "h264", "container": "ts"},
        {"video": "h264", "container": "mkv", "audio": "flac"},
        {"video": "h264", "audio": "none"},
        {"video": "copy", "audio": "opus", "container": "mkv"},
        {"video": "copy", "audio": "none"},
        {"video": "webp", "still": True, "quality": 100},
    ],
    ids=lambda changes: " ".join(str(value) for value in changes.values()),
)
def test_other_ways_to_encode(
    changes: dict[str, Any], program: Path, bench: Bench, sources: Sources
) -> None:
    fast = {} if changes["video"] in ("dnxhr", "copy", "webp") else FAST
    result = bench.render(sources["clip.mov"], program=program, **{**fast, **changes})
    assert result.exit_code == 0, result.log
    assert check_output(result.expected, bench.media) == []
    assert look(result.written).audio == result.expected.audio_codec.replace("-", "")


@pytest.mark.slow
@pytest.mark.parametrize("rate", [{}, {"bitrate": "300k"}], ids=["quality", "bit rate"])
@pytest.mark.parametrize("encoder", ["libaom-av1", "librav1e"])
def test_the_other_encoders_of_av1(
    encoder: str, rate: dict[str, Any], bench: Bench, sources: Sources
) -> None:
    wish = {"video": "av1", "encoder": encoder, "end": 0.25, **rate, **FAST}
    result = bench.render(sources["clip.mov"], **wish)
    assert check_output(result.expected, bench.media) == []


def test_surround_sound_survives_opus(program: Path, bench: Bench, sources: Sources) -> None:
    result = bench.render(sources["surround.wav"], "opus", program=program)
    with av.open(str(result.written)) as container:
        assert container.streams.audio[0].codec_context.channels == 6


def test_a_slow_webm_is_not_called_short(bench: Bench, sources: Sources) -> None:
    result = bench.render(sources["silent.mkv"], "vp9", **FAST)
    assert check_output(result.expected, bench.media) == []
    assert result.expected.audio_codec == "-"


def test_progress_reaches_the_last_picture(program: Path, bench: Bench, sources: Sources) -> None:
    seen = bench.render(sources["clip.mov"], program=program, **FAST).seen
    assert max(each.frame for each in seen if each.frame is not None) == 24
    assert any(each.ended for each in seen)
    assert not [each.warning for each in seen if each.warning]


def test_q_ends_a_render_in_good_order(program: Path, bench: Bench) -> None:
    request = bench.request(SAMPLE, video="h265", speed="slow", width=480)
    command = ENGINE.command(request, version_of(program))
    with subprocess.Popen(
        command.argv,
        cwd=command.cwd,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        next(line for line in child.stdout if line.startswith(b"progress="))
        child.stdin.write(command.quit_text.encode())
        child.stdin.flush()
        rest = child.stdout.read()
    assert child.returncode == 0
    assert b"progress=end" in rest
    [expected] = ENGINE.outputs(request)
    assert 0 < look(Path(expected.written)).frames < expected.frames == 168
    # It ends well and is not whole: only the check of the result can tell.
    assert any(finding.fatal for finding in check_output(expected, bench.media))


def test_a_copy_of_a_film_with_hidden_pictures_is_not_called_wrong(
    program: Path, bench: Bench, sources: Sources
) -> None:
    result = bench.render(sources["hidden.mov"], "copy", program=program)
    assert check_output(result.expected, bench.media) == []


def test_a_film_on_its_side_is_not_called_wrong(
    program: Path, bench: Bench, sources: Sources
) -> None:
    result = bench.render(sources["turned.mov"], program=program, **FAST)
    assert check_output(result.expected, bench.media) == []
    assert (look(result.written).width, look(result.written).height) == (96, 128)


def test_a_hardware_encoder_that_is_not_there_is_explained(
    program: Path, bench: Bench, sources: Sources
) -> None:
    result = bench.render(sources["clip.mov"], program=program, encoder="h264_nvenc")
    if result.exit_code == 0:
        pytest.skip("this machine has an NVIDIA encoder")
    assert result.failure is not None
    assert "NVIDIA driver" in result.failure.message


def test_exr_is_shown_as_light_is_seen(program: Path, bench: Bench, sources: Sources) -> None:
    # The green of the file is 0x6C / 255 = 0.42 of the light, which is 0.685 on a screen.
    result = bench.render(sources["light_%02d.exr"], program=program, crf=1, **FAST)
    with av.open(str(result.written)) as container:
        frame = next(container.decode(video=0))
        rgb = frame.reformat(format="rgb24", src_colorspace="ITU709").to_ndarray()
    assert rgb[..., 1].mean() == pytest.approx(0.685 * 255, abs=4)


def test_a_sequence_gets_sound_of_its_own(program: Path, bench: Bench, sources: Sources) -> None:
    shot, tone = sources["shot_%04d.png"], sources["tone.wav"]
    result = bench.render(shot, "h264", program=program, sound=str(tone), sequence_rate=12)
    assert result.exit_code == 0, result.log
    assert check_output(result.expected, bench.media) == []
    seen = look(result.written)
    assert (seen.video, seen.audio, seen.frames) == ("h264", "aac", 12)
    assert seen.sound_s == pytest.approx(1.0, abs=0.1)
