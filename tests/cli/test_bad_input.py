"""Bad input ends with 2 and a clear sentence, and leaves no job behind."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.driving import Cli, Ran, run

NOT_TEXT = os.fsdecode(b"bad\xff")


@pytest.fixture
def footage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with one file that passes for media and several that do not."""
    folder = tmp_path / "footage"
    (folder / "papers").mkdir(parents=True)
    (folder / "papers" / "notes.txt").write_text("notes")
    (folder / "clip.mov").write_bytes(b"something")
    (folder / "empty.mov").write_bytes(b"")
    (folder / "notes.txt").write_text("notes")
    (folder / "bad.jsonl").write_text('{"sorce": 1}\nnonsense\n')
    (folder / "none.jsonl").write_text("\n\n")
    monkeypatch.chdir(folder)
    return folder


TABLE: list[tuple[list[str], str, str]] = [
    ([], "Nothing to render.", "sample:"),
    ([""], "An input has no name.", "Name files"),
    (["gone.mov"], "{0}/gone.mov” does not exist.", "Check the name"),
    (["x" * 300], "cannot be read: File name too long.", ""),
    (["empty.mov"], "{0}/empty.mov” is empty (0 bytes).", "export it again"),
    (["papers"], "{0}/papers” holds no video, sound or pictures.", "media files"),
    (["notes.txt"], "No engine reads “notes.txt”.", "Name the engine"),
    (["shot_%04d.png"], "No file matches “{0}/shot_%04d.png”.", "numbers"),
    (["clip.mov", "-p", "h265x"], "There is no preset “h265x”.", "Did you mean “h265”?"),
    (["clip.mov", "--engine", "ffmpg"], "no engine “ffmpg”.", "Did you mean “ffmpeg”?"),
    (["clip.mov", "--set", "crff=1"], "no setting “crff”.", "Did you mean “crf”?"),
    (["clip.mov", "--set", "crf=high"], "Setting “crf” cannot be “high”", ""),
    (["clip.mov", "--set", f"video={NOT_TEXT}"], "no choice for video “bad\ufffd”.", ""),
    (["clip.mov", "--set", f"profile={NOT_TEXT}"], "“bad\ufffd”", ""),
    (["clip.mov", "--set", "crf"], "“crf” is not of the form key=value.", "--set crf=18"),
    (["clip.mov", "--set", "=1"], "“=1” is not of the form key=value.", ""),
    (["clip.mov", "--priority", "urgnt"], "no priority “urgnt”.", "Did you mean “urgent”?"),
    (["clip.mov", "--if-exists", "skp"], "no choice “skp”.", "Did you mean “skip”?"),
    (["clip.mov", "-o", "notes.txt/x.mp4"], "notes.txt” is a file, not a folder.", ""),
    (["clip.mov", "sample:", "-o", "x.mp4"], "x.mp4” is one file, but there are 2", ""),
    (["clip.mov", "-o", NOT_TEXT], "is not valid text (UTF-8).", ""),
    (["clip.mov", "--name", NOT_TEXT], "The name “bad\ufffd” is not valid text", ""),
    ([NOT_TEXT + ".mov"], "“bad\ufffd.mov” is not valid text", "Rename"),
    (["--jobs", "gone.jsonl"], "“gone.jsonl” cannot be read: No such file", ""),
    (["--jobs", "papers"], "“papers” cannot be read: Is a directory", ""),
    (["--jobs", "none.jsonl"], "“none.jsonl” holds no jobs.", "One JSON object"),
    (["--jobs", "bad.jsonl"], "Line 1: There is no field “sorce”.", "Did you mean “source”?"),
    (["--jobs", "bad.jsonl"], "Line 2 is not a JSON object", ""),
]


def check(ran: Ran, *parts: str) -> None:
    assert (ran.code, ran.out) == (2, ""), ran
    assert "Traceback" not in ran.err
    for part in parts:
        assert part in ran.err


@pytest.mark.parametrize(("words", "message", "hint"), TABLE)
def test_submit_says_what_is_wrong(
    words: list[str], message: str, hint: str, cli: Cli, footage: Path
) -> None:
    ran = cli("submit", *words)
    check(ran, message.format(footage), hint)
    assert ran.err.startswith("✗ ")
    assert cli.json("list") == []


@pytest.mark.parametrize(("words", "message", "hint"), TABLE)
def test_for_programs_it_is_json(
    words: list[str], message: str, hint: str, cli: Cli, footage: Path
) -> None:
    ran = cli("submit", *words, "--json")
    assert (ran.code, ran.err) == (2, "")
    (answer,) = ran.json
    problems = answer["error"]["problems"] if "error" in answer else answer["problems"]
    told = "\n".join(f"{each['message']} {each['hint']}" for each in problems)
    assert message.format(footage) in told
    assert hint in told


