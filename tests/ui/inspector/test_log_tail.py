"""Reading the end of logs that grow, and telling bad lines from good ones."""

from pathlib import Path

import pytest

from rendermanager.ui.inspector.log_tail import (
    MAX_LINE_CHARS,
    MAX_LINES,
    TAIL_BYTES,
    LogLine,
    Severity,
    first_error,
    read_log,
    severity_of,
)

PLAIN, WARNING, ERROR = Severity.PLAIN, Severity.WARNING, Severity.ERROR


def texts(lines: tuple[LogLine, ...]) -> list[str]:
    return [line.text for line in lines]


def test_a_log_that_grows_is_read_from_where_the_last_look_ended(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    log.write_bytes(b"one\ntwo\nthr")
    first = read_log(log)
    assert (texts(first.lines), first.fresh) == (["one", "two"], True)
    with log.open("ab") as file:
        file.write(b"ee\nfour\n")
    second = read_log(log, first.offset)
    assert (texts(second.lines), second.fresh) == (["three", "four"], False)
    assert read_log(log, second.offset).lines == ()


def test_the_last_line_counts_when_nobody_writes_any_more(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    log.write_bytes(b"one\ntwo")
    assert texts(read_log(log, whole=True).lines) == ["one", "two"]


def test_a_log_that_was_begun_anew_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    log.write_bytes(b"one\ntwo\nthree\n")
    offset = read_log(log).offset
    log.write_bytes(b"new\n")
    chunk = read_log(log, offset)
    assert (texts(chunk.lines), chunk.fresh) == (["new"], True)


def test_returns_end_lines_and_half_a_line_end_waits(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    log.write_bytes(b"frame=1\rframe=2\rdone\r")
    first = read_log(log)
    assert texts(first.lines) == ["frame=1", "frame=2"]
    with log.open("ab") as file:
        file.write(b"\nnext\r\n")
    assert texts(read_log(log, first.offset).lines) == ["done", "next"]


def test_of_a_huge_log_only_the_end_is_read(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    line = b"x" * 999 + b"\n"
    log.write_bytes(line * (2 * TAIL_BYTES // len(line)))
    chunk = read_log(log)
    assert chunk.skipped
    assert 0 < len(chunk.lines) <= TAIL_BYTES // len(line)
    assert all(len(text) == 999 for text in texts(chunk.lines))


def test_no_more_lines_are_kept_than_can_be_shown(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    log.write_text("".join(f"{number}\n" for number in range(MAX_LINES + 5)))
    chunk = read_log(log)
    assert chunk.skipped
    assert len(chunk.lines) == MAX_LINES
    assert chunk.lines[-1].text == str(MAX_LINES + 4)


def test_what_is_no_text_is_made_readable(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    log.write_bytes(b"\xff\xfe caf\xc3\xa9 \x1b[31mred\x1b[0m\ttab\x07\n" + b"y" * 5000 + b"\n")
    first, second = texts(read_log(log).lines)
    assert first == "\ufffd\ufffd café red tab"
    assert len(second) == MAX_LINE_CHARS + 1


def test_a_missing_log_is_the_callers_affair(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_log(tmp_path / "none.log")


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("Stream mapping:", PLAIN),
        ("Error: font 'Gotham' could not be found", ERROR),
        ("Conversion failed!", ERROR),
        ("! LaTeX Error", ERROR),
        ("a.mov: No such file or directory", ERROR),
        ("Traceback (most recent call last):", ERROR),
        ("Warning: layer uses a substituted font", WARNING),
        ("[swscaler @ 0x1] deprecated pixel format used", WARNING),
        ("warning: the value is invalid, using 1", WARNING),
        ("rendered with 0 errors", PLAIN),
        ("0 error(s), 0 warning(s)", PLAIN),
        ("no warnings", PLAIN),
        ("2 errors", ERROR),
        ("terror and warnings.mov", WARNING),
        ("terrorist.mov", PLAIN),
        ("# ffmpeg -i error.mov", PLAIN),
    ],
)
def test_lines_are_told_apart_by_their_words(line: str, severity: Severity) -> None:
    assert severity_of(line) is severity


def test_the_line_that_told_goes_before_the_first_bad_one() -> None:
    lines = [
        LogLine("fine", PLAIN),
        LogLine("error: something", ERROR),
        LogLine("  the real cause  ", PLAIN),
    ]
    assert first_error(lines) == 1
    assert first_error(lines, "the real cause") == 2
    assert first_error(lines, "gone from the log") == 1
    assert first_error(lines[:1]) == -1
