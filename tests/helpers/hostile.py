"""Makes bad input from a seed: command lines, job files, settings, files and names."""

import json
import os
import random
import re
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

NOT_TEXT = os.fsdecode(b"bad\xff.mov")
TEXTS = [
    *("", " ", "-", "--", "-x", "a\nb", "a\tb", "\x7f", "\x1b[31mred", "%", "%%", "%04d"),
    *("%99d", "%s%n", "x" * 300, "x" * 5000, "ü" * 200, "é", "é", "日本語", "🎬" * 70),
    *("\u202egpj.mov", "\u2028", "\ufeff", "�", NOT_TEXT, "NaN", "-1", "0", "1e999", "0x10"),
    *("999999999999999999999999999999", "null", "true", "[]", "{}", "con", "nul.mp4", "a:b"),
    *('q"u"o', "it's", "$HOME", "`id`", "$(id)", "; rm -rf /", "<img src=x>", "{0}", "{name}"),
    *("%(x)s", "${secret:A}", "${secret:a b}", "http://x/y.mov", "file:///etc/passwd"),
    *("concat:a|b", "\\\\host\\share", "C:\\x.mov"),
]
FILES = [
    *("clip.mov", "empty.mov", "notes.txt", "folder", "dir.mp4", "pipe.mov", "socket.mov"),
    *("loop.mov", "dangling.mov", "zero.mov", "huge.mov", "locked.mov", "sub/clip.mov"),
    *("shot_%04d.png", "shot_0001.png", "-dash.mov", "take:1.mov", "two\nlines.mov"),
    *("gone.mov", "/dev/zero", "/dev/stdin", "/proc/self/mem", "/proc/self/fd/0"),
    *("/etc/shadow", "sample:", NOT_TEXT, "/media/nobody/GONE/a.mov", "clip.mov/x.mov"),
    *("${secret:A}.mov", "<b>bold.mov"),
]
FIELDS = [
    *("engine", "source", "name", "preset", "output", "if_exists", "settings", "priority"),
    *("argv", "cwd", "env", "expects", "max_attempts", "timeout_s", "project", "tags", "notes"),
    *("submitter", "sorce", "presett", "Source", "priorty", "argvs", "__class__", "", "😀"),
    *("id", "status"),
]
SETTINGS = [
    *("concurrency", "theme", "compact_rows", "default_preset", "output_folder", "programs"),
    *("notify", "close_to_tray", "nice", "unknown"),
]
RENDER_SETTINGS = [
    *("crf", "width", "fps", "start", "end", "bitrate", "video", "still", "crff", "scale"),
]
OPTIONS = [
    *("--preset", "--output", "--priority", "--engine", "--name", "--if-exists", "--project"),
    *("--tag", "-p", "-o", "--jobs"),
]

Words = list[str]


def make_folder(folder: Path) -> None:
    """Put files into a folder that no careless program survives."""
    for name in ("folder", "dir.mp4", "sub"):
        (folder / name).mkdir()
    for name in (
        "clip.mov",
        "notes.txt",
        "sub/clip.mov",
        "-dash.mov",
        "take:1.mov",
        "two\nlines.mov",
    ):
        (folder / name).write_bytes(b"something")
    for name in (NOT_TEXT, "${secret:A}.mov", "<b>bold.mov", "shot_0001.png", "shot_0002.png"):
        (folder / name).write_bytes(b"something")
    (folder / "empty.mov").touch()
    (folder / "locked.mov").touch(mode=0o000)
    (folder / "loop.mov").symlink_to("loop.mov")
    (folder / "dangling.mov").symlink_to("nowhere")
    (folder / "zero.mov").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.mov")
    here = Path.cwd()
    os.chdir(folder)  # the address of a socket has to be short
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("socket.mov")
    finally:
        os.chdir(here)
    _make_huge(folder / "huge.mov")


def _make_huge(file: Path) -> None:
    """As large a file as the volume lets us claim, without anything in it."""
    with file.open("wb") as huge:
        for power in range(62, 30, -1):
            try:
                huge.truncate(2**power)
            except OSError:
                continue
            return


