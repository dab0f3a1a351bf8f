"""Puts Render Manager into the menu of the desktop, and into “Open with” of what it renders.

The files and their places are those of the freedesktop.org specifications for desktop entries, icon
themes and shared MIME information; they belong to one person and need no rights.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rendermanager.config.resources import resource
from rendermanager.core.errors import NotPossibleNow

NAME: Final = "rendermanager.desktop"
CALL_LIMIT_S: Final = 20.0
"""The programs that read what was installed take a moment; nobody waits for one that hangs."""
_BY_US: Final = (
    (("desktop", NAME), ("applications", NAME)),
    (
        ("icons", "rendermanager.svg"),
        ("icons", "hicolor", "scalable", "apps", "rendermanager.svg"),
    ),
    (("desktop", "rendermanager.xml"), ("mime", "packages", "rendermanager.xml")),
)
"""Which resource goes where below the person's folder of data."""
_RESERVED: Final = frozenset(" \t\n\"'\\><~|&;$*?#()`")
"""With one of these in it, a word of a command has to stand in quotes."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """The entry of one person.

    Attributes:
        data: Folder below which desktops look for entries, icons and kinds of files.
    """

    data: Path

    @property
    def file(self) -> Path:
        """The entry itself."""
        return self.data / "applications" / NAME

    @property
    def files(self) -> list[Path]:
        """Everything that belongs to it."""
        return [self.data.joinpath(*place) for _, place in _BY_US]

    @property
    def is_there(self) -> bool:
        """Whether the menu has it."""
        return self.file.is_file()

    def install(self, command: Sequence[str]) -> None:
        """Write the entry, its icon and the kinds of files that nobody else describes.

        Where a kind of file was opened by another program until now, it stays with that one.

        Args:
            command: What opens the window; files are added to it.

        Raises:
            NotPossibleNow: This is no such desktop, or a file cannot be written.
        """
        _check_system()
        before = _defaults(_kinds())
        for source, place in _BY_US:
            text = resource(*source).read_text(encoding="utf-8")
            if source[-1] == NAME:
                text = entry_text(text, command)
            _write(self.data.joinpath(*place), text)
        self._tell_desktop()
        _keep_defaults(before)

    def remove(self) -> bool:
        """Take everything away again; False when nothing was there.

        Raises:
            NotPossibleNow: This is no such desktop, or a file cannot be removed.
        """
        _check_system()
        there = [path for path in self.files if path.exists()]
        for path in there:
            try:
                path.unlink()
            except OSError as error:
                reason = error.strerror or error
                raise NotPossibleNow(f"“{path}” cannot be removed: {reason}.") from error
        if there:
            self._tell_desktop()
        return bool(there)

    def _tell_desktop(self) -> None:
        """Have the lists made anew that desktops read; those that look by themselves need none."""
        _call("update-mime-database", str(self.data / "mime"))
        _call("update-desktop-database", str(self.data / "applications"))


def menu_entry(environ: Mapping[str, str] = os.environ) -> MenuEntry:
    """The entry of whoever runs this."""
    data = environ.get("XDG_DATA_HOME", "")
    usual = Path.home() / ".local" / "share"
    return MenuEntry(Path(data) if Path(data).is_absolute() else usual)


def start_command(data_dir: str = "") -> list[str]:
    """What opens the window of this very installation.

    Args:
        data_dir: The data folder, where it is not the usual one.
    """
    script = Path(sys.executable).with_name("rendermanager")
    program = [str(script)] if script.is_file() else [sys.executable, "-m", "rendermanager"]
    return [*program, *(["--data-dir", data_dir] if data_dir else []), "gui"]


def entry_text(template: str, command: Sequence[str]) -> str:
    """The entry with the command that opens the window here."""
    line = " ".join([*map(_quoted, command), "%F"])
    lines = template.splitlines()
    return "\n".join(f"Exec={line}" if each.startswith("Exec=") else each for each in lines) + "\n"


def _quoted(word: str) -> str:
    """A word of a command as entries write it: quoted, and then escaped as every text of theirs."""
    text = word.replace("%", "%%")
    if not _RESERVED.isdisjoint(word):
        for each in '\\"`$':
            text = text.replace(each, f"\\{each}")
        text = f'"{text}"'
    return text.replace("\\", "\\\\")


def _kinds() -> list[str]:
    """The kinds of files that the entry offers to open."""
    for line in resource("desktop", NAME).read_text(encoding="utf-8").splitlines():
        if line.startswith("MimeType="):
            return [each for each in line.removeprefix("MimeType=").split(";") if each]
    return []


def _defaults(kinds: Sequence[str]) -> dict[str, str]:
    """Which program opens each kind of file now, for those that one opens."""
    found = {kind: _call("xdg-mime", "query", "default", kind).strip() for kind in kinds}
    return {kind: program for kind, program in found.items() if program not in ("", NAME)}


def _keep_defaults(before: Mapping[str, str]) -> None:
    """Entries of a person go before those of the system: nobody's films are to be queued."""
    now = _defaults(list(before))
    for kind, program in before.items():
        if now.get(kind) != program:
            _call("xdg-mime", "default", program, kind)


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise NotPossibleNow(f"“{path}” cannot be written: {error.strerror or error}.") from error


def _call(program: str, *words: str) -> str:
    """What a program of the desktop answers; empty where it is missing or fails."""
    found = shutil.which(program)
    if found is None:
        return ""
    try:
        done = subprocess.run(
            [found, *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=CALL_LIMIT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


def _check_system() -> None:
    if sys.platform in {"win32", "darwin"}:
        raise NotPossibleNow(
            "Entries for the menu are made on Linux and BSD only.",
            "On this system, pin the program to the taskbar or the Dock instead.",
        )
