"""What Blender 3.4, 4.2 and 5.0 say while they render, read back from what they really said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.doubt import doubts_in
from rendermanager.core.failure import classify
from rendermanager.core.frames import FrameRange
from rendermanager.core.progress import Observation, Progress, fold
from rendermanager.renderers.blender.failures import BLENDER_DOUBTS, BLENDER_RULES
from rendermanager.renderers.blender.listening import BlenderListener, share_of_frame, step_in

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts" / "blender").glob("*.txt"))
PIECES = st.sampled_from(
    [
        *(
            "Fra:1 ",
            "Fra: 2 | ",
            "00:01.2  render  | ",
            "Sample ",
            "3/8",
            "9/0",
            "Rendering 5 / 64",
        ),
        *("Saved: '/a/frame_0001.png'", "Rendered 3/4 Tiles", "| ", "Mem: 2M ", "Tile 1/2", "x"),
        *("Warning: Path '/a' not found", "99999999999", "\n", "Compositing"),
    ]
)


def heard(transcript: Path, frames: FrameRange) -> list[Observation]:
    listen = BlenderListener(frames)
    lines = transcript.read_text(encoding="utf-8").splitlines()
    return [seen for line in lines if (seen := listen(line)) is not None]


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_real_render_is_followed_to_its_end(transcript: Path) -> None:
    seen = heard(transcript, FrameRange.parse("1-2"))
    shares = [each.fraction for each in seen if each.fraction is not None]
    assert shares == sorted(shares)
    assert 0.5 in shares
    assert shares[-1] == 1.0
    assert [each.frame for each in seen if (each.step or "").endswith(" saved")] == [1, 2]
    assert not any(each.warning for each in seen)


@pytest.mark.parametrize(
    "transcript",
    [each for each in TRANSCRIPTS if "workbench" not in each.stem],
    ids=lambda path: path.stem,
)
def test_samples_count_within_a_frame(transcript: Path) -> None:
    shares = {each.fraction for each in heard(transcript, FrameRange.parse("1-2"))}
    assert 1 / 16 in shares
    assert any("ample" in (each.step or "") for each in heard(transcript, FrameRange.parse("1-2")))


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_nothing_in_a_good_render_reads_like_a_failure(transcript: Path) -> None:
    assert classify(transcript.read_text(encoding="utf-8").splitlines(), BLENDER_RULES) is None


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["EGL Error (0x3001): EGL_NOT_INITIALIZED", "Error: Cannot render, no camera"], "camera"),
        (["Fra:1 Mem:9.93M | Scene | Build without OpenImageDenoiser"], "cannot remove noise"),
        (["rendermanager: There is no scene “A” in this file."], "There is no scene “A”"),
        (["Fra:1 Mem:1M | System is out of GPU memory"], "graphics card is out of memory"),
        (["CUDA error: Out of memory in cuMemAlloc", "Error: x failed"], "graphics card is out"),
    ],
)
def test_what_went_wrong_is_told_apart(lines: list[str], words: str) -> None:
    failure = classify(lines, BLENDER_RULES)
    assert failure is not None
    assert words in failure.message
    assert failure.hint


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Mem:1M | Scene, ViewLayer | Sample 3/8", 3 / 8),
        ("Mem:1M | Scene, ViewLayer | Rendered 2/4 Tiles, Sample 32/64", 2.5 / 4),
        ("Mem:1M | Scene, RenderLayer | Path Tracing Tile 6/12", 6 / 12),
        ("Mem:1M | Rendering 16 / 64 samples", 0.25),
        ("Mem:1M | Rendered 9/4 Tiles, Sample 1/2", 0.5),
        ("Mem:1M | Sample 1/0", None),
        ("Mem:1M | Compositing | Tile 1-8", None),
        ("Mem:1M | Scene, ViewLayer | Denoising", None),
    ],
)
def test_tiles_and_samples_are_a_share_of_the_frame(text: str, share: float | None) -> None:
    assert share_of_frame(text) == share


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Mem:9.2M (Peak 10.8M) | Time:00:00.00 | Scene, ViewLayer | Initializing", "preparing"),
        ("Mem:1M | Time:00:01.18 | Compositing | Tile 1-1", "tile 1-1"),
        ("Remaining: 00:00.00 | Mem: 2M | Sample 1/8", "sample 1/8"),
        ("Time: 00:00.31 (Saving: 00:00.11)", ""),
        ("Mem: 2M | Finished", "saving"),
    ],
)
def test_the_last_words_of_a_line_are_the_step(text: str, step: str) -> None:
    assert step_in(text) == step


def test_frames_that_others_save_do_not_count() -> None:
    listen = BlenderListener(FrameRange.parse("5-6"))
    assert listen("Saved: '/passes/depth_0900.exr'") is None
    assert listen("Fra:90 Mem:1M | Sample 1/2") is None
    seen = listen('00:00.789  render           | Saved: "/a/frame_0005.png"')
    assert seen is not None
    assert (seen.frame, seen.fraction) == (1, 0.5)


def test_what_a_person_should_see_is_passed_on() -> None:
    listen = BlenderListener(FrameRange.parse("1"))
    for line in (
        "Warning: Path 'C:/tex/brick.png' not found, from linked data",
        "scripts disabled for \"/shots/a.blend\", skipping 'boot.py'",
        'Error in PyDriver: expression failed: __import__("os")',
    ):
        seen = listen(line)
        assert seen is not None
        assert seen.warning == line
    assert listen("Warning: class MyPanel contains a property") is None


@pytest.mark.parametrize(
    ("line", "beginning"),
    [
        (
            "Info: LIB: Object: 'Cube' missing from '/shots/lib.blend', parent '<direct>'",
            "“Cube” (Object), which the scene links from “/shots/lib.blend”, is not in that file",
        ),
        (
            "00:01.250  blend            | Info: Cannot find lib '/shots/lib.blend'",
            "“/shots/lib.blend”, from which the scene links, is missing",
        ),
        (
            "Warning: Path 'C:/tex/brick.png' not found, from linked data",
            "“C:/tex/brick.png” was not found",
        ),
        (
            "Error in PyDriver: expression failed: __import__('math').sin(frame)",
            "A driver has failed, so that what it moves stands still: “__import__",
        ),
        (
            "Error: Python: Traceback (most recent call last):",
            "A script of the scene has failed",
        ),
    ],
)
def test_what_blender_passes_over_is_told(line: str, beginning: str) -> None:
    (sentence,) = doubts_in([line], BLENDER_DOUBTS)
    assert sentence.startswith(beginning)
    assert sentence.endswith(".")


def test_a_good_render_raises_no_doubt() -> None:
    for path in TRANSCRIPTS:
        assert doubts_in(path.read_text().splitlines(), BLENDER_DOUBTS) == (), path
    usual = "scripts disabled for \"/shots/a.blend\", skipping 'rig_ui.py'"
    assert doubts_in([usual], BLENDER_DOUBTS) == ()


@given(lines=st.lists(st.lists(PIECES).map("".join) | st.text(), max_size=20))
def test_any_lines_give_an_honest_progress(lines: list[str]) -> None:
    listen, progress = BlenderListener(FrameRange.parse("1-2")), Progress()
    for at, line in enumerate(lines):
        seen = listen(line)
        if seen is None or seen.warning:
            continue
        assert seen.fraction is not None
        assert 0 <= seen.fraction <= 1
        assert seen.frame is not None
        assert 0 <= seen.frame <= 2
        before = progress
        progress = fold(progress, seen, at)
        assert (progress.fraction or 0) >= (before.fraction or 0)
