import os
import stat
import struct
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from rendermanager.core.errors import BadInput, NotPossibleNow
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.media.helper import MEMORY_LIMIT_BYTES, OOM_SCORE
from rendermanager.media.reader import MediaReader
from rendermanager.media.trouble import Trouble, problem
from tests.media.samples import Samples

on_posix = pytest.mark.skipif(os.name == "nt", reason="signals and such names are POSIX")


@pytest.fixture
def own_reader() -> Iterator[MediaReader]:
    """A reader with a single helper, which the test may mistreat."""
    with MediaReader(helpers=1) as reader:
        yield reader


def helper_of(reader: MediaReader) -> psutil.Process:
    (helper,) = [*reader._idle, *reader._busy]
    return psutil.Process(helper.pid)


def wait_until(condition: Callable[[], object]) -> None:
    while not condition():
        time.sleep(0.005)


def refusal(reader: MediaReader, path: Path) -> BadInput:
    with pytest.raises(BadInput) as caught:
        reader.probe(path)
    (found,) = caught.value.problems
    assert found.field == "source"
    assert found.blocks
    assert found.hint
    return caught.value


# --- what a source is


def test_a_video_with_sound(reader: MediaReader, samples: Samples) -> None:
    path = samples["clip.mp4"]
    assert reader.probe(path) == SourceInfo(
        kind=SourceKind.VIDEO,
        container="mov",
        duration_s=2.0,
        frames=50,
        rate="25/1",
        width=160,
        height=90,
        video_codec="h264",
        pixel_format="yuv420p",
        audio_codec="aac",
        audio_streams=1,
        sample_rate=44100,
        channels=1,
        size_bytes=path.stat().st_size,
        rotation=0,
    )


def test_a_film_that_lies_on_its_side_says_so(reader: MediaReader, samples: Samples) -> None:
    turned = reader.probe(samples["turned.mp4"])
    assert (turned.width, turned.height, turned.rotation) == (160, 90, 90)
    assert turned.shown_size == (90, 160)
    assert reader.probe(samples["raw.h264"]).rotation == 0


@pytest.mark.parametrize(
    ("name", "container", "frames"),
    [
        ("silent.mkv", "matroska", 100),
        ("stream.ts", "mpegts", 75),
        ("raw.h264", "h264", 25),
        ("moving.gif", "gif", 25),
        ("turned.mp4", "mov", 50),
    ],
)
def test_other_videos(
    reader: MediaReader, samples: Samples, name: str, container: str, frames: int
) -> None:
    info = reader.probe(samples[name])
    assert (info.kind, info.container, info.frames) == (SourceKind.VIDEO, container, frames)
    assert (info.rate, info.duration_s) == ("25/1", frames / 25)
    assert (info.width, info.height) == (160, 90)


def test_what_was_trimmed_away_without_encoding_does_not_count(
    reader: MediaReader, samples: Samples
) -> None:
    assert reader.probe(samples["long_gop.mp4"]).frames == 100
    info = reader.probe(samples["trimmed.mp4"])
    measured = reader.measure(samples["trimmed.mp4"])
    assert (info.duration_s, measured.frames) == (2.7, 67)
    assert info.frames == pytest.approx(67, abs=1)
    assert measured.duration_s == pytest.approx(2.7, abs=0.05)
    assert measured.decodes


def test_sound_stays_sound_when_it_has_a_cover_picture(
    reader: MediaReader, samples: Samples
) -> None:
    info = reader.probe(samples["cover.mp3"])
    assert (info.kind, info.audio_codec, info.video_codec) == (SourceKind.AUDIO, "mp3", "")
    assert (info.frames, info.rate, info.width) == (0, "", 0)
    assert info.duration_s == pytest.approx(2.0, abs=0.1)


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("still.png", "png"),
        ("still.jpg", "mjpeg"),
        ("still.exr", "exr"),
        ("still.tif", "tiff"),
        ("still.dpx", "dpx"),
        ("still.bmp", "bmp"),
        ("still.tga", "targa"),
        ("still.webp", "webp"),
        ("one.gif", "gif"),
    ],
)
def test_stills(reader: MediaReader, samples: Samples, name: str, codec: str) -> None:
    info = reader.probe(samples[name])
    assert (info.kind, info.video_codec) == (SourceKind.IMAGE, codec)
    assert (info.width, info.height, info.frames) == (160, 90, 1)
    assert (info.rate, info.duration_s) == ("", 0.0)


