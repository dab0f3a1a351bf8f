"""Where the files of a nexrender job come from, and how nexrender has to be told of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath, PureWindowsPath
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from rendermanager.core.problem import Problem, nearest
from rendermanager.media.trouble import plain
from rendermanager.renderers.nexrender.jobfields import line_problem

FILE: Final = "file"
DATA: Final = "data"
WEB: Final = ("http", "https")
"""Fetched with approval alone."""
CLOUD: Final = ("s3", "gs", "ftp", "sftp")
"""nexrender fetches these with programs that are searched all over the machine: never run."""
MAX_DATA_CHARACTERS: Final = 512 * 1024
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
"""Two letters at least: ``C:`` is a drive."""
_DRIVE: Final = re.compile(r"/*([A-Za-z])[:|](?=[/\\]|$)")
_DATA: Final = re.compile(r"data:[\w.+-]*(/[\w.+-]+)?(;[\w.+-]+(=[^;,]*)?)*,", re.ASCII)
_VARIABLE: Final = re.compile(r"\$\w")
# nexrender decodes with decodeURI, which leaves these as they are written.
_AS_WRITTEN: Final = "/;?:@&=+$,#!~*'()"


@dataclass(frozen=True, slots=True)
class Source:
    """Where one file comes from.

    Attributes:
        scheme: ``file``, ``data``, ``http`` …
        text: As the job says it.
        path: Of a local file, absolute; None for others.
    """

    scheme: str
    text: str
    path: PurePath | None = None

    @property
    def name(self) -> str:
        """The file's name as its source says it; empty where it says none."""
        if self.path is not None:
            return self.path.name
        return "" if self.scheme == DATA else unquote(self.shown.rsplit("/", 1)[-1])

    @property
    def shown(self) -> str:
        """The address for people: without a password, a query, or the content itself."""
        if self.path is not None:
            return plain(str(self.path))
        if self.scheme == DATA:
            return f"{plain(self.text[:40])}…"
        try:
            parts = urlsplit(self.text)
            host = parts.netloc.rpartition("@")[2]
        except ValueError:
            return plain(self.text.partition("?")[0][:120])
        return plain(f"{parts.scheme}://{host}{parts.path}")


def find_source(text: str, base: PurePath) -> Source:
    """What a job's ``src`` stands for.

    Args:
        text: The address or path.
        base: Folder of the job file, absolute; relative paths begin there, and its kind tells
            how paths of this system look.
    """
    match = _SCHEME.match(text)
    scheme = match[1].lower() if match else FILE
    if scheme != FILE:
        return Source(scheme, text)
    return Source(FILE, text, base / _file_path(text, base) if text else None)


def _file_path(text: str, base: PurePath) -> PurePath:
    """The path in ``file:…`` or in plain text."""
    kind = type(base)
    if text[:5].lower() != "file:":
        return kind(text)
    rest = unquote(text[5:], errors="surrogateescape")
    if drive := _DRIVE.match(rest):
        return kind(f"{drive[1]}:{rest[drive.end() :]}")
    host, slash, path = rest.removeprefix("//").partition("/") if rest[:2] == "//" else ("", "", "")
    if rest[:2] != "//" or not slash:
        return kind(rest)
    if host in ("", "localhost"):
        return kind(f"/{path}")
    # A share on Windows; elsewhere a path that somebody began with two strokes.
    return kind(f"//{host}/{path}") if kind is PureWindowsPath else kind(f"{host}/{path}")


def file_uri(path: PurePath) -> str:
    """The address of a file as nexrender reads it: what JavaScript's decodeURI turns back.

    That leaves reserved characters as they are, written out or not: ``%26`` stays ``%26``.
    """
    text = quote(path.as_posix(), safe=_AS_WRITTEN, errors="surrogateescape")
    if text.startswith("//"):
        return f"file:{text}"
    return f"file://{text}" if text.startswith("/") else f"file:///{text}"


def source_problems(source: Source, field: str, what: str) -> Iterator[Problem]:
    """What speaks against fetching from there, whoever approves.

    Args:
        source: Where from.
        field: Path of the field.
        what: Which part of the job it is, for the sentence: ``layer “logo.png”``.
    """
    name = source.shown
    if source.scheme == DATA:
        yield from _data_problems(source, field, what)
    elif source.scheme in CLOUD:
        text = f"The file of {what} comes from {source.scheme}: “{name}” is not fetched."
        yield Problem(field, text, "Download it, and name the local file.")
    elif source.scheme in WEB:
        if line_problem(source.text) or not urlsplit_host(source.text):
            yield Problem(field, f"“{name}”, the file of {what}, is no address.", "Check it.")
    elif source.scheme != FILE:
        guess = nearest(source.scheme, (FILE, DATA, *WEB))
        hint = f"Did you mean “{guess}:”?" if guess else "Name a local file."
        yield Problem(field, f"Nothing can be fetched by “{source.scheme}:” for {what}.", hint)
    else:
        yield from _path_problems(source, field, what)


def urlsplit_host(text: str) -> str:
    """The machine in an address; empty when it names none."""
    try:
        return urlsplit(text).hostname or ""
    except ValueError:
        return ""


def _data_problems(source: Source, field: str, what: str) -> Iterator[Problem]:
    if len(source.text) > MAX_DATA_CHARACTERS:
        text = f"The data of {what} is larger than {MAX_DATA_CHARACTERS // 1024} KiB."
        yield Problem(field, text, "Keep it in a file of its own, and name that.")
    elif not _DATA.match(source.text):
        text = f"The data of {what} does not begin like data."
        yield Problem(field, text, "Write for example “data:image/png;base64,…”.")


def _path_problems(source: Source, field: str, what: str) -> Iterator[Problem]:
    path = source.path
    if path is None or not path.name or path.name in (".", ".."):
        yield Problem(field, f"“{plain(source.text)}”, the file of {what}, names no file.")
        return
    text = str(path)
    if trouble := line_problem(text):
        yield Problem(field, f"“{plain(path.name)}”, the file of {what}, {trouble}.", "Rename it.")
        return
    unfit = [mark for mark in ":|" if mark in text] if path.root and not path.drive else []
    if unfit:
        more = f"holds a “{unfit[0]}”, which nexrender takes for a drive"
        yield Problem(field, f"“{plain(text)}”, the file of {what}, {more}.", "Rename it.")
    elif match := _VARIABLE.search(text):
        more = f"holds “{match[0]}…”, which nexrender takes for a variable"
        hint = "Write the whole path, and take the “$” out of its name."
        yield Problem(field, f"“{plain(text)}”, the file of {what}, {more}.", hint)
