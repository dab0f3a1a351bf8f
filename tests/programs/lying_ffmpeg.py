"""An ffmpeg that lies: it renders with the real one, spoils the result and ends with exit code 0.

Usage: lying_ffmpeg.py REAL_FFMPEG ARGUMENTS…; the name of the result, up to its first dot or
underscore, names the lie. Everything but a render is answered by the real program.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Words = list[str]


def filtered(more: str) -> Callable[[Words], Words]:
    """A chain of filters before the ones that were asked for."""

    def change(words: Words) -> Words:
        at = words.index("-vf") + 1
        return [*words[:at], f"{more},{words[at]}", *words[at + 1 :]]

    return change


def added(*more: str) -> Callable[[Words], Words]:
    """Options before the result's name, which go before what was asked for."""
    return lambda words: [*words[:-1], *more, words[-1]]


def without_sound(words: Words) -> Words:
    at = words.index("0:a?")
    return [*words[: at - 1], *words[at + 1 : -1], "-an", words[-1]]


def first_track(words: Words) -> Words:
    return ["0:a:0" if word == "0:a?" else word for word in words]


def unturned(words: Words) -> Words:
    at = words.index("-i")
    return [*words[:at], "-noautorotate", *words[at:]]


HOLD = "tpad=stop_mode=clone:stop_duration"
BEFORE: dict[str, Callable[[Words], Words]] = {
    "black": filtered("drawbox=c=black:t=fill"),
    "blackend": filtered("drawbox=c=black:t=fill:enable='gte(t,4)'"),
    "blackmiddle": filtered("drawbox=c=black:t=fill:enable='between(t,2.5,4)'"),
    "green": filtered("drawbox=c=green:t=fill"),
    "greyend": filtered("drawbox=c=gray:t=fill:enable='gte(t,3)'"),
    "frozen": filtered(f"trim=end_frame=1,{HOLD}=6"),
    "frozenend": filtered(f"trim=end=3,{HOLD}=3"),
    "silent": added("-af", "volume=0"),
    "silentend": added("-af", "volume=0:enable='gte(t,3)'"),
    "mute": without_sound,
    "onetrack": first_track,
    "short": added("-t", "4"),
    "shortpicture": filtered("trim=end=1.2"),
    "long": filtered(f"{HOLD}=3"),
    "small": filtered("scale=iw/4*2:ih/4*2"),
    "slow": added("-r", "12"),
    "codec": added("-c:v", "mpeg4"),
    "soundcodec": added("-c:a", "ac3"),
    "unturned": unturned,
    "clear": filtered("format=rgba,colorchannelmixer=aa=0"),
    "blank": filtered("drawbox=c=black:t=fill"),
    "shortsound": added("-af", "atrim=end=3"),
}


def frame(target: Path, number: int) -> Path:
    return Path(str(target).replace("%04d", f"{number:04}"))


def overwritten(share: float, content: bytes) -> Callable[[Path, Path], None]:
    def spoil(target: Path, _source: Path) -> None:
        with target.open("r+b") as file:
            file.seek(int(target.stat().st_size * share))
            file.write(content)

    return spoil


def cut(share: float) -> Callable[[Path, Path], None]:
    return lambda target, _: os.truncate(target, int(target.stat().st_size * share))


def replaced(how: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
    def spoil(target: Path, source: Path) -> None:
        target.unlink()
        how(target, source)

    return spoil


def on_frame(number: int, how: Callable[[Path], object]) -> Callable[[Path, Path], None]:
    def spoil(target: Path, _source: Path) -> None:
        how(frame(target, number))

    return spoil


def doubled(target: Path, _source: Path) -> None:
    for number in range(40, 60):
        shutil.copyfile(frame(target, 39), frame(target, number))


def repainted(*words: str) -> Callable[[Path], object]:
    """A picture in place of another one, through the real program."""

    def paint(path: Path) -> None:
        other = path.with_name("other.png")
        path.rename(other)
        subprocess.run([REAL, "-loglevel", "error", "-i", other, *words, path], check=True)
        other.unlink()

    return paint


def page(target: Path, _source: Path) -> None:
    target.write_text("<html>502 Bad Gateway</html>")


def no_frames(target: Path, _source: Path) -> None:
    for path in target.parent.iterdir():
        path.unlink()


AFTER: dict[str, Callable[[Path, Path], None]] = {
    "nothing": lambda target, _: target.unlink(),
    "empty": cut(0),
    "half": cut(0.5),
    "page": page,
    "hole": overwritten(0.4, bytes(20_000)),
    "noise": overwritten(0.5, bytes(range(1, 256)) * 40),
    "symlink": replaced(lambda target, source: target.symlink_to(source)),
    "hardlink": replaced(lambda target, source: os.link(source, target)),
    "folder": replaced(lambda target, _: target.mkdir()),
    "pipe": replaced(lambda target, _: os.mkfifo(target)),
    "missingframe": on_frame(30, os.unlink),
    "missingend": on_frame(150, os.unlink),
    "emptyframe": on_frame(30, lambda path: os.truncate(path, 0)),
    "cutframe": on_frame(30, lambda path: os.truncate(path, path.stat().st_size // 2)),
    "smallframe": on_frame(30, repainted("-vf", "scale=iw/2:ih/2")),
    "blackframe": on_frame(30, repainted("-vf", "drawbox=c=black:t=fill")),
    "textframe": on_frame(1, lambda path: path.write_text("Error: licence server is gone\n")),
    "doubled": doubled,
    "noframes": no_frames,
}


def main() -> int:
    words = sys.argv[2:]
    if "-i" not in words:
        return subprocess.run([REAL, *words], check=False).returncode
    target = Path(words[-1].removeprefix("file:"))
    source = Path(words[words.index("-i") + 1].removeprefix("file:"))
    lie = target.name.replace(".", "_").split("_")[0]
    done = subprocess.run([REAL, *BEFORE.get(lie, list)(words)], check=False)
    if lie in AFTER:
        AFTER[lie](target, source)
    return done.returncode


if __name__ == "__main__":
    REAL = sys.argv[1]
    sys.exit(main())
