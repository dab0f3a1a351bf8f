"""Lays out a folder that looks like After Effects, with the stand-in of its renderer inside."""

import json
import sys
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import psutil

PROGRAM = Path(__file__).resolve().parent.parent / "programs" / "aerender.py"
ORIGINAL = "// the script that nexrender patches\n"
SHIM = "require('os').platform = () => 'darwin';\n"
"""nexrender looks for After Effects first, and on Linux that look alone makes it crash."""


def stand_ins(folder: Path) -> list[list[str]]:
    """Stand-ins that were started below a folder and still run."""
    lines = [each.info["cmdline"] or [] for each in psutil.process_iter(["cmdline"])]
    return [line for line in lines if str(PROGRAM) in line and str(folder) in " ".join(line)]


class AfterEffects:
    """One fake After Effects.

    Attributes:
        folder: Its folder.
        program: The renderer.
        shim: What node has to load before nexrender.
    """

    def __init__(self, parent: Path, year: str = "2025", **mode: Any) -> None:
        """Make the folder.

        Args:
            parent: Where it goes, as into ``/Applications``.
            year: Its version.
            mode: How the renderer behaves; see `tests/programs/aerender.py`.
        """
        self.folder = parent / f"Adobe After Effects {year}"
        self.script.parent.mkdir(parents=True)
        self.script.write_text(ORIGINAL)
        self.program = self.folder / "aerender"
        python, stand_in = sys.executable, PROGRAM
        self.program.write_text(
            f'#!/bin/sh\nexec "{python}" "{stand_in}" --home "${{0%/*}}" "$@"\n'
        )
        self.program.chmod(0o755)
        self.shim = parent / "shim.js"
        self.shim.write_text(SHIM)
        self.calls = self.folder / "calls.jsonl"
        self.behave(**mode)

    @property
    def script(self) -> Path:
        """The script that nexrender patches."""
        return self.folder / "Scripts" / "Startup" / "commandLineRenderer.jsx"

    def behave(self, **mode: Any) -> None:
        """What the renderer does from now on."""
        told = {"ffmpeg": imageio_ffmpeg.get_ffmpeg_exe(), "calls": str(self.calls), **mode}
        (self.folder / "aerender.mode.json").write_text(json.dumps(told))

    def notes(self) -> list[dict[str, Any]]:
        """What each call told, in the order of things: its arguments, and that it was done."""
        if not self.calls.exists():
            return []
        return [json.loads(line) for line in self.calls.read_text().splitlines()]

    def called_with(self) -> list[list[str]]:
        """The arguments of each call."""
        return [each["argv"] for each in self.notes() if "argv" in each]

    def environments(self) -> list[dict[str, str]]:
        """The environment of each call."""
        return [each["env"] for each in self.notes() if "env" in each]

    def scripts(self) -> list[str]:
        """The script that nexrender has put together for each call."""
        return [each["script"] for each in self.notes() if "script" in each]
