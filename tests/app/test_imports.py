"""Modules are imported without a search of their source text."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest


def told(code: str, folder: Path) -> str:
    """What the code prints in an interpreter of its own."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("first", "reads"), [("PySide6.QtCore", True), ("rendermanager.app", False)]
)
def test_a_module_that_is_imported_later_is_not_read_as_text(
    tmp_path: Path, first: str, reads: bool
) -> None:
    (tmp_path / "imported_later.py").write_text("x = 1\n")
    code = f"""
        import linecache
        import {first}
        import imported_later
        print(imported_later.__file__ in linecache.cache)
    """
    assert told(code, tmp_path) == str(reads)


def test_a_module_that_asks_for_the_optional_spellings_gets_them(tmp_path: Path) -> None:
    (tmp_path / "asks.py").write_text(
        "from PySide6.QtCore import QObject\n"
        "from __feature__ import snake_case\n"
        "thing = QObject()\n"
        "thing.set_object_name('it')\n"
        "name = thing.object_name()\n"
    )
    code = """
        import rendermanager.app
        import asks
        print(asks.name)
    """
    assert told(code, tmp_path) == "it"
