"""A mixed batch of eight encodes: automatic concurrency against the best fixed one of xargs."""

import json
import shlex
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from tests.benchmarks.common import rendermanager, show

FIXED = (1, 2, 3, 4, 8)
SOURCE = "testsrc2=size=1280x720:rate=25,noise=alls=12:allf=t"
"""Moving, and hard enough to compress that encoders have something to do."""
BATCH: tuple[tuple[str, str, dict[str, object], float], ...] = (
    ("medium", "h264", {}, 4),
    ("slow", "h264", {"speed": "slow"}, 3),
    ("fast", "h264", {"speed": "fast"}, 5),
    ("slower", "h264", {"speed": "slower"}, 1.5),
    ("vp9", "vp9", {"speed": "fast", "width": 640}, 10),
    ("vp9 large", "vp9", {"speed": "fast"}, 2),
    ("prores", "prores-hq", {}, 4),
    ("gif", "gif", {}, 12),
)
"""Name, preset, settings, and seconds of source: each takes 5 to 14 seconds alone on two cores."""
ENDINGS = {"h264": ".mp4", "vp9": ".webm", "gif": ".gif"}


def sources(folder: Path) -> None:
    """One source for each, so that nobody reads what another has in its cache."""
    program = rendermanager(folder / "probe", "engines", "--json")
    engines = [json.loads(line) for line in program.splitlines()]
    ffmpeg = next(each["program"] for each in engines if each["name"] == "ffmpeg")
    for name, _, _, seconds in BATCH:
        command = [ffmpeg, "-loglevel", "error", "-f", "lavfi", "-i", SOURCE, "-t", str(seconds)]
        command += ["-c:v", "mpeg4", "-q:v", "3", str(folder / f"{name}.mov")]
        subprocess.run(command, check=True)


def jobs(folder: Path) -> Path:
    """The batch as a file of jobs."""
    path = folder / "batch.jsonl"
    lines = [
        {
            "engine": "ffmpeg",
            "name": name,
            "source": str(folder / f"{name}.mov"),
            "preset": preset,
            "settings": settings,
            "output": str(folder / "out" / f"{name}{ENDINGS.get(preset, '.mov')}"),
            "if_exists": "replace",
        }
        for name, preset, settings, _ in BATCH
    ]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return path


def ours(folder: Path, batch: Path, home: str, concurrency: str) -> float:
    """Seconds from start to end of the whole command."""
    start = time.perf_counter()
    rendermanager(folder / home, "render", "--jobs", str(batch), "--concurrency", concurrency)
    return time.perf_counter() - start


def commands(folder: Path, home: str) -> Path:
    """The very calls that were made in a home, as lines of a shell, writing elsewhere."""
    lines = []
    for number, log in enumerate(sorted((folder / home / "logs" / "jobs").rglob("*.log"))):
        where, call = log.read_text().splitlines()[1:3]
        place = where.removeprefix("# in ")
        target = folder / f"theirs{number}"
        target.mkdir(exist_ok=True)
        lines.append(call.removeprefix("# ").replace(place, str(target)))
    script = folder / "calls"
    script.write_text("".join(f"{shlex.quote(line)}\n" for line in lines))
    return script


def theirs(script: Path, at_once: int) -> float:
    """The same calls by xargs, so many at once."""
    start = time.perf_counter()
    subprocess.run(
        f"xargs -P {at_once} -I@ sh -c @ < {shlex.quote(str(script))} >/dev/null 2>&1",
        shell=True,
        check=True,
    )
    return time.perf_counter() - start


def main() -> None:
    """Measure all in one run and print the ratios."""
    folder = Path(tempfile.mkdtemp(prefix="rm-bench-"))
    sources(folder)
    batch = jobs(folder)
    one = ours(folder, batch, "one", "1")
    script = commands(folder, "one")
    fixed = {at_once: theirs(script, at_once) for at_once in FIXED}
    best = min(fixed.values())
    cold = ours(folder, batch, "auto", "auto")
    learned = ours(folder, batch, "auto", "auto")
    rows = [(f"xargs -P {at_once}", f"{took:.1f} s") for at_once, took in fixed.items()]
    rows += [
        ("Render Manager, one at once", f"{one:.1f} s"),
        ("automatic, cold", f"{cold:.1f} s"),
        ("ratio to the best fixed (aim: at most 1.05)", f"{cold / best:.3f}"),
        ("automatic, after learning", f"{learned:.1f} s"),
        ("ratio to the best fixed (aim: at most 0.98)", f"{learned / best:.3f}"),
    ]
    show(f"A mixed batch of {len(BATCH)} encodes", rows)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
