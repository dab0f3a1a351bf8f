"""The few tests that fail beside others run once more, alone."""

from pathlib import Path

import pytest

import run_tests

UNSTEADY = """
from pathlib import Path

def test_first_time_is_bad_luck():
    mark = Path("mark")
    known = mark.exists()
    mark.touch()
    assert known
"""
BROKEN = "def test_never_right():\n    assert False\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own, away from this one's settings, without the plug-ins that it leaves."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTEST_PLUGINS", "xdist.plugin,pytest_cov.plugin")
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    return tmp_path


def run(root: Path) -> int:
    return run_tests.run(root, ("-q",), ())


def test_bad_luck_is_named(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (root / "test_it.py").write_text(UNSTEADY)
    assert run(root) == 0
    assert "UNSTEADY test_it.py::test_first_time_is_bad_luck" in capfd.readouterr().out
    assert run(root) == 0
    assert "UNSTEADY" not in capfd.readouterr().out


def test_what_fails_alone_too_has_failed(root: Path) -> None:
    (root / "test_it.py").write_text(UNSTEADY + BROKEN)
    assert run(root) == run_tests.FAILED


def test_many_failures_are_no_bad_luck(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for number in range(run_tests.FEW + 1):
        (root / f"test_{number}.py").write_text(BROKEN)
    assert run(root) == run_tests.FAILED
    assert "Once more" not in capfd.readouterr().out


def test_files_that_cannot_be_read_are_not_tried_again(
    root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (root / "test_it.py").write_text("def broken(:\n")
    assert run(root) > run_tests.FAILED
    assert "Once more" not in capfd.readouterr().out


def test_tests_are_compiled_once_whatever_the_environment_says(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (root / "test_it.py").write_text("def test_it():\n    assert True\n")
    run_tests.compile_tests(root, ())
    assert list(root.glob("__pycache__/test_it.*.pyc"))
    assert not (root / ".pytest_cache").exists()
