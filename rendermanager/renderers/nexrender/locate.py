"""Finds what a render with After Effects takes: its renderer, nexrender, node and ffmpeg."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Final

from rendermanager.config.paths import find_paths
from rendermanager.core.errors import NotPossibleNow
from rendermanager.renderers import discovery
from rendermanager.renderers.api import EngineVersion
from rendermanager.renderers.nexrender.actions import HELP

AERENDER: Final = "aerender"
SCRIPT: Final = ("node_modules", "@nexrender", "cli", "src", "bin.js")
"""nexrender's command line below the folder that it is installed in."""
FOLDER: Final = "nexrender"
"""Where we install it, below the folder of engines."""
NODE, NEXRENDER, FFMPEG, PRELOAD = "node", "nexrender", "ffmpeg", "preload"
"""Names of what the renderer is run with; see `EngineVersion.helpers`."""
MODULE: Final = "module "
"""Before the names of nexrender's modules among the helpers."""
INSTALL: Final = "Install it with “rendermanager engines --install nexrender”."
LEAST_NODE: Final = 20
"""nexrender's own parts do not run on an older node."""

_YEAR: Final = re.compile(r"Adobe After Effects(?: CC)? (20\d{2})")
_BETA: Final = re.compile(r"Adobe After Effects \(Beta\)")
_NODE_VERSION: Final = re.compile(r"v(\d{1,4})\.(\d{1,4})\.\d{1,4}\s*")


@dataclass(frozen=True, slots=True)
class Installed:
    """One After Effects on this machine.

    Attributes:
        year: Its version; ``Beta`` for the one that is not finished.
        program: Path of its command line renderer.
    """

    year: str
    program: str


def flavour(platform: str) -> type[PurePath]:
    """How paths are written there."""
    return PureWindowsPath if platform == "win32" else PurePosixPath


def roots(env: Mapping[str, str], platform: str = sys.platform) -> list[str]:
    """The folders that After Effects is installed in."""
    if platform == "win32":
        found = [env[name] for name in ("ProgramW6432", "PROGRAMFILES") if env.get(name)]
        return list(dict.fromkeys(f"{root}\\Adobe" for root in found))
    return ["/Applications"] if platform == "darwin" else []


def installed(root: str, names: Iterable[str], platform: str = sys.platform) -> list[Installed]:
    """Every After Effects among the folders of one root, the newest first, a beta last.

    Args:
        root: One of `roots`.
        names: The folders inside it.
        platform: As in `sys.platform`.
    """
    inside = ("Support Files", "aerender.exe") if platform == "win32" else (AERENDER,)
    found: list[Installed] = []
    for name in names:
        year = _YEAR.fullmatch(name)
        if year or _BETA.fullmatch(name):
            program = flavour(platform)(root, name, *inside)
            found.append(Installed(year[1] if year else "Beta", str(program)))
    return sorted(found, key=lambda each: each.year if each.year != "Beta" else "", reverse=True)


def year_of(program: PurePath) -> str:
    """The version of After Effects, going by the folders it lies in; empty when they do not say."""
    for part in reversed(program.parts):
        if year := _YEAR.fullmatch(part):
            return year[1]
        if _BETA.fullmatch(part):
            return "Beta"
    return ""


def after_effects(env: Mapping[str, str], platform: str = sys.platform) -> list[Installed]:
    """Every After Effects on this machine, the newest first."""
    found: list[Installed] = []
    for root in roots(env, platform):
        try:
            names = sorted(os.listdir(root))  # noqa: PTH208 - a root may be missing or closed
        except OSError:
            continue
        found += [
            each
            for each in installed(root, names, platform)
            if discovery.is_program(Path(each.program))
        ]
    return found


def find(
    env: Mapping[str, str], chosen: str = "", platform: str = sys.platform
) -> list[tuple[Path, str]]:
    """The renderers of After Effects as (path, origin): what a person named first, then by age."""
    named = discovery.candidates(AERENDER, env, chosen, platform=platform)
    seen = {path for path, _ in named}
    usual = [Path(each.program) for each in after_effects(env, platform)]
    return [*named, *((path, discovery.SYSTEM) for path in usual if path not in seen)]


# ------------------------------------------------------------------ nexrender


def scripts_behind(
    named: str, platform: str = sys.platform, resolve: Callable[[str], str] = os.path.realpath
) -> Iterator[str]:
    """What a path may stand for that a person, or ``PATH``, names as nexrender.

    A script of the Windows shell is never run: the script of node that it calls lies beside it.

    Args:
        named: A folder, a script of node, a link to one, or ``nexrender-cli.cmd``.
        platform: As in `sys.platform`.
        resolve: Follows links.
    """
    path = flavour(platform)(named)
    if path.suffix.lower() in (".cmd", ".bat", ".ps1"):
        yield str(path.parent.joinpath(*SCRIPT))
    elif path.suffix.lower() in (".js", ".cjs", ".mjs"):
        yield str(path)
    else:
        yield str(path.joinpath(*SCRIPT))
        if resolve(named).endswith((".js", ".cjs", ".mjs")):
            yield resolve(named)
        # npm writes a script of a Unix shell beside the .cmd on Windows.
        yield str(path.parent.joinpath(*SCRIPT))


