"""Finding the programs of render engines on this machine and asking them for their version."""

import errno
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

ANSWER_LIMIT_S: Final = 10.0
"""A program that was asked for its version is ended after this many seconds."""
ANSWER_LIMIT_BYTES: Final = 1 << 20
"""No version text is longer; a program that prints more is no program we know."""

FIRST_YEAR: Final = 1990
"""A version that starts with at least this number is a date."""

CHOSEN: Final = "chosen"
ENVIRONMENT: Final = "environment"
SYSTEM: Final = "system"
BUILT_IN: Final = "built in"

_UNIX_PLACES: Final = {
    "darwin": ("/opt/homebrew/bin", "/usr/local/bin", "/opt/local/bin", "/usr/bin"),
    "linux": ("/usr/local/bin", "/usr/bin", "/snap/bin", "/home/linuxbrew/.linuxbrew/bin"),
}
_WINDOWS_PLACES: Final = (
    ("ProgramFiles", "{name}/bin"),
    ("ProgramFiles", "{name}"),
    ("SystemDrive", "/{name}/bin"),
    ("LOCALAPPDATA", "Microsoft/WinGet/Links"),
    ("LOCALAPPDATA", "Programs/{name}/bin"),
    ("ProgramData", "chocolatey/bin"),
    ("USERPROFILE", "scoop/shims"),
)


def search_folders(env: Mapping[str, str], platform: str = sys.platform) -> list[Path]:
    """The absolute folders of ``PATH``; empty and relative ones would mean the working folder."""
    separator = ";" if platform == "win32" else ":"
    folders = [Path(entry) for entry in env.get("PATH", "").split(separator) if entry]
    return [folder for folder in folders if folder.is_absolute()]


def usual_folders(name: str, env: Mapping[str, str], platform: str = sys.platform) -> list[Path]:
    """Where installers put a program that ``PATH`` does not know of."""
    if platform == "win32":
        places = [(env.get(root, ""), below.format(name=name)) for root, below in _WINDOWS_PLACES]
        return [Path(root + "/" + below.lstrip("/")) for root, below in places if root]
    folders = [Path(place) for place in _UNIX_PLACES.get(platform, _UNIX_PLACES["linux"])]
    home = env.get("HOME", "")
    return [*folders, Path(home, ".local/bin"), Path(home, "bin")] if home else folders


def file_names(name: str, platform: str = sys.platform) -> tuple[str, ...]:
    """The file names a program may have; scripts of the Windows shell are left out on purpose."""
    if platform != "win32":
        return (name,)
    return (name,) if name.lower().endswith((".exe", ".com")) else (f"{name}.exe", f"{name}.com")


def is_program(path: Path) -> bool:
    """Whether this is a file that may be run."""
    # pathlib raises for folders that may not be searched; this says no.
    return os.path.isfile(path) and os.access(path, os.X_OK)  # noqa: PTH113


