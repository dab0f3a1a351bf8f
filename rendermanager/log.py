"""The app's own log: one rotating file, secrets masked before they are written."""

import logging
import logging.handlers
import re
from pathlib import Path
from typing import Final

MAX_BYTES: Final = 2 * 1024 * 1024
KEPT_FILES: Final = 5

_NAMES = (
    r"(?:pass(?:word|wd|phrase)|secret|token|authorization|(?:api|access|private)[_-]?key)"
    r"(?:[_-]\w{1,32})?"
)
_SCHEME = r"(?:(?:bearer|basic|digest)\s{1,3})?"
_QUOTED = r"\\?\"[^\"]*\"|'[^']*'"
_SECRETS = (
    # password=…, "token": "…", Authorization: Basic …, --password …, ['--password', '…']
    re.compile(
        rf"(?i)({_NAMES}(?:\\?[\"']?\s{{0,3}}[:=]\s{{0,3}}|\\?[\"'],\s{{0,3}}|\s{{1,3}}){_SCHEME})"
        rf"({_QUOTED}|[^\s\"'&]+)"
    ),
    re.compile(r"(?i)(\bbearer\s{1,3})[\w.~+/=-]{8,}"),
    # A webhook's address is all that is needed to use it.
    re.compile(r"(?i)(\b(?:hooks\.slack\.com|discord(?:app)?\.com/api/webhooks)/)[^\s\"'<>]+"),
)
_URL_LOGIN = re.compile(r"(\b\w+://[^/\s:@]*:)[^\s/]+@")


_REFERENCE = re.compile(r"""["']?\$\{secret:[^}]*\}["']?,?""")
"""The name of a secret that is kept elsewhere tells nothing."""
_SUSPECT = re.compile(r"(?i)pass|secret|token|author|key|bearer|hooks|webhook|:[^\s]*@")
"""Only what matches can hold a secret; most lines are done with this one look."""


def masked(text: str) -> str:
    """`text` with values that look like secrets replaced by dots; ``${secret:NAME}`` stays."""
    if not _SUSPECT.search(text):
        return text
    for pattern in _SECRETS:
        text = pattern.sub(_dotted, text)
    return _URL_LOGIN.sub(r"\1…@", text)


def _dotted(match: re.Match[str]) -> str:
    rest = match[0][len(match[1]) :]
    return match[0] if _REFERENCE.fullmatch(rest) else f"{match[1]}…"


class _MaskingFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


class _LogFile(logging.handlers.RotatingFileHandler):
    """Goes without what cannot be written: a full disk must not fill the terminal, too."""

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
