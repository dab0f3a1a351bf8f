"""Finding Blender on this machine, and asking it for its version."""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from rendermanager.renderers import discovery
from rendermanager.renderers.api import EngineVersion

NAME: Final = "blender"
SNAP: Final = "snap"
FLATPAK: Final = "flatpak"
_VERSION: Final = re.compile(r"^Blender (\d+(?:\.\d+)+[^\r\n]{0,40})", re.MULTILINE)
_FLATPAK_APP: Final = "org.blender.Blender"


def find(
    env: Mapping[str, str], chosen: str = "", platform: str = sys.platform
) -> list[tuple[Path, str]]:
    """All Blenders as (path, origin): what a person named, ``PATH``, then from new to old."""
    found = discovery.candidates(NAME, env, chosen, platform=platform)
    known = {os.path.realpath(path) for path, _ in found}
    places = [path for path in installed(env, platform) if discovery.is_program(path)]
    found += [(path, discovery.SYSTEM) for path in places if os.path.realpath(path) not in known]
    return [(path, origin_of(path, origin)) for path, origin in found]


def origin_of(path: Path, origin: str) -> str:
    """A Blender in a cage is called by its name: it may not see every folder."""
    if origin != discovery.SYSTEM:
        return origin
    if path.parts[:2] == (os.sep, SNAP):
        return SNAP
    return FLATPAK if path.name == _FLATPAK_APP else origin


def installed(env: Mapping[str, str], platform: str = sys.platform) -> Iterable[Path]:
    """Where Blender's own installers put it, newer versions first; not all of them are there."""
    if platform == "darwin":
        home = env.get("HOME", "")
        for root in ("/Applications", *([f"{home}/Applications"] if home else [])):
            yield Path(root, "Blender.app/Contents/MacOS/Blender")
    elif platform == "win32":
        root = env.get("ProgramFiles", "")
        yield from _versions(Path(root, "Blender Foundation"), "blender.exe") if root else ()
    else:
        yield from _versions(Path("/opt"), NAME)
        yield Path("/snap/bin", NAME)
        yield Path("/var/lib/flatpak/exports/bin", _FLATPAK_APP)
        if env.get("HOME"):
            yield Path(env["HOME"], ".local/share/flatpak/exports/bin", _FLATPAK_APP)


def _versions(root: Path, program: str) -> list[Path]:
    """``Blender 4.2/blender.exe``, ``blender-4.2.1-linux-x64/blender``: the newest first."""
    try:
        names = [name for name in os.listdir(root) if name.lower().startswith(NAME)]  # noqa: PTH208
    except OSError:
        return []
    names.sort(key=_numbers, reverse=True)
    return [root / name / program for name in names]


def _numbers(name: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d{1,9}", name)[:3])


def probe(program: Path) -> EngineVersion:
    """Version of a Blender.

    Raises:
        OSError: It cannot be run, or is no Blender.
    """
    return EngineVersion(program, version_in(discovery.ask(program, "--version"), program))


def version_in(answer: str, program: Path) -> str:
    """The version in what ``--version`` prints.

    Raises:
        OSError: This is no answer of Blender.
    """
    match = _VERSION.search(answer)
    if match is None:
        raise OSError(f"“{program}” is not Blender")
    return match[1].strip()
