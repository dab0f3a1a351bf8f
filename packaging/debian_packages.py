"""Finds and installs the Debian packages that Qt and the tests need."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence

QT_LIBRARIES = (
    "libegl1",
    "libgl1",
    "libfontconfig1",
    "libglib2.0-0",
    "libdbus-1-3",
    "libgssapi-krb5-2",
    "libxkbcommon0",
    "fonts-dejavu-core",
)
X11_LIBRARIES = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
WAYLAND_LIBRARIES = ("libwayland-cursor0", "libwayland-egl1")
TEST_TOOLS = ("dbus", "openbox", "xauth", "xdotool", "xvfb")

LOCK_TIMEOUT_S = 120


def is_debian() -> bool:
    """Whether packages can be asked for here at all."""
    return shutil.which("dpkg-query") is not None and shutil.which("apt-get") is not None


def present_names(listing: str) -> set[str]:
    """Read `dpkg-query`'s lines `status|name|provides` into the names that are satisfied.

    What a package provides counts: Debian 13 has libglib2.0-0 only as libglib2.0-0t64.
    """
    names: set[str] = set()
    for line in listing.splitlines():
        status, name, provides = line.split("|", 2)
        if not status.startswith("ii"):
            continue
        names.add(name)
        names.update(entry.split()[0] for entry in provides.split(",") if entry.strip())
    return names


def missing(wanted: Iterable[str]) -> list[str]:
    """Return those of `wanted` that are not installed; none where there is no dpkg."""
    if not is_debian():
        return []
    listing = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${db:Status-Abbrev}|${Package}|${Provides}\\n"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    present = present_names(listing)
    return [name for name in wanted if name not in present]


def install_line(names: Sequence[str]) -> str:
    """Return the line a person types to install `names`."""
    line = "apt-get install --no-install-recommends " + " ".join(names)
    return f"sudo {line}" if shutil.which("sudo") else f"su -l -c '{line}'"


def install(names: Sequence[str]) -> bool:
    """Install `names` if that needs no password; return whether they are there afterwards."""
    prefix = _root_prefix()
    if prefix is None:
        return False
    apt = [*prefix, "apt-get", "-qq", "-o", f"DPkg::Lock::Timeout={LOCK_TIMEOUT_S}"]
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *names]):
        # Standard output is apt's progress; what went wrong is on standard error.
        done = subprocess.run(
            [*apt, *arguments], check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        if done.returncode and arguments[0] == "install":
            return False
    return not missing(names)


def _root_prefix() -> list[str] | None:
    """Return what to put before a command to run it as root, or None if that is not possible."""
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return quiet
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], check=False, stderr=subprocess.DEVNULL)
    return ["sudo", "-n", *quiet] if asked.returncode == 0 else None
