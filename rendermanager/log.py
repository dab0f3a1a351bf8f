"""The app's own log, and the one place where secrets are masked: in logs, answers and errors."""

import logging
import logging.handlers
import os
import re
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Final

SHORTEST: Final = 6
"""What looks like a secret and is shorter is not searched for elsewhere: it may be any word."""
MAX_BYTES: Final = 2 * 1024 * 1024
KEPT_FILES: Final = 5

_NAMES = (
    r"(?:pass(?:word|wd|phrase)|(?<=-)pass|(?<!\$\{)secret|token|authorization|(?:api|access|private)[_-]?key)"
    r"(?:[_-]\w{1,32})?"
)
_SCHEME = r"(?:(?:bearer|basic|digest)\s{1,3})?"
_QUOTED = r"\\?\"[^\"]*\"|'[^']*'"
_SECRETS = (
    # password=…, "token": "…", Authorization: Basic …, ['--password', '…']
    re.compile(
        rf"(?i)({_NAMES}(?:\\?[\"']?\s{{0,3}}[:=]\s{{0,3}}|\\?[\"'],\s{{0,3}}){_SCHEME})"
        rf"(?:{_QUOTED}|[^\s\"'&]+)"
    ),
    # --password …; a sentence about a secret is none.
    re.compile(
        rf"(?i)((?<![\w-])--?(?:[\w-]{{0,32}}[_-])?{_NAMES}\s{{1,3}})(?:{_QUOTED}|[^\s\"'&]+)"
    ),
    re.compile(r"(?i)(\bbearer\s{1,3})[\w.~+/=-]{8,}"),
    # curl -u me:…
    re.compile(
        r"((?:^|[\s\"'])(?:-u|--(?:proxy-)?user)(?:=|\s{1,3}|[\"'],\s{0,3})[\"']?[^\s:\"']{1,64}:)"
        r"(?!\d+(?:[\s\"']|$))[^\s\"'/]+"
    ),
    # Keys that are known by how they begin: Amazon, GitHub, Slack.
    re.compile(r"(\b(?:A[KS]IA|gh[pousr]_|github_pat_|xox[abeprs]-))[A-Za-z0-9_-]{12,}"),
    # A webhook's address is all that is needed to use it.
    re.compile(r"(?i)(\b(?:hooks\.slack\.com|discord(?:app)?\.com/api/webhooks)/)[^\s\"'<>]+"),
)
_URL_LOGIN = re.compile(r"(\b\w{1,32}://[^/\s:@]{0,256}:)[^\s/]{1,256}@")


_OPTION = re.compile(rf"(?i)--?(?:[\w-]*[_-])?{_NAMES}")
_ASSIGNED = re.compile(rf"(?is)((?:--?)?(?:[\w-]*[_-])?{_NAMES}=)(.+)")
_LOGIN_OPTIONS = ("-u", "--user", "--proxy-user")
_REFERENCE = re.compile(r"""["']?\$\{secret:[^}]*\}["']?,?""")
"""The name of a secret that is kept elsewhere tells nothing."""
_SUSPECT = re.compile(
    r"(?i)pass|secret|token|author|key|bearer|hooks|webhook|://|-u|a[ks]ia|gh[a-z]_|github_|xox"
)
"""Only what matches can hold a secret; most lines are done with this one look."""


def masked(text: str) -> str:
    """`text` with values that look like secrets replaced by dots; ``${secret:NAME}`` stays."""
    if not _SUSPECT.search(text):
        return text
    for pattern in _SECRETS:
        text = pattern.sub(_dotted, text)
    return _URL_LOGIN.sub(_dotted_login, text)


def masked_words(words: Iterable[str]) -> list[str]:
    """The arguments of a program as they may be shown, each still one word."""
    return [shown for shown, _ in _told_apart(words)]


def secrets_in(words: Iterable[str]) -> tuple[str, ...]:
    """What `masked_words` takes out, for hiding it wherever else it turns up."""
    found = (value for _, values in _told_apart(words) for value in values)
    return tuple(dict.fromkeys(value for value in found if len(value) >= SHORTEST))


def _told_apart(words: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each word without its secrets, and the secrets."""
    words = tuple(words)
    if not any(map(_SUSPECT.search, words)):
        # Nearly every call: no word is a secret, or the name of one.
        yield from ((word, []) for word in words)
        return
    before = ""
    for word in words:
        assigned = _ASSIGNED.fullmatch(word)
        if _OPTION.fullmatch(before) and not word.startswith("-"):
            start, secret = "", word
        elif assigned is not None:
            start, secret = assigned[1], assigned[2]
        elif before in _LOGIN_OPTIONS and ":" in word and not word.replace(":", "").isdigit():
            name, _, secret = word.partition(":")
            start = f"{name}:"
        else:
            start, secret = word, ""
        before = word
        if secret and not _REFERENCE.fullmatch(secret):
            yield f"{start}…", [secret]
        else:
            yield masked(word), _values_in(word)


def _values_in(text: str) -> list[str]:
    """The values that `masked` replaces."""
    if not _SUSPECT.search(text):
        return []
    found = [
        match[0][len(match[1]) :].strip("\"',")
        for pattern in _SECRETS
        for match in pattern.finditer(text)
    ]
    found += [match[0][len(match[1]) : -1] for match in _URL_LOGIN.finditer(text)]
    return [value for value in found if not _REFERENCE.fullmatch(value)]


def _dotted(match: re.Match[str]) -> str:
    rest = match[0][len(match[1]) :]
    return match[0] if _REFERENCE.fullmatch(rest) else f"{match[1]}…"


def _dotted_login(match: re.Match[str]) -> str:
    login = match[0][len(match[1]) : -1]
    return match[0] if _REFERENCE.fullmatch(login) else f"{match[1]}…@"


class _MaskingFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


def _privately(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class _LogFile(logging.handlers.RotatingFileHandler):
    """Goes without what cannot be written: a full disk must not fill the terminal, too."""

    def _open(self) -> TextIOWrapper:
        """Open it for its owner alone, whatever the person's files usually are."""
        return open(self.baseFilename, "a", encoding=self.encoding, opener=_privately)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Say nothing."""


def set_up_logging(path: Path, *, verbose: bool = False) -> None:
    """Send what `rendermanager` loggers say to `path`; with `verbose`, to standard error, too.

    A log that cannot be written is done without: the app must start on a full disk.
    """
    logger = logging.getLogger("rendermanager")
    logger.setLevel(logging.DEBUG if verbose else logging.INFO)
    formatter = _MaskingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = _LogFile(
            path, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        logging.lastResort = None
    else:
        file.setFormatter(formatter)
        logger.addHandler(file)
    logger.propagate = False
    if verbose:
        stream = logging.StreamHandler()
        stream.setFormatter(formatter)
        logger.addHandler(stream)
