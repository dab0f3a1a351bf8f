"""Runs what an engine says is to be run, as the app would, without the app around it."""

import subprocess
from pathlib import Path

from rendermanager.engine.prepare import scrubbed_environment
from rendermanager.renderers.api import Command

LIMIT_S = 120
"""Far beyond what anything here takes; only a hang gets there."""


def run_command(command: Command, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Write the command's files into this folder and run it, both streams as one text."""
    for name, content in command.files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return subprocess.run(
        command.argv,
        cwd=command.cwd,
        env={**scrubbed_environment(), **command.env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        timeout=LIMIT_S,
        check=False,
    )