def on_path(name: str, env: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """The first program of this bare name on ``PATH``, or None."""
    found = _in(search_folders(env, platform), name, platform)
    return found[0] if found else None


def candidates(
    name: str,
    env: Mapping[str, str],
    chosen: str = "",
    built_in: Sequence[Path] = (),
    platform: str = sys.platform,
) -> list[tuple[Path, str]]:
    """All programs of this name as (path, origin), each file once.

    The person's choice comes first, then ``RENDERMANAGER_<NAME>``, ``PATH``, the usual places and
    what we bring along. The first two are listed even where nothing stands there, so that a
    mistyped path is reported instead of silently passed over.
    """
    variable = f"RENDERMANAGER_{name.upper().replace('-', '_')}"
    named = [(Path(chosen), CHOSEN)] if chosen else []
    if env.get(variable):
        named.append((Path(env[variable]), ENVIRONMENT))
    folders = [*search_folders(env, platform), *usual_folders(name, env, platform)]
    system = [(path, SYSTEM) for path in _in(folders, name, platform)]
    brought = [(path, BUILT_IN) for path in built_in if is_program(path)]
    return _each_once([*named, *system, *brought])


def bundled_ffmpeg() -> list[Path]:
    """The ffmpeg inside the package imageio-ffmpeg, where that is installed."""
    try:
        # Loaded here: the package is optional.
        import imageio_ffmpeg  # noqa: PLC0415

        program = Path(imageio_ffmpeg.get_ffmpeg_exe())
    except (ImportError, AttributeError, RuntimeError, OSError):  # half removed, it lacks its code
        return []
    return [program] if program.is_absolute() else []


def _in(folders: Iterable[Path], name: str, platform: str) -> list[Path]:
    names = file_names(name, platform)
    return [path for folder in folders for each in names if is_program(path := folder / each)]


def _each_once(found: Iterable[tuple[Path, str]]) -> list[tuple[Path, str]]:
    """Drop the later of two names for one file (``/bin`` is often a link to ``/usr/bin``)."""
    seen: set[str] = set()
    kept: list[tuple[Path, str]] = []
    for path, origin in found:
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            kept.append((path, origin))
    return kept


def ask(program: Path, *arguments: str) -> str:
    """What a program prints, on both of its outputs, when called with these arguments.

    Raises:
        OSError: It cannot be run, fails, takes longer than ten seconds or floods us.
    """
    if not program.is_absolute():
        raise OSError(f"“{program}” is not an absolute path")
    with _started(program, arguments) as child:
        ended = threading.Event()
        timer = threading.Timer(ANSWER_LIMIT_S, _end, (child, ended))
        timer.start()
        try:
            answer = child.stdout.read(ANSWER_LIMIT_BYTES) if child.stdout else b""
            if len(answer) == ANSWER_LIMIT_BYTES:
                _end(child, ended)
            code = child.wait()
        finally:
            timer.cancel()
    if ended.is_set():
        raise TimeoutError(f"it gave no version within {ANSWER_LIMIT_S:.0f} seconds")
    if code != 0:
        raise OSError(f"it ended with code {code} when asked for its version")
    return answer.decode("utf-8", "replace")


def _started(program: Path, arguments: Sequence[str]) -> "subprocess.Popen[bytes]":
    """The program, running.

    Raises:
        OSError: It cannot be run; the message says why, to follow “does not work:”.
    """
    try:
        # A session of its own lets the time limit reach helpers that would keep the pipe open.
        return subprocess.Popen(
            [str(program), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise OSError(why_not_run(program, error)) from error


def why_not_run(program: Path, error: OSError) -> str:
    """What keeps the system from running a program, to follow “does not work:”."""
    if os.path.isdir(program):  # noqa: PTH112 - answers for any name
        return "it is a folder, not a program"
    if not os.path.exists(program):  # noqa: PTH110 - the same
        return "there is no such file"
    reasons = {
        errno.ENOEXEC: "it is no program for this machine, but for another kind of processor or "
        "system, or its file is damaged",
        errno.EACCES: "this user may not run it",
        errno.ENOENT: "something that it is run by is missing",
    }
    return reasons.get(error.errno or 0) or error.strerror or str(error)


def _end(child: "subprocess.Popen[bytes]", ended: threading.Event) -> None:
    ended.set()
    if child.poll() is not None:
        return
    if sys.platform == "win32":
        child.kill()
    else:
        os.killpg(child.pid, signal.SIGKILL)


def version_numbers(text: str) -> tuple[int, ...]:
    """The dotted number a version starts with, for comparing: ``n6.1-12-gabc`` → ``(6, 1)``.

    Builds named by a date or a count of commits (``2024-03-20-git``, ``N-112345-gdead``) name no
    release and give an empty tuple.
    """
    match = re.match(r"[nv]?(\d{1,9}(?:\.\d{1,9})*)", text, re.IGNORECASE)
    if match is None:
        return ()
    numbers = tuple(int(part) for part in match.group(1).split("."))
    return () if numbers[0] >= FIRST_YEAR else numbers
