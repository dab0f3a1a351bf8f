"""The app's own log: one rotating file, secrets masked before they are written."""

import logging
import logging.handlers
import re
from pathlib import Path
from typing import Final

MAX_BYTES: Final = 2 * 1024 * 1024
KEPT_FILES: Final = 5

_SECRET = re.compile(
    r"(?i)((?:password|passwd|secret|token|api[_-]?key|authorization)\W{1,3}(?:bearer\s+)?)"
    r"([^\s\"',;&]+)"
)
_URL_LOGIN = re.compile(r"(\w+://[^/\s:@]+:)[^@\s/]+@")


def masked(text: str) -> str:
    """`text` with values that look like secrets replaced by dots."""
    return _URL_LOGIN.sub(r"\1…@", _SECRET.sub(r"\1…", text))


class _MaskingFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


def set_up_logging(path: Path, *, verbose: bool = False) -> None:
    """Send what `rendermanager` loggers say to `path`; with `verbose`, to standard error, too.

    A log that cannot be written is done without: the app must start on a full disk.
    """
    logger = logging.getLogger("rendermanager")
    logger.setLevel(logging.DEBUG if verbose else logging.INFO)
    formatter = _MaskingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = logging.handlers.RotatingFileHandler(
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
