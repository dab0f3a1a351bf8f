"""Makes a fresh checkout ready to run: its own environment and what Qt needs of the system."""

import argparse
import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import debian_packages

Profile = Literal["run", "test"]
Part = Literal["python", "system"]

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

EXTRAS: dict[Profile, str] = {"run": "ffmpeg", "test": "ffmpeg,secrets,dev"}
# When one of these changes, the set-up is done again.
INPUTS = (
    "pyproject.toml",
    "constraints.txt",
    "packaging/set_up.py",
    "packaging/debian_packages.py",
)


class SetUpError(Exception):
    """The set-up cannot go on; the message tells the person what to do."""


def has_display() -> bool:
    """Whether a window can be shown to somebody."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def set_up(profile: Profile) -> None:
    """Install what `profile` still lacks; return at once if that is nothing.

    Raises:
        SetUpError: something is missing that only the person at the machine can install.
    """
    system_is_done = _is_done("system", profile)
    lacking = [] if system_is_done else _install_system_packages(profile)
    if not _is_done("python", profile):
        _install_python_packages(profile, lacking)
        _mark_done("python", profile)
    compile_program()
    if not system_is_done:
        if lacking or not debian_packages.is_debian():
            _check_that_qt_starts(profile, lacking)
        if not lacking:
            _mark_done("system", profile)


def system_packages(profile: Profile, *, has_ensurepip: bool) -> list[str]:
    """Return the Debian packages for `profile`; Debian ships venv apart from Python."""
    names = [
        *debian_packages.QT_LIBRARIES,
        *debian_packages.X11_LIBRARIES,
        *debian_packages.WAYLAND_LIBRARIES,
    ]
    if profile == "test":
        names += debian_packages.TEST_TOOLS
    if not has_ensurepip:
        names.append(_venv_package())
    return names


def _venv_package() -> str:
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def _install_system_packages(profile: Profile) -> list[str]:
    """Return the Debian packages that are still missing after an attempt to install them."""
    has_ensurepip = _environment_works() or importlib.util.find_spec("ensurepip") is not None
    lacking = debian_packages.missing(system_packages(profile, has_ensurepip=has_ensurepip))
    if lacking:
        _say(f"Debian packages that are missing: {' '.join(lacking)}")
        if debian_packages.install(lacking):
            return []
    return lacking


def _install_python_packages(profile: Profile, lacking: Sequence[str]) -> None:
    if not _environment_works():
        if _venv_package() in lacking:
            raise SetUpError(
                "Python came without its venv module on this machine. Please type this line, "
                f"then the same make command again:\n    {debian_packages.install_line(lacking)}"
            )
        _say("Making the environment .venv")
        _run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])
    _say("Installing Python packages into .venv (once; a few minutes on a slow line)")
    pip = [str(PYTHON), "-m", "pip", "-qq", "--no-input", "--disable-pip-version-check"]
    pinned = [*pip, "install", "--constraint", str(ROOT / "constraints.txt")]
    # The build backend goes first and is used as installed, so that it is pinned as well.
    _run([*pinned, "hatchling"])
    project = f"{ROOT}[{EXTRAS[profile]}]"
    _run([*pinned, "--no-build-isolation", "--editable", project])


def compile_program() -> None:
    """Compile the program ahead, as pip does for what it installs itself.

    Where Python may not write compiled files later (PYTHONDONTWRITEBYTECODE, a checkout that
    belongs to somebody else) each start would compile everything anew, for a quarter of its time.
    What is up to date takes a moment, and what cannot be written is left.
    """
    command = [str(PYTHON), "-m", "compileall", "-qq", str(ROOT / "rendermanager")]
    subprocess.run(command, check=False, stdin=subprocess.DEVNULL)


def _environment_works() -> bool:
    """Whether .venv is whole; one that was interrupted or whose Python went away is not."""
    if not PYTHON.exists():
        return False
    code = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    asked = subprocess.run([PYTHON, "-c", code], check=False, stderr=subprocess.DEVNULL)
    return asked.returncode == 0


def _check_that_qt_starts(profile: Profile, lacking: Sequence[str]) -> None:
    """Stop only if Qt does not start: libraries may have come another way than by package."""
    environment = dict(os.environ)
    code = "from PySide6.QtWidgets import QApplication; QApplication([])"
    if profile == "test":
        environment["QT_QPA_PLATFORM"] = "offscreen"
    elif not has_display():
        code = "import PySide6.QtCore"
    tried = subprocess.run(
        [PYTHON, "-c", code], check=False, env=environment, capture_output=True, text=True
    )
    line = f"\n    {debian_packages.install_line(lacking)}" if lacking else ""
    if tried.returncode == 0:
        if lacking:
            _say(f"Qt starts, but some system packages are missing. To add them:{line}")
        return
    if not line:
        line = " those that your system calls, or that hold, what Debian calls:\n    "
        line += " ".join(system_packages(profile, has_ensurepip=True))
    said = [text for text in tried.stderr.splitlines() if not text.startswith((" ", "Traceback"))]
    raise SetUpError(
        "\n".join(said) + "\n"
        "Qt does not start: system libraries are missing. Please install them, then type the "
        f"same make command again:{line}"
    )


def _is_done(part: Part, profile: Profile) -> bool:
    """Whether `part` was set up for `profile`, or for `test`, which holds all of `run`."""
    if not PYTHON.exists():
        return False
    return any(
        _stamp(part, done).is_file() and _stamp(part, done).read_text() == _digest()
        for done in {profile, "test"}
    )


def _mark_done(part: Part, profile: Profile) -> None:
    _stamp(part, profile).write_text(_digest())


def _stamp(part: Part, profile: str) -> Path:
    return ENVIRONMENT / f"{part}-set-up-for-{profile}"


def _digest() -> str:
    """Return what the set-up depends on, in one word; a moved checkout is a new one."""
    digest = hashlib.sha256(str(ROOT).encode())
    for name in INPUTS:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise SetUpError(f"This step of the set-up failed:\n    {' '.join(command)}")


def _say(sentence: str) -> None:
    print(sentence, flush=True)


def main() -> None:
    """Set up for the profile named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("profile", choices=("run", "test"))
    try:
        set_up(parser.parse_args().profile)
    except SetUpError as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
