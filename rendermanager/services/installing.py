"""Installs the programs of engines into the data folder, whole or not at all."""

import logging
import os
import shutil
import subprocess
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

from rendermanager.config.paths import find_paths
from rendermanager.core.errors import BadInput, NotPossibleNow
from rendermanager.core.problem import unknown
from rendermanager.machine.processes import end_tagged
from rendermanager.machine.supervising.spawned import TAG_VARIABLE
from rendermanager.renderers import discovery
from rendermanager.renderers.nexrender import install, locate

LIMIT_S: Final = 1_800
"""A slow line may take its time; npm gives up on a dead one by itself."""
INSTALLABLE: Final = (locate.FOLDER,)
_LOOK_S: Final = 0.5
_NEW: Final = ".new-"
_OLD: Final = ".old-"
_BENDING: Final = frozenset({"NODE_OPTIONS", "NODE_PATH"})

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Installation:
    """What was installed.

    Attributes:
        name: Of the engine.
        version: As the program says it.
        folder: Where it lies.
    """

    name: str
    version: str
    folder: Path


def install_engine(
    name: str,
    say: Callable[[str], None] = lambda _: None,
    env: Mapping[str, str] = os.environ,
    is_wanted: Callable[[], bool] = lambda: True,
) -> Installation:
    """Install what an engine needs; blocks for about a minute.

    A crash or an interrupt leaves the earlier installation as it was.

    Args:
        name: One of `INSTALLABLE`.
        say: Told what goes on.
        env: The environment; npm finds its settings and its proxy there.
        is_wanted: Asked about twice a second; once it says no, npm is ended.

    Raises:
        BadInput: Nothing can be installed for this engine.
        NotPossibleNow: node or npm is missing, npm failed, or nobody wants it any more; the
            sentence says which.
    """
    if name not in INSTALLABLE:
        raise BadInput([unknown("program to install", name, INSTALLABLE, "engine")])
    node, _ = locate.node(env)
    npm = _npm(node, env)
    target = locate.install_folder(env)
    fresh = target.with_name(f"{_NEW}{target.name}-{os.getpid()}")
    say(f"Installing {name} into “{target}”; this takes a minute or so.")
    try:
        _sweep(target)
        find_paths("", env).make()
        _make(fresh)
        _run(install.install_command(node, npm), fresh, env, is_wanted)
        version = _check(fresh, node)
        _put_in_place(fresh, target)
    except OSError as error:
        where = f" (“{error.filename}”)" if error.filename else ""
        text = f"{name} cannot be installed: {error.strerror or error}{where}."
        raise NotPossibleNow(text, "Check the data folder, then try again.") from error
    finally:
        # Also after Ctrl-C: npm is gone by then, and half an installation is none.
        shutil.rmtree(fresh, ignore_errors=True)
    return Installation(name, version, target)


def _npm(node: Path, env: Mapping[str, str]) -> Path:
    found = discovery.search_folders(env)
    links = (folder / "npm" for folder in found if (folder / "npm").exists())
    for script in install.npm_scripts(node, next(links, None)):
        if script.is_file():
            return script
    raise NotPossibleNow(
        f"npm, which comes with Node.js, was not found beside “{node}”.",
        "Install Node.js 20 or newer with npm.",
    )


def _make(folder: Path) -> None:
    folder.parent.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700)
    for file in install.pinned_files():
        shutil.copyfile(file, folder / file.name)


def _run(
    argv: list[str], folder: Path, env: Mapping[str, str], is_wanted: Callable[[], bool]
) -> None:
    """Run npm, with a tag by which all that it starts is ended when it is interrupted."""
    tag = f"install-{uuid.uuid4().hex}"
    kept = {name: value for name, value in env.items() if name.upper() not in _BENDING}
    kept[TAG_VARIABLE] = tag
    with subprocess.Popen(
        argv,
        cwd=folder,
        env=kept,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        try:
            said = _output(child, is_wanted)
        except BaseException:
            end_tagged(tag, 0)
            raise
    if child.returncode != 0:
        _log.info("npm ended with %s: %s", child.returncode, said)
        message, hint = install.failure_of(said)
        words = install.last_words(said)
        raise NotPossibleNow(message, f"{hint}\n{words}" if words else hint)


def _output(child: subprocess.Popen[bytes], is_wanted: Callable[[], bool]) -> str:
    """All that npm says until its end.

    Raises:
        NotPossibleNow: It takes too long, or is not wanted any more; it still runs then.
    """
    ends = time.monotonic() + LIMIT_S
    while True:
        try:
            return child.communicate(timeout=_LOOK_S)[0].decode("utf-8", "replace")
        except subprocess.TimeoutExpired as error:
            if not is_wanted():
                text = "The installation was stopped."
                raise NotPossibleNow(text, "What was there before is as it was.") from error
            if time.monotonic() > ends:
                text = f"npm did not come to an end within {LIMIT_S // 60} minutes."
                raise NotPossibleNow(text, "Check the connection, then try again.") from error


def _check(folder: Path, node: Path) -> str:
    """The version that the new installation tells of itself.

    Raises:
        NotPossibleNow: It does not run.
    """
    script = folder.joinpath(*locate.SCRIPT)
    try:
        return discovery.ask(node, str(script), "--version").strip()
    except OSError as error:
        raise NotPossibleNow(f"nexrender was fetched but does not run: {error}.") from error


def _put_in_place(fresh: Path, target: Path) -> None:
    old = target.with_name(f"{_OLD}{target.name}-{os.getpid()}")
    if os.path.lexists(target):
        # Windows refuses this while a render runs from there, and that is said.
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if os.path.lexists(old):
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _sweep(target: Path) -> None:
    """Remove what installations left that were killed; put back what one had put aside."""
    if not target.parent.is_dir():
        return
    for mark in (_OLD, _NEW):
        for left in target.parent.glob(f"{mark}{target.name}-*"):
            pid = left.name.rpartition("-")[2]
            if pid.isdecimal() and int(pid) != os.getpid() and psutil.pid_exists(int(pid)):
                continue
            if mark == _OLD and not os.path.lexists(target):
                left.rename(target)
            else:
                shutil.rmtree(left, ignore_errors=True)
