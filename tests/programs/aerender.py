"""Stands in for After Effects' command line renderer: prints what it prints, writes what it writes.

After Effects runs on Windows and macOS alone. This one takes the same arguments, prints Adobe's
format and has ffmpeg write the movie or the frames. What it does is told by `aerender.mode.json` in
the folder named by `--home`: a file, since whoever starts renderers keeps no environment.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Words:
    """What a translated After Effects calls things."""

    start: str
    end: str
    duration: str
    rate: str
    of: str
    seconds: str
    started: str
    finished: str
    settings: str


LOCALES = {
    "en": Words(
        *("Start", "End", "Duration", "Frame Rate", "comp", "Seconds"),
        "Start rendering composition “{}”.",
        "Finished composition “{}”.",
        "Render Settings: Best Settings",
    ),
    "de": Words(
        *("Beginn", "Ende", "Dauer", "Bildrate", "Komp.", "Sekunden"),
        "Rendern der Komposition „{}“ wird gestartet.",
        "Rendern der Komposition „{}“ beendet.",
        "Rendereinstellungen: Beste Einstellungen für Film",
    ),
    "fr": Words(
        *("Début", "Fin", "Durée", "Cadence", "composition", "secondes"),
        "Début du rendu de la composition « {} ».",
        "Composition « {} » terminée.",
        "Réglages de rendu : Réglages optimaux",
    ),
}
FLAGS = {"-continueOnMissingFootage": 0, "-reuse": 0, "-mp": 0, "-mem_usage": 2, "-mfr": 2}
VALUED = (
    *("-project", "-comp", "-rqindex", "-RStemplate", "-OMtemplate", "-output", "-log", "-s"),
    *("-e", "-i", "-sound", "-close", "-v", "-r", "-renderSettings", "-outputSettings"),
)
STILLS = {".png", ".jpg", ".jpeg", ".tif", ".tga", ".tiff", ".exr", ".dpx", ".bmp"}
FOREVER_S = 3_600
SIZE = "160x90"


@dataclass
class Mode:
    """What the file says; see `tests/helpers/after_effects.py`."""

    mode: str = "ok"
    pace_s: float = 0.0
    start_s: float = 0.0
    frames: int = 50
    rate: float = 25.0
    locale: str = "en"
    drop: bool = False
    fields: bool = False
    display: str = "timecode"
    encoding: str = "utf-8"
    comps: list[str] = field(default_factory=lambda: ["main"])
    modules: list[str] = field(default_factory=list)
    ffmpeg: str = "ffmpeg"
    calls: str = ""


MODE = Mode()


def say(text: str = "", stream: Any = None) -> None:
    """One line, in the encoding of the console."""
    raw = (text + "\n").encode(MODE.encoding, "replace")
    out = (stream or sys.stdout).buffer
    out.write(raw)
    out.flush()


def fail(text: str, code: int = 1) -> None:
    say(f"aerender ERROR: {text}")
    raise SystemExit(code)


def read_arguments(words: list[str]) -> dict[str, list[str]]:
    """The flags with their values; an unknown one ends it, as in Adobe's."""
    found: dict[str, list[str]] = {}
    rest = list(words)
    while rest:
        flag = rest.pop(0)
        number = 1 if flag in VALUED else FLAGS.get(flag)
        if number is None:
            fail(f"Illegal argument flag: {flag}")
        found[flag], rest = rest[: number or 0], rest[number or 0 :]
    return found