def test_transparency_is_seen(reader: MediaReader, samples: Samples) -> None:
    assert reader.probe(samples["clear.png"]).has_alpha
    assert not reader.probe(samples["still.png"]).has_alpha


@pytest.mark.parametrize("name", ["shot_%04d.png", "shot_%04d.exr", "f_%01d.tga"])
def test_a_sequence_counts_its_files_and_tells_its_gaps(
    reader: MediaReader, shot: Callable[..., Path], name: str
) -> None:
    pattern = shot(8, 9, 11, name=name)
    info = reader.probe(pattern)
    one = reader.probe(next(pattern.parent.glob("*8.*")))
    assert info == replace(
        one,
        kind=SourceKind.SEQUENCE,
        container="image2",
        frames=3,
        rate="25/1",
        duration_s=3 / 25,
        size_bytes=3 * one.size_bytes,
        first_frame=8,
        missing_frames="10",
    )


def test_what_a_file_is_does_not_depend_on_its_extension(
    reader: MediaReader, samples: Samples, tmp_path: Path
) -> None:
    wrong = tmp_path / "really_a_picture.mp4"
    wrong.write_bytes(samples.content("still.png"))
    assert reader.probe(wrong).kind is SourceKind.IMAGE


@on_posix
@pytest.mark.parametrize(
    "name",
    [
        "line\nbreak.mp4",
        'it\'s "quoted".mp4',
        "family 👩‍👩‍👧 é.mp4",
        "latin-\udce9.mp4",
        "-out.mp4",
        "take:1.mp4",
        "http:x.mp4",
        "p100%d.mp4",
        "%04d.mp4",
        "a|b;$(c)`d`.mp4",
    ],
    ids=ascii,
)
def test_odd_names_work(reader: MediaReader, samples: Samples, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(samples.content("clip.mp4"))
    assert reader.probe(path).frames == 50
    assert reader.measure(path).frames == 50
    target = tmp_path / f"{name}.jpg"
    assert reader.thumbnail(path, target).read_bytes().startswith(b"\xff\xd8")


def test_a_file_named_like_a_pattern_is_that_file(
    reader: MediaReader, shot: Callable[..., Path], samples: Samples
) -> None:
    pattern = shot(1, 2, name="p%d.png")
    pattern.write_bytes(samples.content("clear.png"))
    info = reader.probe(pattern)
    assert (info.kind, info.width) == (SourceKind.IMAGE, 64)


# --- what cannot be used, and why


def test_a_missing_file(reader: MediaReader, tmp_path: Path) -> None:
    assert refusal(reader, tmp_path / "gone.mp4").message == "“gone.mp4” does not exist."


def test_a_sequence_without_files(reader: MediaReader, tmp_path: Path) -> None:
    error = refusal(reader, tmp_path / "f_%04d.png")
    assert error.message == "No files belong to the sequence “f_%04d.png”."


def test_a_folder(reader: MediaReader, tmp_path: Path) -> None:
    (tmp_path / "shots.mp4").mkdir()
    assert "“shots.mp4” is a folder" in refusal(reader, tmp_path / "shots.mp4").message


def test_an_empty_file(reader: MediaReader, tmp_path: Path) -> None:
    (tmp_path / "zero.mp4").touch()
    assert refusal(reader, tmp_path / "zero.mp4").message == "“zero.mp4” is empty (0 bytes)."


@pytest.mark.parametrize("content", [b"just some words\n" * 999, bytes(range(256)) * 99])
def test_junk_named_like_a_film(reader: MediaReader, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "junk.mp4"
    path.write_bytes(content)
    expected = "“junk.mp4” is not a media file although its name ends in .mp4."
    assert refusal(reader, path).message == expected


def test_a_film_without_its_index_every_time_it_is_asked_for(
    reader: MediaReader, samples: Samples, tmp_path: Path
) -> None:
    path = tmp_path / "cut.mp4"
    path.write_bytes(samples.content("clip.mp4")[:20_000])
    for _ in range(3):
        error = refusal(reader, path)
        assert "“cut.mp4” has no index (moov atom missing)" in error.message
        assert "still being copied" in error.message


@pytest.mark.parametrize(
    "content",
    [
        "ffconcat version 1.0\nfile {clip}\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///{clip}\n#EXT-X-ENDLIST\n",
        '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"></MPD>',
    ],
    ids=["concat", "hls", "dash"],
)
def test_a_list_of_other_files_is_not_followed(
    reader: MediaReader, samples: Samples, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "trap.mp4"
    # ffmpeg refuses absolute paths in a list by itself; the helper's folder is the root.
    clip = samples["clip.mp4"]
    path.write_text(content.format(clip=clip.relative_to(clip.anchor)))
    assert "a list that leads to other files" in refusal(reader, path).message


@pytest.mark.parametrize("size", [(60_000, 60_000), (16_000, 14_000)])
def test_a_picture_that_claims_to_be_gigantic(
    reader: MediaReader, samples: Samples, tmp_path: Path, size: tuple[int, int]
) -> None:
    content = samples.content("still.png")
    header = b"IHDR" + struct.pack(">II", *size) + content[24:29]
    check = struct.pack(">I", zlib.crc32(header))
    path = tmp_path / "bomb.png"
    path.write_bytes(content[:12] + header + check + content[33:])
    assert "“bomb.png” has a picture too large" in refusal(reader, path).message


@on_posix
def test_a_pipe_is_refused_without_waiting_for_a_writer(
    reader: MediaReader, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "live.mp4")
    assert "a device or a pipe" in refusal(reader, tmp_path / "live.mp4").message


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read every file")
def test_a_forbidden_file(reader: MediaReader, samples: Samples, tmp_path: Path) -> None:
    path = tmp_path / "mine.mp4"
    path.write_bytes(samples.content("clip.mp4"))
    path.chmod(0)
    assert refusal(reader, path).message == "“mine.mp4” may not be read."


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_names_the_file_in_one_plain_sentence(trouble: Trouble) -> None:
    found = problem(trouble, Path("/x/a\nb{0}\udcff.mp4"), "why")
    assert "“a\ufffdb{0}\ufffd.mp4”" in found.message
    assert found.message.endswith(".")
    assert "\n" not in found.message


# --- what is really there


def test_the_last_picture_lasts_as_long_as_the_others(
    reader: MediaReader, samples: Samples
) -> None:
    measured = reader.measure(samples["slow.flv"])
    assert (measured.frames, measured.video_s) == (6, 3.0)


@pytest.mark.parametrize("name", ["clip.mp4", "silent.mkv", "stream.ts", "raw.h264", "cover.mp3"])
def test_decoding_everything_finds_the_same_as_a_look_at_both_ends(
    reader: MediaReader, samples: Samples, name: str
) -> None:
    ends = reader.measure(samples[name])
    assert ends.decodes
    assert reader.measure(samples[name], full=True) == ends


def test_damage_in_the_middle_of_a_short_film_shows(
    reader: MediaReader, samples: Samples, tmp_path: Path
) -> None:
    # Neither the first nor the last second is hurt.
    content = bytearray(samples.content("silent.mp4"))
    middle = len(content) * 3 // 8
    content[middle : middle + 4000] = b"\xff" * 4000
    path = tmp_path / "hurt.mp4"
    path.write_bytes(content)
    measured = reader.measure(path)
    assert not measured.decodes
    assert measured.error


# --- helpers that fail


@on_posix
def test_a_helper_that_hangs_is_replaced(own_reader: MediaReader, samples: Samples) -> None:
    own_reader.probe(samples["clip.mp4"])
    hung = helper_of(own_reader)
    hung.suspend()
    with pytest.raises(BadInput, match=r"“clip.mp4” took longer than 0.2 s to look into"):
        own_reader.probe(samples["clip.mp4"], timeout_s=0.2)
    assert not hung.is_running()
    assert own_reader.probe(samples["clip.mp4"]).frames == 50
    assert helper_of(own_reader) != hung


@on_posix
def test_a_helper_that_died_between_two_requests_is_replaced(
    own_reader: MediaReader, samples: Samples
) -> None:
    own_reader.probe(samples["clip.mp4"])
    helper_of(own_reader).kill()
    assert own_reader.probe(samples["clip.mp4"]).frames == 50


@on_posix
def test_a_helper_that_dies_while_asked_is_replaced_and_asked_again(
    own_reader: MediaReader, samples: Samples
) -> None:
    own_reader.probe(samples["clip.mp4"])
    first = helper_of(own_reader)
    first.suspend()
    with ThreadPoolExecutor(1) as threads:
        answer = threads.submit(own_reader.probe, samples["clip.mp4"])
        wait_until(lambda: own_reader._busy)
        first.kill()
        assert answer.result().frames == 50


def program(*lines: str) -> list[str]:
    """A helper of the test's own."""
    lead = "import sys, time\ndef say(x): print(x, flush=True)\n"
    return [sys.executable, "-c", lead + "\n".join(lines)]


READY = "say('{\"ready\": true}'); sys.stdin.readline()"


def test_a_file_that_kills_every_helper_is_refused(tmp_path: Path) -> None:
    with (
        MediaReader(argv=program(READY, "sys.exit(3)")) as reader,
        pytest.raises(BadInput, match=r"“bad.mp4” made the program .* stop \(exit code 3\)"),
    ):
        reader.probe(tmp_path / "bad.mp4")


@pytest.mark.parametrize("line", ["say('nonsense')", "say('[1]')", "say('{}')", "pass"])
def test_a_helper_that_never_gets_ready_is_no_fault_of_the_file(line: str, tmp_path: Path) -> None:
    with (
        MediaReader(argv=program(line)) as reader,
        pytest.raises(NotPossibleNow, match="could not be started"),
    ):
        reader.probe(tmp_path / "good.mp4")


def test_why_a_helper_does_not_start_is_told(tmp_path: Path) -> None:
    with (
        MediaReader(argv=program("raise ImportError('av is gone')")) as reader,
        pytest.raises(NotPossibleNow, match="ImportError: av is gone"),
    ):
        reader.probe(tmp_path / "good.mp4")


def test_a_program_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with (
        MediaReader(argv=[str(tmp_path / "gone")]) as reader,
        pytest.raises(NotPossibleNow, match="could not be started"),
    ):
        reader.probe(tmp_path / "good.mp4")


def test_measuring_may_take_long_as_long_as_it_advances(tmp_path: Path) -> None:
    alive = 'for _ in range(9): say(\'{"id": 1, "alive": true}\'); time.sleep(0.2)'
    answer = 'say(\'{"id": 1, "result": {"frames": 7}}\')'
    with MediaReader(argv=program(READY, alive, answer)) as reader:
        assert reader.measure(tmp_path / "long.mp4", timeout_s=1.5).frames == 7


# --- the pool


def test_nothing_is_started_before_it_is_needed() -> None:
    with MediaReader() as reader:
        assert not reader._idle
        assert not reader._busy


def test_many_threads_share_two_helpers(samples: Samples) -> None:
    samples["clip.mp4"]
    with MediaReader(helpers=2) as reader, ThreadPoolExecutor(8) as threads:
        answers = threads.map(lambda _: reader.probe(samples["clip.mp4"]).frames, range(40))
        assert set(answers) == {50}
        assert 1 <= len(reader._idle) <= 2
        assert not reader._busy


@on_posix
def test_closing_ends_the_helpers_and_whoever_waits_for_them(samples: Samples) -> None:
    reader = MediaReader(helpers=1)
    reader.probe(samples["clip.mp4"])
    helper = helper_of(reader)
    helper.suspend()
    with ThreadPoolExecutor(2) as threads:
        asked = [threads.submit(reader.probe, samples["clip.mp4"], 60) for _ in range(2)]
        wait_until(lambda: reader._busy)
        reader.close()
        for answer in asked:
            with pytest.raises(NotPossibleNow):
                answer.result()
    assert not helper.is_running()
    with pytest.raises(NotPossibleNow):
        reader.probe(samples["clip.mp4"])
    reader.close()


def test_no_thread_is_left(samples: Samples) -> None:
    before = threading.active_count()
    with MediaReader() as reader:
        reader.probe(samples["clip.mp4"])
        assert threading.active_count() == before


@pytest.mark.skipif(sys.platform != "linux", reason="limits are checked where all of them exist")
def test_a_helper_is_limited(own_reader: MediaReader, samples: Samples) -> None:
    own_reader.probe(samples["clip.mp4"])
    helper = helper_of(own_reader)
    assert helper.rlimit(psutil.RLIMIT_AS)[0] == MEMORY_LIMIT_BYTES
    assert helper.rlimit(psutil.RLIMIT_CORE)[0] == 0
    assert helper.nice() > psutil.Process().nice()
    assert Path(f"/proc/{helper.pid}/oom_score_adj").read_text().strip() == str(OOM_SCORE)
    assert helper.cwd() == "/"


# --- small pictures


def corner(path: Path) -> tuple[str, int, int]:
    """Format, width and height of a picture."""
    content = path.read_bytes()
    if content.startswith(b"\x89PNG"):
        return ("png", *struct.unpack(">II", content[16:24]))
    frame = content.index(b"\xff\xc0")
    height, width = struct.unpack(">HH", content[frame + 5 : frame + 9])
    return ("jpeg", width, height)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("clip.mp4", ("jpeg", 80, 45)),
        ("stream.ts", ("jpeg", 80, 45)),
        ("raw.h264", ("jpeg", 80, 45)),
        ("still.exr", ("jpeg", 80, 45)),
        ("still.tga", ("jpeg", 80, 45)),
        ("cover.mp3", ("jpeg", 80, 45)),
        ("clear.png", ("png", 64, 64)),
        ("turned.mp4", ("jpeg", 45, 80)),
    ],
)
def test_a_thumbnail_fits_the_box(
    reader: MediaReader,
    samples: Samples,
    tmp_path: Path,
    name: str,
    expected: tuple[str, int, int],
) -> None:
    target = tmp_path / "picture"
    assert reader.thumbnail(samples[name], target, size=(80, 80)) == target
    assert corner(target) == expected
    assert [path.name for path in tmp_path.iterdir()] == ["picture"]


def test_the_ending_of_the_target_chooses_the_format(
    reader: MediaReader, samples: Samples, tmp_path: Path
) -> None:
    assert corner(reader.thumbnail(samples["clear.png"], tmp_path / "a.jpg"))[0] == "jpeg"
    assert corner(reader.thumbnail(samples["still.jpg"], tmp_path / "a.png"))[0] == "png"


def test_a_sequence_has_a_thumbnail(
    reader: MediaReader, shot: Callable[..., Path], tmp_path: Path
) -> None:
    target = tmp_path / "t.png"
    assert corner(reader.thumbnail(shot(4, 5, 9), target, (40, 40))) == ("png", 40, 22)


def test_a_black_start_is_skipped(reader: MediaReader, samples: Samples, tmp_path: Path) -> None:
    black = reader.thumbnail(samples["black_start.mp4"], tmp_path / "a.png", fraction=0.1)
    bright = reader.thumbnail(samples["clip.mp4"], tmp_path / "b.png", fraction=0.1)
    # A black picture packs to next to nothing.
    assert black.stat().st_size > bright.stat().st_size / 2


def test_sound_has_no_thumbnail(reader: MediaReader, samples: Samples, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"“tone.wav” holds no picture"):
        reader.thumbnail(samples["tone.wav"], tmp_path / "t.png")
    assert not list(tmp_path.iterdir())


def test_a_damaged_picture_leaves_the_old_thumbnail(
    reader: MediaReader, samples: Samples, tmp_path: Path
) -> None:
    cut = tmp_path / "cut.png"
    cut.write_bytes(samples.content("still.png")[:2000])
    target = tmp_path / "t.png"
    target.write_bytes(b"old")
    with pytest.raises(BadInput, match="damaged"):
        reader.thumbnail(cut, target)
    assert target.read_bytes() == b"old"


def test_a_thumbnail_that_cannot_be_written_is_told(
    reader: MediaReader, samples: Samples, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match="could not be written"):
        reader.thumbnail(samples["clip.mp4"], tmp_path / "gone" / "t.png")


@pytest.mark.skipif(os.name == "nt", reason="needs rights of Unix")
def test_a_thumbnail_is_for_its_owner_alone(
    reader: MediaReader, samples: Samples, tmp_path: Path
) -> None:
    target = reader.thumbnail(samples["clip.mp4"], tmp_path / "t.jpg")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
