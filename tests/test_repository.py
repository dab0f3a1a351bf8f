"""Holds the repository's own promises: pins, layers, the wheel's content and the test guards."""

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import rendermanager
from rendermanager.renderers import discovery

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "rendermanager"
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT: dict[str, Any] = PYPROJECT["project"]

EMITS = 1_000


def requirements() -> Iterator[Requirement]:
    """Yield what pyproject.toml asks for directly, with every extra."""
    listed = [*PYPROJECT["build-system"]["requires"], *PROJECT["dependencies"]]
    for names in PROJECT["optional-dependencies"].values():
        listed += names
    for line in listed:
        requirement = Requirement(line)
        if canonicalize_name(requirement.name) != PROJECT["name"]:
            yield requirement


def with_what_they_need(waiting: list[Requirement]) -> set[str]:
    """Return the names of `waiting` and of everything they pull in on this machine."""
    seen: set[tuple[str, str]] = set()
    names: set[str] = set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        names.add(name)
        for extra in {"", *requirement.extras}:
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            for line in metadata.requires(name) or []:
                needed = Requirement(line)
                if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                    waiting.append(needed)
    return names


def pins() -> dict[str, str]:
    """Return name and exact version of each line of constraints.txt."""
    found = {}
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            match = re.fullmatch(r"([a-z0-9-]+)==([0-9][0-9a-z.]*)", line)
            assert match, f"not an exact version: {line}"
            found[match[1]] = match[2]
    return found


def layers() -> set[str]:
    """Return the name of every layer of the import contract that may not be absent."""
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    lines = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    names = {name.strip() for line in lines for name in line.split("|")}
    return {name for name in names if not name.startswith("(")}


def test_constraints_pin_every_package_that_gets_installed() -> None:
    assert with_what_they_need(list(requirements())) - set(pins()) == set()


def test_constraints_lie_within_the_ranges_of_the_project() -> None:
    outside = [
        str(requirement)
        for requirement in requirements()
        if pins()[canonicalize_name(requirement.name)] not in requirement.specifier
    ]
    assert outside == []


def test_pyside_stays_below_the_version_that_loses_references() -> None:
    (pyside,) = (entry for entry in requirements() if entry.name == "PySide6-Essentials")
    assert "6.11.3" in pyside.specifier
    assert "6.12.0" not in pyside.specifier


@pytest.mark.parametrize("value", [None, True], ids=["None", "True"])
def test_emitting_signals_takes_no_reference_from(value: object) -> None:
    from PySide6.QtCore import QObject, Signal

    class Source(QObject):
        changed = Signal(object)

    source = Source()
    source.changed.connect(lambda received: received)
    source.changed.emit(value)
    before = sys.getrefcount(value)
    for _ in range(EMITS):
        source.changed.emit(value)
        source.setObjectName("source")
    assert sys.getrefcount(value) > before - EMITS // 10


def test_a_program_is_asked_once_until_it_changes() -> None:
    with tempfile.TemporaryDirectory() as folder:
        program, asked = Path(folder, "program"), Path(folder, "asked")
        program.write_text(f'#!/bin/sh\necho . >> {asked}; echo "$1 one"; exit "${{2:-0}}"\n')
        program.chmod(0o755)
        assert [discovery.ask(program, "a") for _ in range(3)] == ["a one\n"] * 3
        assert discovery.ask(program, "b") == "b one\n"
        assert asked.read_text().count(".") == 2
        for _ in range(2):
            with pytest.raises(OSError, match="code 3"):
                discovery.ask(program, "b", "3")
        assert asked.read_text().count(".") == 4
        program.write_text(program.read_text().replace("one", "other"))
        assert discovery.ask(program, "a") == "a other\n"


@pytest.mark.parametrize(
    "name",
    [
        "constraints.txt",
        "pyproject.toml",
        "Makefile",
        ".ci/run",
        *(f"packaging/{path.name}" for path in sorted((ROOT / "packaging").glob("*.*"))),
    ],
)
def test_no_registry_is_named_in(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"\S*(?:://|index-url|find-links|file:/)\S*", text) == []


def test_nothing_is_kept_that_is_to_be_ignored() -> None:
    """In a fresh copy, such leftovers pass for an engine that is installed, for instance."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("this is no working copy of git")
    assert listed.stdout == ""


def test_every_layer_of_the_import_contract_exists() -> None:
    there = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert layers() - there == set()


def test_the_wheel_carries_code_resources_and_licence_and_nothing_else(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob(f"rendermanager-{rendermanager.__version__}-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"rendermanager"}
    assert any(name.endswith("licenses/LICENSE") for name in names)
    for path in (ROOT / "resources").rglob("*"):
        if path.is_file():
            assert f"rendermanager/resources/{path.relative_to(ROOT / 'resources')}" in names


PLANTED = """
import logging, threading
import pytest

logger = logging.getLogger("rendermanager.planted")
end = threading.Event()

def test_quiet(home):
    logger.info("nothing special")
    assert not home.exists()

def test_logs_a_warning():
    logger.warning("the disk is nearly full")

@pytest.mark.allow_warnings("nearly full")
def test_logs_an_allowed_warning():
    logger.warning("the disk is nearly full")

@pytest.mark.allow_warnings("something else")
def test_logs_another_warning_than_allowed():
    logger.warning("the disk is nearly full")

def test_qt_warns():
    from PySide6.QtCore import qWarning
    qWarning("a timer without a thread")

@pytest.mark.allow_warnings
def test_qt_warns_and_may():
    from PySide6.QtCore import qWarning
    qWarning("a timer without a thread")

def test_leaves_a_thread():
    threading.Thread(target=end.wait, name="forgotten").start()

def test_ends_its_thread():
    end.set()
    thread = threading.Thread(target=end.wait)
    thread.start()
    thread.join()
"""


def test_the_guards_catch_what_they_watch_for(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "tests/conftest.py", tmp_path / "tests")
    (tmp_path / "tests/test_planted.py").write_text(PLANTED)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--junitxml=report.xml"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )
    report = ET.parse(tmp_path / "report.xml")
    failed = {
        case.attrib["name"].removeprefix("test_")
        for case in report.iter("testcase")
        if case.find("failure") is not None or case.find("error") is not None
    }
    assert failed == {
        "logs_a_warning",
        "logs_another_warning_than_allowed",
        "qt_warns",
        "leaves_a_thread",
    }, done.stdout
    assert "the disk is nearly full" in done.stdout
    assert "forgotten" in done.stdout
