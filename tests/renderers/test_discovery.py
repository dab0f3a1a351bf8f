"""Where programs are looked for, and what they are asked."""

import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from rendermanager.renderers import discovery

PROGRAM = "#!/bin/sh\n{body}\n"


def program(path: Path, body: str = "echo 1.0") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PROGRAM.format(body=body))
    path.chmod(0o755)
    return path


def found(
    env: dict[str, str], chosen: str = "", built_in: tuple[Path, ...] = ()
) -> list[tuple[Path, str]]:
    return discovery.candidates("frobnicate", env, chosen, built_in)


def test_the_chosen_program_comes_first_then_the_environment_then_path(tmp_path: Path) -> None:
    paths = [program(tmp_path / name / "frobnicate") for name in ("a", "b", "c", "d")]
    env = {"RENDERMANAGER_FROBNICATE": str(paths[1]), "PATH": str(paths[2].parent)}
    assert found(env, str(paths[0]), (paths[3],)) == [
        (paths[0], "chosen"),
        (paths[1], "environment"),
        (paths[2], "system"),
        (paths[3], "built in"),
    ]


def test_a_name_with_a_dash_is_read_from_a_variable_with_an_underscore(tmp_path: Path) -> None:
    path = program(tmp_path / "x")
    env = {"RENDERMANAGER_NEXRENDER_CLI": str(path)}
    assert discovery.candidates("nexrender-cli", env)[0] == (path, "environment")


def test_a_mistyped_choice_is_still_listed_so_that_it_can_be_reported() -> None:
    assert found({"PATH": ""}, "/nowhere/frobnicate") == [(Path("/nowhere/frobnicate"), "chosen")]


@pytest.mark.parametrize("entry", ["", ".", "bin", ":", "./bin:"])
def test_the_working_folder_is_never_searched(
    entry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "frobnicate")
    program(tmp_path / "bin" / "frobnicate")
    monkeypatch.chdir(tmp_path)
    assert found({"PATH": entry}) == []


def test_what_cannot_be_run_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "frobnicate").write_text("no program")
    (tmp_path / "sub" / "frobnicate").mkdir(parents=True)
    assert found({"PATH": f"{tmp_path}:{tmp_path / 'sub'}:/nowhere"}) == []
    assert not discovery.is_program(Path("a\0b"))


def test_one_program_under_two_names_is_listed_once(tmp_path: Path) -> None:
    real = program(tmp_path / "a" / "frobnicate")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert found({"PATH": f"{tmp_path / 'a'}:{tmp_path / 'b'}"}) == [(real, "system")]


def test_on_path_gives_the_first_one(tmp_path: Path) -> None:
    first = program(tmp_path / "a" / "frobnicate")
    program(tmp_path / "b" / "frobnicate")
    assert discovery.on_path("frobnicate", {"PATH": f"{first.parent}:{tmp_path / 'b'}"}) == first
    assert discovery.on_path("frobnicate", {}) is None


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("linux", "/usr/local/bin"),
        ("freebsd14", "/usr/bin"),
        ("darwin", "/opt/homebrew/bin"),
        ("win32", r"C:\Program Files/ffmpeg/bin"),
    ],
)
def test_usual_places_differ_by_system(platform: str, folder: str) -> None:
    env = {"HOME": "/home/me", "ProgramFiles": r"C:\Program Files"}
    assert Path(folder) in discovery.usual_folders("ffmpeg", env, platform)


def test_the_home_folder_counts_only_where_there_is_one() -> None:
    here = discovery.usual_folders("ffmpeg", {"HOME": "/home/me"}, "linux")
    assert Path("/home/me/.local/bin") in here
    assert len(discovery.usual_folders("ffmpeg", {}, "linux")) == len(here) - 2


def test_scripts_of_the_windows_shell_are_no_programs() -> None:
    assert discovery.file_names("ffmpeg", "win32") == ("ffmpeg.exe", "ffmpeg.com")
    assert discovery.file_names("ffmpeg.EXE", "win32") == ("ffmpeg.EXE",)
    assert discovery.file_names("ffmpeg", "linux") == ("ffmpeg",)


def test_windows_paths_are_split_at_semicolons() -> None:
    assert discovery.search_folders({"PATH": "/a;b;/c"}, "win32") == [Path("/a"), Path("/c")]


def test_a_program_answers_on_either_output(tmp_path: Path) -> None:
    path = program(tmp_path / "x", "echo out; echo err >&2")
    assert discovery.ask(path, "-version").split() == ["out", "err"]


def test_arguments_reach_the_program_as_they_are(tmp_path: Path) -> None:
    path = program(tmp_path / "x", 'printf "%s|" "$@"')
    assert discovery.ask(path, "a b", "$(reboot)") == "a b|$(reboot)|"


def test_what_cannot_be_decoded_does_not_break_the_answer(tmp_path: Path) -> None:
    assert discovery.ask(program(tmp_path / "x", r"printf '1.0 \351'")) == "1.0 \ufffd"


@pytest.mark.parametrize("body", ["exit 3", "kill -9 $$"])
def test_a_program_that_fails_is_refused(body: str, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="ended with code"):
        discovery.ask(program(tmp_path / "x", body))


def test_a_program_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no such file"):
        discovery.ask(tmp_path / "x")
    with pytest.raises(OSError, match="not an absolute path"):
        discovery.ask(Path("x"))


@pytest.mark.parametrize("body", ["sleep 60", "sleep 60 & sleep 60", "trap '' TERM; sleep 60"])
def test_a_program_that_hangs_is_ended_with_its_children(
    body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovery, "ANSWER_LIMIT_S", 0.2)
    with pytest.raises(TimeoutError, match="no version"):
        discovery.ask(program(tmp_path / "x", body))


@pytest.mark.skipif(not shutil.which("yes"), reason="needs a program that floods")
def test_a_program_that_floods_is_ended() -> None:
    with pytest.raises(OSError, match="no version"):
        discovery.ask(Path(os.path.realpath(shutil.which("yes") or "")))


def test_a_timer_that_comes_late_harms_nobody(tmp_path: Path) -> None:
    with subprocess.Popen([program(tmp_path / "x")], stdout=subprocess.DEVNULL) as child:
        child.wait()
        ended = threading.Event()
        discovery._end(child, ended)
    assert ended.is_set()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("9.0-static https://johnvansickle.com", (9, 0)),
        ("n6.1", (6, 1)),
        ("n9.0.2-17-g2a571b6068-20260930", (9, 0, 2)),
        ("5.1.6-0+deb12u1", (5, 1, 6)),
        ("4.4.2-0ubuntu0.22.04.1", (4, 4, 2)),
        ("7", (7,)),
        ("v20.11.1", (20, 11, 1)),
        ("N-112345-gdeadbeef", ()),
        ("git-2020-01-01-abcdef", ()),
        ("2024-03-20-git-7f6f1a8-full_build", ()),
        ("", ()),
    ],
)
def test_versions_are_read_as_numbers(text: str, numbers: tuple[int, ...]) -> None:
    assert discovery.version_numbers(text) == numbers