def usual_scripts(env: Mapping[str, str], platform: str = sys.platform) -> Iterator[str]:
    """Where nexrender may lie: ours first, then what ``PATH`` knows, and npm's own folders."""
    kind = flavour(platform)
    yield str(install_folder(env).joinpath(*SCRIPT))
    for folder in discovery.search_folders(env, platform):
        ending = ".cmd" if platform == "win32" else ""
        yield from scripts_behind(str(kind(str(folder), f"nexrender-cli{ending}")), platform)
    if platform == "win32":
        places = [kind(env["APPDATA"], "npm")] if env.get("APPDATA") else []
    else:
        prefixes = ["/usr/local", "/opt/homebrew", "/usr"]
        prefixes += [f"{env['HOME']}/.npm-global"] if env.get("HOME") else []
        places = [kind(prefix, "lib") for prefix in prefixes]
    for place in places:
        yield str(place.joinpath(*SCRIPT))


def install_folder(env: Mapping[str, str]) -> Path:
    """Where we install nexrender: in the data folder, whichever queue is used."""
    return find_paths("", env).engines / FOLDER


def nexrender_script(
    env: Mapping[str, str],
    platform: str = sys.platform,
    is_file: Callable[[str], bool] = os.path.isfile,
) -> str:
    """nexrender's script for node.

    Raises:
        NotPossibleNow: There is none, or none where one was named.
    """
    named = env.get("RENDERMANAGER_NEXRENDER", "")
    places = scripts_behind(named, platform) if named else usual_scripts(env, platform)
    found = next((each for each in places if is_file(each)), "")
    if found:
        return found
    if named:
        raise NotPossibleNow(
            f"“{named}”, named by RENDERMANAGER_NEXRENDER, is no nexrender.",
            "Name the folder that it is installed in, or take the variable away.",
        )
    raise NotPossibleNow("nexrender, which drives After Effects, is not installed.", INSTALL)


def also_needed(env: Mapping[str, str]) -> list[Path]:
    """Files that After Effects is no use without, as far as they may come and go."""
    named = env.get("RENDERMANAGER_NEXRENDER", "")
    script = Path(named) if named else install_folder(env).joinpath(*SCRIPT)
    return [script, *node_candidates(env)]


def version_of(script: str) -> str:
    """nexrender's version, as its package says; empty when it does not."""
    package = Path(script).parent.parent / "package.json"
    try:
        told = json.loads(package.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(told.get("version", "")) if isinstance(told, dict) else ""


def modules(script: Path) -> dict[str, Path]:
    """The modules that a job may use and that lie where this nexrender would find them itself."""
    package = script.parent.parent
    places = [package / "node_modules", package.parent.parent]
    found: dict[str, Path] = {}
    for name in HELP:
        for place in places:
            if (place / name / "package.json").is_file():
                found.setdefault(name, place / name)
    return found


# ------------------------------------------------------------------ node


def node_candidates(env: Mapping[str, str], platform: str = sys.platform) -> list[Path]:
    """Every node: what ``RENDERMANAGER_NODE`` names, ``PATH``, and where its installer puts it."""
    found = [path for path, _ in discovery.candidates(NODE, env, platform=platform)]
    if platform == "win32" and env.get("PROGRAMFILES"):
        found.append(Path(env["PROGRAMFILES"]) / "nodejs" / "node.exe")
    return [path for path in found if discovery.is_program(path)]


def node(env: Mapping[str, str]) -> tuple[Path, tuple[int, int]]:
    """The first node that is new enough, with its version.

    Raises:
        NotPossibleNow: There is none.
    """
    troubles: list[str] = []
    for path in node_candidates(env):
        try:
            answer = _NODE_VERSION.fullmatch(discovery.ask(path, "--version"))
        except OSError as error:
            troubles.append(f"“{path}” does not work: {error}")
            continue
        if answer and int(answer[1]) >= LEAST_NODE:
            return path, (int(answer[1]), int(answer[2]))
        troubles.append(f"“{path}” is older than node {LEAST_NODE}")
    raise NotPossibleNow(
        f"{'; '.join(troubles) or 'Node.js, which runs nexrender, was not found'}.",
        "Install Node.js 20 or newer, or name it with RENDERMANAGER_NODE.",
    )


def confinement(version: tuple[int, int]) -> frozenset[str]:
    """The flags by which this node keeps a script from writing where it has no business."""
    if version >= (22, 13):
        # From 25 on the network is closed, too, unless that is opened.
        return frozenset({"--permission", *(("--allow-net",) if version >= (25, 0) else ())})
    return frozenset({"--experimental-permission"}) if version >= (20, 0) else frozenset()


# ------------------------------------------------------------------ all of it


def probe(program: Path, env: Mapping[str, str] = os.environ) -> EngineVersion:
    """One After Effects with all that it takes to run it.

    Raises:
        OSError: It is no program.
        NotPossibleNow: Something else is missing; the sentence says what.
    """
    if not discovery.is_program(program):
        raise OSError("it is no program that can be run")
    script = nexrender_script(env)
    runner, number = node(env)
    helpers = {NODE: runner, NEXRENDER: Path(script)}
    if ffmpeg := next((path for path in _ffmpegs(env) if discovery.is_program(path)), None):
        helpers[FFMPEG] = ffmpeg
    if env.get("RENDERMANAGER_NEXRENDER_REQUIRE"):
        helpers[PRELOAD] = Path(env["RENDERMANAGER_NEXRENDER_REQUIRE"])
    for each in after_effects(env):
        helpers[f"{AERENDER} {each.year}"] = Path(each.program)
    if year := year_of(program):
        helpers[f"{AERENDER} {year}"] = program
    helpers |= {f"{MODULE}{name}": path for name, path in modules(Path(script)).items()}
    words = f"{year or AERENDER} (nexrender {version_of(script) or '?'})"
    return EngineVersion(program, words, features=confinement(number), helpers=helpers)


def _ffmpegs(env: Mapping[str, str]) -> list[Path]:
    found = discovery.candidates(FFMPEG, env, built_in=discovery.bundled_ffmpeg())
    return [path for path, _ in found]
