"""The entry in the menu of the desktop: what is written, and whom it leaves alone."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from rendermanager.core.errors import NotPossibleNow
from rendermanager.services import menuentry
from rendermanager.services.menuentry import MenuEntry, entry_text, menu_entry, start_command

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="has no such entries")

TEMPLATE = "[Desktop Entry]\nExec=rendermanager gui %F\nIcon=rendermanager\n"
ANSWERS = """#!/bin/sh
echo "$(basename "$0") $*" >> "$CALLS"
case "$2" in
default) test -e "$TAKEN" && echo rendermanager.desktop || echo player.desktop;;
esac
"""
"""A desktop in which the newest entry opens every film, as those of a person do."""


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the programs of the desktop write down how they were called."""
    folder, file = tmp_path / "programs", tmp_path / "calls"
    folder.mkdir()
    for name in ("xdg-mime", "update-mime-database", "update-desktop-database"):
        program = folder / name
        program.write_text(ANSWERS)
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setenv("CALLS", str(file))
    monkeypatch.setenv("TAKEN", str(tmp_path / "data" / "applications" / menuentry.NAME))
    return file


@pytest.fixture
def entry(tmp_path: Path) -> MenuEntry:
    return MenuEntry(tmp_path / "data")


def test_it_is_written_with_icon_and_kinds_of_files_and_goes_without_a_trace(
    entry: MenuEntry, calls: Path
) -> None:
    assert not entry.file.exists()
    entry.install(["/opt/rm/bin/rendermanager", "gui"])
    assert entry.is_there
    assert "Exec=/opt/rm/bin/rendermanager gui %F\n" in entry.file.read_text()
    assert all(path.stat().st_size for path in entry.files)
    assert entry.remove()
    assert not any(path.exists() for path in entry.files)
    assert not entry.remove()
    heard = calls.read_text().splitlines()
    for program, folder in (("mime", "mime"), ("desktop", "applications")):
        assert heard.count(f"update-{program}-database {entry.data / folder}") == 2


def test_what_opened_films_before_opens_them_still(entry: MenuEntry, calls: Path) -> None:
    entry.install(["rendermanager", "gui"])
    heard = calls.read_text().splitlines()
    assert "xdg-mime default player.desktop video/mp4" in heard


def test_it_does_without_the_programs_of_a_desktop(
    entry: MenuEntry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    entry.install(["rendermanager", "gui"])
    assert entry.is_there


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs the validator")
def test_the_validator_finds_nothing_wrong(entry: MenuEntry, calls: Path) -> None:
    entry.install(['/home/ada/my "100 %" $tools/rendermanager', "--data-dir", "/tmp/a b", "gui"])
    words = ["desktop-file-validate", str(entry.file)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert calls.exists()


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("/usr/bin/rendermanager", "/usr/bin/rendermanager"),
        ("/opt/my tools/rm", '"/opt/my tools/rm"'),
        ("/opt/100%/rm", "/opt/100%%/rm"),
        ('/opt/"x"/$a', '"/opt/\\\\"x\\\\"/\\\\$a"'),
        ("/opt/back\\slash", '"/opt/back\\\\\\\\slash"'),
    ],
)
def test_words_of_the_command_are_quoted(word: str, written: str) -> None:
    text = entry_text(TEMPLATE, [word, "gui"])
    assert f"\nExec={written} gui %F\n" in text
    # Read as desktops do: first the escapes of every text, then the quotes of a shell.
    line = text.splitlines()[1].removeprefix("Exec=").replace("\\\\", "\\")
    script = f'for word in {line}; do echo "$word"; break; done'
    read = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert read.stdout.strip().replace("%%", "%") == word


def test_it_starts_this_installation_with_its_data_folder() -> None:
    command = start_command("/srv/queue")
    assert command[-3:] == ["--data-dir", "/srv/queue", "gui"]
    assert Path(command[0]).parent == Path(sys.executable).parent
    assert "--data-dir" not in start_command()


def test_it_lies_where_the_person_keeps_data(tmp_path: Path) -> None:
    assert menu_entry({"XDG_DATA_HOME": str(tmp_path)}).data == tmp_path
    usual = Path.home() / ".local" / "share"
    assert menu_entry({}).data == menu_entry({"XDG_DATA_HOME": "relative"}).data == usual


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(NotPossibleNow, match=r"cannot be written: Not a directory"):
        MenuEntry(tmp_path / "data").install(["rendermanager"])


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_nothing_is_claimed(
    entry: MenuEntry, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    for act in (lambda: entry.install(["rendermanager"]), entry.remove):
        with pytest.raises(NotPossibleNow, match="on Linux and BSD only"):
            act()