class Hostile:
    """One source of bad input; the same seed makes the same."""

    def __init__(self, seed: int, folder: Path) -> None:
        """Draw from this seed; files are written to `folder`."""
        self._chance = random.Random(seed)
        self._folder = folder

    def words(self) -> Words:
        """The words of one command line, with the files that it names."""
        makers: list[tuple[int, Callable[[], Words]]] = [
            (30, self._submit),
            (30, self._job_file),
            (10, self._about_jobs),
            (10, self._elsewhere),
            (8, self._after_settings),
            (8, self._noise),
            (1, lambda: ["check", *self._submit()[1:]]),
        ]
        weights, choices = zip(*makers, strict=True)
        words: Words = self._chance.choices(choices, weights)[0]()
        if self._chance.random() < 0.5 and "--json" not in words:
            words.append("--json")
        return words

    def text(self) -> str:
        """Some text, as nobody would type it."""
        chance = self._chance
        if chance.random() < 0.7:
            return chance.choice(TEXTS)
        return "".join(
            chr(chance.choice((chance.randrange(1, 0x80), chance.randrange(0xA0, 0xD7FF))))
            for _ in range(chance.randrange(20))
        )

    def _file(self) -> str:
        return self._chance.choice(FILES) if self._chance.random() < 0.85 else self.text()

    def _submit(self) -> Words:
        chance = self._chance
        words = ["submit", *(self._file() for _ in range(chance.choice((0, 1, 1, 1, 2, 5))))]
        for _ in range(chance.choice((0, 0, 1, 2, 4))):
            if chance.random() < 0.3:
                words += ["--set", f"{chance.choice(RENDER_SETTINGS)}={self.text()}"]
            else:
                words += [
                    chance.choice(OPTIONS),
                    chance.choice((self.text(), self._file(), "h264", "high")),
                ]
        if chance.random() < 0.1:
            words.insert(1, chance.choice(("--", "--presett", "-z", "--set", "-o")))
        return words

    def _about_jobs(self) -> Words:
        chance = self._chance
        number = chance.choice(
            ("1", "0", "-1", "99", "9" * 25, "1e3", "٣", "²", "", " 1", "0x1", self.text())
        )
        verb = chance.choice(
            ("show", "log", "pause", "resume", "cancel", "retry", "remove", "restore-jobs")
        )
        lines: list[Words] = [
            [verb, number],
            [verb, number, number, str(2**63), str(2**64)],
            ["priority", number, self.text()],
            ["move", number, chance.choice(("top", "tpo", self.text()))],
            ["list", "--status", self.text()],
            [verb],
        ]
        return chance.choice(lines)

    def _elsewhere(self) -> Words:
        chance, text = self._chance, self.text()
        database = chance.choice(("gone.db", "notes.txt", "empty.mov", "folder", "zero.mov"))
        home = chance.choice(("notes.txt", "clip.mov/x", "loop.mov", "/dev/null", "/proc/x"))
        lines: list[Words] = [
            ["presets", "--engine", text],
            ["schema", text],
            ["backup", self._file()],
            ["restore", database],
            ["secret", "remove", text],
            ["secret", text],
            ["engines", text],
            ["stats", text],
            ["clear", text],
            ["pause-queue", text],
            ["--data-dir", home, "list"],
        ]
        return chance.choice(lines)

    def _noise(self) -> Words:
        """Words that mean nothing; one that looks like a file would open the window."""
        first = re.sub(r"[/\\.:]|^-+", "", self.text())
        known = ("", "gui", "serve", "render")
        return ["x" if first in known else first, self.text(), self.text()]

    def _after_settings(self) -> Words:
        """A settings file that makes no sense, then a command that reads it."""
        home = self._folder / "home"
        home.mkdir(mode=0o700, exist_ok=True)
        values = {name: self._value() for name in self._chance.sample(SETTINGS, 3)}
        (home / "settings.json").write_bytes(self._damaged(_json(values)))
        return ["submit", "clip.mov"]

    def _job_file(self) -> Words:
        lines = [self._line() for _ in range(self._chance.choice((0, 1, 1, 2, 4)))]
        content = self._chance.choice((b"\n", b"\r\n", b"\n\n")).join(lines)
        roll = self._chance.random()
        if roll < 0.05:
            content = b"\xef\xbb\xbf" + content
        elif roll < 0.1:
            content = content.decode("utf-8", "replace").encode("utf-16")
        (self._folder / "jobs.jsonl").write_bytes(content)
        return ["submit", "--jobs", "jobs.jsonl"]

    def _line(self) -> bytes:
        roll = self._chance.random()
        if roll < 0.02:
            return b"[" * 10_000 + b"]" * 10_000
        if roll < 0.04:
            return b'{"settings": ' + b'{"a":' * 10_000 + b"1" + b"}" * 10_001
        if roll < 0.05:
            return b'{"name": "' + b"x" * 10_000_000 + b'"}'
        if roll < 0.08:
            return b'{"source": "clip.mov", "source": "gone.mov"}'
        if roll < 0.12:
            return self._chance.choice(
                (b"\0", b"null", b"[]", b'"x"', b"1", b"{", b"{]}", b"nonsense", b"\xff\xfe")
            )
        names = self._chance.sample(FIELDS, self._chance.randrange(1, 5))
        job = {name: self._likely(name) for name in names}
        job.setdefault("source", self._chance.choice(("clip.mov", self._file())))
        return self._damaged(_json(job))

    def _likely(self, name: str) -> Any:
        """Something that might be meant, or not at all."""
        good: dict[str, Any] = {
            "source": "clip.mov",
            "preset": "h264",
            "settings": {self._chance.choice(RENDER_SETTINGS): self._value()},
            "argv": ["/bin/true", self.text()],
            "env": {self.text(): self.text()},
            "expects": [self.text()],
            "tags": [self.text()],
            "priority": "high",
            "max_attempts": self._chance.choice((0, 1, 101, 10**30)),
            "timeout_s": self._chance.choice((0, -1, 1e300, 3e6)),
            "cwd": self._file(),
        }
        return good[name] if name in good and self._chance.random() < 0.6 else self._value()

    def _value(self, depth: int = 0) -> Any:
        chance = self._chance
        simple = (
            None,
            True,
            0,
            -1,
            2**63,
            10**40,
            1.5,
            1e308,
            float("nan"),
            float("inf"),
            self.text(),
            self._file(),
        )
        if depth > 3 or chance.random() < 0.8:
            return chance.choice(simple)
        if chance.random() < 0.5:
            return [self._value(depth + 1) for _ in range(chance.randrange(3))]
        return {self.text(): self._value(depth + 1) for _ in range(chance.randrange(3))}

    def _damaged(self, content: bytes) -> bytes:
        """Mostly as it is; else cut, with NULs, or with bytes that are no text."""
        roll = self._chance.random()
        at = self._chance.randrange(len(content) + 1)
        if roll < 0.05:
            return content[:at]
        if roll < 0.1:
            return (
                content[:at]
                + self._chance.choice((b"\0", b"\xff", b"\xed\xa0\x80", b"//", b","))
                + content[at:]
            )
        return content


def _json(value: Any) -> bytes:
    # Written by hand nowhere, but read from anywhere: NaN, huge numbers, lone surrogates.
    return json.dumps(value, ensure_ascii=True).encode()