def timecode(frame: int) -> str:
    """A frame as After Effects shows it."""
    if MODE.display == "frames":
        return str(frame)
    fps = round(MODE.rate)
    if MODE.drop:
        dropped = 2 * (fps // 30)
        tens, rest = divmod(frame, fps * 600 - dropped * 9)
        frame += dropped * 9 * tens
        if rest > dropped:
            frame += dropped * ((rest - dropped) // (fps * 60 - dropped))
    seconds, part = divmod(frame, fps)
    mark = ";" if MODE.drop else ":"
    return mark.join(
        (str(seconds // 3600), *(f"{n:02d}" for n in (seconds // 60 % 60, seconds % 60, part)))
    )


def write_frames(output: Path, numbers: list[int]) -> None:
    """A movie, or one still for each number where the name holds ``[###]``."""
    head, mark, tail = output.name.partition("[#")
    words = [MODE.ffmpeg, "-hide_banner", "-nostdin", "-loglevel", "error", "-y", "-f", "lavfi"]
    words += ["-i", f"testsrc2=size={SIZE}:rate={MODE.rate:g}"]
    if not mark:
        kind = {".avi": ["-c:v", "mpeg4"], ".mov": ["-c:v", "qtrle"]}.get(output.suffix.lower())
        coded = kind or ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]
        words += ["-frames:v", str(len(numbers)), *coded, f"file:{output}"]
        subprocess.run(words, check=True)
        return
    digits, _, ending = tail.partition("]")
    pattern = f"{head}%0{len(digits) + 1}d{ending}"
    words += ["-frames:v", str(len(numbers)), "-start_number", str(numbers[0] if numbers else 0)]
    subprocess.run([*words, f"file:{output.with_name(pattern)}"], check=True)
    step = numbers[1] - numbers[0] if len(numbers) > 1 else 1
    for place, number in reversed(list(enumerate(numbers)) if step > 1 else []):
        made = output.with_name(pattern % (numbers[0] + place))
        made.rename(output.with_name(pattern % number))


def announce(comp: str, output: str, numbers: list[int]) -> None:
    """The block that precedes the frames."""
    words = LOCALES[MODE.locale]
    shown = f"{MODE.rate:.2f}".replace(".", "." if MODE.locale == "en" else ",")
    first, last = numbers[0], numbers[-1]
    say(f"PROGRESS:  11/22/2026 01:22:37 AM: {words.started.format(comp)}")
    say(f"PROGRESS:  {words.settings}")
    say("PROGRESS:    Quality: Best")
    say("PROGRESS:    Color Depth: 8 bits per channel")
    say(f"PROGRESS:    {words.start}: {timecode(first)}")
    say(f"PROGRESS:    {words.end}: {timecode(last)}")
    say(f"PROGRESS:    {words.duration}: {timecode(last - first + 1)}")
    say(f"PROGRESS:    {words.rate}: {shown} ({words.of})")
    say(f"PROGRESS:  Output To: {output}")


def hang() -> None:
    """Do nothing at all, for as long as anybody will wait."""
    time.sleep(FOREVER_S)


def leave_an_orphan() -> None:
    """A child that detaches itself and lives on, as After Effects does beside its renderer."""
    subprocess.Popen(
        [sys.executable, "-c", f"import time; time.sleep({FOREVER_S})"],
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def render_frames(numbers: list[int]) -> None:
    """One line for each frame, at the pace that is wanted."""
    unit = LOCALES[MODE.locale].seconds
    for place, number in enumerate(numbers, 1):
        half = len(numbers) // 2
        if place > half and MODE.mode == "hang":
            hang()
        if place > half and MODE.mode == "fails":
            say("PROGRESS:  11/22/2026 01:22:40 AM: Finished composition “main”.")
            fail(
                "After Effects error: Rendering error while writing to file “result.mov”. "
                "Unable to allocate enough memory to render the current frame. Either decrease the "
                "memory requirements for rendering this frame, or install more RAM."
            )
        time.sleep(MODE.pace_s)
        for mark in ("L", "U") if MODE.fields else ("",):
            say(f"PROGRESS:  {timecode(number)} ({place}{mark}): 0 {unit}")


def note(**told: Any) -> None:
    """Tell the test that this was called, or is done."""
    if MODE.calls:
        with Path(MODE.calls).open("a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")


def main(words: list[str]) -> None:
    """Render, or go wrong in the way that is wanted."""
    if words == ["-version"]:
        note(argv=words)
        say("aerender version 25.0x53")
        return
    given = read_arguments(words)
    value = {flag: values[0] for flag, values in given.items() if values}
    script = Path(given.get("-r", [""])[0])
    told = script.read_text(encoding="utf-8") if script.is_file() else ""
    note(argv=words, env=dict(os.environ), script=told)
    say("aerender version 25.0x53")
    say("PROGRESS:  Launching After Effects...")
    time.sleep(MODE.start_s)
    if MODE.mode == "orphan":
        leave_an_orphan()
    if MODE.mode == "hang before":
        hang()
    check(value)
    comp, output = value.get("-comp", "main"), Path(value["-output"])
    first, last = int(value.get("-s", 0)), int(value.get("-e", MODE.frames - 1))
    numbers = list(range(first, last + 1, int(value.get("-i", 1))))
    say("PROGRESS:  Adding specified comp to Render Queue")
    if MODE.mode == "missing footage":
        say("WARNING:After Effects warning: 1 file is missing since you last saved this project.")
        if "-continueOnMissingFootage" not in given:
            fail("After Effects error: Unable to Render: File not found “plate_v003.mov”.")
    announce(comp, str(output), numbers)
    render_frames(numbers)
    finish(comp, output, numbers)
    note(ended=True)


def check(value: dict[str, str]) -> None:
    """What Adobe's refuses before it renders."""
    if not Path(value.get("-project", "")).is_file():
        fail("No project provided and no project open.")
    if value.get("-comp", "main") not in MODE.comps:
        fail("No comp was found with the given name.")
    if MODE.modules and value.get("-OMtemplate", MODE.modules[0]) not in MODE.modules:
        fail("No output module template was found with the given name.")


def finish(comp: str, output: Path, numbers: list[int]) -> None:
    """Write the result, as good as it is to be."""
    if MODE.mode != "no file":
        write_frames(output, numbers)
    if MODE.mode == "truncated":
        os.truncate(output, output.stat().st_size // 2)
    if MODE.mode == "exit 0 with errors":
        say(
            "aerender ERROR: After Effects error: An output module failed. The file may be damaged."
        )
    say(f"PROGRESS:  11/22/2026 01:22:53 AM: {LOCALES[MODE.locale].finished.format(comp)}")
    say("PROGRESS:  Total Time Elapsed: ")
    say("PROGRESS:     0 Seconds")


if __name__ == "__main__":
    home = Path(sys.argv[2])
    told = home / "aerender.mode.json"
    if told.exists():
        MODE = Mode(**json.loads(told.read_text(encoding="utf-8")))
    main(sys.argv[3:])
