"""Finding Manim on this machine, as a program of its own or as a module of a Python."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from rendermanager.renderers import discovery
from rendermanager.renderers.api import EngineVersion

_NAME: Final = "manim"
_VERSION: Final = re.compile(r"^Manim Community v?(\d[\w.+-]{0,50})", re.MULTILINE)
_PYTHON: Final = re.compile(r"(?:python|pypy)[\d.]*w?(?:\.exe)?", re.IGNORECASE)


def find(
    env: Mapping[str, str], chosen: str = "", platform: str = sys.platform
) -> list[tuple[Path, str]]:
    """All Manims as (path, origin), the preferred one first.

    What a person names may be the program, the Python that has Manim, or the folder of a virtual
    environment.
    """
    variable = env.get("RENDERMANAGER_MANIM", "")
    named = {**env, "RENDERMANAGER_MANIM": _inside(variable, platform)} if variable else env
    return discovery.candidates(_NAME, named, _inside(chosen, platform), platform=platform)


def _inside(named: str, platform: str) -> str:
    """The program within the folder of a virtual environment; anything else stays as it is."""
    if not named or not Path(named).is_dir():
        return named
    scripts = Path(named, "Scripts" if platform == "win32" else "bin")
    return str(scripts / discovery.file_names(_NAME, platform)[0])


def probe(program: Path) -> EngineVersion:
    """Its version.

    Raises:
        OSError: It cannot be run, or is no Manim Community (ManimGL is another program).
    """
    words = words_of(program)[1:]
    answer = discovery.ask(program, *words, "--version")
    match = _VERSION.search(answer)
    if match is None:
        raise OSError(f"“{program}” is not Manim Community")
    return EngineVersion(program, match.group(1))


def words_of(program: Path) -> tuple[str, ...]:
    """How it is called: a Python is told to run its module."""
    if _PYTHON.fullmatch(program.name):
        return (str(program), "-m", "manim")
    return (str(program),)
