"""What ffmpeg printed in real renders, and what is made of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from rendermanager.core.failure import Failure, FailureKind, Retry, classify
from rendermanager.core.progress import Observation
from rendermanager.renderers.ffmpeg.parse import parse_line
from tests.renderers.rendering import ENGINE

HERE = Path(__file__).parent
EXPECTED: dict[str, dict[str, Any]] = json.loads(
    (HERE / "transcripts" / "expected.json").read_text(encoding="utf-8")
)


def classified(*lines: str) -> Failure | None:
    return classify(lines, ENGINE.failure_rules)


def test_every_transcript_has_an_expected_result() -> None:
    assert {path.name for path in (HERE / "transcripts").glob("*.txt")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_transcript_is_read_as_expected(name: str) -> None:
    lines = (HERE / "transcripts" / name).read_text(encoding="utf-8").splitlines()
    seen = [each for line in lines if (each := parse_line(line)) is not None]
    warnings = [each.warning for each in seen if each.warning is not None]
    failure = classify(lines, ENGINE.failure_rules)
    assert {
        "frame": max((each.frame for each in seen if each.frame is not None), default=None),
        "position_s": max(
            (each.position_s for each in seen if each.position_s is not None), default=None
        ),
        "ended": any(each.ended for each in seen),
        "warnings": len(warnings),
        "first_warning": next(iter(warnings), None),
        "failure": failure and [failure.kind, failure.retry, failure.message],
    } == EXPECTED[name]


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("frame=  951", Observation(frame=951)),
        ("frame=0", Observation(frame=0)),
        ("frame=N/A", None),
        ("fps= 34.5", Observation(fps=34.5)),
        ("fps=0.00", None),
        ("speed= 1.2x", Observation(speed=1.2)),
        ("speed=N/A", None),
        ("speed=1e+03x", None),
        ("out_time_us=1578957", Observation(position_s=1.578957)),
        ("out_time_us=N/A", None),
        ("out_time_us=-77014", None),
        ("out_time_ms=1578957", None),
        ("out_time=00:00:01.578957", None),
        ("bitrate=   0.2kbits/s", None),
        ("stream_0_0_q=28.0", None),
        ("progress=continue", None),
        ("progress=end", Observation(ended=True)),
        ("progress=end\r\n", Observation(ended=True)),
        ("frame=1 fps=2", None),
        ("frame=" + "9" * 5000, None),
        ("[libx264 @ 0x5] [warning] too slow", None),
        ("[libx264 @ 0x55a] [error] no", Observation(warning="libx264: no")),
        ("[fatal] Unknown encoder 'x'", Observation(warning="Unknown encoder 'x'")),
        (
            "[vost#0:0/h264 @ 0x5a] [enc:h264 @ 0x5b] [error] Error while opening",
            Observation(warning="enc:h264: Error while opening"),
        ),
        ("[error] ", None),
        ("[mp4 @ 0x5] [error] non monotonically increasing dts to muxer", None),
        ("0 error(s) found", None),
        ("", None),
    ],
)
def test_a_line_is_read_as_expected(line: str, seen: Observation | None) -> None:
    assert parse_line(line) == seen


def test_the_first_particular_error_wins_over_what_follows_from_it() -> None:
    failure = classified(
        "[h264 @ 0x1] [error] Error submitting packet: Invalid data found when processing input",
        "[out#0 @ 0x2] [error] Error muxing a packet: No space left on device",
        "[fatal] Error opening input files: Permission denied",
        "Conversion failed!",
    )
    assert failure is not None
    assert failure.kind is FailureKind.RESOURCE_EXHAUSTION
    assert "No space left" in failure.detail


@pytest.mark.parametrize(
    ("line", "kind", "retry"),
    [
        ("std::bad_alloc", FailureKind.RESOURCE_EXHAUSTION, Retry.BACKOFF),
        ("[error] malloc of size 99532800 failed", FailureKind.RESOURCE_EXHAUSTION, Retry.BACKOFF),
        ("[error] file:x.mp4: Input/output error", FailureKind.SYSTEM_ERROR, Retry.BACKOFF),
        ("[error] x: Stale file handle", FailureKind.NETWORK_FAILURE, Retry.BACKOFF),
        ("[error] x: Network is unreachable", FailureKind.NETWORK_FAILURE, Retry.BACKOFF),
        ("[error] x: Too many open files", FailureKind.RESOURCE_EXHAUSTION, Retry.BACKOFF),
        ("[error] x: File too large", FailureKind.RESOURCE_EXHAUSTION, Retry.AFTER_FIX),
        ("[error] x: Read-only file system", FailureKind.INVALID_INPUT, Retry.AFTER_FIX),
        ("[error] x: File name too long", FailureKind.INVALID_INPUT, Retry.AFTER_FIX),
        ("[error] /tmp: Is a directory", FailureKind.INVALID_INPUT, Retry.NO),
        (
            "ffmpeg: error while loading shared libraries: libx264.so.164: cannot open",
            FailureKind.SYSTEM_ERROR,
            Retry.AFTER_FIX,
        ),
        (
            "[h264_nvenc @ 0x1] [error] The minimum required Nvidia driver for nvenc is 570.0",
            FailureKind.SYSTEM_ERROR,
            Retry.AFTER_FIX,
        ),
        (
            "[x @ 0x1] [error] CUDA_ERROR_OUT_OF_MEMORY: out of memory",
            FailureKind.RESOURCE_EXHAUSTION,
            Retry.BACKOFF,
        ),
        (
            "[libwebp @ 0x1] [error] Picture size is too large. Max is 16383x16383.",
            FailureKind.INVALID_INPUT,
            Retry.AFTER_FIX,
        ),
        (
            "[http @ 0x1] [error] Protocol 'http' not on whitelist 'file,pipe'!",
            FailureKind.INVALID_INPUT,
            Retry.NO,
        ),
        (
            "[error] Unrecognized option 'fps_mode'.",
            FailureKind.SYSTEM_ERROR,
            Retry.AFTER_FIX,
        ),
    ],
)
def test_other_errors_are_classified(line: str, kind: FailureKind, retry: Retry) -> None:
    failure = classified(line)
    assert failure is not None
    assert (failure.kind, failure.retry) == (kind, retry)


@pytest.mark.parametrize(
    "line",
    [
        "frame=12",
        "0 error(s)",
        "[info] Metadata: title: error",
        "[error] Error opening input file file:/footage/Permission denied.mp4.",
        "[swscaler @ 0x1] [warning] deprecated pixel format used, make sure you did set range",
        "[aac @ 0x1] [warning] 2 frames left in the queue on closing",
        "[mp4 @ 0x1] [warning] Timestamps are unset in a packet for stream 0",
    ],
)
def test_harmless_lines_prove_nothing(line: str) -> None:
    assert classified(line) is None