RENDERED = ["gone.mov", "empty.mov", "papers", ""]


@pytest.mark.parametrize("name", RENDERED)
def test_render_says_the_same(name: str, footage: Path) -> None:
    message = next(row[1] for row in TABLE if row[0] == [name])
    check(run("render", name, cwd=footage), message.format(footage))


def test_render_says_what_is_no_media_inside(footage: Path) -> None:
    ran = run("render", "clip.mov", cwd=footage)
    check(ran, "“clip.mov” is not a media file although its name ends in .mov.")


def test_all_faults_are_told_at_once(cli: Cli, footage: Path) -> None:
    ran = cli("submit", "clip.mov", "--set", "crf", "--priority", "x", "--if-exists", "y")
    check(ran, "“crf” is not of the form", "no priority “x”", "no choice “y”")
    ran = cli("submit", "gone.mov", "empty.mov", "-p", "h265x", "--set", "crff=1")
    check(ran, "gone.mov", "empty.mov", "h265x", "crff")


def test_good_inputs_are_taken_all_the_same(cli: Cli, footage: Path) -> None:
    ran = cli("submit", "gone.mov", "clip.mov", "empty.mov")
    assert (ran.code, ran.out) == (2, "1\n")
    assert [line for line in ran.err.splitlines() if line.startswith("✗")] == [
        f"✗ “{footage}/gone.mov” does not exist.",
        f"✗ “{footage}/empty.mov” is empty (0 bytes).",
    ]
    assert [view["name"] for view in cli.json("list")] == ["clip.mov"]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (["rendr", "x"], ["There is no command “rendr”. Did you mean “render”?"]),
        (["qqqqqqq"], ["There is no command “qqqqqqq”."]),
        (["render", "--presett", "x"], ["No such option '--presett'", "--preset"]),
        (["--dta-dir", "x", "list"], ["No such option '--dta-dir'", "--data-dir"]),
        (["list", "--status", "fialed"], ["no status “fialed”", "Did you mean “failed”?"]),
        (["list", "surplus"], ["unexpected extra argument"]),
        (["show"], ["Missing argument 'ID'"]),
        (["show", "one"], ["'one'"]),
        (["show", "99"], ["There is no job 99."]),
        (["log", "99"], ["There is no job 99."]),
        (["priority", "1", "urgnt"], ["no priority “urgnt”", "Did you mean “urgent”?"]),
        (["priority", "1"], ["Missing argument 'LEVEL'"]),
        (["move", "1", "tpo"], ["no place “tpo”", "Did you mean “top”?"]),
        (["presets", "--engine", "ffmpg"], ["no engine “ffmpg”", "Did you mean “ffmpeg”?"]),
        (["schema", "jbo"], ["no schema “jbo”", "Did you mean “job”?"]),
        (["render", "sample:", "-j", "0"], ["--concurrency must be auto or 1 to 64, not “0”"]),
        (["render", "sample:", "-j", "65"], ["not “65”"]),
        (["render", "sample:", "-j", "-1"], ["not “-1”"]),
        (["render", "sample:", "-j", "²"], ["not “²”"]),
        (["render", "sample:", "-j", "many"], ["not “many”"]),
        (["serve", "-j", "65"], ["65"]),
        (["render"], ["Nothing to render."]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value[0], str) else None,
)
def test_what_does_not_exist(words: list[str], parts: list[str], cli: Cli) -> None:
    check(cli(*words), *parts)
    before = cli("--json", *words)
    assert before.code == 2
    (answer,) = before.json
    assert answer["error"]["exit_code"] == 2
    assert parts[0] in f"{answer['error']['message']} {answer['error']['hint']}"


def test_problems_of_a_jobs_file_come_with_their_lines(cli: Cli, footage: Path) -> None:
    ran = cli("submit", "--jobs", "bad.jsonl", "--json")
    (answer,) = ran.json
    assert [each["field"] for each in answer["error"]["problems"]] == ["line 1", "line 2"]


def test_one_bad_source_in_a_jobs_file_keeps_no_other_back(cli: Cli, footage: Path) -> None:
    jobs = [{"source": "clip.mov"}, {"source": "gone.mov"}, {"source": "shot_%03d.exr"}]
    Path("jobs.jsonl").write_text("\n".join(map(json.dumps, jobs)))
    ran = cli("submit", "--jobs", "jobs.jsonl")
    assert (ran.code, ran.out) == (2, "1\n")
    assert "gone.mov” does not exist" in ran.err
    assert "No file matches" in ran.err
