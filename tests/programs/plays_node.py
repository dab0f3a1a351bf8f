"""Stands in for node with nexrender: answers its version, and writes what a job promises."""

import json
import subprocess
import sys
from pathlib import Path

import imageio_ffmpeg


def film(path: str) -> None:
    """A short film, whatever its format."""
    words = ["-hide_banner", "-loglevel", "error", "-y", "-f", "lavfi", "-i"]
    words += ["testsrc2=size=64x48:rate=25:duration=0.4", "-c:v", "mpeg4", f"file:{path}"]
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), *words], check=True)


def main(words: list[str]) -> None:
    if words == ["--version"]:
        print("v20.11.0")
        return
    job = json.loads(Path(words[words.index("--file") + 1]).read_text(encoding="utf-8"))
    Path(job["output"]).parent.mkdir()
    film(job["output"])
    for action in job["actions"]["postrender"]:
        film(action["output"])
    print("> job rendering successfully finished")


main(sys.argv[1:])
