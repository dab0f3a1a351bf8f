"""Where Blender is looked for, and what its version is."""

from pathlib import Path

import pytest

from rendermanager.renderers import discovery
from rendermanager.renderers.blender import locate


def program(path: Path, answer: str = "Blender 4.2.1 LTS") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{answer}'\n")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def _only_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves the real programs of this machine out."""
    monkeypatch.setattr(discovery, "usual_folders", lambda *_: [])
    monkeypatch.setattr(locate, "_versions", lambda *_: [])


def test_what_a_person_named_comes_first(tmp_path: Path) -> None:
    on_path = program(tmp_path / "bin" / "blender")
    named = program(tmp_path / "mine" / "blender")
    chosen = program(tmp_path / "chosen" / "blender")
    env = {"PATH": str(on_path.parent), "RENDERMANAGER_BLENDER": str(named)}
    assert locate.find(env, str(chosen), platform="linux")[:3] == [
        (chosen, discovery.CHOSEN),
        (named, discovery.ENVIRONMENT),
        (on_path, discovery.SYSTEM),
    ]


def test_caged_blenders_are_called_so(tmp_path: Path) -> None:
    home = tmp_path / "home"
    flatpak = home / ".local/share/flatpak/exports/bin/org.blender.Blender"
    program(flatpak)
    found = locate.find({"HOME": str(home)}, platform="linux")
    assert (flatpak, locate.FLATPAK) in found
    assert locate.origin_of(Path("/snap/bin/blender"), discovery.SYSTEM) == locate.SNAP
    assert locate.origin_of(Path("/snap/bin/blender"), discovery.CHOSEN) == discovery.CHOSEN


def test_installers_of_each_system_are_known(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.undo()
    mac = list(locate.installed({"HOME": "/Users/ada"}, "darwin"))
    assert Path("/Applications/Blender.app/Contents/MacOS/Blender") in mac
    assert Path("/Users/ada/Applications/Blender.app/Contents/MacOS/Blender") in mac
    for version in ("Blender 3.6", "Blender 4.10", "Blender 4.2", "Other"):
        (tmp_path / "Blender Foundation" / version).mkdir(parents=True)
    windows = list(locate.installed({"ProgramFiles": str(tmp_path)}, "win32"))
    assert [path.parent.name for path in windows] == ["Blender 4.10", "Blender 4.2", "Blender 3.6"]
    assert list(locate.installed({}, "win32")) == []


@pytest.mark.parametrize(
    ("answer", "version"),
    [
        ("Blender 3.4.1\n\tbuild date: 2023-01-01", "3.4.1"),
        ("Color management: x\nBlender 4.2.1 LTS\n", "4.2.1 LTS"),
        (
            "Blender 5.0.1 (hash a3db93c5b259 built 2025-12-16)",
            "5.0.1 (hash a3db93c5b259 built 2025-12-16)",
        ),
    ],
)
def test_the_version_is_read(answer: str, version: str) -> None:
    assert locate.version_in(answer, Path("/b")) == version


def test_another_program_is_no_blender(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="is not Blender"):
        locate.probe(program(tmp_path / "blender", "GIMP 3"))
    assert locate.probe(program(tmp_path / "blender")).version == "4.2.1 LTS"
