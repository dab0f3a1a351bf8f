"""Nobody else can read what we write, and no text of a user ever reaches a shell."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.driving import environment, run
from tests.helpers.privacy import open_to_others
from tests.media.samples import Samples

ROOT = Path(__file__).resolve().parent.parent
SHELLS = re.compile(
    r"shell\s*=\s*True|os\.system\(|os\.popen\(|subprocess\.getoutput|getstatusoutput"
    r"|create_subprocess_shell|startCommand\(|pty\.spawn"
)
needs_unix = pytest.mark.skipif(os.name == "nt", reason="needs rights of Unix")


@needs_unix
def test_everything_in_the_data_folder_is_for_its_owner_alone(
    home: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(Samples(tmp_path_factory.mktemp("samples")).content("clip.mp4"))
    words = ["--data-dir", str(home), "--verbose"]
    # As on machines where new files are open to everybody.
    session = "import os, sys; os.umask(0); from rendermanager.cli.main import main; "
    session += "sys.exit(main(sys.argv[1:]))"
    for command in (
        ["render", str(clip)],
        ["submit", str(clip)],
        ["serve", "--exit-when-idle"],
        ["backup", str(home / "copy.db")],
        ["restore", str(home / "copy.db")],
        ["list"],
    ):
        done = subprocess.run(
            [sys.executable, "-c", session, *words, *command],
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert open_to_others(home) == []
    names = {path.name for path in home.rglob("*")}
    assert {"queue.db", "rendermanager.log", "1-1.log"} <= names


@needs_unix
def test_the_checker_finds_what_is_open(tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    (private / "file").touch(mode=0o600)
    assert open_to_others(private) == []
    (private / "file").chmod(0o640)
    assert len(open_to_others(private)) == 1


def test_there_is_no_shell_anywhere() -> None:
    hits = [
        f"{file.relative_to(ROOT)}: {match[0]}"
        for folder in ("rendermanager", "packaging")
        for file in (ROOT / folder).rglob("*.py")
        for match in SHELLS.finditer(file.read_text(encoding="utf-8"))
    ]
    assert hits == []
    assert SHELLS.search("subprocess.run(line, shell=True)")


@needs_unix
def test_a_program_in_the_working_folder_is_not_found(tmp_path: Path) -> None:
    for name in ("ffmpeg", "render-this"):
        trap = tmp_path / name
        trap.write_text("#!/bin/sh\ntouch trapped\n")
        trap.chmod(0o755)
    (tmp_path / "job.jsonl").write_text('{"argv": ["render-this"]}\n')
    (tmp_path / "clip.mov").write_bytes(b"no film")
    path = f":.:{os.environ['PATH']}"
    run("render", "--jobs", "job.jsonl", cwd=tmp_path, PATH=path)
    run("render", "clip.mov", cwd=tmp_path, PATH=path)
    assert not (tmp_path / "trapped").exists()
