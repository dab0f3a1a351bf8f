"""Tries the scripts behind `make run` and `make test` without installing anything."""

import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

import pytest

import coverage_floors
import debian_packages
import launch
import set_up

LISTING = """ii |libegl1|
ii |libglib2.0-0t64|libglib2.0-0 (= 2.84.4-3), libgirepository-2.0-0
rc |xvfb|xserver
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH of its own, in which a Debian without any package and without rights is played."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, script in {"dpkg-query": ":", "apt-get": ":", "sudo": "exit 1"}.items():
        add_program(folder, name, script)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return folder


def add_program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def file_report(percent: float, lines: list[int], branches: list[list[int]]) -> dict[str, Any]:
    return {
        "summary": {"percent_covered": percent},
        "missing_lines": lines,
        "missing_branches": branches,
    }


def test_a_package_counts_as_present_under_the_names_it_provides() -> None:
    present = debian_packages.present_names(LISTING)
    assert {"libegl1", "libglib2.0-0"} <= present
    assert "xvfb" not in present


def test_nothing_is_missing_where_there_are_no_debian_packages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert debian_packages.missing(["libegl1"]) == []


def test_a_python_without_ensurepip_needs_its_venv_package() -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"python{version}-venv" in set_up.system_packages("run", has_ensurepip=False)
    assert f"python{version}-venv" not in set_up.system_packages("run", has_ensurepip=True)


def test_tools_of_the_tests_are_not_asked_of_somebody_who_runs_the_program() -> None:
    assert "xvfb" in set_up.system_packages("test", has_ensurepip=True)
    assert "xvfb" not in set_up.system_packages("run", has_ensurepip=True)


@pytest.mark.usefixtures("programs")
def test_without_rights_nothing_is_installed_and_the_line_to_type_is_named() -> None:
    assert debian_packages.missing(["libegl1"]) == ["libegl1"]
    assert not debian_packages.install(["libegl1"])
    line = debian_packages.install_line(["libegl1", "libgl1"])
    assert line == "sudo apt-get install --no-install-recommends libegl1 libgl1"


def test_without_sudo_the_line_to_type_goes_through_su(programs: Path) -> None:
    (programs / "sudo").unlink()
    assert debian_packages.install_line(["libegl1"]).startswith("su -l -c 'apt-get install")


def test_with_a_sudo_that_asks_nothing_packages_are_installed(programs: Path) -> None:
    add_program(programs, "sudo", '[ "$2" = true ] || { shift 3; "$@"; }')
    listing = programs / "listing"
    add_program(programs, "dpkg-query", f'[ ! -e {listing} ] || echo "ii |libegl1|"')
    add_program(programs, "apt-get", f'case "$*" in *"install -y"*libegl1) : > {listing};; esac')
    assert debian_packages.install(["libegl1"])


@pytest.mark.usefixtures("programs")
def test_a_python_without_venv_stops_the_set_up_with_the_line_to_type(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(set_up, "PYTHON", tmp_path / "no-environment/bin/python")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(set_up.SetUpError, match=r"sudo apt-get install .*python3\.\d+-venv"):
        set_up.set_up("run")


@pytest.mark.usefixtures("programs")
@pytest.mark.parametrize(
    ("qt", "stops"), [("exit 0", False), ("echo libEGL.so.1 >&2; exit 1", True)]
)
def test_missing_libraries_stop_the_set_up_only_when_qt_does_not_start(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    qt: str,
    stops: bool,
) -> None:
    add_program(tmp_path, "python", f'case "$2" in *PySide6*) {qt};; esac')
    monkeypatch.setattr(set_up, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(set_up, "PYTHON", tmp_path / "python")
    if stops:
        with pytest.raises(set_up.SetUpError, match=r"libEGL(.|\n)*sudo apt-get install"):
            set_up.set_up("run")
    else:
        set_up.set_up("run")
        assert "sudo apt-get install" in capsys.readouterr().out


def test_a_finished_set_up_is_not_repeated(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    log = tmp_path / "log"
    add_program(tmp_path, "python", f'echo "$*" >> {log}')
    monkeypatch.setattr(set_up, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(set_up, "PYTHON", tmp_path / "python")
    monkeypatch.setattr(debian_packages, "missing", lambda wanted: [])
    set_up.set_up("test")
    assert "--constraint" in log.read_text()
    log.unlink()
    capsys.readouterr()
    set_up.set_up("test")
    set_up.set_up("run")
    assert {line.split()[1] for line in log.read_text().splitlines()} == {"compileall"}
    assert capsys.readouterr().out == ""


def test_the_program_is_compiled_ahead_of_its_first_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "rendermanager"
    program.mkdir()
    (program / "module.py").write_text("x = 1")
    monkeypatch.setattr(set_up, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(set_up, "ROOT", tmp_path)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    set_up.compile_program()
    assert list(program.glob("__pycache__/module.*.pyc"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        ("a.mov b.aep", ["a.mov", "b.aep"]),
        ("'my film.mov' b.aep", ["my film.mov", "b.aep"]),
        ("sample:", ["sample:"]),
        ("two words.mov", ["two words.mov"]),
        ("take_*.mov", ["take_1.mov", "take_2.mov"]),
        ("none_*.mov", ["none_*.mov"]),
        ("~nobody-of-this-name.mov", ["~nobody-of-this-name.mov"]),
        ("$HOME;a&b.mov", ["$HOME;a&b.mov"]),
        ("long_name.mov " * 50, ["long_name.mov"] * 50),
    ],
)
def test_files_are_split_as_a_shell_would(
    text: str, names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("two words.mov", "take_1.mov", "take_2.mov"):
        (tmp_path / name).touch()
    assert launch.split_files(text) == names


def test_a_quote_without_a_partner_is_explained() -> None:
    with pytest.raises(set_up.SetUpError, match="No closing quotation"):
        launch.split_files("Tom's.mov")


@pytest.mark.parametrize(
    ("files", "display", "expected"),
    [
        ([], True, []),
        (["a.mov"], True, ["a.mov"]),
        ([], False, ["render", "sample:"]),
        (["a.mov"], False, ["render", "a.mov"]),
    ],
)
def test_without_a_display_the_terminal_renders(
    files: list[str], display: bool, expected: list[str]
) -> None:
    assert launch.arguments(files, display=display) == expected


def test_each_file_below_its_floor_is_named_with_its_gaps() -> None:
    report = {
        "files": {
            "pkg/core/good.py": file_report(100.0, [], []),
            "pkg/core/bad.py": file_report(91.25, [7, 8], [[3, 5], [6, 7], [9, -1]]),
            "pkg/ui/poor.py": file_report(10.0, [1], []),
        },
        "totals": {"percent_covered": 70.0},
    }
    floors = {"overall": 80, "complete": ["pkg/core/**", "pkg/moved/**"]}
    assert list(coverage_floors.below_floor(report, floors)) == [
        "pkg/core/bad.py: 91.2 % is below 100 % (lines 7, 8; branches 3->5, 9->exit)",
        "pkg/moved/**: no measured file matches this pattern",
        "overall: 70.0 % is below 80 %",
    ]


def test_what_was_not_covered_is_listed_for_all_halves_together() -> None:
    entries = {"a.py": file_report(100.0, [], []), "b.py": file_report(60.0, [3, 4, 9], [[1, -1]])}
    counts = {"covered_lines": 6, "num_statements": 9, "covered_branches": 1, "num_branches": 1}
    parts = [{"files": {name: entry}, "totals": counts} for name, entry in entries.items()]
    assert list(coverage_floors.rows(coverage_floors.joined(parts))) == [
        " 60.0 %  b.py  3-4, 9, 1->exit",
        " 70.0 %  in all",
    ]
